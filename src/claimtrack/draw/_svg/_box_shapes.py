"""The shape of each kind of node, as elements of SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._svg._figure import RING, SHIFT
from claimtrack.draw._svg._text_lines import number_text as _n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.draw._svg._figure import Figure
    from claimtrack.draw._svg._placement import PlacedNode
    from claimtrack.draw._svg._scene import NodeShape

__all__ = ["CORNERS", "DASHES", "draw_outline"]

CORNERS: Final[dict[NodeShape, float]] = {
    "person": 20,
    "unnamed": 20,
    "group": 9,
    "crowd": 9,
}
"""The radius of the corners of a box, if they are round."""

DASHES: Final[dict[NodeShape, str]] = {
    "unnamed": "dash",
    "unsettled": "dash",
    "crowd": "dot",
    "platform": "dot",
    "unresolved": "dot",
}
"""The dashes of an outline, if it is broken."""

_FOLD: Final = 9
"""The size of the folded corner of a document."""

_BAR: Final = 4
"""Pixels between the two upper lines of an organization."""

_BRACKET: Final = 7
"""How far a bracket bends, in pixels."""


def draw_outline(placed: PlacedNode) -> Iterator[str]:
    """Yield the elements of a node's outline, and of the ring around it."""
    figure = placed.figure
    left, top = placed.x - figure.width / 2, placed.y - figure.height / 2
    if figure.node.above:
        yield _ring(figure, left, top)
    for outline in range(figure.outlines, 0, -1):
        shift = outline * SHIFT
        yield _box(figure, left + shift, top + shift)
    draw = _brackets if figure.node.is_holder else _DRAWN.get(figure.node.shape, _box)
    yield draw(figure, left, top)
    yield from _signs(figure, left, top)


def _signs(figure: Figure, left: float, top: float) -> Iterator[str]:
    """Yield the elements that are drawn over the box of a node."""
    if figure.node.is_holder:
        return
    if figure.node.shape == "organization":
        right = left + figure.width
        yield f'<path d="M{_n(left)} {_n(top + _BAR)}H{_n(right)}"/>'
    if figure.node.shape == "unnamed":
        x, y = left + 19, top + figure.height / 2
        yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="8.5"/>'
        yield f'<text class="q" x="{_n(x)}" y="{_n(y + 4)}">?</text>'


def _box(figure: Figure, left: float, top: float) -> str:
    shape = figure.node.shape
    dash = f' class="{DASHES[shape]}"' if shape in DASHES else ""
    return _rectangle(
        dash,
        left,
        top,
        width=figure.width,
        height=figure.height,
        corner=CORNERS.get(shape, 2),
    )


def _ring(figure: Figure, left: float, top: float) -> str:
    corner = CORNERS.get(figure.node.shape, 2) + RING
    extra = 2 * RING + figure.behind
    width, height = figure.width + extra, figure.height + extra
    return _rectangle(
        ' class="ring"',
        left - RING,
        top - RING,
        width=width,
        height=height,
        corner=corner,
    )


def _rectangle(
    kind: str, left: float, top: float, *, width: float, height: float, corner: float
) -> str:
    return (
        f'<rect{kind} x="{_n(left)}" y="{_n(top)}" width="{_n(width)}" '
        f'height="{_n(height)}" rx="{_n(corner)}"/>'
    )


def _page(figure: Figure, left: float, top: float) -> str:
    """Return a page with a folded corner."""
    width, height = _n(figure.width - _FOLD), _n(figure.height)
    return (
        f'<path d="M{_n(left)} {_n(top)}h{width}l{_FOLD} {_FOLD}'
        f"v{_n(figure.height - _FOLD)}h{_n(-figure.width)}v-{height}z"
        f'm{width} 0v{_FOLD}h{_FOLD}"/>'
    )


def _brackets(figure: Figure, left: float, top: float) -> str:
    """Return a bracket on each side."""
    height, right = figure.height, left + figure.width
    bend = f"q-{_BRACKET} {_n(height / 2)} 0 {_n(height)}"
    back = f"q{_BRACKET} {_n(height / 2)} 0 {_n(height)}"
    inner = _BRACKET / 2 + 1
    return (
        f'<path class="held" d="M{_n(left + inner)} {_n(top)}{bend}'
        f'M{_n(right - inner)} {_n(top)}{back}"/>'
    )


def _nothing(figure: Figure, left: float, top: float) -> str:  # noqa: ARG001  # one of several that draw
    """Return what is drawn around nobody on record."""
    return ""


_DRAWN: Final[dict[NodeShape, Callable[[Figure, float, float], str]]] = {
    "document": _page,
    "nobody": _nothing,
}
"""The functions that draw outlines other than boxes."""
