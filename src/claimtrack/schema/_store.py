"""Find the JSON Schemas in a wheel or a checkout, and read them."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeGuard

from claimtrack.errors import UnknownSchema

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "NAMES",
    "URN",
    "JsonValue",
    "is_array",
    "is_object",
    "load_schema",
    "schema_root",
    "schema_text",
]

JsonValue: TypeAlias = Any
"""A JSON value: the one place where types end and foreign data begins."""

URN: Final = "urn:claimtrack:v1:"
"""Prefix of the `$id` of every schema; the schema's name follows."""

NAMES: Final = (
    "dossier",
    "record",
    "source",
    "document",
    "claim",
    "attribution",
    "assessment",
    "relation",
    "notice",
    "waiver",
    "values",
    "proposal",
)
"""Names of all schemas, the widest first."""


def is_object(value: JsonValue) -> TypeGuard[dict[str, JsonValue]]:
    """Return whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: JsonValue) -> TypeGuard[list[JsonValue]]:
    """Return whether a value is a JSON array."""
    return isinstance(value, list)


def schema_root() -> Traversable:
    """Return the folder that holds the JSON Schemas.

    In a wheel, it is inside the package. In a checkout (an editable install, or ``src``
    on the path), it is the ``schemas`` folder at the top.
    """
    from pathlib import Path  # noqa: PLC0415  # no schema may be asked for

    here = Path(__file__).resolve()
    beside = (here.parents[1] / "schemas", here.parents[3] / "schemas")
    found = next((each for each in beside if each.is_dir()), None)
    return found or _in_archive()


def _in_archive() -> Traversable:
    """Return the folder inside a wheel that is imported without being unpacked."""
    # Importing this takes as long as importing the records, and few users need it.
    from importlib.resources import files  # noqa: PLC0415

    return files("claimtrack").joinpath("schemas")


def schema_text(name: str) -> str:
    """Return the JSON text of a schema.

    >>> schema_text("claim").splitlines()[2].strip()
    '"$id": "urn:claimtrack:v1:claim",'

    Raises:
        UnknownSchema: for a name that is not in `NAMES`.
    """
    if name not in NAMES:
        raise UnknownSchema(name, NAMES)
    file = schema_root().joinpath("v1", f"{name}.schema.json")
    return file.read_text(encoding="utf-8")


@functools.cache
def load_schema(name: str) -> dict[str, JsonValue]:
    """Return a schema as a dictionary; always the same object, so do not change it.

    >>> load_schema("claim")["title"]
    'Claim'

    Raises:
        UnknownSchema: for a name that is not in `NAMES`.
    """
    loaded: dict[str, JsonValue] = json.loads(schema_text(name))
    return loaded
