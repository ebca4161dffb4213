"""The supporting chains of a claim, read together: graph, ends, circles, exits."""

from __future__ import annotations

import functools
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from claimtrack.lineage._ends import End, ends_at
from claimtrack.lineage._trace._cut import find_cut
from claimtrack.lineage._trace._cycles import find_cycles
from claimtrack.lineage._trace._graph import Graph
from claimtrack.lineage._trace._independence import find_independence
from claimtrack.lineage._trace._individuals import count_individuals
from claimtrack.lineage._trace._single_points import find_single_points
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.lineage._trace._independence import Independence
    from claimtrack.lineage._trace._individuals import Individuals
    from claimtrack.records import Chain

__all__ = ["SupportingChains"]


@attrs.frozen
class SupportingChains:
    """The supporting chains of a claim, read together.

    Results that take longer than reading the chains are computed once, when needed.

    Attributes:
        graph: who cites whom.
        ends: where the voices stop, sorted by source and kind, candidates last.
        cycles: the sources of each cyclic component, sorted.
        exits: the nodes at which a path has reached an end, or candidates at an end.
        ending: the nodes that are an end themselves.
        view: the view of the dossier.
    """

    graph: Graph
    ends: tuple[End, ...]
    cycles: tuple[tuple[str, ...], ...]
    exits: AbstractSet[int]
    ending: AbstractSet[int]
    view: View = attrs.field(eq=False, repr=False)

    @classmethod
    def of_chains(cls, chains: Iterable[Chain], view: View) -> SupportingChains:
        """Return these chains, read together; linear in their links."""
        graph = Graph.of_chains(chains, view.sources)
        own = _own_ends(graph, view)
        cycles = find_cycles(graph.after)
        circular = [each for each in cycles if _is_closed(each, graph, own)]
        ends = [end for found in own.values() for end in found]
        ends += [End(min(graph.names(each)), "circular") for each in circular]
        if graph.unsettled:
            # Candidates have no kind of source that matters.
            ends += ends_at(None, "unresolved", graph.unsettled, str, cites_on=False)
        return cls(
            graph=graph,
            ends=tuple(sorted(ends, key=_place)),
            cycles=tuple(sorted(graph.names(each) for each in cycles)),
            exits={*own, *graph.hanging, *(node for each in circular for node in each)},
            ending=own.keys(),
            view=view,
        )

    @property
    def publishers(self) -> tuple[str, ...]:
        """The sources that begin a chain, sorted."""
        return self.graph.names(self.graph.heads)

    @property
    def origins(self) -> tuple[End, ...]:
        """The ends that are origins: neither open nor circular."""
        return tuple(each for each in self.ends if each.origins)

    @property
    def origin_ids(self) -> set[str]:
        """The ids of the sources and documents that are origins."""
        return {key for end in self.ends for key in end.origins}

    @functools.cached_property
    def individuals(self) -> Individuals:
        """How many voices are behind the origins, and which certainly differ."""
        return count_individuals(self.ends, self.view)

    @functools.cached_property
    def independence(self) -> tuple[Independence, tuple[str, ...]]:
        """Whether two origins are independent, and which two if that is known."""
        return find_independence(self.origin_ids, self.view)

    def can_be_lost(self, node: int) -> bool:
        """Return whether losing a source could matter to other chains.

        Losing a publisher that nobody cites only takes away its own report, unless it
        is an end itself.
        """
        return node in self.graph.cited or node in self.ending

    @functools.cached_property
    def single_points(self) -> tuple[str, ...]:
        """The sources whose loss alone leaves no path to any end, sorted."""
        graph = self.graph
        if graph.is_bare:
            return ()
        found = find_single_points(graph.after, graph.starts, self.exits)
        return graph.names(filter(self.can_be_lost, found))

    @property
    def bottlenecks(self) -> tuple[str, ...]:
        """The single points that are neither origins nor uncited publishers."""
        if not self.single_points:
            return ()
        others = self.origin_ids.union(self.graph.uncited())
        return tuple(each for each in self.single_points if each not in others)

    def cut(self) -> tuple[str, ...]:
        """Return the smallest set of sources whose loss leaves no path, sorted.

        If there are several, this is the one that leaves the fewest sources within
        reach of the publishers. Empty if a path only has candidates, with or without a
        publisher that nobody cites.
        """
        graph = self.graph
        fixed = {each for each in graph.starts if not self.can_be_lost(each)}
        if graph.is_bare or not fixed.isdisjoint(self.exits):
            return ()
        # Sources that cannot be lost are not cited, so paths begin at what they cite.
        behind = {each for node in fixed for each in graph.after[node]}
        starts = (graph.starts - fixed) | behind
        return graph.names(find_cut(graph.after, starts, self.exits))


def _own_ends(graph: Graph, view: View) -> dict[int, tuple[End, ...]]:
    """Return the ends at each node that is an end."""
    found: dict[int, tuple[End, ...]] = {}
    for node, links in graph.last.items():
        key = graph.ids[node]
        ends = ends_at(
            key,
            view.sources.kind(key),
            links,
            view.documents.original_of,
            cites_on=graph.cites_on(node),
        )
        if ends:
            found[node] = ends
    return found


def _is_closed(
    cycle: Sequence[int], graph: Graph, own: dict[int, tuple[End, ...]]
) -> bool:
    """Return whether a circle has no way out and no end of its own."""
    inside = set(cycle)
    return not any(
        node in own or node in graph.hanging or graph.after[node] - inside
        for node in cycle
    )


def _place(end: End) -> tuple[bool, str, str]:
    return end.source is None, end.source or "", end.kind
