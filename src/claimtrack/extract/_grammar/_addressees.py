"""Find the addressee of a statement: "told the BBC that …"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._opener import Opener
from claimtrack.extract._grammar._right_phrases import owns, right_of
from claimtrack.extract._grammar._times import is_month, is_when
from claimtrack.extract._grammar._verb_groups import has_verb
from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["addressee_at", "after_addressee", "closing_comma", "short_phrase"]

F = Flag
_ADJUNCT: Final = 16
"""Maximum items between a verb and "that" or a quote: "said in a statement on Monday
that"."""


def closing_comma(unit: Unit, j: int) -> int | None:
    """Return the comma that ends a parenthesis before "that" or a quote."""
    low, flags = unit.words, unit.flags
    if flags[j + 1] & F.COORD or (flags[j + 1] & F.CUE and low[j + 1].endswith("ing")):
        # "…, he said, claiming, without evidence, that": another verb opens it.
        return None
    for k in range(j + 1, min(j + _ADJUNCT, len(low) - 1)):
        if low[k] == "," and (flags[k + 1] & (F.THAT | F.QUOTE)):
            return k
        if (flags[k] & F.AUX and not is_month(flags[k])) or low[k] in ";:":
            return None
    return None


def short_phrase(unit: Unit, i: int) -> tuple[int, int] | None:
    """Return the shortest noun phrase after a preposition."""
    flags, low = unit.flags, unit.words
    last = len(low)
    if i >= last:
        return None
    j = i
    seen = False
    while j < last and j - i < 8:  # noqa: PLR2004
        flag = flags[j]
        if seen and owns(unit, j):
            j += 2
            continue
        if flag & (
            F.PUNCT | F.QUOTE | F.PREP | F.THAT | F.AUX | F.SUB | F.COORD | F.WH
        ):
            break
        if flag & (F.DET | F.SUBJ) and seen and not flag & F.NUM:
            break
        if flag & F.WHEN and seen and is_when(unit, j):
            break
        if seen and flags[j - 1] & F.TIME and not flag & (F.TIME | F.NUM):
            break
        seen = True
        if low[j] in (
            "interview",
            "statement",
            "tweet",
            "post",
            "speech",
            "email",
            "letter",
            "briefing",
            "conference",
            "release",
            "report",
            "message",
        ):
            j += 1
            break
        j += 1
    return (i, j - 1) if j > i else None


def after_addressee(unit: Unit, i: int, words: Lexicon) -> Opener | None:
    """Return what follows the addressee: "told the BBC (that) …"."""
    flags, low = unit.flags, unit.words
    last = len(low)
    if i >= last or flags[i] & (F.PUNCT | F.QUOTE | F.THAT | F.PREP | F.WH | F.TO):
        return None
    for j in range(i, min(i + _ADJUNCT, last)):
        flag = flags[j]
        if flag & F.THAT and j > i:
            return Opener("that", j, addressee_at(unit, i, j - 1))
        if flag & F.QUOTE:
            return Opener("quote", j, addressee_at(unit, i, j - 1)) if j > i else None
        if low[j] in (",", ":") and j + 1 < last:
            if low[j] == ":" or flags[j + 1] & F.QUOTE:
                kind = "quote" if flags[j + 1] & F.QUOTE else "colon"
                return Opener(kind, j + 1, addressee_at(unit, i, j - 1))
            addressee = addressee_at(unit, i, j - 1)
            closing = closing_comma(unit, j)
            if closing is not None:
                # "told the crew, in a letter, that …"
                kind = "quote" if flags[closing + 1] & F.QUOTE else "that"
                return Opener(kind, closing + 1, addressee)
            if (
                flags[j + 1] & (F.CUE | F.SUB | F.COORD | F.REL)
                or not flags[j - 1] & F.CAP
            ):
                break
            bare = has_verb(unit, j + 1, last - 1, words)
            return Opener("bare", j + 1, addressee) if bare else None
        if flag & F.WH and not flag & F.THAT and j > i:
            return Opener("wh", j, addressee_at(unit, i, j - 1))
        if flag & F.TO and j > i and not flags[min(j + 1, last - 1)] & (F.CAP | F.DET):
            if has_verb(unit, i + 1, j - 1, words):
                # "told friends he wants to stay"
                break
            return None
        if flag & (F.AUX | F.PUNCT) and not owns(unit, j):
            break
    end = short_phrase(unit, i)
    if flags[i] & F.OBJ or low[i] in words.listed("words", "reporters"):
        end = (i, i)
    if end is None:
        return None
    j = end[1] + 1
    while (
        j < last
        and j - i < _ADJUNCT
        and (
            flags[j] & (F.ADV | F.TIME | F.PREP)
            or (flags[j] & F.WHEN and is_when(unit, j))
        )
    ):
        phrase = short_phrase(unit, j + 1) if flags[j] & F.PREP else (j, j)
        j = phrase[1] + 1 if phrase else j + 1
    if (
        j < last
        and not flags[j] & (F.PUNCT | F.COORD | F.SUB | F.REL)
        and has_verb(unit, j, last - 1, words)
    ):
        return Opener("bare", j, end)
    return None


def addressee_at(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    phrase = right_of(unit, first)
    return (phrase[0], min(phrase[1], last)) if phrase else None
