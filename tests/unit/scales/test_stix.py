"""STIX's numbers: what it writes for terms, and as what it reads numbers."""

from __future__ import annotations

import pytest

from claimtrack import Confidence, InvalidRecord
from claimtrack.scales import SCALES, Scale, ScaleId, from_stix, to_stix

MAPPED: list[ScaleId] = [
    "level",
    "admiralty-credibility",
    "dni",
    "wep",
    "zero-to-ten",
]


@pytest.mark.parametrize("scale", MAPPED)
def test_what_is_written_is_read_back(scale: ScaleId) -> None:
    """As the same term, and every number as one of the scale's."""
    for term in SCALES[scale].terms:
        number = to_stix(Confidence(scale, term.codes[0]))
        assert (number is None) == (not term.is_judged)
        if number is not None:
            assert from_stix(number, to=scale).term == term
    read = [from_stix(number, to=scale).term for number in range(101)]
    assert {each for each in read if each} == {
        each for each in SCALES[scale].terms if each.is_judged
    }


def test_what_has_no_number_gets_none() -> None:
    """Scales that STIX does not map, terms that cannot be judged, parts of a whole."""
    for given in (
        Confidence("admiralty-credibility", "6"),
        Confidence("admiralty-reliability", "A"),
        Confidence("icd203", "likely"),
        Confidence("percent", 29.5),
        Confidence("probability", 1),
    ):
        assert to_stix(given) is None
    assert to_stix(Confidence("percent", 29.0)) == 29
    assert to_stix(Confidence("stix", 29)) == 29


@pytest.mark.parametrize("number", [-1, 101, 29.5, True])
def test_what_is_no_number_of_stix_is_refused(number: float) -> None:
    """Parts of a whole fall between its ranges, and a flag is no number."""
    with pytest.raises(InvalidRecord):
        from_stix(number, to="level")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "scale",
    [each for each in SCALES.values() if each.id not in (*MAPPED, "stix")],
    ids=lambda each: each.id,
)
def test_scales_that_stix_does_not_map_are_refused(scale: Scale) -> None:
    """The other axis of the Admiralty among them."""
    with pytest.raises(InvalidRecord, match="is not a scale that STIX maps"):
        from_stix(50, to=scale.id)
    assert from_stix(50, to="stix") == Confidence("stix", 50)
