"""Find words in the text of an article, however they were typed."""

from __future__ import annotations

import re
from typing import Final

from claimtrack.notation._folded_text import FoldedText, Span
from claimtrack.notation._signs import OPENING

__all__ = ["Article", "Span", "find_quote"]

_GAP: Final = re.compile(r"\s*(?:…|\.\.\.)\s*")
_BREAK: Final = re.compile(r"[\r\n]")
_MOST_SHOWN: Final = 5


class Article:
    """The text of an article, in which words are searched for.

    An exact search comes first. Only if it finds nothing, invisible differences are
    ignored: NFC and NFD, runs of blanks and line ends, zero-width characters, and the
    forms of quotation marks, apostrophes and dashes. Places are offsets in the original
    text.
    """

    def __init__(self, text: str) -> None:
        """Store the text unchanged."""
        self.text = text
        self._folded: FoldedText | None = None

    def find_quote(self, words: str) -> Span | None:
        """Return the place of quoted words; None unless they occur exactly once."""
        if self.text.count(words) > 1:
            return None
        place = find_quote(words, self.text)
        bare = _without_marks(words)
        if place is None and bare != words:
            place = find_quote(bare, self.text)
        if place is not None:
            return place
        folded = self._fold()
        for each in (words, bare):
            inner = find_quote(FoldedText.of(each).text.strip(), folded.text)
            if inner is not None:
                return folded.span(*inner)
        return None

    def find_cue(self, cue: str, quotes: list[Span]) -> Span | None:
        """Return the place of a cue that occurs once near the quotes, or in the text.

        Args:
            cue: the words.
            quotes: the places of the quotations, whose paragraphs are searched first.
        """
        near: set[Span] = set()
        for each in quotes:
            near.update(self.places(cue, *self._paragraph(each)))
        for places in (sorted(near), self.places(cue)):
            if len(places) == 1:
                return places[0]
        return None

    def places(self, words: str, start: int = 0, end: int | None = None) -> list[Span]:
        """Return the first few occurrences of words between two offsets."""
        stop = len(self.text) if end is None else end
        if words in self.text:
            return _places(words, self.text, start, stop)
        folded = self._fold()
        wanted = FoldedText.of(words).text.strip()
        spans = [
            folded.span(first, last)
            for first, last in _places(wanted, folded.text, 0, len(folded.text))
        ]
        return [each for each in spans if start <= each[0] and each[1] <= stop]

    def has(self, words: str, place: Span) -> bool:
        """Return whether words are at a place, ignoring invisible differences."""
        return self.text[slice(*place)] == words or (
            FoldedText.of(self.text[slice(*place)]).text == FoldedText.of(words).text
        )

    def _fold(self) -> FoldedText:
        if self._folded is None:
            self._folded = FoldedText.of(self.text)
        return self._folded

    def _paragraph(self, place: Span) -> Span:
        start, end = place
        begin = max(self.text.rfind("\n", 0, start), self.text.rfind("\r", 0, start))
        match = _BREAK.search(self.text, end)
        return begin + 1, match.start() if match else len(self.text)


def find_quote(words: str, text: str) -> Span | None:
    """Return the place of quoted words if they occur exactly once, letter by letter.

    >>> find_quote("The port … year", "The port will close for a year.")
    (0, 30)
    """
    if words and text.count(words) == 1:
        start = text.index(words)
        return start, start + len(words)
    parts = _GAP.split(words, maxsplit=1)
    if len(parts) == 1 or not all(parts) or text.count(parts[0]) != 1:
        return None
    start = text.index(parts[0])
    last = text.find(parts[1], start + len(parts[0]))
    return None if last < 0 else (start, last + len(parts[1]))


def _places(words: str, text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    position = text.find(words, start, end) if words else -1
    while position >= 0 and len(found) < _MOST_SHOWN:
        found.append((position, position + len(words)))
        position = text.find(words, position + 1, end)
    return found


def _without_marks(words: str) -> str:
    """Return quoted words without the quotation marks around them."""
    if len(words) > 1 and words[-1] in OPENING.get(words[0], ""):
        return words[1:-1].strip()
    return words
