"""Write a placed picture as SVG: classes and numbers, without styles or addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._svg._box_shapes import draw_outline
from claimtrack.draw._svg._figure import OVER, RING, STUB, WORD_SIZE
from claimtrack.draw._svg._text_lines import escape_markup
from claimtrack.draw._svg._text_lines import number_text as _n

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.draw._svg._figure import Figure
    from claimtrack.draw._svg._placement import Placed, PlacedNode, PlacedStep
    from claimtrack.draw._svg._scene import Step

__all__ = ["write_picture"]

_BASELINE: Final = 0.3
"""How far the baseline is below the middle of a line, as a share of the letter size."""

_TIP: Final = "l-4-8h8z"
"""The head of an arrow; all arrows point down."""


def write_picture(placed: Placed) -> str:
    """Return the elements of a picture: arrows, then their words, then boxes."""
    steps = (part for each in placed.steps for part in _step(each))
    words = (part for each in placed.steps for part in _word(each))
    nodes = (part for each in placed.nodes for part in _node(each))
    return "".join([*steps, *words, *nodes])


def _step(placed: PlacedStep) -> Iterator[str]:
    step = placed.step
    yield _opened(step)
    kind = "" if step.kind in ("cites", "rests-on") else f" {step.kind}"
    yield f'<path class="way{kind}" d="{placed.line}"/>'
    yield f'<path class="tip" d="M{_n(placed.x)} {_n(placed.y)}{_TIP}"/>'
    yield "</g>"


def _word(placed: PlacedStep) -> Iterator[str]:
    """Yield the word of an arrow, in a group like the one of its line."""
    if placed.word is not None:
        x, y = placed.word
        yield f'{_opened(placed.step)}<text class="on" x="{_n(x)}" '
        yield f'y="{_n(y + WORD_SIZE * _BASELINE)}">{placed.step.word}</text></g>'


def _opened(step: Step) -> str:
    """Return the opening tag of the group of an arrow or of its word."""
    lost = " lost" if step.is_lost else ""
    return f'<g class="step{lost}"{_chains(step.chains)}>'


def _node(placed: PlacedNode) -> Iterator[str]:
    figure = placed.figure
    node = figure.node
    states = " retracted" * node.is_retracted + " lost" * node.is_lost
    ids = escape_markup(" ".join(node.ids))
    yield f'<g class="node {node.shape}{states}" data-ids="{ids}"'
    yield f"{_chains(node.chains)}>"
    if not figure.is_whole:
        names = ", ".join([node.name, *(name for name, _ in node.names)])
        yield f"<title>{escape_markup(names)}</title>"
    yield from draw_outline(placed)
    if node.above:
        y = placed.y - figure.height / 2 - RING - 6
        yield f'<text class="point" x="{_n(placed.x)}" y="{_n(y)}">{node.above}</text>'
    yield from _lines(placed, figure)
    if node.below:
        yield from _open_end(placed, figure)
    yield "</g>"


def _lines(placed: PlacedNode, figure: Figure) -> Iterator[str]:
    """Yield the text in a box."""
    is_marked = figure.node.shape == "unnamed" and not figure.node.is_holder
    x = _n(placed.x + (10 if is_marked else 0))
    y = placed.y - figure.height / 2 + OVER
    for each in figure.lines:
        base = y + each.height / 2 + each.size * _BASELINE
        kind = ' class="name"' if each.is_name else ""
        kind = ' class="gone"' if each.is_struck else kind
        yield f'<text{kind} x="{x}" y="{_n(base)}">{escape_markup(each.text)}</text>'
        y += each.height


def _open_end(placed: PlacedNode, figure: Figure) -> Iterator[str]:
    """Yield the broken line below an open end and its words, next to any arrow."""
    x = placed.x - (STUB if figure.is_passed else 0)
    y = placed.y + figure.port
    kind = ' class="from"' if figure.is_passed else ""
    yield f'<path class="way stub" d="M{_n(x)} {_n(y)}v{STUB}"/>'
    right = placed.x - STUB / 2 if figure.is_passed else x
    yield f'<text{kind} x="{_n(right)}" y="{_n(y + STUB + 10)}">'
    yield f"{figure.node.below}</text>"


def _chains(chains: tuple[int, ...]) -> str:
    return f' data-chains="{" ".join(map(str, chains))}"'
