"""Contents that come before their cue: "CONTENT, X said"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.extract._article import pieces
from claimtrack.extract._grammar._clause_ends import begins_saying, clause_end
from claimtrack.extract._grammar._right_phrases import is_label, right_of
from claimtrack.extract._grammar._verb_groups import Group, has_verb
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._mention import Mention
from claimtrack.extract._rules._cue_match import Match, span

if TYPE_CHECKING:
    from claimtrack.extract._article import Span
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["left_edge", "leftward", "side_by_side"]

F = Flag
_STOPS: Final = (",", "—", "–", "-", ":")
_NEAR: Final = 10
"""Items between a speaker and the dash after which speech continues."""

_SHORT: Final = 3
"""Length in items, minus one, from which a prepositional opening is a clause."""

_DASHES: Final = ("—", "–", "-")
_QUOTES: Final = frozenset('"“”„«»')


def leftward(
    unit: Unit,
    subject: tuple[int, int],
    source: tuple[int, int],
    cue: tuple[int, int],
    match: Match,
    group: Group,
    frames: frozenset[str],
    words: Lexicon,
    *,
    inverted: bool,
) -> Mention | None:
    """Return the mention whose content comes before it: CONTENT, X said."""
    flags, low = unit.flags, unit.words
    before = (group.first if inverted else subject[0]) - 1
    if "trailing" not in frames:
        return None
    is_of_documents = all(cue.document for cue in match.cues)
    if is_of_documents and (inverted or not _is_inserted(unit, match.last + 1)):
        return None
    end = before
    while end >= 0 and low[end] in _STOPS:
        end -= 1
    if end < 0 or (end == before and not flags[end] & F.QUOTE):
        return None
    first = left_edge(unit, end)
    is_quote = bool(flags[end] & F.QUOTE) and not is_label(unit, end)
    if is_quote and all(flags[j] & F.PUNCT for j in range(first, end)):
        first = end
    after = (subject[1] if inverted else match.last) + 1
    second = _second_piece(
        unit, after, is_quote=is_quote, inverted=inverted, words=words
    )
    # Headlines leave out verbs: "Ferry strike over, union says".
    is_said = is_quote or match.last == len(unit) - 1
    content = _around(unit, first, end, second, is_said=is_said, words=words)
    if content is None:
        return None
    told = right_of(unit, after) if "told" in frames and not inverted else None
    rule = ("inverted" if inverted else "trailing") + ("-quote" if is_quote else "")
    reading = next(c for c in match.cues if "trailing" in c.frames)
    return Mention(
        source=source,
        cue=cue,
        content=content,
        addressee=told and span(unit, *told),
        attitude=reading.attitude,
        negated=group.negated,
        rule=rule,
        sure=reading.attitude == "assertion" and not group.negated,
    )


def _around(
    unit: Unit,
    first: int,
    end: int,
    second: tuple[int, int] | None,
    *,
    is_said: bool,
    words: Lexicon,
) -> Span | None:
    """Return the content before a cue, together with its continuation after it."""
    if not is_said and second is None:
        is_clause = has_verb(unit, first, end, words)
        if not is_clause or _is_opening(unit, first, end, words):
            return None
        if _is_said_by_others(unit, first, end, words):
            return None
    content = span(unit, first, end)
    return (content, second) if second else content


def _is_inserted(unit: Unit, after: int) -> bool:
    """Return whether a comma or the sentence end follows: "…, city data show, …"."""
    return after >= len(unit) or unit.words[after] in (",", ".")


def _is_opening(unit: Unit, first: int, end: int, words: Lexicon) -> bool:
    """Return whether the text before only opens the sentence: "After that, "."""
    flag = unit.flags[first]
    if unit.words[first] in words.listed("words", "openers"):
        return True
    if words.has_cases and end - first >= _SHORT:
        # "In Odesa burned a store": verbs can come first if nouns have cases.
        return False
    return bool(flag & (F.SUB | F.PREP) and not flag & F.DET) and not any(
        unit.words[j] == "," for j in range(first, end)
    )


def _is_said_by_others(unit: Unit, first: int, end: int, words: Lexicon) -> bool:
    """Return whether the text before only says who says the rest: "As X reports, "."""
    is_as = unit.words[first] in words.listed("words", "as")
    return is_as and words.has_cases and "," not in unit.words[first : end + 1]


def _second_piece(
    unit: Unit, after: int, *, is_quote: bool, inverted: bool, words: Lexicon
) -> tuple[int, int] | None:
    """Return the continuation after ", he said, "."""
    flags, low = unit.flags, unit.words
    if inverted and (more := _behind_dash(unit, after)) is not None:
        if is_quote:
            return span(unit, more, more) if flags[more] & F.QUOTE else None
        return span(unit, more, clause_end(unit, more, words))
    while after < len(low) and flags[after] & (F.ADV | F.TIME):
        after += 1
    if after + 1 >= len(low) or low[after] not in (",", ":", "—", "–", ";"):
        return None
    nxt = after + 1
    if flags[nxt] & F.QUOTE and is_quote:
        return span(unit, nxt, nxt)
    if is_quote or inverted or flags[nxt] & (F.SUB | F.COORD | F.REL | F.WH):
        return None
    if low[nxt].endswith("ing") or begins_saying(unit, nxt, words):
        return None
    return span(unit, nxt, clause_end(unit, nxt, words))


def _behind_dash(unit: Unit, after: int) -> int | None:
    """Return where speech continues: "We, — said X in Rome, — are here"."""
    low = unit.words
    for i in range(after, min(after + _NEAR, len(low) - 2)):
        if low[i] == "," and low[i + 1] in _DASHES:
            return None if unit.flags[i + 2] & F.PUNCT else i + 2
        if unit.flags[i] & (F.PUNCT | F.QUOTE):
            return None
    return None


def left_edge(unit: Unit, before: int) -> int:
    """Return where the clause that ends at `before` begins."""
    i = before
    low = unit.words
    while i > 0 and low[i - 1] != ";":
        i -= 1
    while i < before and (
        unit.flags[i] & F.COORD or low[i] in (",", "—", "–", "-", "…")
    ):
        i += 1
    return i


def side_by_side(
    unit: Unit, earlier: Mention, later: Mention, words: Lexicon
) -> tuple[Mention, Mention]:
    """Return two mentions in a row, each with the content before its own cue.

    "It rains, X said, and it is wet, Y said" are two statements. If no "and", "but" or
    quote begins a clause between the cues, the later one reports the earlier, and both
    stay as they are: "It rains, X said, Y reported".
    """
    said, *rest = pieces(later.content)
    first, *others = pieces(earlier.content)
    stop = max(end for _, end in (*pieces(earlier.source), *pieces(earlier.cue)))
    if not first[0] < stop or not said[0] < stop < said[1]:
        return earlier, later
    begin = _joined_at(unit, stop, bisect_left(unit.starts, said[1]), words)
    if begin is None:
        return earlier, later
    own = (unit.starts[begin], said[1])
    left = tuple(piece for piece in others if piece[1] <= own[0])
    return (
        attrs.evolve(earlier, content=(first, *left) if left else first),
        attrs.evolve(later, content=(own, *rest) if rest else own),
    )


def _joined_at(unit: Unit, stop: int, end: int, words: Lexicon) -> int | None:
    """Return where a clause begins that "and" or a quote adds to an earlier one."""
    flags = unit.flags
    contrasts = words.listed("words", "contrasts")
    begin = bisect_left(unit.starts, stop)
    while begin < end and not flags[begin] & (F.PUNCT | F.QUOTE):
        begin += 1
    is_joined = False
    while begin < end and (
        flags[begin] & (F.PUNCT | F.COORD) or unit.words[begin] in contrasts
    ):
        is_joined |= not flags[begin] & F.PUNCT or unit.words[begin] in _QUOTES
        begin += 1
    if begin < end and flags[begin] & F.QUOTE:
        return begin
    is_clause = is_joined and has_verb(unit, begin, end - 1, words)
    is_new = begin < end and not flags[begin] & (F.SUB | F.REL | F.WH | F.CUE)
    return begin if is_clause and is_new else None
