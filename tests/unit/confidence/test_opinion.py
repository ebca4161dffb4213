"""Opinions: checked, immutable, printable; and the evidence behind them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Dossier
from claimtrack.confidence import Opinion, support, support_all
from claimtrack.errors import InvalidRecord
from claimtrack.scales import Band
from claimtrack.testing import opinions

if TYPE_CHECKING:
    from collections.abc import Callable

NAN = float("nan")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((1.1, -0.1, 0), "opinion.belief: 1.1 is not between 0 and 1"),
        ((0.5, -0.1, 0.6), "opinion.disbelief: -0.1 is not between 0 and 1"),
        ((NAN, 0.5, 0.5), "opinion.belief: nan is not between 0 and 1"),
        ((0, 0, 1, 2), "opinion.base_rate: 2 is not between 0 and 1"),
        ((10**400, 0, 0), "opinion.belief: a huge number is not between 0 and 1"),
        ((0.5, 0.5, 0.5), "add up to 1.5"),
        ((0.3, 0.3, 0.3), "Make them add up to 1."),
    ],
)
def test_what_is_no_opinion_is_refused(parts: tuple[float, ...], said: str) -> None:
    """Parts outside 0 to 1, and parts that are not one together."""
    with pytest.raises(InvalidRecord) as caught:
        Opinion(*parts)
    assert said in str(caught.value)


OTHERS: Final[list[tuple[Any, str]]] = [
    ("0.5", '"0.5"'),
    ("nan", '"nan"'),
    (b"1", "a value of type bytes"),
    (True, "true"),
    (False, "false"),
    (None, "null"),
    ([1], "a list"),
    (1j, "a value of type complex"),
    (Decimal("0.5"), "a value of type Decimal"),
]
"""What is not a number, and how a message shows it."""

DOORS: Final[dict[str, Callable[[Any], object]]] = {
    "belief": lambda x: Opinion(x, 0, 1),
    "disbelief": lambda x: Opinion(0, x, 1),
    "uncertainty": lambda x: Opinion(0, 0, x),
    "base_rate": Opinion.vacuous,
    "positive": lambda x: Opinion.from_evidence(x, 1),
    "negative": lambda x: Opinion.from_evidence(1, x),
    "dependence": lambda x: support_all(Dossier(), dependence={("a", "b"): x}),
}
"""Where opinions take a number."""


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("value", "shown"), OTHERS)
def test_what_is_not_a_number_is_refused(door: str, value: object, shown: str) -> None:
    """Text and booleans are no numbers, as for `Confidence`, though Python has them."""
    with pytest.raises(InvalidRecord) as caught:
        DOORS[door](value)
    assert (caught.value.code, caught.value.field) == ("CT010", door)
    assert caught.value.problem == f"{shown} is not a number"


@pytest.mark.parametrize("value", ["0.5", True, False])
def test_a_reliability_that_is_not_a_number_is_refused(value: Any) -> None:  # noqa: ANN401
    """It becomes an opinion."""
    dossier = Dossier()
    post = dossier.outlet("Post")
    claim = dossier.claim("The ferry stops.")
    dossier.attribute(claim, post)
    with pytest.raises(InvalidRecord, match="is not a number"):
        support(dossier, claim, reliability={post.id: value})


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
    with pytest.raises(InvalidRecord, match="is not evidence"):
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
