"""Slips: statements that cannot be read, with suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import suggest
from claimtrack.notation._sheet_words import SYNONYMS

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Slip", "meant"]


class Slip(Exception):
    """Part of a statement that cannot be read; the statement then makes no record."""

    def __init__(
        self, problem: str, start: int, end: int, *, code: str = "CT030", fix: str = ""
    ) -> None:
        """Store the problem and its position in characters of the statement."""
        super().__init__(problem)
        self.problem = problem
        self.start = start
        self.end = max(end, start + 1)
        self.code = code
        self.fix = fix


def meant(word: str, known: Iterable[str]) -> str | None:
    """Return the word that was probably meant: by synonym, or else the most similar.

    >>> meant("newspaper", ["outlet", "person"]), meant("oulet", ["outlet"])
    ('outlet', 'outlet')
    """
    listed = tuple(known)
    synonym = SYNONYMS.get(word.casefold())
    return synonym if synonym in listed else suggest(word, listed)
