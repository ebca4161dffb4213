"""The noun phrase that begins at a word, and what a phrase is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit

__all__ = ["head_of", "is_document", "is_label", "is_somebody", "right_of"]

F = Flag
_REACH: Final = 28
_LABEL: Final = 40


def is_label(unit: Unit, i: int) -> bool:
    """Whether a quote is part of a name ("the so-called "coalition""), not speech."""
    if i == 0:
        return False
    start, end = unit.starts[i], unit.ends[i]
    return end - start < _LABEL and unit.text[end - 2] not in ",.!?…"


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
        if flag & F.PREP:
            if word in ("on", "at", "after", "before", "during") or end < k:
                break
            if (
                word in ("in", "to", "by", "as")
                and not flags[min(i + 1, last - 1)] & F.CAP
            ):
                break
            i += 1
            continue
        if flag & (F.ADV | F.TIME) and not flag & (F.PEOPLE | F.DET) and end >= k:
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
    return (k, end) if end >= k else None


def head_of(unit: Unit, first: int, last: int) -> int:
    """Return the item that a phrase is about: the last before "of", "who" or ","."""
    for i in range(first + 1, last + 1):
        if (
            unit.flags[i] & (F.PREP | F.REL) and not unit.flags[i] & F.DET
        ) or unit.words[i] in (",", "("):
            return i - 1
    return last


def is_document(unit: Unit, first: int, last: int) -> bool:
    """Whether a phrase names something that holds information, not somebody."""
    return bool(unit.flags[head_of(unit, first, last)] & F.DOCUMENT)


def is_somebody(unit: Unit, first: int, last: int) -> bool:
    """Whether a phrase names people, a body or a document: what can say something."""
    head = unit.flags[head_of(unit, first, last)]
    can = F.PEOPLE | F.BODY | F.DOCUMENT | F.OUTLET | F.CAP | F.SUBJ
    return bool(head & can)
