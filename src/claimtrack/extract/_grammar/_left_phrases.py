"""Find the noun phrase that ends at a word: the subject before a verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.extract._grammar._right_phrases import is_label, owns
from claimtrack.extract._grammar._times import is_month
from claimtrack.extract._lexicon import Flag
from claimtrack.extract._source_phrase import OWNER

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit

__all__ = ["left_of"]

F = Flag
_REACH: Final = 28
_MOST_ADDED: Final = 6
"""Maximum number of stretches between commas that are skipped, not counting ages."""
_DEPENDS: Final = F.REL | F.NUM | F.PREP
_ADDED: Final = F.DET | F.PEOPLE | F.TIME
_EDGE: Final = frozenset(";:—–()[]?!…•")


def left_of(unit: Unit, k: int, floor: int = 0) -> tuple[int, int] | None:
    """Return first and last item of the noun phrase that ends at item k.

    A comma at k means that something is added to the phrase: "Jo Smith, a lawyer,". The
    first item is then that of the phrase before it.
    """
    if k < floor:
        return None
    words, flags = unit.words, unit.flags
    if words[k] == ",":
        return _with_apposition(unit, k, floor)
    if words[k] == ")":
        # "Jo Smith (a lawyer) (left)": skip one bracket after the other, whatever it
        # holds.
        before = k
        while before >= floor and words[before] == ")":
            before = _opening_of(unit, before, floor) - 1
        inner = left_of(unit, before, floor)
        return inner and (inner[0], k)
    if flags[k] & F.SUBJ and not flags[k] & F.DET and not _is_short_name(unit, k):
        if flags[k] & F.REL:
            return _antecedent(unit, k, floor)
        return k, k
    comma = _before_time(unit, k, floor)
    if comma is not None:
        return _with_apposition(unit, comma, floor)
    return _walk(unit, k, floor)


def _before_time(unit: Unit, k: int, floor: int) -> int | None:
    """Return the comma before a pure time phrase: "X, a lawyer, on Monday said"."""
    i = k
    while i > floor and unit.flags[i] & (F.TIME | F.NUM):
        i -= 1
    is_time = i < k and bool(unit.flags[i] & F.PREP) and i > floor
    return i - 1 if is_time and unit.words[i - 1] == "," else None


def _opening_of(unit: Unit, k: int, floor: int) -> int:
    """Return the opening bracket for the one at item k, if it is near."""
    opening = k
    while opening > floor and unit.words[opening] != "(" and k - opening < _REACH:
        opening -= 1
    return opening


def _is_short_name(unit: Unit, k: int) -> bool:
    """Return whether a word is all capitals: "WHO" is not a relative pronoun."""
    word = unit.text[unit.starts[k] : unit.ends[k]]
    return len(word) > 1 and word.isupper()


def _antecedent(unit: Unit, k: int, floor: int) -> tuple[int, int] | None:
    """Return the phrase that a relative word at k belongs to."""
    before = k - 1
    if before >= floor and unit.words[before] == ",":
        before -= 1
    if before < floor or not _is_nominal(unit, before) or unit.flags[before] & F.COORD:
        return None
    return _walk(unit, before, floor)


def _with_apposition(unit: Unit, k: int, floor: int) -> tuple[int, int] | None:
    """Return the phrase before "…, a lawyer," or "…, 42," or "…, who lives here,".

    The added part may itself have an added part: in "Jo Smith, opening a bridge, the
    third this year," the phrase before the first comma is meant.
    """
    found: int | None = None
    closing, steps = k, 0
    while steps < _MOST_ADDED:
        comma = _apposition_at(unit, closing, floor)
        head = None if comma is None else _head_before(unit, comma, floor)
        if comma is None or head is None:
            break
        if all(unit.flags[i] & F.NUM for i in range(head[0], head[1] + 1)):
            # "Jo Smith, 42, who lives here,": an age is not a name.
            closing = comma
            continue
        steps += 1
        if found is None and not _can_be_added(unit, head, comma):
            break
        segment = _segment_of(unit, head[0], floor)
        if found is None or _opens_with(unit, head[0], segment):
            found = head[0]
        if unit.flags[segment] & F.COORD:
            break
        if _adds(unit, segment):
            closing = comma
        elif segment > floor and _adds(unit, _segment_of(unit, segment - 2, floor)):
            closing = segment - 1
        else:
            break
    return None if found is None else (found, k - 1)


def _head_before(unit: Unit, comma: int, floor: int) -> tuple[int, int] | None:
    """Return the phrase that a comma ends, skipping a bracket after a name."""
    end = comma - 1
    while end > floor and unit.words[end] == ")":
        end = _opening_of(unit, end, floor) - 1
    return _walk(unit, end, floor)


def _can_be_added(unit: Unit, head: tuple[int, int], comma: int) -> bool:
    """Return whether the text after a comma can describe the phrase before it."""
    flags = unit.flags
    is_name = any(flags[i] & F.CAP for i in range(head[0], head[1] + 1))
    is_added = _adds(unit, comma + 1) or flags[comma + 1] & _ADDED
    if flags[head[0]] & F.DET and flags[comma + 1] & F.CAP:
        # "his ally, Max Berg,"
        return True
    return bool(is_added or is_name or flags[head[1]] & (F.PEOPLE | F.BODY))


def _adds(unit: Unit, i: int) -> bool:
    """Return whether a stretch only describes: "of …", "who …", "opening …"."""
    return bool(unit.flags[i] & _DEPENDS) or unit.words[i].endswith(("ing", "ed"))


def _segment_of(unit: Unit, i: int, floor: int) -> int:
    """Return the start of the stretch between commas that contains item i."""
    reach = max(floor, i - _REACH)
    while i > reach and unit.words[i - 1] != "," and unit.words[i - 1] not in _EDGE:
        i -= 1
    return i


def _opens_with(unit: Unit, head: int, segment: int) -> bool:
    """Return whether a phrase fills the beginning of its stretch between commas."""
    skipped = F.COORD | F.ADV | F.PUNCT | F.QUOTE
    return all(unit.flags[i] & skipped for i in range(segment, head))


def _apposition_at(unit: Unit, k: int, floor: int) -> int | None:
    """Return the comma that opens the insertion closed by the comma at item k."""
    words, flags = unit.words, unit.flags
    comma = k - 1
    while comma >= floor and words[comma] != "," and k - comma < _REACH:
        if words[comma] in _EDGE:
            return None
        comma -= 1
    if comma < floor or words[comma] != ",":
        return None
    first = flags[comma + 1]
    if first & F.COORD:
        return None
    if not first & F.REL and any(
        flags[i] & F.AUX
        and not flags[i - 1] & F.REL
        and not is_month(flags[i])
        and not owns(unit, i)
        for i in range(comma + 1, k)
    ):
        return None
    return comma


def _walk(unit: Unit, k: int, floor: int) -> tuple[int, int] | None:
    """Move left from k over a noun phrase; None if there is none."""
    words, flags = unit.words, unit.flags
    i = k
    start = k + 1
    closed = False  # whether the leftmost piece begins with its determiner
    while i >= floor and k - i < _REACH:
        flag, word = flags[i], words[i]
        if flag & (F.PUNCT | F.QUOTE):
            if word in "%$€£&" or (word in "./" and start <= k):
                i -= 1
                continue
            if start <= k and owns(unit, i):
                closed = False
                i -= 1
                continue
            if word == "," and _is_listed(unit, i, floor):
                closed = False
                i -= 1
                continue
            if flag & F.QUOTE and (start <= k or i == k) and is_label(unit, i):
                start = i
                i -= 1
                continue
            break
        if flag & F.THAT and i < k and flags[i + 1] & (F.DET | F.CAP | F.SUBJ):
            break
        if flag & F.CAP and not (i == floor and flag & (F.PREP | F.SUB | F.COORD)):
            if flag & F.DET and i <= k:
                start, closed = i, True
                i -= 1
                continue
            if closed:
                break
            start = i
            i -= 1
            continue
        if (flag & F.DET and word != "no") or word.startswith(("'", "’")):
            if word[0] in "'’":
                closed = False
                i -= 1
                continue
            start, closed = i, True
            i -= 1
            continue
        if flag & F.COORD:
            if (
                word not in ("and", "or", "та", "і", "й", "и", "або", "или")
                or start > k
            ):
                break
            if not _joins(unit, i, floor):
                break
            closed = False
            i -= 1
            continue
        if flag & F.REL and (not flag & F.DET or start <= k):
            if i < k and flags[i + 1] & (F.DET | F.CAP | F.SUBJ):
                break
            if (
                i - 1 >= floor
                and _is_nominal(unit, i - 1)
                and not flags[i - 1] & (F.COORD | F.CUE | F.AUX)
            ):
                closed = False
                i -= 1
                continue
            break
        if flag & F.PREP:
            if start > k or i == floor:
                break
            before = i - 1
            if not _is_nominal(unit, before) or flags[before] & (
                F.COORD | F.AUX | F.SUB | F.ADV
            ):
                break
            closed = False
            i -= 1
            continue
        if flag & (F.SUB | F.THAT | F.AUX | F.SUBJ | F.NEG | F.WH):
            break
        if flag & F.ADV and not flag & (F.PEOPLE | F.DOCUMENT):
            if start > k or closed:
                break
            i -= 1
            continue
        if closed:
            relative = _relative_before(unit, i, floor)
            if relative is None:
                break
            closed = False
            i = relative - 1
            continue
        if flag & F.VERB and i < k and i and not _is_led(unit, i):
            break
        is_cue = flag & F.CUE and not flag & (F.PEOPLE | F.DOCUMENT) and i < k
        if is_cue and not _is_modifier(unit, i, floor):
            break
        start = i
        i -= 1
    if start > k:
        return None
    return _trim(unit, start, k)


def _is_modifier(unit: Unit, i: int, floor: int) -> bool:
    """Return whether a verb form only modifies a noun.

    "North Korean state media", "emails seen by the Post".
    """
    before, after = unit.flags[max(i - 1, 0)], unit.flags[i + 1]
    if _is_passive(unit, i):
        return True
    return (
        i > floor
        and bool(before & (F.CAP | F.DET))
        and not unit.words[i].endswith(("s", "ed", "ing"))
        and not after & (F.CAP | F.DET | F.PREP | F.THAT | F.SUBJ | F.TO | F.QUOTE)
    )


def _is_led(unit: Unit, i: int) -> bool:
    """Return whether a noun must follow, so this is not a verb: "the study's lead"."""
    is_owned = unit.words[i - 1] in OWNER
    return is_owned or bool(unit.flags[i - 1] & (F.DET | F.PREP))


def _is_passive(unit: Unit, i: int) -> bool:
    """Return whether this is a participle with its agent: "seen by"."""
    return bool(unit.flags[i] & F.MODIFIER) and unit.words[i + 1] == "by"


def _relative_before(unit: Unit, i: int, floor: int) -> int | None:
    """Return the "who" of "officials who attended", when i is its verb."""
    for j in range(i - 1, max(floor, i - 4), -1):
        flag = unit.flags[j]
        if flag & F.REL and not flag & (F.THAT | F.DET):
            before = j - 1
            usable = _is_nominal(unit, before) and not unit.flags[before] & F.CUE
            return j if usable else None
        if flag & (F.PUNCT | F.QUOTE):
            return None
    return None


def _trim(unit: Unit, start: int, k: int) -> tuple[int, int] | None:
    """Remove what only introduces the sentence: "On Tuesday", "Meanwhile"."""
    flags = unit.flags
    while start <= k and (
        flags[start] & (F.COORD | F.SUB)
        or (flags[start] & F.ADV and not flags[start] & F.DET)
        or (flags[start] & F.TIME and start < k)
    ):
        start += 1
    if start > k or all(flags[i] & (F.TIME | F.PREP) for i in range(start, k + 1)):
        return None
    return start, k


def _joins(unit: Unit, i: int, floor: int) -> bool:
    """Return whether "and" at i joins two names rather than two clauses."""
    flags = unit.flags
    if _ends_with_time(unit, i - 1, floor):
        return False
    j = i - 1
    while j >= floor and i - j < _REACH and not flags[j] & (F.PUNCT | F.QUOTE):
        if flags[j] & F.THAT and all(
            flags[n] & (F.CAP | F.DET | F.PEOPLE) for n in range(j + 1, i)
        ):
            break
        if (flags[j] & (F.AUX | F.SUBJ | F.THAT | F.OBJ) and not flags[j] & F.DET) or (
            flags[j] & F.CUE
            and not flags[j] & (F.PEOPLE | F.DOCUMENT | F.CAP)
            and not _is_passive(unit, j)
        ):
            return False
        low = unit.words[j]
        if low.endswith("ed") and not flags[j] & F.CAP:
            return False
        j -= 1
    return j + 1 < i and not flags[i - 1] & (F.PREP | F.DET)


def _ends_with_time(unit: Unit, i: int, floor: int) -> bool:
    """Return whether a clause ends at i: "The ferries stop on August 10", "at noon"."""
    flags = unit.flags
    if flags[i] & F.NUM:
        i -= 1
    before = i - 1
    is_when = before > floor and bool(flags[i] & F.TIME and flags[before] & F.PREP)
    # The Mail on Sunday is a name.
    return is_when and not flags[before - 1] & F.CAP


def _is_listed(unit: Unit, i: int, floor: int) -> bool:
    """Return whether a comma at i is in a list of names that "and" ends."""
    if i - 1 < floor:
        return False
    flags, words = unit.flags, unit.words
    last = min(i + 8, len(words))
    if not any(flags[j] & F.COORD and words[j] != "but" for j in range(i + 1, last)):
        return False
    return bool(flags[i - 1] & (F.CAP | F.PEOPLE)) and _joins(unit, i, floor)


def _is_nominal(unit: Unit, i: int) -> bool:
    flag = unit.flags[i]
    return not flag & (F.PUNCT | F.QUOTE) or unit.words[i] in "%$€£&"
