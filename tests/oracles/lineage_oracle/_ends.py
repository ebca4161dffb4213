"""Where the voices stop, what kind of end that is, and who speaks for himself there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from lineage_oracle._graph import Graph, cycles_of, reach

if TYPE_CHECKING:
    from claimtrack import Link
    from lineage_oracle._chains import Node
    from lineage_oracle._joining import Joined

__all__ = ["End", "Origin", "end_nodes", "ends_of", "origins_of"]

Origin: TypeAlias = tuple[str, str]
"""What it is, source or document, and its id."""

STATED: Final = ("person", "organization", "group")
LASTING: Final = ("witnessed", "document")
"""Ends that stay ends where their source cites on."""


@attrs.frozen(kw_only=True)
class End:
    """One end: a source and a kind, with what its last links say about it."""

    source: str | None
    kind: str
    bases: frozenset[str]
    documents: frozenset[str]

    @property
    def origins(self) -> frozenset[Origin]:
        """Those who speak for themselves here."""
        if self.kind in ("open", "circular") or self.source is None:
            return frozenset()
        if self.documents:
            return frozenset(("document", each) for each in self.documents)
        return frozenset({("source", self.source)})


def ends_of(graph: Graph, joined: Joined) -> frozenset[End]:
    """Return the ends of all chains."""
    last = [voices[-1] for voices in graph.chains]
    found: set[End] = set()
    for node in {run.node for run in last}:
        if not isinstance(node, str):
            found.add(_unsettled())
            continue
        links = [link for run in last if run.node == node for link in run.links]
        cites_on = any(citing == node for citing, _ in graph.edges)
        found |= {
            end
            for end in _ends_of_source(joined, node, links)
            if not cites_on or end.kind in LASTING
        }
    for cycle in circles_of(graph, found):
        least = min(each for each in cycle if isinstance(each, str))
        found.add(
            End(
                source=least,
                kind="circular",
                bases=frozenset(),
                documents=frozenset(),
            )
        )
    return frozenset(found)


def _unsettled() -> End:
    return End(source=None, kind="open", bases=frozenset(), documents=frozenset())


def _ends_of_source(joined: Joined, source: str, links: list[Link]) -> set[End]:
    kind_of_source = joined.merged(source).kind
    based = [link for link in links if link.basis != "unknown"]
    by_kind: dict[str, list[Link]] = {}
    for link in based or links:
        by_kind.setdefault(kind_of_end(kind_of_source, link), []).append(link)
    if len(by_kind) > 1:
        by_kind.pop("open", None)
    return {
        End(
            source=source,
            kind=kind,
            bases=frozenset(link.basis for link in some),
            documents=frozenset(
                joined.original(paper)
                for link in some
                for paper in link.evidence
                if kind == "document"
            ),
        )
        for kind, some in by_kind.items()
    }


def kind_of_end(kind_of_source: str, link: Link) -> str:
    """Return what kind of end a last link is, seen by itself."""
    if link.basis == "hearsay":
        return "open"
    if kind_of_source in STATED:
        return "stated"
    if kind_of_source == "unnamed":
        return "unnamed"
    if kind_of_source == "outlet" and link.basis in ("witnessed", "participant"):
        return "witnessed"
    if kind_of_source == "outlet" and link.basis == "document":
        return "document"
    return "open"


def circles_of(graph: Graph, found: set[End]) -> frozenset[frozenset[Node]]:
    """Return the cycles that nothing leads out of, and where nobody ends."""
    ending = {end.source for end in found}
    return frozenset(
        cycle
        for cycle in cycles_of(graph)
        if reach(graph, cycle) == cycle and not ending & cycle
    )


def end_nodes(graph: Graph, joined: Joined) -> frozenset[Node]:
    """Return where a path may stop: at an end, or anywhere in a circle."""
    ends = {each for each in ends_of(graph, joined) if each.kind != "circular"}
    stops: set[Node] = {end.source for end in ends if end.source is not None}
    stops |= {
        voices[-1].node
        for voices in graph.chains
        if not isinstance(voices[-1].node, str)
    }
    return frozenset(stops.union(*circles_of(graph, ends)))


def origins_of(ends: frozenset[End]) -> frozenset[Origin]:
    """Return all that speak for themselves."""
    return frozenset(origin for end in ends for origin in end.origins)
