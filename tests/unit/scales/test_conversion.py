"""From scale to scale: through intervals, with every loss stated."""

from __future__ import annotations

import pytest

from claimtrack import Confidence, InvalidRecord
from claimtrack.scales import SCALES, Band, ScaleId, convert


def values(given: Confidence | Band, to: ScaleId) -> list[str | float]:
    """Return what a value may be called on a scale."""
    return [each.value for each in convert(given, to=to).candidates]


@pytest.mark.parametrize(
    ("given", "to", "expected"),
    [
        # An interval meets every term that it overlaps.
        (Confidence("icd203", "likely"), "kent", ["chances-about-even", "probable"]),
        (Confidence("kent", "probable"), "phia", ["probable", "highly-likely"]),
        (Confidence("icd203", "likely"), "dni", ["roughly-even-chance", "likely"]),
        # A shared end alone is not enough, unless it is all there is.
        (Confidence("percent", 40), "kent", ["probably-not", "chances-about-even"]),
        (Confidence("kent", "probably-not"), "kent", ["probably-not"]),
        (Band(0.4, 0.6), "kent", ["chances-about-even"]),
        # Terms that nest are all said rightly.
        (
            Confidence("probability", 0.97),
            "ipcc",
            ["more-likely-than-not", "likely", "very-likely", "extremely-likely"],
        ),
        (Confidence("percent", 50), "ipcc", ["about-as-likely-as-not"]),
        # The column that was chosen stays.
        (Confidence("icd203", "remote"), "dni", ["remote"]),
        (Confidence("icd203", "almost-no-chance"), "dni", ["almost-no-chance"]),
        # Numbers: both ends, or the one.
        (Confidence("icd203", "likely"), "percent", [55, 80]),
        (Confidence("probability", 0.29), "percent", [29]),
        (Confidence("percent", 29), "probability", [0.29]),
        (Confidence("percent", 29.5), "stix", [29, 30]),
        (Confidence("kent", "certain"), "stix", [100]),
        (Confidence("phia", "realistic-possibility"), "stix", [40, 50]),
        # Holes of the scale; an end that a term has too does not fill one.
        (Band(0.75, 0.8), "phia", []),
        (Confidence("ipcc", "exceptionally-unlikely"), "icd203", []),
        (Confidence("percent", 52), "phia", []),
        (Confidence("percent", 100), "icd203", []),
        (Confidence("probability", 0.005), "kent", []),
        (Confidence("percent", 19.5), "wep", []),
    ],
)
def test_candidates_stand_in_the_order_of_the_scale(
    given: Confidence | Band, to: ScaleId, expected: list[str | float]
) -> None:
    """In the order of the other scale."""
    assert values(given, to) == expected


def test_nothing_is_lost_between_terms_of_one_interval() -> None:
    """And something between all others, which the reason names."""
    same = convert(Confidence("wep", "likely"), to="dni")
    assert not same.lossy
    assert same.why == "60 to 79 % overlaps likely (60 to 79 %)."
    wider = convert(Confidence("dni", "very-likely"), to="wep")
    assert wider.lossy
    assert wider.why == "80 to 89 % overlaps highly likely (80 to 99 %)."
    assert not convert(Confidence("percent", 70), to="probability").lossy
    cut = convert(Confidence("kent", "probable"), to="phia")
    assert cut.why == (
        "63 to 87 % overlaps likely (55 to 75 %) and highly likely (80 to 90 %). "
        "No term covers 75 to 80 %."
    )
    assert str(cut) == "likely or highly likely (63 to 87 %)"


def test_a_number_for_a_range_is_lossy() -> None:
    """No single number is what a term says."""
    some = convert(Confidence("icd203", "likely"), to="percent")
    assert some.lossy
    assert (
        some.why == "55 to 80 % is not a single number; any number from 55 to 80 fits."
    )


def test_a_hole_is_named() -> None:
    """A value that no term covers gets none, and nobody picks the nearest."""
    gap = convert(Confidence("percent", 52), to="phia")
    assert gap.lossy
    assert gap.interval == Band(0.52, 0.52)
    assert gap.why == "The scale phia has a gap at 50 to 55 %, and 52 % is in it."
    assert str(gap) == "no term (52 %)"
    wide = convert(Band(0.51, 0.54), to="phia")
    assert wide.why.endswith("and 51 to 54 % is in it.")


@pytest.mark.parametrize(
    "unknowable",
    [
        Confidence("admiralty-reliability", "F"),
        Confidence("admiralty-credibility", "6"),
    ],
)
@pytest.mark.parametrize("to", SCALES)
@pytest.mark.parametrize("told", [False, True])
def test_what_cannot_be_judged_becomes_nothing(
    unknowable: Confidence,
    to: ScaleId,
    told: bool,  # noqa: FBT001
) -> None:
    """No number, no middle, not even when kinds may be crossed."""
    result = convert(unknowable, to=to, across_kinds=told)
    assert result.interval is None
    if to == unknowable.scale:
        assert result.candidates == (unknowable,)
    else:
        assert result.candidates == ()
        assert "cannot be judged" in result.why


def test_kinds_do_not_turn_into_each_other() -> None:
    """Unless told, and then by STIX's numbers."""
    credible = Confidence("admiralty-credibility", "4")
    refused = convert(credible, to="percent")
    assert (refused.candidates, refused.interval, refused.lossy) == ((), None, True)
    assert "neither is converted to the other unless you say so" in refused.why
    told = convert(credible, to="dni", across_kinds=True)
    assert [each.value for each in told.candidates] == ["unlikely"]
    assert told.interval == Band(0.20, 0.39)
    assert told.why.endswith("The numbers are those of STIX.")
    back = convert(told.candidates[0], to="admiralty-credibility", across_kinds=True)
    assert back.candidates == (credible,)
    sure = convert(Confidence("level", "high"), to="percent")
    assert sure.candidates == ()
    assert convert(Confidence("level", "high"), to="level").interval is None
    assert convert(Band(0.2, 0.3), to="level").candidates == ()
    some = convert(Band(0.2, 0.3), to="level", across_kinds=True)
    assert [each.value for each in some.candidates] == ["low"]


@pytest.mark.parametrize("told", [False, True])
def test_reliability_never_becomes_credibility(
    told: bool,  # noqa: FBT001
) -> None:
    """A to F never turn into 1 to 6, nor back, nor into numbers."""
    graded = Confidence("admiralty-reliability", "A")
    for to in SCALES:
        if to != "admiralty-reliability":
            result = convert(graded, to=SCALES[to].id, across_kinds=told)
            assert result.candidates == ()
            assert result.lossy
    back = convert(
        Confidence("admiralty-credibility", "1"),
        to="admiralty-reliability",
        across_kinds=told,
    )
    assert back.candidates == ()
    assert "how far to rely on a source" in back.why


def test_a_scale_that_is_not_known_is_refused() -> None:
    """With the one that was probably meant."""
    with pytest.raises(InvalidRecord, match='Did you mean "icd203"'):
        convert(Confidence("percent", 50), to="icd-203")  # type: ignore[arg-type]
