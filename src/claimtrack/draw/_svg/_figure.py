"""Compute the size of each node: its lines of text, and what is drawn around them."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack.draw._svg._advance import measure
from claimtrack.draw._svg._scene import Node
from claimtrack.draw._svg._text_lines import pack, wrap

__all__ = ["NAME_SIZE", "RING", "STUB", "WORD_SIZE", "Figure", "Line", "measure_node"]

NAME_SIZE: Final = 13
WORD_SIZE: Final = 11
"""The size of letters in pixels: for names, and for all other words."""

NAME_WIDTH: Final = 132
WORDS_WIDTH: Final = 168
"""The greatest width of a line, in pixels: for names, and for all other words."""

NAME_LINES: Final = 3
LABEL_LINES: Final = 2
"""Most lines of a name, and of the name of a candidate."""

NAME_HEIGHT: Final = 17
WORD_HEIGHT: Final = 14
"""Pixels from one line to the next."""

BESIDE: Final = 14
OVER: Final = 7
"""Pixels between a line of text and the outline."""

LEAST: Final = 64
"""The least width of a box, in pixels."""

BADGE: Final = 20
"""Pixels for the sign of an unnamed source, on both sides."""

RING: Final = 5
"""Pixels between the ring and the outline inside it."""

STUB: Final = 14
"""The length of the broken line below an open end, in pixels."""

SHIFT: Final = 4
"""Pixels by which a second outline shows behind the first."""


@attrs.frozen
class Line:
    """A line of text in a node.

    Attributes:
        text: the text, as it is shown.
        is_name: whether it is a name: larger, and struck through if the source is
            retracted.
        is_struck: whether only this line is struck through.
    """

    text: str
    is_name: bool
    is_struck: bool = False

    @property
    def size(self) -> int:
        """The size of its letters, in pixels."""
        return NAME_SIZE if self.is_name else WORD_SIZE

    @property
    def height(self) -> int:
        """The height of the line, in pixels."""
        return NAME_HEIGHT if self.is_name else WORD_HEIGHT


@attrs.frozen(kw_only=True)
class Figure:
    """A node with its size in pixels, measured from the middle of its box.

    Attributes:
        node: the node.
        lines: the lines of text in its box.
        is_whole: whether the lines have all of its name.
        width: the width of its box.
        height: the height of its box.
        outlines: how many further outlines show behind it.
        is_passed: whether an arrow leaves it, so that words below it move to the side.
    """

    node: Node
    lines: tuple[Line, ...]
    is_whole: bool
    width: float
    height: float
    outlines: int
    is_passed: bool

    @property
    def behind(self) -> float:
        """Pixels by which the outlines behind it show."""
        return self.outlines * SHIFT

    @property
    def ring(self) -> float:
        """Pixels that the ring around its box takes on each side."""
        return self.behind + (RING + 2 if self.node.above else 0)

    @property
    def half(self) -> float:
        """Pixels from its middle to its left or right end, including words."""
        above = measure(self.node.above, WORD_SIZE) / 2
        below = measure(self.node.below, WORD_SIZE)
        below = below + STUB if self.is_passed and below else below / 2
        return max(self.width / 2 + self.ring, above, below)

    @property
    def rise(self) -> float:
        """Pixels from its middle to its upper end."""
        word = WORD_HEIGHT if self.node.above else 0
        return self.height / 2 + self.ring - self.behind + word

    @property
    def port(self) -> float:
        """Pixels from its middle down to where arrows leave it."""
        return self.height / 2 + self.ring

    @property
    def fall(self) -> float:
        """Pixels from its middle to its lower end."""
        return self.port + (STUB + WORD_HEIGHT if self.node.below else 0)


def measure_node(node: Node, *, is_passed: bool) -> Figure:
    """Return a node with its lines of text, large enough to fit them.

    Args:
        node: the node.
        is_passed: whether an arrow leaves it.
    """
    wrapped = wrap(node.name, NAME_SIZE, NAME_WIDTH, NAME_LINES)
    lines = [Line(text, is_name=True) for text in wrapped.lines]
    is_whole = wrapped.is_whole
    for name, is_struck in node.names:
        label = wrap(name, NAME_SIZE, NAME_WIDTH, LABEL_LINES)
        is_whole = is_whole and label.is_whole
        lines += [
            Line(each, is_name=False, is_struck=is_struck) for each in label.lines
        ]
    lines += [
        Line(text, is_name=False) for text in pack(node.words, WORD_SIZE, WORDS_WIDTH)
    ]
    widest = max(measure(each.text, each.size) for each in lines)
    margin = BESIDE + (BADGE if node.shape == "unnamed" and not node.is_holder else 0)
    return Figure(
        node=node,
        lines=tuple(lines),
        is_whole=is_whole,
        width=max(float(LEAST), _even(widest + 2 * margin)),
        height=float(sum(each.height for each in lines) + 2 * OVER),
        outlines=_outlines(node),
        is_passed=is_passed,
    )


def _outlines(node: Node) -> int:
    """Return how many further outlines show behind the outline of a node."""
    if node.shape == "repeaters":
        return 2
    return int(node.is_several and not node.is_holder)


def _even(width: float) -> float:
    """Return a width as an even number of pixels, so that it can be halved."""
    return float(-(-width // 2) * 2)
