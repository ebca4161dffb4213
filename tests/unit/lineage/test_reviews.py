"""Published reviews: what hangs on the document of an assessment follows it."""

from __future__ import annotations

import pytest

import claimtrack as ct
from claimtrack.lineage import as_of, impact, timeline


@pytest.fixture
def checked() -> ct.Dossier:
    """Return a claim that was made, reviewed and the review corrected."""
    d = ct.Dossier()
    claim = d.claim("The ferry stops", id="c")
    d.attribute(claim, ct.nobody(at="2025-05-01"))
    desk = d.outlet("The desk", id="desk")
    page = d.document(
        "article",
        "The ferry goes on",
        id="page",
        publisher=desk,
        published="2025-05-03",
        modified="2025-05-04",
    )
    d.assess(claim, by=desk, document=page, verdict="False")
    d.notice("correction", page, by=desk, at="2025-05-05")
    return d


def test_it_is_in_the_timeline(checked: ct.Dossier) -> None:
    """Out, changed, corrected: though no chain goes through it."""
    assert [str(each) for each in timeline(checked, "c")] == [
        "2025-05-01  the claim was made (nobody on record)",
        "2025-05-03  the document “The ferry goes on” was published",
        "2025-05-04  the document “The ferry goes on” was changed",
        "2025-05-05  correction of the document “The ferry goes on” by The desk",
    ]


def test_reviews_of_other_claims_are_not(checked: ct.Dossier) -> None:
    """Only what is judged in it brings it in."""
    other = checked.claim("It rains")
    assert timeline(checked, other) == ()


def test_it_was_not_there_before_its_document(checked: ct.Dossier) -> None:
    """A review that surely came out later was not made yet."""
    before, after = (as_of(checked, day) for day in ("2025-05-02", "2025-05-03"))
    assert before.assessments == ()
    assert len(after.assessments) == 1


@pytest.mark.parametrize("retracted", ["page", "original"])
def test_it_goes_with_its_document(checked: ct.Dossier, retracted: str) -> None:
    """Or with what that was copied from; the claim itself has lost nothing."""
    original = checked.document("article", "The original", id="original")
    checked.relate("page", "copied-from", original)
    found = impact(checked, retract=[retracted])
    assert found.unsupported == ("c",)
    (reason,) = [each for each in found.why if each.code == "assessment"]
    assert reason.ids == ("v1", "c")
    assert reason.text == (
        "The assessment v1 of the claim “The ferry stops” was published in what is "
        "retracted"
    )
    assert reason.text in str(found)


def test_what_is_published_elsewhere_stays(checked: ct.Dossier) -> None:
    """So does a judgement that was published nowhere."""
    checked.assess("c", by="desk", verdict="False")
    other = checked.document("article", "Another page")
    found = impact(checked, retract=[other])
    assert "assessment" not in [each.code for each in found.why]
