"""The tables of scales: whole, in order, and as their sources have them."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest

from claimtrack import InvalidRecord
from claimtrack.scales import SCALES, Band, Scale, ScaleId, ScaleKind

RANGED = [each for each in SCALES.values() if each.terms]
DISJOINT = [each for each in RANGED if each.id != "ipcc"]


def test_ids_are_those_that_records_may_name() -> None:
    """The type and the table say the same, and every kind has a scale."""
    assert tuple(SCALES) == get_args(ScaleId)
    assert {each.kind for each in SCALES.values()} == set(get_args(ScaleKind))
    assert all(key == scale.id for key, scale in SCALES.items())


@pytest.mark.parametrize("scale", SCALES.values(), ids=lambda scale: scale.id)
def test_a_scale_has_terms_or_numbers(scale: Scale) -> None:
    """Never both, each code once, and where the table stands."""
    assert bool(scale.terms) != bool(scale.numbers)
    assert len(set(scale.codes)) == len(scale.codes)
    assert scale.source
    assert scale.title


@pytest.mark.parametrize("scale", RANGED, ids=lambda scale: scale.id)
def test_bands_are_inside_zero_and_one_and_rise(scale: Scale) -> None:
    """Terms stand in the order of what they stand for."""
    bands = [each.band for each in scale.terms if each.band is not None]
    assert all(0 <= band.lo <= band.hi <= 1 for band in bands)
    for before, after in pairwise(bands):
        assert before.lo <= after.lo
        assert before.hi <= after.hi


@pytest.mark.parametrize("scale", DISJOINT, ids=lambda scale: scale.id)
def test_neighbours_share_an_end_at_most(scale: Scale) -> None:
    """Only the IPCC's terms nest."""
    bands = [each.band for each in scale.terms if each.band is not None]
    assert all(before.hi <= after.lo for before, after in pairwise(bands))


@pytest.mark.parametrize("scale", ["admiralty-reliability", "admiralty-credibility"])
def test_cannot_be_judged_is_no_value(scale: str) -> None:
    """F and 6 are the end of no scale, and nothing of the Admiralty's is a number."""
    terms = SCALES[scale].terms
    assert [each.is_judged for each in terms] == [True] * 5 + [False]
    assert all(each.band is None for each in terms)


FIGURES = {
    # US Intelligence Community Directive 203 (2015), section D.6.e.2
    "icd203": {
        "remote": (0.01, 0.05),
        "highly-improbable": (0.05, 0.20),
        "improbable": (0.20, 0.45),
        "roughly-even-odds": (0.45, 0.55),
        "probable": (0.55, 0.80),
        "highly-probable": (0.80, 0.95),
        "nearly-certain": (0.95, 0.99),
    },
    # S. Kent, Words of Estimative Probability (1964)
    "kent": {
        "certain": (1, 1),
        "almost-certain": (0.87, 0.99),
        "probable": (0.63, 0.87),
        "chances-about-even": (0.40, 0.60),
        "probably-not": (0.20, 0.40),
        "almost-certainly-not": (0.02, 0.12),
        "impossible": (0, 0),
    },
    # PHIA Probability Yardstick, as of 2025
    "phia": {
        "remote-chance": (0, 0.05),
        "highly-unlikely": (0.10, 0.20),
        "unlikely": (0.25, 0.35),
        "realistic-possibility": (0.40, 0.50),
        "probable": (0.55, 0.75),
        "highly-likely": (0.80, 0.90),
        "almost-certain": (0.95, 1),
    },
    # IPCC AR5 guidance note (2010), table 1
    "ipcc": {
        "virtually-certain": (0.99, 1),
        "extremely-likely": (0.95, 1),
        "very-likely": (0.90, 1),
        "likely": (0.66, 1),
        "more-likely-than-not": (0.50, 1),
        "about-as-likely-as-not": (0.33, 0.66),
        "unlikely": (0, 0.33),
        "very-unlikely": (0, 0.10),
        "extremely-unlikely": (0, 0.05),
        "exceptionally-unlikely": (0, 0.01),
    },
    # OASIS STIX 2.1, appendix A
    "level": {
        "none": (0, 0),
        "low": (0.01, 0.29),
        "medium": (0.30, 0.69),
        "high": (0.70, 1),
    },
    "dni": {
        "almost-no-chance": (0, 0.09),
        "very-unlikely": (0.10, 0.19),
        "unlikely": (0.20, 0.39),
        "roughly-even-chance": (0.40, 0.59),
        "likely": (0.60, 0.79),
        "very-likely": (0.80, 0.89),
        "almost-certain": (0.90, 1),
    },
    "zero-to-ten": {
        "0": (0, 0.04),
        "1": (0.05, 0.14),
        "5": (0.45, 0.54),
        "9": (0.85, 0.94),
        "10": (0.95, 1),
    },
    "wep": {
        "impossible": (0, 0),
        "almost-certainly-not": (0.01, 0.19),
        "probably-not": (0.20, 0.39),
        "even-chance": (0.40, 0.59),
        "probable": (0.60, 0.79),
        "almost-certain": (0.80, 0.99),
        "certain": (1, 1),
    },
}


@pytest.mark.parametrize(
    ("scale", "code", "lo", "hi"),
    [(s, c, lo, hi) for s, terms in FIGURES.items() for c, (lo, hi) in terms.items()],
)
def test_figures_are_those_of_the_source(
    scale: str, code: str, lo: float, hi: float
) -> None:
    """Written down a second time, from the sources."""
    (term,) = [each for each in SCALES[scale].terms if code in each.codes]
    assert term.band is not None
    assert (term.band.lo, term.band.hi) == pytest.approx((lo, hi))


def test_holes_are_those_of_the_source() -> None:
    """PHIA and Kent leave probabilities that no term covers; ICD 203 both ends."""
    assert holes("phia") == [
        (0.05, 0.10),
        (0.20, 0.25),
        (0.35, 0.40),
        (0.50, 0.55),
        (0.75, 0.80),
        (0.90, 0.95),
    ]
    assert holes("kent") == [(0, 0.02), (0.12, 0.20), (0.60, 0.63), (0.99, 1)]
    assert holes("icd203") == [(0, 0.01), (0.99, 1)]
    assert holes("ipcc") == []


def holes(scale: ScaleId) -> list[tuple[float, float]]:
    """Return the stretches between 0 and 1 that no term of a scale covers."""
    found: list[tuple[float, float]] = []
    reached = 0.0
    for term in SCALES[scale].terms:
        assert term.band is not None
        if term.band.lo > reached:
            found.append((reached, term.band.lo))
        reached = max(reached, term.band.hi)
    return found if reached == 1 else [*found, (reached, 1)]


def test_a_band_says_what_belongs_to_it() -> None:
    """Ends belong to it unless it says otherwise."""
    half = Band(0.4, 0.5, hi_open=True)
    assert (0.4 in half, 0.5 in half, 0.39 in half) == (True, False, False)
    above = Band(0.5, 1, lo_open=True)
    assert (0.5 in above, 0.51 in above, 1.01 in above) == (False, True, False)
    assert str(above) == "more than 50 to 100 %"
    assert str(Band(0.93, 0.93)) == "93 %"


@pytest.mark.parametrize(
    "ends",
    [
        (0.5, 0.4),
        (-0.1, 0.4),
        (0.4, 1.1),
        (float("nan"), 0.4),
        (0.4, float("nan")),
        (0.4, 0.4, True),
    ],
)
def test_what_is_no_interval_is_refused(ends: tuple[float, float]) -> None:
    """Reversed, outside, without a value, or a point that does not hold itself."""
    with pytest.raises(InvalidRecord, match="is not an interval of probabilities"):
        Band(*ends)
