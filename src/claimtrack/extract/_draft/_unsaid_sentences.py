"""Sentences without a speaker: carried by an outlet, or by nobody at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract._article import pieces
from claimtrack.extract._draft._carriers import carrier_at
from claimtrack.extract._draft._material import shows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.extract._draft._carriers import Carrier
    from claimtrack.extract._draft._material import Material

__all__ = ["carried_sentences", "gaps"]


def carried_sentences(material: Material) -> Iterator[tuple[int, int, Carrier]]:
    """Yield sentences without a mention that an outlet carries, with the outlet.

    Sentences without a carrier become doubts. A verb of saying in either kind becomes a
    doubt too, because somebody may be speaking there.
    """
    layout, text = material.layout, material.text
    heads = (layout.headline, layout.dateline, *layout.heads)
    beginnings = {head[0] for head in heads if head}
    for start, end, held in _shares(layout.sentences, _held(material)):
        is_free = start not in beginnings and shows(text[start:end])
        if not is_free or held * 2 >= end - start:
            continue
        carrier = carrier_at(material.carriers, start)
        if carrier is None and held:
            continue
        material.doubts.nobody_says(start, end)
        _doubt_cues(start, end, material)
        if carrier is not None:
            yield start, end, carrier


def gaps(held: Iterable[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a text that are in no claim."""
    found: list[tuple[int, int]] = []
    place = 0
    for start, end in [*sorted(held), (len(text), len(text))]:
        if start > place and text[place:start].strip(' \n\t.,;:"“”'):
            found.append((place, start))
        place = max(place, end)
    return tuple(found)


def _doubt_cues(start: int, end: int, material: Material) -> None:
    """Report the verb of saying in a sentence from which nothing was drafted."""
    for match in material.words.token.finditer(material.text, start, end):
        if match[0] in material.words.said:
            material.doubts.undrafted(match.start(), match.end(), match[0])
            return


def _held(material: Material) -> list[tuple[int, int]]:
    """Return the stretches in mentions, in order, with overlapping ones merged."""
    made: list[tuple[int, int]] = []
    for start, end in sorted(
        piece
        for mention in material.found
        for span in (mention.content, mention.source, mention.cue, mention.addressee)
        for piece in pieces(span)
    ):
        if made and start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def _shares(
    sentences: Iterable[tuple[int, int]], held: list[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Yield each sentence, and how many of its characters are held."""
    at = 0
    for start, end in sentences:
        while at < len(held) and held[at][1] <= start:
            at += 1
        share, k = 0, at
        while k < len(held) and held[k][0] < end:
            share += min(held[k][1], end) - max(held[k][0], start)
            k += 1
        yield start, end, share
