"""What a retraction takes away: every attribution that goes through the thing."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.lineage._classes import related
from claimtrack.records import Attribution, Claim, Document, Source, to_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.lineage._index import Index
    from claimtrack.records import RelationKind

__all__ = ["Retraction"]

_COPIES: Final[tuple[RelationKind, ...]] = ("copied-from", "translation-of")
"""Relations by which one document carries on what another says."""


@attrs.frozen
class Retraction:
    """Things that are taken back, together with what only repeats them.

    A record of another type, such as an assessment, is part of no chain: taking it
    back takes no attribution away.

    Attributes:
        sources: the ids that sources go by.
        documents: documents, with their copies and translations.
        attributions: attributions.
        claims: the ids that the classes of claims go by.
    """

    sources: AbstractSet[str]
    documents: AbstractSet[str]
    attributions: AbstractSet[str]
    claims: AbstractSet[str]

    @classmethod
    def of(cls, ids: Iterable[str], index: Index) -> Retraction:
        """Return the retraction of the records with these ids."""
        records = [index.records[each] for each in ids]
        of_type = {
            type_: {to_id(each) for each in records if isinstance(each, type_)}
            for type_ in (Source, Document, Attribution, Claim)
        }
        return cls(
            sources={index.sources.of(each) for each in of_type[Source]},
            documents=_with_copies(of_type[Document], index),
            attributions=of_type[Attribution],
            claims={index.class_of(each) for each in of_type[Claim]},
        )

    def takes_away(self, attribution: Attribution, index: Index) -> bool:
        """Return whether an attribution goes with what is retracted.

        It does where the thing is the attribution itself, its claim, the document it
        was read in, or anything in its chain: a source that speaks or is told about,
        a document it said so in or rests on, a claim *that* it said so.
        """
        return (
            attribution.id in self.attributions
            or attribution.document in self.documents
            or index.class_of(attribution.claim) in self.claims
            or any(
                (
                    each.source is not None
                    and index.sources.of(each.source) in self.sources
                )
                or each.document in self.documents
                or not self.documents.isdisjoint(each.evidence)
                or (
                    each.utterance is not None
                    and index.class_of(each.utterance) in self.claims
                )
                for each in attribution.chain
            )
        )


def _with_copies(documents: AbstractSet[str], index: Index) -> set[str]:
    """Return documents with their copies and translations, and the copies of these."""
    relations = [each for kind in _COPIES for each in index.relations.get(kind, ())]
    copies: dict[str, list[str]] = {}
    for copy, original in related(index.records, relations, _COPIES, Document):
        copies.setdefault(original, []).append(copy)
    found = set(documents)
    todo = list(documents)
    while todo:
        for copy in copies.get(todo.pop(), ()):
            if copy not in found:
                found.add(copy)
                todo.append(copy)
    return found
