"""Composition: origins, each counted once, as far as it is not an echo of another."""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Evidence", "Weight", "weighed"]

_EXACT: Final = 10
"""Origins among which the best order is searched for: 2 to that power are looked at."""


@attrs.frozen
class Evidence:
    """What arrives of an origin's word.

    Attributes:
        origin: its id.
        positive: how much of it speaks for what it said, from 0.
        negative: how much of it speaks against that, from 0.
    """

    origin: str
    positive: float
    negative: float

    @property
    def mass(self) -> float:
        """How much evidence it is."""
        return math.fsum((self.positive, self.negative))


@attrs.frozen
class Weight:
    """How much of an origin counts beside those with more evidence.

    Attributes:
        share: in [0, 1].
        echo_of: the one of which it is most an echo; None where it is of none.
    """

    share: float
    echo_of: str | None = None


def weighed(
    evidence: Iterable[Evidence], dependence: Callable[[str, str], float]
) -> dict[str, Weight]:
    """Return how much of each origin counts beside the others.

    The first origin counts whole; each further one as far as it does not hang on those
    before it: the product of what each leaves of it. Of all orders, the one that leaves
    the most evidence counts. Ten origins that are one count as one.

    The best order is exact for up to 10 origins that hang on each other, by subsets;
    of more, the 10 with the most evidence come first, and the rest by evidence. Looks
    at every pair of origins.

    Args:
        evidence: of each origin, once; where several orders are equally good, the
            origins that are given first come first.
        dependence: returns how far two origins hang on each other, from 0 to 1.

    >>> some = [Evidence("a", 4, 1), Evidence("b", 3, 1)]
    >>> weighed(some, lambda one, other: 0.5)["b"]
    Weight(share=0.5, echo_of='a')
    """
    ranked = sorted(evidence, key=lambda each: -each.mass)
    best = _best_order(ranked[:_EXACT], dependence)
    weights: dict[str, Weight] = {}
    for each in (*best, *ranked[_EXACT:]):
        degrees: dict[str, float] = {}
        for other in weights:
            degree = dependence(other, each.origin)
            if degree:
                degrees[other] = degree
            if degree == 1:
                # Nothing is left of it, whatever else it hangs on.
                break
        left = [1 - degree for degree in degrees.values()]
        echo_of = max(degrees, key=lambda key: degrees[key], default=None)
        weights[each.origin] = Weight(math.prod(sorted(left), start=1.0), echo_of)
    return weights


def _best_order(
    ranked: Sequence[Evidence], dependence: Callable[[str, str], float]
) -> list[Evidence]:
    """Return the order that leaves the most evidence, by subsets of those before."""
    keys = [each.origin for each in ranked]
    left = [[1 - dependence(one, other) for other in keys] for one in keys]
    if len({left[i][j] for i, j in itertools.combinations(range(len(keys)), 2)}) <= 1:
        # Where all hang on each other alike, nothing beats the most evidence first.
        return list(ranked)
    count = len(keys)
    shares = [[1.0] * (1 << count) for _ in keys]
    for place, row in enumerate(shares):
        for before in range(1, 1 << count):
            lowest = (before & -before).bit_length() - 1
            row[before] = row[before & (before - 1)] * left[lowest][place]
    most = [0.0] + [-1.0] * ((1 << count) - 1)
    last = [0] * (1 << count)
    for before in range(1 << count):
        for place, each in enumerate(ranked):
            with_it = before | 1 << place
            total = most[before] + each.mass * shares[place][before]
            if with_it != before and total > most[with_it]:
                most[with_it], last[with_it] = total, place
    order: list[Evidence] = []
    those = (1 << count) - 1
    while those:
        order.append(ranked[last[those]])
        those &= ~(1 << last[those])
    return order[::-1]
