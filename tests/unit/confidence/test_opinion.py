"""Opinions: checked, immutable, printable; and the evidence behind them."""

from __future__ import annotations

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.confidence import Opinion
from claimtrack.errors import InvalidRecord
from claimtrack.scales import Band
from claimtrack.testing import opinions

NAN = float("nan")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((1.1, -0.1, 0), "opinion.belief: 1.1 is not between 0 and 1"),
        ((0.5, -0.1, 0.6), "opinion.disbelief: -0.1 is not between 0 and 1"),
        ((NAN, 0.5, 0.5), "opinion.belief: nan is not between 0 and 1"),
        ((0, 0, 1, 2), "opinion.base_rate: 2 is not between 0 and 1"),
        ((0.5, 0.5, 0.5), "add up to 1.5"),
        ((0.3, 0.3, 0.3), "Make them add up to 1."),
    ],
)
def test_what_is_no_opinion_is_refused(parts: tuple[float, ...], said: str) -> None:
    """Parts outside 0 to 1, and parts that are not one together."""
    with pytest.raises(InvalidRecord) as caught:
        Opinion(*parts)
    assert said in str(caught.value)


def test_an_opinion_is_a_value() -> None:
    """Equal by content, hashable, and not to be changed."""
    one = Opinion(1, 0, 0)
    assert one == Opinion(1.0, 0.0, 0.0, 0.5)
    assert len({one, Opinion(1, 0, 0)}) == 1
    assert repr(one).startswith("Opinion(belief=1.0, disbelief=0.0,")
    with pytest.raises(FrozenInstanceError):
        one.belief = 0.5  # type: ignore[misc]


def test_it_says_what_it_comes_to() -> None:
    """The projection, the interval that is left open, and its extremes."""
    one = Opinion(0.571, 0.143, 0.286)
    assert one.projection == pytest.approx(0.714)
    assert (one.interval.lo, one.interval.hi) == pytest.approx((0.571, 0.857))
    assert str(one).startswith("71 % (belief 0.571,")
    assert Opinion.vacuous().is_vacuous
    assert Opinion.vacuous(0.2).projection == 0.2
    assert Opinion.vacuous().interval == Band(0, 1)
    assert Opinion(0.6, 0.4, 0).is_dogmatic
    assert not Opinion(0.6, 0.4 - 1e-9, 1e-9).is_dogmatic


@pytest.mark.parametrize("amounts", [(-1, 0), (0, -1), (NAN, 0), (0, 1e19)])
def test_what_is_no_evidence_is_refused(amounts: tuple[float, float]) -> None:
    """Less than none, none that could be counted, and too much."""
    with pytest.raises(InvalidRecord, match="is no evidence"):
        Opinion.from_evidence(*amounts)


def test_a_dogmatic_opinion_has_no_evidence_to_count() -> None:
    """It would be without end."""
    with pytest.raises(InvalidRecord, match="evidence without end"):
        _ = Opinion(1, 0, 0).evidence


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 1))
def test_evidence_makes_an_opinion_and_is_found_in_it(
    positive: float, negative: float, base_rate: float
) -> None:
    """Both ways, but for rounding."""
    made = Opinion.from_evidence(positive, negative, base_rate)
    assert made.evidence == pytest.approx((positive, negative), rel=1e-6, abs=1e-6)
    assert made.base_rate == base_rate


@given(opinions())
def test_the_projection_lies_in_the_interval(opinion: Opinion) -> None:
    """Whatever the base rate."""
    interval = opinion.interval
    assert interval.lo - 1e-12 <= opinion.projection <= interval.hi + 1e-12
