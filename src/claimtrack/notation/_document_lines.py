"""Lines of documents: ``article [post]: Port to close``, and ``by:`` below them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from claimtrack.findings import quote, with_article
from claimtrack.notation._chains import read_date
from claimtrack.notation._field_lines import word_of
from claimtrack.notation._sheet_words import KINDS
from claimtrack.notation._signs import COMMAS
from claimtrack.notation._statements import first_word

if TYPE_CHECKING:
    from claimtrack.notation._context import Context
    from claimtrack.notation._cursor import Cursor
    from claimtrack.notation._drafts import Block, Draft
    from claimtrack.notation._statements import Statement
    from claimtrack.schema import JsonValue

__all__ = ["read_by", "read_document", "take_match", "takes_nobody", "takes_url"]

_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^\s,]+")


def read_document(context: Context, block: Block, statement: Statement) -> None:
    """Warn of a document that looks like a source: "Post: outlet"."""
    draft = cast("Draft", block.draft)
    title = str(draft.data.get("title", ""))
    if not draft.has_label and first_word(title) in KINDS["source"]:
        kind = with_article(str(draft.data["kind"]))
        message = f"this is {kind} with the title {quote(title)}, not a source"
        fix = "Put the name of a source in straight quotes, or label the document."
        context.warn(message, 0, len(statement.text), fix)


def read_by(context: Context, cursor: Cursor, draft: Draft) -> None:
    """Read the publisher of a document, its date, address and language."""
    data = draft.data
    if not takes_nobody(cursor):
        data["publisher"] = context.refer(cursor.name(), "source")
    while cursor.takes(COMMAS):
        if takes_url(cursor, data):
            continue
        start = cursor.at
        if cursor.is_date:
            data["published"] = read_date(cursor, context.refer)
            draft.places["published",] = context.span(start, cursor.at)
        elif cursor.takes_word("lang"):
            data["lang"] = cursor.word()
        else:
            data["status"] = word_of(cursor, "status", "a document status")
    cursor.end()


def takes_nobody(cursor: Cursor) -> bool:
    """Return whether a hyphen replaces a missing name here, and move past it if so."""
    after = cursor.text[cursor.at + 1 : cursor.at + 2]
    if cursor.sign != "-" or not (after in ("", ",") or after.isspace()):
        return False
    return cursor.takes("-")


def takes_url(cursor: Cursor, data: dict[str, JsonValue]) -> bool:
    """Return whether there is an address here, and put it into the record if so."""
    return take_match(cursor, data, "url", _URL)


def take_match(
    cursor: Cursor, data: dict[str, JsonValue], key: str, pattern: re.Pattern[str]
) -> bool:
    """Put a match into a record, if only a comma follows it."""
    match = pattern.match(cursor.text, cursor.at)
    if match is None:
        return False
    start = cursor.at
    cursor.at = match.end()
    cursor.skip()
    if not cursor.is_done and cursor.sign not in COMMAS:
        cursor.at = start
        return False
    data[key] = match[0]
    return True
