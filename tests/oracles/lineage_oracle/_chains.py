"""One chain by itself: its runs, voices and holders, and what it does to the claim."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack import Link

if TYPE_CHECKING:
    from claimtrack import Attribution
    from lineage_oracle._joining import Joined

__all__ = [
    "Node",
    "Run",
    "factuality",
    "has_nobody",
    "holders_of",
    "value_of",
    "voices_of",
]

Node: TypeAlias = str | tuple[str, int]
"""A source by its id, or a link without one by its attribution and place."""

IMPLIED: Final = {
    "assertion": "CT+",
    "knowledge": "CT+",
    "belief": "PR+",
    "intention": "Uu",
    "desire": "Uu",
}
"""How certain somebody is of whom only the attitude is recorded."""

FLIPPED: Final = {
    "CT+": "CT-",
    "PR+": "PR-",
    "PS+": "PS-",
    "CT-": "CT+",
    "PR-": "PR+",
    "PS-": "PS+",
    "CTu": "CTu",
    "Uu": "Uu",
}
"""What a denial makes of it."""


@attrs.frozen(kw_only=True)
class Run:
    """Neighbouring links of one source: one voice or one holder."""

    node: Node
    links: tuple[Link, ...]

    @property
    def is_told_about(self) -> bool:
        """Whether none of its links is the source's own word."""
        return all(is_told_about(each) for each in self.links)


def is_told_about(link: Link) -> bool:
    """Return whether a link is told about its source, and not said by it."""
    if link.ascribed is None:
        return link.attitude != "assertion"
    return link.ascribed


def runs_of(attribution: Attribution, joined: Joined) -> list[Run]:
    """Return the links of a chain, those of one source beside each other as one."""

    def node(placed: tuple[int, Link]) -> Node:
        place, link = placed
        if link.source is None:
            return (str(attribution.id), place)
        return joined.source(link.source)

    return [
        Run(node=each, links=tuple(link for _, link in placed))
        for each, placed in groupby(enumerate(attribution.chain), key=node)
    ]


def voices_of(attribution: Attribution, joined: Joined) -> list[Run]:
    """Return the runs up to the last that speaks for itself; the head always does."""
    runs = runs_of(attribution, joined)
    speaking = [place for place, run in enumerate(runs) if not run.is_told_about]
    return runs[: max([0, *speaking]) + 1]


def holders_of(attribution: Attribution, joined: Joined) -> list[Run]:
    """Return the runs after the last voice."""
    runs = runs_of(attribution, joined)
    return runs[len(voices_of(attribution, joined)) :]


def own_factuality(link: Link) -> str:
    """Return how certain a link presents the claim, seen by itself."""
    return link.factuality or IMPLIED[link.attitude]


def has_nobody(attribution: Attribution) -> bool:
    """Return whether nobody is on record: no source, and nobody it might be."""
    return not any(
        link.source is not None or link.candidates is not None
        for link in attribution.chain
    )


def value_of(attribution: Attribution) -> str:
    """Return whether a chain supports its claim, opposes it, or does not say."""
    if has_nobody(attribution):
        return "uncommitted"
    head, *inner = attribution.chain
    if any(each.stance == "denies" for each in inner):
        return "opposes"
    innermost = own_factuality(([head, *inner])[-1])
    if innermost.endswith("+"):
        return "supports"
    return "opposes" if innermost.endswith("-") else "uncommitted"


def factuality(attribution: Attribution) -> tuple[str, ...]:
    """Return the value of each link, recorded or composed from those inside it."""
    *outer, last = attribution.chain
    values = [own_factuality(last)]
    taken_up = last.stance
    for link in reversed(outer):
        values.append(link.factuality or composed(taken_up, values[-1]))
        taken_up = link.stance
    return tuple(reversed(values))


def composed(stance: str, inner: str) -> str:
    """Return what is left of a value when somebody takes it up in this way."""
    if stance == "denies":
        return FLIPPED[inner]
    return inner if stance == "endorses" else "Uu"
