"""Our tables of STIX against the package stix2, on every number and every term."""

from __future__ import annotations

import importlib
import warnings
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from claimtrack import Confidence
from claimtrack.scales import SCALES, from_stix, to_stix

if TYPE_CHECKING:
    from claimtrack.scales import ScaleId

with warnings.catch_warnings():
    # It is untyped, and what it imports may be older than the interpreter.
    warnings.simplefilter("ignore")
    PEER: Final[Any] = importlib.import_module("stix2.confidence.scales")


class Pair(NamedTuple):
    """A scale of ours, and the functions and labels that stix2 has for it."""

    scale: ScaleId
    write: str
    read: str
    labels: dict[str, str]


PAIRS: Final = [
    Pair(
        "level",
        "none_low_med_high_to_value",
        "value_to_none_low_medium_high",
        {"none": "None", "low": "Low", "moderate": "Med", "high": "High"},
    ),
    Pair(
        "zero-to-ten",
        "zero_ten_to_value",
        "value_to_zero_ten",
        {str(n): str(n) for n in range(11)},
    ),
    Pair(
        "admiralty-credibility",
        "admiralty_credibility_to_value",
        "value_to_admiralty_credibility",
        {
            "1": "1 - Confirmed by other sources",
            "2": "2 - Probably True",
            "3": "3 - Possibly True",
            "4": "4 - Doubtful",
            "5": "5 - Improbable",
        },
    ),
    Pair(
        "wep",
        "wep_to_value",
        "value_to_wep",
        {
            "impossible": "Impossible",
            "highly-unlikely": "Highly Unlikely/Almost Certainly Not",
            "unlikely": "Unlikely/Probably Not",
            "even-chance": "Even Chance",
            "likely": "Likely/Probable",
            "highly-likely": "Highly likely/Almost Certain",
            "certain": "Certain",
        },
    ),
    Pair(
        "dni",
        "dni_to_value",
        "value_to_dni",
        {
            "almost-no-chance": "Almost No Chance / Remote",
            "very-unlikely": "Very Unlikely / Highly Improbable",
            "unlikely": "Unlikely / Improbable",
            "roughly-even-chance": "Roughly Even Chance / Roughly Even Odds",
            "likely": "Likely / Probable",
            "very-likely": "Very Likely / Highly Probable",
            "almost-certain": "Almost Certain / Nearly Certain",
        },
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.scale)
def test_numbers_are_read_alike(pair: Pair) -> None:
    """Every whole number from 0 to 100."""
    for number in range(101):
        ours = str(from_stix(number, to=pair.scale).value)
        assert pair.labels[ours] == getattr(PEER, pair.read)(number)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.scale)
def test_terms_are_written_alike(pair: Pair) -> None:
    """Every term, whichever of its codes is used."""
    assert set(pair.labels) <= set(SCALES[pair.scale].codes)
    for term in SCALES[pair.scale].terms:
        for code in term.codes if term.is_judged else ():
            label = pair.labels[term.codes[0]]
            ours = to_stix(Confidence(pair.scale, code))
            assert ours == getattr(PEER, pair.write)(label)


def test_neither_has_a_number_for_what_cannot_be_judged() -> None:
    """We give none, it gives none or refuses."""
    assert to_stix(Confidence("admiralty-credibility", "6")) is None
    with pytest.raises(ValueError, match="cannot be determined"):
        PEER.admiralty_credibility_to_value("6 - Truth cannot be judged")
