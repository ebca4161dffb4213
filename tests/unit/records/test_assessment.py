"""Assessments: a published review with its number and its codes."""

from __future__ import annotations

from typing import Any, Final

import pytest

import claimtrack as ct
from claimtrack.records import Assessment, Normalized, Rating, VerdictAxis, words
from claimtrack.schema import derive_id, read_record, write_record

CONTEXT: Final = Normalized(scheme="desk", axis="completeness", code="context")
TRUE: Final = Normalized(scheme="desk", axis="veracity", code="true")


def judged(**fields: Any) -> Assessment:  # noqa: ANN401  of any field
    """Return an assessment in words, and what else is given."""
    return Assessment(subject="c1", verdict="True but misleading", **fields)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (None, ()),
        ((), ()),
        (CONTEXT, (CONTEXT,)),
        ([CONTEXT], (CONTEXT,)),
        (iter([TRUE, CONTEXT]), (TRUE, CONTEXT)),
    ],
)
def test_one_code_or_several(given: Any, kept: tuple[Normalized, ...]) -> None:  # noqa: ANN401  as above
    """One by itself is as good as a list of one."""
    assert judged(normalized=given).normalized == kept


@pytest.mark.parametrize("given", ["true", ["true"], [None], {"axis": "veracity"}, 5])
def test_what_is_no_code(given: Any) -> None:  # noqa: ANN401  as above
    """Words and numbers are not in the terms of a scheme."""
    with pytest.raises(ct.InvalidRecord) as caught:
        judged(normalized=given)
    assert (caught.value.field, caught.value.code) == ("normalized", "CT010")


@pytest.mark.parametrize("axis", words(VerdictAxis))
def test_one_code_on_an_axis(axis: VerdictAxis) -> None:
    """Of one scheme; a picture can be cropped and miscaptioned at once."""
    first = Normalized(scheme="desk", axis=axis, code="one")
    other = Normalized(scheme="desk", axis=axis, code="other")
    elsewhere = Normalized(scheme="agency", axis=axis, code="other")
    assert judged(normalized=[first, elsewhere]).normalized == (first, elsewhere)
    if axis == "authenticity":
        assert judged(normalized=[first, other]).normalized == (first, other)
        return
    with pytest.raises(ct.InvalidRecord) as caught:
        judged(normalized=[first, elsewhere, other])
    assert str(caught.value) == (
        f'assessment.normalized.2: the scheme "desk" already has a code for {axis}. '
        "Keep one code for each scheme and axis. (CT003)"
    )


def test_it_is_written_as_a_list() -> None:
    """However it was read."""
    one = {"scheme": "desk", "axis": "completeness", "code": "context"}
    data = {"type": "assessment", "subject": "c1", "verdict": "True but misleading"}
    for given in (one, [one]):
        record, problems = read_record({**data, "normalized": given})
        assert (record, problems) == (judged(normalized=CONTEXT), ())
    assert write_record(judged(normalized=CONTEXT))["normalized"] == [one]
    assert "normalized" not in write_record(judged())


def test_an_id_that_is_derived_stays_what_it_was() -> None:
    """Of a single code as it was written before there could be several."""
    assert derive_id(judged(normalized=CONTEXT)) == (
        "urn:uuid:36d4059f-3345-5a5c-99b7-e5fa4e6b0631"
    )
    ids = {derive_id(judged(normalized=each)) for each in ((), TRUE, [TRUE, CONTEXT])}
    assert len(ids) == 3


@pytest.mark.parametrize("given", ["value", "best", "worst"])
def test_a_rating_is_a_number_or_an_end(given: str) -> None:
    """Some publish their scale and no number."""
    rating = Rating(**{given: 3})
    assert judged(rating=rating).rating == rating
    data = write_record(Assessment(subject="c1", rating=rating))
    assert data["rating"] == {given: 3}
    assert read_record(data)[0] == Assessment(subject="c1", rating=rating)


def test_a_rating_of_nothing() -> None:
    """It would say nothing."""
    with pytest.raises(ct.InvalidRecord) as caught:
        Rating()
    assert str(caught.value) == (
        "rating.value: value is required because there is no best or worst. "
        "Give the value, or an end of the scale. (CT011)"
    )


def test_the_published_review_is_a_document() -> None:
    """It is referred to, and has to be one."""
    d = ct.Dossier()
    claim, desk = d.claim("The ferry stops"), d.outlet("The desk")
    page = d.document(
        "article",
        "No, the ferry goes on",
        publisher=desk,
        url="https://example.org/checks/1",
        image=["https://example.org/badge.png"],
    )
    made = d.assess(claim, by=desk, document=page, verdict="False")
    assert made.document == page.id
    assert d.validate() == ()
    assert ct.Dossier.loads(d.dumps()) == d
    with pytest.raises(ct.DanglingReference):
        d.assess(claim, document="nowhere", verdict="False")
    wrong = d.dumps().replace(f'"document": "{page.id}"', f'"document": "{desk.id}"')
    assert [each.code for each in ct.validate(wrong)] == ["CT709"]
    with pytest.raises(ct.DanglingReference):
        d.remove(page.id)
