"""All supporting chains together: who goes by whom, paths, and what losing one does."""

from __future__ import annotations

from itertools import chain, combinations, pairwise
from typing import TYPE_CHECKING

import attrs

from lineage_oracle._chains import Node, Run, voices_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from claimtrack import Attribution
    from lineage_oracle._joining import Joined

__all__ = ["Graph", "cut_of", "cycles_of", "paths_of", "reach", "single_points_of"]


@attrs.frozen(kw_only=True)
class Graph:
    """Edges from voice to voice, and who stands outside and at the end of chains."""

    chains: tuple[tuple[Run, ...], ...]

    @classmethod
    def of(cls, attributions: Iterable[Attribution], joined: Joined) -> Graph:
        """Read the voices of chains."""
        return cls(chains=tuple(tuple(voices_of(a, joined)) for a in attributions))

    @property
    def nodes(self) -> frozenset[Node]:
        """Every voice."""
        return frozenset(run.node for voices in self.chains for run in voices)

    @property
    def sources(self) -> frozenset[str]:
        """Every voice that is somebody."""
        return frozenset(each for each in self.nodes if isinstance(each, str))

    @property
    def heads(self) -> frozenset[Node]:
        """The first of each chain."""
        return frozenset(voices[0].node for voices in self.chains)

    @property
    def edges(self) -> frozenset[tuple[Node, Node]]:
        """From each voice to the one that it cites."""
        return frozenset(
            (one.node, other.node)
            for voices in self.chains
            for one, other in pairwise(voices)
        )

    @property
    def uncited(self) -> frozenset[Node]:
        """The heads that nobody cites."""
        return self.heads - {cited for _, cited in self.edges}


def reach(
    graph: Graph, starts: Iterable[Node], without: Collection[Node] = ()
) -> frozenset[Node]:
    """Return what one gets to from somewhere, where some are lost."""
    reached = {each for each in starts if each not in without}
    for _ in graph.nodes:
        reached |= {
            cited
            for citing, cited in graph.edges
            if citing in reached and cited not in without
        }
    return frozenset(reached)


def cycles_of(graph: Graph) -> frozenset[frozenset[Node]]:
    """Return the sets of those who go by each other, or by themselves."""
    after = {
        node: reach(graph, [cited for citing, cited in graph.edges if citing == node])
        for node in graph.nodes
    }
    return frozenset(
        frozenset(other for other in after[node] if node in after[other])
        for node in graph.nodes
        if node in after[node]
    )


def paths_of(graph: Graph, ends: Collection[Node]) -> Iterator[frozenset[Node]]:
    """Walk every way from a head to an end that meets nobody twice."""
    ways: list[tuple[Node, ...]] = [(head,) for head in graph.heads]
    while ways:
        way = ways.pop()
        if way[-1] in ends:
            yield frozenset(way)
        ways += [
            (*way, cited)
            for citing, cited in graph.edges
            if citing == way[-1] and cited not in way
        ]


def single_points_of(
    paths: Collection[frozenset[Node]], losable: frozenset[str]
) -> frozenset[str]:
    """Return those who stand on every path."""
    return frozenset(
        each for each in losable if paths and all(each in path for path in paths)
    )


def cut_of(
    graph: Graph, paths: Collection[frozenset[Node]], losable: frozenset[str]
) -> frozenset[str]:
    """Try all sets, the small ones first; of those that do, take the outermost."""
    if not paths:
        return frozenset()
    # Who is on no path is in no smallest set.
    on_paths = sorted(losable & frozenset(chain.from_iterable(paths)))
    for size in range(1, len(on_paths) + 1):
        found = [
            frozenset(some)
            for some in combinations(on_paths, size)
            if all(path.intersection(some) for path in paths)
        ]
        if found:
            left = {some: _sources_within_reach(graph, some) for some in found}
            fewest = [some for some in found if left[some] == min(left.values())]
            assert len(fewest) == 1, "design.md says that it is unique"
            return fewest[0]
    return frozenset()


def _sources_within_reach(graph: Graph, lost: frozenset[str]) -> int:
    return len(graph.sources & reach(graph, graph.heads, lost))
