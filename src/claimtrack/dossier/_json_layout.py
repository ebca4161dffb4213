"""How the JSON of a dossier is laid out: a record a line where it fits."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Final

from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.schema import JsonValue

__all__ = ["WIDTH", "lay_out", "on_one_line"]

WIDTH: Final = 100
"""Characters of a line at most, if it can be broken."""

_ENCODE: Final = json.JSONEncoder(ensure_ascii=False).encode

_STEP: Final = "  "


def on_one_line(value: JsonValue) -> str:
    """Return JSON on one line, with spaces as people write them.

    >>> on_one_line({"id": "unn", "aka": ["the UNN"], "count": {"min": 2}, "ext": {}})
    '{ "id": "unn", "aka": ["the UNN"], "count": { "min": 2 }, "ext": {} }'
    """
    if is_object(value) and value:
        fields = (f"{_text(key)}: {on_one_line(item)}" for key, item in value.items())
        return f"{{ {', '.join(fields)} }}"
    if is_array(value):
        return f"[{', '.join(map(on_one_line, value))}]"
    return _text(value)


def lay_out(root: dict[str, JsonValue]) -> Iterator[str]:
    """Yield the text of a dossier, piece by piece.

    Each field of the dossier begins a line, and so does each record. What is longer
    than a line is broken between its fields, as many to a line as fit; a list is broken
    between its objects. Values that are too long are broken in turn.

    >>> print("".join(lay_out({"title": "T", "records": [{"id": "c1"}]})), end="")
    {
      "title": "T",
      "records": [
        { "id": "c1" }
      ]
    }
    """
    yield "{"
    comma = ""
    for key, value in root.items():
        name = f"{_text(key)}: "
        yield f"{comma}\n{_STEP}{name}"
        if key == "records" and is_array(value) and value:
            yield from _lay_out_records(value)
        else:
            yield _fitted(value, name, _STEP)
        comma = ","
    yield "\n}\n"


def _lay_out_records(records: list[JsonValue]) -> Iterator[str]:
    indent = _STEP * 2
    comma = "["
    for record in records:
        yield f"{comma}\n{indent}{_fitted(record, '', indent)}"
        comma = ","
    yield f"\n{_STEP}]"


def _fitted(value: JsonValue, name: str, indent: str) -> str:
    """Return a value on one line if that fits, else broken.

    Args:
        value: the value.
        name: what stands before it on its line.
        indent: white space at the beginning of the line.
    """
    line = on_one_line(value)
    if _fits(indent, name, line):
        return line
    if is_object(value) and value:
        named = [(f"{_text(key)}: ", item) for key, item in value.items()]
        return f"{{{_filled(named, indent)}}}"
    if is_array(value) and value:
        return f"[{_filled([('', item) for item in value], indent)}]"
    return line


def _filled(named: list[tuple[str, JsonValue]], indent: str) -> str:
    """Return fields or items on lines of their own, as many to a line as fit."""
    inner = indent + _STEP
    lines: list[str] = []
    is_open = False
    for name, item in named:
        shown = name + _fitted(item, name, inner)
        is_alone = "\n" in shown or (not name and isinstance(item, (dict, list)))
        if is_open and not is_alone and _fits(inner, lines[-1], ", ", shown):
            lines[-1] += f", {shown}"
        else:
            lines.append(shown)
        is_open = not is_alone
    joined = f",\n{inner}".join(lines)
    return f"\n{inner}{joined}\n{indent}"


def _fits(*parts: str) -> bool:
    """Return whether these fit into a line, and a comma behind them."""
    return sum(map(len, parts)) < WIDTH


def _text(value: JsonValue) -> str:
    return encode_basestring(value) if isinstance(value, str) else _ENCODE(value)
