"""Headlines, and the attributions of each class of claims in their document's body."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.lineage._ends import origins_alone
from claimtrack.lineage._voices import voices
from claimtrack.records import Attribution
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.view import View

__all__ = ["Headlines", "find_headlines", "origins_of"]


@attrs.frozen
class Headlines:
    """The headlines of one document and one class of claims.

    Attributes:
        claim: the least id of the class.
        attributions: the attributions in headlines.
        body: the attributions in the body of the document, by class; never empty.
        ends: returns the sources at which the chains of a class in the body end, and
            the documents on which they rest.
    """

    claim: str
    attributions: tuple[Attribution, ...]
    body: Mapping[str, tuple[Attribution, ...]]
    ends: Callable[[str], frozenset[str]]


def find_headlines(view: View) -> Iterator[Headlines]:
    """Yield the headlines of documents whose body is on record.

    Everything that is not in a headline is in the body. Attributions without a document
    count as read in one document.
    """
    least_of = view.claims.least_of
    headlines = [
        ((each.document, least_of(each.claim)), each)
        for each in view.on_record
        if each.placement == "headline"
    ]
    wanted = {document for (document, _), _ in headlines}
    read = group_pairs(
        (each.document, (least_of(each.claim), each))
        for each in view.on_record
        if each.document in wanted and each.placement != "headline"
    )
    bodies = {document: group_pairs(found) for document, found in read.items()}

    @functools.cache
    def ends(document: str | None, claim: str) -> frozenset[str]:
        return _ends(bodies[document].get(claim, ()), view)

    for (document, claim), attributions in group_pairs(headlines).items():
        if document in bodies:
            yield Headlines(
                claim, attributions, bodies[document], functools.partial(ends, document)
            )


def _ends(attributions: Iterable[Attribution], view: View) -> frozenset[str]:
    """Return where chains end; all candidates if the last speaker is not settled."""
    found: set[str] = set()
    for each in attributions:
        last = voices(each.chain)[-1]
        speakers = [last.source, *(guess.source for guess in last.candidates or ())]
        found.update(view.sources.least_of(key) for key in speakers if key is not None)
        found |= origins_of(each, view)
    return frozenset(found)


def origins_of(attribution: Attribution, view: View) -> frozenset[str]:
    """Return the origins of one chain: a source, or the originals of documents."""
    return frozenset(origins_alone(attribution.chain, view))
