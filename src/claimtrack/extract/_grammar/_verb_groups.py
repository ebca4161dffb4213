"""Find verbs with the words around them, and check if a stretch has a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.extract._grammar._right_phrases import owns
from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["Group", "has_verb", "verb_group"]

F = Flag


class Group(NamedTuple):
    """The words around a verb that belong to it: "has not yet said"."""

    first: int
    aux: bool
    be: bool
    passive: bool
    negated: bool
    infinitive: bool


def verb_group(unit: Unit, verb: int) -> Group:
    """Return the auxiliaries, adverbs and negations before a verb."""
    flags, low = unit.flags, unit.words
    i = verb - 1
    aux = be = have = negated = passive = False
    nearest = True
    while i >= 0 and flags[i] & (F.AUX | F.ADV | F.NEG) and not flags[i] & (F.TITLE):
        if flags[i] & F.CAP and i > 0 and not flags[i] & F.AUX:
            break
        if flags[i] & F.AUX:
            aux = True
            have = have or bool(flags[i] & F.HAVE)
            if flags[i] & F.BE:
                be = True
                passive = passive or nearest
            nearest = False
        negated = negated or bool(flags[i] & F.NEG) or low[i] == "'t"
        i -= 1
    first = i + 1
    while (
        first < verb
        and flags[first] & F.ADV
        and not flags[first] & F.AUX
        and flags[first] & F.CAP
    ):
        first += 1
    infinitive = i >= 0 and bool(flags[i] & F.TO) and not aux
    return Group(first, aux, be, passive and not (have and not be), negated, infinitive)


def has_verb(unit: Unit, first: int, last: int, words: Lexicon) -> bool:
    """Return whether a stretch looks like a clause: it has a finite verb."""
    flags, low = unit.flags, unit.words
    for i in range(first, min(last + 1, first + 40, len(low))):
        flag = flags[i]
        if flag & F.AUX and not owns(unit, i):
            return True
        if flag & F.QUOTE and i > first and _is_said_of(unit, i - 1):
            return True
        if i > first and not flag & (
            F.CAP | F.PUNCT | F.QUOTE | F.DET | F.PREP | F.ADV
        ):
            word = low[i]
            if flag & F.CUE or word.endswith(("ed", "ought", "ould")):
                return True
            if words.has_cases:
                return True
            if (
                word.endswith("s")
                and not word.endswith(("ss", "us", "ous"))
                and flags[i - 1] & (F.CAP | F.SUBJ | F.ADV)
            ):
                return True
            if flags[i - 1] & F.SUBJ and not flags[i - 1] & F.DET:
                return True
            if flag & F.VERB:
                return True
    return False


def _is_said_of(unit: Unit, i: int) -> bool:
    """Return whether a quote after item i is a predicate: it "fully backs" the plan."""
    return bool(unit.flags[i] & F.SUBJ) and not unit.flags[i] & F.DET
