"""Subjects in languages with cases: after a preposition only offices can be one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._right_phrases import right_of
from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.extract._rules._cue_match import Match

__all__ = ["cased_subject", "office_behind"]

F = Flag
_TOLD: Final = 3
"""Maximum words about the addressee or time between a verb and the office."""

_TITLE: Final = 5
"""Maximum number of words of a title before a name."""

_HEAD: Final = 3
"""Words of a phrase within which it must be recognisable as an office."""


def cased_subject(
    unit: Unit, subject: tuple[int, int], match: Match, words: Lexicon
) -> tuple[int, int] | None:
    """Return the subject in a phrase that ends before a verb.

    In "in the ministry (they) said" it is the ministry; in "in Rome mayor Ann Lee said"
    and "mayor Ann Lee in Rome said" it is only the mayor.
    """
    first, last = subject
    if first and unit.flags[first - 1] & F.PREP:
        if not _may_be_of_offices(unit, first - 1, match, words):
            return _name_at_end(unit, first, last)
        return _office(unit, first, last)
    for i in range(first + 1, last):
        if unit.flags[i] & F.ADJUNCT and unit.flags[i - 1] & F.CAP:
            is_people = unit.flags[i - 1] & F.PEOPLE
            return subject if is_people else (first, i - 1)
    return subject


def office_behind(unit: Unit, match: Match, words: Lexicon) -> tuple[int, int] | None:
    """Return the office of ", they said (to us today) in the ministry"."""
    for i in range(match.last + 1, min(match.last + 1 + _TOLD, len(unit) - 1)):
        if unit.flags[i] & F.PREP:
            if not _may_be_of_offices(unit, i, match, words):
                return None
            phrase = right_of(unit, i + 1)
            return phrase and _office(unit, *phrase)
        can_be_between = F.CAP | F.ADV | F.TIME | F.OBJ | F.PEOPLE
        if not unit.flags[i] & can_be_between and (
            unit.words[i] not in words.listed("words", "reporters")
        ):
            return None
    return None


def _may_be_of_offices(unit: Unit, i: int, match: Match, words: Lexicon) -> bool:
    """Return whether preposition and verb fit an office: "in" and "they said"."""
    verb = unit.words[match.first]
    return verb in words.officials and unit.words[i] in words.listed("words", "inside")


def _office(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    """Return the part of a phrase that names an office; None if there is none."""
    until = first
    while until < last and not unit.flags[until + 1] & (F.ADJUNCT | F.DET):
        until += 1
    can = F.CAP | F.BODY | F.DOCUMENT | F.OUTLET
    head = unit.flags[first : min(until, first + _HEAD - 1) + 1]
    is_office = any(flag & can for flag in head) and not head[0] & (F.TIME | F.DET)
    return (first, until) if is_office else None


def _name_at_end(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    """Return a name and title at the end of a phrase that a preposition opens."""
    start = last + 1
    while start > first and _is_of_name(unit, start - 1, last):
        start -= 1
    if start in (first, last + 1):
        # All of it depends on the preposition, or nobody is named.
        return None
    for i in range(start - 1, max(first, start - 1 - _TITLE), -1):
        if unit.flags[i] & F.PREP:
            break
        if unit.flags[i] & F.PEOPLE:
            return i, last
    return start, last


def _is_of_name(unit: Unit, i: int, last: int) -> bool:
    """Return whether a word belongs to the name that ends at `last`, by its letters."""
    word = unit.text[unit.starts[i] : unit.ends[i]]
    is_compound = "-" in word and word.partition("-")[2].islower()
    is_latin = word.isascii() and not unit.words[last].isascii()
    return bool(unit.flags[i] & F.CAP) and not is_compound and not is_latin
