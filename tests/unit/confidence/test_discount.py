"""Trust: five rules, each by its formula."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given

from claimtrack.confidence import Opinion, TrustVariant, trust_discount
from claimtrack.errors import InvalidRecord
from claimtrack.testing import opinions

VARIANTS: tuple[TrustVariant, ...] = get_args(TrustVariant)
TRUST, SAID = Opinion(0.8, 0.1, 0.1), Opinion(0.7, 0.1, 0.2)


@pytest.mark.parametrize(
    ("variant", "belief", "disbelief"),
    [
        ("probability-sensitive", 0.85 * 0.7, 0.85 * 0.1),
        ("uncertainty-favouring", 0.8 * 0.7, 0.8 * 0.1),
        ("opposite-belief", 0.8 * 0.7 + 0.1 * 0.1, 0.8 * 0.1 + 0.1 * 0.7),
        ("evidence-belief", 0.8 * 0.7 / (0.8 * 0.8 + 0.2), 0.8 * 0.1 / 0.84),
        ("evidence-probability", 0.85 * 0.7 / (0.85 * 0.8 + 0.2), 0.85 * 0.1 / 0.88),
    ],
)
def test_each_variant_keeps_the_base_rate(
    variant: TrustVariant, belief: float, disbelief: float
) -> None:
    """The rest is uncertain, and the base rate stays."""
    result = trust_discount(TRUST, SAID, variant=variant)
    assert (result.belief, result.disbelief) == pytest.approx((belief, disbelief))
    assert result.uncertainty == pytest.approx(1 - belief - disbelief)
    assert result.base_rate == SAID.base_rate


def test_probability_is_meant_unless_told() -> None:
    """As the book of 2016 has it."""
    assert trust_discount(TRUST, SAID) == trust_discount(
        TRUST, SAID, variant="probability-sensitive"
    )


def test_an_unknown_variant_is_refused() -> None:
    """With the one that was probably meant."""
    with pytest.raises(InvalidRecord, match='Did you mean "opposite-belief"'):
        trust_discount(TRUST, SAID, variant="oposite-belief")  # type: ignore[arg-type]
    with pytest.raises(InvalidRecord, match="Use one of: probability-sensitive"):
        trust_discount(TRUST, SAID, variant="zzz")  # type: ignore[arg-type]


@pytest.mark.parametrize("variant", VARIANTS)
def test_without_trust_nothing_arrives(variant: TrustVariant) -> None:
    """Not even of evidence without end; opposite belief turns it round instead."""
    no_trust = Opinion(0, 1, 0)
    for said in (SAID, Opinion(1, 0, 0, 0.3)):
        result = trust_discount(no_trust, said, variant=variant)
        if variant == "opposite-belief":
            assert (result.belief, result.disbelief) == (said.disbelief, said.belief)
        else:
            assert result == Opinion.vacuous(said.base_rate)


@pytest.mark.parametrize("variant", VARIANTS)
def test_with_full_trust_all_arrives(variant: TrustVariant) -> None:
    """Unchanged, but for rounding."""
    result = trust_discount(Opinion(1, 0, 0), SAID, variant=variant)
    assert result.belief == pytest.approx(SAID.belief)
    assert result.uncertainty == pytest.approx(SAID.uncertainty)


@given(opinions(), opinions())
def test_nobody_makes_surer(trust: Opinion, said: Opinion) -> None:
    """Whatever the rule, what is passed on is no less uncertain."""
    for variant in VARIANTS:
        result = trust_discount(trust, said, variant=variant)
        assert result.uncertainty >= said.uncertainty - 1e-9
