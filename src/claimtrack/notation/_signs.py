"""The signs of the notation, in every script, and the white space around them."""

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
"""Round brackets, as they open → as they close."""

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
"""Quotation marks, as they open → what may close them."""

CLOSING: Final = frozenset("”“»«」』")
"""What closes a quote and is nothing else: an apostrophe is a letter's."""

LETTERS_OF_DATES: Final = "TXYZ"
"""Letters that an EDTF date holds."""

_MARKS: Final = "\u200e\u200f\u061c"
"""Marks of direction, which editors leave at the ends of lines."""


def is_blank(sign: str) -> bool:
    """Return whether a character is white space or a mark of direction."""
    return sign.isspace() or sign in _MARKS


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a text without blanks at both of its ends."""
    while start < end and is_blank(text[start]):
        start += 1
    while end > start and is_blank(text[end - 1]):
        end -= 1
    return start, end
