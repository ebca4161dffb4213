"""Verbs of saying, with their subject before or after them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._clause_ends import clause_end
from claimtrack.extract._grammar._left_phrases import left_of
from claimtrack.extract._grammar._openers import find_opener
from claimtrack.extract._grammar._right_phrases import is_label, right_of
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._mention import Mention
from claimtrack.extract._rules._agreement import agreeing, agrees, is_verb, is_verbal
from claimtrack.extract._rules._cased_subjects import cased_subject, office_behind
from claimtrack.extract._rules._content_left import left_edge, leftward
from claimtrack.extract._rules._content_right import quoted, rightward
from claimtrack.extract._rules._cue_match import Match, reading_of, span, starts_relay
from claimtrack.extract._rules._replies import answered
from claimtrack.extract._rules._voices_left_out import (
    main_subject,
    participial,
    passive,
)

if TYPE_CHECKING:
    from claimtrack.extract._article import Span
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._grammar._verb_groups import Group
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["by_verb"]

F = Flag
_TITLES: Final = 2
"""Maximum number of words before the one that shows that a phrase is about a person."""


def by_verb(
    unit: Unit,
    match: Match,
    group: Group,
    words: Lexicon,
    previous: tuple[int, int] | None,
) -> Mention | None:
    """Return the mention of a verb of saying; None if there is none."""
    if not is_verb(unit, match, group, words):
        return None
    columns = {cue.column for cue in match.cues}
    if (
        group.passive
        and columns & {"past", "participle"}
        and len(unit.words[match.first : match.last + 1]) == 1
    ):
        return passive(unit, match, group, words)
    frames = frozenset(frame for cue in match.cues for frame in cue.frames)
    if "gerund" in columns and not group.be:
        return participial(unit, match, frames, words, previous)
    before = group.first - 1
    if unit.words[before] in words.listed("words", "and"):
        if previous is None:
            main = main_subject(unit, before)
            previous = span(unit, *main) if main else None
        if previous is None:
            return None
        return _coordinated(unit, match, group, frames, words, previous)
    subject = left_of(unit, before)
    if subject and words.has_cases:
        subject = cased_subject(unit, subject, match, words)
    elif subject and _is_part(unit, subject, match):
        subject = None
    if before >= 0 and unit.words[before] in words.listed("words", "as"):
        subject = _behind(unit, match, words)
        if subject is None:
            return None
        subject = _without_relay(unit, subject, words)
        return _as_said(
            unit, (before + 1, subject[1]), match, group, frames, words, right=subject
        )
    if (
        subject
        and subject[0] > 0
        and unit.words[subject[0] - 1] in words.listed("words", "as")
    ):
        return _as_said(unit, subject, match, group, frames, words)
    inverted = False
    opener = find_opener(unit, match.last + 1, frames, words)
    if opener is None and (answer := answered(unit, match, group, words)) is not None:
        return answer
    if _is_after_content(unit, before) and frames & {"trailing", "quote"}:
        quoted = _quote_before(unit, before, subject)
        if quoted or subject is None:
            if opener and opener.kind in ("that", "wh", "to"):
                return None
            subject = office_behind(unit, match, words)
            if subject is None:
                subject = _inverted(unit, match.last + 1, words, quoted=quoted)
            inverted = subject is not None
    if subject is not None:
        subject = _without_relay(unit, subject, words)
    if subject is None or _holds_relay(unit, subject, words):
        return None
    if not inverted and not words.has_cases:
        subject = agreeing(unit, subject, match, group)
    if is_verbal(unit, subject) or not agrees(unit, subject, match, group, words):
        return None
    source = span(unit, *subject)
    cue = span(unit, match.first if inverted else group.first, match.last)
    if not inverted and opener is not None:
        return rightward(unit, subject, source, cue, match, group, opener, words)
    return leftward(
        unit, subject, source, cue, match, group, frames, words, inverted=inverted
    )


def _coordinated(
    unit: Unit,
    match: Match,
    group: Group,
    frames: frozenset[str],
    words: Lexicon,
    previous: tuple[int, int],
) -> Mention | None:
    """Return the mention of "X said this and added that CONTENT"."""
    opener = find_opener(unit, match.last + 1, frames, words)
    if opener is None or opener.kind in ("object", "to"):
        return None
    content: Span = span(unit, opener.first, clause_end(unit, opener.first, words))
    if opener.kind in ("quote", "colon"):
        content = quoted(unit, opener.first, words)
    return Mention(
        source=previous,
        cue=span(unit, group.first, match.last),
        content=content,
        addressee=opener.addressee and span(unit, *opener.addressee),
        attitude=reading_of(match, opener.kind, document=False).attitude,
        negated=group.negated,
        rule="coordinated",
    )


def _as_said(
    unit: Unit,
    subject: tuple[int, int],
    match: Match,
    group: Group,
    frames: frozenset[str],
    words: Lexicon,
    *,
    right: tuple[int, int] | None = None,
) -> Mention | None:
    """Return the mention of "As X reported, CONTENT" and "CONTENT, as X reported"."""
    low = unit.words
    last = len(low) - 1
    as_ = subject[0] - 1
    if "trailing" not in frames:
        return None
    cue = span(unit, group.first, match.last)
    source = span(unit, *(right or subject))
    comma = (right[1] if right else match.last) + 1
    while comma < last and low[comma] != ",":
        comma += 1
    if as_ == 0 or (as_ == 1 and unit.flags[0] & (F.COORD | F.ADV)):
        if comma >= last:
            return None
        content = span(unit, comma + 1, clause_end(unit, comma + 1, words))
    else:
        if low[as_ - 1] != ",":
            return None
        content = span(unit, left_edge(unit, as_ - 2), as_ - 2)
    return Mention(
        source=source,
        cue=cue,
        content=content,
        attitude=match.cues[0].attitude,
        rule="as",
        sure=True,
    )


def _holds_relay(unit: Unit, subject: tuple[int, int], words: Lexicon) -> bool:
    """Return whether "according to public reports" was read as subject and verb."""
    first, last = subject
    return any(
        starts_relay(unit, i, words) and (i == first or unit.words[i - 1] != ",")
        for i in range(first, last + 1)
    )


def _is_part(unit: Unit, subject: tuple[int, int], match: Match) -> bool:
    """Return whether a phrase modifies what a verb names: "said in a letter read"."""
    before, after = subject[0] - 1, match.last + 1
    is_named = before > 0 and bool(unit.flags[before - 1] & F.CUE)
    return (
        is_named
        and bool(unit.flags[before] & F.PREP)
        and after < len(unit)
        and bool(unit.flags[after] & F.PREP)
    )


def _without_relay(
    unit: Unit, subject: tuple[int, int], words: Lexicon
) -> tuple[int, int]:
    """Return the part of a subject before ", citing officials,".

    If names have cases, there may be no commas: "X citing officials".
    """
    first, last = subject
    for i in range(first + 1, last + 1):
        is_inserted = unit.words[i - 1] == ","
        if (is_inserted or words.has_cases) and starts_relay(unit, i, words):
            return first, max(i - 2 if is_inserted else i - 1, first)
    return subject


def _is_after_content(unit: Unit, before: int) -> bool:
    """Return whether an item is a quote, comma or dash, where a content may end."""
    if unit.flags[before] & F.QUOTE:
        return not is_label(unit, before)
    return before > 0 and unit.words[before] in (",", "—", "–", "-")


def _quote_before(unit: Unit, before: int, subject: tuple[int, int] | None) -> bool:
    """Return whether the content that ends at an item is a quote.

    A quoted label in a description of the subject does not count: the men, who rate it
    "hold", say.
    """
    while before > 0 and unit.words[before] in (",", "—", "–", "-"):
        before -= 1
    is_added = subject is not None and subject[0] < before and is_label(unit, before)
    return bool(unit.flags[before] & F.QUOTE) and not is_added


def _behind(unit: Unit, match: Match, words: Lexicon) -> tuple[int, int] | None:
    """Return the subject after "as reported", if no quote comes before it."""
    after = match.last + 1
    office = office_behind(unit, match, words)
    if office is None and words.has_cases and _is_told(unit, after, words):
        after += 1
    return office or right_of(unit, after)


def _is_told(unit: Unit, i: int, words: Lexicon) -> bool:
    """Return whether an item is an addressee followed by a speaker: "told us Ann"."""
    if i + 1 >= len(unit) or not unit.flags[i + 1] & (F.CAP | F.PEOPLE):
        return False
    is_name = bool(unit.flags[i] & F.QUOTE) and is_label(unit, i)
    is_told = is_name or bool(unit.flags[i] & F.OBJ) or _is_outlet(unit, i, words)
    return is_told or unit.words[i] in words.listed("words", "reporters")


def _is_outlet(unit: Unit, i: int, words: Lexicon) -> bool:
    """Whether an outlet stands before people who are not of it: "told Reuters men".

    Those who are of it stand before its name, where nouns have cases. A name may have
    an ending of its own there.
    """
    name = unit.text[unit.starts[i] : unit.ends[i]]
    names = words.listed("outlets", "names")
    is_people = unit.flags[i + 1] & F.PEOPLE and not unit.flags[i + 1] & F.CAP
    return bool(is_people) and (name in names or name[:-1] in names)


def _inverted(
    unit: Unit, after: int, words: Lexicon, *, quoted: bool
) -> tuple[int, int] | None:
    """Return the subject after its verb: “…”, said the minister."""
    can = F.CAP | F.SUBJ | F.DET | F.PEOPLE | F.TITLE | F.BODY
    if words.has_cases and _is_told(unit, after, words):
        after += 1
    subject = right_of(unit, after)
    if subject is None:
        return None
    # If nouns have cases, the title may come later: "executive director Ann Lee".
    until = min(after + _TITLES, subject[1]) if words.has_cases else after
    can |= F.QUOTE if words.has_cases else 0
    if not quoted and not any(unit.flags[i] & can for i in range(after, until + 1)):
        return None
    for i in range(subject[0] + 1, subject[1] + 1):
        if starts_relay(unit, i, words):
            return subject[0], i - 1
    return subject
