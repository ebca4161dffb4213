"""Findings as JSON without active characters, which are written as JSON escapes."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING

from claimtrack.findings import disarm

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

__all__ = ["to_plain_json"]


def to_plain_json(value: JsonValue, indent: int | None = None) -> str:
    r"""Return a value as JSON, readable in its script, with nothing hidden in it.

    To a program, the result means the same as without the escapes.

    >>> print(to_plain_json({"ключ": "a\u202eb ::error::"}))
    {"ключ": "a\u202eb \u003a:error::"}
    """
    text = _encoder(indent).encode(value)
    # Outside strings there is only printable ASCII and line feeds.
    if not text.replace("\n", "").isprintable():
        text = "".join(
            char if char.isprintable() or char == "\n" else _escape(char)
            for char in text
        )
    return disarm(text, _escape)


@functools.cache
def _encoder(indent: int | None) -> json.JSONEncoder:
    return json.JSONEncoder(indent=indent, ensure_ascii=False)


def _escape(char: str) -> str:
    """Return a character as a JSON escape; for the highest ones, a pair of escapes."""
    units = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
