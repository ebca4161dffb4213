"""A text without invisible differences that still knows the original positions."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final, TypeAlias

import attrs

__all__ = ["FoldedText", "Span"]

Span: TypeAlias = tuple[int, int]
"""A place in a text: the first character, and the one after the last."""

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
"""Characters that keyboards and editors substitute → the plain ones."""

_CHANGED: Final = (
    # White space other than a single blank; invisible characters; a letter with
    # combining marks, including Hangul.
    r"(?P<blank>\s{2,}|[^\S ])|(?P<unseen>[\u00ad\u061c\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u2069\ufeff])|\S[\u0300-\u036f\u0591-\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u1160-\u11ff\u3099\u309a]+"
)
"""Everything that folding changes in any text."""


@attrs.frozen
class FoldedText:
    """A text without invisible characters, in composed form, with plain signs.

    Attributes:
        text: the text.
        begins: where each changed piece begins in it.
        pieces: for each of these, where it ends in it, and where the original piece
            begins and ends.
    """

    text: str
    begins: tuple[int, ...]
    pieces: tuple[tuple[int, int, int], ...]

    @classmethod
    def of(cls, text: str) -> FoldedText:
        """Fold a text; linear in its length.

        >>> FoldedText.of("a  \u201cb\u201d").text
        'a "b"'
        """
        single = "".join(each for each in set(text) if _plain(each) != each)
        more = f"|[{re.escape(single)}]" if single else ""
        made: list[str] = []
        begins: list[int] = []
        pieces: list[tuple[int, int, int]] = []
        length = position = 0
        for match in re.finditer(_CHANGED + more, text, re.DOTALL):
            start, end = match.span()
            shown = ""
            if not match["unseen"]:
                shown = " " if match["blank"] else _plain(match[0])
            made += (text[position:start], shown)
            length += start - position
            begins.append(length)
            length += len(shown)
            pieces.append((length, start, end))
            position = end
        made.append(text[position:])
        return cls("".join(made), tuple(begins), tuple(pieces))

    def span(self, first: int, last: int) -> Span:
        """Return the position of characters in the original text.

        Args:
            first: offset of the first of them.
            last: offset after the last of them, which is greater.
        """
        return self._origin(first)[0], self._origin(last - 1)[1]

    def _origin(self, place: int) -> Span:
        number = bisect_right(self.begins, place) - 1
        if number < 0:
            return place, place + 1
        stop, start, end = self.pieces[number]
        if place < stop:
            return start, end
        return end + place - stop, end + place - stop + 1


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFC", letter).translate(_PLAIN)
