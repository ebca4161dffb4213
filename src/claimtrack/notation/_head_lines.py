"""Lines of the head: ``title: …``, ``unless said: …``, ``drafted: …``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import quote
from claimtrack.notation._chains import read_date
from claimtrack.notation._field_lines import read_text
from claimtrack.notation._signs import COLONS, COMMAS
from claimtrack.notation._slips import Slip

if TYPE_CHECKING:
    from claimtrack.notation._context import Context
    from claimtrack.notation._cursor import Cursor
    from claimtrack.notation._drafts import Block, Draft
    from claimtrack.notation._statements import Statement

__all__ = ["read_defaults", "read_head", "settle_document"]


def read_defaults(context: Context, block: Block, statement: Statement) -> None:
    """Read the defaults for every step that states nothing else."""
    cursor = context.cursor(statement, block.at)
    cursor.colon("unless said")
    context.attributing.read_defaults(cursor)


def read_head(context: Context, block: Block, statement: Statement) -> None:
    """Read the properties of the dossier as a whole."""
    cursor = context.cursor(statement, block.at)
    cursor.takes(COLONS)
    word = block.label
    if word == "read":
        _read(context, cursor)
    elif word in ("drafted", "reviewed"):
        _read_person(context, word, cursor)
    elif word in context.head:
        raise Slip(f'"{word}" is given twice', 0, len(word))
    else:
        context.head_places[word] = statement.span(cursor.at, len(statement.text))
        context.head[word] = read_text(cursor)


def _read(context: Context, cursor: Cursor) -> None:
    attributing = context.attributing
    if cursor.takes_word("none"):
        attributing.is_none_read = True
    else:
        name = cursor.name()
        attributing.named_read = name, context.span(name.start, name.end)
    cursor.end()


def _read_person(context: Context, word: str, cursor: Cursor) -> None:
    """Read who drafted or reviewed the sheet, and when."""
    if cursor.is_quote:
        shown = cursor.quote()
    else:
        name = cursor.name()
        context.check_name(name)
        shown = name.text
    at = read_date(cursor, context.refer) if cursor.takes(COMMAS) else None
    cursor.end()
    if word == "drafted":
        context.attributing.drafted = shown, at
    else:
        context.attributing.reviewed = shown, at


def settle_document(context: Context, documents: list[Draft]) -> None:
    """Find the document that was read: the named one, or the first."""
    attributing = context.attributing
    attributing.documents = {str(each.data["id"]): each for each in documents}
    if attributing.named_read is not None:
        name, span = attributing.named_read
        key = context.names.find(name, ("document",))
        if key in attributing.documents:
            attributing.read = key
        else:
            problem = f"no document in this sheet is called {quote(name.text)}"
            context.say("CT701", problem, span)
    elif documents and not attributing.is_none_read:
        attributing.read = str(documents[0].data["id"])
