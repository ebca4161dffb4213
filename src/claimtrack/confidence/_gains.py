"""Find what would raise support: a rating, a declaration, an origin or a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.confidence._index import HELD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.confidence._because import Found
    from claimtrack.confidence._result import OriginSupport

__all__ = ["what_would_raise"]

_OFFERED: Final = 2
"""Most ways to raise support that are offered."""


def what_would_raise(found: Found) -> str:
    """Return what would raise support if it were recorded; empty if nothing would."""
    if found.kind in HELD or found.level == "high":
        return ""
    offers = list(dict.fromkeys(_offers(found)))[:_OFFERED]
    return ", or ".join(offers)


def _offers(found: Found) -> Iterator[str]:
    """Yield what would raise support, beginning with the least work."""
    unrated = [each for each in found.pro.origins if not each.is_judged]
    if unrated and all(each.unjudged for each in unrated):
        nearest = min(unrated, key=lambda each: (len(each.unjudged), each.origin))
        yield f"a rating of {found.named(nearest.unjudged)}"
    if found.level == "not-rated":
        return
    speaking = found.speaking(found.pro)
    if not speaking:
        yield from _first_origin(found)
        return
    if found.kind == "prediction" and found.level == "moderate":
        return
    if cited := _cited(speaking[0], found):
        yield cited
    yield _further(speaking, found)


def _first_origin(found: Found) -> Iterator[str]:
    if found.open_ends:
        yield f"a record of how {found.named(found.open_ends[:1])} came to know it"
    else:
        yield "somebody on record who says so"


def _cited(origin: OriginSupport, found: Found) -> str | None:
    """Return the report or document that was only read through a relay, if any."""
    sources = found.judging.index.view.sources
    if origin.kind == "document" and origin.path[-1:] != (origin.origin,):
        return f"{found.named([origin.origin])} itself"
    if len(origin.path) > 1 and sources.kind(origin.path[1]) == "outlet":
        return f"the report of {found.named([origin.path[1]])} itself"
    return None


def _further(speaking: Sequence[OriginSupport], found: Found) -> str:
    """Return which further origin, or what about known origins, would raise support."""
    if all(each.is_unnamed for each in speaking) and found.is_enough:
        return "an origin with a name"
    if len(speaking) == 1:
        return "a second origin that somebody else calls independent"
    ceiling = found.pro.ceiling
    if ceiling is not None and ceiling >= found.pro.best_way:
        return "a better path to one of them"
    causes = {each.dependence.cause for each in found.pro.echoes}
    if found.pro.independent or "common-owner" in causes:
        return "a further origin that somebody else calls independent"
    return "a record by somebody else that two of them are independent"
