"""The reasons for support in words, with names instead of ids."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.confidence._enumeration import percent
from claimtrack.lineage import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.confidence._because import Found
    from claimtrack.confidence._echo import Cause
    from claimtrack.confidence._result import OriginSupport
    from claimtrack.confidence._worth import Echo, SideTotal

__all__ = ["why_supported"]

_CAUSES: Final[Mapping[Cause, str]] = {
    "given": "as the caller says",
    "may-be-one-elsewhere": "no single outlet has both, so they may be the same person",
    "may-be-one": "nothing on record says that they are different people",
    "common-owner": "they have a common owner",
    "undeclared": "nobody else calls them independent",
}


def why_supported(found: Found) -> Iterator[Reason]:
    """Yield the reasons for the support of a claim, the decisive ones first."""
    if found.opinion is None:
        text = f"it cannot be judged: {found.because}"
        yield Reason("not-judged", (), text)
    for side in (found.pro, found.con):
        for each in side.origins:
            yield _of_origin(each, found)
    for side in (found.pro, found.con):
        for echo in side.echoes:
            yield _of_echo(echo, found)
        yield from _of_ceiling(side)
    yield from _of_ratings(found)
    for key in (*found.open_ends, *found.open_against):
        name = found.named([key])
        text = f"{name} counts for nothing, because how it knows is not on record"
        yield Reason("open-end", (key,), text)
    for cycle in found.lineage.cycles:
        text = f"{found.named(cycle)} cite each other in a circle"
        yield Reason("circular", cycle, text)


def _of_origin(origin: OriginSupport, found: Found) -> Reason:
    ids = tuple(dict.fromkeys((origin.origin, *origin.path, origin.claim)))
    side = f"{origin.side} it"
    if origin.claim != found.lineage.claim:
        side = f"{side}, by saying {origin.claim}"
    text = f"{side}: {found.called(origin.origin)}"
    through = f" through {found.rated(origin.relays)}" if origin.relays else ""
    if not origin.is_judged:
        missing = found.named(origin.unjudged) or "those who pass it on"
        text = f"{text}{through}, not counted until {missing} can be judged"
        return Reason("origin-not-judged", ids, text)
    parts = [text]
    if origin.relays:
        parts.append(f"{percent(origin.share or 0)} arrives{through}")
    if origin.strength < 1:
        parts.append(f"{percent(origin.strength)} of that for how certainly it is said")
    if origin.weight < 1:
        parts.append(f"{percent(origin.weight)} counts alongside the others")
    if origin.distanced:
        parts.append(f"{found.named(origin.distanced)} keeping a distance")
    return Reason("origin", ids, ", ".join(parts))


def _of_echo(echo: Echo, found: Found) -> Reason:
    first, second = found.named([echo.first]), found.named([echo.second])
    degree = percent(echo.dependence.degree)
    cause = _CAUSES[echo.dependence.cause]
    text = f"{second} may be an echo of {first} ({degree}): {cause}"
    return Reason("echo", (echo.first, echo.second), text)


def _of_ceiling(side: SideTotal) -> Iterator[Reason]:
    if side.ceiling is not None:
        ids = tuple(each.origin for each in side.arriving)
        why = (
            "nothing is surer than the best path by which any of it came"
            if side.independent
            else "nobody else calls two of them independent, so together they are no "
            "surer than the best of them and the best path by which any of it came"
        )
        text = (
            f"the word of {len(ids)} origins counts for {percent(side.ceiling)}: {why}"
        )
        yield Reason("ceiling", ids, text)


def _of_ratings(found: Found) -> Iterator[Reason]:
    """Yield the sources on whose rating assessors disagree."""
    every = (*found.pro.origins, *found.con.origins)
    for key in sorted({key for each in every for key in (each.origin, *each.path)}):
        text = found.judging.reliability.disputes(key)
        if text is not None:
            yield Reason("disputed", (key,), text)
