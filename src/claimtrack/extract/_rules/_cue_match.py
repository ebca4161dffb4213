"""A cue in a sentence, with its readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit
    from claimtrack.extract._lexicon import Cue, Lexicon

__all__ = ["SURE", "Match", "match_at", "reading_of", "span", "starts_relay"]

F = Flag
_TITLE: Final = 6


class Match(NamedTuple):
    """A cue in a sentence: its items, and its readings."""

    first: int
    last: int
    cues: tuple[Cue, ...]


def match_at(unit: Unit, i: int, words: Lexicon) -> Match | None:
    """Return the cue that begins at item i: a phrase before a single word."""
    low = unit.words[i]
    for row, cue in words.phrases.get(low, ()):
        if unit.words[i : i + len(row)] == list(row):
            return Match(i, i + len(row) - 1, (cue,))
    flag = unit.flags[i]
    if not flag & F.CUE or (flag & F.CAP and i and not _is_title_case(unit)):
        return None
    return Match(i, i, words.cues[low])


def _is_title_case(unit: Unit) -> bool:
    """Return whether nearly every word is capitalised, so capitals mean nothing."""
    words = [flag for flag in unit.flags if not flag & (F.PUNCT | F.QUOTE | F.NUM)]
    capitals = sum(1 for flag in words if flag & F.CAP)
    return len(words) >= _TITLE and capitals * 4 >= len(words) * 3


def starts_relay(unit: Unit, i: int, words: Lexicon) -> int:
    """Return the number of items of a relay phrase at item i: "according to"."""
    return words.relay_at(unit.words, i) if unit.words[i] in words.relays else 0


def span(unit: Unit, first: int, last: int) -> tuple[int, int]:
    return unit.starts[first], unit.ends[last]


def reading_of(match: Match, kind: str, *, document: bool = True) -> Cue:
    """Return the reading of a cue that accepts this kind of content."""
    wanted = {
        "gap": ("clause", "that"),
        "bare": ("clause", "that", "told"),
        "that": ("clause", "that", "told"),
        "wh": ("wh", "clause", "that"),
        "quote": ("quote", "clause"),
        "colon": ("quote", "clause"),
        "to": ("to",),
        "object": ("object",),
    }[kind]
    for frame in wanted:
        for cue in match.cues:
            if frame in cue.frames and (document or not cue.document):
                return cue
    return match.cues[0]


SURE: Final = frozenset(
    {
        "that",
        "trailing-quote",
        "trailing",
        "colon",
        "relay",
        "quote",
        "inverted-quote",
        "inverted",
    }
)
"""Rules that are right nine times in ten on the texts used to measure them."""
