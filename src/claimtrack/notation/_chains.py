"""Chains of a sheet: steps with their cues, places and properties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias, cast

import attrs

from claimtrack.notation._cursor import Name
from claimtrack.notation._sheet_words import LINK_FIELDS, LINK_WORDS
from claimtrack.notation._signs import CITING, COMMAS, ROUND
from claimtrack.notation._slips import Slip, meant
from claimtrack.records import words
from claimtrack.schema import JsonValue

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.notation._cursor import Cursor

__all__ = ["Refer", "Step", "read_chain", "read_date"]

Refer: TypeAlias = "Callable[[Name, str], str]"
"""Returns the id that a name means, given the type of record wanted."""

_IN_WORDS: Final = re.compile(r"\d{1,2}\.?\s+[^\W\d_]+\.?,?\s+\d{4}(?!\w)")
"""A day, a month and a year, as people write them."""

_OPEN: Final = ("…", "...")
_NAMED: Final = {"to": "addressee", "for": "on_behalf_of"}
_CLAIMS: Final = {"utterance": "utterance"}
_FLAGS: Final = {
    "ascribed": ("ascribed", True),
    "spoken": ("ascribed", False),
    "negated": ("negated", True),
    "hypothetical": ("hypothetical", True),
}
_LONG_FIELDS: Final = {
    name.replace("_", "-"): (name, frozenset(words(vocabulary)))
    for name, vocabulary in LINK_FIELDS.items()
}
"""Written name → field of a link and its words, for words that two fields share."""


@attrs.define
class Step:
    """A link of a chain as written.

    Attributes:
        fields: its fields as JSON.
        start: where it begins in the statement.
        end: where its name ends.
        is_round: whether it is in round brackets.
        is_by: whether "by" comes before it.
        unset: fields that it explicitly leaves without a value.
        name_place: where the text names its source.
        cue_place: start and end of the cue.
        has_no_place: whether it says that its cue has no place in the text.
    """

    fields: dict[str, JsonValue]
    start: int
    end: int
    is_round: bool = False
    is_by: bool = False
    unset: set[str] = attrs.Factory(set[str])
    name_place: tuple[int, int] | None = None
    cue_place: tuple[int, int] | None = None
    has_no_place: bool = False


def read_chain(cursor: Cursor, refer: Refer) -> list[Step]:
    """Return the steps of a chain, outermost first.

    Raises:
        Slip: if it cannot be read.
    """
    is_by = cursor.takes_word("by")
    steps = [_read_step(cursor, refer)]
    steps[0].is_by = is_by
    while cursor.takes(CITING):
        steps.append(_read_step(cursor, refer))
    cursor.end()
    return steps


def _read_step(cursor: Cursor, refer: Refer) -> Step:
    step = Step({}, cursor.at, cursor.at)
    opened = cursor.sign if cursor.sign in ROUND and cursor.sign else ""
    if opened:
        cursor.takes(opened)
        step.is_round = True
    if cursor.text.startswith(_OPEN, cursor.at):
        _read_open(cursor, refer, step)
    else:
        name = cursor.name()
        step.fields["source"] = refer(name, "source")
        step.end = name.end
    if opened and not cursor.takes(ROUND[opened]):
        problem = f"the bracket {opened} is not closed"
        raise Slip(problem, step.start, step.start)
    place = cursor.place()
    if place is not None:
        if place[1] is None:
            problem = "a name's place needs its end too: @5-12"
            raise Slip(problem, cursor.at - 1, cursor.at)
        step.name_place = (place[0], place[1])
    if cursor.is_quote:
        _read_cue(cursor, step)
    while cursor.takes(COMMAS):
        _read_item(cursor, refer, step)
    return step


def _read_cue(cursor: Cursor, step: Step) -> None:
    cue = cursor.quote()
    step.fields["cue"] = cue
    place = cursor.place()
    if place is not None:
        start, end = place
        step.cue_place = (start, start + len(cue) if end is None else end)
    elif cursor.sign == "@":
        cursor.takes("@")
        if not cursor.takes_word("none"):
            problem = "expected a place (@480) or @none"
            raise Slip(problem, cursor.at, cursor.at)
        step.has_no_place = True


def _read_open(cursor: Cursor, refer: Refer, step: Step) -> None:
    cursor.at += 1 if cursor.sign == "…" else len("...")
    step.end = cursor.at
    cursor.skip()
    step.fields["candidates"] = None
    if cursor.sign not in ROUND or not cursor.sign:
        return
    opened = cursor.sign
    cursor.takes(opened)
    candidates: list[JsonValue] = []
    step.fields["candidates"] = candidates
    while not cursor.takes(ROUND[opened]):
        if candidates and not cursor.takes_word("or"):
            problem = 'expected "or" before the next candidate'
            raise Slip(problem, cursor.at, cursor.at)
        name = cursor.name(among=True)
        candidate: dict[str, JsonValue] = {"source": refer(name, "source")}
        candidates.append(candidate)
        while cursor.takes(COMMAS):
            if cursor.is_quote:
                candidate["why"] = cursor.quote()
                continue
            start, weight = cursor.at, cursor.number()
            if weight is None:
                problem = "expected a weight from 0 to 1, or a reason in quotes"
                raise Slip(problem, start, start)
            candidate["weight"] = weight
        if cursor.is_done:
            raise Slip(f"the bracket {opened} is not closed", step.end, step.end)


def _read_item(cursor: Cursor, refer: Refer, step: Step) -> None:
    start = cursor.at
    if cursor.sign == "[":
        name = cursor.bracket()
        if name.text:
            _put(step, "document", refer(name, "document"), name.start, name.end)
        else:
            step.unset.add("document")
        return
    word = "" if cursor.is_date else cursor.word()
    if not word:
        if not cursor.is_date:
            problem = "expected a word such as direct, belief or CT-, or a date"
            raise Slip(problem, start, start)
        _put(step, "at", read_date(cursor, refer), start, cursor.at)
        return
    _read_word(cursor, refer, step, word.casefold(), start)


def _read_word(cursor: Cursor, refer: Refer, step: Step, word: str, start: int) -> None:  # noqa: C901, PLR0912
    end = start + len(word)
    if word in LINK_WORDS:
        _put(step, *LINK_WORDS[word], start, end)
    elif word in _FLAGS:
        _put(step, *_FLAGS[word], start, end)
    elif word in _LONG_FIELDS:
        field, known = _LONG_FIELDS[word]
        start, value = cursor.at, cursor.word()
        if value == "none" and field in ("mode", "cue_basis"):
            step.unset.add(field)
        elif value in known:
            _put(step, field, value, start, end)
        else:
            raise _unknown(value, known, start, cursor.at)
    elif word in _NAMED:
        _put(step, _NAMED[word], refer(cursor.name(), "source"), start, end)
    elif word in _CLAIMS:
        _put(step, _CLAIMS[word], refer(cursor.name(), "claim"), start, end)
    elif word == "evidence":
        listed = cast("list[JsonValue]", step.fields.setdefault("evidence", []))
        listed.append(refer(cursor.name(), "document"))
    elif word == "embargo":
        _put(step, "embargo_until", read_date(cursor, refer), start, end)
    elif word in ("occasion", "as"):
        if not cursor.is_quote:
            raise Slip(f'"{word}" needs words in quotes after it', start, end)
        field = "mention" if word == "as" else word
        _put(step, field, cursor.quote(), start, end)
    elif word == "lang":
        _put(step, "original_lang", cursor.word(), start, end)
    else:
        raise _unknown(cursor.text[start:end], _known_words(), start, end)


def _known_words() -> list[str]:
    others = ("to", "for", "evidence", "embargo", "occasion", "utterance", "lang", "as")
    return [*(word for _, word in LINK_WORDS.values()), *_FLAGS, *others]


def _unknown(
    word: str, known: list[str] | frozenset[str], start: int, end: int
) -> Slip:
    near = meant(word, known)
    hint = f'; did you mean "{near}"?' if near else ""
    problem = f'"{word}" is not a word used in chains{hint}'
    return Slip(problem, start, end, code="CT031")


def _put(step: Step, field: str, value: JsonValue, start: int, end: int) -> None:
    if field in step.fields:
        name = field.replace("_", " ")
        raise Slip(f"the {name} is given twice", start, end)
    step.fields[field] = value


def read_date(cursor: Cursor, refer: Refer) -> JsonValue:
    """Return the date at the cursor as JSON: in EDTF, or in braces.

    Raises:
        Slip: if there is no date here, or the braces hold something else.
    """
    start = cursor.at
    if cursor.sign != "{":
        edtf = cursor.edtf()
        if edtf is not None and (words := _IN_WORDS.match(cursor.text, start)):
            problem = f'"{words[0]}" is a date in words'
            fix = f"Put it in braces: {{{words[0]}}}."
            raise Slip(problem, start, words.end(), fix=fix)
        if edtf is None:
            problem = "expected a date: 2025-04-17, or in braces {in April}"
            raise Slip(problem, start, start)
        return edtf
    cursor.takes("{")
    made: dict[str, JsonValue] = {}
    if not cursor.is_quote:
        made.update(_bare_date(cursor))
    if cursor.is_quote:
        made["text"] = cursor.quote()
    if cursor.takes_word("from"):
        if cursor.takes_word("here"):
            made["relative_to"] = refer(_here(cursor), "here")
        else:
            made["relative_to"] = refer(cursor.name("}"), "document")
    if not cursor.takes("}"):
        raise Slip("the brace { is not closed", start, start)
    return made["edtf"] if list(made) == ["edtf"] else made


def _bare_date(cursor: Cursor) -> dict[str, JsonValue]:
    start = cursor.at
    edtf = cursor.edtf()
    if edtf is not None and (
        cursor.is_done
        or cursor.sign == "}"
        or cursor.is_quote
        or cursor.text.startswith("from ", cursor.at)
    ):
        return {"edtf": edtf}
    stop = cursor.text.find("}", start)
    words_ = cursor.text[start : stop if stop >= 0 else None]
    before, joint, _ = words_.rpartition(" from ")
    words_ = (before if joint else words_).rstrip()
    if words_.startswith("from ") or not words_:
        cursor.at = start
        return {}
    cursor.check_paired(words_, start)
    cursor.at = start + len(words_)
    cursor.skip()
    return {"text": words_}


def _here(cursor: Cursor) -> Name:
    return Name("here", "", cursor.at, cursor.at)
