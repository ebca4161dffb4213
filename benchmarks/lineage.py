"""How fast chains are followed, beside networkx and rustworkx on the same graphs.

Run it from the repository's top::

    uv run --group bench python benchmarks/lineage.py [LINKS ...]

For claims of 1,000, 10,000 and 100,000 links (or as many as are asked for) it prints
CPU milliseconds, and the most MiB that are held beyond what is there already: from
chains to a graph (ours also tells voices from holders and keeps the last links), cyclic
components, single points, the cut, and all that `trace` does.
Single points are the dominators of the ends; networkx and rustworkx return the whole
tree of dominators. The cut is compared where networkx answers in reasonable time.
Machines differ and are shared: the ratios of one run are what counts.

Before anything is measured, the answers are compared.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

import networkx as nx
import rustworkx as rx
from measures import peak

from claimtrack import Chain, Dossier
from claimtrack.lineage import trace
from claimtrack.lineage._trace._cut import find_cut
from claimtrack.lineage._trace._cycles import find_cycles
from claimtrack.lineage._trace._graph import Graph
from claimtrack.lineage._trace._single_points import find_single_points
from claimtrack.lineage._trace._supporting_chains import SupportingChains
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

Work: TypeAlias = "Callable[[], object]"

SIZES: Final = (1_000, 10_000, 100_000)
RUNS: Final = 3
LINKS: Final = 5
"""Links of a chain: a publisher, two relays, the wire, an origin."""

CUT_UP_TO: Final = 1_000
"""Links up to which networkx is asked for a cut."""


def build_dossier(links: int) -> Dossier:
    """Return a claim whose chains run through relays and one wire, some in circles."""
    chance = random.Random(links)  # noqa: S311  the same graphs each time
    d = Dossier(title="Benchmark")
    claim = d.claim("Something happened")
    count = links // LINKS
    wire = d.outlet("Wire")
    relays = [d.outlet(f"Relay {n}") for n in range(count)]
    people = [d.person(f"Person {n}") for n in range(max(1, count // 2))]
    for number in range(count):
        publisher = d.outlet(f"Publisher {number}")
        first, second = chance.sample(relays, 2)
        told = [publisher, first, second, wire, chance.choice(people)]
        d.attribute(claim, Chain(links=told))
    return d


def measure(work: Callable[[], object]) -> float:
    """Return the median CPU milliseconds of `work` over several runs."""
    times: list[float] = []
    for _ in range(RUNS):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return statistics.median(times) * 1000


def paths_in_networkx(chains: list[Chain]) -> nx.DiGraph[str | None]:
    """Return the graph of some chains, of sources alone."""
    made: nx.DiGraph[str | None] = nx.DiGraph()
    for chain in chains:
        nx.add_path(made, [each.source for each in chain])
    return made


def paths_in_rustworkx(chains: list[Chain]) -> rx.PyDiGraph[None, None]:
    """Return the graph of some chains, of sources alone."""
    nodes: dict[str | None, int] = {}
    edges: set[tuple[int, int]] = set()
    for chain in chains:
        path = [nodes.setdefault(each.source, len(nodes)) for each in chain]
        edges.update(pairwise(path))
    made: rx.PyDiGraph[None, None] = rx.PyDiGraph()
    made.add_nodes_from([None] * len(nodes))
    made.add_edges_from_no_data(list(edges))
    return made


def main() -> None:
    """Measure and print."""
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    heads = " ".join(f"{each:>9}" for each in ("ours", "networkx", "rustworkx"))
    print(f"{'links':>8} {'work':18} {heads}  ms, {heads}  MiB")
    for size in sizes:
        for name, *works in works_of(size):
            most = " ".join(_shown(each and peak(each)) for each in works)
            spent = " ".join(_shown(each and measure(each)) for each in works)
            print(f"{size:8} {name:18} {spent}      {most}", flush=True)


def _shown(figure: float | None) -> str:
    return f"{'-':>9}" if figure is None else f"{figure:9.1f}"


def works_of(size: int) -> list[tuple[str, Work, Work | None, Work | None]]:
    """Return a row for each work: ours, networkx, rustworkx."""
    dossier = build_dossier(size)
    view = View.of(dossier)
    chains = [each.chain for each in view.attributions_of("c1")]
    support = SupportingChains.of_chains(chains, view)
    graph = support.graph
    start, end = len(graph.ids), len(graph.ids) + 1
    edges = [(node, each) for node, inner in enumerate(graph.after) for each in inner]
    edges += [(start, each) for each in graph.starts]
    edges += [(each, end) for each in support.exits]

    def for_networkx() -> nx.DiGraph[int]:
        return nx.DiGraph(edges)

    def for_rustworkx() -> rx.PyDiGraph[None, None]:
        made: rx.PyDiGraph[None, None] = rx.PyDiGraph()
        made.add_nodes_from([None] * (end + 1))
        made.add_edges_from_no_data(edges)
        return made

    slow, fast = for_networkx(), for_rustworkx()

    def single_points() -> list[int]:
        return find_single_points(graph.after, graph.starts, support.exits)

    def cut() -> set[int]:
        return find_cut(graph.after, graph.starts, support.exits)

    dominators = nx.immediate_dominators(slow, start)
    passed, node = [], dominators[end]
    while node != start:
        passed.append(node)
        node = dominators[node]
    if sorted(passed) != sorted(single_points()):
        raise SystemExit("the single points differ")
    cyclic = sum(len(each) > 1 for each in nx.strongly_connected_components(slow))
    if cyclic != len(find_cycles(graph.after)):
        raise SystemExit("the cyclic components differ")
    small = size <= CUT_UP_TO
    if small and len(nx.minimum_node_cut(slow, start, end)) != len(cut()):
        raise SystemExit("the cuts differ in size")
    return [
        (
            "chains to graph",
            lambda: Graph.of_chains(chains, view.sources),
            lambda: paths_in_networkx(chains),
            lambda: paths_in_rustworkx(chains),
        ),
        (
            "cyclic components",
            lambda: find_cycles(graph.after),
            lambda: list(nx.strongly_connected_components(slow)),
            lambda: rx.strongly_connected_components(fast),
        ),
        (
            "single points",
            single_points,
            lambda: nx.immediate_dominators(slow, start),
            lambda: rx.immediate_dominators(fast, start),
        ),
        (
            "cut",
            cut,
            (lambda: nx.minimum_node_cut(slow, start, end)) if small else None,
            None,
        ),
        ("trace, all of it", lambda: trace(dossier, "c1"), None, None),
    ]


if __name__ == "__main__":
    main()
