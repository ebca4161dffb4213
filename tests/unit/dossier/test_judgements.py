"""Builders of assessments, notices and waivers."""

from __future__ import annotations

import pytest

from claimtrack import (
    Assessment,
    Confidence,
    DanglingReference,
    Dossier,
    DuplicateId,
    InvalidRecord,
    Normalized,
    Notice,
    Rating,
    Waiver,
)


@pytest.fixture
def dossier() -> Dossier:
    """Return a dossier with a claim, a source and a document."""
    made = Dossier()
    made.claim("The ferry stops", id="c")
    made.organization("The desk", id="desk")
    made.document("report", "The report", id="report")
    return made


def test_an_assessment_keeps_what_was_said(dossier: Dossier) -> None:
    """Verdict, number, terms of a scheme and confidence stand side by side."""
    made = dossier.assess(
        "c",
        by="desk",
        verdict="Missing context",
        rating=Rating(value=2, best=5, worst=1),
        normalized=Normalized(scheme="ours", axis="completeness", code="context"),
        confidence=[Confidence("admiralty-credibility", "3")],
        rationale="Only at night.",
        evidence=["report"],
        at="2025-06-07",
        url="https://example.org/check",
        lang="en",
        license="CC0-1.0",
        note="n",
        ext={"k": 1},
    )
    assert isinstance(made, Assessment)
    assert made.id == "v1"
    assert dossier["v1"] is made
    assert dossier.assessments == (made,)
    assert made.rating is not None
    assert made.rating.best == 5
    assert dossier.assess("c", verdict="False").id == "v2"


def test_without_a_judgement_it_is_none(dossier: Dossier) -> None:
    """A rationale alone says nothing."""
    with pytest.raises(InvalidRecord, match="verdict is required"):
        dossier.assess("c", rationale="Because.")
    assert dossier.assessments == ()


def test_a_notice_is_about_a_record_and_changes_none(dossier: Dossier) -> None:
    """The record stays as it was."""
    before = dossier["report"]
    made = dossier.notice(
        "correction",
        "report",
        by="desk",
        at="2025-06-08",
        was="in August",
        now="in September",
        significance="substantive",
        document="report",
        note="n",
        ext={"k": 1},
    )
    assert isinstance(made, Notice)
    assert (made.id, made.kind, made.target) == ("n1", "correction", "report")
    assert dossier.notices == (made,)
    assert dossier["report"] is before


def test_a_waiver_says_who_and_why_to_nobody(dossier: Dossier) -> None:
    """Names of editors and their reasons stay in the file."""
    made = dossier.waive(
        "CT705", "report", by="A. Editor", reason="For later.", until="2999", note="n"
    )
    assert isinstance(made, Waiver)
    assert dossier.waivers == (made,)
    assert repr(made) == (
        "Waiver(id='w1', rule='CT705', target='report', until=When('2999'))"
    )
    nameless = Waiver(rule="CT705", target="c", by="A. Editor", reason="For later.")
    other = Waiver(rule="CT705", target="c", by="B. Editor", reason="Other.")
    assert dossier.add(nameless).id == Dossier().add(other).id


@pytest.mark.parametrize(
    ("field", "value"), [("by", 7), ("reason", ["secret"]), ("reason", "secret\0")]
)
def test_errors_about_waivers_show_no_private_value(field: str, value: object) -> None:
    """Who waived, and why, stands in no message."""
    fields = {"rule": "CT705", "target": "c", "by": "A", "reason": "B", field: value}
    with pytest.raises(InvalidRecord) as caught:
        Waiver(**fields)  # type: ignore[arg-type]
    assert "secret" not in str(caught.value)
    assert "7" not in str(caught.value)


@pytest.mark.parametrize("rule", ["CT70", "CT7055", "ct705", "CT705\n", "CTABC", ""])
def test_a_rule_is_a_code(dossier: Dossier, rule: str) -> None:
    """CT and three digits."""
    with pytest.raises(InvalidRecord, match=r"rule"):
        dossier.waive(rule, "c", by="A", reason="B")


def test_what_is_not_there_cannot_be_judged(dossier: Dossier) -> None:
    """Builders look their references up, and ids are unique."""
    with pytest.raises(DanglingReference):
        dossier.assess("c9", verdict="False")
    with pytest.raises(DanglingReference):
        dossier.notice("retraction", "report", by="nobody")
    with pytest.raises(DanglingReference):
        dossier.waive("CT705", "x", by="A", reason="B")
    with pytest.raises(DuplicateId):
        dossier.assess("c", id="desk", verdict="False")
