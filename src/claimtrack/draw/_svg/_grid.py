"""Place nodes in their rows, so that few arrows cross and nothing touches.

Source: Sugiyama, Tagawa and Toda (1981) for the sweeps; Barlow et al. (1972),
"Statistical Inference under Order Restrictions", for pooling neighbours.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._svg._scene import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.draw._svg._rank import Ranking

__all__ = ["Grid", "Slot", "fill"]

SWEEPS: Final = 8
"""How often rows are sorted by the places of their neighbours, down and up."""

ALIGNING: Final = 6
"""How often slots are then moved towards their neighbours."""

BESIDE: Final = 20.0
"""Pixels between two slots of a row."""

BEND: Final = 12.0
"""The width that an arrow takes in a row that it goes through, in pixels."""

STIFF: Final = 8.0
"""How much more strongly an arrow is kept straight than a node is kept centred."""


@attrs.define(eq=False)
class Slot:
    """A place in a row, for a node, for a word on an arrow, or for an arrow.

    Attributes:
        row: the row.
        width: the width of its content.
        height: the height of its content.
        node: the index of the node in it, if any.
        step: the step whose word or line is in it, if any.
        middle: the position of its middle, from left to right.
        place: how many slots are to the left of it.
        above: the slots that lead to it.
        below: the slots that it leads to.
    """

    row: int
    width: float
    height: float
    node: int | None = None
    step: Step | None = None
    middle: float = 0.0
    place: int = 0
    above: list[Slot] = attrs.Factory(list["Slot"])
    below: list[Slot] = attrs.Factory(list["Slot"])


@attrs.frozen
class Grid:
    """Rows of slots, from left to right.

    Attributes:
        rows: the rows.
        ways: for each step that leads down, the slots that it goes through.
    """

    rows: tuple[tuple[Slot, ...], ...]
    ways: tuple[tuple[Step, tuple[Slot, ...]], ...]


def fill(
    ranking: Ranking,
    sizes: Sequence[tuple[float, float]],
    words: Sequence[tuple[float, float]],
) -> Grid:
    """Return nodes and arrows in rows, so that none of them touch.

    Args:
        ranking: the row of each node, and the steps between them.
        sizes: the width and height of each node.
        words: the width and height of the word on each step that leads down.
    """
    slots = [
        Slot(row, *sizes[node], node=node) for node, row in enumerate(ranking.rows)
    ]
    rows: list[list[Slot]] = [[] for _ in range(max(ranking.rows) + 1)]
    for each in slots:
        rows[each.row].append(each)
    ways: list[tuple[Step, tuple[Slot, ...]]] = []
    for step, (width, height) in zip(ranking.down, words, strict=True):
        way = [slots[step.outer]]
        for row in range(way[0].row + 1, slots[step.inner].row):
            is_word = bool(step.word) and len(way) == 1
            size = (width, height) if is_word else (BEND, 0.0)
            way.append(Slot(row, *size, step=step))
            rows[row].append(way[-1])
        way.append(slots[step.inner])
        for upper, lower in itertools.pairwise(way):
            upper.below.append(lower)
            lower.above.append(upper)
        ways.append((step, tuple(way)))
    _sweep(rows)
    _align(rows)
    return Grid(tuple(map(tuple, rows)), tuple(ways))


def _sweep(rows: list[list[Slot]]) -> None:
    """Sort each row by the places of its neighbours; keep the best order found."""
    _number(rows)
    best = [[*row] for row in rows]
    least = _crossings(rows)
    for sweep in range(SWEEPS):
        if not least:
            break
        is_down = sweep % 2 == 0
        for row in rows if is_down else reversed(rows):
            row.sort(key=lambda each: _wanted(each, is_down=is_down))
            for place, each in enumerate(row):
                each.place = place
        now = _crossings(rows)
        if now < least:
            least, best = now, [[*row] for row in rows]
    rows[:] = best
    _number(rows)


def _number(rows: list[list[Slot]]) -> None:
    for row in rows:
        for place, each in enumerate(row):
            each.place = place


def _wanted(slot: Slot, *, is_down: bool) -> float:
    """Return the mean place of a slot's neighbours, or its own if it has none."""
    beside = slot.above if is_down else slot.below
    if not beside:
        return slot.place
    return sum(each.place for each in beside) / len(beside)


def _crossings(rows: list[list[Slot]]) -> int:
    """Return how often arrows cross between neighbouring rows."""
    found = 0
    for row in rows:
        ends: list[int] = []
        for slot in row:
            new = sorted(each.place for each in slot.below)
            found += sum(len(ends) - bisect_left(ends, each + 1) for each in new)
            for each in new:
                insort(ends, each)
    return found


def _align(rows: list[list[Slot]]) -> None:
    """Move each slot to the middle of its neighbours, as far as its row allows."""
    for row in rows:
        _spread(row, [0.0] * len(row))
    for turn in range(ALIGNING):
        is_down = turn % 2 == 0
        for row in rows if is_down else reversed(rows):
            _spread(row, [_centre(each, is_down=is_down) for each in row])
    for row in rows:
        _spread(row, [_between(each) for each in row])
    left = min(each.middle - each.width / 2 for row in rows for each in row)
    for row in rows:
        for each in row:
            each.middle -= left


def _centre(slot: Slot, *, is_down: bool) -> float:
    beside = slot.above if is_down else slot.below
    if not beside:
        return slot.middle
    return sum(each.middle for each in beside) / len(beside)


def _between(slot: Slot) -> float:
    """Return the middle between the slots above a slot and those below it."""
    if not slot.above or not slot.below:
        return slot.middle
    return (_centre(slot, is_down=True) + _centre(slot, is_down=False)) / 2


def _spread(row: list[Slot], wanted: Sequence[float]) -> None:
    """Move slots as near to their wanted places as their widths allow.

    This minimises squared distances while keeping the order: neighbours that would
    overlap are moved together.
    """
    offset = 0.0
    before: Slot | None = None
    pools: list[tuple[float, float, int]] = []
    offsets: list[float] = []
    for slot, want in zip(row, wanted, strict=True):
        if before is not None:
            offset += (before.width + slot.width) / 2 + BESIDE
        offsets.append(offset)
        before = slot
        weight = STIFF if slot.node is None else 1.0
        pool = (weight * (want - offset), weight, 1)
        while pools and pools[-1][0] / pools[-1][1] >= pool[0] / pool[1]:
            other = pools.pop()
            pool = (other[0] + pool[0], other[1] + pool[1], other[2] + pool[2])
        pools.append(pool)
    moved = [total / weight for total, weight, size in pools for _ in range(size)]
    for slot, start, move in zip(row, offsets, moved, strict=True):
        slot.middle = start + move
