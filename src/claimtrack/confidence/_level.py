"""Levels: the name for an opinion on a claim, and what limits it to moderate."""

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
"""How far the evidence on record supports a claim, in a word."""

MODERATE: Final = 0.35
HIGH: Final = 0.65
"""The least belief for moderate support, and for high support. Our choice."""

CONTESTED: Final = 0.2
"""The least belief and disbelief for a contested claim. Our choice."""

_PLACES: Final = 9
"""Decimals of a belief that count; further ones are rounding errors."""


def find_level(opinion: Opinion, pro: SideTotal, kind: ClaimKind) -> Level:
    """Return the level of support that an opinion means.

    Args:
        opinion: the combined opinion of all origins.
        pro: the origins that speak for the claim.
        kind: the kind of the claim.
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
    """Return whether support is moderate at most, however large the belief is.

    It is for a prediction, if only unnamed sources speak for the claim, and if no two
    origins are established as independent, unless an origin that was there or is a
    document would be enough by itself.
    """
    if kind == "prediction" or all(each.is_unnamed for each in pro.arriving):
        return True
    return not (pro.independent or any(map(_suffices, pro.arriving)))


def _suffices(origin: OriginSupport) -> bool:
    is_enough = round(origin.arriving.belief, _PLACES) >= HIGH
    return origin.is_firsthand and is_enough
