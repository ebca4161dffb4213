"""Cycles, single points, the cut, the heaviest set: against trying everything."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.lineage._trace._cut import find_cut
from claimtrack.lineage._trace._cycles import find_cycles
from claimtrack.lineage._trace._single_points import find_single_points
from claimtrack.view._heaviest import find_heaviest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

Graph: TypeAlias = tuple[list[set[int]], set[int], set[int]]

NODES = 7


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Return what each node leads to, where paths begin, and where they end."""
    nodes = st.integers(0, NODES - 1)
    some = st.sets(nodes, max_size=4)
    after = draw(st.lists(some, min_size=NODES, max_size=NODES))
    return after, draw(some), draw(some)


def reach(
    after: list[set[int]], starts: Iterable[int], lost: AbstractSet[int] = frozenset()
) -> set[int]:
    """Return what can be reached when some nodes are lost."""
    todo = [each for each in starts if each not in lost]
    seen = set(todo)
    while todo:
        new = after[todo.pop()] - seen - lost
        seen |= new
        todo.extend(new)
    return seen


@given(graphs())
def test_a_cycle_is_all_that_leads_to_each_other(graph: Graph) -> None:
    """Each node that can reach itself, with whom it reaches and is reached by."""
    after, _, _ = graph
    reached = [reach(after, targets) for targets in after]
    expected = {
        tuple(w for w in range(NODES) if w in reached[v] and v in reached[w])
        for v in range(NODES)
        if v in reached[v]
    }
    assert [tuple(each) for each in find_cycles(after)] == sorted(expected)


@given(graphs())
def test_losing_a_single_point_leaves_no_path(graph: Graph) -> None:
    """And losing any other node leaves one."""
    after, starts, exits = graph
    has_path = bool(reach(after, starts) & exits)
    expected = {v for v in range(NODES) if not reach(after, starts, {v}) & exits}
    found = find_single_points(after, starts, exits)
    assert set(found) == (expected if has_path else set())
    assert len(found) == len(set(found))


@given(graphs())
def test_the_cut_is_the_smallest_that_leaves_the_fewest(graph: Graph) -> None:
    """Of all sets of nodes without which there is no path; there is only one."""
    after, starts, exits = graph
    cuts = [
        set(lost)
        for size in range(NODES + 1)
        for lost in combinations(range(NODES), size)
        if not reach(after, starts, set(lost)) & exits
    ]
    size = len(cuts[0])
    order = [
        (len(reach(after, starts, each)), each) for each in cuts if len(each) == size
    ]
    fewest = min(number for number, _ in order)
    assert [each for number, each in order if number == fewest] == [
        find_cut(after, starts, exits)
    ]


@given(st.data())
def test_no_other_set_is_heavier(data: st.DataObject) -> None:
    """Of sets in which each two are different."""
    weights = data.draw(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 4)))
    pairs = [frozenset(each) for each in combinations("abcdef", 2)]
    different = data.draw(st.sets(st.sampled_from(pairs)))
    found = find_heaviest(
        weights, lambda one, other: frozenset((one, other)) in different
    )
    allowed = [
        each
        for size in range(len(weights) + 1)
        for each in combinations(sorted(weights), size)
        if all(frozenset(pair) in different for pair in combinations(each, 2))
    ]
    assert found.ids in allowed
    assert found.weight == sum(weights[each] for each in found.ids)
    assert found.weight == max(sum(weights[key] for key in each) for each in allowed)
    assert found.is_sure


def test_a_path_that_is_in_the_way_is_pushed_back() -> None:
    """The shortest way takes what another needs, and has to go a longer one."""
    after: list[set[int]] = [{2, 3}, {2}, {4}, {5}, set(), {6}, set()]
    assert find_cut(after, {0, 1}, {4, 6}) == {0, 1}
    assert find_cut(after, {0, 1}, {4}) == {2}
