"""Contents that follow their cue: "X said that CONTENT"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract._article import pieces
from claimtrack.extract._grammar._clause_ends import clause_end
from claimtrack.extract._grammar._left_phrases import left_of
from claimtrack.extract._grammar._right_phrases import is_document, is_label
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._mention import Mention
from claimtrack.extract._rules._cue_match import SURE, Match, reading_of, span

if TYPE_CHECKING:
    from claimtrack.extract._article import Span
    from claimtrack.extract._grammar._opener import Opener
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._grammar._verb_groups import Group
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["quoted", "rightward"]

F = Flag


def rightward(
    unit: Unit,
    subject: tuple[int, int],
    source: tuple[int, int],
    cue: tuple[int, int],
    match: Match,
    group: Group,
    opener: Opener,
    words: Lexicon,
) -> Mention:
    """Return the mention whose content follows the cue."""
    first = opener.first
    reading = reading_of(match, opener.kind, document=is_document(unit, *subject))
    if opener.kind in ("quote", "colon"):
        content = quoted(unit, first, words)
        if opener.kind == "quote":
            extra = _before_cue(unit, subject)
            if extra:
                content = (extra, *pieces(content))
    else:
        content = span(unit, first, clause_end(unit, first, words))
        comma = _closes_relative(unit, group.first, first)
        if comma is not None:
            content = span(unit, first, comma - 1)
        is_gap = opener.kind in ("to", "gap")
        if is_gap and not _joins_clause(unit, subject[0] - 1, words):
            content = _with_antecedent(unit, subject[0] - 1, content, words)
    return Mention(
        source=source,
        cue=cue,
        content=content,
        addressee=opener.addressee and span(unit, *opener.addressee),
        attitude=reading.attitude,
        negated=group.negated,
        rule=opener.kind,
        sure=opener.kind in SURE and not group.negated,
    )


def _closes_relative(unit: Unit, verb: int, first: int) -> int | None:
    """Return the comma that ends ", who said that CONTENT," before the main verb."""
    if verb < 2 or not unit.flags[verb - 1] & F.REL or unit.words[verb - 2] != ",":  # noqa: PLR2004
        return None
    for i in range(first + 1, len(unit) - 1):
        if unit.words[i] == ",":
            return i
    return None


def _joins_clause(unit: Unit, i: int, words: Lexicon) -> bool:
    """Return whether "that" at item i opens a content: "warned that he refused"."""
    if i < 1 or not unit.flags[i] & F.THAT:
        return False
    columns = {cue.column for cue in words.cues.get(unit.words[i - 1], ())}
    return bool(columns & {"past", "gerund"})


def _with_antecedent(
    unit: Unit, relative: int, content: tuple[int, int], words: Lexicon
) -> tuple[int, int]:
    """Return "a force that France plans to create" from "to create"."""
    # If nouns have cases, the word that opens a clause does not refer back.
    opens = F.REL if words.has_cases else F.REL | F.THAT
    if relative < 1 or not unit.flags[relative] & opens:
        return content
    end = relative - 1 if unit.words[relative - 1] != "," else relative - 2
    first = end
    if end < 0:
        return content
    if not unit.flags[end] & F.QUOTE:
        phrase = left_of(unit, end)
        if phrase is None:
            return content
        first = phrase[0]
    return unit.starts[first], content[1]


def _before_cue(unit: Unit, subject: tuple[int, int]) -> tuple[int, int] | None:
    """Return a quote that ends directly before the subject: “A,” he said, “B”."""
    before = subject[0] - 1
    if before >= 0 and unit.words[before] == ",":
        before -= 1
    if before >= 0 and unit.flags[before] & F.QUOTE and not is_label(unit, before):
        return span(unit, before, before)
    return None


def quoted(unit: Unit, first: int, words: Lexicon) -> Span:
    """Return a quote together with the rest of the same sentence."""
    flags, low = unit.flags, unit.words
    if not flags[first] & F.QUOTE:
        return span(unit, first, clause_end(unit, first, words))
    nxt = first + 1
    text_end = unit.text[unit.ends[first] - 2]
    if (
        nxt >= len(low)
        or low[nxt] in (".", ",", ";", "—", "–", "-", "?", "!", ")", ":")
        or text_end in ".!?"
    ):
        return span(unit, first, first)
    return span(unit, first, clause_end(unit, first, words))
