"""Fusion: the formulas of the books, the limits, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack.confidence import (
    Opinion,
    averaging_fusion,
    consensus_compromise_fusion,
    constraint_fusion,
    cumulative_fusion,
    weighted_fusion,
)
from claimtrack.errors import InvalidRecord

if TYPE_CHECKING:
    from collections.abc import Callable

FUSIONS = [
    cumulative_fusion,
    averaging_fusion,
    weighted_fusion,
    consensus_compromise_fusion,
    constraint_fusion,
]

TRUE, FALSE = Opinion(1, 0, 0), Opinion(0, 1, 0)
SOME = Opinion(0.3, 0, 0.7)


def parts(opinion: Opinion) -> tuple[float, float, float, float]:
    """Return the four numbers of an opinion."""
    return (
        opinion.belief,
        opinion.disbelief,
        opinion.uncertainty,
        opinion.base_rate,
    )


@pytest.mark.parametrize("fuse", FUSIONS)
def test_what_cannot_be_fused_is_refused(fuse: Callable[..., Opinion]) -> None:
    """Nothing at all, and a dogmatic opinion that was not asked for."""
    with pytest.raises(InvalidRecord, match="there is no opinion to fuse"):
        fuse()
    with pytest.raises(InvalidRecord, match="would override all others"):
        fuse(SOME, TRUE)
    assert fuse([SOME, TRUE], allow_dogmatic=True).belief > 0.9


@pytest.mark.parametrize("fuse", FUSIONS)
def test_one_or_several_or_an_iterable(fuse: Callable[..., Opinion]) -> None:
    """As `max` takes them."""
    other = Opinion(0.1, 0.3, 0.6, 0.2)
    assert parts(fuse(SOME)) == pytest.approx(parts(SOME))
    assert fuse(SOME, other) == fuse([SOME, other]) == fuse(iter([other]), SOME)


def test_cumulative_fusion_adds_evidence() -> None:
    """By the formula of two: k = uA + uB - uA uB, and base rates by evidence."""
    a, b = Opinion(0.527, 0.2, 0.273, 0.65), Opinion(0.013, 0.404, 0.583, 0.2)
    k = a.uncertainty + b.uncertainty - a.uncertainty * b.uncertainty
    both = a.uncertainty * b.uncertainty
    expected = (
        (a.belief * b.uncertainty + b.belief * a.uncertainty) / k,
        (a.disbelief * b.uncertainty + b.disbelief * a.uncertainty) / k,
        both / k,
        (0.65 * b.uncertainty + 0.2 * a.uncertainty - (0.65 + 0.2) * both)
        / (a.uncertainty + b.uncertainty - 2 * both),
    )
    assert parts(cumulative_fusion(a, b)) == pytest.approx(expected, abs=1e-12)


def test_averaging_fusion_averages_evidence() -> None:
    """By the formula of two; three equal ones are one, which a fold misses."""
    a, b = Opinion(0.1, 0.3, 0.6, 0.5), Opinion(0.4, 0.2, 0.4, 0.3)
    k = a.uncertainty + b.uncertainty
    expected = (
        (a.belief * b.uncertainty + b.belief * a.uncertainty) / k,
        (a.disbelief * b.uncertainty + b.disbelief * a.uncertainty) / k,
        2 * a.uncertainty * b.uncertainty / k,
        0.4,
    )
    assert parts(averaging_fusion(a, b)) == pytest.approx(expected, abs=1e-12)
    once = averaging_fusion(a, b, b)
    folded = averaging_fusion(averaging_fusion(a, b), b)
    assert parts(once) != pytest.approx(parts(folded))
    assert once.evidence[0] == pytest.approx(
        (a.evidence[0] + 2 * b.evidence[0]) / 3, abs=1e-12
    )


def test_weighted_fusion_weighs_by_certainty() -> None:
    """By the formula of two; vacuous opinions change nothing, and are all there is."""
    a, b = Opinion(0.4, 0.2, 0.4, 0.5), Opinion(0.7, 0.1, 0.2, 0.9)
    k = a.uncertainty + b.uncertainty - 2 * a.uncertainty * b.uncertainty
    sure = 1 - a.uncertainty, 1 - b.uncertainty
    expected = (
        (a.belief * sure[0] * b.uncertainty + b.belief * sure[1] * a.uncertainty) / k,
        (a.disbelief * sure[0] * b.uncertainty + b.disbelief * sure[1] * a.uncertainty)
        / k,
        sum(sure) * a.uncertainty * b.uncertainty / k,
        (0.5 * sure[0] + 0.9 * sure[1]) / sum(sure),
    )
    assert parts(weighted_fusion(a, b)) == pytest.approx(expected, abs=1e-12)
    nothing = weighted_fusion(Opinion.vacuous(0.2), Opinion.vacuous(0.4))
    assert parts(nothing) == pytest.approx((0, 0, 1, 0.3))


@pytest.mark.parametrize("fuse", [cumulative_fusion, averaging_fusion, weighted_fusion])
def test_dogmatic_opinions_count_alike(fuse: Callable[..., Opinion]) -> None:
    """All at once: a fold gives a quarter here, and depends on the order."""
    fused = fuse(TRUE, FALSE, FALSE, SOME, allow_dogmatic=True)
    assert parts(fused) == pytest.approx((1 / 3, 2 / 3, 0, 0.5))


def test_base_rates_of_dogmatic_opinions() -> None:
    """Of evidence without end only theirs count, where evidence is added."""
    a, b = Opinion(1, 0, 0, 0.2), Opinion(0.3, 0, 0.7, 0.8)
    assert cumulative_fusion(a, b, allow_dogmatic=True).base_rate == 0.2
    assert averaging_fusion(a, b, allow_dogmatic=True).base_rate == 0.5


def test_compromise_keeps_what_is_shared() -> None:
    """Worked by hand: shared 0.1 and 0.2, the rest discounted, conflict unsure."""
    a, b = Opinion(0.1, 0.3, 0.6), Opinion(0.4, 0.2, 0.4)
    # Rest of belief 0 and 0.3, of disbelief 0.1 and 0.
    compromise = 0.3 * 0.6, 0.1 * 0.4
    conflict = 0.1 * 0.3
    scale = (1 - 0.3 - 0.24) / (sum(compromise) + conflict)
    fused = consensus_compromise_fusion(a, b)
    assert parts(fused) == pytest.approx(
        (
            0.1 + scale * compromise[0],
            0.2 + scale * compromise[1],
            0.24 + scale * conflict,
            0.5,
        )
    )


def test_compromise_of_open_conflict_is_uncertain() -> None:
    """And three equal opinions are one, which other implementations miss."""
    fused = consensus_compromise_fusion(TRUE, FALSE, FALSE, allow_dogmatic=True)
    assert parts(fused) == pytest.approx((0, 0, 1, 0.5))
    same = Opinion(0.3, 0, 0.7)
    assert parts(consensus_compromise_fusion(same, same, same)) == pytest.approx(
        parts(same)
    )
    both = consensus_compromise_fusion(TRUE, TRUE, allow_dogmatic=True)
    assert parts(both) == pytest.approx((1, 0, 0, 0.5))


def test_constraints_rule_conflict_out() -> None:
    """Worked by hand; base rates by what is sure."""
    a, b = Opinion(0.7, 0, 0.3, 0.2), Opinion(0, 0.3, 0.7, 0.8)
    conflict = 0.7 * 0.3
    assert parts(constraint_fusion(a, b)) == pytest.approx(
        (
            0.7 * 0.7 / (1 - conflict),
            0.3 * 0.3 / (1 - conflict),
            0.21 / (1 - conflict),
            (0.2 * 0.7 + 0.8 * 0.3) / 1.0,
        )
    )
    unknown = constraint_fusion(Opinion.vacuous(0.2), Opinion.vacuous(0.4))
    assert parts(unknown) == pytest.approx((0, 0, 1, 0.3))
    with pytest.raises(InvalidRecord, match="contradict each other completely"):
        constraint_fusion(TRUE, FALSE, allow_dogmatic=True)


def test_a_thousand_constraints_do_not_vanish() -> None:
    """Products of many small parts are kept in proportion."""
    many = [Opinion(0.5, 0.4, 0.1)] * 1000
    fused = constraint_fusion(many)
    assert fused.belief == pytest.approx(1)
