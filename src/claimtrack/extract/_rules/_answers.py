"""What stands before its verb where nouns have cases: "the mayor this denied"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._left_phrases import left_of
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

    Only verbs that confirm or deny have what is said before them, and it begins with
    one of few words.
    """
    if unit.words[match.first] not in words.listed("words", "replies"):
        return None
    things = words.listed("words", "things")
    found = None
    for i in range(group.first - 1, max(group.first - 1 - _REACH, 0), -1):
        if unit.flags[i] & (F.PUNCT | F.QUOTE):
            break
        if unit.words[i] in things:
            found = i
    if found is None:
        return None
    phrase = left_of(unit, found - 1)
    subject = phrase and cased_subject(unit, phrase, match, words)
    if subject is None:
        return None
    return Mention(
        source=span(unit, *subject),
        cue=span(unit, group.first, match.last),
        content=span(unit, found, group.first - 1),
        attitude=match.cues[0].attitude,
        negated=group.negated,
        rule="object",
    )
