"""A text in which it makes no difference what cannot be seen, with places kept."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final, TypeAlias

import attrs

__all__ = ["FoldedText", "Span"]

Span: TypeAlias = tuple[int, int]
"""Where something stands in a text: the first character, and the one after it."""

_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)
"""Signs that keyboards and editors change by themselves → the plain ones."""

_CHANGED: Final = (
    # White space that is not one blank; signs that nobody sees; a letter with its
    # marks, of Hangul too.
    r"(?P<blank>\s{2,}|[^\S ])|(?P<unseen>[\u00ad\u061c\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u2069\ufeff])|\S[\u0300-\u036f\u0591-\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u1160-\u11ff\u3099\u309a]+"
)
"""What folding changes in any text."""


@attrs.frozen
class FoldedText:
    """A text without what cannot be seen, in composed form, with plain signs.

    Attributes:
        text: the text.
        begins: where each piece that was changed begins in it.
        pieces: for each of these, where it ends in it, and where the piece that it was
            made of begins and ends.
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
        """Return where characters stand in the text that it was made of.

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
