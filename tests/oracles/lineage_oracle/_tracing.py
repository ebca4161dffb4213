"""The answer about one claim, put together from its definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from lineage_oracle._chains import holders_of, value_of
from lineage_oracle._counting import independence_of, individuals_of
from lineage_oracle._ends import End, Origin, end_nodes, ends_of, origins_of
from lineage_oracle._graph import (
    Graph,
    cut_of,
    cycles_of,
    paths_of,
    single_points_of,
)
from lineage_oracle._joining import Joined

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimtrack import Attribution, Dossier
    from lineage_oracle._chains import Node

__all__ = ["Traced", "supporting", "trace", "uncited", "walks"]


@attrs.frozen(kw_only=True)
class Traced:
    """What `claimtrack.lineage.trace` has to say; ids in sets, not in tuples."""

    publishers: frozenset[str]
    outlets: frozenset[str]
    holders: frozenset[str]
    ends: frozenset[End]
    origins: frozenset[Origin]
    individuals: tuple[int, int | None]
    independence: str
    single_points: frozenset[str]
    bottlenecks: frozenset[str]
    cut: frozenset[str]
    cycles: frozenset[frozenset[str]]
    depth: int
    supported_by: frozenset[str]
    opposed_by: frozenset[str]
    uncommitted: frozenset[str]


def supporting(
    joined: Joined, claim: str, without: Collection[str] = ()
) -> list[Attribution]:
    """Return the attributions that support a claim, but for those taken away."""
    return [
        each
        for each in joined.dossier.attributions
        if each.claim in joined.claims(claim)
        and each.id not in without
        and value_of(each) == "supports"
    ]


def trace(dossier: Dossier, claim: str, without: Collection[str] = ()) -> Traced:
    """Answer about a claim, as if attributions `without` had not been recorded."""
    joined = Joined(dossier)
    made = supporting(joined, claim, without)
    recorded = [
        each
        for each in dossier.attributions
        if each.claim in joined.claims(claim) and each.id not in without
    ]
    graph = Graph.of(made, joined)
    ends = ends_of(graph, joined)
    origins = origins_of(ends)
    ending = frozenset(end.source for end in ends)
    aside = graph.uncited - ending
    paths = list(paths_of(graph, end_nodes(graph, joined)))
    points = single_points_of(paths, graph.sources - aside)
    return Traced(
        publishers=_sources(graph.heads),
        outlets=frozenset(
            each for each in graph.sources if joined.merged(each).kind == "outlet"
        ),
        holders=_sources(
            frozenset(
                run.node
                for each in recorded
                if value_of(each) != "opposes"
                for run in holders_of(each, joined)
            )
        ),
        ends=ends,
        origins=origins,
        individuals=individuals_of(ends, origins, joined),
        independence=independence_of(origins, joined),
        single_points=points,
        bottlenecks=points - {key for _, key in origins} - graph.uncited,
        cut=cut_of(graph, paths, graph.sources - aside),
        cycles=frozenset(_sources(cycle) for cycle in cycles_of(graph)),
        depth=max((len(each.chain) for each in recorded), default=0),
        supported_by=_with_value(recorded, "supports"),
        opposed_by=_with_value(recorded, "opposes"),
        uncommitted=_with_value(recorded, "uncommitted"),
    )


def walks(dossier: Dossier, claim: str) -> list[frozenset[str]]:
    """Return the sources on each path from a publisher to an end."""
    joined = Joined(dossier)
    graph = Graph.of(supporting(joined, claim), joined)
    return [_sources(path) for path in paths_of(graph, end_nodes(graph, joined))]


def uncited(dossier: Dossier, claim: str) -> frozenset[str]:
    """Return the publishers that nobody cites."""
    joined = Joined(dossier)
    return _sources(Graph.of(supporting(joined, claim), joined).uncited)


def _sources(nodes: frozenset[Node]) -> frozenset[str]:
    return frozenset(each for each in nodes if isinstance(each, str))


def _with_value(attributions: list[Attribution], value: str) -> frozenset[str]:
    return frozenset(str(each.id) for each in attributions if value_of(each) == value)
