"""What support looks up in a dossier: its view, assessments and declared pairs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.dossier import Dossier, format_source
from claimtrack.findings import clip
from claimtrack.records import Assessment, Attribution, Document
from claimtrack.view import View, group_pairs

if TYPE_CHECKING:
    from claimtrack.view import Sources

__all__ = ["Index", "Pair", "pair"]

Pair = frozenset[str]
"""Two ids, in no order."""

_NAMED: Final = 60
"""Characters of a name that a sentence shows at most."""


def pair(one: str, other: str) -> Pair:
    """Return two ids as a key that does not depend on their order."""
    return frozenset((one, other))


@attrs.frozen
class Index:
    """A dossier as support reads it. Merged sources are known by their least id.

    Attributes:
        dossier: the dossier.
        view: its records with what is one merged.
        assessments: of sources and documents, by the id that their subject goes by.
        independent: pairs that somebody else calls independent.
    """

    dossier: Dossier
    view: View
    assessments: Mapping[str, tuple[Assessment, ...]]
    independent: frozenset[Pair]

    @classmethod
    def of(cls, dossier: Dossier) -> Index:
        """Return the index of a dossier; linear in its records."""
        view = View.of(dossier)
        who = view.sources.least_of
        return cls(
            dossier=dossier,
            view=view,
            assessments=group_pairs(
                (who(each.subject), each) for each in view.all(Assessment)
            ),
            independent=frozenset(
                pair(who(each.subject), who(each.object))
                for each in view.sources.related("independent-of")
                if view.sources.is_judged_by_others(each)
            ),
        )

    @property
    def sources(self) -> Sources:
        """The merged sources."""
        return self.view.sources

    def who(self, source: str) -> str:
        """Return the id that a source goes by."""
        return self.view.sources.least_of(source)

    def contradictions(self, claim: str) -> tuple[str, ...]:
        """Return the least ids of the claims that contradict a claim, sorted."""
        return tuple(sorted(self.view.claims.contradicting_with(claim)))

    def attribution(self, key: str) -> Attribution:
        """Return an attribution that lineage has found."""
        # Lineage names attributions alone, which a type checker cannot know.
        return cast("Attribution", self.dossier[key])

    def document(self, key: str) -> Document | None:
        """Return a document by its id."""
        return self.view.get(key, Document)

    def is_unnamed(self, key: str) -> bool:
        """Return whether nothing names a source, by the id that it goes by."""
        return self.view.sources.is_unnamed(key)

    def are_distinct(self, both: Pair) -> bool:
        """Return whether anybody calls two sources distinct, or independent."""
        one, *others = both
        return not self.view.sources.apart_from(one).isdisjoint(others)

    def near(self, key: str) -> frozenset[str]:
        """Return a source, whom it belongs to, and who belongs to it."""
        sources = self.view.sources
        return frozenset((key,)).union(
            sources.members(key),
            sources.groups_of(key),
            sources.affiliations(key),
            sources.affiliates(key),
        )

    def name(self, key: str) -> str:
        """Return what to call a source or a document in a sentence."""
        document = self.document(key)
        if document is not None:
            return f"the document “{clip(document.title or document.id, _NAMED)}”"
        shown = self.view.sources.shown(key)
        named = format_source(key if shown is None else shown.id, self.dossier)
        return clip(named, _NAMED)
