"""Show foreign text safely: escaped, and short and quoted in messages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "clip",
    "disarm",
    "escape",
    "is_unseen",
    "name_character",
    "quote",
    "with_article",
]

CLIP: Final = 60
"""Most characters of a foreign value that a message shows."""

HUGE: Final = 1_024
"""Bits of the longest integer that is written out."""

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""Unicode categories of characters that are not visible."""

_UNSAFE = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories that could move, hide or break the text around them."""

_COMMAND: Final = re.compile(r":(?=:[A-Za-z])|#(?=#[A-Za-z]*\[)")
"""The first character of a command that a build server would obey in printed output:
``::name``, ``##[name]``, ``##vso[name]``.

Source: GitHub Docs, "Workflow commands for GitHub Actions"; the runner also obeys the
second form, which Azure Pipelines documents as "Logging commands"."""


def clip(text: str, limit: int = CLIP) -> str:
    r"""Return `text` in at most `limit` characters, escaped.

    >>> clip("a\tb\u202ec"), clip("abcdefgh", 4)
    ('a\\tb\\u202ec', 'abc…')
    """
    return escape(text if len(text) <= limit else text[: limit - 1] + "…")


def escape(text: str) -> str:
    r"""Return `text` on one line, without hidden characters or build commands.

    Control, bidirectional, private-use and surrogate characters are written as
    escapes, so that the text cannot rearrange a terminal or a message. So is the first
    character of anything that GitHub and Azure Pipelines read as a command. Text that
    is already escaped is not changed.

    >>> print(escape("a\tb ::set-output c ##[error]d"))
    a\tb \x3a:set-output c \x23#[error]d
    """
    shown = text
    if not text.isprintable():
        shown = "".join(_escape(char) for char in text)
    return disarm(shown, _as_escape)


def disarm(text: str, change: Callable[[str], str]) -> str:
    """Return a text that contains no commands for a build server.

    Args:
        text: the text that will be printed.
        change: returns the replacement for the first character of a command.

    >>> disarm("::error::late", lambda _sign: "?")
    '?:error?:late'
    """
    # Few texts have a command, and a search for two signs is faster than a pattern.
    if "::" not in text and "##" not in text:
        return text
    return _COMMAND.sub(lambda match: change(match[0]), text)


def quote(value: object, limit: int = CLIP) -> str:
    """Return a foreign JSON value in the form in which messages show it.

    Text is clipped and put in double quotes. A list or an object is named, not shown,
    and so is a value that JSON does not have, such as bytes.

    >>> quote("oulet"), quote(None), quote(3), quote([1, 2])
    ('"oulet"', 'null', '3', 'a list')
    """
    if isinstance(value, str):
        return f'"{clip(value, limit)}"'
    if value is None or isinstance(value, (bool, int, float)):
        return clip(_written(value), limit)
    if isinstance(value, Mapping):
        return "an object"
    if isinstance(value, (list, tuple, AbstractSet)):
        return "a list"
    return f"a value of type {clip(type(value).__name__, limit)}"


def is_unseen(char: str) -> bool:
    r"""Return whether a character is invisible, or looks like a plain space.

    >>> is_unseen("\u200b"), is_unseen("\u00a0"), is_unseen("a")
    (True, True, False)
    """
    return unicodedata.category(char) in _UNSEEN


def name_character(char: str) -> str:
    r"""Return the number and name of a character that cannot be shown.

    >>> name_character("\u200b"), name_character("\0")
    ('U+200B (zero width space)', 'U+0000 (a control character)')
    """
    name = unicodedata.name(char, "a control character")
    return f"U+{ord(char):04X} ({name.lower()})"


def _written(value: float | None) -> str:
    """Return null, true, false, or a number as JSON writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    # Python refuses to convert very long integers to text.
    is_huge = isinstance(value, int) and value.bit_length() > HUGE
    return "a huge number" if is_huge else repr(value)


def _as_escape(sign: str) -> str:
    return f"\\x{ord(sign):02x}"


def _escape(char: str) -> str:
    if unicodedata.category(char) in _UNSAFE:
        return char.encode("unicode_escape").decode("ascii")
    return char


def with_article(noun: str) -> str:
    """Return a noun with its indefinite article.

    >>> with_article("claim"), with_article("attribution"), with_article("Excerpt")
    ('a claim', 'an attribution', 'an Excerpt')
    """
    return f"{'an' if noun[0] in 'aeiouAEIOU' else 'a'} {noun}"
