"""What cannot be read, and what was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import suggest
from claimtrack.notation._sheet_words import SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Slip", "meant"]


class Slip(Exception):
    """A piece of a statement that cannot be read; the statement makes no record."""

    def __init__(
        self, problem: str, start: int, end: int, *, code: str = "CT030", fix: str = ""
    ) -> None:
        """Hold what is wrong where, in characters of the statement."""
        super().__init__(problem)
        self.problem = problem
        self.start = start
        self.end = max(end, start + 1)
        self.code = code
        self.fix = fix


def meant(word: str, known: Iterable[str]) -> str | None:
    """Return the word that was probably meant: a synonym's first, else the nearest.

    >>> meant("newspaper", ["outlet", "person"]), meant("oulet", ["outlet"])
    ('outlet', 'outlet')
    """
    listed = tuple(known)
    synonym = SYNONYMS.get(word.casefold())
    return synonym if synonym in listed else suggest(word, listed)
