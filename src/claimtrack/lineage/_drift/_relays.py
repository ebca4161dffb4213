"""Relays: chains that go through a document, and what was read there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.records import Attribution
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.view import View

__all__ = ["Passage", "Relays", "find_relays"]


@attrs.frozen
class Passage:
    """A chain on its way through a document.

    Attributes:
        attribution: the attribution.
        link: the index of the outermost link that spoke in the document.
        is_denied: whether a link further in is denied.
    """

    attribution: Attribution
    link: int
    is_denied: bool


@attrs.frozen
class Relays:
    """The chains of one class and one last source that go through a document.

    Attributes:
        claim: the least id of the class.
        source: the least id of the last link's source.
        document: the id of the document.
        passages: the chains that go through it.
        reports: the attributions with this last source that were read in the document,
            by class.
    """

    claim: str
    source: str
    document: str
    passages: tuple[Passage, ...]
    reports: Mapping[str, tuple[Attribution, ...]]

    @property
    def read_there(self) -> tuple[Attribution, ...]:
        """The attributions of the class that were read in the document, by id."""
        return self.reports.get(self.claim, ())


def find_relays(view: View) -> Iterator[Relays]:
    """Yield the chains that go through a document that also quotes their last source.

    The last source is always settled, and the document is not the one in which the
    chain was read.
    """
    citing = {str(each.id): each for each, _, _ in view.cited}
    passing = [
        ((claim, source, document), passage)
        for claim, source, each in _settled(citing.values(), view)
        for document, passage in _passages(each)
    ]
    gone_through = {document for (_, _, document), _ in passing}
    there = (each for each in view.on_record if each.document in gone_through)
    read = [
        ((source, each.document), (claim, each))
        for claim, source, each in _settled(there, view)
    ]
    reports = {key: group_pairs(found) for key, found in group_pairs(read).items()}
    for (claim, source, document), passages in group_pairs(passing).items():
        if (source, document) in reports:
            found = reports[source, document]
            yield Relays(claim, source, document, passages, found)


def _settled(
    attributions: Iterable[Attribution], view: View
) -> Iterator[tuple[str, str, Attribution]]:
    """Yield attributions with a settled last source: class, source, attribution."""
    for each in attributions:
        last = each.chain.last.source
        if last is not None:
            yield view.claims.least_of(each.claim), view.sources.least_of(last), each


def _passages(attribution: Attribution) -> Iterator[tuple[str, Passage]]:
    """Yield the documents that a chain goes through, each with its outermost link."""
    links = attribution.chain.links
    places: dict[str, int] = {}
    denial = 0
    for place, link in enumerate(links):
        if link.document is not None and link.document != attribution.document:
            places.setdefault(link.document, place)
        if link.stance == "denies":
            denial = place
    for document, place in places.items():
        yield document, Passage(attribution, place, denial > place)
