"""Single points: the sources on every path from a publisher to an end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

__all__ = ["find_single_points"]


def find_single_points(
    after: Sequence[AbstractSet[int]],
    starts: AbstractSet[int],
    exits: AbstractSet[int],
) -> list[int]:
    """Return the nodes that every path from a start to an exit passes through.

    They are all on any one path, so it is enough to walk along one. At each node, look
    how far along the path a detour leads: if no detour from an earlier node leads past
    a node, every path goes through it. Linear in the edges.

    Args:
        after: the nodes that each node leads to.
        starts: the nodes where paths begin.
        exits: the nodes where paths end; an exit may also lead on to other nodes.

    Returns:
        The nodes in the order in which paths meet them; empty if there is no path.

    >>> find_single_points([{1, 2}, {3}, {3}, set()], {0}, {3})
    [0, 3]
    """
    path = _any_path(after, starts, exits)
    places = {node: place for place, node in enumerate(path)}
    found: list[int] = []
    seen: set[int] = set()
    furthest = -1
    ahead: AbstractSet[int] = starts
    for place, node in enumerate(path):
        furthest = max(furthest, _look(ahead, after, exits, places, seen))
        if furthest == place:
            found.append(node)
        if furthest == len(path):
            break
        if node in exits:
            furthest = len(path)
        ahead = after[node]
    return found


def _look(
    ahead: AbstractSet[int],
    after: Sequence[AbstractSet[int]],
    exits: AbstractSet[int],
    places: dict[int, int],
    seen: set[int],
) -> int:
    """Return the furthest place on the path that detours lead to.

    If a detour leads to an exit off the path, this is the place after the path's last.
    """
    furthest = -1
    todo = list(ahead)
    while todo:
        node = todo.pop()
        if node in places:
            furthest = max(furthest, places[node])
        elif node not in seen:
            seen.add(node)
            if node in exits:
                furthest = len(places)
            todo.extend(after[node])
    return furthest


def _any_path(
    after: Sequence[AbstractSet[int]],
    starts: AbstractSet[int],
    exits: AbstractSet[int],
) -> list[int]:
    """Return one shortest path from a start to an exit; empty if there is none."""
    come_from: dict[int, int | None] = dict.fromkeys(starts)
    todo = list(starts)
    for node in todo:
        if node in exits:
            path = [node]
            while (before := come_from[path[-1]]) is not None:
                path.append(before)
            return path[::-1]
        for each in after[node]:
            if each not in come_from:
                come_from[each] = node
                todo.append(each)
    return []
