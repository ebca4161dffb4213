"""Join lines to statements: those at the margin, and those that belong to them."""

from __future__ import annotations

import bisect
import re
from operator import itemgetter
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.notation._sheet_words import BULLETS, WORDS
from claimtrack.notation._signs import COLONS, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Line",
    "Statement",
    "begins_claim",
    "first_word",
    "split_lines",
    "statements_of",
]

_LINE: Final = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_WORD: Final = re.compile(r"same\s+as\b|[^\W\d_][\w-]*", re.IGNORECASE)
_CLAIM: Final = re.compile(
    rf"[-~+•*]\s|[{''.join(BULLETS)}]\s+(?:\[|[cC]\d+\s*[{COLONS}])"
)
_SPACES: Final = re.compile(r"\s+")


@attrs.frozen
class Line:
    """A line of a sheet, without surrounding blanks.

    Attributes:
        text: its text.
        start: where the text begins in the sheet.
        is_indented: whether there are blanks before it.
    """

    text: str
    start: int
    is_indented: bool

    @property
    def is_aside(self) -> bool:
        """Whether it is a comment or a doubt."""
        return self.text.startswith(("#", "!"))


@attrs.frozen
class Statement:
    """A line with its continuation lines.

    Attributes:
        text: all of the text.
        pieces: where each part begins, in `text` and in the sheet.
        is_indented: whether it belongs to the statement above.
    """

    text: str
    pieces: tuple[tuple[int, int], ...]
    is_indented: bool

    @property
    def whole(self) -> tuple[int, int]:
        """The place of all of its lines in the sheet."""
        inside, outside = self.pieces[-1]
        return self.pieces[0][1], outside + len(self.text) - inside

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place of a part of the statement in the sheet, on one line."""
        index = bisect.bisect_right(self.pieces, start, key=itemgetter(0)) - 1
        inside, outside = self.pieces[index]
        last = len(self.text)
        if index + 1 < len(self.pieces):
            last = self.pieces[index + 1][0] - 1
        begin = outside + start - inside
        return begin, max(outside + min(end, last) - inside, begin + 1)


def split_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a sheet that are not blank.

    A byte order mark is ignored; lines end at LF, CRLF or a single CR.
    """
    position = 1 if text.startswith("\ufeff") else 0
    while position < len(text):
        match = _LINE.match(text, position)
        if match is None:  # pragma: no cover  it matches everywhere
            return
        start, end = trimmed(text, *match.span(1))
        if start < end:
            yield Line(text[start:end], start, start > position)
        position = match.end()


def first_word(text: str) -> str:
    """Return the first word of a line in lower case; empty if there is none."""
    match = _WORD.match(text)
    return _SPACES.sub(" ", match[0]).casefold() if match else ""


def begins_claim(text: str) -> bool:
    """Return whether a line begins like a claim, at the margin or indented.

    A dash can also be part of a sentence, so a label has to follow it.

    >>> begins_claim("- c2: It rains."), begins_claim("x or y")
    (True, False)
    """
    return _CLAIM.match(text) is not None


def _goes_on(line: Line, *, in_relations: bool) -> bool:
    """Return whether a line continues the one above it."""
    if not line.is_indented or in_relations or line.text[0] in ">|":
        return False
    if begins_claim(line.text):
        return False
    word = first_word(line.text)
    if word in WORDS:
        return False
    behind = line.text[len(word) :].lstrip()
    # An unknown lower-case word with a colon is a slip, not a sentence.
    is_word = line.text[: len(word)] == word and word.isascii() and bool(word)
    return not (is_word and behind[:1] in COLONS and behind[:1] != "")


def statements_of(text: str) -> tuple[list[Statement], list[Line]]:
    """Return the statements of a sheet, and its comments and doubts."""
    made: list[Statement] = []
    asides: list[Line] = []
    texts: list[str] = []
    pieces: list[tuple[int, int]] = []
    length = 0
    indented = in_relations = False
    for line in split_lines(text):
        if line.is_aside:
            asides.append(line)
            continue
        further = line.is_indented and line.text.startswith("|")
        if texts and (further or _goes_on(line, in_relations=in_relations)):
            body, start = line.text, line.start
            if further:
                body = line.text[1:].removeprefix(" ")
                start += len(line.text) - len(body)
            texts.extend(["\n" if further else " ", body])
            pieces.append((length + 1, start))
            length += 1 + len(body)
            continue
        if texts:
            made.append(Statement("".join(texts), tuple(pieces), indented))
        texts, pieces, length = [line.text], [(0, line.start)], len(line.text)
        indented = line.is_indented
        if not indented:
            in_relations = first_word(line.text) == "relations"
    if texts:
        made.append(Statement("".join(texts), tuple(pieces), indented))
    return made, asides
