"""Find the heaviest set of things that are all different from each other.

No fast algorithm is known for the general problem. Here most things differ by what they
are, and only a few because somebody says so, so little is left to search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["PATIENCE", "Heaviest", "find_heaviest"]

PATIENCE: Final = 300_000
"""Comparisons after which a search stops and returns the heaviest set so far."""


@attrs.frozen
class Heaviest:
    """A set of things that are all different from each other.

    Attributes:
        ids: the members, sorted.
        weight: their total weight.
        is_sure: whether no other set is heavier; False if the search was cut short.
    """

    ids: tuple[str, ...] = ()
    weight: int = 0
    is_sure: bool = True


def find_heaviest(
    weights: Mapping[str, int], are_different: Callable[[str, str], bool]
) -> Heaviest:
    """Return the heaviest set in which any two members are different.

    The sets are searched depth first, heavy things first, and those that cannot become
    heavier than the best set so far are skipped. Of equally heavy sets, the first one
    is returned.

    Args:
        weights: the weight of each thing, at least 1; of two with the same weight, the
            first one is tried first.
        are_different: returns whether two things are different, in either order.

    >>> found = find_heaviest({"a": 1, "b": 2, "c": 2}, lambda x, y: "a" in (x, y))
    >>> found.ids, found.weight
    (('a', 'b'), 3)
    """
    order = sorted(weights, key=lambda each: -weights[each])
    best = Heaviest()
    chosen: list[str] = []
    # Each entry: what may still be added, and its total weight.
    todo = [(order, sum(weights.values()))]
    weight = patience = 0
    while todo:
        free, rest = todo[-1]
        if not free or weight + rest <= best.weight:
            todo.pop()
            weight -= weights[chosen.pop()] if chosen else 0
            continue
        if patience > PATIENCE:
            return attrs.evolve(best, is_sure=False)
        first, later = free[0], free[1:]
        todo[-1] = (later, rest - weights[first])
        patience += len(later)
        chosen.append(first)
        weight += weights[first]
        if weight > best.weight:
            best = Heaviest(tuple(sorted(chosen)), weight)
        kept = [each for each in later if are_different(first, each)]
        todo.append((kept, sum(weights[each] for each in kept)))
    return best
