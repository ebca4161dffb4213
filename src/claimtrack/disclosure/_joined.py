"""Find named sources, and same-as relations that name an unnamed source."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from claimtrack.disclosure._identities import Names
from claimtrack.records import Relation, Source
from claimtrack.view import IDENTIFIED, Classes, group_pairs

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from claimtrack.view import Sources

__all__ = ["Named"]


@attrs.frozen(slots=False)
class Named:
    """The named sources of a dossier, merged without unnamed ones.

    If an unnamed source joins others to an identified one, those are not identified by
    that: only the relation that reveals the unnamed source has to be removed.

    Attributes:
        all: every named source.
        classes: which named sources are the same.
        naming: relations that reveal an unnamed source, each with its id: one end is
            unnamed, the other is the same as an identified source.
    """

    all: tuple[Source, ...]
    classes: Classes
    naming: tuple[tuple[Relation, str], ...]

    @classmethod
    def of(cls, sources: Sources) -> Named:
        """Return the named sources among `sources`."""
        unnamed = {each.id for each in sources.all if each.kind == "unnamed"}
        same = [
            (each, {each.subject, each.object}) for each in sources.related("same-as")
        ]
        classes = Classes.of(
            (each.subject, each.object) for each, ends in same if not ends & unnamed
        )
        identified = {
            classes.least_of(each.id) for each in sources.all if each.kind in IDENTIFIED
        }
        naming = tuple(
            (each, end)
            for each, ends in same
            for end in ends & unnamed
            for other in ends - unnamed
            if classes.least_of(other) in identified
        )
        named = tuple(each for each in sources.all if each.id not in unnamed)
        return cls(named, classes, naming)

    def names(self) -> Names:
        """Return the names and aliases of the identified sources, by least id."""
        return Names.of(
            group_pairs(
                (self.classes.least_of(each.id), name)
                for each in self.all
                if each.kind in IDENTIFIED
                for name in (each.label, *(alias.text for alias in each.aka))
            )
        )

    @functools.cached_property
    def _people(self) -> dict[str, str]:
        """The name of each person by least id; of several, that of the first id."""
        people = [each for each in self.all if each.kind == "person"]
        return {self.classes.least_of(each.id): each.label for each in reversed(people)}

    def people_in(
        self, text: str | None, names: Names, but: AbstractSet[str]
    ) -> tuple[str, ...]:
        """Return the names of the persons that a text mentions, without repeats.

        A name that a person shares with an organization counts as the organization's. A
        text that is only a name mentions nobody else.

        Args:
            text: the text.
            names: the names of the identified sources.
            but: sources whose names are ignored.
        """
        if text is None or names.is_one(text, but):
            return ()
        found = [
            sorted(self._people[each] for each in owners)
            for owners in names.owners_in(text)
            if owners <= self._people.keys() and owners.isdisjoint(but)
        ]
        return tuple(dict.fromkeys(name for each in found for name in each))
