"""A phrase that may name a source, as words with their possible roles."""

from __future__ import annotations

import re
from typing import Final

import attrs

__all__ = ["OWNER", "WORD", "Phrase"]

WORD: Final = re.compile(r"[^\W_](?:[^\s,()\"“”«»]*[^\W_])?")
"""A word of a phrase, without surrounding signs."""

OWNER: Final = ("'s", "’s")
"""Endings that mark an owner: "the Post's reporter"."""


@attrs.frozen
class Phrase:
    """The words of a phrase up to its first comma or bracket.

    Attributes:
        whole: all of the phrase.
        head: the part before the first comma or bracket.
        tokens: the words of the head, each with its start and end there.
        flags: possible roles of each word.
        capital: whether each word is capitalised, or a number.
        somebody: index of the last word for a person; -1 if there is none.
        limit: index where "of" or "who" begins; the number of words if nowhere.
    """

    whole: str
    head: str
    tokens: list[tuple[str, int, int]]
    flags: list[int]
    capital: list[bool]
    somebody: int
    limit: int

    @property
    def noun(self) -> int:
        """The index of the phrase's head noun."""
        return self.limit - 1
