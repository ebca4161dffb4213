"""What an editor looks at again: drift, contradictions and findings of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from claimtrack import Dossier, link
from claimtrack.draw import (
    brief_rows,
    claims_data,
    conflicts_data,
    draw_claim,
    draw_claims,
    draw_conflicts,
    draw_drift,
    draw_timeline,
    drift_data,
    timeline_data,
)
from claimtrack.findings import Finding
from claimtrack.lineage import conflicts, drift, timeline
from claimtrack.schema import is_array, is_object
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from claimtrack.records import CueBasis


@pytest.fixture
def ferry() -> Dossier:
    """Return a claim that drifts, and two that contradict it."""
    d = Dossier(title="Ferry")
    stops, runs = d.claim("It stops."), d.claim("It runs.")
    d.claim("It ran for years.")
    wire = link(d.outlet("Wire"))
    told = link(d.outlet("Post"), factuality="CT+").citing(wire)
    d.attribute(stops, told, id="a1")
    d.relate(stops, "contradicts", runs)
    d.relate("c3", "contradicts", stops)
    d.relate(stops, "supersedes", runs)
    return d


def rows(dossier: Dossier, key: str, *findings: Finding) -> list[str]:
    """Return the lines of a claim's drawing, without blanks around them."""
    claims = {each.id: each for each in dossier.claims}
    shown = draw_claim(dossier, claims[key], findings=findings)
    return [" ".join(each.split()) for each in shown.split("\n")]


def test_a_claim_says_where_it_grew_and_what_contradicts_it(ferry: Dossier) -> None:
    """Each side from its own end."""
    (grown,) = drift(ferry)
    shown = rows(ferry, "c1")
    assert f"drift factuality: {grown.text}" in shown
    place = shown.index("contradicted by c2: It runs. (older than this claim)")
    assert shown[place + 1] == "by c3: It ran for years."
    other = Dossier.loads(ferry.dumps())
    other.attribute("c2", link("post"))
    assert "contradicted by c1: It stops. (newer than this claim)" in rows(other, "c2")


def test_a_claim_without_any_has_no_such_row(ferry: Dossier) -> None:
    """A row that always says none is read by nobody."""
    claim = ferry.claim("It is blue.")
    ferry.attribute(claim, link("post"))
    names = [each.split(" ")[0] for each in rows(ferry, claim.id)]
    assert not {"drift", "contradicted", "findings"} & {*names}


def test_findings_are_those_of_the_claim_and_its_attributions(ferry: Dossier) -> None:
    """The worst first, each code once; those of a source are not the claim's."""
    found = [
        Finding.of("CT008", "m", record="c1"),
        Finding.of("CT013", "m", record="a1"),
        Finding.of("CT008", "n", record="a1"),
        Finding.of("CT011", "m", record="post"),
    ]
    assert "findings error CT013, info CT008" in rows(ferry, "c1", *found)
    row, *_ = brief_rows(ferry, ferry.claims, findings=found)
    assert row == ("c1", "It stops.", "Wire [open]", "0+", "Wire", "CT013 CT008")
    data, *_ = claims_data(ferry, ferry.claims, findings=found)
    assert isinstance(data, dict)
    assert data["findings"] == ["CT013", "CT008", "CT008"]
    assert data["contradicted_by"] == ["c2", "c3"]


def test_brief_rows_count_people_in_notation() -> None:
    """One, several, at least so many, and a speaker who is not settled."""
    d = Dossier()
    post = d.outlet("Post")
    for number, count in enumerate(["1", "2-5", "2+"]):
        told = post.citing(d.unnamed(f"{number} clerks", count=count))
        d.attribute(d.claim(f"Claim {number}"), told)
    chain = d.parse_chain("Post < …")
    d.attribute(d.claim("Claim 3"), chain)
    found = [row[2:4] for row in brief_rows(d, d.claims)]
    assert [people for _, people in found] == ["1", "2-5", "2+", "0+"]
    assert found[-1][0] == "[open: speaker not settled]"


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (None, "└─ Wire “says”"),
        ("explicit", "└─ Wire “says”"),
        ("inherited", "└─ Wire “says”, cue: inherited"),
        ("carried-over", "└─ Wire “says”, cue: carried-over"),
    ],
)
def test_a_cue_that_is_not_explicit_says_so(
    basis: CueBasis | None, expected: str
) -> None:
    """Somebody inferred it."""
    d = Dossier()
    wire = link(d.outlet("Wire"), cue="says", cue_basis=basis)
    d.attribute(d.claim("It stops."), d.outlet("Post").citing(wire))
    assert any(line.startswith(expected) for line in rows(d, "c1"))
    assert sum("cue: " in line for line in rows(d, "c1")) == ("cue: " in expected)


def test_drift_names_the_chains_that_one_was_compared_with() -> None:
    """Five of them; the others are counted."""
    d = Dossier()
    strong, weak = d.claim("It stops for good."), d.claim("It stops.")
    d.relate(strong, "stronger-than", weak)
    paper = d.document("article", "Story", publisher=d.outlet("Post"))
    wire = d.outlet("Wire")
    d.attribute(strong, link("post").citing(wire), document=paper, placement="headline")
    for number in range(7):
        told = link("post").citing(d.person(f"Clerk {number}"))
        d.attribute(weak, told, document=paper, placement="body")
    lines = draw_drift(d).split("\n")
    assert lines[0] == "c1  It stops for good."
    assert lines[1].startswith("    wording: ")
    assert lines[2] == "    Post < Wire"
    assert lines[3] == "    compared with: Post < Clerk 0"
    assert lines[8] == "    compared with: 2 more"


def test_where_there_is_nothing_the_answer_says_so() -> None:
    """An empty one would look like a fault."""
    d = Dossier()
    assert draw_drift(d) == "No claim grew on the way."
    assert draw_conflicts(d) == "No claim is contradicted or opposed."
    assert draw_timeline(d, []) == "There is no claim in this dossier."
    rain = d.claim("It rains")
    shown = "c1  It rains\n    nothing on record has a date"
    assert draw_timeline(d, [rain]) == shown


@settings(max_examples=30, deadline=None)
@given(dossiers(max_sources=5, max_claims=3, max_attributions=6))
def test_all_that_lineage_finds_is_shown(dossier: Dossier) -> None:
    """To people and to programs, and when an unnamed source spoke to nobody."""
    grown, opposed = drift(dossier), conflicts(dossier)
    found = drift_data(dossier)["drift"]
    assert is_array(found)
    assert [each["text"] for each in found] == [each.text for each in grown]
    assert draw_drift(dossier).count("\n\n") == max(len(grown) - 1, 0)
    against = conflicts_data(dossier)["conflicts"]
    assert is_array(against)
    assert len(against) == len(opposed)
    told = timeline_data(dossier, dossier.claims)["claims"]
    assert is_array(told)
    for claim, data in zip(dossier.claims, told, strict=True):
        assert is_object(data)
        events = data["events"]
        assert is_array(events)
        for event, shown in zip(timeline(dossier, claim), events, strict=True):
            assert is_object(shown)
            when = None if event.is_private else str(event.when)
            assert shown["when"] == when
    assert len([*draw_claims(dossier, dossier.claims)]) == len(dossier.claims)
