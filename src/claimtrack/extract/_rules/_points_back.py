"""Sentences that attribute the one before them: "X reports about this"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import attrs

from claimtrack.extract._article import pieces
from claimtrack.extract._grammar._left_phrases import left_of
from claimtrack.extract._grammar._right_phrases import right_of
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._mention import Mention
from claimtrack.extract._rules._cased_subjects import cased_subject, office_behind
from claimtrack.extract._rules._cue_match import Match, span, starts_relay
from claimtrack.extract._rules._relay_phrases import by_relay
from claimtrack.extract._source_names import find_outlet

if TYPE_CHECKING:
    from claimtrack.extract._grammar._paragraphs import Layout
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["pointing_back"]

F = Flag
_REACH = 8
"""Maximum number of items between "about this" and its verb."""

_NAMING = F.CAP | F.PEOPLE | F.BODY | F.OUTLET | F.DOCUMENT | F.SUBJ | F.QUOTE


def pointing_back(
    unit: Unit,
    found: list[Mention],
    earlier: list[Mention],
    layout: Layout,
    words: Lexicon,
) -> list[Mention]:
    """Return the mentions of a sentence, some of which may be about the one before.

    "X writes about this with reference to Y" attributes the sentence before it to X,
    who cites Y; everything else in the sentence stays as it is. If an outlet or a relay
    already has that sentence, nothing changes: X may have it from elsewhere.
    """
    verb = _verb_of(unit, words)
    before = None if verb is None else _sentence_before(unit, layout)
    if verb is None or before is None or _is_passed_on(unit, before, earlier, words):
        return found
    match = Match(verb, verb, words.cues[unit.words[verb]])
    subject = _speaker(unit, match, words)
    if subject is None:
        return found
    made = [
        Mention(
            source=span(unit, *subject),
            cue=span(unit, verb, verb),
            content=before,
            attitude=match.cues[0].attitude,
            rule="back",
        )
    ]
    for i in range(verb + 1, len(unit)):
        length = starts_relay(unit, i, words)
        relay = by_relay(unit, i, length, words) if length else None
        if relay is not None:
            made.append(attrs.evolve(relay, content=before, sure=False))
            break
    return made + [each for each in found if pieces(each.content)[0][0] != unit.start]


def _verb_of(unit: Unit, words: Lexicon) -> int | None:
    """Return the verb of a sentence that begins with "about this"."""
    about = str(words.table["words"].get("about", "")).split()
    if not about or unit.inside or unit.words[: len(about)] != about:
        return None
    for i in range(len(about), min(len(about) + _REACH, len(unit))):
        if unit.flags[i] & (F.PUNCT | F.NEG | F.THAT):
            return None
        if unit.flags[i] & F.CAP or not unit.flags[i] & F.CUE:
            continue
        if any("trailing" in cue.frames for cue in words.cues[unit.words[i]]):
            return i
    return None


def _sentence_before(unit: Unit, layout: Layout) -> tuple[int, int] | None:
    """Return the sentence before; None for a subheading, or if there is none."""
    at = bisect_left(layout.sentences, (unit.start, 0)) - 1
    if at < 0:
        return None
    before = layout.sentences[at]
    head = bisect_left(layout.heads, (before[0], 0))
    is_head = any(start == before[0] for start, _ in layout.heads[head : head + 1])
    is_dateline = layout.dateline is not None and layout.dateline[0] == before[0]
    is_text = before == layout.headline or not (is_head or is_dateline)
    return before if is_text else None


def _is_passed_on(
    unit: Unit, before: tuple[int, int], earlier: list[Mention], words: Lexicon
) -> bool:
    """Return whether an outlet or relay already has the sentence before."""
    for mention in reversed(earlier):
        if pieces(mention.cue or mention.content)[0][0] < before[0]:
            break
        names = (unit.text[start:end] for start, end in pieces(mention.source))
        if mention.rule == "relay" or any(find_outlet(name, words) for name in names):
            return True
    return False


def _speaker(unit: Unit, match: Match, words: Lexicon) -> tuple[int, int] | None:
    """Return the speaker: before the verb, in an office after it, or after it."""
    first = len(str(words.table["words"]["about"]).split())
    left = left_of(unit, match.first - 1, first)
    if left is not None:
        left = cased_subject(unit, left, match, words)
    if left is not None and _names(unit, *left):
        return left
    right = office_behind(unit, match, words) or right_of(unit, match.last + 1)
    if right is None:
        return None
    for i in range(right[0] + 1, right[1] + 1):
        if starts_relay(unit, i, words):
            right = right[0], i - 1
            break
    return right if _names(unit, *right) else None


def _names(unit: Unit, first: int, last: int) -> bool:
    return any(unit.flags[i] & _NAMING for i in range(first, last + 1))
