"""What a retraction takes away: the attributions that go through it."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from claimtrack.records import Attribution, Claim, Document, Source, to_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.view import View

__all__ = ["Retraction", "papers_of", "taken_by"]


@attrs.frozen
class Retraction:
    """The records that are retracted, together with what only repeats them.

    A record of another type, such as an assessment, is not part of a chain, so
    retracting it takes no attribution away.

    Attributes:
        sources: the least ids of the sources.
        documents: the ids of the documents, with their copies and translations.
        attributions: the ids of the attributions.
        claims: the least ids of the classes of claims.
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
        """Return whether the retraction takes an attribution away.

        It does if the attribution itself is retracted, its claim, the document in which
        it was read, or anything in its chain: a voice or a holder, a document in which
        a source spoke or on which it rests, or a claim *that* a source said so.
        """
        chain = attribution.chain
        return (
            attribution.id in self.attributions
            or not self.documents.isdisjoint(papers_of(attribution))
            or any(
                view.claims.least_of(key) in self.claims for key in _said(attribution)
            )
            or any(self.takes_source(each.source, view) for each in chain)
        )

    def takes_source(self, key: str | None, view: View) -> bool:
        """Return whether a source is retracted."""
        return key is not None and view.sources.least_of(key) in self.sources


def taken_by(attribution: Attribution, view: View) -> set[str]:
    """Return the ids of the records that take an attribution away when retracted.

    This is the same as calling `takes_away` for each record of the dossier.
    """
    papers = view.documents.with_originals(papers_of(attribution))
    ids = {to_id(attribution)}
    ids.update(key for key in papers if view.get(key, Document))
    for key in _said(attribution):
        ids.update(view.claims.members_of(key))
    for link in attribution.chain:
        if view.get(link.source, Source):
            ids.update(view.sources.members_of(str(link.source)))
    return ids


def papers_of(attribution: Attribution) -> Iterator[str]:
    """Yield the documents that an attribution was read or said in, or rests on."""
    for each in (attribution, *attribution.chain):
        if each.document is not None:
            yield each.document
    for link in attribution.chain:
        yield from link.evidence


def _said(attribution: Attribution) -> Iterator[str]:
    """Yield the claim of an attribution, and its claims *that* somebody said so."""
    yield attribution.claim
    for link in attribution.chain:
        if link.utterance is not None:
            yield link.utterance
