"""Reads one statement from left to right: names, quotes, brackets, dates."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.notation._signs import (
    CITING,
    CLOSING,
    COLONS,
    COMMAS,
    OPENING,
    QUESTIONS,
    ROUND,
    is_blank,
)
from claimtrack.notation._slips import Slip

if TYPE_CHECKING:
    from claimtrack.notation._declared_names import Trie
    from claimtrack.schema import JsonValue

__all__ = ["Cursor", "Name"]

_DECODER: Final = json.JSONDecoder()
_WORD: Final = re.compile(r"[^\W_][\w+\u2212-]*")
_DATE: Final = re.compile(r"(?:\.\.|/|[-+]?Y?-?\d|XX)[\dXTYZE:./~?%+-]*")
_PLACE: Final = re.compile(r"@\s*(\d{1,16})(?:\s*-\s*(\d{1,16}))?")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


@attrs.frozen
class Name:
    """A name as written.

    Attributes:
        text: the name.
        mark: "?" for one unnamed source, "??" for two or more, otherwise "".
        start: where it begins.
        end: where it ends.
        is_id: whether it is in square brackets, so that it can only be an id.
    """

    text: str
    mark: str
    start: int
    end: int
    is_id: bool = False


class Cursor:
    """A position in a statement; reading something moves it forward."""

    def __init__(self, text: str, names: Trie | None = None, at: int = 0) -> None:
        """Start at `at`; `names` are declared names that contain notation signs."""
        self.text = text
        self.at = at
        self.names = names
        self.skip()

    def skip(self) -> None:
        """Move to the next character that is not blank."""
        while self.at < len(self.text) and is_blank(self.text[self.at]):
            self.at += 1

    @property
    def is_done(self) -> bool:
        """Whether nothing is left."""
        return self.at >= len(self.text)

    @property
    def sign(self) -> str:
        """The next character; empty at the end."""
        return self.text[self.at : self.at + 1]

    def takes(self, signs: str) -> bool:
        """Return whether the next character is one of `signs`; move past it if so."""
        if self.is_done or self.sign not in signs:
            return False
        self.at += 1
        self.skip()
        return True

    def takes_word(self, word: str) -> bool:
        """Return whether the next word is this one, and move past it if so."""
        match = re.compile(re.escape(word) + r"(?![\w-])", re.IGNORECASE).match(
            self.text, self.at
        )
        if match is None:
            return False
        self.at = match.end()
        self.skip()
        return True

    def word(self) -> str:
        """Return the next word and move past it; empty if there is none."""
        match = _WORD.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        self.skip()
        return match[0].replace("\u2212", "-")

    def rest(self) -> str:
        """Return the rest, and move to the end."""
        text = self.text[self.at :].rstrip()
        self.at = len(self.text)
        return text

    def end(self) -> None:
        """Refuse anything that is left."""
        if not self.is_done:
            problem = "there is unexpected text here; a comma may be missing before it"
            fix = _CITE_SO if self.sign in _TURNED else ""
            raise Slip(problem, self.at, len(self.text), fix=fix)

    def colon(self, what: str) -> None:
        """Move past the colon, which is required here."""
        if not self.takes(COLONS):
            raise Slip(f"a colon is missing after {what}", self.at, self.at + 1)

    @property
    def is_quote(self) -> bool:
        """Whether a quote begins here."""
        return self.sign != "" and self.sign in OPENING

    def quote(self) -> str:
        """Return the next quote, and move past it."""
        start, opening = self.at, self.sign
        if opening == '"':
            return self.json_text()
        closing = OPENING[opening]
        for index in range(start + 1, len(self.text)):
            sign = self.text[index]
            if sign in closing and not (sign == "’" and self._is_inside(index)):
                self.at = index + 1
                self.skip()
                said = self.text[start + 1 : index]
                return said.strip() if opening in "«»" else said
            if sign == opening:
                break
        problem = f"the quote that begins with {opening} is not closed"
        fix = f"Write {' or '.join(closing)} where it ends."
        raise Slip(problem, start, start, fix=fix)

    def _is_inside(self, index: int) -> bool:
        return self.text[index + 1 : index + 2].isalnum()

    def json_text(self) -> str:
        """Return the next text in straight quotes, read as JSON."""
        try:
            value, end = cast(
                "tuple[str, int]", _DECODER.raw_decode(self.text, self.at)
            )
        except ValueError:
            end = self.text.find('"', self.at + 1) + 1
            if not end:
                problem = 'the quote that begins with " is not closed'
                fix = 'Write " where it ends.'
                raise Slip(problem, self.at, self.at, fix=fix) from None
            value = self.text[self.at + 1 : end - 1]
        self.at = end
        self.skip()
        return value

    def json(self) -> JsonValue:
        """Return the rest, read as JSON."""
        start = self.at
        try:
            value: JsonValue = json.loads(self.rest())
        except (ValueError, RecursionError):
            problem = "this is not JSON"
            raise Slip(problem, start, len(self.text), code="CT002") from None
        return value

    def bracket(self) -> Name:
        """Return the name in the next square brackets, and move past them."""
        start = self.at
        self.at += 1
        self.skip()
        if self.sign == '"':
            text = self.json_text()
        else:
            stop = self.text.find("]", self.at)
            text = self.text[self.at : stop if stop >= 0 else None].strip()
            self.at = stop if stop >= 0 else len(self.text)
        if self.sign != "]":
            fix = "Write ] after the id."
            raise Slip("the bracket [ is not closed", start, start, fix=fix)
        self.at += 1
        made = Name(text, "", start, self.at, is_id=True)
        self.skip()
        return made

    def label(self) -> Name | None:
        """Return the next label; None if there is none."""
        if self.sign != "[":
            return None
        made = self.bracket()
        if not made.text:
            raise Slip("the label is empty", made.start, made.end)
        return made

    def number(self) -> float | None:
        """Return the next number; None if there is none."""
        match = _NUMBER.match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        self.skip()
        return cast("float", json.loads(match[0])) if _is_json(match[0]) else None

    def place(self) -> tuple[int, int | None] | None:
        """Return the next place: its start, and its end if given."""
        match = _PLACE.match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        self.skip()
        return int(match[1]), None if match[2] is None else int(match[2])

    @property
    def is_date(self) -> bool:
        """Whether a date begins here."""
        return self.sign == "{" or _DATE.match(self.text, self.at) is not None

    def edtf(self) -> str | None:
        """Return the next EDTF date; None if there is none."""
        match = _DATE.match(self.text, self.at)
        if match is None:
            return None
        # A colon is part of a time, or ends the text before it.
        found = match[0].rstrip(":")
        self.at += len(found)
        self.skip()
        return found

    def mark(self) -> str:
        """Return the marks of an unnamed source at the cursor, as ASCII."""
        count = 0
        while count < len("??") and self.sign and self.sign in QUESTIONS:
            count += 1
            self.at += 1
        return "?" * count

    def name(self, stops: str = "", *, among: bool = False) -> Name:
        """Return the next name, and move past it.

        Args:
            stops: further signs that end it.
            among: whether " or " ends it.
        """
        start = self.at
        if self.sign == "[":
            return self.bracket()
        mark = self.mark()
        if self.sign == '"':
            return Name(self.json_text(), mark, start, self.at)
        longest = self.names.longest(self.text, self.at) if self.names else 0
        begin = self.at
        end = self._bare_end(begin + longest, stops, among=among)
        if longest and self.text[begin + longest : end].strip():
            # A longer name begins like the declared one.
            end = self._bare_end(begin, stops, among=among)
            longest = 0
        if longest:
            end = begin + longest
        self.at = end
        text = self.text[begin:end].rstrip()
        while text and is_blank(text[-1]):
            text = text[:-1]
        if not text:
            raise Slip("a name is missing here", start, start, fix=_NAME_SO)
        if not longest:
            self.check_paired(text, begin)
        self.skip()
        return Name(text, mark, start, begin + len(text))

    def _bare_end(self, index: int, stops: str, *, among: bool) -> int:  # noqa: C901, PLR0911
        text, size, depth = self.text, len(self.text), 0
        while index < size:
            sign = text[index]
            after = text[index + 1 : index + 2]
            if sign in stops or sign in CITING or sign in "[{":
                return index
            if sign in COMMAS and (sign != "," or not after or is_blank(after)):
                return index
            if sign == "@" and (after.isdigit() or text.startswith("none", index + 1)):
                return index
            if sign in ROUND:
                depth += 1
            elif sign in ")）":
                if not depth:
                    return index
                depth -= 1
            elif sign in OPENING:
                # A straight quotation mark between letters is not a quote: צה"ל.
                before = text[index - 1 : index]
                if sign != '"' or not (before.isalnum() and after.isalnum()):
                    return index
            elif among and is_blank(sign) and _OR.match(text, index):
                return index
            index += 1
        return size

    def check_paired(self, text: str, begin: int) -> None:
        """Refuse bare words in which a quote or bracket has no counterpart.

        Args:
            text: the words.
            begin: where they begin in the statement.
        """
        for index, sign in enumerate(text):
            if sign in CLOSING or sign in "]}":
                raise Slip(
                    f"the sign {sign} does not close anything", begin + index, begin
                )
        for opening, closing in ROUND.items():
            if text.count(opening) != text.count(closing):
                where = begin + max(text.find(opening), text.find(closing))
                raise Slip(f"the bracket {opening} is not closed", where, where)


_TURNED: Final = ">＞→←"
"""Arrows that people write in place of the citing sign."""

_CITE_SO: Final = "Write A < B where A cites B."
_NAME_SO: Final = "Write the name of a source, or … if nobody is on record."

_OR: Final = re.compile(r"\sor\s", re.IGNORECASE)


def _is_json(number: str) -> bool:
    try:
        json.loads(number)
    except ValueError:
        return False
    return True
