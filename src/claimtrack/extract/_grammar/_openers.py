"""Find what opens a content after a verb: "that", a quote, a colon, a bare clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._addressees import (
    addressee_at,
    after_addressee,
    closing_comma,
    short_phrase,
)
from claimtrack.extract._grammar._numbers import opens_number
from claimtrack.extract._grammar._opener import Opener
from claimtrack.extract._grammar._right_phrases import is_label, right_of
from claimtrack.extract._grammar._times import is_when
from claimtrack.extract._grammar._verb_groups import has_verb
from claimtrack.extract._lexicon import Flag, is_participle

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["find_opener"]

F = Flag
_ADJUNCT: Final = 16
"""Maximum items between a verb and "that" or a quote: "said in a statement on Monday
that"."""


def find_opener(
    unit: Unit, i: int, frames: frozenset[str], words: Lexicon
) -> Opener | None:
    """Return what opens the content after a verb whose last item is before i."""
    if "told" in frames:
        opener = after_addressee(unit, i, words)
        if opener:
            return opener
    flags, low = unit.flags, unit.words
    last = len(low)
    j = i
    plain = True  # only adverbs so far
    addressee = None
    while j < last and j - i < _ADJUNCT:
        flag, word = flags[j], low[j]
        if flag & F.QUOTE and words.has_cases and _is_told(unit, j):
            addressee = (j, j)
            plain = False
            j += 1
            continue
        if flag & F.QUOTE:
            if frames & {"quote", "clause"} or not plain:
                return (
                    Opener("quote", j, addressee)
                    if frames & {"quote", "clause"}
                    else None
                )
            return Opener("object", j) if "object" in frames else None
        if word == ":":
            return (
                Opener("colon", j + 1, addressee)
                if j + 1 < last and frames & {"quote", "clause"}
                else None
            )
        if word == "," and j + 1 < last:
            if flags[j + 1] & F.QUOTE and frames & {"quote", "clause"}:
                return Opener("quote", j + 1, addressee)
            if flags[j + 1] & F.THAT and frames & {"that", "clause"}:
                return Opener("that", j + 1, addressee)
            closing = closing_comma(unit, j)
            if closing is None:
                return _opening_phrase(unit, i, j, frames, words)
            j = closing + 1
            plain = False
            continue
        if flag & F.THAT and frames & {"that", "clause"} and _is_clause_word(unit, j):
            return Opener("that", j, addressee)
        if (
            flag & F.WH
            and not flag & F.THAT
            and plain
            and frames & {"wh", "clause", "that"}
        ):
            return Opener("wh", j, addressee)
        is_verb = j == i and word.endswith(words.infinitives)
        if "to" in frames and ((flag & F.TO and plain) or is_verb):
            verb = j if is_verb else j + 1
            silent = words.listed("words", "silent")
            return None if verb < last and low[verb] in silent else Opener("to", j)
        is_number = plain and "clause" in frames and opens_number(unit, j, words)
        if not is_number and _is_skipped(unit, j, plain=plain):
            j += 1
            continue
        if flag & F.PREP and not flag & F.CAP and not is_number:
            if flag & F.TO and not _may_be_told(unit, j + 1):
                return None
            if flag & F.TO and plain:
                phrase = right_of(unit, j + 1)
                addressee = phrase
            else:
                phrase = short_phrase(unit, j + 1)
            if phrase is None:
                return None
            j = phrase[1] + 1
            plain = False
            continue
        if flag & F.AUX and j == i and frames & {"clause", "that"} and _is_gap(unit, i):
            return Opener("gap", j)
        if flag & F.SUB and plain and "clause" in frames and j + 1 < last:
            comma = next(
                (k for k in range(j, min(j + 25, last)) if low[k] == ","), None
            )
            if comma and has_verb(unit, comma, last - 1, words):
                return Opener("bare", j, addressee)
        if flag & (F.PUNCT | F.COORD | F.AUX | F.SUB):
            return None
        if words.has_cases and (comma := _that_ahead(unit, j)) is not None:
            return Opener("that", comma + 1, addressee_at(unit, j, comma - 1))
        comma = next((k for k in range(j, last) if low[k] == ","), last)
        if "told" in frames and not has_verb(unit, j, comma - 1, words):
            return None
        until = last - 1 if "loose" in frames else _before_relative(unit, j)
        if frames & {"clause"} and has_verb(unit, j, until, words):
            return Opener("bare", j, addressee)
        if (
            "that" in frames
            and (flag & (F.SUBJ | F.DET | F.CAP))
            and _verb_soon(unit, j, words)
        ):
            return Opener("bare", j, addressee)
        return Opener("object", j) if plain and "object" in frames else None
    return None


def _is_skipped(unit: Unit, j: int, *, plain: bool) -> bool:
    """Return whether an item only gives time or manner, or modifies what precedes it.

    "said late on Monday", "said in a statement read to the court".
    """
    flag = unit.flags[j]
    if flag & (F.ADV | F.TIME) and not flag & (F.DET | F.SUBJ):
        return True
    if flag & F.WHEN and is_when(unit, j):
        return True
    is_added = not plain and j + 1 < len(unit) and unit.flags[j + 1] & F.PREP
    return bool(is_added) and is_participle(unit.words[j], flag)


def _is_told(unit: Unit, j: int) -> bool:
    """Return whether a quote is the addressee's name: "told «The Post» that …"."""
    if j + 2 >= len(unit) or not is_label(unit, j):
        return False
    after = unit.words[j + 1]
    return after == ":" or bool(after == "," and unit.flags[j + 2] & (F.THAT | F.QUOTE))


def _that_ahead(unit: Unit, j: int) -> int | None:
    """Return the comma before "that", if only a name comes before it."""
    for k in range(j, min(j + _ADJUNCT // 2, len(unit) - 1)):
        if unit.words[k] == ",":
            return k if unit.flags[k + 1] & F.THAT else None
        if unit.flags[k] & (F.AUX | F.CUE | F.PUNCT | F.QUOTE):
            return None
    return None


def _is_gap(unit: Unit, i: int) -> bool:
    """Return whether "which officials believe" comes directly before item i."""
    k = i - 2
    while k > 0 and i - k < 12 and not unit.flags[k] & (F.PUNCT | F.QUOTE):  # noqa: PLR2004
        if unit.flags[k] & F.REL:
            return True
        k -= 1
    return False


def _may_be_told(unit: Unit, i: int) -> bool:
    """Return whether "to" before item i precedes an addressee, not an infinitive."""
    can = F.CAP | F.DET | F.PEOPLE | F.BODY | F.OBJ | F.OUTLET | F.SUBJ
    return i < len(unit.flags) and bool(unit.flags[i] & can)


def _before_relative(unit: Unit, j: int) -> int:
    """Return the last item before a part that depends on a noun: "a plan to …"."""
    i = j + 1
    while i < len(unit.flags) and not unit.flags[i] & (
        F.REL | F.WH | F.SUB | F.THAT | F.TO
    ):
        i += 1
    return i - 1


def _opening_phrase(
    unit: Unit, i: int, comma: int, frames: frozenset[str], words: Lexicon
) -> Opener | None:
    """Return a content that opens with "by 2050, …" directly after the verb."""
    flags = unit.flags
    if "clause" not in frames or comma == i or not flags[i] & F.PREP:
        return None
    after = comma + 1
    if flags[after] & (F.COORD | F.SUB | F.REL | F.CUE | F.WH):
        return None
    if flags[comma - 1] & F.TIME or not has_verb(unit, after, len(flags) - 1, words):
        return None
    return Opener("bare", i)


def _verb_soon(unit: Unit, j: int, words: Lexicon) -> bool:
    phrase = right_of(unit, j)
    return phrase is not None and has_verb(unit, phrase[1], phrase[1] + 2, words)


def _is_clause_word(unit: Unit, j: int) -> bool:
    """Return whether "that" opens a clause, rather than a phrase such as "that man"."""
    return j + 1 < len(unit.words)
