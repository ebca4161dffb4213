"""How records look in a prompt or a log: the fields that are set, none private."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import attrs

from claimtrack.records._privacy import ALWAYS_PRIVATE, PRIVATE_IN_CONTEXT

__all__ = ["PRIVATE", "SECRET", "hidden_of", "show"]

PRIVATE: Final = (
    ALWAYS_PRIVATE | PRIVATE_IN_CONTEXT["leak"] | PRIVATE_IN_CONTEXT["link-to-unnamed"]
)
"""Fields that no repr shows. A repr cannot see which source is unnamed and which
document is a leak, so it hides for all records what is private for some."""


SECRET: Final = MappingProxyType({"secret": True})
"""Metadata of a field that is private for its own type of record alone."""


def hidden_of(owner: object) -> frozenset[str]:
    """Return the fields of a record, or of a value in one, that no message shows."""
    is_unnamed = getattr(owner, "kind", None) == "unnamed"
    return PRIVATE | PRIVATE_IN_CONTEXT["unnamed"] if is_unnamed else PRIVATE


def show(self: attrs.AttrsInstance) -> str:
    """Return the type and the public fields that differ from their defaults.

    Records use it as their ``__repr__``.
    """
    hidden = hidden_of(self)
    shown = [
        f"{field.name}={value!r}"
        for field in attrs.fields(type(self))
        if field.name not in hidden and not field.metadata.get("secret")
        for value in [getattr(self, field.name)]
        if value != field.default
    ]
    return f"{type(self).__name__}({', '.join(shown)})"
