"""Split a sentence into its claims: main clauses, and clauses that only add."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._unit import Unit
from claimtrack.extract._grammar._verb_groups import has_verb
from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["split_clauses"]

F = Flag
_LEAST: Final = 3
"""Minimum number of items of a part."""

_AHEAD: Final = 8
_MOST: Final = 150
Part = tuple[tuple[tuple[int, int], ...], bool]


def split_clauses(text: str, piece: tuple[int, int], words: Lexicon) -> list[Part]:
    """Return the parts of a sentence, each as pieces and whether it is only added.

    A relative clause between commas is added: "the coalition, which has 30 members,
    will meet". After a comma, "but" or "and" with a verb of its own begins another
    part: ", but have postponed the plan".
    """
    start, end = piece
    # Count words by their spaces first: this is cheap, and many sentences are long.
    if text.find(",", start, end) < 0 or text.count(" ", start, end) > _MOST:
        return [((piece,), False)]
    unit = Unit(text, start, end, inside=True)
    unit.add(text, start, words)
    if len(unit) > _MOST:
        return [((piece,), False)]
    added = _relative(unit, words)
    parts: list[Part] = []
    main: tuple[tuple[int, int], ...] = (piece,)
    if added is not None:
        first, last = added
        before = (start, unit.ends[first - 2])
        after = (unit.starts[last + 2], end) if last + 2 < len(unit) else None
        if after:
            after = (after[0], _until_relative(unit, last + 2, end, words))
        main = (before, after) if after else (before,)
        parts.append((((unit.starts[first], unit.ends[last]),), True))
    elif (cut := _second(unit, words)) is not None:
        main = ((start, unit.ends[cut - 1]),)
        second = ((unit.starts[cut + 2], end),)
        return [(main, False), (second, False)]
    return [(main, False), *parts]


def _relative(unit: Unit, words: Lexicon) -> tuple[int, int] | None:
    """Return first and last item of a relative clause between commas."""
    flags, low = unit.flags, unit.words
    relatives = words.listed("words", "added")
    for i in range(2, len(low) - 1):
        if low[i] not in relatives or low[i - 1] != ",":
            continue
        for j in range(i + _LEAST, len(low) - 2):
            if low[j] == "," and _resumes(unit, j + 1):
                return i, j - 1
        if flags[i + 1] & (F.AUX | F.ADV | F.CUE) and i > _LEAST:
            last = len(low) - 1
            while low[last] in (".", "!", "?", '"', "”", "“"):
                last -= 1
            return (i, last) if last - i >= _LEAST else None
        return None
    return None


def _until_relative(unit: Unit, first: int, end: int, words: Lexicon) -> int:
    """Return where the main clause ends before another added clause."""
    for i in range(first + 1, len(unit)):
        if unit.words[i] in words.listed("words", "added") and unit.words[i - 1] == ",":
            return unit.ends[i - 2]
    return end


def _resumes(unit: Unit, i: int) -> bool:
    """Return whether the main clause continues at item i, after a relative clause."""
    flags, low = unit.flags, unit.words
    flag = flags[i]
    if flag & (F.CAP | F.COORD | F.PREP | F.SUB | F.REL) or low[i].endswith("ing"):
        return False
    for j in range(i, min(i + _AHEAD, len(low))):
        if flags[j] & (F.AUX | F.VERB):
            return True
        if flags[j] & (F.PUNCT | F.PREP | F.COORD):
            return False
    return False


def _second(unit: Unit, words: Lexicon) -> int | None:
    """Return the comma before "but have postponed", directly followed by the verb."""
    flags, low = unit.flags, unit.words
    for i in range(_LEAST, len(low) - _LEAST - 1):
        if low[i] != "," or low[i + 1] not in words.listed("words", "and"):
            continue
        j = i + 2
        while j < len(low) - 1 and flags[j] & F.ADV and not flags[j] & F.AUX:
            j += 1
        if flags[j] & F.AUX and has_verb(unit, 0, i - 1, words):
            return i
    return None
