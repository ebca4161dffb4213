"""Find the noun phrase that begins at a word, and the head of a phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._lexicon import Flag, is_participle
from claimtrack.extract._source_phrase import OWNER

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit

__all__ = ["head_of", "is_document", "is_label", "is_somebody", "owns", "right_of"]

F = Flag
_REACH: Final = 28
_LABEL: Final = 40
_OWNED: Final = F.DOCUMENT | F.PEOPLE | F.BODY | F.OUTLET


def is_label(unit: Unit, i: int) -> bool:
    """Return whether a quote is in a name ("the so-called "coalition""), not speech."""
    if i == 0:
        return False
    start, end = unit.starts[i], unit.ends[i]
    return end - start < _LABEL and unit.text[end - 2] not in ",.!?…"


def owns(unit: Unit, i: int) -> bool:
    """Return whether an item marks what precedes it as the owner of what follows.

    "the BBC's Today", "the club's website", "the Workers' Union"; but not "he's" or a
    closing quote.
    """
    if not 0 < i < len(unit) - 1 or unit.ends[i - 1] != unit.starts[i]:
        return False
    word, after = unit.words[i], unit.flags[i + 1]
    if word in OWNER:
        is_noun = after & _OWNED and not unit.flags[i - 1] & F.SUBJ
        return bool(after & F.CAP or is_noun)
    is_plural = word in "'’" and unit.words[i - 1].endswith("s")
    return is_plural and not after & (F.PUNCT | F.QUOTE | F.AUX)


def right_of(unit: Unit, k: int) -> tuple[int, int] | None:
    """Return first and last item of the noun phrase that begins at item k."""
    flags, words = unit.flags, unit.words
    last = len(words)
    if k < last and flags[k] & F.SUBJ and not flags[k] & (F.DET | F.CAP):
        return k, k
    i = k
    end = k - 1
    while i < last and i - k < _REACH:
        flag, word = flags[i], words[i]
        if i > k and owns(unit, i):
            # What is owned belongs to the phrase, whatever it means elsewhere: "Today".
            end = i + 1
            i += 2
            continue
        if flag & (F.PUNCT | F.QUOTE):
            if word in "%$€£&" or (
                word == "." and i + 1 < last and flags[i - 1] & F.TITLE
            ):
                i += 1
                continue
            if flag & F.QUOTE and is_label(unit, i):
                end = i
                i += 1
                continue
            break
        if flag & (F.SUB | F.THAT | F.AUX | F.NEG) and not flag & F.PREP:
            break
        if flag & F.WHEN and end >= k and i + 1 < last and flags[i + 1] & F.TIME:
            break
        if flag & F.PREP:
            if end < k or not _goes_on(unit, i):
                break
            i += 1
            continue
        is_named = flag & F.CAP and i == k + 1 and flags[k] & F.DET
        if (
            flag & (F.ADV | F.TIME)
            and not flag & (F.PEOPLE | F.DET)
            and end >= k
            and not is_named  # The Sun
        ):
            if flag & F.TIME and i + 1 < last and flags[i + 1] & F.DOCUMENT:
                i += 1
                continue
            break
        if flag & F.REL and not flag & F.DET:
            break
        if flag & F.COORD:
            if (
                i + 1 < last
                and flags[i + 1] & (F.CAP | F.PEOPLE | F.DET)
                and word != "but"
            ):
                i += 1
                continue
            break
        end = i
        i += 1
    while end > k and end + 1 < last and _is_cut_off(unit, end):
        end -= 1
    return (k, end) if end >= k else None


def _goes_on(unit: Unit, i: int) -> bool:
    """Return whether a phrase continues with the preposition at i: "a report by"."""
    flags, word = unit.flags, unit.words[i]
    after = flags[min(i + 1, len(unit) - 1)]
    if after & F.TIME:
        return False
    if _is_participle(unit, i - 1):
        return True
    if word in ("after", "before", "during"):
        return False
    if flags[i] & F.ADJUNCT and flags[i - 1] & F.CAP:
        return bool(flags[i - 1] & F.PEOPLE)
    if word in ("on", "at"):
        # "officials at the ministry", but not "Ruiz at the ministry"
        is_people = flags[i - 1] & F.PEOPLE and not flags[i - 1] & F.CAP
        return bool(is_people and after & (F.CAP | F.DET))
    if word == "by":
        return bool(after & (F.CAP | F.DET | F.PEOPLE | F.BODY))
    return word not in ("in", "to", "as") or bool(after & F.CAP)


def _is_participle(unit: Unit, i: int) -> bool:
    flag = unit.flags[i]
    is_verb = flag & F.CAP or (flag & F.CUE and not flag & F.MODIFIER)
    return is_participle(unit.words[i], flag) and not is_verb


def _is_cut_off(unit: Unit, i: int) -> bool:
    """Return whether a phrase ends with a participle without its complement."""
    is_open = bool(unit.flags[i + 1] & (F.PREP | F.TIME | F.WHEN))
    return is_open and _is_participle(unit, i)


def head_of(unit: Unit, first: int, last: int) -> int:
    """Return the head item of a phrase: the last before "of", "who" or ",".

    Parts that only modify it are skipped: "sources close to the talks".
    """
    for i in range(first + 1, last + 1):
        if (
            unit.flags[i] & (F.PREP | F.REL) and not unit.flags[i] & F.DET
        ) or unit.words[i] in (",", "("):
            return _before_participles(unit, first, i - 1)
    return last


def _before_participles(unit: Unit, first: int, i: int) -> int:
    """Return the item before "close" or "briefed", which only modify it."""
    while i > first and _is_participle(unit, i):
        i -= 1
    return i


def is_document(unit: Unit, first: int, last: int) -> bool:
    """Return whether a phrase names a container of information, not a person."""
    return bool(unit.flags[head_of(unit, first, last)] & F.DOCUMENT)


def is_somebody(unit: Unit, first: int, last: int) -> bool:
    """Return whether a phrase names people, a body or a document: possible speakers."""
    head = unit.flags[head_of(unit, first, last)]
    can = F.PEOPLE | F.BODY | F.DOCUMENT | F.OUTLET | F.CAP | F.SUBJ
    return bool(head & can)
