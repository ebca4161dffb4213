"""Lines of sources: ``Ruiz: person Ana Ruiz, mayor of Larsmouth, ES``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from claimtrack.findings import quote
from claimtrack.notation._document_lines import take_match, takes_url
from claimtrack.notation._signs import COMMAS, ROUND
from claimtrack.notation._slips import Slip
from claimtrack.notation._suspicions import are_related

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.notation._context import Context
    from claimtrack.notation._cursor import Cursor
    from claimtrack.notation._drafts import Block, Draft
    from claimtrack.notation._statements import Statement
    from claimtrack.schema import JsonValue

__all__ = ["read_source"]

_COUNT: Final = re.compile(r"(\d{1,11})(?:(\+)|\s*-\s*(\d{1,11}))?(?![\w])")
_NUMERAL: Final = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|a|an|both"
    r"|few|several|some|many|numerous|multiple|various)(?![\w-])",
    re.IGNORECASE,
)
"""Words after "count" that are not part of a role: "count of Oldhaven" may be one."""

_COUNTRY: Final = re.compile(r"[A-Z]{2}(?![\w-])")


def read_source(context: Context, block: Block, statement: Statement) -> None:
    """Read the properties of a source: role, country, count, aliases, ties."""
    draft = cast("Draft", block.draft)
    if draft.data["kind"] == "unnamed" and draft.data["description"] != block.label:
        context.labelled.add(str(draft.data["id"]))
        context.private.append(statement.whole)
    _check_names(context, block, draft)
    cursor = context.cursor(statement, block.at)
    is_first = True
    while cursor.takes(COMMAS):
        if not _read_item(context, cursor, draft):
            if not is_first or cursor.is_done:
                raise _unknown_item(cursor)
            name = cursor.name()
            context.check_name(name)
            draft.data["role"] = name.text
        is_first = False
    cursor.end()
    if draft.data["kind"] == "unnamed" and {"aka", "url"} & draft.data.keys():
        context.private.append(statement.whole)


def _check_names(context: Context, block: Block, draft: Draft) -> None:
    """Warn if the name after the kind does not fit the source that the label names."""
    for name in block.names:
        if context.check_name(name):
            continue
        # A group is more often described than named.
        is_named = draft.data["kind"] not in ("group", "unnamed")
        if is_named and not are_related(block.label, name.text):
            message = f"{quote(name.text)} has no word in common with its label"
            fix = "Write the comma that is missing before a role, or check the name."
            context.warn(message, name.start, name.end, fix)


def _read_item(context: Context, cursor: Cursor, draft: Draft) -> bool:
    data = draft.data
    if take_match(cursor, data, "country", _COUNTRY) or takes_url(cursor, data):
        return True
    start = cursor.at
    is_count = cursor.takes_word("count")
    if match := _COUNT.match(cursor.text, cursor.at):
        least, plus, most = match.groups()
        data["count"] = {"min": int(least)}
        if not plus:
            data["count"] = {"min": int(least), "max": int(most or least)}
        cursor.at = match.end()
        cursor.skip()
        return True
    if cursor.takes_word("unknown"):
        data.pop("count", None)
        return True
    if is_count and _NUMERAL.match(cursor.text, cursor.at):
        problem = f"{quote(cursor.word())} is not a number of people"
        fix = "Write it in digits: count 2, count 2+ or count 2-5."
        raise Slip(problem, start, cursor.at, fix=fix)
    cursor.at = start
    for word, read in _ITEMS.items():
        if cursor.takes_word(word):
            read(context, cursor, data)
            return True
    if cursor.takes_word("in") and cursor.sign == "[":
        document = context.refer(cursor.bracket(), "document")
        context.attributing.reports[str(data["id"])] = document
        return True
    cursor.at = start
    return False


def _read_role(context: Context, cursor: Cursor, data: dict[str, JsonValue]) -> None:
    if cursor.is_quote:
        data["role"] = cursor.quote()
        return
    name = cursor.name()
    context.check_name(name)
    data["role"] = name.text


def _read_of(context: Context, cursor: Cursor, data: dict[str, JsonValue]) -> None:
    _add(data, "affiliations", context.refer(cursor.name(), "source"))


def _read_with(context: Context, cursor: Cursor, data: dict[str, JsonValue]) -> None:
    _add(data, "members", context.refer(cursor.name(), "source"))


def _read_also(context: Context, cursor: Cursor, data: dict[str, JsonValue]) -> None:
    name = cursor.name("".join(ROUND))
    context.check_name(name)
    opened = cursor.sign
    if not opened or opened not in ROUND:
        _add(data, "aka", name.text)
        return
    cursor.takes(opened)
    lang = cursor.word()
    if not cursor.takes(ROUND[opened]):
        raise Slip(f"the bracket {opened} is not closed", name.end, name.end)
    _add(data, "aka", {"text": name.text, "lang": lang})


_ITEMS: Final[dict[str, Callable[[Context, Cursor, dict[str, JsonValue]], None]]] = {
    "role": _read_role,
    "of": _read_of,
    "with": _read_with,
    "also": _read_also,
}
"""A word after a comma → the function that reads what follows it."""


def _add(data: dict[str, JsonValue], key: str, value: JsonValue) -> None:
    cast("list[JsonValue]", data.setdefault(key, [])).append(value)


def _unknown_item(cursor: Cursor) -> Slip:
    stop = cursor.text.find(",", cursor.at)
    end = stop if stop >= 0 else len(cursor.text)
    if cursor.is_done:
        return Slip("something is missing after the comma", cursor.at - 1, cursor.at)
    problem = (
        f"{quote(cursor.text[cursor.at : end])} is not something a source can have"
    )
    fix = 'Put a role first or after "role", and aliases after "also".'
    return Slip(problem, cursor.at, end, code="CT031", fix=fix)
