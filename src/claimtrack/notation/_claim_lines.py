"""Lines of claims: ``- [c1] prediction about X: The port will close. {2026}``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from claimtrack.notation._chains import read_date
from claimtrack.notation._field_lines import read_text
from claimtrack.notation._sheet_words import KINDS, SYNONYMS, value_of
from claimtrack.notation._signs import COLONS, COMMAS
from claimtrack.notation._slips import Slip, meant

if TYPE_CHECKING:
    from claimtrack.notation._context import Context
    from claimtrack.notation._cursor import Cursor
    from claimtrack.notation._drafts import Block, Draft
    from claimtrack.notation._statements import Statement
    from claimtrack.schema import JsonValue

__all__ = ["read_claim"]

_LABEL: Final = re.compile(r"[cC]\d+")
"""The labels of claims that have no other label."""

_COLONS: Final = "".join(COLONS)


def read_claim(context: Context, block: Block, statement: Statement) -> None:
    """Read a claim: its text, what it is about, and when it holds."""
    draft = cast("Draft", block.draft)
    draft.data["text"] = "?"
    cursor = context.cursor(statement, block.at)
    _read_kind(context, cursor, draft, statement)
    begin = cursor.at
    text, holds, opening = _text_and_date(context, cursor)
    draft.data["text"] = text
    draft.places["text",] = statement.span(begin, len(statement.text))
    if holds is not None:
        draft.data["holds"] = holds
        draft.places["holds",] = statement.span(opening, len(statement.text))


def _read_kind(
    context: Context, cursor: Cursor, draft: Draft, statement: Statement
) -> None:
    start, word = cursor.at, cursor.word()
    end = start + len(word)
    kind = value_of("claim", word)
    is_colon = cursor.sign != "" and cursor.sign in COLONS
    if kind is None or not (is_colon or cursor.takes_word("about")):
        if not is_colon or _LABEL.fullmatch(word) is None:
            _check_kind(context, cursor, word, start, is_colon=is_colon)
        elif not statement.is_indented:
            message = f'"{word}:" is read as part of the claim'
            context.warn(message, start, end, f"Write “[{word}]” if it is its label.")
        cursor.at = start
        return
    draft.data["kind"] = kind
    draft.places["kind",] = statement.span(start, end)
    if not is_colon:
        about: list[JsonValue] = []
        while not about or cursor.takes(COMMAS):
            about.append(context.refer(cursor.name(_COLONS), "any"))
        draft.data["about"] = about
    cursor.colon("the kind of claim")


def _check_kind(
    context: Context, cursor: Cursor, word: str, start: int, *, is_colon: bool
) -> None:
    end = start + len(word)
    if value_of("claim", word) is not None:
        message = f'the claim begins with "{word}", which is also a kind of claim'
        context.warn(message, start, end, f'Write "{word}:" if that is its kind.')
    near = SYNONYMS.get(word.casefold())
    if is_colon and (near in KINDS["claim"] or meant(word, KINDS["claim"])):
        near = meant(word, KINDS["claim"].values())
        problem = f'"{word}" is not a kind of claim; did you mean "{near}"?'
        raise Slip(problem, start, end, code="CT031")
    if near in KINDS["claim"] and cursor.takes_word("about"):
        message = f'"{word} about" is read as part of the claim'
        context.warn(message, start, cursor.at, f'Write "{near} about" for its kind.')


def _text_and_date(context: Context, cursor: Cursor) -> tuple[str, JsonValue, int]:
    """Return the text of a claim, the time for which it holds, and where that is."""
    if cursor.sign == '"':
        start = cursor.at
        text = cursor.json_text()
        opening = cursor.at
        holds = read_date(cursor, context.refer) if cursor.is_date else None
        if cursor.is_done:
            return text, holds, opening
        cursor.at = start
        return read_text(cursor), None, start
    text = cursor.text.rstrip()
    opening = text.rfind("{")
    if not text.endswith("}"):
        if opening >= cursor.at and "}" not in text[opening:]:
            problem = "the brace { is not closed; text with braces must be in quotes"
            raise Slip(problem, opening, opening)
        return read_text(cursor), None, opening
    if opening < cursor.at or not text[cursor.at : opening].strip():
        problem = "there is no { for this }; text with braces must be in quotes"
        raise Slip(problem, len(text) - 1, len(text))
    said = text[cursor.at : opening].rstrip()
    cursor.at = opening
    holds = read_date(cursor, context.refer)
    cursor.end()
    return said, holds, opening
