"""Verbs without a subject of their own: "it was said that", "adding that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract._grammar._clause_ends import clause_end
from claimtrack.extract._grammar._left_phrases import left_of
from claimtrack.extract._grammar._openers import find_opener
from claimtrack.extract._grammar._right_phrases import right_of
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._mention import Mention
from claimtrack.extract._rules._content_right import quoted
from claimtrack.extract._rules._cue_match import Match, reading_of, span
from claimtrack.extract._source_phrase import OWNER

if TYPE_CHECKING:
    from claimtrack.extract._article import Span
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._grammar._verb_groups import Group
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["main_subject", "participial", "passive"]

F = Flag


def passive(unit: Unit, match: Match, group: Group, words: Lexicon) -> Mention | None:
    """Return the mention of "X is said to …" and "it was announced that …"."""
    flags, low = unit.flags, unit.words
    r = match.last + 1
    while r < len(low) and flags[r] & F.ADV:
        r += 1
    attitude = match.cues[0].attitude
    cue = span(unit, group.first, match.last)
    by = None
    if r < len(low) and low[r] in words.listed("words", "passive_by"):
        by = right_of(unit, r + 1)
        if by:
            r = by[1] + 1
    source = span(unit, *by) if by else None
    if r < len(low) and flags[r] & F.THAT:
        content = span(unit, r, clause_end(unit, r, words))
        return Mention(
            source=source, cue=cue, content=content, attitude=attitude, rule="passive"
        )
    if r < len(low) and flags[r] & F.TO and source is None:
        subject = left_of(unit, group.first - 1)
        if subject and low[match.last] in words.listed("words", "hearsay"):
            parted = (
                span(unit, *subject),
                span(unit, r, clause_end(unit, r, words)),
            )
            return Mention(cue=cue, content=parted, attitude=attitude, rule="passive")
    return None


def participial(
    unit: Unit,
    match: Match,
    frames: frozenset[str],
    words: Lexicon,
    previous: tuple[int, int] | None,
) -> Mention | None:
    """Return the mention of "…, adding that CONTENT"; its source is the sentence's."""
    before = match.first - 1
    flags = unit.flags
    while before > 0 and flags[before] & F.ADV:
        before -= 1
    if unit.words[before] not in words.listed("words", "how") | {
        ",",
        "—",
        "–",
        "and",
        "but",
    }:
        noun = left_of(unit, match.first - 1)
        if noun is None or not flags[noun[1]] & (F.DOCUMENT | F.PEOPLE) or noun[0] == 0:
            return None
        source: tuple[int, int] | None = span(unit, *noun)
    else:
        source = previous
        if source is None:
            first = main_subject(unit, before)
            source = span(unit, *first) if first else None
    opener = find_opener(unit, match.last + 1, frames, words)
    if opener is None or source is None or opener.kind in ("object", "to"):
        return None
    content: Span = span(unit, opener.first, clause_end(unit, opener.first, words))
    if opener.kind == "quote":
        content = quoted(unit, opener.first, words)
    return Mention(
        source=source,
        cue=span(unit, match.first, match.last),
        content=content,
        attitude=reading_of(match, opener.kind).attitude,
        addressee=opener.addressee and span(unit, *opener.addressee),
        rule="participial",
    )


def main_subject(unit: Unit, before: int) -> tuple[int, int] | None:
    """Return the subject of a sentence: the phrase before its first plain verb."""
    flags, low = unit.flags, unit.words
    first = 0
    if flags[0] & (F.PREP | F.SUB):
        while first < before and low[first] != ",":
            first += 1
        first += 1
    for i in range(first + 1, before):
        if low[i] in OWNER and not flags[i - 1] & F.SUBJ:
            # An owner is not the speaker: "the city's parks".
            continue
        if flags[i] & (F.AUX | F.CUE | F.VERB) or (
            low[i].endswith("ed") and not flags[i] & F.CAP
        ):
            return left_of(unit, i - 1, first)
    return None
