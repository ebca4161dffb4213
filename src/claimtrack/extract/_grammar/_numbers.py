"""Numbers that open a clause: "at least 40 boats", "nearly two dozen"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["opens_number"]

_KEYS: Final = ("minimum", "more", "over", "up_to", "fewer", "less", "approximately")
_AHEAD: Final = 8
"""Items in which "that" can still follow: "said about two weeks ago that"."""


def opens_number(unit: Unit, i: int, words: Lexicon) -> bool:
    """Whether words that bound a number stand at item i, and the number after them."""
    counts = words.table["counts"]
    after = _after_bound(unit.words[i : i + 3], counts)
    if after == 0 or i + after >= len(unit):
        return False
    number = i + after
    is_number = unit.flags[number] & Flag.NUM or unit.words[number] in counts["exact"]
    ahead = unit.flags[number : number + _AHEAD]
    return bool(is_number) and not any(flag & Flag.THAT for flag in ahead)


def _after_bound(low: list[str], counts: dict[str, str]) -> int:
    """Return how many words bound a number here: "at least" are two."""
    for key in _KEYS:
        bound = counts.get(key, "")
        # One entry is a phrase; "approximately" lists words that each stand alone.
        rows = (
            [bound.split()] if key != "approximately" else map(str.split, bound.split())
        )
        for row in rows:
            if row and low[: len(row)] == list(row):
                return len(row)
    return 0
