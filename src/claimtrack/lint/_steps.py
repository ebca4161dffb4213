"""Chains in the terms of rules: the last voice, the second source, own and relayed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.lineage import voices
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Document, Factuality

__all__ = [
    "Unnamed",
    "is_out",
    "polarity",
    "second_index",
    "unnamed_links",
]

_POSITIVE: Final = frozenset({"CT+", "PR+", "PS+"})
_NEGATIVE: Final = frozenset({"CT-", "PR-", "PS-"})


def second_index(attribution: Attribution, case: Case) -> int | None:
    """Return the index of the first link whose source is not that of the head."""
    chain = attribution.chain.links
    head = case.sources_in(chain[0])
    for index, link in enumerate(chain):
        if index and (link.source is None or case.sources_in(link) != head):
            return index
    return None


@attrs.frozen
class Unnamed:
    """A link to an unnamed source.

    Attributes:
        attribution: the attribution with the chain.
        index: the index of the link in the chain, from 0.
        source: the id of the source.
        is_own: whether the desk itself dealt with the source: the desk is the
            publisher, and the source comes second.
        is_voice: whether the source speaks.
    """

    attribution: Attribution
    index: int
    source: str
    is_own: bool
    is_voice: bool

    @property
    def is_last(self) -> bool:
        """Whether this is the innermost link."""
        return self.index == len(self.attribution.chain) - 1

    def dealer(self, case: Case) -> str:
        """Return the last outlet before this link, or the head if there is none.

        The dealer is responsible for reasons, approvals and identities.
        """
        before = self.attribution.chain[: self.index]
        outlets = [each.source for each in before if case.kind_of(each) == "outlet"]
        nearest = outlets[-1] if outlets else before[0].source
        return case.sources.least_of(nearest or self.source)


def unnamed_links(attribution: Attribution, case: Case) -> Iterator[Unnamed]:
    """Yield the links to unnamed sources after the head."""
    all_unnamed = case.sources.of_kind("unnamed")
    unnamed = [
        (index, str(link.source))
        for index, link in enumerate(attribution.chain.links)
        if index and link.source in all_unnamed
    ]
    if not unnamed:
        return
    second = second_index(attribution, case)
    spoken = len(voices(attribution.chain))
    publisher = attribution.chain.head.source
    is_desk = publisher is not None and case.sources.least_of(publisher) in case.desk
    for index, source in unnamed:
        yield Unnamed(
            attribution,
            index,
            case.sources.least_of(source),
            is_own=is_desk and index == second,
            is_voice=index < spoken,
        )


def polarity(attribution: Attribution) -> int:
    """Return 1 if a chain supports its claim, -1 if it opposes it, otherwise 0."""
    if any(link.stance == "denies" for link in attribution.chain[1:]):
        return -1
    value: Factuality = attribution.chain.last.own_factuality
    return (value in _POSITIVE) - (value in _NEGATIVE)


def is_out(document: Document | None) -> bool:
    """Return whether a document is published, judging by its status or its date."""
    if document is None:
        return False
    if document.status is None:
        return document.published is not None
    return document.status == "published"
