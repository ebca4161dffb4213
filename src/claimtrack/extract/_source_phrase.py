"""A phrase that may name a source, in words, with what each of them can be."""

from __future__ import annotations

import re
from typing import Final

import attrs

__all__ = ["OWNER", "WORD", "Phrase"]

WORD: Final = re.compile(r"[^\W_](?:[^\s,()\"“”«»]*[^\W_])?")
"""A word of a phrase, without the signs around it."""

OWNER: Final = ("'s", "’s")
"""How one ends who owns what follows: "the Post's reporter"."""


@attrs.frozen
class Phrase:
    """The words of a phrase up to its first comma or bracket.

    Attributes:
        whole: all of the phrase.
        head: what stands before the first comma or bracket.
        tokens: the words of the head, each with its start and end there.
        flags: what each word can be.
        capital: whether each word has a capital, or is a number.
        somebody: the last word that is somebody; -1 for none.
        limit: where "of" or "who" begins; as many as there are words for nowhere.
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
        """The word that the phrase is about."""
        return self.limit - 1
