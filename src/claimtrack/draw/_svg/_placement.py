"""Compute the place of everything in a picture, in pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._svg._advance import measure
from claimtrack.draw._svg._figure import (
    WORD_HEIGHT,
    WORD_SIZE,
    Figure,
    measure_node,
)
from claimtrack.draw._svg._grid import fill
from claimtrack.draw._svg._rank import rank, split
from claimtrack.draw._svg._scene import Step
from claimtrack.draw._svg._text_lines import number_text as _n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.draw._svg._grid import Grid, Slot
    from claimtrack.draw._svg._rank import Ranking
    from claimtrack.draw._svg._scene import Scene

__all__ = ["Placed", "PlacedNode", "PlacedStep", "place_scene"]

MARGIN: Final = 10.0
"""Pixels around a picture."""

GAP: Final = 34.0
SHORT: Final = 16.0
"""Pixels above a row of nodes, and above a row that only has words on arrows."""

STEEP: Final = 14.0
"""Pixels that an arrow goes to the side for each pixel added to the gap."""

TALL: Final = 60.0
"""Most pixels that are added to a gap."""

LANE: Final = 14.0
"""Pixels between two arrows at the side, or between an arrow and a word."""

TURN: Final = 9.0
"""Pixels below or above a row at which an arrow turns to the side."""

WIDEST: Final = 960.0
"""Most pixels of parts next to each other; further parts are placed below."""

APART: Final = 28.0
"""Pixels between two parts."""


@attrs.frozen
class PlacedNode:
    """A node and the middle of its box."""

    figure: Figure
    x: float
    y: float


@attrs.frozen
class PlacedStep:
    """An arrow with its line, its head and the place of its word.

    Attributes:
        step: the step.
        line: the line, as an SVG path.
        x: the horizontal position of its head.
        y: the vertical position of its head.
        word: the middle of its word, if it has one.
        is_aside: whether it runs at the side of the picture.
    """

    step: Step
    line: str
    x: float
    y: float
    word: tuple[float, float] | None
    is_aside: bool = False


@attrs.frozen
class Placed:
    """A picture in which everything has a place."""

    nodes: tuple[PlacedNode, ...]
    steps: tuple[PlacedStep, ...]
    width: float
    height: float


@attrs.frozen
class _Rows:
    """The upper and lower ends of rows, and the line through their middles."""

    tops: tuple[float, ...]
    middles: tuple[float, ...]
    bottoms: tuple[float, ...]


def place_scene(scene: Scene) -> Placed:
    """Return a scene in which everything has a place and nothing overlaps."""
    nodes: list[PlacedNode] = []
    steps: list[PlacedStep] = []
    x = y = MARGIN
    width = bottom = 0.0
    by_part = _steps_of(scene)
    for part, taken in by_part:
        placed = _place_part(scene, part, taken, x, y)
        if x > MARGIN and placed.width > WIDEST:
            x, y = MARGIN, bottom + APART
            placed = _place_part(scene, part, taken, x, y)
        nodes += placed.nodes
        steps += placed.steps
        width, bottom = max(width, placed.width), max(bottom, placed.height)
        x = placed.width + APART
    return Placed(tuple(nodes), tuple(steps), width + MARGIN, bottom + MARGIN)


def _steps_of(scene: Scene) -> list[tuple[list[int], list[Step]]]:
    """Return the nodes of each part, and its steps with indexes into these nodes."""
    parts = split(scene)
    home = {node: (n, m) for n, part in enumerate(parts) for m, node in enumerate(part)}
    steps: list[list[Step]] = [[] for _ in parts]
    for each in scene.steps:
        part, outer = home[each.outer]
        inner = home[each.inner][1]
        steps[part].append(attrs.evolve(each, outer=outer, inner=inner))
    return list(zip(parts, steps, strict=True))


def _place_part(
    scene: Scene, part: Sequence[int], steps: Sequence[Step], x: float, y: float
) -> Placed:
    """Return a placed part of a scene, with its upper left corner at x and y."""
    passed = {each.outer for each in steps}
    figures = [
        measure_node(scene.nodes[node], is_passed=place in passed)
        for place, node in enumerate(part)
    ]
    ranking = rank(len(part), steps)
    sizes = [(2 * each.half, each.rise + each.fall) for each in figures]
    words = [(measure(e.word, WORD_SIZE), float(WORD_HEIGHT)) for e in ranking.down]
    grid = fill(ranking, sizes, words)
    for row in grid.rows:
        for slot in row:
            slot.middle = round(slot.middle + x)
    rows = _stack(grid, figures, ranking, y)
    middles = {s.node: s.middle for row in grid.rows for s in row}
    nodes = tuple(
        PlacedNode(figure, middles[place], rows.middles[ranking.rows[place]])
        for place, figure in enumerate(figures)
    )
    right = max(slot.middle + slot.width / 2 for row in grid.rows for slot in row)
    placed = [_go_down(step, way, nodes, rows) for step, way in grid.ways]
    for number, each in enumerate(ranking.aside):
        right += LANE
        placed.append(
            _go_aside(each, nodes, rows, ranking.rows, lane=right, number=number)
        )
        right += measure(each.word, WORD_SIZE) + (LANE / 2 if each.word else 0)
    bottom = rows.bottoms[-1]
    if any(ranking.rows[each.outer] == len(grid.rows) - 1 for each in ranking.aside):
        bottom += 2 * TURN + LANE
    return Placed(nodes, tuple(placed), right, bottom)


def _stack(grid: Grid, figures: Sequence[Figure], ranking: Ranking, y: float) -> _Rows:
    """Return where each row begins and ends."""
    is_turning = any(ranking.rows[each.inner] == 0 for each in ranking.aside)
    now = y + (2 * TURN + LANE if is_turning else 0)
    tops: list[float] = []
    middles: list[float] = []
    bottoms: list[float] = []
    for number, row in enumerate(grid.rows):
        held = [figures[slot.node] for slot in row if slot.node is not None]
        if number:
            now += _gap(row) if held else SHORT
        word = WORD_HEIGHT / 2
        rise = max((each.rise for each in held), default=word)
        tops.append(now)
        middles.append(round(now + rise))
        now = middles[-1] + max((each.fall for each in held), default=word)
        bottoms.append(now)
    return _Rows(tuple(tops), tuple(middles), tuple(bottoms))


def _gap(row: Sequence[Slot]) -> float:
    """Return the space above a row; larger if arrows come from far to the side."""
    far = max((abs(s.middle - a.middle) for s in row for a in s.above), default=0)
    return GAP + min(TALL, far / STEEP)


def _go_down(
    step: Step, way: Sequence[Slot], nodes: Sequence[PlacedNode], rows: _Rows
) -> PlacedStep:
    """Return an arrow among the nodes: down through rows, sideways between them."""
    outer, inner = nodes[step.outer], nodes[step.inner]
    parts = [f"M{_n(outer.x)} {_n(outer.y + outer.figure.port)}"]
    x = outer.x
    word = None
    for slot in way[1:]:
        above, top = rows.bottoms[slot.row - 1], rows.tops[slot.row]
        if slot.middle == x:
            parts.append(f"V{_n(top)}")
        else:
            bend = _n((above + top) / 2)
            curve = f"C{_n(x)} {bend} {_n(slot.middle)} {bend} {_n(slot.middle)} "
            parts.append(f"V{_n(above)}{curve}{_n(top)}")
        x = slot.middle
        if slot.node is None and step.word and slot is way[1]:
            y = rows.middles[slot.row]
            word = (x, y)
            half = WORD_HEIGHT / 2
            parts.append(f"V{_n(y - half)}M{_n(x)} {_n(y + half)}")
    end = inner.y - inner.figure.rise
    parts.append(f"V{_n(end - 5)}")
    return PlacedStep(step, "".join(parts), x, end, word)


def _go_aside(
    step: Step,
    nodes: Sequence[PlacedNode],
    rows: _Rows,
    place: Sequence[int],
    *,
    lane: float,
    number: int,
) -> PlacedStep:
    """Return an arrow at the side: out between two rows, back in between two others."""
    outer, inner = nodes[step.outer], nodes[step.inner]
    turn = TURN + number % 3 * 3
    down = rows.bottoms[place[step.outer]] + turn
    up = rows.tops[place[step.inner]] - turn - TURN
    out, into = outer.x + TURN, inner.x + TURN
    end = inner.y - inner.figure.rise
    way = 1 if up > down else -1
    line = (
        f"M{_n(out)} {_n(outer.y + outer.figure.port)}V{_n(down - 6)}"
        f"q0 6 6 6H{_n(lane - 6)}q6 0 6 {6 * way}V{_n(up - 6 * way)}"
        f"q0 {6 * way} -6 {6 * way}H{_n(into + 6)}q-6 0 -6 6V{_n(end - 5)}"
    )
    middle = lane + LANE / 2 + measure(step.word, WORD_SIZE) / 2
    word = (middle, (down + up) / 2) if step.word else None
    return PlacedStep(step, line, into, end, word, is_aside=True)
