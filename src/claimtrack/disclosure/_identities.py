"""Find names in a text: whole words, compared as names, without accents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.disclosure._name_words import Words, words_of
from claimtrack.disclosure._titles import without_titles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

__all__ = ["Names"]


@attrs.frozen
class Names:
    """The names of sources, for searching in texts.

    Attributes:
        owners: a name in words → the sources that have it.
        lengths: first word → the word counts of the names that begin with it.
    """

    owners: dict[Words, set[str]]
    lengths: dict[str, set[int]]

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]]) -> Names:
        """Return an index of names.

        Args:
            names: id of a source → its names.
        """
        made = cls({}, {})
        for owner, texts in names.items():
            for words in map(words_of, texts):
                # A name without letters or digits would match every text, or none.
                if words:
                    made.owners.setdefault(words, set()).add(owner)
                    made.lengths.setdefault(words[0], set()).add(len(words))
        return made

    def are_in(self, text: str, but: AbstractSet[str]) -> bool:
        """Return whether a text contains a name as whole words.

        Linear in the text, times the number of different lengths of names with the same
        first word.

        Args:
            text: the text.
            but: sources whose names are ignored, including names that they share.
        """
        words = words_of(text)
        return any(
            owners.isdisjoint(but)
            for start in range(len(words))
            for _, owners in self._at(words, start)
        )

    def _at(self, words: Words, start: int) -> Iterator[tuple[int, set[str]]]:
        """Yield the end of each name that begins at a word, and whose name it is."""
        for length in self.lengths.get(words[start], ()):
            owners = self.owners.get(words[start : start + length])
            if owners:
                yield start + length, owners

    def owners_in(self, text: str) -> Iterator[set[str]]:
        """Yield the owners of each name in a text, in order.

        A name inside a longer one is ignored: "a Trump Tower guard" names the tower if
        there is such a source.
        """
        words = words_of(text)
        reached = 0
        for start in range(len(words)):
            found = max(self._at(words, start), key=lambda each: each[0], default=None)
            if found is not None and found[0] > reached:
                reached, owners = found
                yield owners

    def is_one(self, text: str, but: AbstractSet[str]) -> bool:
        """Return whether a text is a name, alone or with titles.

        Args:
            text: the text.
            but: sources whose names are ignored, including names that they share.
        """
        return any(
            owners is not None and owners.isdisjoint(but)
            for owners in map(self.owners.get, without_titles(words_of(text)))
        )
