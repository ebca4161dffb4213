"""Chains, claims and cycles of a size that nobody records by hand."""

from __future__ import annotations

import sys
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack import (
    Attribution,
    Claim,
    Document,
    Dossier,
    Link,
    Source,
    lineage,
)

if TYPE_CHECKING:
    from types import FrameType

    from claimtrack.records import Placement

LONGEST: Final = 10_000
"""Links that a chain may have."""

MANY: Final = [2_000, pytest.param(100_000, marks=pytest.mark.long)]
"""So many chains on one claim."""


def dossier_of(chains: list[list[str]]) -> Dossier:
    """Return a dossier of outlets that go by each other; "p" is a person."""
    made = Dossier()
    for key in dict.fromkeys(key for chain in chains for key in chain):
        made.add(Source(id=key, kind="person" if key == "p" else "outlet", name=key))
    made.add(Claim(id="c", text="A claim"))
    for number, chain in enumerate(chains):
        made.add(Attribution(id=f"a{number:06}", claim="c", chain=chain))
    return made


def outlets(count: int) -> list[str]:
    """Return so many ids, in their order."""
    return [f"o{number:06}" for number in range(count)]


def test_a_chain_of_ten_thousand_links() -> None:
    """Everybody on it but its publisher is a single point."""
    chain = [*outlets(LONGEST - 1), "p"]
    dossier = dossier_of([chain])
    answer = lineage.trace(dossier, "c")
    assert answer.depth == LONGEST
    assert [each.source for each in answer.ends] == ["p"]
    assert answer.single_points == tuple(chain[1:])
    assert answer.bottlenecks == tuple(chain[1:-1])
    assert answer.cut == (chain[1],)
    assert lineage.impact(dossier, retract=[chain[5_000]]).falls == ("c",)
    values = lineage.factuality(dossier.attributions[0])
    assert values == ("Uu",) * (LONGEST - 1) + ("CT+",)
    assert str(answer)


def test_a_chain_that_comes_back_to_its_beginning() -> None:
    """All on it go round in one circle; only its publisher leads there."""
    keys = outlets(LONGEST - 1)
    answer = lineage.trace(dossier_of([[*keys, keys[0]]]), "c")
    assert answer.cycles == (tuple(keys),)
    assert [(each.source, each.kind) for each in answer.ends] == [(keys[0], "circular")]
    assert answer.single_points == answer.cut == (keys[0],)


def test_two_long_chains_side_by_side() -> None:
    """The cut goes through both, as far out as it can."""
    one = [f"x{key}" for key in outlets(LONGEST // 2)]
    other = [f"y{key}" for key in outlets(LONGEST // 2)]
    answer = lineage.trace(dossier_of([[*one, "p"], [*other, "q"]]), "c")
    assert answer.single_points == ()
    assert answer.cut == (one[1], other[1])


@pytest.mark.parametrize("many", MANY)
def test_many_chains_on_one_claim(many: int) -> None:
    """So many outlets that go by one agency, and it by one person: one origin."""
    chains = [[key, "agency", "p"] for key in outlets(many)]
    dossier = dossier_of(chains)
    answer = lineage.trace(dossier, "c")
    assert len(answer.publishers) == len(answer.supported_by) == many
    assert answer.bottlenecks == answer.cut == ("agency",)
    assert answer.single_points == ("agency", "p")
    assert (answer.individuals.lo, answer.individuals.hi) == (1, 1)
    assert answer.independence == "single"
    assert lineage.impact(dossier, retract=["p"]).falls == ("c",)
    assert lineage.impact(dossier, retract=["o000007"]).weakened == ("c",)


@pytest.mark.parametrize("many", MANY)
def test_a_cycle_through_all_of_them(many: int) -> None:
    """Each goes by the next and the last by the first: one circle, and no origin."""
    keys = outlets(many)
    ring = [*pairwise(keys), (keys[-1], keys[0])]
    answer = lineage.trace(dossier_of([list(each) for each in ring]), "c")
    assert answer.cycles == (tuple(keys),)
    assert [(each.source, each.kind) for each in answer.ends] == [(keys[0], "circular")]
    assert answer.origins == ()
    assert answer.independence == "none"
    assert (answer.individuals.lo, answer.individuals.hi) == (0, 0)
    assert answer.single_points == ()
    assert answer.cut == tuple(keys)


@pytest.mark.parametrize("many", MANY)
def test_a_cycle_of_which_one_goes_on(many: int) -> None:
    """The one through whom all come out of the circle is the bottleneck."""
    keys = outlets(many)
    ring = [*pairwise(keys), (keys[-1], keys[0])]
    chains = [*(list(each) for each in ring), [keys[3], "p"]]
    answer = lineage.trace(dossier_of(chains), "c")
    assert answer.cycles == (tuple(keys),)
    assert [(each.source, each.kind) for each in answer.ends] == [("p", "stated")]
    assert answer.single_points == (keys[3], "p")
    assert answer.bottlenecks == answer.cut == (keys[3],)


def relays(count: int) -> Dossier:
    """Return a dossier with so many headlines, bodies, relays and reports of each."""
    made = Dossier()
    made.add(Source(id="p", kind="person", name="p"))
    made.add(Source(id="q", kind="person", name="q"))
    made.add(Source(id="u", kind="unnamed", description="officials"))
    for key in ("o1", "o2", "o3"):
        made.add(Source(id=key, kind="outlet", name=key))
    made.add(Claim(id="c", text="A claim"))
    for key in ("d1", "d2", "d3"):
        made.add(Document(id=key, kind="report", title=key))
    for number in range(count):
        link = Link(source="o2", document="d2")
        hedged = Link(source="p", attitude="belief", ground_rules="background")
        told: list[tuple[str, list[Link | str], str, Placement]] = [
            ("a", ["o1", link, "p"], "d1", "headline"),
            ("b", ["o2", hedged], "d2", "body"),
            ("e", ["o1", "o3"], "d1", "body"),
            ("f", ["o3", "u"], "d3", "body"),
        ]
        for key, chain, document, placement in told:
            attribution = Attribution(
                id=f"{key}{number}",
                claim="c",
                chain=chain,
                document=document,
                placement=placement,
            )
            made.add(attribution)
    return made


def work(count: int) -> int:
    """Return how many functions are called for drift in a dossier of so many."""
    dossier, calls = relays(count), Counter[str]()

    def step(_frame: FrameType, event: str, _what: object) -> None:
        calls[event] += 1

    before = sys.getprofile()
    sys.setprofile(step)
    try:
        found = lineage.drift(dossier)
    finally:
        sys.setprofile(before)
    kinds = {"factuality", "attitude", "ground-rules", "anonymity", "headline"}
    assert {each.kind for each in found} == kinds
    assert len(found) == 5 * count
    return calls["call"] + calls["c_call"]


def test_drift_is_linear_where_many_are_compared_with_many() -> None:
    """Twice as many of one claim in one document are twice the work."""
    assert work(200) < 2.2 * work(100)
