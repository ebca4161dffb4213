"""A dossier as it was, without what came later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from claimtrack import Assessment, Claim, Dossier, InvalidRecord, When, link
from claimtrack.lineage import as_of, impact
from claimtrack.testing import dossiers, whens

if TYPE_CHECKING:
    from claimtrack import Finding


def build() -> Dossier:
    """Return a dossier that grew over the years."""
    d = Dossier(title="Rain", lang="en", base="https://example.org/")
    unn = d.outlet("UNN")
    rain, sun = d.claim("It rains"), d.claim("The sun shines")
    old = d.document("report", "Old", id="d1", published="2020")
    new = d.document("report", "New", id="d2", published="2022")
    d.attribute(rain, unn, id="a1", document=old)
    d.attribute(rain, unn, id="a2", document=new)
    d.attribute(rain, link(unn, at="2021"), id="a3")
    d.attribute(rain, link(unn, at="2023"), id="a4")
    d.attribute(rain, link(unn, document=new), id="a5")
    d.attribute(rain, link(unn, evidence=[new]), id="a6")
    d.attribute(rain, link(unn), id="a7")
    d.assess(rain, id="v1", verdict="True", at="2020")
    d.assess(rain, id="v2", verdict="False", at="2024")
    d.assess("a4", id="v3", verdict="Undated")
    d.relate(rain, "contradicts", sun, id="r1", at="2020")
    d.relate(sun, "contradicts", rain, id="r2", at="2024")
    d.notice("retraction", "a1", id="n1", at="2020")
    d.notice("retraction", "a1", id="n2", at="2024")
    d.notice("retraction", "a1", id="n3", document=new)
    d.notice("retraction", "v2", id="n4")
    d.notice("retraction", "n4", id="n5")
    d.waive("CT102", "n5", id="w1", by="Ann", reason="known")
    d.waive("CT102", "a1", id="w2", by="Ann", reason="known")
    d.assess(new, id="v4", verdict="Careful")
    d.assess(rain, id="v5", verdict="Rests on what is new", evidence=[new])
    d.assess(rain, id="v6", verdict="Rests on both", evidence=[new, old])
    d.relate(new, "copied-from", old, id="r3")
    return d


STAYS = {"unn", "c1", "c2", "a7"}


@pytest.mark.parametrize(
    ("when", "there"),
    [
        ("2021", {"d1", "a1", "a3", "v1", "v6", "r1", "n1", "w2"}),
        ("2020-12-31", {"d1", "a1", "v1", "v6", "r1", "n1", "w2"}),
        ("2019", set[str]()),
    ],
)
def test_what_surely_came_later_is_gone(when: str, there: set[str]) -> None:
    """And whatever is about it; the rest stays, and so does what has no date."""
    assert set(as_of(build(), when)) == STAYS | there


def test_what_stays_refers_to_nothing_that_is_gone() -> None:
    """Evidence, what a claim is about, and dates that count from a document."""
    dossier = build()
    dossier.add(
        Claim(
            id="c3",
            text="The report is long",
            about=["d2", "unn", "https://example.org/x"],
            holds=When(text="the day after", relative_to="d2"),
        )
    )
    made = as_of(dossier, "2021")
    about = made["c3"]
    assert isinstance(about, Claim)
    assert about.about == ("unn", "https://example.org/x")
    assert about.holds == When(text="the day after")
    rests = made["v6"]
    assert isinstance(rests, Assessment)
    assert rests.evidence == ("d1",)
    assert made["a7"] is dossier["a7"]


def test_what_may_have_come_before_stays() -> None:
    """Dates compare by what is known of them."""
    dossier = build()
    assert as_of(dossier, When(text="once")) == dossier
    assert set(dossier) - set(as_of(dossier, "2023/2024")) == set()
    assert as_of(dossier, "2030") == dossier
    with pytest.raises(InvalidRecord):
        as_of(dossier, "last year")


def test_it_is_a_dossier_of_its_own() -> None:
    """With the same head, in the same order; the other stays as it is."""
    dossier = build()
    made = as_of(dossier, "2021")
    assert made.head == dossier.head
    assert list(made) == [key for key in dossier if key in made]
    made.person("Somebody new")
    assert dossier == build()


def test_retractions_count_from_when_they_were_made() -> None:
    """What falls today stood then."""
    dossier = Dossier()
    rain, unn = dossier.claim("It rains"), dossier.outlet("UNN")
    dossier.attribute(rain, link(unn, at="2020"))
    dossier.notice("retraction", unn, at="2024")
    assert impact(dossier, as_recorded=True).falls == ("c1",)
    assert impact(as_of(dossier, "2022"), as_recorded=True).stands == ("c1",)


def dangling(findings: tuple[Finding, ...]) -> set[str]:
    """Return what ids lead nowhere, from where."""
    return {f"{each.record}{each.message}" for each in findings if each.code == "CT701"}


@given(dossiers(), whens())
def test_nothing_that_stays_loses_what_it_refers_to(
    dossier: Dossier, when: When
) -> None:
    """What was sound is sound; and to look twice shows no more."""
    made = as_of(dossier, when)
    assert dangling(made.validate()) <= dangling(dossier.validate())
    assert as_of(made, when) == made
