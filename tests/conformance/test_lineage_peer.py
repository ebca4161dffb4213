"""What lineage finds in larger graphs, against networkx, which knows nothing of claims.

Dominators, smallest cuts, components, sinks and cliques there; single points, cut,
cycles, ends and counts here.
"""

from __future__ import annotations

import importlib
from itertools import combinations, pairwise
from random import Random
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest

from claimtrack import Attribution, Claim, Dossier, Source, lineage

if TYPE_CHECKING:
    from claimtrack.records import SourceKind

NX: Final[Any] = importlib.import_module("networkx")
"""It is untyped."""

OUTSIDE: Final = "outside"
INSIDE: Final = "inside"


@attrs.frozen(kw_only=True)
class Case:
    """A graph of sources, and the dossier of a claim whose chains make it."""

    graph: Any
    heads: tuple[str, ...]
    dossier: Dossier

    @property
    def ends(self) -> set[str]:
        """Those that cite nobody."""
        return {node for node in self.graph if not self.graph.out_degree(node)}

    @property
    def components(self) -> list[set[str]]:
        """Those that go by each other, set by set."""
        found = NX.strongly_connected_components(self.graph)
        return [each for each in found if len(each) > 1]

    @property
    def circles(self) -> list[set[str]]:
        """Those of these that nothing leads out of."""
        return [
            each
            for each in self.components
            if set().union(*(self.graph.successors(node) for node in each)) <= each
        ]

    @property
    def whole(self) -> Any:  # noqa: ANN401  networkx is untyped
        """The graph between one point outside it and one within.

        A publisher whom nobody cites cannot be lost: it is a part of the outside.
        """
        made = NX.DiGraph(self.graph.edges)
        made.add_edges_from((OUTSIDE, head) for head in self.heads)
        stops = self.ends.union(*self.circles)
        made.add_edges_from((stop, INSIDE) for stop in stops)
        for head in self.heads:
            if not self.graph.in_degree(head) and head not in self.ends:
                cited = list(made.successors(head))
                made.add_edges_from((OUTSIDE, each) for each in cited)
                made.remove_node(head)
        return made


def case(seed: int) -> Case:
    """Return a random graph, wide or narrow, with cycles or without.

    Every edge is the last of one chain, which comes to it by a shortest way from a
    publisher.
    """
    chance = Random(seed)  # noqa: S311  no secret hangs on it
    size = chance.choice((30, 100, 300))
    width = chance.choice((1, 3, 8, 20))
    back = chance.choice((0.0, 0.0, 0.02, 0.1))
    names = [f"s{number:03}" for number in range(size)]
    heads = tuple(names[: chance.randint(1, width)])
    graph = NX.DiGraph()
    graph.add_nodes_from(heads)
    for at, name in enumerate(names[len(heads) :], start=len(heads)):
        for _ in range(chance.choice((1, 1, 2, 3))):
            graph.add_edge(names[chance.randrange(max(0, at - width), at)], name)
        if chance.random() < back:
            graph.add_edge(name, chance.choice(names[max(0, at - 3 * width) : at]))
    dossier = Dossier()
    for name in chance.sample(names, size):
        is_outlet = chance.random() < 0.5
        kind: SourceKind = "outlet" if is_outlet else "person"
        dossier.add(Source(id=name, kind=kind, name=name))
    dossier.add(Claim(id="c", text="A claim"))
    ways: dict[str, list[str]] = {}
    for head in heads:
        ways |= NX.single_source_shortest_path(graph, head)
    chains = [[head] for head in heads]
    chains += [[*ways[citing], cited] for citing, cited in graph.edges]
    for number, chain in enumerate(chance.sample(chains, len(chains))):
        dossier.add(Attribution(id=f"a{number}", claim="c", chain=chain))
    made = NX.DiGraph(pair for chain in chains for pair in pairwise(chain))
    made.add_nodes_from(heads)
    return Case(graph=made, heads=heads, dossier=dossier)


SEEDS: Final = [
    *range(24),
    *(pytest.param(s, marks=pytest.mark.long) for s in range(24, 124)),
]


@pytest.fixture(scope="module", params=SEEDS)
def drawn(request: pytest.FixtureRequest) -> tuple[Case, lineage.Lineage]:
    """Return a case, and what lineage says of it."""
    made = case(request.param)
    return made, lineage.trace(made.dossier, "c")


def test_components_are_cycles(drawn: tuple[Case, lineage.Lineage]) -> None:
    """Strongly connected components of two or more are the cycles."""
    made, answer = drawn
    assert {frozenset(each) for each in answer.cycles} == {
        frozenset(each) for each in made.components
    }


def test_sinks_are_ends(drawn: tuple[Case, lineage.Lineage]) -> None:
    """So are components that nothing leads out of."""
    made, answer = drawn
    circular = {each.source for each in answer.ends if each.kind == "circular"}
    assert circular == {min(each) for each in made.circles}
    assert {each.source for each in answer.ends} == made.ends | circular


def test_dominators_are_single_points(drawn: tuple[Case, lineage.Lineage]) -> None:
    """What dominates the inside from the outside stands on every path."""
    made, answer = drawn
    above = NX.immediate_dominators(made.whole, OUTSIDE)
    found: list[str] = []
    node = above[INSIDE]
    while node != OUTSIDE:
        found.append(node)
        node = above[node]
    assert list(answer.single_points) == sorted(found)


def test_the_smallest_cut_is_the_cut(drawn: tuple[Case, lineage.Lineage]) -> None:
    """As many as networkx needs, and of all such sets the outermost."""
    made, answer = drawn
    whole = made.whole
    assert len(answer.cut) == NX.node_connectivity(whole, OUTSIDE, INSIDE)
    split = NX.DiGraph()
    for node in whole:
        can_be_lost = node not in (OUTSIDE, INSIDE)
        # Turned round: networkx takes the cut that is nearest to where it flows.
        split.add_edge(
            (node, "out"), (node, "in"), **({"capacity": 1} if can_be_lost else {})
        )
    split.add_edges_from(((two, "in"), (one, "out")) for one, two in whole.edges)
    _, (_, outer) = NX.minimum_cut(split, (INSIDE, "out"), (OUTSIDE, "in"))
    lost = [n for n in whole if (n, "in") in outer and (n, "out") not in outer]
    assert list(answer.cut) == sorted(lost)


@pytest.mark.parametrize("seed", range(12))
def test_the_heaviest_clique_is_the_least_count(seed: int) -> None:
    """Of those who are surely different from each other, as many as can be."""
    chance = Random(seed)  # noqa: S311  no secret hangs on it
    names = [f"u{number}" for number in range(chance.choice((10, 20, 40)))]
    density = chance.choice((0.3, 0.5, 0.8))
    graph = NX.Graph()
    dossier = Dossier()
    outlet, claim = dossier.outlet("O"), dossier.claim("A claim")
    for name in names:
        weight = chance.randint(1, 9)
        graph.add_node(name, weight=weight)
        officials = dossier.unnamed("officials", id=name, count=f"{weight}+")
        dossier.attribute(claim, outlet.citing(officials))
    for one, other in combinations(names, 2):
        if chance.random() < density:
            graph.add_edge(one, other)
            dossier.relate(one, "distinct-from", other)
    _, heaviest = NX.max_weight_clique(graph)
    assert lineage.trace(dossier, claim).individuals.lo == heaviest
