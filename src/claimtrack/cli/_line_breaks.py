"""Fit lines to a terminal: break between words, count wide characters as two."""

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
"""Minimum number of columns assumed for a line."""

WIDEST: Final = 200
"""Maximum number of columns of a line: longer ones are hard to read."""

USUAL: Final = 80
"""Columns assumed if a terminal does not report its width."""

_WORD: Final = re.compile(r"◆ single point|◆ \S+|\S+")
"""Text that is never broken. The sign of a single point stays with its words."""

_GUTTER: Final = re.compile(r" *\d* \|(?: +|$)")
"""Gutter before a source line: its number and a bar."""

_GUIDES: Final = re.compile(r" *(?:│ +)*(?:[├└]─ )?")
"""Guides before a line of a tree; for other lines, their indentation."""

_LABEL: Final = re.compile(r"(?:[A-Za-z]+: +|\S(?:\S| (?! )){0,15}? {2,})(?=\S)")
"""The label of a row, or the id of a claim."""

_MORE: Final = 2
"""Additional indentation of continuation lines, in columns."""

_TEXT: Final = 24
"""Columns reserved for words next to their prefix, if half the width is more."""

_JAMO: Final = range(0x1160, 0x1200)
"""Hangul vowels and finals, which combine with the letter before them."""


class Piece(NamedTuple):
    """A line after wrapping: a prefix, and a part of the original line.

    Attributes:
        prefix: text before the part.
        start: where the part begins.
        end: where the part ends.
    """

    # Not an attrs class: attrs takes as long to import as everything else for --help.

    prefix: str
    start: int
    end: int


def width_of(stream: IO[Any]) -> int | None:
    """Return the maximum columns of a line; None if lines are not to be broken.

    Lines are not broken in pipes and files. In a terminal, COLUMNS decides, then the
    terminal itself; less than 40 counts as 40, and more than 200 as 200.
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
    r"""Return how many terminal columns a printable text takes.

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
    """Yield the pieces into which a line is wrapped, so that each fits.

    Lines are only broken between words. A word that does not fit has its own line.
    Continuation lines are indented: below the text of a tree, a row, or a source line.

    Args:
        line: the line, without a line feed.
        width: available columns.
        columns: returns how many columns a text takes.

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
    """Return where the words of a line begin, and the prefix of continuation lines."""
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
