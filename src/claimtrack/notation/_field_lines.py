"""Fields of records in indented lines: ``note: …``, ``at: 33-92``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from claimtrack.notation._chains import read_date
from claimtrack.notation._sheet_words import KINDS, TEXTS, value_of
from claimtrack.notation._signs import COMMAS
from claimtrack.notation._slips import Slip, meant
from claimtrack.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.notation._context import Context
    from claimtrack.notation._cursor import Cursor
    from claimtrack.schema import JsonValue

__all__ = ["is_iri", "read_field", "read_scale", "read_text", "word_of"]

_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:\S+")
_LISTS: Final = {"same as": "same_as", "archived": "archived", "image": "image"}
_DATES: Final = frozenset({"published", "modified", "retrieved", "holds"})


def is_iri(text: str) -> bool:
    """Return whether a text begins like an address and has no blanks."""
    return _IRI.fullmatch(text) is not None


def read_text(cursor: Cursor) -> str:
    """Return the text up to the end of the line, which may be in straight quotes."""
    start = cursor.at
    if cursor.sign == '"':
        text = cursor.json_text()
        if cursor.is_done:
            return text
        cursor.at = start
        closed = cursor.text.rstrip().endswith('"')
        problem = "text in straight quotes ends with the quote"
        if not closed or '"' not in cursor.text[start + 1 : -1]:
            raise Slip(problem, start, len(cursor.text))
    text = cursor.rest()
    if not text:
        raise Slip("the text is missing", max(start - 1, 0), start)
    return text


def word_of(cursor: Cursor, vocabulary: str, what: str) -> str:
    """Return the next word, which must be from a vocabulary.

    Raises:
        Slip: for any other word, with a suggestion.
    """
    start = cursor.at
    word = cursor.word()
    value = value_of(vocabulary, word)
    if value is None:
        known = KINDS[vocabulary].values()
        near = meant(word, known)
        hint = f'; did you mean "{near}"?' if near else ""
        fix = f"Use one of: {', '.join(known)}."
        raise Slip(
            f'"{word}" is not {what}{hint}', start, cursor.at, code="CT031", fix=fix
        )
    return value


def read_field(
    name: str, cursor: Cursor, context: Context, record: dict[str, JsonValue]
) -> None:
    """Put the value of a field into its record.

    Raises:
        Slip: if it cannot be read, or if the field is already set.
    """
    if name in _LISTS:
        listed = record.setdefault(_LISTS[name], [])
        cast("list[JsonValue]", listed).append(read_text(cursor))
        return
    key = {"if": "condition"}.get(name, name)
    if key in record:
        raise Slip(f'"{name}" is given twice', 0, len(name))
    if name in TEXTS:
        record[key] = read_text(cursor)
    elif name in _DATES:
        record[key] = read_date(cursor, context.refer)
    elif name in ("about", "authors"):
        record[key] = _refs(cursor, context, "any" if name == "about" else "source")
    elif name in _READERS:
        _READERS[name](cursor, context, record)
    else:
        record[key] = cursor.json()
    cursor.end()


def _refs(cursor: Cursor, context: Context, wanted: str) -> list[JsonValue]:
    listed: list[JsonValue] = [context.refer(cursor.name(), wanted)]
    while cursor.takes(COMMAS):
        listed.append(context.refer(cursor.name(), wanted))
    return listed


def _status(cursor: Cursor, _context: Context, record: dict[str, JsonValue]) -> None:
    record["status"] = word_of(cursor, "status", "a document status")


def _quantity(cursor: Cursor, context: Context, record: dict[str, JsonValue]) -> None:
    start = cursor.at
    made: dict[str, JsonValue] = {}
    least = cursor.number()
    if least is not None:
        made["min"] = least
    most = least
    if cursor.text.startswith("..", cursor.at):
        # What follows a blank is not a bound, but the thing that is counted.
        cursor.at += len("..")
        most = cursor.number()
        cursor.skip()
    if most is not None:
        made["max"] = most
    if not made:
        problem = "expected a number, or bounds such as 1..9"
        raise Slip(problem, start, start)
    while not cursor.is_done:
        if cursor.takes(COMMAS):
            continue
        if cursor.takes_word("of"):
            made["of"] = context.refer(cursor.name(), "claim")
        else:
            made["unit"] = cursor.name().text
    record["quantity"] = made


def _condition(cursor: Cursor, context: Context, record: dict[str, JsonValue]) -> None:
    made: dict[str, JsonValue] = {}
    start = cursor.at
    if cursor.is_quote:
        made["text"] = cursor.quote()
    elif cursor.sign != "[":
        text = cursor.text[start:].rstrip()
        stop = text.rfind("[") if text.endswith("]") else len(text)
        words_ = text[:stop].rstrip()
        if set("[]{}") & set(words_):
            message = "a bracket is not closed, so all of this is read as words"
            fix = "Close the bracket, or put words with brackets in quotes."
            context.warn(message, start, len(text), fix)
            words_, stop = text[start:], len(text)
        if words_:
            made["text"] = words_
        cursor.at = start + stop
        cursor.skip()
    if cursor.sign == "[":
        made["claim"] = context.refer(cursor.bracket(), "claim")
    record["condition"] = made


def _response(cursor: Cursor, context: Context, record: dict[str, JsonValue]) -> None:
    made: dict[str, JsonValue] = {
        "outcome": word_of(cursor, "outcome", "a response outcome")
    }
    if cursor.takes(COMMAS):
        made["sought"] = read_date(cursor, context.refer)
    record["response"] = made


def _anonymity(cursor: Cursor, _context: Context, record: dict[str, JsonValue]) -> None:
    made: dict[str, JsonValue] = {}
    record["anonymity"] = made
    if cursor.takes_word("nothing"):
        return
    while True:
        start = cursor.at
        if cursor.is_quote:
            made["reason"] = cursor.quote()
        else:
            joint = cursor.word().casefold()
            key = {"known": "known_to", "approved": "approved_by"}.get(joint)
            if key is None or not cursor.takes_word("to" if key[0] == "k" else "by"):
                problem = "expected “the reason”, known to editor or approved by editor"
                raise Slip(problem, start, start)
            listed = cast("list[JsonValue]", made.setdefault(key, []))
            listed.append(cursor.word().casefold())
        if not cursor.takes(COMMAS):
            return


def _recorded(cursor: Cursor, context: Context, record: dict[str, JsonValue]) -> None:
    made: dict[str, JsonValue] = {}
    record["recorded"] = made
    if cursor.takes_word("nothing"):
        return
    if cursor.takes_word("none"):
        record["recorded"] = None
        return
    while True:
        start = cursor.at
        if cursor.is_date:
            made["at"] = read_date(cursor, context.refer)
        else:
            word = cursor.word().casefold()
            if word in ("by", "tool") and cursor.is_quote:
                made[word] = cursor.quote()
            elif word in ("human", "tool"):
                made["method"] = word
            else:
                problem = "expected human or tool, by “…”, tool “…” or a date"
                raise Slip(problem, start, start)
        if not cursor.takes(COMMAS):
            return


_SPAN: Final = re.compile(r"(\d{1,16})\s*-\s*(\d{1,16})")


def _places(cursor: Cursor, _context: Context, record: dict[str, JsonValue]) -> None:
    listed: list[JsonValue] = []
    while True:
        match = _SPAN.match(cursor.text, cursor.at)
        if match is None:
            problem = "expected places such as 33-92, 100-120"
            raise Slip(problem, cursor.at, cursor.at)
        listed.append({"start": int(match[1]), "end": int(match[2])})
        cursor.at = match.end()
        cursor.skip()
        if not cursor.takes(COMMAS):
            break
    record["at"] = listed


_READERS: Final[dict[str, Callable[[Cursor, Context, dict[str, JsonValue]], None]]] = {
    "anonymity": _anonymity,
    "at": _places,
    "if": _condition,
    "quantity": _quantity,
    "recorded": _recorded,
    "response": _response,
    "status": _status,
}


def read_scale(cursor: Cursor, word: str, start: int) -> JsonValue:
    """Return a confidence: the scale that `word` names, and the value that follows.

    Raises:
        Slip: if the word is not a scale, or if the value is missing.
    """
    scale = value_of("scale", word)
    if scale is None:
        near = meant(word, KINDS["scale"].values())
        hint = f'; did you mean "{near}"?' if near else ""
        problem = f'"{word}" is not a word used in verdicts{hint}'
        raise Slip(problem, start, start + len(word), code="CT031")
    value: JsonValue = None
    if SCALES[scale].numbers is not None:
        value = cursor.number()
    elif cursor.is_quote:
        value = cursor.quote()
    else:
        value = cursor.word()
    if value is None or value == "":
        raise Slip(f"the value on the scale {scale} is missing", start, cursor.at)
    return {"scale": scale, "value": value}
