"""A picture before anybody draws it: boxes and arrows, with all their words.

Mermaid and DOT are two ways of writing the same picture down. What belongs into it is
decided once, in `claimtrack.draw._sketch`; how it looks, in the module of each format.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from claimtrack.records import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SINGLE", "Arrow", "ArrowKind", "Box", "Picture", "Shape", "number_boxes"]

SINGLE = "◆"
"""Stands before a source without which no path is left."""

Shape: TypeAlias = SourceKind | Literal["unsettled", "document", "words"]
"""What a box stands for: a kind of source, a speaker who is not settled, a document;
or it is no box and only words."""

ArrowKind: TypeAlias = Literal[
    "said-by", "cites", "denies", "tells-of", "may-be", "rests-on", "beside"
]
"""What an arrow stands for: this publisher says so; the outer one cites the inner one,
denies what it says, or tells of a holder; the speaker may be this source; an outlet has
it from a document; or nothing, and nobody sees it: one box stands beside the other."""


@attrs.frozen
class Box:
    """A source at its place, or a document.

    Attributes:
        shape: what it stands for.
        lines: what is written in it.
        is_holder: told about, did not speak.
        is_single: without it no path is left.
    """

    shape: Shape
    lines: tuple[str, ...]
    is_holder: bool = False
    is_single: bool = False


@attrs.frozen
class Arrow:
    """A step from one box to another.

    Attributes:
        outer: index of the box that it leaves.
        inner: index of the box that it leads to.
        kind: what it stands for.
        lines: what is written beside it.
        is_counted: whether a chain that supports the claim takes this step.
    """

    outer: int
    inner: int
    kind: ArrowKind
    lines: tuple[str, ...] = ()
    is_counted: bool = True


@attrs.frozen
class Picture:
    """The chains behind one claim, or the legend.

    Attributes:
        title: what stands above it.
        boxes: what it shows.
        arrows: how that hangs together.
    """

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def number_boxes(pictures: Iterable[Picture]) -> list[tuple[Picture, int]]:
    """Return each picture with the number of its first box, where all are one file."""
    numbered: list[tuple[Picture, int]] = []
    first = 1
    for each in pictures:
        numbered.append((each, first))
        first += len(each.boxes)
    return numbered
