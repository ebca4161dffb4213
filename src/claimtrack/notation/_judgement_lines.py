"""Lines of verdicts, notices and waivers: ``verdict: desk “false”, 2026-03-05``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from claimtrack.notation._chains import read_date
from claimtrack.notation._document_lines import takes_nobody, takes_url
from claimtrack.notation._drafts import Draft
from claimtrack.notation._field_lines import read_scale, word_of
from claimtrack.notation._signs import COLONS, COMMAS
from claimtrack.notation._slips import Slip
from claimtrack.notation._statements import first_word

if TYPE_CHECKING:
    from claimtrack.notation._context import Context
    from claimtrack.notation._cursor import Cursor
    from claimtrack.notation._drafts import Block
    from claimtrack.notation._statements import Statement
    from claimtrack.schema import JsonValue

__all__ = ["read_judgement"]

_COLONS: Final = "".join(COLONS)


def read_judgement(context: Context, block: Block, statement: Statement) -> None:
    """Read a judgement on a record."""
    word = first_word(statement.text)
    cursor = context.cursor(statement, len(word))
    data: dict[str, JsonValue] = {"type": "notice", "kind": word}
    if word == "verdict":
        data = {"type": "assessment"}
    elif word == "waiver":
        data = {"type": "waiver", "rule": cursor.word().upper()}
    draft = Draft(data, statement.span(0, len(statement.text)))
    subject = "subject" if word == "verdict" else "target"
    data[subject] = _read_subject(context, cursor, block)
    label = cursor.label()
    if label is not None:
        data["id"] = label.text
    cursor.colon(f'"{word}"')
    if word == "waiver":
        _read_waiver(context, cursor, data)
    else:
        _read_author(context, cursor, data)
        if word == "verdict" and cursor.is_quote:
            data["verdict"] = cursor.quote()
        elif word == "verdict" and cursor.is_done:
            problem = "the verdict is missing after the name"
            fix = "Write it in quotation marks: verdict: desk “Unproven”."
            raise Slip(problem, cursor.at - 1, cursor.at, code="CT011", fix=fix)
        read = _read_verdict_item if word == "verdict" else _read_notice_item
        while cursor.takes(COMMAS):
            if not _read_common_item(context, cursor, data):
                read(context, cursor, data)
    cursor.end()
    context.add(draft, block)


def _read_subject(context: Context, cursor: Cursor, block: Block) -> JsonValue:
    if cursor.takes_word("on"):
        return context.refer(cursor.name(_COLONS), "any")
    if block.draft is None:
        problem = '"on" is missing: what is it about?'
        raise Slip(problem, cursor.at, cursor.at)
    return block.draft.data["id"]


def _read_author(context: Context, cursor: Cursor, data: dict[str, JsonValue]) -> None:
    if not takes_nobody(cursor):
        data["by"] = context.refer(cursor.name(), "source")


def _read_waiver(context: Context, cursor: Cursor, data: dict[str, JsonValue]) -> None:
    data["by"] = cursor.name().text
    if not cursor.is_quote:
        problem = "the reason of a waiver must be in quotes"
        raise Slip(problem, cursor.at, cursor.at)
    data["reason"] = cursor.quote()
    if cursor.takes(COMMAS):
        start = cursor.at
        if not cursor.takes_word("until"):
            raise Slip('expected "until" and a date', start, start)
        data["until"] = read_date(cursor, context.refer)


def _read_common_item(
    context: Context, cursor: Cursor, data: dict[str, JsonValue]
) -> bool:
    if cursor.is_date:
        data["at"] = read_date(cursor, context.refer)
    elif cursor.takes_word("in"):
        data["document"] = context.refer(cursor.name(), "document")
    else:
        return False
    return True


def _read_notice_item(
    _context: Context, cursor: Cursor, data: dict[str, JsonValue]
) -> None:
    data["significance"] = word_of(cursor, "significance", "a significance")


def _read_verdict_item(
    context: Context, cursor: Cursor, data: dict[str, JsonValue]
) -> None:
    if takes_url(cursor, data):
        return
    start = cursor.at
    if cursor.takes_word("evidence"):
        listed = cast("list[JsonValue]", data.setdefault("evidence", []))
        listed.append(context.refer(cursor.name(), "document"))
    elif cursor.takes_word("lang"):
        data["lang"] = cursor.word()
    elif cursor.takes_word("rating"):
        data["rating"] = _read_rating(cursor)
    elif scale := cursor.word():
        listed = cast("list[JsonValue]", data.setdefault("confidence", []))
        listed.append(read_scale(cursor, scale, start))
    else:
        raise Slip("something is missing after the comma", start, start)


def _read_rating(cursor: Cursor) -> JsonValue:
    made: dict[str, JsonValue] = {}
    start = cursor.at
    value = cursor.number()
    if value is not None:
        made["value"] = value
    for end in ("best", "worst"):
        if cursor.takes_word(end):
            made[end] = cursor.number()
            if made[end] is None:
                raise Slip(f'a number is missing after "{end}"', start, cursor.at)
    return made
