"""Attribution without a verb: "according to X", "citing Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._clause_ends import clause_end
from claimtrack.extract._grammar._right_phrases import is_somebody, right_of
from claimtrack.extract._grammar._times import is_when
from claimtrack.extract._grammar._verb_groups import verb_group
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._mention import Mention
from claimtrack.extract._rules._content_left import left_edge
from claimtrack.extract._rules._cue_match import Match, span
from claimtrack.extract._rules._cue_verbs import by_verb

if TYPE_CHECKING:
    from claimtrack.extract._article import Span
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["by_relay"]

F = Flag
_NEAR: Final = 6
"""Items between a verb and a relay: "reported late on Tuesday, citing"."""

_PAUSES: Final = (",", "—", "–", "-", "…", "(")


def by_relay(unit: Unit, i: int, length: int, words: Lexicon) -> Mention | None:
    """Return the mention of "According to X, CONTENT", or "X writes, citing Y"."""
    low = unit.words
    if i + 1 < len(low) and low[i + 1] in words.listed("relay", "owners"):
        # "By his words": the speaker is inside the phrase.
        first, last, behind = i + 1, i + 1, i + length
    else:
        source = _named_behind(unit, i + length, words)
        if source is None or _is_a_reason(unit, i, source, words):
            return None
        first, last = source[0], _with_brackets(unit, source[1])
        behind = last + 1
    comma = behind
    until = min(len(low), behind + 25)
    while comma < until and low[comma] != "," and not unit.flags[comma] & F.QUOTE:
        comma += 1
    comma = min(comma, until)
    opens = i == 0 or bool(unit.flags[i - 1] & (F.COORD | F.THAT))
    if opens or low[i - 1] in (";", ":"):
        content = _after_relay(unit, behind, comma, words)
    else:
        content = _before_relay(unit, i, behind, comma, words)
    if content is None:
        return None
    return Mention(
        source=span(unit, first, last),
        cue=span(unit, i, i + length - 1),
        content=content,
        rule="relay",
        sure=True,
    )


def _is_a_reason(unit: Unit, i: int, source: tuple[int, int], words: Lexicon) -> bool:
    """Return whether the cited thing cannot speak: "closed it, citing low demand"."""
    is_cited = not words.has_cases and unit.words[i] in words.cites
    return is_cited and not is_somebody(unit, *source)


def _named_behind(unit: Unit, i: int, words: Lexicon) -> tuple[int, int] | None:
    """Return the source of a relay; if names have cases, a verb directly after ends it.

    "The Post with reference to officials writes that …".
    """
    source = right_of(unit, i)
    if source is None or not words.has_cases:
        return source
    first, last = source
    for j in range(first + 1, last + 1):
        flag = unit.flags[j]
        if flag & F.CUE and not flag & (F.CAP | F.PEOPLE | F.DOCUMENT | F.BODY):
            return first, j - 1
    return source


def _with_brackets(unit: Unit, last: int) -> int:
    """Return the last item of a name, including brackets after it."""
    low = unit.words
    if last + 1 < len(low) and low[last + 1] == "(":
        for i in range(last + 2, min(last + 12, len(low))):
            if low[i] == ")":
                return i
    return last


def _after_relay(unit: Unit, behind: int, comma: int, words: Lexicon) -> Span | None:
    """Return what follows "according to X," at the beginning of a clause."""
    begin = behind
    if comma < len(unit):
        begin = comma if unit.flags[comma] & F.QUOTE else comma + 1
    adds = begin < len(unit) and unit.flags[begin] & (F.REL | F.MODIFIER)
    if adds and "," in unit.words[begin:]:
        # "According to the Post, which cited officials, …"
        begin = unit.words.index(",", begin) + 1
    while begin < len(unit) and unit.flags[begin] & F.PUNCT:
        begin += 1
    if begin >= len(unit):
        return None
    return span(unit, begin, clause_end(unit, begin, words))


def _before_relay(
    unit: Unit, i: int, behind: int, comma: int, words: Lexicon
) -> Span | None:
    """Return the content before "…, according to X", with its continuation."""
    low = unit.words
    before = i - 1
    while before > 0 and low[before] in _PAUSES:
        before -= 1
    is_inserted = comma + 1 < len(low) and before < i - 1
    later = _verb_behind(unit, comma + 1) if is_inserted else None
    if words.has_cases and before == i - 1:
        # "X with reference to Y says": no comma, and no content before it.
        verb = _verb_behind(unit, behind)
        if verb is not None:
            return _said_by(unit, verb, words)
    for verb in (_verb_before(unit, before, words), later):
        shared = None if verb is None else _said_by(unit, verb, words)
        if shared is not None:
            return shared
    content = span(unit, left_edge(unit, before), before)
    if low[i - 1] != "," or comma + 1 >= len(low) or low[comma] != ",":
        return content
    flag = unit.flags[comma + 1]
    if flag & (F.COORD | F.SUB | F.REL | F.QUOTE) or low[comma + 1].endswith("ing"):
        return content
    return (content, span(unit, comma + 1, clause_end(unit, comma + 1, words)))


def _verb_behind(unit: Unit, i: int) -> int | None:
    """Return the verb of saying directly after: "the Post, citing officials, said"."""
    for j in range(i, min(i + 3, len(unit))):
        if unit.flags[j] & F.CUE:
            return j
        if not unit.flags[j] & (F.AUX | F.ADV):
            return None
    return None


def _said_by(unit: Unit, verb: int, words: Lexicon) -> Span | None:
    """Return the content that depends on a verb, if it is a verb of saying."""
    match = Match(verb, verb, words.cues[unit.words[verb]])
    group = verb_group(unit, verb)
    outer = by_verb(unit, match, group, words, None)
    return None if outer is None else outer.content


def _verb_before(unit: Unit, before: int, words: Lexicon) -> int | None:
    """Return the verb of saying before a relay: "writes on Monday, citing X"."""
    for j in range(before, max(before - _NEAR, 0), -1):
        if unit.flags[j] & F.CUE:
            frames = {
                frame for cue in words.cues[unit.words[j]] for frame in cue.frames
            }
            return j if "trailing" in frames else None
        if j < before and not is_when(unit, j):
            return None
    return None
