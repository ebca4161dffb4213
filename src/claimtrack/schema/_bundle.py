"""One schema that includes all others, for programs that take a single file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.schema._store import (
    NAMES,
    URN,
    is_array,
    is_object,
    load_schema,
    schema_text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.schema._store import JsonValue

__all__ = ["bundle_schema"]


def bundle_schema(name: str) -> dict[str, JsonValue]:
    """Return an equivalent schema that refers to nothing outside itself.

    The schemas it uses are in its ``$defs`` under their names, and every reference is a
    pointer from the top, which editors and validators limited to one file can follow.

    >>> bundle_schema("dossier")["properties"]["records"]["items"]
    {'$ref': '#/$defs/record'}

    Raises:
        UnknownSchema: for a name that is not in `NAMES`.
    """
    needed = _needed(name)
    homes = {each: "" if each == name else f"/$defs/{each}" for each in needed}
    parts = {each: _relocated(load_schema(each), each, homes) for each in needed}
    whole: dict[str, JsonValue] = parts.pop(name)
    inner = {each: _without_id(part) for each, part in parts.items()}
    return {**whole, "$defs": {**whole.get("$defs", {}), **inner}}


def _needed(name: str) -> list[str]:
    """Return the names of a schema and of all schemas that it uses, directly or not."""
    found = [name]
    for each in found:
        named = [other for other in NAMES if f'"{URN}{other}' in schema_text(each)]
        found += [other for other in named if other not in found]
    return found


def _without_id(schema: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Return a schema without its ``$id``, so that pointers can lead into it."""
    return {k: v for k, v in schema.items() if k not in ("$id", "$schema")}


def _relocated(node: JsonValue, name: str, homes: Mapping[str, str]) -> JsonValue:
    """Return a part of a schema with references rewritten for the bundle.

    Args:
        node: the part.
        name: name of the schema that contains it.
        homes: name of a schema → pointer to it in the bundle.
    """
    if is_array(node):
        return [_relocated(each, name, homes) for each in node]
    if not is_object(node):
        return node
    found: dict[str, JsonValue] = {}
    for key, value in node.items():
        if key == "$ref":
            place, _, pointer = str(value).partition("#")
            found[key] = f"#{homes[place.removeprefix(URN) or name]}{pointer}"
        else:
            # Examples are values, which contain no schema references.
            found[key] = value if key == "examples" else _relocated(value, name, homes)
    return found
