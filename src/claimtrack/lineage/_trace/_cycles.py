"""Circular reporting: sources that cite each other in a circle."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["find_cycles"]


def find_cycles(after: Sequence[AbstractSet[int]]) -> list[list[int]]:
    """Return the cyclic components of a graph: sets of nodes that lead to each other.

    A node that leads to itself is a component too. Linear in the edges, not recursive.

    Args:
        after: the nodes that each node leads to.

    >>> find_cycles([{1}, {2}, {1}, {3}])
    [[1, 2], [3]]

    Source: the components are found as S. R. Kosaraju does (Aho, Hopcroft & Ullman
    1983, "Data Structures and Algorithms", section 6.7).
    """
    if all(node < min(targets) for node, targets in enumerate(after) if targets):
        return []
    before: list[list[int]] = [[] for _ in after]
    for node, targets in enumerate(after):
        for target in targets:
            before[target].append(node)
    left = _leading_into_circles(after, before)
    components = _components(_in_order(after, left), before)
    return sorted(
        sorted(each)
        for each in components
        if len(each) > 1 or each[0] in after[each[0]]
    )


def _leading_into_circles(
    after: Sequence[AbstractSet[int]], before: Sequence[Sequence[int]]
) -> set[int]:
    """Return the nodes that remain after repeatedly removing those that lead nowhere.

    Most graphs have no circle, so nothing remains and the search ends here.
    """
    leading = [len(each) for each in after]
    todo = [node for node, count in enumerate(leading) if not count]
    gone = set(todo)
    while todo:
        for node in before[todo.pop()]:
            leading[node] -= 1
            if not leading[node]:
                gone.add(node)
                todo.append(node)
    return set(range(len(after))) - gone


def _in_order(after: Sequence[AbstractSet[int]], nodes: AbstractSet[int]) -> list[int]:
    """Return these nodes in the order in which a depth-first walk finishes them."""
    done: list[int] = []
    seen: set[int] = set()
    for start in nodes:
        if start in seen:
            continue
        seen.add(start)
        way = [(start, iter(after[start]))]
        while way:
            node, targets = way[-1]
            for target in targets:
                if target in nodes and target not in seen:
                    seen.add(target)
                    way.append((target, iter(after[target])))
                    break
            else:
                done.append(node)
                way.pop()
    return done


def _components(
    done: Sequence[int], before: Sequence[Sequence[int]]
) -> Iterator[list[int]]:
    """Yield the strongly connected components of the nodes in `done`."""
    left = set(done)
    for last in reversed(done):
        if last not in left:
            continue
        left.remove(last)
        component = [last]
        for node in component:
            for each in before[node]:
                if each in left:
                    left.remove(each)
                    component.append(each)
        yield component
