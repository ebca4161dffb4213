"""Dropped anonymity: a report is cited without the unnamed people it relied on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import attrs

from claimtrack.lineage._drift._kind import Drift, first_by
from claimtrack.lineage._voices import voices
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.records import Attribution
    from claimtrack.view import View

__all__ = ["find_dropped_anonymity"]


@attrs.frozen
class _Voice:
    """Neighbouring links of one source, at least one of which speaks.

    Attributes:
        source: the least id of the source; None if it is not settled.
        spoke_in: the documents in which the links spoke, as far as that is recorded.
        link: the index of the last of these links that speaks.
    """

    source: str | None
    spoke_in: frozenset[str]
    link: int


@attrs.frozen
class _Reliance:
    """A chain in which an outlet relies on somebody unnamed.

    Attributes:
        attribution: the id of the attribution.
        read_in: the document in which it was read.
        spoke_in: the documents in which the outlet spoke, as far as that is recorded.
        source: the least id of the unnamed source.
    """

    attribution: str
    read_in: str
    spoke_in: frozenset[str]
    source: str


_Outlet: TypeAlias = tuple[str, str]
"""A class of claims, and an outlet."""

_Report: TypeAlias = tuple[_Outlet, frozenset[str]]
"""An outlet and the documents in which it spoke; none if that is not recorded."""


def find_dropped_anonymity(view: View) -> Iterator[Drift]:
    """Yield chains that stop at an outlet that relies on somebody unnamed elsewhere.

    "Elsewhere" means in a chain of the same class that was read in another document,
    in which the voice after the outlet is unnamed. The two chains must not be about
    different reports of the outlet, no chain in the same document may continue to
    somebody unnamed, and somebody must pass the outlet's report on.

    Source: Washington Post, guidelines on sourcing: if you quote a report that relies
    on unnamed people, say so.
    """
    reliances: list[tuple[_Outlet, _Reliance]] = []
    stopping: list[tuple[_Report, tuple[Attribution, int]]] = []
    classes = {claim for claim, _ in _stopping(view) & _relying(view)}
    for each in view.on_record:
        claim = view.claims.least_of(each.claim)
        if each.document is None or claim not in classes:
            continue
        spoken = _voices(each, view)
        reliances.extend(
            ((claim, outlet), reliance)
            for outlet, reliance in _reliances(each, each.document, spoken, view)
        )
        last = spoken[-1]
        is_passed_on = len(spoken) > 1
        if is_passed_on and last.source and _is_outlet(last.source, view):
            stopping.append((((claim, last.source), last.spoke_in), (each, last.link)))
    shown = {(outlet, each.read_in) for outlet, each in reliances}
    relied = group_pairs(reliances)
    relied_in = group_pairs(
        ((outlet, place), each)
        for outlet, each in reliances
        for place in each.spoke_in or (None,)
    )
    for (outlet, spoke_in), stops in group_pairs(stopping).items():
        if spoke_in:
            places = ((outlet, place) for place in (*spoke_in, None))
            elsewhere = {each for key in places for each in relied_in.get(key, ())}
        else:
            elsewhere = set(relied.get(outlet, ()))
        if elsewhere:
            kept = [stop for stop in stops if (outlet, stop[0].document) not in shown]
            yield from _dropped(outlet[1], kept, elsewhere, view)


def _relying(view: View) -> set[_Outlet]:
    """Return the outlets that are followed by somebody unnamed in a chain."""
    outlets = view.sources.of_kind("outlet")
    unnamed = view.sources.of_kind("unnamed")
    return {
        (view.claims.least_of(each.claim), view.sources.least_of(str(link.source)))
        for each in view.on_record
        for link, after in pairwise(each.chain.links)
        if after.source in unnamed and link.source in outlets
    }


def _stopping(view: View) -> set[_Outlet]:
    """Return the outlets at which the voices of a chain stop."""
    outlets = view.sources.of_kind("outlet")
    return {
        (view.claims.least_of(each.claim), view.sources.least_of(str(last.source)))
        for each in view.on_record
        if (last := voices(each.chain)[-1]).source in outlets
    }


def _voices(attribution: Attribution, view: View) -> list[_Voice]:
    """Return the voices of a chain; neighbouring links of one source are one voice."""
    links, end = attribution.chain.links, len(voices(attribution.chain))
    runs: list[tuple[str | None, int, set[str | None]]] = []
    for place, link in enumerate(links):
        source = link.source and view.sources.least_of(link.source)
        # A link that is not settled never counts as the same source as another.
        if runs and source is not None and source == runs[-1][0]:
            _, _, spoke_in = runs.pop()
        elif place < end:
            read_in = [] if runs else [link.document or attribution.document]
            spoke_in = set[str | None](read_in)
        else:
            break
        runs.append((source, min(place, end - 1), spoke_in | {link.document}))
    return [
        _Voice(source, frozenset([each for each in spoke_in if each]), place)
        for source, place, spoke_in in runs
    ]


def _reliances(
    attribution: Attribution, read_in: str, spoken: list[_Voice], view: View
) -> Iterator[tuple[str, _Reliance]]:
    """Yield the outlets that are followed by an unnamed voice."""
    for voice, after in pairwise(spoken):
        if (
            voice.source
            and after.source
            and _is_outlet(voice.source, view)
            and view.sources.is_unnamed(after.source)
        ):
            yield (
                voice.source,
                _Reliance(str(attribution.id), read_in, voice.spoke_in, after.source),
            )


def _is_outlet(source: str, view: View) -> bool:
    return view.sources.kind(source) == "outlet"


def _dropped(
    outlet: str,
    stops: list[tuple[Attribution, int]],
    elsewhere: Iterable[_Reliance],
    view: View,
) -> Iterator[Drift]:
    related = tuple(sorted({each.attribution for each in elsewhere}))
    sources = {each.source for each in elsewhere}
    was = first_by(view.named, sources)
    unnamed = min(view.named(each) for each in sources)
    for attribution, place in stops:
        yield Drift(
            kind="anonymity",
            attribution=str(attribution.id),
            link=place,
            related=related,
            was=was,
            now=None,
            text=f"{view.named(outlet)} is cited without the unnamed source it relied "
            f"on: {unnamed}",
        )
