"""Readable text that is probably a slip: names that contain what should follow them."""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["are_related", "suspicion_of"]

_COUNTRY: Final = re.compile(r"(?:\A|(?<!\bthe)\s)[A-Z]{2}\Z")
_ALSO: Final = re.compile(r"\salso\s", re.IGNORECASE)
_DATE: Final = re.compile(r"(?<![\w-])[12]\d{3}-(?:\d\d|XX)(?:-(?:\d\d|XX))?(?![\w-])")
_OF: Final = re.compile(r"\sof\s+", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")
_BEGINNING: Final = 3
"""Minimum number of common first letters of two words that begin alike."""


def suspicion_of(text: str, is_declared: Callable[[str], bool]) -> str | None:
    """Return why a bare name looks like two things without a comma, or None.

    >>> suspicion_of("Daily Ledger GB", {"UK"}.__contains__)
    'ends in a country code'
    >>> suspicion_of("mayor of Larsmouth", {"UK"}.__contains__)
    """
    if _ALSO.search(text):
        return 'contains "also"'
    if _DATE.search(text):
        return "contains a date"
    for match in _OF.finditer(text):
        if is_declared(text[match.end() :]):
            return 'contains "of" before a declared name'
    return "ends in a country code" if _COUNTRY.search(text) else None


def are_related(label: str, name: str) -> bool:
    """Return whether a label and a name share a word, initials or a beginning.

    Words in different scripts cannot be compared, so these count as related.

    >>> are_related("UNN", "Ukrainian National News"), are_related("Ruiz", "mayor")
    (True, False)
    """
    words, others = _words(label), _words(name)
    if not words or not others or _is_latin(words) != _is_latin(others):
        return True
    if any(map(_begin_alike, *zip(*product(words, others), strict=True))):
        return True
    return _abbreviates(words, others) or _abbreviates(others, words)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(each for each in plain if not unicodedata.combining(each))
    return _WORD.findall(bare.replace(".", "").replace("'", "").replace("’", ""))


def _is_latin(words: list[str]) -> bool:
    return any("a" <= sign <= "z" for word in words for sign in word)


def _begin_alike(word: str, other: str) -> bool:
    least = min(len(word), len(other), _BEGINNING)
    return word[:least] == other[:least]


def _abbreviates(words: list[str], others: list[str]) -> bool:
    """Return whether the letters of a word are initials of the others, in order."""
    initials = "".join(each[0] for each in others)
    return any(len(word) > 1 and word in initials for word in words)
