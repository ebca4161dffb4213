"""The lineage of a claim: the value that a trace returns."""

from __future__ import annotations

from typing import Final

import attrs

from claimtrack._notebook import print_as_text, to_markdown
from claimtrack.findings import clip
from claimtrack.lineage._ends import End
from claimtrack.lineage._reasons import Reason
from claimtrack.lineage._trace._independence import Independence
from claimtrack.view import Interval

__all__ = ["Lineage"]

_TEXT: Final = 200
"""Characters of a claim that its lineage shows at most."""


@attrs.frozen(kw_only=True)
class Lineage:
    """What the chains of a claim say together.

    A claim counts with all that same-as and translation-of join to it, and sources
    joined by same-as are one, under their least id. Everything but `holders` and
    `depth` comes from the chains that support the claim; the others are listed. All
    tuples are sorted.

    Attributes:
        claim: id of the claim.
        text: what it says.
        publishers: sources that begin a chain.
        outlets: outlets among the voices.
        holders: sources that are said to hold it and did not speak, in chains that
            support the claim or commit to nothing.
        ends: where the voices stop.
        origins: the ends that speak for themselves: neither open nor circular.
        individuals: how many voices stand behind the origins.
        independence: none (no origin), single (one), established (two that somebody
            else calls independent, without a common owner), unestablished.
        bottlenecks: the single points that are neither origins nor publishers whom
            nobody cites.
        single_points: sources whose loss alone leaves no path to any end.
        cut: the smallest set of sources whose loss leaves none; of several the one
            nearest to the publishers. Empty where candidates hang on publishers alone.
        cycles: the sources of each circle of sources that cite each other.
        supported_by: attributions that support the claim.
        opposed_by: attributions that oppose it.
        uncommitted: attributions that commit to nothing.
        depth: links of the longest chain, as recorded.
        why: the reasons, to be read aloud.
    """

    claim: str
    text: str
    publishers: tuple[str, ...]
    outlets: tuple[str, ...]
    holders: tuple[str, ...]
    ends: tuple[End, ...]
    origins: tuple[End, ...]
    individuals: Interval
    independence: Independence
    bottlenecks: tuple[str, ...]
    single_points: tuple[str, ...]
    cut: tuple[str, ...]
    cycles: tuple[tuple[str, ...], ...]
    supported_by: tuple[str, ...]
    opposed_by: tuple[str, ...]
    uncommitted: tuple[str, ...]
    depth: int
    why: tuple[Reason, ...]

    @property
    def origin_ids(self) -> tuple[str, ...]:
        """The sources and documents that are origins, each once.

        Two outlets that rest on one paper are two ends, and have one origin.
        """
        return tuple(sorted({key for end in self.origins for key in end.origins}))

    def __str__(self) -> str:
        """Return the claim and the reasons, a sentence a line."""
        head = f"{clip(self.claim)}: {clip(self.text, _TEXT)}"
        return "\n".join([head, *(f"- {each.text}." for each in self.why)])

    _repr_pretty_ = print_as_text
    _repr_markdown_ = to_markdown
