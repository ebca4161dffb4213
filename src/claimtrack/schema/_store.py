"""Find the JSON Schemas, in a wheel or in a checkout, and read them."""

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
"""A value as JSON has it: the one place where types end and foreign data begin."""

URN: Final = "urn:claimtrack:v1:"
"""What the `$id` of every schema begins with; its name follows."""

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
"""The schemas there are, the widest first."""


def is_object(value: JsonValue) -> TypeGuard[dict[str, JsonValue]]:
    """Return whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: JsonValue) -> TypeGuard[list[JsonValue]]:
    """Return whether a value is a JSON array."""
    return isinstance(value, list)


def schema_root() -> Traversable:
    """Return the folder that holds the JSON Schemas.

    A wheel carries them inside the package. A checkout (an editable install, or
    ``src`` on the path) keeps them in the ``schemas`` folder at its top.
    """
    from pathlib import Path  # noqa: PLC0415  # no schema may be asked for

    here = Path(__file__).resolve()
    beside = (here.parents[1] / "schemas", here.parents[3] / "schemas")
    found = next((each for each in beside if each.is_dir()), None)
    return found or _in_archive()


def _in_archive() -> Traversable:
    """Return the folder where the wheel is read as it is, without being unpacked."""
    # It costs as much to import as the records, and hardly anybody needs it.
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
    """Return a schema as a dictionary; the same one each time, not to be changed.

    >>> load_schema("claim")["title"]
    'Claim'

    Raises:
        UnknownSchema: for a name that is not in `NAMES`.
    """
    loaded: dict[str, JsonValue] = json.loads(schema_text(name))
    return loaded
