"""Fusion in evidence space: cumulative, averaging, weighted; over any number at once.

Evidence is added or averaged, so nothing depends on an order. Of dogmatic opinions,
whose evidence is without end, the limit is taken: they alone count, each as much as
the others.
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
    """Return the opinion of all, where each has evidence of its own.

    Evidence adds up, so agreement makes surer. For sources that do not hang on each
    other; of ten that repeat one, `support` takes that one.

    Args:
        opinions: one or more, or an iterable of them.
        allow_dogmatic: take opinions without uncertainty. One of them overrides all
            others, so they are refused unless wanted.

    Raises:
        InvalidRecord: for none, or a dogmatic one that was not allowed.

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
    # The more evidence somebody has, the more their base rate counts.
    weights = [(1 - each.uncertainty) / each.uncertainty for each in given]
    return Opinion.from_evidence(
        math.fsum(positive for positive, _ in evidence),
        math.fsum(negative for _, negative in evidence),
        _base_rate(given, weights),
    )


def averaging_fusion(
    *opinions: Opinion | Iterable[Opinion], allow_dogmatic: bool = False
) -> Opinion:
    """Return the opinion of all, where all judge the same evidence.

    Evidence is averaged, so agreement makes nobody surer. For several assessments of
    one source.

    Args:
        opinions: one or more, or an iterable of them.
        allow_dogmatic: take opinions without uncertainty; they override all others.

    Raises:
        InvalidRecord: for none, or a dogmatic one that was not allowed.

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
    """Return the opinion of all, where whoever is surer counts for more.

    Evidence is averaged with what is not uncertain as weight. A vacuous opinion
    changes nothing.

    Args:
        opinions: one or more, or an iterable of them.
        allow_dogmatic: take opinions without uncertainty; they override all others.

    Raises:
        InvalidRecord: for none, or a dogmatic one that was not allowed.

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
    """Return the opinions that were given, in an order that is theirs.

    Raises:
        InvalidRecord: for none, or a dogmatic one that was not allowed.
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
    """Sort by content, so that rounding never depends on the order of arguments."""
    return opinion.belief, opinion.disbelief, opinion.uncertainty, opinion.base_rate


def _weighted(given: Sequence[Opinion], weights: Sequence[float]) -> Opinion:
    """Return the opinion of evidence that is averaged with these weights."""
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
    """Return the base rates averaged with weights; without any, their mean."""
    total = math.fsum(weights)
    if not total:
        return math.fsum(each.base_rate for each in given) / len(given)
    pairs = zip(given, weights, strict=True)
    mean = math.fsum(each.base_rate * weight for each, weight in pairs) / total
    return min(1.0, mean)
