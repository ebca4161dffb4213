"""Composition: count each origin once, as far as it is not an echo of another one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

__all__ = ["Evidence", "Weight", "weighed"]

EXACT: Final = 15
"""Most origins that are tried in every order; if more, those with the most evidence."""

_TIES: Final = 1e-9
"""How much more evidence in favour weighs than evidence against. So if two orders leave
equal amounts, the one that leaves more in favour is used, whatever the ids are."""

_Matrix: TypeAlias = "Sequence[Sequence[float]]"


@attrs.frozen
class Evidence:
    """How much of an origin's word arrives, as evidence.

    Attributes:
        origin: the id of the origin.
        positive: the evidence for what it said, from 0.
        negative: the evidence against what it said, from 0.
    """

    origin: str
    positive: float
    negative: float

    @property
    def mass(self) -> float:
        """The total amount of evidence."""
        return math.fsum((self.positive, self.negative, _TIES * self.positive))


@attrs.frozen
class Weight:
    """How much of an origin counts, given the origins before it.

    Attributes:
        share: the share that counts, in [0, 1].
        echo_of: the origin that it echoes most; None if it echoes none.
    """

    share: float
    echo_of: str | None = None


def weighed(
    evidence: Iterable[Evidence], dependence: Callable[[str, str], float]
) -> dict[str, Weight]:
    """Return how much of each origin counts alongside the others.

    The origins are put in an order. The first one counts in full; every other one as
    far as it does not depend on those before it, which is a product with one factor for
    each. The order that leaves the most evidence is used, so that adding an origin
    never leaves less, and ids decide nothing.

    The result is exact for up to 15 origins, and for any number if all depend on each
    other equally. If there are more, the 15 with the most evidence are ordered exactly,
    and the rest follow by their evidence. Every pair of origins is compared; ordering
    takes up to 2¹⁵ steps for each of 15 origins.

    Args:
        evidence: the evidence of each origin, once.
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
    """Return the order of places that leaves the most, for masses in descending order.

    If all depend on each other equally, the greatest come first.
    """
    exact = len(masses[:EXACT])
    return [*_best(masses[:EXACT], left), *range(exact, len(masses))]


def _best(masses: Sequence[float], left: _Matrix) -> list[int]:
    """Return the best order of a few origins, from the best orders of every subset.

    If two origins depend on all others equally, putting the one with more evidence
    first is never worse. So a subset is described by how many origins it has of each
    set of such equals. If all origins are equal, there are as many subsets as origins;
    only if no two are equal, there are 2 to that power.

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
    """Return sets of places whose origins depend on all others equally."""
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
