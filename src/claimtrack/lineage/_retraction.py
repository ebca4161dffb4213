"""What a retraction takes away: every attribution that goes through the thing."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from claimtrack.records import Attribution, Claim, Document, Source, to_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.view import View

__all__ = ["Retraction"]


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
    def of(cls, ids: Iterable[str], view: View) -> Retraction:
        """Return the retraction of the records with these ids."""
        records = [view.records[each] for each in ids]
        of_type = {
            type_: {to_id(each) for each in records if isinstance(each, type_)}
            for type_ in (Source, Document, Attribution, Claim)
        }
        return cls(
            sources={view.sources.least_of(each) for each in of_type[Source]},
            documents=view.documents.with_copies(of_type[Document]),
            attributions=of_type[Attribution],
            claims={view.claims.least_of(each) for each in of_type[Claim]},
        )

    def takes_away(self, attribution: Attribution, view: View) -> bool:
        """Return whether an attribution goes with what is retracted.

        It does where the thing is the attribution itself, its claim, the document it
        was read in, or anything in its chain: a source that speaks or is told about,
        a document it said so in or rests on, a claim *that* it said so.
        """
        return (
            attribution.id in self.attributions
            or attribution.document in self.documents
            or view.claims.least_of(attribution.claim) in self.claims
            or any(
                (
                    each.source is not None
                    and view.sources.least_of(each.source) in self.sources
                )
                or each.document in self.documents
                or not self.documents.isdisjoint(each.evidence)
                or (
                    each.utterance is not None
                    and view.claims.least_of(each.utterance) in self.claims
                )
                for each in attribution.chain
            )
        )
