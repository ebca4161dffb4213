"""Lay out the JSON of a dossier: one record per line if it fits."""

from __future__ import annotations

from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Final

from claimtrack.schema import part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.schema import JsonValue, Part

__all__ = ["WIDTH", "lay_out"]

WIDTH: Final = 100
"""Maximum number of characters of a line that can be broken."""

_STEP: Final = "  "


def lay_out(head: dict[str, JsonValue], records: Iterable[list[Part]]) -> Iterator[str]:
    """Yield the text of a dossier, piece by piece.

    Each field of the dossier begins a new line, and so does each record. An object that
    is too long for a line is broken between its fields, with as many per line as fit; a
    list is broken between its objects. Values that are still too long are broken in
    turn.

    Args:
        head: the fields of the head.
        records: the fields of each record.

    >>> print("".join(lay_out({"title": "T"}, [['"id": "c1"']])), end="")
    {
      "title": "T",
      "records": [
        { "id": "c1" }
      ]
    }
    """
    yield "{"
    for key, value in head.items():
        part = part_of(value, f"{encode_basestring(key)}: ")
        yield f"\n{_STEP}{_fitted(part, _STEP)},"
    yield f'\n{_STEP}"records": ['
    indent = comma = ""
    for parts in records:
        indent = _STEP * 2
        line = f"{{ {', '.join([e if isinstance(e, str) else e[0] for e in parts])} }}"
        if len(indent) + len(line) >= WIDTH:
            line = f"{{{_filled(parts, indent)}}}"
        yield f"{comma}\n{indent}{line}"
        comma = ","
    yield f"\n{_STEP}]\n}}\n" if indent else "]\n}\n"


def _fitted(part: Part, indent: str) -> str:
    """Return a part on one line if it fits, and broken otherwise.

    Args:
        part: the part.
        indent: white space at the beginning of the line.
    """
    if isinstance(part, str):
        return part
    line, name, parts, around = part
    if len(indent) + len(line) < WIDTH or not parts:
        return line
    inside = _filled(parts, indent, is_list=around == "[]")
    return f"{name}{around[0]}{inside}{around[1]}"


def _filled(parts: list[Part], indent: str, *, is_list: bool = False) -> str:
    """Return parts on separate lines, with as many per line as fit.

    Args:
        parts: the parts of an object or a list.
        indent: as for `_fitted`.
        is_list: whether it is a list, whose objects each have their own line.
    """
    inner = indent + _STEP
    lines: list[str] = []
    # Characters of the last line, including its comma; nothing fits into a full one.
    taken = WIDTH
    for part in parts:
        if isinstance(part, str):
            shown, is_alone = part, False
        else:
            shown = _fitted(part, inner)
            is_alone = is_list or "\n" in shown
        size = len(", ") + len(shown)
        if not is_alone and taken + size < WIDTH:
            lines[-1] += f", {shown}"
            taken += size
        else:
            lines.append(shown)
            taken = WIDTH if is_alone else len(inner) + len(shown)
    joined = f",\n{inner}".join(lines)
    return f"\n{inner}{joined}\n{indent}"
