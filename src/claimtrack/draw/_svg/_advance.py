"""How wide a text is at most, in any font.

The reader's font is unknown. So each character counts as wide as in the widest of six
fonts that browsers use (``advances.txt``, written by ``scripts/advances.py``); outside
Latin, Greek and Cyrillic, it counts as wide as its class of characters.
"""

from __future__ import annotations

import functools
import unicodedata
from importlib.resources import files
from typing import Final

__all__ = ["measure"]

_NOTHING: Final = frozenset({"Mn", "Me", "Cf", "Cc"})
"""Unicode categories of characters without width."""

_WIDE: Final = 1.0
_EMOJI: Final = 1.42
_SEMITIC: Final = 0.85
_OTHER: Final = 1.0

_AS_EMOJI: Final = "\N{VARIATION SELECTOR-16}"
"""A character that turns the one before it, even a digit, into an emoji."""

_MORE: Final = 1.1
"""How much wider the emoji is, in ems."""

_FIXED: Final = 0.605
"""The width of each character in monospaced fonts, in ems."""

_MARGIN: Final = 16
"""Pixels of a monospaced line that need no space, because its box has a margin."""


def measure(text: str, size: float) -> float:
    """Return how wide a line of text is at most, in pixels.

    Args:
        text: the line, as it is shown.
        size: the size of its letters, in pixels.

    >>> measure("ab", 10) < measure("mw", 10)
    True
    """
    widest = size * sum(map(_advance, text))
    return max(widest, size * _FIXED * len(text) - _MARGIN)


@functools.cache
def _table() -> dict[str, float]:
    """Return the width of characters in ems, measured in the fonts."""
    file = files("claimtrack.draw._svg") / "advances.txt"
    widths: dict[str, float] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            first, *row = line.split()
            for place, width in enumerate(row, int(first, 16)):
                widths[chr(place)] = int(width) / 1000
    return {char: width for char, width in widths.items() if width}


@functools.lru_cache(maxsize=4096)
def _advance(char: str) -> float:
    """Return the width of a character in ems."""
    if char == _AS_EMOJI:
        return _MORE
    if unicodedata.category(char) in _NOTHING:
        return 0
    return _table().get(char) or _class_width(char)


def _class_width(char: str) -> float:
    if unicodedata.category(char) == "So":
        return _EMOJI
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    return _SEMITIC if unicodedata.bidirectional(char) in ("R", "AL") else _OTHER
