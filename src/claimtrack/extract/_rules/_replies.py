"""Objects before their verb in languages with cases: "the mayor this denied"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._left_phrases import left_of
from claimtrack.extract._grammar._right_phrases import right_of
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._mention import Mention
from claimtrack.extract._rules._cased_subjects import cased_subject
from claimtrack.extract._rules._cue_match import Match, span

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._grammar._verb_groups import Group
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["answered"]

F = Flag
_REACH: Final = 8


def answered(unit: Unit, match: Match, group: Group, words: Lexicon) -> Mention | None:
    """Return the mention of "X this information denied" and "in the office it denied".

    Only verbs that confirm or deny can have a content before them that begins with one
    of a few words, or one of a word or two after them.
    """
    if unit.words[match.first] not in words.listed("words", "replies"):
        return None
    before = _object_before(unit, group.first, words)
    end = group.first if before is None else before
    phrase = left_of(unit, end - 1)
    if phrase is None:
        return None
    content = (end, group.first - 1) if before is not None else None
    office = _office_inside(unit, phrase, words)
    if content is None and office is not None:
        # "These rumours in the club they denied"
        content, phrase = (phrase[0], office - 2), (office, phrase[1])
    subject = cased_subject(unit, phrase, match, words)
    content = content or _object_behind(unit, match)
    if subject is None or content is None:
        return None
    return Mention(
        source=span(unit, *subject),
        cue=span(unit, group.first, match.last),
        content=span(unit, *content),
        attitude=match.cues[0].attitude,
        negated=group.negated,
        rule="object",
    )


def _object_before(unit: Unit, verb: int, words: Lexicon) -> int | None:
    """Return where the denied object begins, right before the verb: "this news"."""
    things = words.listed("words", "things")
    found = None
    for i in range(verb - 1, max(verb - 1 - _REACH, 0), -1):
        if unit.flags[i] & (F.PUNCT | F.QUOTE):
            break
        if unit.words[i] in things:
            found = i
    return found


def _object_behind(unit: Unit, match: Match) -> tuple[int, int] | None:
    """Return the word or two directly after the verb that are denied."""
    i = match.last + 1
    if i >= len(unit) or unit.flags[i] & (F.PUNCT | F.QUOTE | F.PREP | F.COORD):
        return None
    return right_of(unit, i)


def _office_inside(unit: Unit, phrase: tuple[int, int], words: Lexicon) -> int | None:
    """Return where an office begins after the opening of a sentence."""
    first, last = phrase
    if unit.words[first] not in words.listed("words", "things"):
        return None
    inside = words.listed("words", "inside")
    return next(
        (i for i in range(first + 2, last + 1) if unit.words[i - 1] in inside), None
    )
