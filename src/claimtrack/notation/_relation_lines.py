"""Lines of relations: ``relations, by desk:``, ``a contradicts b``, ``denies: c``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from claimtrack.notation._chains import read_date
from claimtrack.notation._cursor import Cursor
from claimtrack.notation._drafts import Draft
from claimtrack.notation._sheet_words import KINDS
from claimtrack.notation._signs import COLONS, COMMAS
from claimtrack.notation._slips import Slip
from claimtrack.notation._statements import first_word

if TYPE_CHECKING:
    from claimtrack.notation._context import Context
    from claimtrack.notation._drafts import Block
    from claimtrack.notation._statements import Statement
    from claimtrack.schema import JsonValue

__all__ = ["read_own_relation", "read_relation", "read_relations"]

_COLONS: Final = "".join(COLONS)
_ITEMS: Final = ("by", "score", "method")
_KIND: Final = re.compile(
    rf"(?<=\s)({'|'.join(map(re.escape, KINDS['relation']))})(?=\s)", re.IGNORECASE
)
_HIDDEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\[[^\]]*\]')


def read_relations(context: Context, block: Block, statement: Statement) -> None:
    """Read the properties of all relations below, or the one relation at the margin."""
    if not (block.at and first_word(statement.text) == "relations"):
        read_relation(context, block, statement)
        return
    cursor = context.cursor(statement, block.at)
    while cursor.takes(COMMAS):
        _read_item(context, cursor, block.items)
    cursor.colon('"relations"')
    cursor.end()


def read_relation(context: Context, block: Block, statement: Statement) -> None:
    """Read a relation between two records."""
    cursor = context.cursor(statement)
    match = _find_kind(statement.text)
    if match is None:
        problem = "expected a relation: [a] contradicts [b]"
        raise Slip(problem, 0, len(statement.text))
    subject = Cursor(statement.text[: match.start()], context.names.trie)
    data: dict[str, JsonValue] = {"type": "relation"}
    name = subject.name()
    if not subject.is_done and name.is_id:
        data["id"] = name.text
        name = subject.name()
    subject.end()
    data["kind"] = match[1].casefold()
    data["subject"] = context.refer(name, "any")
    cursor.at = match.end()
    cursor.skip()
    data["object"] = context.refer(cursor.name(), "any")
    data.update(block.items)
    while cursor.takes(COMMAS):
        _read_item(context, cursor, data)
    cursor.end()
    context.add(Draft(data, statement.span(0, len(statement.text))), block)


def read_own_relation(context: Context, block: Block, statement: Statement) -> None:
    """Read relations of the record above: ``contradicts: a, b, by desk``."""
    kind = first_word(statement.text)
    cursor = context.cursor(statement, len(kind))
    cursor.colon(f'"{kind}"')
    objects = [context.refer(cursor.name(), "any")]
    items: dict[str, JsonValue] = {}
    while cursor.takes(COMMAS):
        if items or _is_item(cursor):
            _read_item(context, cursor, items)
        else:
            objects.append(context.refer(cursor.name(), "any"))
    cursor.end()
    for each in objects:
        data: dict[str, JsonValue] = {
            "type": "relation",
            "kind": kind,
            "subject": cast("Draft", block.draft).data["id"],
            "object": each,
            **items,
        }
        context.add(Draft(data, statement.span(0, len(statement.text))), block)


def _is_item(cursor: Cursor) -> bool:
    start = cursor.at
    is_item = cursor.is_date or cursor.word().casefold() in _ITEMS
    cursor.at = start
    return is_item


def _read_item(context: Context, cursor: Cursor, items: dict[str, JsonValue]) -> None:
    start = cursor.at
    if cursor.is_date:
        items["at"] = read_date(cursor, context.refer)
    elif cursor.takes_word("by"):
        items["by"] = context.refer(cursor.name(_COLONS), "source")
    elif cursor.takes_word("score"):
        score = cursor.number()
        if score is None:
            raise Slip("expected a score from 0 to 1", start, cursor.at)
        items["score"] = score
    elif cursor.takes_word("method"):
        is_quote = cursor.is_quote
        items["method"] = cursor.quote() if is_quote else cursor.name(_COLONS).text
    else:
        problem = "expected by, a date, score or method"
        raise Slip(problem, start, start, code="CT031")


def _find_kind(text: str) -> re.Match[str] | None:
    """Return the first kind of relation outside quotes and brackets."""
    shown = _HIDDEN.sub(lambda match: "_" * len(match[0]), text)
    return _KIND.search(shown)
