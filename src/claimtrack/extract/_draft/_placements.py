"""Find the place of a claim in an article: headline, standfirst, lead or body."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from claimtrack.records import Placement

if TYPE_CHECKING:
    from claimtrack.extract._grammar._paragraphs import Layout

__all__ = ["Placements"]


@attrs.frozen
class Placements:
    """The paragraphs of a text, and which of them open it.

    Attributes:
        headline_end: end of the headline; 0 without one.
        starts: start of each paragraph.
        opening: index of a paragraph → its placement, if it is not the body.
    """

    headline_end: int
    starts: tuple[int, ...]
    opening: dict[int, Placement]

    @classmethod
    def of(cls, layout: Layout, text: str) -> Placements:
        """Return the placements of a text.

        The first paragraph below a headline is the lead. If an empty line separates it
        from the rest, it is the standfirst, and the next is the lead.
        """
        starts = tuple(start for start, _ in layout.paragraphs)
        headline_end = layout.headline[1] if layout.headline else 0
        skipped = {layout.headline, layout.dateline, *layout.heads[:20]}
        body = [i for i, p in enumerate(layout.paragraphs[:8]) if p not in skipped]
        if layout.headline is None or not body:
            return cls(headline_end, starts, {})
        blanks = [text[end : end + 4].count("\n") > 1 for _, end in layout.paragraphs]
        if len(body) > 1 and blanks[body[0]] and sum(blanks) * 2 < len(blanks):
            return cls(headline_end, starts, {body[0]: "standfirst", body[1]: "lead"})
        return cls(headline_end, starts, {body[0]: "lead"})

    def at(self, place: int) -> Placement:
        """Return the placement of a place."""
        if place < self.headline_end:
            return "headline"
        return self.opening.get(bisect_right(self.starts, place) - 1, "body")
