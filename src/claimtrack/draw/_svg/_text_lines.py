"""Text in a picture: no hidden characters, wrapped in short lines, escaped for XML."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._svg._advance import measure

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "Wrapped",
    "as_entities",
    "escape_markup",
    "number_text",
    "pack",
    "show_hidden",
    "wrap",
]

_HIDDEN: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories that could move, hide or break the text around them."""

_MARKS: Final = frozenset({"Mn", "Me"})
"""Unicode categories of marks above, below or around a letter."""

_PILE: Final = 4
"""Most marks of one letter that are drawn; more would cover other lines."""

_JOINERS: Final = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
"""Joining characters that some scripts and emoji need and that reverse nothing."""

_ENTITIES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
)

_COMMAND: Final = re.compile(r"(?<=:):|(?<=#)#")
"""The second character of a command for a build that prints a picture."""

_NUMBER: Final = "⟨U+"
"""The beginning of the number of a hidden character."""

_CUT: Final = "…"


@attrs.frozen
class Wrapped:
    """A text in short lines.

    Attributes:
        lines: the lines.
        is_whole: whether the lines contain all of the text.
    """

    lines: tuple[str, ...]
    is_whole: bool = True


def show_hidden(text: str) -> str:
    r"""Return a text in which characters that could hide or reverse text are visible.

    >>> show_hidden("a\u202eb\nc")
    'a⟨U+202E⟩b c'
    """
    shown = " ".join(text.split())
    if shown.isascii() and shown.isprintable():
        return shown
    return "".join(map(_seen, shown))


def escape_markup(text: str) -> str:
    """Return a text escaped for XML, between tags or in quotes, and for builds.

    >>> escape_markup("<b>'AT&T'")
    '&lt;b&gt;&#39;AT&amp;T&#39;'
    """
    return as_entities(show_hidden(text))


def as_entities(text: str) -> str:
    """Return a text with entities for everything that XML, HTML and builds would obey.

    >>> as_entities("::error::<b>")
    ':&#58;error:&#58;&lt;b&gt;'
    """
    return _COMMAND.sub(_entity, text.translate(_ENTITIES))


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def wrap(text: str, size: float, width: float, most: int) -> Wrapped:
    """Return a text in lines of limited width.

    Lines break between words, or inside a word that is too long. What does not fit into
    the last line is cut, and replaced with "…". Linear in the text that is shown.

    Args:
        text: the text.
        size: the size of its letters, in pixels.
        width: the greatest width of a line, in pixels.
        most: the greatest number of lines.

    >>> wrap("European governments", 13, 132, 3).lines
    ('European', 'governments')
    """
    shown, is_whole = _thinned(show_hidden(text))
    lines: list[str] = []
    words = list(reversed(shown.split(" ")))
    while words and len(lines) < most:
        line = words.pop()
        while words and measure(f"{line} {words[-1][: most * 99]}", size) <= width:
            line += f" {words.pop()}"
        fits = _fitting(line, size, width)
        if fits < len(line):
            words.append(line[fits:])
            line = line[:fits]
        lines.append(line)
    if words:
        last = lines[-1]
        while last and measure(last + _CUT, size) > width:
            last = last[: _before_marks(last, len(last) - 1)]
        lines[-1] = last.rstrip() + _CUT
    return Wrapped(tuple(lines), is_whole=is_whole and not words)


def number_text(value: float) -> str:
    """Return a number as text for SVG, rounded to tenths of a pixel.

    >>> number_text(2.0), number_text(1 / 3)
    ('2', '0.3')
    """
    return f"{value:.1f}".removesuffix(".0")


def pack(parts: Iterable[str], size: float, width: float) -> tuple[str, ...]:
    """Return short words in lines, with as many on a line as fit.

    >>> pack(["organization", "publisher", "origin"], 11, 180)
    ('organization · publisher', 'origin')
    """
    lines: list[str] = []
    for each in parts:
        joined = f"{lines[-1]} · {each}" if lines else each
        if lines and measure(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(each)
    return tuple(lines)


def _seen(char: str) -> str:
    if char in _JOINERS:
        return char
    if unicodedata.category(char) not in _HIDDEN and not _is_no_character(char):
        return char
    return f"{_NUMBER}{ord(char):04X}⟩"


def _is_no_character(char: str) -> bool:
    """Return whether this code point is a noncharacter in Unicode.

    XML does not allow some of them anywhere, so a file with one is broken.
    """
    number = ord(char)
    return number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF  # noqa: PLR2004  # Unicode, section 23.7


def _thinned(text: str) -> tuple[str, bool]:
    """Return a text without piled-up marks, and whether nothing was left out."""
    if text.isascii():
        return text, True
    kept: list[str] = []
    for is_mark, run in itertools.groupby(
        text, key=lambda char: unicodedata.category(char) in _MARKS
    ):
        kept.extend(itertools.islice(run, _PILE if is_mark else None))
    return "".join(kept), len(kept) == len(text)


def _fitting(line: str, size: float, width: float) -> int:
    """Return how many characters of a line fit; at least one."""
    low, high = min(1, len(line)), len(line)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(line[:middle], size) <= width:
            low = middle
        else:
            high = middle - 1
    return low if low == len(line) else _before_marks(line, low) or low


def _before_marks(line: str, place: int) -> int:
    """Return the last place up to this one at which a character begins.

    The number that is shown for a hidden character counts as one character.
    """
    begun = line.rfind(_NUMBER, 0, place)
    if begun > line.rfind("⟩", 0, place):
        return begun
    while place > 0 and (
        line[place] in _JOINERS
        or line[place - 1] in _JOINERS
        or unicodedata.category(line[place]) in _MARKS
    ):
        place -= 1
    return place
