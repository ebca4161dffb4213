"""Find the end of a clause that somebody says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._left_phrases import left_of
from claimtrack.extract._grammar._right_phrases import head_of
from claimtrack.extract._grammar._verb_groups import verb_group
from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["begins_saying", "clause_end"]

F = Flag
_AFTER_SAYING: Final = F.PUNCT | F.QUOTE | F.TIME | F.WHEN | F.PREP | F.ADV
"""Items after a verb of saying that add no content: "…, he said on Monday"."""

_OFFICE: Final = 10
"""Maximum number of items of "in the ministry they said"."""


def clause_end(unit: Unit, first: int, words: Lexicon) -> int:
    """Return the last item of a content that begins at `first`.

    It ends with the sentence, unless a new clause with a cue of its own begins: "…, and
    Smith said …", "…, adding that …", "…, according to …", "…, he said".
    """
    low = unit.words
    last = len(low) - 1
    end = last
    while end > first and low[end] in (".", "!", "?", "…", ",", ";", ":"):
        end -= 1
    i = first + 1
    while i <= end:
        if (
            low[i] in (",", ";", "—", "–")
            and i + 1 <= end
            and (begins_saying(unit, i + 1, words) or _is_aside(unit, i + 1, words))
        ):
            return i - 1
        if low[i] in words.listed("words", "and") and (
            _goes_on(unit, i + 1, words) or _is_another(unit, i, words)
        ):
            return i - 1
        if low[i] == ")" and "(" not in low[first:i]:
            return i - 1
        i += 1
    return end


def _is_aside(unit: Unit, i: int, words: Lexicon) -> bool:
    """Return whether the rest is not the speaker's words: "but gave no details"."""
    is_but = bool(unit.flags[i] & F.COORD) and i + 1 < len(unit)
    return is_but and unit.words[i + 1] in words.listed("words", "asides")


def _is_another(unit: Unit, i: int, words: Lexicon) -> bool:
    """Return whether somebody else speaks without a comma: "and a third said"."""
    is_phrase = i + 1 < len(unit) and bool(unit.flags[i + 1] & F.DET)
    return is_phrase and begins_saying(unit, i, words)


def _goes_on(unit: Unit, i: int, words: Lexicon) -> bool:
    """Return whether "and added that …" continues here with the same subject."""
    flags = unit.flags
    while i < len(flags) and flags[i] & F.ADV:
        i += 1
    if i + 2 >= len(flags) or not flags[i] & F.CUE or flags[i] & F.CAP:
        return False
    after = i + 2 if unit.words[i + 1] == "," else i + 1
    columns = {cue.column for cue in words.cues[unit.words[i]]}
    return bool(columns & {"past", "third"}) and bool(flags[after] & (F.THAT | F.QUOTE))


def _office_speaks(unit: Unit, i: int, words: Lexicon) -> bool:
    """Return whether "(but) in the ministry they said" begins here."""
    flags, low = unit.flags, unit.words
    while i < len(low) and flags[i] & (F.COORD | F.ADV):
        i += 1
    if i >= len(low) or low[i] not in words.listed("words", "inside"):
        return False
    for j in range(i + 1, min(i + _OFFICE, len(low))):
        if flags[j] & (F.PUNCT | F.QUOTE):
            return False
        if low[j] in words.officials:
            return True
    return False


def begins_saying(unit: Unit, i: int, words: Lexicon) -> bool:
    """Return whether a clause with its own cue, or a relay, begins at item i."""
    flags, low = unit.flags, unit.words
    last = len(low)
    if low[i] in words.relays:
        return words.relay_at(low, i) > 0
    if flags[i] & F.CUE and low[i].endswith("ing") and not flags[i] & F.CAP:
        return "gerund" in {cue.column for cue in words.cues[low[i]]}
    if words.has_cases and flags[i] & F.CUE:
        return any("trailing" in cue.frames for cue in words.cues[low[i]])
    if words.has_cases and _office_speaks(unit, i, words):
        return True
    coordinated = bool(flags[i] & F.COORD) or (
        low[i] in words.listed("words", "contrasts")
    )
    after_comma = coordinated and low[i - 1] == ","
    begin = i + 1 if coordinated else i
    if begin < last and flags[begin] & F.THAT:
        return False
    for j in range(begin, min(begin + 14, last)):
        flag = flags[j]
        # "…, and the mayor, Ana Ruiz, said"
        is_inserted = after_comma and low[j] == "," and j > begin
        if flag & (F.PUNCT | F.THAT | F.QUOTE) and not is_inserted:
            return False
        if flag & F.CUE and j > begin and not flag & F.CAP:
            cues = words.cues[low[j]]
            frames = {frame for cue in cues for frame in cue.frames}
            columns = {cue.column for cue in cues}
            if not frames & {"trailing"} or not columns & {"past", "third", "base"}:
                continue
            group = verb_group(unit, j)
            if group.passive or group.infinitive:
                continue
            subject = left_of(unit, group.first - 1, begin)
            if subject is None or subject[0] != begin:
                continue
            heads = {subject[1], head_of(unit, *subject)}
            if columns <= {"base"} and not (
                flags[subject[1]] & F.SUBJ
                or any(low[head].endswith("s") for head in heads)
                or group.aux
            ):
                continue
            return (
                coordinated
                or j + 1 >= last
                or bool(flags[j + 1] & _AFTER_SAYING)
                or "told" in frames
            )
    return False
