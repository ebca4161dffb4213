"""Readable ids, made from names and a counter."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container

__all__ = ["Mint", "slug"]

LONGEST: Final = 60
"""Maximum number of characters of a name that are used for its slug."""

_BETWEEN: Final = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Return a name in lower-case ASCII letters and digits; empty if it has none.

    >>> slug("Keir Starmer"), slug("Škoda, a. s."), slug("東京")
    ('keir-starmer', 'skoda-a-s', '')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return _BETWEEN.sub("-", plain.lower())[:LONGEST].strip("-")


class Mint:
    """Gives out ids that are not taken."""

    def __init__(self) -> None:
        """Start every counter at 1."""
        self._last: dict[str, int] = {}

    def named(self, stem: str, taken: Container[str]) -> str:
        """Return the stem, followed by the first free number from 2 if it is taken."""
        return stem if stem not in taken else self._count(stem, "-", taken, 2)

    def numbered(self, stem: str, taken: Container[str]) -> str:
        """Return the stem, followed by the first free number from 1."""
        return self._count(stem, "", taken, 1)

    def _count(self, stem: str, joint: str, taken: Container[str], first: int) -> str:
        stem += joint
        number = self._last.get(stem, first - 1) + 1
        while f"{stem}{number}" in taken:
            number += 1
        self._last[stem] = number
        return f"{stem}{number}"
