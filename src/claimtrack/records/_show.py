"""How records look in a prompt or a log: what is set, and nothing private."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import attrs

__all__ = ["PRIVATE", "SECRET", "show"]

PRIVATE = frozenset(
    {
        # Private wherever they stand; the schemas mark the same with x-private.
        "anonymity",
        "ext",
        "note",
        "recorded",
        # Private for some records (links to unnamed sources, leaks): a repr does
        # not look around to see for which, and shows them for none.
        "addressee",
        "archived",
        "at",
        "occasion",
        "sha256",
        "url",
    }
)
"""Fields that no repr shows."""


SECRET: Final = MappingProxyType({"secret": True})
"""Metadata of a field that is private for its own type of record alone."""


def show(self: attrs.AttrsInstance) -> str:
    """Return the type and the public fields that differ from their defaults.

    Records use it as their ``__repr__``.
    """
    shown = [
        f"{field.name}={value!r}"
        for field in attrs.fields(type(self))
        if field.name not in PRIVATE and not field.metadata.get("secret")
        for value in [getattr(self, field.name)]
        if value != field.default
    ]
    return f"{type(self).__name__}({', '.join(shown)})"
