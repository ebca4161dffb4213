"""Put each node in a row below all nodes that lead to it, except by steps back.

Source: Sugiyama, Tagawa and Toda (1981), "Methods for Visual Understanding of
Hierarchical System Structures"; here by longest path, in topological order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._svg._scene import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.draw._svg._scene import Scene

__all__ = ["Ranking", "rank", "split"]

LONGEST: Final = 24
"""Most rows that an arrow crosses among the nodes; a longer one runs at the side."""


@attrs.frozen
class Ranking:
    """Rows of nodes.

    Attributes:
        rows: the row of each node.
        down: the steps that lead down, among the nodes.
        aside: the steps that lead back up or are long, which run at the side.
    """

    rows: tuple[int, ...]
    down: tuple[Step, ...]
    aside: tuple[Step, ...]


def split(scene: Scene) -> list[list[int]]:
    """Return lists of connected nodes, one for each part of the picture."""
    beside: list[list[int]] = [[] for _ in scene.nodes]
    for each in scene.steps:
        beside[each.outer].append(each.inner)
        beside[each.inner].append(each.outer)
    parts: list[list[int]] = []
    seen: set[int] = set()
    for first in range(len(scene.nodes)):
        if first in seen:
            continue
        seen.add(first)
        part = [first]
        for node in part:
            new = [each for each in dict.fromkeys(beside[node]) if each not in seen]
            seen.update(new)
            part += new
        parts.append(sorted(part))
    return parts


def rank(count: int, steps: Sequence[Step]) -> Ranking:
    """Return the row of each node; linear in nodes and steps.

    Args:
        count: the number of nodes; their indexes are smaller.
        steps: the steps between them.
    """
    back = _turn_back(count, steps)
    kept = [each for place, each in enumerate(steps) if place not in back]
    rows = _longest(count, kept)
    down: list[Step] = []
    aside = [steps[place] for place in sorted(back)]
    for each in kept:
        is_long = rows[each.inner] - rows[each.outer] > LONGEST
        (aside if is_long else down).append(each)
    return Ranking(tuple(rows), tuple(down), tuple(aside))


def _turn_back(count: int, steps: Sequence[Step]) -> set[int]:
    """Return the indexes of steps that close a circle, seen from the publishers."""
    after: list[list[int]] = [[] for _ in range(count)]
    for place, each in enumerate(steps):
        after[each.outer].append(place)
    back: set[int] = set()
    state = [0] * count
    for first in range(count):
        if state[first]:
            continue
        state[first] = 1
        way = [(first, iter(after[first]))]
        while way:
            node, places = way[-1]
            for place in places:
                inner = steps[place].inner
                if state[inner] == 1:
                    back.add(place)
                elif not state[inner]:
                    state[inner] = 1
                    way.append((inner, iter(after[inner])))
                    break
            else:
                state[node] = 2
                way.pop()
    return back


def _longest(count: int, steps: Sequence[Step]) -> list[int]:
    """Return how many rows below the top each node is; no step may lead back."""
    after: list[list[Step]] = [[] for _ in range(count)]
    waiting = [0] * count
    for each in steps:
        after[each.outer].append(each)
        waiting[each.inner] += 1
    rows = [0] * count
    ready = [node for node in range(count) if not waiting[node]]
    for node in ready:
        for each in after[node]:
            # A word on an arrow has its own row.
            below = rows[node] + (2 if each.word else 1)
            rows[each.inner] = max(rows[each.inner], below)
            waiting[each.inner] -= 1
            if not waiting[each.inner]:
                ready.append(each.inner)
    return rows
