"""Identified: whatever is known by an id, such as the source that a link names."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Identified"]


class Identified(Protocol):
    """A value with an id: of what a source is, a link needs no more."""

    @property
    def id(self) -> str:
        """Return the id."""
        ...
