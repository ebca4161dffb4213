"""How long things may be: the same bounds as in the JSON Schemas.

A test keeps this table and the schemas in agreement. Lengths are in code points.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "FOREIGN_DEPTH",
    "ID",
    "INTEGER",
    "IRI",
    "ITEMS",
    "LANGUAGE",
    "LINE",
    "LINKS",
    "NUMBER",
    "PEOPLE",
    "TEXT",
]

ID: Final = 256
IRI: Final = 4_096
LANGUAGE: Final = 35
LINE: Final = 1_000
"""Short text: a name, a cue, a title."""

TEXT: Final = 20_000
"""A claim, an excerpt, a note."""

ITEMS: Final = 1_000
"""Entries of a list that is not a chain."""

LINKS: Final = 10_000
PEOPLE: Final = 10_000_000_000
"""The greatest count of people: no more people exist."""

INTEGER: Final = 2**53
"""Programs that hold numbers as doubles round integers beyond it."""

NUMBER: Final = 1e15
FOREIGN_DEPTH: Final = 56
"""Levels inside `ext`: a dossier of such records stays below the 64 levels of a
file."""
