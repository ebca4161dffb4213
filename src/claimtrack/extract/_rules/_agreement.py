"""Check whether a form is a verb here, and whether a phrase can be its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract._grammar._left_phrases import left_of
from claimtrack.extract._grammar._right_phrases import head_of, is_document, is_somebody
from claimtrack.extract._lexicon import Flag, is_participle

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._grammar._verb_groups import Group
    from claimtrack.extract._lexicon import Lexicon
    from claimtrack.extract._rules._cue_match import Match

__all__ = ["agreeing", "agrees", "is_verb", "is_verbal"]

F = Flag


def is_verb(unit: Unit, match: Match, group: Group, words: Lexicon) -> bool:
    """Return whether a possible noun or infinitive is a finite verb here."""
    if group.infinitive:
        return False
    columns = {cue.column for cue in match.cues}
    if not group.aux and (columns == {"participle"} or _is_noun(unit, match)):
        # "emails seen by …" does not mean "emails have seen".
        return False
    before = group.first - 1
    if before < 0:
        return False
    flag = unit.flags[before]
    # If nouns have cases, an object may be there: "the mayor this denied".
    is_noun = bool(flag & F.DET and not flag & F.SUBJ) and not words.has_cases
    if group.first == match.first and is_noun:
        return False
    if (
        group.first == match.first
        and flag & F.PREP
        and not flag & F.CAP
        and unit.words[before]
        not in ("above", "below", "out", "off", "inside", "outside", "around")
    ):
        return False
    if (unit.words[match.first - 1][0] in "'’" and columns & {"base", "third"}) or (
        match.first != group.first and unit.words[match.first][0] in "'’"
    ):
        return False
    if columns == {"base"} and not group.aux:
        low = unit.words[before]
        if flag & F.SUBJ:
            return low not in ("he", "she", "it", "this", "that")
        if flag & F.QUOTE:
            return True
        return (
            low.endswith("s")
            or low in words.listed("unnamed", "plain_plural")
            or (flag & F.CAP != 0 and low != "the")
            or low == ","
            or _are_many(unit, before, words)
        )
    return True


def _is_noun(unit: Unit, match: Match) -> bool:
    """Return whether a form continues as a noun: "a forecast of", "emails seen by"."""
    after = match.last + 1
    if not unit.flags[match.first] & F.DOCUMENT or after + 1 >= len(unit):
        return False
    is_added = is_participle(unit.words[after], unit.flags[after])
    return unit.words[after] == "of" or (
        is_added and bool(unit.flags[after + 1] & F.PREP)
    )


def _are_many(unit: Unit, last: int, words: Lexicon) -> bool:
    """Return whether a phrase that is about several ends here.

    "the mayor and the council", "sources close to the mayor".
    """
    first, _ = left_of(unit, last) or (last, last)
    head = unit.words[head_of(unit, first, last)]
    return any(
        unit.flags[i] & F.COORD and unit.flags[i + 1] & (F.CAP | F.DET)
        for i in range(first + 1, last)
    ) or (not words.has_cases and _is_several(head, words))


def _is_several(word: str, words: Lexicon) -> bool:
    many = words.listed("unnamed", "plain_plural")
    return word in many or (word.endswith("s") and len(word) > 2)  # noqa: PLR2004


def is_verbal(unit: Unit, subject: tuple[int, int]) -> bool:
    """Return whether the phrase before a verb is another verb, not a noun."""
    flag = unit.flags[subject[1]]
    nouns = F.CAP | F.PEOPLE | F.DOCUMENT | F.BODY | F.SUBJ | F.OUTLET
    return subject[0] == subject[1] and bool(flag & F.CUE) and not flag & nouns


def agreeing(
    unit: Unit, subject: tuple[int, int], match: Match, group: Group
) -> tuple[int, int]:
    """Return the part of a phrase that is the subject of the singular "says".

    In "Britain opens talks and Canada says …" it is the part after "and"; in "the
    Ministry of Trade and Industry says …" it is the whole phrase.
    """
    if {cue.column for cue in match.cues} != {"third"} or group.aux:
        return subject
    first, last = subject
    flags = unit.flags
    named = F.CAP | F.DET | F.PREP | F.COORD | F.PEOPLE | F.BODY | F.TITLE | F.OUTLET
    for i in range(last - 1, first, -1):
        is_in_name = flags[i - 1] & F.CAP and unit.words[i - 2] in ("of", "for")
        if is_in_name and not flags[i + 1] & F.DET:
            continue
        if flags[i] & F.COORD and flags[i + 1] & (F.CAP | F.DET):
            before = (flags[j] & (named | F.PUNCT) for j in range(first, i))
            if not all(before):
                return i + 1, last
    return subject


def agrees(
    unit: Unit, subject: tuple[int, int], match: Match, group: Group, words: Lexicon
) -> bool:
    """Return whether a subject fits this cue: for example, only documents "show"."""
    doc = is_document(unit, *subject)
    if all(cue.document for cue in match.cues):
        return doc
    if all(cue.document or cue.somebody for cue in match.cues) and not is_somebody(
        unit, *subject
    ):
        return False
    low = unit.words[subject[0]]
    if {cue.column for cue in match.cues} == {"base"} and not group.aux:
        i = subject[1]
        while i > subject[0] and not unit.flags[i] & F.DET:
            i -= 1
        if unit.words[i] in words.listed("unnamed", "single"):
            return False
        if not words.has_cases and not _is_plural(unit, subject, words):
            return False
    return not (
        subject[0] == subject[1]
        and low in ("there", "this", "that", "which", "what", "these", "those")
        and not doc
    )


def _is_plural(unit: Unit, subject: tuple[int, int], words: Lexicon) -> bool:
    """Return whether a noun phrase fits "say": several people, or a short name."""
    first, last = subject
    low = unit.words[last]
    if any(unit.flags[i] & F.COORD for i in range(first, last + 1)):
        return True
    head = unit.words[head_of(unit, first, last)]
    many = (low, head)
    return (
        bool(unit.flags[last] & (F.SUBJ | F.QUOTE))
        or any(_is_several(word, words) for word in many)
        or (first == last and unit.text[unit.starts[last] : unit.ends[last]].isupper())
    )
