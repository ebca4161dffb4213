"""Recognise numbers that open a clause: "at least 40 boats", "nearly two dozen"."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from claimtrack.extract._lexicon import Flag, lexicon

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["opens_number"]

_PHRASES: Final = ("minimum", "more", "over", "up_to", "fewer", "less")
"""Entries that are one phrase each; those of "approximately" are single words."""

_AHEAD: Final = 8
"""Items within which "that" can still follow: "said about two weeks ago that"."""


def opens_number(unit: Unit, i: int, words: Lexicon) -> bool:
    """Return whether words that bound a number, and the number, begin at item i."""
    low = unit.words
    rows = (row for row in _bounds(words.lang) if tuple(low[i : i + len(row)]) == row)
    number = i + len(next(rows, ()))
    if number == i or number >= len(unit):
        return False
    exact = words.table["counts"]["exact"]
    ahead = unit.flags[number : number + _AHEAD]
    is_number = unit.flags[number] & Flag.NUM or low[number] in exact
    return bool(is_number) and not any(flag & Flag.THAT for flag in ahead)


@functools.cache
def _bounds(lang: str) -> tuple[tuple[str, ...], ...]:
    """Return the words that bound a number: "at least", "nearly"."""
    counts = lexicon(lang).table["counts"]
    phrases = [tuple(counts.get(key, "").split()) for key in _PHRASES]
    alone = [(word,) for word in counts.get("approximately", "").split()]
    return tuple(filter(None, [*phrases, *alone]))
