"""The graph of supporting chains: who cites whom, from publishers inward.

Nodes are numbers, so that many or long chains can be followed quickly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from claimtrack.lineage._voices import voices
from claimtrack.records import Link

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Chain
    from claimtrack.view import Sources

__all__ = ["Graph"]


@attrs.frozen
class Graph:
    """The voices of chains as nodes, with an edge from each voice to the one it cites.

    A link with candidates is not a node, because it cannot be lost; its edges pass
    through it. The attributes note where a chain begins or ends with such a link.

    Attributes:
        ids: the least id of the source of each node.
        after: the nodes that each node cites; itself only through candidates.
        heads: the nodes that begin a chain: the publishers.
        cited: the nodes that a voice cites, whether or not that voice is settled.
        starts: the first node of each chain: heads, and nodes that candidates cite
            first.
        last: the last links of the chains that end at a node.
        hanging: the nodes that cite candidates after whom no voice follows.
        unsettled: the last links that have candidates.
        is_bare: whether a chain has candidates and no other voice.
    """

    ids: Sequence[str]
    after: Sequence[AbstractSet[int]]
    heads: AbstractSet[int]
    cited: AbstractSet[int]
    starts: AbstractSet[int]
    last: Mapping[int, Sequence[Link]]
    hanging: AbstractSet[int]
    unsettled: Sequence[Link]
    is_bare: bool

    @classmethod
    def of_chains(cls, chains: Iterable[Chain], sources: Sources) -> Graph:
        """Return the graph of these chains; linear in their links."""
        drawing = _Drawing()
        for chain in chains:
            drawing.add(chain, sources)
        return cls(
            ids=drawing.ids,
            after=drawing.after,
            heads=drawing.heads,
            cited=drawing.cited,
            starts=drawing.starts,
            last=drawing.last,
            hanging=drawing.hanging,
            unsettled=drawing.unsettled,
            is_bare=drawing.is_bare,
        )

    def cites_on(self, node: int) -> bool:
        """Return whether the source of a node cites somebody in any chain."""
        return bool(self.after[node]) or node in self.hanging

    def names(self, nodes: Iterable[int]) -> tuple[str, ...]:
        """Return the source ids of nodes, sorted."""
        return tuple(sorted(self.ids[node] for node in nodes))

    def uncited(self) -> tuple[str, ...]:
        """Return the publishers that nobody cites."""
        return self.names(self.heads - self.cited)


class _Drawing:
    """A graph that is being built, chain by chain."""

    def __init__(self) -> None:
        """Start with an empty graph."""
        self.nodes: dict[str, int] = {}
        self.ids: list[str] = []
        self.after: list[set[int]] = []
        self.heads: set[int] = set()
        self.cited: set[int] = set()
        self.starts: set[int] = set()
        self.last: dict[int, list[Link]] = {}
        self.hanging: set[int] = set()
        self.unsettled: list[Link] = []
        self.is_bare = False

    def add(self, chain: Chain, sources: Sources) -> None:
        """Add one chain to the graph."""
        before: int | None = None
        is_passed_on = False
        first, key = 0, ""
        spoken = voices(chain)
        least_of, nodes = sources.least_of, self.nodes
        for place, link in enumerate(spoken):
            if link.source is None:
                is_passed_on = True
                continue
            key = least_of(link.source)
            node = nodes[key] if key in nodes else self._new_node(key)
            # Neighbouring links of one source count as one.
            if node != before or is_passed_on:
                self._step(before, node, is_passed_on=is_passed_on)
                first = place
            before, is_passed_on = node, False
        if not is_passed_on and before is not None:
            last = self.last.setdefault(before, [])
            last += spoken[first:]
            for link in chain.links[len(spoken) :]:
                if link.source is None or least_of(link.source) != key:
                    break
                last.append(link)
            return
        self.unsettled.append(spoken[-1])
        if before is None:
            self.is_bare = True
        else:
            self.hanging.add(before)

    def _new_node(self, key: str) -> int:
        node = self.nodes[key] = len(self.ids)
        self.ids.append(key)
        self.after.append(set())
        return node

    def _step(self, before: int | None, node: int, *, is_passed_on: bool) -> None:
        """Add the step into a node: from a voice, or as the first node of its chain."""
        if before is not None:
            self.after[before].add(node)
            self.cited.add(node)
            return
        self.starts.add(node)
        # Candidates that come before this node are the publisher, and cite it.
        (self.cited if is_passed_on else self.heads).add(node)
