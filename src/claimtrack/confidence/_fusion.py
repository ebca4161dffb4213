"""Fusion in evidence space: cumulative, averaging and weighted, for any number at once.

Evidence is added or averaged, so the order does not matter. Dogmatic opinions have
infinite evidence, so the limit is used: only they count, each as much as the others.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from claimtrack.confidence._opinion import Opinion, clipped, refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["averaging_fusion", "cumulative_fusion", "gathered", "weighted_fusion"]


def cumulative_fusion(
    *opinions: Opinion | Iterable[Opinion], allow_dogmatic: bool = False
) -> Opinion:
    """Return the combined opinion of sources that each have evidence of their own.

    Evidence adds up, so agreement increases certainty. Use this for sources that do not
    depend on each other; if ten sources repeat one, `support` counts only that one.

    Args:
        opinions: one or more opinions, or an iterable of them.
        allow_dogmatic: whether to accept opinions without uncertainty. One such opinion
            overrides all others, so they are refused by default.

    Raises:
        InvalidRecord: if there is no opinion, or a dogmatic one that is not allowed.

    Source: Jøsang 2016, "Subjective Logic", aleatory cumulative belief fusion; its
    base rate (equation 12.14) over any number.

    >>> one = Opinion.from_evidence(4, 1)
    >>> cumulative_fusion(one, one).evidence
    (8.0, 2.0)
    """
    given = gathered(opinions, allow_dogmatic=allow_dogmatic)
    certain = [each for each in given if each.is_dogmatic]
    if certain:
        return _mean(certain)
    evidence = [each.evidence for each in given]
    # A base rate counts for more if there is more evidence behind it.
    weights = [(1 - each.uncertainty) / each.uncertainty for each in given]
    return Opinion.from_evidence(
        math.fsum(positive for positive, _ in evidence),
        math.fsum(negative for _, negative in evidence),
        _base_rate(given, weights),
    )


def averaging_fusion(
    *opinions: Opinion | Iterable[Opinion], allow_dogmatic: bool = False
) -> Opinion:
    """Return the combined opinion of people who all judge the same evidence.

    Evidence is averaged, so agreement does not increase certainty. Use this for several
    assessments of one source.

    Args:
        opinions: one or more opinions, or an iterable of them.
        allow_dogmatic: whether to accept opinions without uncertainty; they override
            all others.

    Raises:
        InvalidRecord: if there is no opinion, or a dogmatic one that is not allowed.

    Source: Jøsang 2016, "Subjective Logic", averaging belief fusion.

    >>> one = Opinion.from_evidence(4, 1)
    >>> averaging_fusion(one, one, one) == one
    True
    """
    given = gathered(opinions, allow_dogmatic=allow_dogmatic)
    return _weighted(given, [1.0] * len(given))


def weighted_fusion(
    *opinions: Opinion | Iterable[Opinion], allow_dogmatic: bool = False
) -> Opinion:
    """Return the combined opinion of all, in which surer opinions count for more.

    Evidence is averaged, and the weight of an opinion is one minus its uncertainty. A
    vacuous opinion changes nothing.

    Args:
        opinions: one or more opinions, or an iterable of them.
        allow_dogmatic: whether to accept opinions without uncertainty; they override
            all others.

    Raises:
        InvalidRecord: if there is no opinion, or a dogmatic one that is not allowed.

    Source: van der Heijden, Kopp & Kargl 2018, "Multi-Source Fusion Operations in
    Subjective Logic", weighted belief fusion.

    >>> one = Opinion.from_evidence(4, 1)
    >>> weighted_fusion(one, Opinion.vacuous()) == one
    True
    """
    given = gathered(opinions, allow_dogmatic=allow_dogmatic)
    return _weighted(given, [1 - each.uncertainty for each in given])


def gathered(
    opinions: Iterable[Opinion | Iterable[Opinion]], *, allow_dogmatic: bool
) -> tuple[Opinion, ...]:
    """Return the given opinions in an order that only depends on their content.

    Raises:
        InvalidRecord: if there is no opinion, or a dogmatic one that is not allowed.
    """
    flat: list[Opinion] = []
    for each in opinions:
        flat.extend([each] if isinstance(each, Opinion) else each)
    if not flat:
        raise refused("there is no opinion to fuse", "Give one or more.", code="CT016")
    if not allow_dogmatic and any(each.is_dogmatic for each in flat):
        raise refused(
            "an opinion without uncertainty would override all others",
            "Give it some, or say allow_dogmatic=True.",
        )
    return tuple(sorted(flat, key=_order))


def _order(opinion: Opinion) -> tuple[float, ...]:
    """Return a sort key by content, so that argument order never affects rounding."""
    return opinion.belief, opinion.disbelief, opinion.uncertainty, opinion.base_rate


def _weighted(given: Sequence[Opinion], weights: Sequence[float]) -> Opinion:
    """Return the opinion that results from averaging evidence with these weights."""
    base_rate = _base_rate(given, weights)
    certain = [each for each in given if each.is_dogmatic]
    if certain:
        return clipped(
            math.fsum(each.belief for each in certain) / len(certain),
            math.fsum(each.disbelief for each in certain) / len(certain),
            base_rate,
        )
    total = math.fsum(weights)
    if not total:
        return Opinion.vacuous(base_rate)
    evidence = [each.evidence for each in given]
    positive = [r * w for (r, _), w in zip(evidence, weights, strict=True)]
    negative = [s * w for (_, s), w in zip(evidence, weights, strict=True)]
    return Opinion.from_evidence(
        math.fsum(positive) / total, math.fsum(negative) / total, base_rate
    )


def _mean(given: Sequence[Opinion]) -> Opinion:
    return _weighted(given, [1.0] * len(given))


def _base_rate(given: Sequence[Opinion], weights: Sequence[float]) -> float:
    """Return the weighted mean of the base rates; the plain mean if weights are 0."""
    total = math.fsum(weights)
    if not total:
        return math.fsum(each.base_rate for each in given) / len(given)
    pairs = zip(given, weights, strict=True)
    mean = math.fsum(each.base_rate * weight for each, weight in pairs) / total
    return min(1.0, mean)
