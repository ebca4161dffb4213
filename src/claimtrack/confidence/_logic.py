"""Logic with opinions: not, and, or, deduction, and maximal uncertainty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.confidence._fusion import gathered
from claimtrack.confidence._opinion import Opinion, clipped

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "conjunction",
    "deduction",
    "disjunction",
    "maximize_uncertainty",
    "negation",
]


def negation(opinion: Opinion) -> Opinion:
    """Return the opinion that a statement is not so.

    Source: Jøsang 2016, "Subjective Logic", complement.

    >>> negation(Opinion(0.1, 0.3, 0.6)).belief
    0.3
    """
    return Opinion(
        opinion.disbelief, opinion.belief, opinion.uncertainty, 1 - opinion.base_rate
    )


def conjunction(*opinions: Opinion | Iterable[Opinion]) -> Opinion:
    """Return the opinion that all statements are so.

    The statements must not depend on each other.

    Args:
        opinions: one or more opinions, or an iterable of them.

    Raises:
        InvalidRecord: if there is no opinion.

    Source: Jøsang 2016, "Subjective Logic", binomial multiplication.

    >>> conjunction(Opinion(1, 0, 0), Opinion(0.4, 0.2, 0.4)).disbelief
    0.2
    """
    given = gathered(opinions, allow_dogmatic=True)
    result = given[0]
    for each in given[1:]:
        result = _both(result, each)
    return result


def _both(x: Opinion, y: Opinion) -> Opinion:
    both = x.base_rate * y.base_rate
    other = 1 - both
    # If both base rates are one, each side counts half: the limit on the diagonal.
    half = 0.5
    only_y = (1 - x.base_rate) * y.base_rate / other if other else half
    only_x = x.base_rate * (1 - y.base_rate) / other if other else half
    belief = (
        x.belief * y.belief
        + only_y * x.belief * y.uncertainty
        + only_x * x.uncertainty * y.belief
    )
    disbelief = x.disbelief + y.disbelief - x.disbelief * y.disbelief
    return clipped(belief, disbelief, both)


def disjunction(*opinions: Opinion | Iterable[Opinion]) -> Opinion:
    """Return the opinion that at least one statement is so.

    The statements must not depend on each other.

    Args:
        opinions: one or more opinions, or an iterable of them.

    Raises:
        InvalidRecord: if there is no opinion.

    Source: Jøsang 2016, "Subjective Logic", binomial comultiplication; it is
    the complement of the product of the complements.

    >>> disjunction(Opinion(0, 1, 0), Opinion(0.4, 0.2, 0.4)).belief.__round__(9)
    0.4
    """
    given = gathered(opinions, allow_dogmatic=True)
    return negation(conjunction(negation(each) for each in given))


def deduction(given: Opinion, if_true: Opinion, if_false: Opinion) -> Opinion:
    """Return the opinion on a statement that follows from another one.

    Args:
        given: the opinion on the other statement.
        if_true: the opinion on this statement if the other one is so.
        if_false: the opinion on this statement if the other one is not so. It should
            have the base rate of `if_true`; if they differ, their mean is used,
            weighted by how likely the other statement is without evidence.

    Source: Jøsang 2016, "Subjective Logic", binomial deduction, with its case I
    where belief and disbelief of the conditionals are in one order.

    >>> rain = Opinion(0, 0.4, 0.6, 0.8)
    >>> wet = deduction(rain, Opinion(0.4, 0.5, 0.1, 0.4), Opinion(0, 0.4, 0.6, 0.4))
    >>> round(wet.belief, 3), round(wet.uncertainty, 3)
    (0.192, 0.36)
    """
    likely = given.projection
    prior = given.base_rate
    base_rate = prior * if_true.base_rate + (1 - prior) * if_false.base_rate
    order = (if_true.belief - if_false.belief) * (
        if_true.disbelief - if_false.disbelief
    )
    if order >= 0:
        return clipped(
            likely * if_true.belief + (1 - likely) * if_false.belief,
            likely * if_true.disbelief + (1 - likely) * if_false.disbelief,
            base_rate,
        )
    when = if_true.belief + base_rate * if_true.uncertainty
    unless = if_false.belief + base_rate * if_false.uncertainty
    most = _most_uncertain(
        prior * when + (1 - prior) * unless,
        base_rate,
        least_belief=min(if_true.belief, if_false.belief),
        least_disbelief=min(if_true.disbelief, if_false.disbelief),
    )
    uncertainty = (
        most
        - (most - if_true.uncertainty) * given.belief
        - (most - if_false.uncertainty) * given.disbelief
    )
    belief = likely * when + (1 - likely) * unless - base_rate * uncertainty
    return clipped(belief, 1 - belief - uncertainty, base_rate)


def maximize_uncertainty(opinion: Opinion) -> Opinion:
    """Return the most uncertain opinion with the same probability.

    Source: Jøsang 2016, "Subjective Logic", uncertainty-maximised opinions.

    >>> maximize_uncertainty(Opinion(0.1, 0.3, 0.6)).uncertainty
    0.8
    """
    likely = opinion.projection
    uncertainty = _most_uncertain(likely, opinion.base_rate)
    belief = likely - opinion.base_rate * uncertainty
    return clipped(belief, 1 - belief - uncertainty, opinion.base_rate)


def _most_uncertain(
    likely: float,
    base_rate: float,
    *,
    least_belief: float = 0,
    least_disbelief: float = 0,
) -> float:
    """Return the greatest uncertainty that a probability and a base rate allow."""
    bounds = [1 - least_belief - least_disbelief]
    if base_rate:
        bounds.append((likely - least_belief) / base_rate)
    if base_rate != 1:
        bounds.append((1 - likely - least_disbelief) / (1 - base_rate))
    return min(bounds)
