"""How the JSON of a dossier is laid out: a record a line where it fits."""

from __future__ import annotations

import json
import re
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any, Final

from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.schema import JsonValue

__all__ = ["WIDTH", "encoder_of", "lay_out", "on_one_line"]

WIDTH: Final = 100
"""Characters of a line at most, if it can be broken."""

_PLAIN: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)

_TEXT: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
"""A text, or a key, of JSON on one line."""

_TEXT_OR_BRACES: Final = re.compile(rf"{_TEXT.pattern}|\{{\}}|[{{}}]")
"""The same, an object without fields, or where another one begins or ends."""

_PADDED: Final = {"{": "{ ", "}": " }"}

_STEP: Final = "  "


def encoder_of(make: Callable[..., Any] | None) -> Callable[[JsonValue], str]:
    """Return what writes JSON on one line, as `json.dumps` does.

    Args:
        make: what makes the encoder of the standard library that is written in C, and
            that `json` itself makes for each value; None where there is none.
    """
    if make is None:
        return _PLAIN.encode
    # As the standard library does: no indent, no sorting, no other keys than text.
    flags = (False, False, True)
    parts = make(None, _PLAIN.default, encode_basestring, None, ": ", ", ", *flags)
    return lambda value: "".join(parts(value, 0))


_encode: Final = encoder_of(getattr(json.encoder, "c_make_encoder", None))


def on_one_line(value: JsonValue) -> str:
    """Return JSON on one line, with spaces as people write them.

    >>> on_one_line({"id": "unn", "aka": ["the UNN"], "count": {"min": 2}, "ext": {}})
    '{ "id": "unn", "aka": ["the UNN"], "count": { "min": 2 }, "ext": {} }'
    """
    if isinstance(value, str):
        return encode_basestring(value)
    line = _encode(value)
    if "{" not in line:
        return line
    bare = _TEXT.sub("", line)
    if any(bare.count(each) != line.count(each) for each in "{}"):
        # There are braces inside texts, too.
        return _TEXT_OR_BRACES.sub(_padded, line)
    return line.replace("{", "{ ").replace("}", " }").replace("{  }", "{}")


def _padded(match: re.Match[str]) -> str:
    return _PADDED.get(match[0], match[0])


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
        name = f"{encode_basestring(key)}: "
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
    if len(indent) + len(name) + len(line) < WIDTH or not value:
        return line
    if is_object(value):
        named = [(f"{encode_basestring(key)}: ", item) for key, item in value.items()]
        return f"{{{_filled(named, indent)}}}"
    if is_array(value):
        return f"[{_filled([('', item) for item in value], indent)}]"
    return line


def _filled(named: list[tuple[str, JsonValue]], indent: str) -> str:
    """Return fields or items on lines of their own, as many to a line as fit."""
    inner = indent + _STEP
    lines: list[str] = []
    # Characters of the last line, with the comma behind it; none fits into a full one.
    taken = WIDTH
    for name, item in named:
        if isinstance(item, str):
            shown, is_alone = name + encode_basestring(item), False
        else:
            shown = name + _fitted(item, name, inner)
            is_alone = "\n" in shown or (not name and isinstance(item, (dict, list)))
        size = len(", ") + len(shown)
        if not is_alone and taken + size < WIDTH:
            lines[-1] += f", {shown}"
            taken += size
        else:
            lines.append(shown)
            taken = WIDTH if is_alone else len(inner) + len(shown)
    joined = f",\n{inner}".join(lines)
    return f"\n{inner}{joined}\n{indent}"
