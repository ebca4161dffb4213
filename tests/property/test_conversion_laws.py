"""Laws of conversion between scales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, example, given
from hypothesis import strategies as st

from claimtrack.scales import SCALES, Band, Confidence, ScaleId, convert
from claimtrack.testing import confidences

if TYPE_CHECKING:
    from collections.abc import Iterable

PROBABLE: list[ScaleId] = [
    each.id for each in SCALES.values() if each.kind == "probability"
]
TERMS = [each for each in PROBABLE if SCALES[each].terms]
ROUNDING = 1e-9

probabilities = st.one_of(
    st.floats(0, 1),
    st.integers(0, 100).map(lambda n: n / 100),
    st.integers(0, 1000).map(lambda n: n / 1000),
)


def places(candidates: Iterable[Confidence]) -> list[float]:
    """Return where values stand on their scale."""
    return [
        SCALES[each.scale].terms.index(each.term) if each.term else float(each.value)
        for each in candidates
    ]


@given(confidences(scales=PROBABLE), st.sampled_from(PROBABLE))
@example(Confidence("ipcc", "exceptionally-unlikely"), "icd203")
def test_there_and_back_contains_itself(given_: Confidence, to: ScaleId) -> None:
    """What a value turned into can turn into the value again."""
    there = convert(given_, to=to)
    for one in there.candidates:
        back = convert(one, to=given_.scale).candidates
        if given_.term is not None:
            assert given_.term in [each.term for each in back]
        elif one.term is not None:
            ends = [float(each.value) for each in back]
            slack = ROUNDING * max(1, *ends)
            assert min(ends) - slack <= float(given_.value) <= max(ends) + slack


@given(
    confidences(scales=PROBABLE), st.sampled_from(["probability", "percent", "stix"])
)
def test_numbers_enclose_what_they_stand_for(given_: Confidence, to: ScaleId) -> None:
    """Rounding to whole numbers goes outwards."""
    there = convert(given_, to=to)
    bands = [convert(each, to="phia").interval for each in there.candidates]
    ends = [each.lo for each in bands if each is not None]
    assert there.interval is not None
    assert min(ends) <= there.interval.lo + ROUNDING
    assert max(ends) >= there.interval.hi - ROUNDING


@given(st.sampled_from(PROBABLE), probabilities, probabilities, probabilities)
def test_order_is_kept(to: ScaleId, one: float, other: float, width: float) -> None:
    """What is higher is never called lower, points and intervals alike."""
    lo, hi = sorted((one, other))
    first = Band(lo, min(1, lo + width))
    second = Band(hi, min(1, hi + width))
    low = places(convert(first, to=to).candidates)
    high = places(convert(second, to=to).candidates)
    assume(low and high)
    assert min(low) <= min(high)
    assert max(low) <= max(high)


@given(st.sampled_from(TERMS), probabilities)
def test_every_probability_has_a_term_or_a_hole(to: ScaleId, point: float) -> None:
    """A term that contains it, or a reason that names the hole."""
    result = convert(Confidence("probability", point), to=to)
    terms = [each for each in SCALES[to].terms if each.band and point in each.band]
    assert [each.term for each in result.candidates] == terms
    assert terms or "has a gap at" in result.why


@given(confidences(), st.sampled_from(list(SCALES.values())), st.booleans())
def test_what_cannot_be_judged_never_becomes_a_number(
    given_: Confidence,
    to: object,
    told: bool,  # noqa: FBT001
) -> None:
    """And other kinds only when told; a result always has its reason."""
    target = next(each for each in SCALES.values() if each is to)
    result = convert(given_, to=target.id, across_kinds=told)
    is_same_kind = SCALES[given_.scale].kind == target.kind
    if given_.scale != target.id:
        is_judged = given_.term is None or given_.term.is_judged
        assert is_judged or (result.candidates, result.interval) == ((), None)
        assert is_same_kind or told or result.candidates == ()
        assert all(
            each.term is None or each.term.is_judged for each in result.candidates
        )
    assert result.why
    assert str(result)


@given(confidences(scales=PROBABLE), st.sampled_from(PROBABLE))
def test_what_is_not_lossy_comes_back_as_itself(
    given_: Confidence, to: ScaleId
) -> None:
    """One candidate, which stands for the same interval."""
    there = convert(given_, to=to)
    if there.lossy:
        return
    (one,) = there.candidates
    back = convert(one, to=given_.scale)
    assert back.interval is not None
    assert there.interval is not None
    assert abs(back.interval.lo - there.interval.lo) < ROUNDING
    assert abs(back.interval.hi - there.interval.hi) < ROUNDING
