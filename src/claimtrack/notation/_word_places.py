"""Find the words of excerpts in a text, however they were typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.notation._first_places import first_places
from claimtrack.notation._folded_text import FoldedText

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.notation._folded_text import Span
    from claimtrack.records import Excerpt

__all__ = ["WordPlaces", "whole_of"]

_SEPARATOR = "\0"
"""Occurs in no text of a record, and does not combine with the next character."""


def whole_of(excerpt: Excerpt) -> str:
    """Return the words of an excerpt with its prefix and suffix."""
    return f"{excerpt.prefix or ''}{excerpt.exact or ''}{excerpt.suffix or ''}"


@attrs.frozen
class WordPlaces:
    """The first places of words in a text, and which words occur only once.

    An exact search comes first. Only if it finds nothing, invisible differences are
    ignored.

    Attributes:
        exact: offsets of words that occur letter by letter.
        keys: all other words, in folded form.
        folded: the folded text; None if all words occur letter by letter.
        found: offsets of folded words in the folded text.
        several: words, exact or folded, that occur more than once.
    """

    exact: Mapping[str, int]
    keys: Mapping[str, str]
    folded: FoldedText | None
    found: Mapping[str, int]
    several: frozenset[str]

    @classmethod
    def of(cls, text: str, excerpts: Iterable[Excerpt]) -> WordPlaces:
        """Search for excerpts that have words: for these, and with their context."""
        wanted = dict.fromkeys(
            words for each in excerpts for words in (each.exact or "", whole_of(each))
        )
        exact = first_places(text, wanted)
        missing = [each for each in wanted if each not in exact]
        several = _repeated(text, exact)
        if not missing:
            return cls(exact, {}, None, {}, several)
        shown = FoldedText.of(_SEPARATOR.join(missing)).text.split(_SEPARATOR)
        keys = dict(zip(missing, shown, strict=True))
        folded = FoldedText.of(text)
        found = first_places(folded.text, filter(None, shown))
        return cls(exact, keys, folded, found, several | _repeated(folded.text, found))

    def has(self, words: str) -> bool:
        """Return whether words occur in the text."""
        return words in self.exact or self.keys.get(words) in self.found

    def has_once(self, words: str) -> bool:
        """Return whether words occur exactly once in the text."""
        return self.has(words) and self.keys.get(words, words) not in self.several

    def place_of(self, excerpt: Excerpt) -> Span | None:
        """Return the place of an excerpt's words: within their context, or the first.

        None if they do not occur in the text.
        """
        words, whole = excerpt.exact or "", whole_of(excerpt)
        for each, before in ((whole, excerpt.prefix or ""), (words, "")):
            if each in self.exact:
                start = self.exact[each] + len(before)
                return start, start + len(words)
            key = self.keys.get(each, "")
            if self.folded is not None and key in self.found:
                start = self.found[key] + len(FoldedText.of(before).text)
                return self.folded.span(start, start + len(FoldedText.of(words).text))
        return None


def _repeated(text: str, found: Mapping[str, int]) -> frozenset[str]:
    """Return the words that occur again after their first place."""
    backwards = first_places(text[::-1], (each[::-1] for each in found))
    return frozenset(
        words
        for words, first in found.items()
        if backwards[words[::-1]] != len(text) - first - len(words)
    )
