"""Laws of fusion: order is nothing, parts add up, and who gains what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.confidence import (
    Opinion,
    averaging_fusion,
    consensus_compromise_fusion,
    constraint_fusion,
    cumulative_fusion,
    weighted_fusion,
)
from claimtrack.testing import opinions

if TYPE_CHECKING:
    from collections.abc import Callable

SLACK = 1e-9
UNSURE = opinions(min_uncertainty=1e-3)
SEVERAL = st.lists(UNSURE, min_size=1, max_size=6)

FUSIONS = [
    cumulative_fusion,
    averaging_fusion,
    weighted_fusion,
    consensus_compromise_fusion,
    constraint_fusion,
]


def same(one: Opinion, other: Opinion, slack: float = SLACK) -> bool:
    """Return whether belief and disbelief are the same, but for rounding."""
    return (
        abs(one.belief - other.belief) < slack
        and abs(one.disbelief - other.disbelief) < slack
    )


@pytest.mark.parametrize("fuse", FUSIONS)
@given(several=SEVERAL, data=st.data())
def test_the_order_changes_no_bit(
    fuse: Callable[..., Opinion], several: list[Opinion], data: st.DataObject
) -> None:
    """And parts add up to one."""
    fused = fuse(several)
    assert fused == fuse(data.draw(st.permutations(several)))
    total = fused.belief + fused.disbelief + fused.uncertainty
    assert total == pytest.approx(1, abs=SLACK)


@pytest.mark.parametrize(
    "fuse", [averaging_fusion, weighted_fusion, consensus_compromise_fusion]
)
@given(one=UNSURE, number=st.integers(1, 5))
def test_the_same_again_is_the_same(
    fuse: Callable[..., Opinion], one: Opinion, number: int
) -> None:
    """Where all judge the same evidence."""
    assert same(fuse([one] * number), one)


@pytest.mark.parametrize(
    "fuse", [cumulative_fusion, weighted_fusion, constraint_fusion]
)
@given(several=SEVERAL, base_rate=st.floats(0, 1))
def test_whoever_knows_nothing_changes_nothing(
    fuse: Callable[..., Opinion], several: list[Opinion], base_rate: float
) -> None:
    """A vacuous opinion is neutral."""
    fused = fuse([*several, Opinion.vacuous(base_rate)])
    assert same(fused, fuse(several))


@given(SEVERAL, SEVERAL)
def test_evidence_adds_up_in_any_grouping(
    some: list[Opinion], others: list[Opinion]
) -> None:
    """Cumulative fusion alone may be done piece by piece."""
    at_once = cumulative_fusion(some, others)
    by_pieces = cumulative_fusion(cumulative_fusion(some), cumulative_fusion(others))
    assert same(at_once, by_pieces)
    # Without any evidence a base rate is only the mean of those that were given.
    if at_once.uncertainty < 1 - SLACK:
        assert at_once.base_rate == pytest.approx(by_pieces.base_rate, abs=1e-3)


@given(SEVERAL)
def test_more_evidence_is_surer(several: list[Opinion]) -> None:
    """Than any of its parts; averages lie between theirs."""
    fused = cumulative_fusion(several)
    unsure = [each.uncertainty for each in several]
    assert fused.uncertainty <= min(unsure) + SLACK
    for fuse in (averaging_fusion, weighted_fusion):
        assert min(unsure) - SLACK <= fuse(several).uncertainty <= max(unsure) + SLACK


@given(st.lists(opinions(), min_size=1, max_size=5), st.data())
def test_dogmatic_opinions_keep_the_laws(
    several: list[Opinion], data: st.DataObject
) -> None:
    """Where they are allowed; constraints may have no result."""
    for fuse in FUSIONS[:-1]:
        fused = fuse(several, allow_dogmatic=True)
        shuffled = data.draw(st.permutations(several))
        assert fused == fuse(shuffled, allow_dogmatic=True)
