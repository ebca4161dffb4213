"""How the JSON of a dossier is laid out: a record a line where it fits."""

from __future__ import annotations

import itertools
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.schema import JsonValue

__all__ = ["WIDTH", "lay_out", "on_one_line"]

_Nested: TypeAlias = "dict[str, JsonValue] | list[JsonValue]"

WIDTH: Final = 100
"""Characters of a line at most, if it can be broken."""

_STEP: Final = "  "

_WORDS: Final = {None: "null", True: "true", False: "false"}


def on_one_line(value: JsonValue) -> str:
    """Return JSON on one line, with spaces as people write them.

    >>> on_one_line({"id": "unn", "aka": ["the UNN"], "count": {"min": 2}, "ext": {}})
    '{ "id": "unn", "aka": ["the UNN"], "count": { "min": 2 }, "ext": {} }'
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, (dict, list)):
        return _joined(value, _parts(value))
    if value is None or isinstance(value, bool):
        return _WORDS[value]
    return (float if isinstance(value, float) else int).__repr__(value)


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
            yield _fitted(value, len(_STEP) + len(name), _STEP)
        comma = ","
    yield "\n}\n"


def _lay_out_records(records: list[JsonValue]) -> Iterator[str]:
    indent = _STEP * 2
    comma = "["
    for record in records:
        yield f"{comma}\n{indent}{_fitted(record, len(indent), indent)}"
        comma = ","
    yield f"\n{_STEP}]"


def _fitted(value: JsonValue, taken: int, indent: str) -> str:
    """Return a value on one line if that fits, else broken.

    Args:
        value: the value.
        taken: characters before it on its line.
        indent: white space at the beginning of the line.
    """
    if not isinstance(value, (dict, list)):
        return on_one_line(value)
    parts = _parts(value)
    line = _joined(value, parts)
    if taken + len(line) < WIDTH or not value:
        return line
    return f"{line[0]}{_filled(value, parts, indent)}{line[-1]}"


def _parts(value: _Nested) -> list[str]:
    """Return the fields or the items of a value, each on one line."""
    if is_array(value):
        return [*map(on_one_line, value)]
    return [
        f"{encode_basestring(key)}: {encode_basestring(each)}"
        if isinstance(each, str)
        else f"{encode_basestring(key)}: {on_one_line(each)}"
        for key, each in value.items()
    ]


def _joined(value: _Nested, parts: list[str]) -> str:
    inner = ", ".join(parts)
    if isinstance(value, list):
        return f"[{inner}]"
    return f"{{ {inner} }}" if inner else "{}"


def _filled(value: _Nested, parts: list[str], indent: str) -> str:
    """Return fields or items on lines of their own, as many to a line as fit.

    Args:
        value: what has them.
        parts: each of them on one line.
        indent: as for `_fitted`.
    """
    inner = indent + _STEP
    lines: list[str] = []
    # Characters of the last line, with the comma behind it; none fits into a full one.
    taken = WIDTH
    named = value.items() if is_object(value) else zip(itertools.repeat(""), value)
    for part, (key, item) in zip(parts, named, strict=False):
        shown, is_nested = part, isinstance(item, (dict, list))
        if is_nested and len(inner) + len(part) >= WIDTH:
            name = f"{encode_basestring(key)}: " if is_object(value) else ""
            shown = name + _fitted(item, len(inner) + len(name), inner)
        is_alone = is_nested and (is_array(value) or "\n" in shown)
        size = len(", ") + len(shown)
        if not is_alone and taken + size < WIDTH:
            lines[-1] += f", {shown}"
            taken += size
        else:
            lines.append(shown)
            taken = WIDTH if is_alone else len(inner) + len(shown)
    joined = f",\n{inner}".join(lines)
    return f"\n{inner}{joined}\n{indent}"
