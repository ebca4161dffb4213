"""Suggest what was probably meant ("did you mean …?"), for keys, words and ids."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from claimtrack.findings._synonyms import meant_by

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["suggest"]

LONGEST: Final = 64
"""Longer words are not compared: they are rarely misspelt, and comparing is slow."""

CANDIDATES: Final = 2_000
"""Most words that are compared for one suggestion."""

CLOSE_ENOUGH: Final = 0.6
"""The least `difflib` ratio at which a word is offered; 0.6 is its own advice."""

KEPT: Final = 64
"""Suggestions and word lists that are cached, because files repeat the same slip."""

ALPHABET: Final = 64
"""Letters that the quick comparison of words distinguishes."""

SHORTEST: Final = 2
"""Letters of the shortest word in which two can be swapped."""


def suggest(word: str, words: Iterable[str]) -> str | None:
    """Return the one of `words` that was probably meant by `word`, or None.

    Differences in case, or between "-", "_" and space, do not count as mistakes. A word
    that people use for one of `words` suggests that one.

    >>> suggest("oulet", ["person", "outlet"]), suggest("xyz", ["person"])
    ('outlet', None)
    >>> suggest("politician", ["outlet", "person"])
    'person'
    """
    if not word or len(word) > LONGEST:
        return None
    listed = tuple(words)
    if len(listed) > CANDIDATES:
        # The cache must not grow with the file.
        listed = tuple(_distinct(listed).values())
    return _meant(word, listed)


@functools.lru_cache(KEPT)
def _meant(word: str, words: tuple[str, ...]) -> str | None:
    known, letters = _compared(words)
    plain = _plain(word)
    meant = (known.get(each) for each in (plain, *meant_by(plain)))
    sure = next((each for each in meant if each is not None), None)
    if sure is not None:
        return sure
    own = _letters(plain)
    possible = [
        each
        for each, theirs in letters.items()
        if 2.0 * (own & theirs).bit_count() / (len(plain) + len(each)) >= CLOSE_ENOUGH
    ]
    if possible:
        # Imported here because slips are rare.
        import difflib  # noqa: PLC0415

        near = difflib.get_close_matches(plain, possible, n=1, cutoff=CLOSE_ENOUGH)
        if near:
            return known[near[0]]
    # In a short word, two swapped letters are too large a difference for difflib.
    return known.get(plain[::-1]) if len(plain) == SHORTEST else None


@functools.lru_cache(KEPT)
def _compared(words: tuple[str, ...]) -> tuple[dict[str, str], dict[str, int]]:
    """Return words by the form in which they are compared, and those forms' letters."""
    known = _distinct(words)
    return known, {each: _letters(each) for each in known}


def _distinct(words: Iterable[str]) -> dict[str, str]:
    """Return the words to compare, by the form in which they are compared."""
    known: dict[str, str] = {}
    for candidate in words:
        if len(candidate) <= LONGEST:
            known.setdefault(_plain(candidate), candidate)
        if len(known) >= CANDIDATES:
            break
    return known


def _letters(plain: str) -> int:
    """Return the letters of a word as bits.

    Two words share at least as many bits as `difflib` matches letters, because the
    second occurrence of a letter has its own bit. Different letters that share a bit
    only make words look more similar than they are.
    """
    bits = 0
    for letter in plain:
        bit = 1 << ord(letter) % ALPHABET
        while bits & bit:
            bit <<= ALPHABET
        bits |= bit
    return bits


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
