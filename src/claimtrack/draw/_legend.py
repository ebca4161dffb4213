"""The legend of pictures: it explains only what occurs in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._phrases import SINGLE
from claimtrack.draw._picture import Arrow, Box, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.draw._picture import ArrowKind, Shape

__all__ = ["sketch_legend"]

_SHAPES: Final[dict[Shape, str]] = {
    "outlet": "outlet",
    "person": "person",
    "organization": "organization",
    "group": "group",
    "unnamed": "?x one unnamed, ??x two or more",
    "crowd": "crowd",
    "platform": "platform",
    "unresolved": "not yet judged who or what",
    "unsettled": "speaker not settled",
    "document": "document",
}
"""The meaning of each shape."""

_ARROWS: Final[dict[ArrowKind, str]] = {
    "cites": "An arrow leads from who cites to who is cited.",
    "tells-of": "Dashed, to (x): spoken for, did not speak.",
    "denies": "With a bar or a cross at its end: denies what it cites.",
    "may-be": "With a circle at its end: may be the speaker.",
}
"""The meaning of arrows that have no words next to them."""

_ASIDE: Final = "Thin and dotted: only in chains that do not support the claim."
_SINGLE: Final = f"{SINGLE} and a thick line: without it no path to an end is left."


def sketch_legend(pictures: Sequence[Picture]) -> Picture:
    """Return the legend of these pictures."""
    arrows = [each for picture in pictures for each in picture.arrows]
    kinds = {each.kind for each in arrows}
    boxes = [each for picture in pictures for each in picture.boxes]
    shapes = {each.shape for each in boxes}
    words = [said for kind, said in _ARROWS.items() if kind in kinds]
    if not all(each.is_counted for each in arrows):
        words.append(_ASIDE)
    if any(each.is_single for each in boxes):
        words.append(_SINGLE)
    shown = [Box(each, (said,)) for each, said in _SHAPES.items() if each in shapes]
    if words:
        shown.insert(0, Box("words", tuple(words)))
    row = tuple(Arrow(n, n + 1, "beside") for n in range(len(shown) - 1))
    return Picture("How to read it", tuple(shown), row)
