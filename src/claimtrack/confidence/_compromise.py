"""Fusion of conflicting opinions: find a compromise, or satisfy all of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from claimtrack.confidence._fusion import gathered
from claimtrack.confidence._opinion import Opinion, clipped, refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["consensus_compromise_fusion", "constraint_fusion"]


def consensus_compromise_fusion(
    *opinions: Opinion | Iterable[Opinion], allow_dogmatic: bool = False
) -> Opinion:
    """Return the opinion on which all could agree.

    Belief that all share is kept; belief that only some hold is discounted by how
    uncertain the others are; open conflict becomes uncertainty. All opinions are fused
    at once, because fusing them in pairs would make the result depend on the order.

    Args:
        opinions: one or more opinions, or an iterable of them.
        allow_dogmatic: whether to accept opinions without uncertainty.

    Raises:
        InvalidRecord: if there is no opinion, or a dogmatic one that is not allowed.

    Source: Jøsang 2016, "Subjective Logic", consensus and compromise fusion; for any
    number van der Heijden, Kopp & Kargl 2018, "Multi-Source Fusion Operations in
    Subjective Logic".

    >>> one = Opinion(0.7, 0.1, 0.2)
    >>> consensus_compromise_fusion(one, one).belief
    0.7
    """
    given = gathered(opinions, allow_dogmatic=allow_dogmatic)
    base_rate = math.fsum(each.base_rate for each in given) / len(given)
    shared = min(each.belief for each in given), min(each.disbelief for each in given)
    unsure = [each.uncertainty for each in given]
    belief = [each.belief - shared[0] for each in given]
    disbelief = [each.disbelief - shared[1] for each in given]
    compromise = _discounted(belief, unsure), _discounted(disbelief, unsure)
    both = [b + d for b, d in zip(belief, disbelief, strict=True)]
    conflict = max(0.0, math.prod(both) - math.prod(belief) - math.prod(disbelief))
    to_share = math.fsum((*compromise, conflict))
    if not to_share:
        return clipped(*shared, base_rate)
    left = 1 - math.fsum(shared) - math.prod(unsure)
    scale = max(0.0, left) / to_share
    return clipped(
        shared[0] + scale * compromise[0], shared[1] + scale * compromise[1], base_rate
    )


def _discounted(rest: Sequence[float], unsure: Sequence[float]) -> float:
    """Return the sum of what each holds alone, times the uncertainty of all others.

    The product over all others is the product of those before times those after.
    """
    before = [1.0]
    for each in unsure[:-1]:
        before.append(before[-1] * each)
    after = [1.0]
    for each in unsure[:0:-1]:
        after.append(after[-1] * each)
    others = zip(before, reversed(after), strict=True)
    return math.fsum(r * b * a for r, (b, a) in zip(rest, others, strict=True))


def constraint_fusion(
    *opinions: Opinion | Iterable[Opinion], allow_dogmatic: bool = False
) -> Opinion:
    """Return the opinion that satisfies all opinions together.

    Conflicting parts are ruled out and the rest is scaled up, so two opinions that
    agree a little become surer than either. Use this for preferences and constraints,
    not for testimony.

    Args:
        opinions: one or more opinions, or an iterable of them.
        allow_dogmatic: whether to accept opinions without uncertainty.

    Raises:
        InvalidRecord: if there is no opinion, a dogmatic one that is not allowed, or
            two that contradict each other completely, so that nothing is possible.

    Source: Jøsang 2016, "Subjective Logic", belief constraint fusion.

    >>> both = constraint_fusion(Opinion(0.7, 0, 0.3), Opinion(0.3, 0, 0.7))
    >>> round(both.belief, 2)
    0.79
    """
    given = gathered(opinions, allow_dogmatic=allow_dogmatic)
    belief, disbelief, uncertainty = 0.0, 0.0, 1.0
    for each in given:
        b, d, u = each.belief, each.disbelief, each.uncertainty
        # Only sums of products, so nothing cancels out, however small the numbers are.
        belief, disbelief, uncertainty = (
            math.fsum((belief * b, belief * u, uncertainty * b)),
            math.fsum((disbelief * d, disbelief * u, uncertainty * d)),
            uncertainty * u,
        )
        total = math.fsum((belief, disbelief, uncertainty))
        if not total:
            raise refused(
                "the opinions contradict each other completely",
                "Leave one out, or give each some uncertainty.",
                code="CT024",
            )
        belief, disbelief, uncertainty = (
            belief / total,
            disbelief / total,
            uncertainty / total,
        )
    return Opinion(belief, disbelief, uncertainty, _sure_base_rate(given))


def _sure_base_rate(given: Sequence[Opinion]) -> float:
    """Return the mean base rate, weighted by how much of each is not uncertain."""
    weights = [1 - each.uncertainty for each in given]
    total = math.fsum(weights)
    if not total:
        weights, total = [1.0] * len(given), float(len(given))
    pairs = zip(given, weights, strict=True)
    return min(1.0, math.fsum(each.base_rate * w for each, w in pairs) / total)
