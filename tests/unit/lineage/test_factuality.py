"""How certain a claim is presented, link by link."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from claimtrack import Attribution, Chain, Link
from claimtrack.lineage import factuality
from claimtrack.lineage._factuality import standing
from claimtrack.records import Factuality, words
from claimtrack.testing import chains

if TYPE_CHECKING:
    from claimtrack.records import Attitude, Stance

SIZE = {"CT": 3, "PR": 2, "PS": 1, "CTu": 0, "Uu": 0}


def sure(value: str) -> int:
    """Return how sure a value is, whichever way."""
    return SIZE[value if value.endswith("u") else value[:2]]


@pytest.mark.parametrize(
    ("stance", "inner", "outer"),
    [
        ("neutral", "CT+", "Uu"),
        ("distances", "PR-", "Uu"),
        ("endorses", "PS+", "PS+"),
        ("endorses", "CTu", "CTu"),
        ("denies", "CT+", "CT-"),
        ("denies", "PR-", "PR+"),
        ("denies", "PS+", "PS-"),
        ("denies", "CTu", "CTu"),
        ("denies", "Uu", "Uu"),
    ],
)
def test_a_step_keeps_loses_or_turns(
    stance: Stance, inner: Factuality, outer: Factuality
) -> None:
    """Whatever it does, certainty is not gained."""
    last = Link(source="b", stance=stance, factuality=inner)
    told = Attribution(claim="c", chain=["a", last])
    assert factuality(told) == (outer, inner)


@pytest.mark.parametrize(
    ("attitude", "value"),
    [
        ("assertion", "CT+"),
        ("knowledge", "CT+"),
        ("belief", "PR+"),
        ("intention", "Uu"),
        ("desire", "Uu"),
    ],
)
def test_the_last_link_goes_by_its_attitude(
    attitude: Attitude, value: Factuality
) -> None:
    """Unless its factuality is recorded."""
    assert factuality(
        Attribution(claim="c", chain=[Link(source="a", attitude=attitude)])
    ) == (value,)


def test_what_is_recorded_goes_before_what_is_composed() -> None:
    """And links outside compose from it."""
    chain = [
        Link(source="a"),
        Link(source="b", stance="endorses", factuality="PR+"),
        Link(source="c", stance="denies"),
    ]
    assert factuality(Attribution(claim="c", chain=chain)) == ("PR+", "PR+", "CT+")


@given(chains(max_links=5))
def test_nothing_becomes_surer_on_the_way_out(chain: Chain) -> None:
    """PS and PR never become CT by composing; a neutral step makes it Uu."""
    values = factuality(Attribution(claim="c", chain=chain))
    assert len(values) == len(chain)
    for link, outer, after, inner in zip(
        chain, values, chain[1:], values[1:], strict=False
    ):
        if link.factuality is None:
            assert outer in words(Factuality)
            assert sure(outer) <= sure(inner)
            assert outer == "Uu" or after.stance in ("endorses", "denies")


@given(chains(max_links=4))
def test_what_a_chain_makes_of_it_is_decided_inside(chain: Chain) -> None:
    """By a step that denies, or else by the last link."""
    denied = any(each.stance == "denies" for each in chain.links[1:])
    last = factuality(Attribution(claim="c", chain=chain))[-1]
    signs = {"+": "supports", "-": "opposes", "u": "uncommitted"}
    assert standing(chain) == ("opposes" if denied else signs[last[-1]])
