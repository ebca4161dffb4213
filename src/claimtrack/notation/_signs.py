"""Signs of the notation in every script, and the white space around them."""

from __future__ import annotations

from typing import Final

__all__ = [
    "CITING",
    "CLOSING",
    "COLONS",
    "COMMAS",
    "LETTERS_OF_DATES",
    "OPENING",
    "QUESTIONS",
    "ROUND",
    "is_blank",
    "trimmed",
]

COMMAS: Final = ",，،、"
COLONS: Final = ":："
CITING: Final = "<＜"
QUESTIONS: Final = "?？؟"
ROUND: Final[dict[str, str]] = {"(": ")", "（": "）"}
"""Opening round bracket → closing one."""

OPENING: Final[dict[str, str]] = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "‘": "’",
    "‚": "‘",
    '"': '"',
}
"""Opening quotation mark → its possible closing marks."""

CLOSING: Final = frozenset("”“»«」』")
"""Signs that only close a quote; an apostrophe may be part of a word."""

LETTERS_OF_DATES: Final = "TXYZ"
"""Letters that an EDTF date may contain."""

_MARKS: Final = "\u200e\u200f\u061c"
"""Direction marks, which editors leave at the ends of lines."""


def is_blank(sign: str) -> bool:
    """Return whether a character is white space or a direction mark."""
    return sign.isspace() or sign in _MARKS


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of a text without blanks at both ends."""
    while start < end and is_blank(text[start]):
        start += 1
    while end > start and is_blank(text[end - 1]):
        end -= 1
    return start, end
