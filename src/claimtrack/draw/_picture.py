"""A picture without its format: boxes and arrows, with all their words.

Mermaid and DOT are two formats of the same picture. `claimtrack.draw._sketch` decides
what belongs into it; the module of each format decides how it looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from claimtrack.records import SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["SINGLE", "Arrow", "ArrowKind", "Box", "Picture", "Shape", "number_boxes"]

SINGLE = "◆"
"""The sign in front of a source without which no path is left."""

Shape: TypeAlias = SourceKind | Literal["unsettled", "document", "words"]
"""What a box shows: a kind of source, a speaker who is not settled, a document, or only
words without a box."""

ArrowKind: TypeAlias = Literal[
    "said-by", "cites", "denies", "tells-of", "may-be", "rests-on", "beside"
]
"""What an arrow means: the publisher says so; the outer source cites the inner one,
denies what it says, or speaks about a holder; the speaker may be this source; an outlet
has it from a document. Or it is invisible and only puts one box next to another."""


@attrs.frozen
class Box:
    """A source at its place, or a document.

    Attributes:
        shape: what the box shows.
        lines: the text in it.
        is_holder: whether it is a holder, who did not speak.
        is_single: whether no path is left without it.
    """

    shape: Shape
    lines: tuple[str, ...]
    is_holder: bool = False
    is_single: bool = False


@attrs.frozen
class Arrow:
    """A step from one box to another.

    Attributes:
        outer: the index of the box where it begins.
        inner: the index of the box where it ends.
        kind: what the arrow means.
        lines: the text next to it.
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
        title: the title above it.
        boxes: the boxes.
        arrows: the arrows between them.
    """

    title: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def number_boxes(pictures: Iterable[Picture]) -> list[tuple[Picture, int]]:
    """Return each picture with the number of its first box in a file of all of them."""
    numbered: list[tuple[Picture, int]] = []
    first = 1
    for each in pictures:
        numbered.append((each, first))
        first += len(each.boxes)
    return numbered
