"""Composition: origins, each counted once, as far as it is not an echo of another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Evidence", "Weight", "weighed"]

EXACT: Final = 15
"""How many origins are tried in every order; of more, those with the most evidence."""

_TIES: Final = 1e-9
"""How little more evidence for it weighs than as much against it. So of two orders
that leave the same, the one that leaves more for it is taken, whatever the ids are."""

_Matrix: TypeAlias = "Sequence[Sequence[float]]"


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
        return math.fsum((self.positive, self.negative, _TIES * self.positive))


@attrs.frozen
class Weight:
    """How much of an origin counts beside those that come before it.

    Attributes:
        share: in [0, 1].
        echo_of: the one of which it is most an echo; None where it is of none.
    """

    share: float
    echo_of: str | None = None


def weighed(
    evidence: Iterable[Evidence], dependence: Callable[[str, str], float]
) -> dict[str, Weight]:
    """Return how much of each origin counts alongside the others.

    The origins are put in an order. The first counts whole; each further one as far as
    it does not depend on those before it: the product of what each leaves of it. Of
    all orders, the one that leaves the most evidence counts, so that one more origin
    never leaves less, and ids decide nothing.

    Exact up to 15 origins, and for any number that depend on each other alike. Of
    more, the 15 with the most evidence are ordered so, and the rest follow by their
    evidence. Looks at every pair of origins; takes up to 2¹⁵ steps for each of 15.

    Args:
        evidence: of each origin, once.
        dependence: returns how far two origins depend on each other, from 0 to 1.

    >>> some = [Evidence("a", 4, 1), Evidence("b", 3, 1)]
    >>> weighed(some, lambda one, other: 0.5)["b"]
    Weight(share=0.5, echo_of='a')
    """
    ranked = sorted(evidence, key=lambda each: (-each.mass, each.origin))
    left = [
        [
            1.0 if one is other else 1 - dependence(one.origin, other.origin)
            for other in ranked
        ]
        for one in ranked
    ]
    weights: dict[str, Weight] = {}
    before: list[int] = []
    for place in _order([each.mass for each in ranked], left):
        kept = left[place]
        share = math.prod(sorted(kept[other] for other in before))
        nearest = min(before, key=lambda other: kept[other], default=place)
        echo_of = ranked[nearest].origin if kept[nearest] < 1 else None
        weights[ranked[place].origin] = Weight(share, echo_of)
        before.append(place)
    return weights


def _order(masses: Sequence[float], left: _Matrix) -> list[int]:
    """Return the order of places that leaves most, for masses from great to small.

    Where all depend on each other alike, the greatest first.
    """
    exact = len(masses[:EXACT])
    return [*_best(masses[:EXACT], left), *range(exact, len(masses))]


def _best(masses: Sequence[float], left: _Matrix) -> list[int]:
    """Return the best order of a few, from the best orders of every part of them.

    Of origins that depend on all others alike, the one with more evidence is never
    worse before the other, so that a part is known by how many of each such set are
    in it. There are as many parts as origins where all are alike, and 2 to that power
    only where no two are.

    Source: Held & Karp 1962, "A dynamic programming approach to sequencing problems".
    """
    sets = _alike(left, len(masses))
    most: dict[tuple[int, ...], float] = {(0,) * len(sets): 0.0}
    orders: dict[tuple[int, ...], list[int]] = {(0,) * len(sets): []}
    for _ in masses:
        longer: dict[tuple[int, ...], float] = {}
        chosen: dict[tuple[int, ...], list[int]] = {}
        for part, total in most.items():
            before = orders[part]
            for number, places in enumerate(sets):
                if part[number] == len(places):
                    continue
                place = places[part[number]]
                kept = left[place]
                share = math.prod(sorted([kept[other] for other in before]))
                new = (*part[:number], part[number] + 1, *part[number + 1 :])
                worth = total + masses[place] * share
                if worth > longer.get(new, -1.0):
                    longer[new], chosen[new] = worth, [*before, place]
        most, orders = longer, chosen
    (order,) = orders.values()
    return order


def _alike(left: _Matrix, size: int) -> list[list[int]]:
    """Return the places of those that depend on all others alike, set by set."""
    sets: list[list[int]] = []
    for place in range(size):
        for known in sets:
            other = known[0]
            if all(
                left[place][each] == left[other][each]
                for each in range(size)
                if each not in (place, other)
            ):
                known.append(place)
                break
        else:
            sets.append([place])
    return sets
