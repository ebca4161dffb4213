"""Maps of columns: which column holds what, in the terms of schema.org."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Final, TypeAlias

from claimtrack._file_names import read_file
from claimtrack.findings import quote, suggest
from claimtrack.schema import JsonValue, is_object

__all__ = ["CHAIN", "MAPS", "Columns", "load_columns"]

Columns: TypeAlias = "Mapping[str, str] | str | Path"
"""schema.org path → column, the name of a map, or the file of a map."""

MAPS: Final = ("desk", "schema-org")
"""The maps that come with claimtrack."""

CHAIN: Final = "chain"
"""The path of a column in chain notation."""


def load_columns(columns: Columns) -> dict[str, str]:
    """Return a map of columns: schema.org path, with dots → name of the column.

    >>> load_columns("desk")["reviewRating.alternateName"]
    'Verdict'

    Raises:
        ValueError: if the name of a map is unknown, or the file is not a map.
        OSError: when a file cannot be read.
    """
    if isinstance(columns, Mapping):
        return dict(columns)
    if isinstance(columns, Path):
        text = read_file(columns).decode()
    elif columns in MAPS:
        folder = resources.files("claimtrack.interop") / "maps" / "columns"
        text = (folder / f"{columns}.toml").read_text(encoding="utf-8")
    else:
        near = suggest(columns, MAPS)
        hint = f' Did you mean "{near}"?' if near else ""
        message = (
            f"there is no map {quote(columns)}; expected {' or '.join(MAPS)}.{hint}"
        )
        raise ValueError(message)
    return dict(_flat(tomllib.loads(text), ""))


def _flat(table: JsonValue, before: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        path = f"{before}{key}"
        if is_object(value):
            found += _flat(value, f"{path}.")
        elif isinstance(value, str):
            found.append((path, value))
        else:
            message = f"{path} is {value!r}; expected the name of a column"
            raise ValueError(message)
    return found
