"""The lineage of a claim: the result of a trace."""

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
"""Most characters of a claim that its lineage shows."""


@attrs.frozen(kw_only=True)
class Lineage:
    """What the chains of a claim say together.

    Claims joined by same-as or translation-of count as one. Sources joined by same-as
    are merged and listed by their least id. Everything except `holders` and `depth`
    comes from the chains that support the claim; the other chains are only listed. All
    tuples are sorted.

    Attributes:
        claim: the id of the claim.
        text: the text of the claim.
        publishers: the sources that begin a chain.
        outlets: the outlets among the voices.
        holders: the sources that are said to hold the claim and did not speak, in
            chains that support it or are uncommitted.
        ends: where the voices stop.
        origins: the ends that speak for themselves, so are neither open nor circular.
        individuals: how many voices are behind the origins.
        independence: none (no origin), single (one), established (two that somebody
            else calls independent, without a common owner), unestablished.
        bottlenecks: the single points that are neither origins nor publishers that
            nobody cites.
        single_points: the sources whose loss alone leaves no path to any end.
        cut: the smallest set of sources whose loss leaves no path; if there are
            several, the one nearest to the publishers. Empty if a path only has
            candidates, with or without a publisher that nobody cites.
        cycles: the sources of each circle of sources that cite each other.
        supported_by: the attributions that support the claim.
        opposed_by: the attributions that oppose it.
        uncommitted: the attributions that are uncommitted.
        depth: the number of recorded links of the longest chain.
        why: the reasons, written to be read aloud.
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
        """The ids of the sources and documents that are origins, each listed once.

        Two outlets that rest on the same document are two ends with one origin.
        """
        return tuple(sorted({key for end in self.origins for key in end.origins}))

    def __str__(self) -> str:
        """Return the claim and the reasons, one sentence per line."""
        head = f"{clip(self.claim)}: {clip(self.text, _TEXT)}"
        return "\n".join([head, *(f"- {each.text}." for each in self.why)])

    _repr_pretty_ = print_as_text
    _repr_markdown_ = to_markdown
