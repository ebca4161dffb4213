"""How wide a text is at most, whatever font shows it.

The reader's font is not known. So each character counts as wide as the widest of six
fonts that browsers use (``advances.txt``, written by ``scripts/advances.py``), and
beyond Latin, Greek and Cyrillic as wide as its class.
"""

from __future__ import annotations

import functools
import unicodedata
from importlib.resources import files
from typing import Final

__all__ = ["measure"]

_NOTHING: Final = frozenset({"Mn", "Me", "Cf", "Cc"})
"""Unicode categories of characters that take no place of their own."""

_WIDE: Final = 1.0
_EMOJI: Final = 1.42
_SEMITIC: Final = 0.85
_OTHER: Final = 1.0

_AS_EMOJI: Final = "\N{VARIATION SELECTOR-16}"
"""Turns the character before it, a digit too, into an emoji."""

_MORE: Final = 1.1
"""How much wider that makes it."""

_FIXED: Final = 0.605
"""What each character takes in fonts that give all of them the same width."""

_MARGIN: Final = 16
"""Pixels of such a line that need no place: what it stands in has a margin for them."""


def measure(text: str, size: float) -> float:
    """Return how wide a line of text is at most, in pixels.

    Args:
        text: the line, as it is shown.
        size: of its letters, in pixels.

    >>> measure("ab", 10) < measure("mw", 10)
    True
    """
    widest = size * sum(map(_advance, text))
    return max(widest, size * _FIXED * len(text) - _MARGIN)


@functools.cache
def _table() -> dict[str, float]:
    """Return the width of characters in ems, as the fonts have it."""
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
