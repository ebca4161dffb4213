"""The cut: a smallest set of sources whose loss leaves no path to any end."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["find_cut"]

_OUTSIDE: Final = -1
"""Placeholder before the first node of a laid path, and after its last node."""


def find_cut(
    after: Sequence[AbstractSet[int]],
    starts: AbstractSet[int],
    exits: AbstractSet[int],
) -> set[int]:
    """Return a smallest set of nodes that every path from a start to an exit meets.

    The algorithm lays paths that share no node, until there is no room for another one.
    A smallest cut has one node of each path. If there are several cuts, this returns
    the one that leaves the fewest nodes within reach of the starts: the nodes on the
    border of what can still be reached. It is unique.

    Time is at most proportional to the edges times the square root of the nodes.

    Args:
        after: the nodes that each node leads to.
        starts: the nodes where paths begin.
        exits: the nodes where paths end; an exit may also lead on to other nodes.

    >>> sorted(find_cut([{2}, {2}, {3, 4}, set(), set()], {0, 1}, {3, 4}))
    [2]

    Source: Menger 1927, "Zur allgemeinen Kurventheorie"; Ford & Fulkerson 1962,
    "Flows in Networks", chapter I, for the border; Even & Tarjan 1975, "Network flow
    and testing graph connectivity", for laying paths by levels.
    """
    laid = _Laid(after, starts, exits)
    levels = laid.levels()
    while laid.has_way_out(levels):
        laid.extend(levels)
        levels = laid.levels()
    return {
        node for node in laid.before if _in(node) in levels and _out(node) not in levels
    }


def _in(node: int) -> int:
    """Return the side of a node on which paths enter it."""
    return 2 * node


def _out(node: int) -> int:
    """Return the side of a node on which paths leave it."""
    return 2 * node + 1


@attrs.define
class _Laid:
    """Paths in a graph that share no node.

    A new path may enter a node of a laid path, push that path back, and continue from
    the point to which it was pushed: the way out of the node before.

    Attributes:
        after: the nodes that each node leads to.
        starts: the nodes where paths begin.
        exits: the nodes where paths end.
        before: for each node of a laid path, the node before it.
        next: for each node of a laid path, the node after it.
    """

    after: Sequence[AbstractSet[int]]
    starts: AbstractSet[int]
    exits: AbstractSet[int]
    before: dict[int, int] = attrs.Factory(dict[int, int])
    next: dict[int, int] = attrs.Factory(dict[int, int])

    def levels(self) -> dict[int, int]:
        """Return the distance to each side of a node that a new path can reach."""
        levels = {_in(each): 0 for each in self.starts}
        todo = list(levels)
        for side in todo:
            for each in self._onward(side):
                if each not in levels:
                    levels[each] = levels[side] + 1
                    todo.append(each)
        return levels

    def has_way_out(self, levels: Mapping[int, int]) -> bool:
        """Return whether a new path can reach an exit."""
        return any(_out(each) in levels for each in self.exits)

    def _onward(self, side: int) -> Iterator[int]:
        """Yield the sides that a new path can go to next."""
        node, is_out = divmod(side, 2)
        if is_out:
            yield from (_in(each) for each in self.after[node] if each != node)
            if node in self.before:
                yield _in(node)
        elif node not in self.before:
            yield _out(node)
        elif self.before[node] != _OUTSIDE:
            yield _out(self.before[node])

    def extend(self, levels: Mapping[int, int]) -> None:
        """Lay new paths along the levels, until any further path would be longer."""
        seen: set[int] = set()
        for start in self.starts:
            way = self._find_way(_in(start), levels, seen)
            if way:
                self._lay(way)

    def _find_way(
        self, start: int, levels: Mapping[int, int], seen: set[int]
    ) -> list[int]:
        """Return the sides of a new path from a start to an exit; empty if none exists.

        No two paths of one round share a side: each side has one way in or one way out.
        """
        seen.add(start)
        way = [start]
        turns = [self._onward(start)]
        while way:
            node, is_out = divmod(way[-1], 2)
            if is_out and node in self.exits:
                return way
            for each in turns[-1]:
                if each not in seen and levels.get(each) == levels[way[-1]] + 1:
                    seen.add(each)
                    way.append(each)
                    turns.append(self._onward(each))
                    break
            else:
                way.pop()
                turns.pop()
        return way

    def _lay(self, way: list[int]) -> None:
        """Lay a path, and join the parts of the paths that it pushes back."""
        new = [(_OUTSIDE, way[0] // 2), (way[-1] // 2, _OUTSIDE)]
        for (node, is_out), (other, _) in pairwise(divmod(each, 2) for each in way):
            if node == other:
                continue
            if is_out:
                new.append((node, other))
            else:
                del self.next[other], self.before[node]
        for node, other in new:
            if node != _OUTSIDE:
                self.next[node] = other
            if other != _OUTSIDE:
                self.before[other] = node
