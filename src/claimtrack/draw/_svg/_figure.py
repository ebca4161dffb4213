"""How large each node is: its lines of text, and what is drawn around them."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack.draw._svg._advance import measure
from claimtrack.draw._svg._scene import Node
from claimtrack.draw._svg._text_lines import pack, wrap

__all__ = ["NAME_SIZE", "RING", "STUB", "WORD_SIZE", "Figure", "Line", "measure_node"]

NAME_SIZE: Final = 13
WORD_SIZE: Final = 11
"""Size of letters in pixels: of a name, and of every other word."""

NAME_WIDTH: Final = 132
WORDS_WIDTH: Final = 168
"""Pixels of a line at most."""

NAME_LINES: Final = 3
LABEL_LINES: Final = 2
"""Lines of a name, and of a possible speaker's."""

NAME_HEIGHT: Final = 17
WORD_HEIGHT: Final = 14
"""Pixels from one line to the next."""

BESIDE: Final = 14
OVER: Final = 7
"""Pixels between a line of text and the outline."""

LEAST: Final = 64
"""Width of a box at least."""

BADGE: Final = 20
"""What the sign of an unnamed source takes on both sides."""

RING: Final = 5
"""How far the ring is from the outline that it is around."""

STUB: Final = 14
"""Length of the broken line below an open end."""

SHIFT: Final = 4
"""How far a second outline shows from behind the first."""


@attrs.frozen
class Line:
    """A line of text in a node.

    Attributes:
        text: as it is shown.
        is_name: larger, and struck through where the source is retracted.
        is_struck: struck through by itself.
    """

    text: str
    is_name: bool
    is_struck: bool = False

    @property
    def size(self) -> int:
        """Size of its letters in pixels."""
        return NAME_SIZE if self.is_name else WORD_SIZE

    @property
    def height(self) -> int:
        """Pixels that it takes."""
        return NAME_HEIGHT if self.is_name else WORD_HEIGHT


@attrs.frozen(kw_only=True)
class Figure:
    """A node with its size; all is measured from the middle of its box.

    Attributes:
        node: the node.
        lines: what stands in its box.
        is_whole: whether all of its name does.
        width: of its box.
        height: of its box.
        outlines: how many more show from behind it.
        is_passed: an arrow leaves it, so that what stands below it stands at the side.
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
        """How far the outlines behind it show."""
        return self.outlines * SHIFT

    @property
    def ring(self) -> float:
        """How far what is around its box reaches, to each side."""
        return self.behind + (RING + 2 if self.node.above else 0)

    @property
    def half(self) -> float:
        """Pixels from its middle to its left or right end, words and all."""
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
    """Return a node with its lines of text, and so large that they fit.

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
    """Return how many more outlines show from behind that of a node."""
    if node.shape == "repeaters":
        return 2
    return int(node.is_several and not node.is_holder)


def _even(width: float) -> float:
    """Return a width in whole pixels that has a half."""
    return float(-(-width // 2) * 2)
