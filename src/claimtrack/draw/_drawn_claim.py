"""What is drawn of a claim: its chains and its lineage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from claimtrack.dossier import Dossier
from claimtrack.lineage import End, Lineage, trace, trace_all
from claimtrack.records import Attribution, Claim
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Reading", "Standing", "read_claims"]

Standing: TypeAlias = Literal["supports", "opposes", "uncommitted"]
"""Whether a chain supports its claim, opposes it, or is uncommitted."""


@attrs.frozen(kw_only=True)
class Reading:
    """A claim, and everything that is drawn of it.

    Attributes:
        dossier: the dossier with the claim.
        view: the view of the dossier, in which duplicates are merged.
        claim: the claim.
        found: the lineage of the claim.
        chains: its attributions and those of claims merged with it, in the order of the
            dossier, each with its standing.
        same: for sources that lineage reports under another id, that id.
        ends: the ends at each source, by the id that lineage reports.
        points: the sources without which no path is left, each with what it is: a
            bottleneck, or a single point that is more than that.
        circling: the sources of circles that have no way out.
    """

    dossier: Dossier
    view: View
    claim: Claim
    found: Lineage
    chains: tuple[tuple[Attribution, Standing], ...]
    same: Mapping[str, str]
    ends: Mapping[str | None, Sequence[End]]
    points: Mapping[str, str]
    circling: AbstractSet[str]

    def one(self, source: str) -> str:
        """Return the id under which lineage reports a source."""
        return self.same.get(source, source)


def read_claims(dossier: Dossier, claims: Sequence[Claim]) -> Iterator[Reading]:
    """Yield what is drawn of each claim.

    The dossier is read a fixed number of times, however many claims there are.
    """
    if len(claims) == 1:
        traced = {claims[0].id: trace(dossier, claims[0])}
    else:
        traced = trace_all(dossier)
    view = View.of(dossier)
    same = view.sources.classes.least
    by_id = {each.id: each for each in dossier.attributions if each.id is not None}
    place = {key: number for number, key in enumerate(by_id)}
    for claim in claims:
        found = traced[claim.id]
        standings = _standings(found)
        ordered = sorted(standings, key=place.__getitem__)
        yield Reading(
            dossier=dossier,
            view=view,
            claim=claim,
            found=found,
            chains=tuple((by_id[key], standings[key]) for key in ordered),
            same=same,
            ends=_ends(found),
            points={
                **dict.fromkeys(found.single_points, "single point"),
                **dict.fromkeys(found.bottlenecks, "bottleneck"),
            },
            circling=_circling(found),
        )


def _standings(found: Lineage) -> dict[str, Standing]:
    """Return the standing of each attribution."""
    standings: dict[str, Standing] = {}
    standings.update(dict.fromkeys(found.supported_by, "supports"))
    standings.update(dict.fromkeys(found.opposed_by, "opposes"))
    standings.update(dict.fromkeys(found.uncommitted, "uncommitted"))
    return standings


def _ends(found: Lineage) -> dict[str | None, list[End]]:
    ends: dict[str | None, list[End]] = {}
    for each in found.ends:
        ends.setdefault(each.source, []).append(each)
    return ends


def _circling(found: Lineage) -> frozenset[str]:
    """Return the sources of closed circles, whose least id is reported as an end."""
    closed = {end.source for end in found.ends if end.kind == "circular"}
    return frozenset(
        source for circle in found.cycles if circle[0] in closed for source in circle
    )
