"""The matrix: which claims go through which sources, and in which role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.draw._html._facts import shortened
from claimtrack.draw._html._spans import Words
from claimtrack.lineage import EndKind, voices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.draw._drawn_claim import Reading
    from claimtrack.draw._html._facts import Facts
    from claimtrack.draw._html._source_cards import Thing

__all__ = ["LETTERS", "Letter", "Line", "Matrix", "find_matrix"]

COLUMNS: Final = 24
"""Most sources that have a column: those on which most depends."""

HEADING: Final = 40
"""Most characters of a name above a column, which is two lines at most on paper."""

LINES: Final = 100
"""Most patterns that have a row: those with the most claims."""

_NAMED: Final = 10
"""Most claims of a row that are named."""

Letter: TypeAlias = Literal["P", "R", "B", "O", "C", "U", "S", "W", "D", "H"]
"""What a source is for a claim."""

Cell: TypeAlias = Letter | Literal[""]
"""What a source is for a claim; empty if it is in no chain of the claim."""

LETTERS: Final[dict[Letter, str]] = {
    "P": "publisher",
    "R": "passes it on",
    "B": "bottleneck",
    "O": "open: does not say how it knows",
    "C": "cites in a circle",
    "U": "origin, unnamed",
    "S": "origin, on the record",
    "W": "origin, was there",
    "D": "origin, rests on a document",
    "H": "spoken for, did not speak",
}
"""Letter → what it means."""

_OF_ENDS: Final[Mapping[EndKind, Letter]] = {
    "stated": "S",
    "unnamed": "U",
    "witnessed": "W",
    "document": "D",
    "open": "O",
    "circular": "C",
}


@attrs.frozen
class Line:
    """The claims of one pattern.

    Attributes:
        label: how many claims there are; empty for a single one.
        claims: the claims.
        cells: what the source of each column is for them; empty if it is in no chain.
    """

    label: str
    claims: Words
    cells: tuple[Cell, ...]


@attrs.frozen
class Matrix:
    """A table of claims by sources.

    Attributes:
        columns: the sources.
        lines: the claims; those with the same pattern share a line.
        letters: the letters that occur, with their meaning.
        others: how many claims have no row, because their pattern is rarer.
    """

    columns: tuple[Words, ...]
    lines: tuple[Line, ...]
    letters: tuple[tuple[Letter, str], ...]
    others: int


def find_matrix(facts: Facts, things: Iterable[Thing]) -> Matrix:
    """Return the matrix of a dossier."""
    shown = [e for e in things if e.is_source and e.role != "other"][:COLUMNS]
    # Publishers are on the left, where chains begin.
    shown.sort(key=lambda each: each.role != "publisher")
    patterns: dict[tuple[Cell, ...], list[str]] = {}
    for read in facts.readings:
        letters = _letters(read, facts)
        cells: tuple[Cell, ...] = tuple(letters.get(each.id, "") for each in shown)
        patterns.setdefault(cells, []).append(read.claim.id)
    lines = sorted(patterns.items(), key=lambda each: -len(each[1]))
    present = {cell for cells in patterns for cell in cells}
    return Matrix(
        columns=tuple(_heading(each) for each in shown),
        lines=tuple(
            Line(
                label=f"{len(ids)} claims" if len(ids) > 1 else "",
                claims=facts.named(ids, most=_NAMED),
                cells=cells,
            )
            for cells, ids in lines[:LINES]
        ),
        letters=tuple(each for each in LETTERS.items() if each[0] in present),
        others=sum(len(ids) for _, ids in lines[LINES:]),
    )


def _heading(thing: Thing) -> Words:
    """Return the heading of a column: the name of a source, which may be cut."""
    return tuple(
        attrs.evolve(each, text=shortened(each.text, HEADING)) for each in thing.name
    )


def _letters(read: Reading, facts: Facts) -> dict[str, Letter]:
    """Return what each source is for a claim; the more informative letter wins."""
    found: dict[str, Letter] = {}
    for attribution, _ in read.chains:
        chain = attribution.chain
        spoken = len(voices(chain))
        for place, link in enumerate(chain):
            if link.source is not None:
                letter: Letter = "R" if place else "P"
                found.setdefault(
                    facts.one(link.source), "H" if place >= spoken else letter
                )
    found.update(dict.fromkeys(read.found.bottlenecks, "B"))
    for end in read.found.ends:
        if end.source is not None:
            found[end.source] = _OF_ENDS[end.kind]
    return found
