"""CT401 to CT404 at their edges: which scales, which subjects, how high is highest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import claimtrack as ct
from claimtrack.lint import check

if TYPE_CHECKING:
    from claimtrack.findings import Finding
    from claimtrack.scales import ScaleId

WHY = "Read in full."


def article() -> ct.Dossier:
    """Return a claim with one origin, and what else can be judged."""
    d = ct.Dossier()
    post = d.outlet("Post", id="post")
    jane = d.person("Jane Roe", id="jane")
    claim = d.claim("The ferry stops.", id="c")
    story = d.document("article", "Story", id="story", publisher=post, url="ex:s")
    told = ct.link(post).citing(jane, occasion="in parliament")
    d.attribute(claim, told, id="a", document=story)
    return d


def found(d: ct.Dossier) -> list[Finding]:
    """Return what the rules about grades find."""
    return [each for each in check(d) if each.code.startswith("CT4")]


def grade(
    d: ct.Dossier, subject: str, *values: tuple[ScaleId, str | float]
) -> list[str]:
    """Return the codes that a judgement with these values gets."""
    d.assess(
        subject,
        id="v",
        confidence=[ct.Confidence(scale, value) for scale, value in values],
        rationale=WHY,
    )
    return [each.code for each in found(d)]


@pytest.mark.parametrize(
    ("subject", "scale", "value", "codes"),
    [
        ("c", "admiralty-reliability", "B", ["CT401"]),
        ("jane", "admiralty-credibility", "2", ["CT401"]),
        ("jane", "admiralty-reliability", "A", []),
        ("a", "admiralty-reliability", "B", ["CT401"]),
        ("story", "admiralty-credibility", "2", []),
        ("jane", "percent", 70, []),
        # The top band of a scale, on a claim or on what was said.
        ("c", "admiralty-credibility", "1", ["CT403"]),
        ("a", "admiralty-credibility", "1", ["CT403"]),
        ("c", "icd203", "nearly-certain", ["CT403"]),
        ("c", "icd203", "very-likely", []),
        ("c", "ipcc", "extremely-likely", ["CT403"]),
        ("c", "ipcc", "very-likely", []),
        ("c", "kent", "certain", ["CT403"]),
        ("c", "kent", "almost-certain", []),
        ("c", "dni", "almost-certain", ["CT403"]),
        ("c", "level", "high", ["CT403"]),
        ("c", "level", "medium", []),
        ("c", "percent", 95, ["CT403"]),
        ("c", "percent", 94, []),
        ("c", "admiralty-credibility", "6", []),
        ("story", "percent", 99, []),
    ],
)
def test_which_grade_of_what_gets_which_finding(
    subject: str, scale: ScaleId, value: str | float, codes: list[str]
) -> None:
    """And no other."""
    assert grade(article(), subject, (scale, value)) == codes


def test_one_judgement_gets_one_finding_of_a_kind() -> None:
    """At the first value that is wrong."""
    d = article()
    wrong = grade(
        d,
        "c",
        ("admiralty-reliability", "B"),
        ("admiralty-reliability", "C"),
        ("percent", 50),
        ("percent", 99),
        ("admiralty-credibility", "1"),
    )
    assert wrong == ["CT401", "CT403"]
    mixed, high = found(d)
    assert mixed.message == (
        "admiralty-reliability measures reliability, but the subject is a claim: c"
    )
    assert mixed.pointer.endswith("/confidence/0/scale")
    assert high.pointer.endswith("/confidence/3/value")
    assert (
        high.message == "99 on the scale percent, but only one origin is on record: c"
    )
    assert high.related == ("c",)


def test_one_and_confirmed() -> None:
    """Confirmed is by independent origins; a second origin alone does not do it."""
    d = article()
    assert grade(d, "a", ("admiralty-credibility", "1")) == ["CT403"]
    (finding,) = found(d)
    assert finding.message == (
        '"confirmed by other sources" on the scale admiralty-credibility, but only '
        "one origin is on record: a, c"
    )
    assert finding.related == ("a", "c")
    ann = d.person("Ann", id="ann")
    d.attribute("c", ct.link("post").citing(ann, occasion="on air"))
    (finding,) = found(d)
    assert "nobody else calls two of its origins independent" in finding.message
    how = "Asked both who told them."
    d.relate(ann, "independent-of", "jane", id="r", by="post", method=how)
    assert found(d) == []
    house = d.organization("House")
    for each in ("ann", "jane"):
        d.relate(each, "owned-by", house)
    assert [each.code for each in found(d)] == ["CT403"]
    silent = ct.Dossier()
    silent.claim("The ferry stops.", id="c")
    assert grade(silent, "c", ("admiralty-credibility", "1")) == ["CT403"]
    assert "but no origin is on record" in found(silent)[0].message


@pytest.mark.parametrize(
    ("scale", "value", "codes"),
    [
        ("admiralty-credibility", "1", ["CT403"]),
        ("admiralty-credibility", "2", []),
        ("icd203", "almost-certain", []),
        ("level", "high", []),
        ("percent", 99, []),
    ],
)
@pytest.mark.parametrize("outlets", [("post", "post"), ("post", "star")])
def test_two_unnamed_sources_confirm_nothing(
    outlets: tuple[str, str], scale: ScaleId, value: str | float, codes: list[str]
) -> None:
    """Of one outlet or of two; the top of another scale asks for two origins only."""
    d = ct.Dossier()
    d.claim("The ferry stops.", id="c")
    d.outlet("Post", id="post")
    d.outlet("Star", id="star")
    for outlet in outlets:
        source = d.unnamed(f"an official of {outlet}", count="1")
        d.attribute("c", ct.link(outlet).citing(source, occasion="on background"))
    assert grade(d, "c", (scale, value)) == codes


def test_a_basis_is_a_rationale_or_evidence() -> None:
    """A verdict without a grade needs neither."""
    d = article()
    half = [ct.Confidence("percent", 50)]
    d.assess("c", id="v1", confidence=half)
    d.assess("c", id="v2", confidence=half, evidence=["story"])
    d.assess("c", id="v3", confidence=half, rationale=WHY)
    d.assess("c", id="v4", verdict="Half so.")
    assert [(each.code, each.record) for each in found(d)] == [("CT402", "v1")]


@pytest.mark.parametrize(
    ("rating", "said"),
    [
        (ct.Rating(value=3), "the rating has a value, but no best and no worst"),
        (ct.Rating(value=3, best=5), "the rating has a value, but no worst"),
        (ct.Rating(value=3, worst=0), "the rating has a value, but no best"),
        (ct.Rating(value=3, best=0, worst=0), None),
    ],
)
def test_a_rating_has_both_ends(rating: ct.Rating, said: str | None) -> None:
    """Zero is an end."""
    d = article()
    d.assess("c", verdict="Half so.", rating=rating)
    assert [each.message for each in found(d)] == ([said] if said else [])
