"""Confidences: on their scale, or refused with what the scale takes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from claimtrack import Assessment, Confidence, InvalidRecord
from claimtrack.scales import SCALES
from claimtrack.testing import confidences
from claimtrack.validation import validate

REFUSED: dict[str, tuple[Any, Any, str, str]] = {
    "no such scale": ("gut", 1, "CT013", '"gut" is not a scale'),
    "scale misspelt": ("ipc", "likely", "CT013", 'Did you mean "ipcc"?'),
    "scale that is no text": (7, 1, "CT013", "7 is not a scale"),
    "term of another scale": ("kent", "likely", "CT013", "a term of the scale kent"),
    "term misspelt": ("kent", "probabel", "CT013", 'Did you mean "probable"?'),
    "number for a term": ("kent", 3, "CT013", "3 is not a term of the scale kent"),
    "reliability as credibility": (
        "admiralty-credibility",
        "A",
        "CT013",
        "Use one of: 1, 2, 3, 4, 5, 6.",
    ),
    "credibility as a number": ("admiralty-credibility", 1, "CT013", "1 is not"),
    "term for a number": ("percent", "likely", "CT010", '"likely" is not a number'),
    "flag for a number": ("percent", True, "CT010", "true is not a number"),
    "not a number": ("percent", float("nan"), "CT010", "is not a number"),
    "beyond the end": ("probability", 1.01, "CT017", "not between 0 and 1"),
    "below zero": ("percent", -1, "CT017", "Use a number from 0 to 100."),
    "part of a whole": ("stix", 0.5, "CT010", "0.5 is not a whole number"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_on_the_scale_is_refused(name: str) -> None:
    """With the code that a file gets for it, and with what the scale takes."""
    scale, value, code, said = REFUSED[name]
    with pytest.raises(InvalidRecord) as caught:
        Confidence(scale, value)
    assert caught.value.code == code
    assert said in str(caught.value)
    if value == value and isinstance(scale, str):  # noqa: PLR0124  # NaN is no JSON
        record = {
            "type": "assessment",
            "subject": "c1",
            "confidence": [{"scale": scale, "value": value}],
        }
        assert [each.code for each in validate(record)] == [code]


def test_a_term_can_be_looked_up() -> None:
    """By each of its codes; a number has none."""
    one = Confidence("icd203", "likely").term
    assert one is not None
    assert one == Confidence("icd203", "probable").term
    assert (one.label, one.codes) == ("likely", ("likely", "probable"))
    assert Confidence("percent", 70).term is None


def test_a_whole_number_may_be_written_with_a_point() -> None:
    """JSON has one kind of number."""
    assert Confidence("stix", 50.0) == Confidence("stix", 50)


@given(confidences())
def test_every_confidence_is_on_its_scale(confidence: Confidence) -> None:
    """And an assessment of it alone is one."""
    scale = SCALES[confidence.scale]
    assert (confidence.term is None) == (scale.numbers is not None)
    assert Assessment(subject="c1", confidence=[confidence]).verdict is None
