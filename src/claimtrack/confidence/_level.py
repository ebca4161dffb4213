"""Levels: what an opinion is called, and what keeps it from being called more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from claimtrack.confidence._opinion import Opinion
    from claimtrack.confidence._result import OriginSupport
    from claimtrack.confidence._worth import SideTotal
    from claimtrack.records import ClaimKind

__all__ = ["HIGH", "Level", "find_level", "is_capped"]

Level: TypeAlias = Literal[
    "none", "low", "moderate", "high", "contested", "spoken-against", "not-rated"
]
"""How far what is on record supports a claim, in a word."""

MODERATE: Final = 0.35
HIGH: Final = 0.65
"""The belief from which support is moderate, and from which it is high. Ours."""

CONTESTED: Final = 0.2
"""The belief and the disbelief from which both sides are heard. Ours."""

_PLACES: Final = 9
"""Decimals of a belief that are looked at: what is behind them is rounding."""


def find_level(opinion: Opinion, pro: SideTotal, kind: ClaimKind) -> Level:
    """Return what an opinion is called.

    Args:
        opinion: what all origins come to.
        pro: the origins that speak for the claim.
        kind: what kind of claim it is.
    """
    belief = round(opinion.belief, _PLACES)
    disbelief = round(opinion.disbelief, _PLACES)
    if min(belief, disbelief) >= CONTESTED:
        return "contested"
    if disbelief > belief:
        return "spoken-against"
    if belief < MODERATE:
        return "low"
    return "moderate" if belief < HIGH or is_capped(pro, kind) else "high"


def is_capped(pro: SideTotal, kind: ClaimKind) -> bool:
    """Return whether support is moderate at most, however much is believed.

    It is for a prediction, for the word of unnamed sources alone, and as long as no
    two origins are established to be independent, unless one that was there or is a
    document would be enough by itself.
    """
    if kind == "prediction" or all(each.is_unnamed for each in pro.arriving):
        return True
    return not (pro.independent or any(map(_suffices, pro.arriving)))


def _suffices(origin: OriginSupport) -> bool:
    is_enough = round(origin.arriving.belief, _PLACES) >= HIGH
    return origin.is_firsthand and is_enough
