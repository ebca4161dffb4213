"""Which sources have a name, and where same-as gives one to an unnamed source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.records import Relation
from claimtrack.view import IDENTIFIED, Classes

if TYPE_CHECKING:
    from claimtrack.view import Sources

__all__ = ["Named"]


@attrs.frozen
class Named:
    """The named sources of a dossier, merged without any unnamed one.

    What an unnamed source joins to an identified one is not identified by that: only
    the relation that says who the unnamed source is has to go.

    Attributes:
        classes: which named sources are one.
        naming: the relations that say who an unnamed source is, each with its id: one
            end is unnamed, the other is one with an identified source.
    """

    classes: Classes
    naming: tuple[tuple[Relation, str], ...]

    @classmethod
    def of(cls, sources: Sources) -> Named:
        """Return the named ones among sources."""
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
        return cls(classes, naming)
