"""The tables of scales: whole, in order, and as their sources have them."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest

from claimtrack.scales import SCALES, Scale, ScaleId, ScaleKind

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
