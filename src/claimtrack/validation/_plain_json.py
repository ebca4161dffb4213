"""Findings as JSON that steers no terminal: odd characters stand in it as escapes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

__all__ = ["to_json"]


def to_json(value: JsonValue, indent: int | None = None) -> str:
    r"""Return a value as JSON, readable in its script, with nothing hidden in it.

    A program reads the same from it as if nothing were escaped.

    >>> print(to_json({"ключ": "a\u202eb"}))
    {"ключ": "a\u202eb"}
    """
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    if text.isascii():
        return text
    # Outside texts there is nothing but ASCII.
    return "".join(
        char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1]
        for char in text
    )
