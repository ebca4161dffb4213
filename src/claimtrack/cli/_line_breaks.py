"""How lines fit a terminal: broken between words, wide characters counted as two."""

from __future__ import annotations

import functools
import os
import re
import unicodedata
from typing import IO, TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Piece", "columns_of", "width_of", "wrap"]

NARROWEST: Final = 40
"""Columns that a line may have in the narrowest terminal."""

WIDEST: Final = 200
"""Columns of the longest line: nobody reads longer ones."""

USUAL: Final = 80
"""Columns of a terminal that does not say how many it has."""

_WORD: Final = re.compile(r"◆ single point|◆ \S+|\S+")
"""What is never broken. The sign of a single point stays with its words."""

_GUTTER: Final = re.compile(r" *\d* \|(?: +|$)")
"""What stands before a line of a file that is shown: its number and a bar."""

_GUIDES: Final = re.compile(r" *(?:│ +)*(?:[├└]─ )?")
"""What stands before a line of a tree; before other lines, their blanks."""

_LABEL: Final = re.compile(r"(?:[A-Za-z]+: +|\S(?:\S| (?! )){0,15}? {2,})(?=\S)")
"""The name of a row, or the id of a claim."""

_MORE: Final = 2
"""Columns by which what goes on is indented."""

_TEXT: Final = 24
"""Columns that are left for words beside what stands before them, if half is more."""

_JAMO: Final = range(0x1160, 0x1200)
"""Hangul vowels and finals, which join the letter before them."""


class Piece(NamedTuple):
    """What becomes a line of its own: a prefix, and a part of the line.

    Attributes:
        prefix: what stands before it.
        start: where the part begins.
        end: where it ends.
    """

    # No class of attrs, which would take as long to read as all else that --help needs.

    prefix: str
    start: int
    end: int


def width_of(stream: IO[Any]) -> int | None:
    """Return how many columns lines may have; None where none is to be broken.

    In a pipe and in a file none is. In a terminal COLUMNS decides, then the terminal;
    less than 40 count as 40, and more than 200 as 200.
    """
    if not stream.isatty():
        return None
    given = os.environ.get("COLUMNS", "")
    columns = int(given) if given.isdecimal() else 0
    if not columns:
        try:
            columns = os.get_terminal_size(stream.fileno()).columns
        except OSError:
            columns = 0
    return min(max(columns or USUAL, NARROWEST), WIDEST)


def columns_of(text: str) -> int:
    r"""Return how many columns of a terminal a printable text takes.

    Source: Unicode Standard Annex 11 (East Asian Width); characters that combine with
    the one before take none.

    >>> columns_of("abc"), columns_of("東京"), columns_of("e\u0301")
    (3, 4, 1)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


@functools.lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me") or ord(char) in _JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrap(
    line: str, width: int, columns: Callable[[str], int] = columns_of
) -> Iterator[Piece]:
    """Yield the lines that a line becomes, so that each fits.

    They are broken between words alone. A word that does not fit stands by itself at
    the beginning of a line. What goes on is indented: below the text of a tree, of a
    row, or of a line of a file.

    Args:
        line: the line, without a line feed.
        width: columns that there are.
        columns: returns how many a text takes.

    >>> line = "    ends  United States [stated], Keir Starmer [stated]"
    >>> for each in wrap(line, 40):
    ...     print(each.prefix + line[each.start : each.end])
        ends  United States [stated], Keir
                Starmer [stated]
    """
    if columns(line) <= width:
        yield Piece("", 0, len(line))
        return
    begin, hang = _shape(line, width, columns)
    prefix = line[:begin]
    start = end = begin
    taken = columns(prefix)
    for word in _WORD.finditer(line, begin):
        if taken + columns(line[end : word.end()]) > width:
            if line[:end].strip() and (end > start or prefix.strip()):
                yield Piece(prefix, start, end)
            needed = columns(word[0])
            prefix = hang
            if columns(hang) + needed > width:
                prefix = " " * max(min(columns(hang), width - needed), 0)
            start, taken = word.start(), columns(prefix) + needed
        else:
            taken += columns(line[end : word.end()])
        end = word.end()
    yield Piece(prefix, start, end)


def _shape(line: str, width: int, columns: Callable[[str], int]) -> tuple[int, str]:
    """Return where the words of a line begin, and what stands before what goes on."""
    most = max(width // 2, width - _TEXT)
    gutter = _GUTTER.match(line)
    if gutter is not None:
        bar = gutter[0].index("|") + 1
        mark = re.compile(r"\^+ +").match(line, gutter.end())
        inner = len(gutter[0]) - bar if mark is None else mark.end() - bar
        if columns(line[:bar]) + inner > most:
            inner = 2 * _MORE
        return gutter.end(), f"{' ' * (bar - 1)}|{' ' * inner}"
    guides = _GUIDES.match(line)
    begin = 0 if guides is None else guides.end()
    hang = line[:begin].replace("├─", "│ ").replace("└─", "  ")
    label = _LABEL.match(line, begin)
    if label is not None and "─" not in line[:begin]:
        hang += " " * columns(label[0])
    if begin:
        hang += " " * _MORE
    if columns(hang) > most or not hang:
        hang = " " * 2 * _MORE
    return (begin if begin <= most else 0), hang
