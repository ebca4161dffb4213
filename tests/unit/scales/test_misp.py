"""MISP's machine tags, read and written."""

from __future__ import annotations

import contextlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Confidence, InvalidRecord
from claimtrack.scales import SCALES, from_misp_tag, to_misp_tag
from claimtrack.testing import confidences

FRENCH = "vocabulaire-des-probabilites-estimatives:degré-de-probabilité"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('admiralty-scale:source-reliability="f"', ("admiralty-reliability", "F")),
        ('admiralty-scale:information-credibility="6"', ("admiralty-credibility", "6")),
        (
            'estimative-language:likelihood-probability="roughly-even-chance"',
            ("icd203", "roughly-even-chance"),
        ),
        (
            'estimative-language:confidence-in-analytic-judgment="moderate"',
            ("level", "moderate"),
        ),
        (f'{FRENCH}="quasi-certaine"', ("kent", "almost-certain")),
    ],
)
def test_tags_are_read_and_written(tag: str, expected: tuple[str, str]) -> None:
    """Case and the form of accents do not matter."""
    read = from_misp_tag(tag)
    assert (read.scale, read.value) == expected
    assert to_misp_tag(read) == tag
    assert from_misp_tag(unicodedata.normalize("NFD", tag.upper())) == read


@given(confidences())
def test_what_is_written_is_read_back(confidence: Confidence) -> None:
    """As the same term, whichever column it was of."""
    tag = to_misp_tag(confidence)
    if tag is not None:
        assert from_misp_tag(tag).term == confidence.term


def test_some_have_no_tag() -> None:
    """Numbers, scales that MISP does not have, and ends that it leaves out."""
    for each in (
        Confidence("percent", 50),
        Confidence("phia", "likely"),
        Confidence("kent", "certain"),
        Confidence("level", "none"),
    ):
        assert to_misp_tag(each) is None
    for scale in ("admiralty-reliability", "admiralty-credibility", "icd203"):
        for code in SCALES[scale].codes:
            assert to_misp_tag(Confidence(SCALES[scale].id, code)) is not None


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ('admiralty-scale:source-reliability="g"', '"g" is not a term'),
        ('admiralty-scale:reliability="a"', "is not a tag of a scale"),
        ('tlp:color="red"', "is not a tag of a scale"),
        ("admiralty-scale", "is not a tag of a scale"),
        ("", "is not a tag of a scale"),
        ("a" * 100_000, "is not a tag of a scale"),
    ],
)
def test_other_tags_are_refused(tag: str, said: str) -> None:
    """MISP's own seventh grade among them; it would be no grade of the Admiralty's."""
    with pytest.raises(InvalidRecord, match=said):
        from_misp_tag(tag)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """In no other way."""
    with contextlib.suppress(InvalidRecord):
        assert to_misp_tag(from_misp_tag(text)) is not None
