"""One sentence as items: words, signs, and each whole quote as one item."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.extract._grammar._paragraphs import Layout
    from claimtrack.extract._lexicon import Lexicon

__all__ = ["Unit", "units"]

_INNER = re.compile(
    r"(?<![.!?…])[.!?…]++(?=\s++(?:[—–]\s++)?[\"“‘']*+[^\Wa-zа-яіїєґ_])"
)
_WORD = re.compile(r"[^\W_]+(?:[-‑'’ʼ][^\W_]+)*|[^\W_]+")


class Unit:
    """A sentence in pieces. A quote in it is one item, whatever it contains.

    Attributes:
        text: the whole text.
        start: where the sentence begins.
        end: where it ends, including its full stop.
        starts: where each item begins.
        ends: where each item ends.
        words: each item in lower case; a quote is its first sign.
        flags: what each item can be.
        inside: whether the sentence itself is inside a quote.
    """

    __slots__ = ("end", "ends", "flags", "inside", "start", "starts", "text", "words")

    def __init__(self, text: str, start: int, end: int, *, inside: bool) -> None:
        """Start without items."""
        self.text = text
        self.start = start
        self.end = end
        self.inside = inside
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.flags: list[int] = []

    def add(self, text: str, offset: int, words: Lexicon) -> None:
        """Add the words of a stretch that contains no quote."""
        flags = words.flags
        for match in words.token.finditer(text, offset, self.end):
            word = match[0]
            low = word.lower()
            flag = flags.get(low, 0)
            first = word[0]
            if first.isalpha():
                if first != low[0]:
                    flag |= Flag.CAP
                elif low.endswith("ly") and words.lang == "en" and len(low) > 4:  # noqa: PLR2004
                    flag |= Flag.ADV
                elif low[-1] == ".":
                    flag |= flags.get(low[:-1], 0)
            elif first.isdigit():
                flag |= Flag.NUM
            elif len(word) == 1:
                flag |= Flag.PUNCT
            self.starts.append(match.start())
            self.ends.append(match.end())
            self.words.append(low)
            self.flags.append(flag)

    def __len__(self) -> int:
        """Return the number of items."""
        return len(self.words)


def _cut(unit: Unit, quotes: list[tuple[int, int]], words: Lexicon) -> Unit:
    """Fill a unit: words between the quotes, and each quote as one item."""
    place, last = unit.start, unit.end
    for start, end in quotes:
        unit.end = start
        unit.add(unit.text, place, words)
        unit.starts.append(start)
        unit.ends.append(end)
        unit.words.append("“")
        unit.flags.append(Flag.QUOTE)
        place = end
    unit.end = last
    unit.add(unit.text, place, words)
    return unit


def units(text: str, layout: Layout, words: Lexicon) -> list[Unit]:
    """Return the sentences that may say who says something, in text order.

    Includes sentences inside quotes; those without a word of saying are left out.

    Linear in the text: each sentence is cut once, and each quote once more.
    """
    words = words.with_titles_in(text)
    starts = [start for start, _ in layout.quotes]
    nested = layout.nested
    inner = [start for start, _ in nested]
    found: list[Unit] = []
    for start, end in layout.sentences:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside = [(max(a, start), min(b, end)) for a, b in layout.quotes[first:last]]
        if words.triggers.isdisjoint(_WORD.findall(text[start:end].lower())):
            continue
        if first and layout.quotes[first - 1][1] > start:
            found.append(_cut(Unit(text, start, end, inside=True), [], words))
            continue
        found.append(_cut(Unit(text, start, end, inside=False), inside, words))
        for a, b in inside:
            names = nested[bisect_left(inner, a) : bisect_left(inner, b)]
            found.extend(_inner(text, a + 1, b, names, words))
    return found


def _inner(
    text: str,
    start: int,
    end: int,
    names: Sequence[tuple[int, int]],
    words: Lexicon,
) -> list[Unit]:
    """Return the sentences of a quote; names in quotation marks are one item each."""
    if text[end - 1] in "”\"»’'":
        end -= 1
    found: list[Unit] = []
    starts = [name[0] for name in names]
    for cut in [*(m.end() for m in _INNER.finditer(text, start, end)), end]:
        while start < cut and text[start].isspace():
            start += 1
        stop = min(cut, start + 2_000)
        if start < stop and not words.triggers.isdisjoint(
            _WORD.findall(text[start:stop].lower())
        ):
            held = names[bisect_left(starts, start) : bisect_left(starts, stop)]
            held = [(a, min(b, stop)) for a, b in held]
            found.append(_cut(Unit(text, start, stop, inside=True), held, words))
        start = cut
    return found
