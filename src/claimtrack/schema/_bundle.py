"""One schema with all others inside it, for programs that take a single file."""

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
    """Return a schema that refers to nothing outside itself and says the same.

    Those that it refers to stand in its ``$defs``, each under its name, and every
    reference is a pointer from the top: editors and validators that know one file
    alone follow it.

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
    """Return the names of a schema and of all that it refers to, step by step."""
    found = [name]
    for each in found:
        named = [other for other in NAMES if f'"{URN}{other}' in schema_text(each)]
        found += [other for other in named if other not in found]
    return found


def _without_id(schema: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Return a schema that is no resource of its own, so that pointers lead into it."""
    return {k: v for k, v in schema.items() if k not in ("$id", "$schema")}


def _relocated(node: JsonValue, name: str, homes: Mapping[str, str]) -> JsonValue:
    """Return a part of a schema with references that hold in the bundle.

    Args:
        node: the part.
        name: of the schema that it is of.
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
            # Examples are values, in which nothing refers to a schema.
            found[key] = value if key == "examples" else _relocated(value, name, homes)
    return found
