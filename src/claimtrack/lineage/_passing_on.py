"""Passing on: one source's word here, and in the document that it was taken from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.lineage._drifting import Drift
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.records import Attitude
    from claimtrack.view import View

__all__ = ["find_passed_on"]

_STRENGTH: Final[dict[Attitude, int]] = {"intention": 1, "belief": 2, "assertion": 3}
"""Attitudes that one can be stronger than the other."""

_Key: TypeAlias = tuple[str, str, str]
"""A class of claims, who has the last word, and the document it was read in."""


@attrs.frozen
class _Taken:
    """An attribution that takes a source's word from a document.

    Attributes:
        attribution: the attribution.
        link: index of the link that was said in the document.
        source: the id that the last link's source goes by.
        document: the document.
    """

    attribution: Attribution
    link: int
    source: str
    document: str


def find_passed_on(view: View) -> Iterator[Drift]:
    """Yield where a source's word became stronger, or lost its ground rules."""
    reports: dict[_Key, list[Attribution]] = {}
    for each in view.all(Attribution):
        source = each.chain.last.source
        if source is not None and each.document is not None:
            claim = view.claims.least_of(each.claim)
            key = (claim, view.sources.least_of(source), each.document)
            reports.setdefault(key, []).append(each)
    stronger = view.leading("stronger-than")
    for taken in _all_taken(view):
        claim = view.claims.least_of(taken.attribution.claim)
        there = reports.get((claim, taken.source, taken.document), ())
        if there:
            yield from _stronger_attitude(taken, there, view)
            yield from _dropped_rules(taken, there, view)
        else:
            weaker = sorted(stronger.get(claim, ()))
            yield from _stronger_wording(taken, weaker, reports, view)


def _all_taken(view: View) -> Iterator[_Taken]:
    """Yield each attribution with each document, not its own, that it goes through."""
    for each in view.all(Attribution):
        last = each.chain.last.source
        if last is None:
            continue
        source = view.sources.least_of(last)
        places: dict[str, int] = {}
        for place, link in enumerate(each.chain):
            if link.document is not None and link.document != each.document:
                places.setdefault(link.document, place)
        for document, place in places.items():
            yield _Taken(each, place, source, document)


def _stronger_attitude(
    taken: _Taken, there: Sequence[Attribution], view: View
) -> Iterator[Drift]:
    """Yield where the document has the word nowhere as strong as it is passed on."""
    ranked = [each for each in there if each.chain.last.attitude in _STRENGTH]
    now = taken.attribution.chain.last.attitude
    if not ranked or now not in _STRENGTH:
        return
    first = max(ranked, key=lambda each: _STRENGTH[each.chain.last.attitude])
    was = first.chain.last.attitude
    if _STRENGTH[now] > _STRENGTH[was]:
        text = (
            f"the word of {view.named(taken.source)} is passed on as {now}, "
            f"and is {was} in {view.named(taken.document)}"
        )
        yield Drift(
            kind="attitude",
            attribution=str(taken.attribution.id),
            link=len(taken.attribution.chain) - 1,
            related=(str(first.id),),
            was=was,
            now=now,
            text=text,
        )


def _dropped_rules(
    taken: _Taken, there: Sequence[Attribution], view: View
) -> Iterator[Drift]:
    """Yield where ground rules are recorded in the document, and not here."""
    first = next(
        (each for each in there if each.chain.last.ground_rules != "unknown"), None
    )
    if first is None or taken.attribution.chain.last.ground_rules != "unknown":
        return
    was = first.chain.last.ground_rules
    text = (
        f"the word of {view.named(taken.source)} is passed on without its ground "
        f"rules, {was} in {view.named(taken.document)}"
    )
    yield Drift(
        kind="ground-rules",
        attribution=str(taken.attribution.id),
        link=len(taken.attribution.chain) - 1,
        related=(str(first.id),),
        was=was,
        now=None,
        text=text,
    )


def _stronger_wording(
    taken: _Taken,
    weaker: Sequence[str],
    reports: Mapping[_Key, Sequence[Attribution]],
    view: View,
) -> Iterator[Drift]:
    """Yield where the document has that word as a weaker claim only."""
    for claim in weaker:
        there = reports.get((claim, taken.source, taken.document))
        if there:
            text = (
                f"the word of {view.named(taken.source)} is passed on as a stronger "
                f"claim than that in {view.named(taken.document)}"
            )
            yield Drift(
                kind="wording",
                attribution=str(taken.attribution.id),
                link=taken.link,
                related=(str(there[0].id),),
                was=there[0].claim,
                now=taken.attribution.claim,
                text=text,
            )
