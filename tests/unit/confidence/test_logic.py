"""Logic with opinions: not, and, or, what follows, and what is least sure."""

from __future__ import annotations

from itertools import permutations

import attrs
import pytest
from hypothesis import given

from claimtrack.confidence import (
    Opinion,
    conjunction,
    deduction,
    disjunction,
    maximize_uncertainty,
    negation,
)
from claimtrack.errors import InvalidRecord
from claimtrack.testing import opinions

TRUE, FALSE = Opinion(1, 0, 0), Opinion(0, 1, 0)
SLACK = 1e-9


def near(one: Opinion, other: Opinion, slack: float = SLACK) -> bool:
    """Return whether two opinions are one, but for rounding."""
    return (
        abs(one.belief - other.belief) < slack
        and abs(one.disbelief - other.disbelief) < slack
        and abs(one.base_rate - other.base_rate) < slack
    )


@given(opinions())
def test_not_not_is_itself(opinion: Opinion) -> None:
    """And what is certain stays certain."""
    assert near(negation(negation(opinion)), opinion)
    assert negation(TRUE) == FALSE


@given(opinions(), opinions(), opinions())
def test_and_and_or_take_any_number(x: Opinion, y: Opinion, z: Opinion) -> None:
    """In any order, to the last bit, and as De Morgan has it."""
    for connect in (conjunction, disjunction):
        orders = {connect(*order) for order in permutations((x, y, z))}
        assert len(orders) == 1
    nots = [negation(each) for each in (x, y, z)]
    assert near(negation(conjunction(x, y, z)), disjunction(nots))


@given(opinions(), opinions())
def test_probabilities_of_and_multiply(x: Opinion, y: Opinion) -> None:
    """And those of "or" add up, without what both share."""
    both = conjunction(x, y)
    assert both.base_rate == pytest.approx(x.base_rate * y.base_rate)
    either = disjunction(x, y)
    expected = x.projection * y.projection
    assert both.projection == pytest.approx(expected, abs=SLACK)
    total = x.projection + y.projection - expected
    assert either.projection == pytest.approx(total, abs=SLACK)


def test_by_the_formula() -> None:
    """Of uncertain statements, with different base rates."""
    x, y = Opinion(0.616, 0.026, 0.358, 0.8), Opinion(0.227, 0.263, 0.51, 0.35)
    other = 1 - 0.8 * 0.35
    belief = (
        0.616 * 0.227 + (0.2 * 0.35 * 0.616 * 0.51 + 0.8 * 0.65 * 0.358 * 0.227) / other
    )
    both = conjunction(x, y)
    assert both.belief == pytest.approx(belief)
    assert both.disbelief == pytest.approx(0.026 + 0.263 - 0.026 * 0.263)
    assert conjunction(TRUE, FALSE).disbelief == 1
    certain = Opinion(0.2, 0.2, 0.6, 1)
    assert conjunction(certain, certain).belief == pytest.approx(0.04 + 0.12)
    with pytest.raises(InvalidRecord):
        conjunction()


def test_deduction_where_the_conditionals_are_in_one_order() -> None:
    """It lies between them, by how likely the other statement is."""
    rain = Opinion(0, 0.4, 0.6, 0.8)
    wet = deduction(rain, Opinion(0.4, 0.5, 0.1, 0.4), Opinion(0, 0.4, 0.6, 0.4))
    likely = 0.48
    assert wet.belief == pytest.approx(likely * 0.4)
    assert wet.disbelief == pytest.approx(likely * 0.5 + (1 - likely) * 0.4)
    assert wet.base_rate == pytest.approx(0.4)


def test_deduction_where_they_cross() -> None:
    """It is as uncertain as what is not known of the other statement allows."""
    given_, yes, no = (
        Opinion(0, 0.4, 0.6, 0.8),
        Opinion(0.8, 0.1, 0.1),
        Opinion(0.1, 0.7, 0.2),
    )
    prior = 0.8 * yes.projection + 0.2 * no.projection
    most = min((prior - 0.1) / 0.5, (1 - prior - 0.1) / 0.5)
    uncertainty = most - (most - 0.2) * 0.4
    projection = 0.48 * yes.projection + 0.52 * no.projection
    result = deduction(given_, yes, no)
    assert result.uncertainty == pytest.approx(uncertainty)
    assert result.projection == pytest.approx(projection)


@given(opinions(), opinions(), opinions())
def test_deduction_keeps_to_the_law_of_total_probability(
    x: Opinion, yes: Opinion, no: Opinion
) -> None:
    """And from what is certain its own conditional follows."""
    no = Opinion(no.belief, no.disbelief, no.uncertainty, yes.base_rate)
    result = deduction(x, yes, no)
    likely = x.projection
    expected = likely * yes.projection + (1 - likely) * no.projection
    assert result.projection == pytest.approx(expected, abs=1e-6)
    assert near(deduction(TRUE, yes, no), yes, 1e-6)
    assert near(deduction(FALSE, yes, no), no, 1e-6)


@given(opinions())
def test_nothing_of_the_same_probability_is_less_sure(opinion: Opinion) -> None:
    """And one of belief and disbelief is left."""
    least = maximize_uncertainty(opinion)
    assert least.projection == pytest.approx(opinion.projection, abs=SLACK)
    assert least.uncertainty >= opinion.uncertainty - SLACK
    assert min(least.belief, least.disbelief) < SLACK


@pytest.mark.parametrize(
    ("base_rate", "expected"), [(0, Opinion(0.1, 0, 0.9, 0)), (1, Opinion(0, 0.3, 0.7))]
)
def test_at_a_base_rate_that_is_certain_one_of_the_two_is_kept(
    base_rate: float, expected: Opinion
) -> None:
    """Belief where nothing else speaks for it, disbelief where all else does."""
    least = maximize_uncertainty(Opinion(0.1, 0.3, 0.6, base_rate))
    assert near(least, attrs.evolve(expected, base_rate=base_rate))
