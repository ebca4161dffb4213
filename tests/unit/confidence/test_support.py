"""Support: each origin once, as far as its word arrives, and all with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import claimtrack as ct
from claimtrack.confidence import (
    GRADES,
    Opinion,
    Support,
    cumulative_fusion,
    support,
    support_all,
)

if TYPE_CHECKING:
    from claimtrack.records import Factuality

ROOT = Opinion.from_evidence(4, 1)
"""What hearing the officials would be worth, in the worked example."""


def graded(d: ct.Dossier, grades: dict[str, str], *, by: str | None = None) -> None:
    """Put grades of reliability on record."""
    for key, grade in grades.items():
        d.assess(key, by=by, confidence=[ct.Confidence("admiralty-reliability", grade)])


def someone(*, factuality: Factuality | None = None) -> ct.Link:
    """Return a link whose speaker is not settled."""
    either = [ct.Candidate(source="post"), ct.Candidate(source="unn")]
    return ct.Link(candidates=either, factuality=factuality)


def codes(found: Support) -> list[str]:
    """Return the codes of the reasons."""
    return [each.code for each in found.why]


def evidence_of(belief: float) -> Any:  # noqa: ANN401  # as pytest has it
    """Return the evidence that makes somebody believe so much."""
    return pytest.approx(2 * belief / (1 - belief))


def numbers(found: Support) -> tuple[float, float]:
    """Return probability and uncertainty, as the worked example has them."""
    assert found.opinion is not None
    return round(found.opinion.projection, 3), round(found.opinion.uncertainty, 3)


def relayed(relays: int) -> tuple[ct.Dossier, ct.Claim, dict[str, float]]:
    """Return a claim that so many outlets have from Bloomberg, which has officials."""
    d = ct.Dossier()
    officials = d.unnamed("European officials", id="officials", count="2+")
    bloomberg = d.outlet("Bloomberg")
    claim = d.claim("US guarantees are needed")
    reliability = {"bloomberg": 0.9}
    for n in range(relays):
        outlet = d.outlet(f"Relay {n}", id=f"relay-{n}")
        reliability[outlet.id] = 0.8
        d.attribute(claim, outlet.citing(bloomberg).citing(officials))
    return d, claim, reliability


@pytest.mark.parametrize("relays", [1, 3, 10])
def test_relays_of_one_origin_change_nothing(relays: int) -> None:
    """One, three and ten outlets: the same support, and surer that it was said."""
    d, claim, reliability = relayed(relays)
    found = support(d, claim, reliability=reliability, grounds={"officials": ROOT})
    assert numbers(found) == (0.654, 0.486)
    attested = {each.source: each.probability for each in found.attestation}
    assert attested["bloomberg"] == pytest.approx(1 - 0.2**relays)
    assert attested["officials"] == pytest.approx(0.72)
    assert attested["relay-0"] == 1


@pytest.mark.parametrize(
    ("dependence", "expected"),
    [(0, (0.684, 0.335)), (0.5, (0.672, 0.397)), (1, (0.654, 0.486))],
)
def test_a_second_origin_counts_as_far_as_it_is_one(
    dependence: float, expected: tuple[float, float]
) -> None:
    """The worked example: independent, half the same, and the same officials."""
    d, claim, reliability = relayed(1)
    other = d.outlet("Other", id="other")
    official = d.unnamed("US official", id="us-official", count="1")
    d.attribute(claim, other.citing("bloomberg").citing(official))
    found = support(
        d,
        claim,
        reliability={**reliability, "other": 0.8},
        grounds={"officials": ROOT, "us-official": Opinion.from_evidence(3, 1)},
        dependence={("us-official", "officials"): dependence},
    )
    assert numbers(found) == expected
    assert [each.weight for each in found.by_origin] == [1, 1 - dependence]
    assert ("echo" in codes(found)) is (dependence > 0)


def test_without_assessments_there_is_no_number() -> None:
    """It says so, and whom it would have to know."""
    d, claim, _ = relayed(2)
    found = support(d, claim)
    assert found.opinion is None
    (origin,) = found.by_origin
    assert not origin.is_judged
    assert origin.unjudged == ("relay-0", "bloomberg", "officials")
    assert origin.evidence == pytest.approx((0, 0))
    assert str(found).splitlines()[1:] == [
        "Support is not rated: one unnamed origin through Bloomberg alone.",
        "To raise it: a rating of Relay 0, Bloomberg and ??European officials.",
        "- it cannot be judged: one unnamed origin through Bloomberg alone.",
        (
            "- for it: ??European officials (not rated) through Bloomberg (not "
            "rated) and Relay 0 (not rated), not counted until Relay 0, Bloomberg and "
            "??European officials can be judged."
        ),
    ]


def test_what_cannot_be_judged_is_no_middle() -> None:
    """One "F" on the way, and nothing arrives; it is neither 0.5 nor 0."""
    d, claim, _ = relayed(1)
    graded(d, {"relay-0": "A", "bloomberg": "F", "officials": "A"})
    found = support(d, claim)
    assert found.opinion is None
    assert found.by_origin[0].unjudged == ("bloomberg",)
    assert "not counted until Bloomberg can be judged" in str(found)


def test_grades_on_record_are_read() -> None:
    """The origin's belief is what its word is worth; relays pass on their share."""
    d, claim, _ = relayed(1)
    graded(d, {"relay-0": "B", "bloomberg": "A", "officials": "C"})
    found = support(d, claim)
    (origin,) = found.by_origin
    assert origin.path == ("relay-0", "bloomberg", "officials")
    assert origin.share == pytest.approx(0.75 * 0.95)
    assert origin.ground == Opinion(0.5, 0, 0.5)
    arrives = 0.75 * 0.95 * 0.5
    assert origin.evidence == pytest.approx((2 * arrives / (1 - arrives), 0))
    assert str(found.why[0]) == (
        "for it: ??European officials (C), 71 % arrives through Bloomberg (A) and "
        "Relay 0 (B)"
    )
    halved = {"admiralty-reliability": {"A": Opinion(0.5, 0, 0.5)}}
    told = support(d, claim, grades=halved)
    assert told.opinion is None
    assert set(GRADES["admiralty-reliability"]) == set("ABCDE")


def test_a_bad_source_is_no_witness_for_the_contrary() -> None:
    """Of whoever is unreliable little arrives, and none of it turned round."""
    d = ct.Dossier()
    mayor = d.person("Ines Moreau", id="mayor")
    claim = d.claim("The bridge is closed")
    d.attribute(claim, ct.link(mayor))
    graded(d, {"mayor": "E"})
    found = support(d, claim)
    assert found.opinion is not None
    assert found.opinion.disbelief == 0
    assert 0.5 < found.opinion.projection < 0.55


def test_of_each_assessor_the_latest_counts() -> None:
    """And of several assessors the average; "F" is no value to average."""
    d = ct.Dossier()
    mayor = d.person("Ines Moreau", id="mayor")
    claim = d.claim("The bridge is closed")
    d.attribute(claim, ct.link(mayor))
    one, other = d.organization("Desk A"), d.organization("Desk B")

    def grade(code: str, by: ct.Source | None, at: str | None) -> None:
        confidence = [ct.Confidence("admiralty-reliability", code)]
        d.assess(mayor, by=by, at=at, confidence=confidence)

    def belief() -> float | None:
        ground = support(d, claim).by_origin[0].ground
        return None if ground is None else ground.belief

    grade("E", one, "2025-01")
    grade("B", one, "2025-03-02")
    grade("D", one, "2025-03-02T10:00:00Z")
    assert belief() == pytest.approx(
        (0.75 + 0.25) / 2
    )  # the day and the instant on it: both
    grade("A", one, "2025-04-01")
    assert belief() == pytest.approx(0.95)
    grade("F", other, "2025-04-02T10:00:00Z")
    assert belief() == pytest.approx(0.95)
    grade("C", other, "2025-04-03T10:00:00Z")
    assert belief() == pytest.approx((0.95 + 0.5) / 2)
    grade("F", one, "2025-05")
    assert belief() == pytest.approx(0.5)
    d.assess(mayor, by=one, at="2025-06", confidence=[ct.Confidence("percent", 90)])
    assert belief() == pytest.approx(0.5)  # that is no reliability
    grade("E", None, None)
    assert "(C, E and F)" in str(support(d, claim))


@pytest.mark.parametrize(
    ("given", "said", "share"),
    [
        (0.8, "80 %", 0.8),
        (Opinion(0.6, 0.1, 0.3), "60 %", 0.6),
        (ct.Confidence("admiralty-reliability", "B"), "B", 0.75),
    ],
)
def test_a_caller_goes_before_the_record(
    given: float | Opinion | ct.Confidence, said: str, share: float
) -> None:
    """With a share, an opinion or a grade."""
    d, claim, _ = relayed(1)
    graded(d, {"relay-0": "E", "bloomberg": "A", "officials": "A"})
    found = support(d, claim, reliability={"relay-0": given})
    assert found.by_origin[0].share == pytest.approx(share * 0.95)
    assert f"Relay 0 ({said})" in str(found)


def test_a_caller_may_say_that_it_cannot_be_judged() -> None:
    """With None, "F", or a value that is no reliability."""
    d, claim, _ = relayed(1)
    graded(d, {"relay-0": "A", "bloomberg": "A", "officials": "A"})
    for given in (
        None,
        ct.Confidence("admiralty-reliability", "F"),
        ct.Confidence("percent", 50),
    ):
        assert support(d, claim, reliability={"relay-0": given}).opinion is None
    assert "(not judged)" in str(support(d, claim, reliability={"relay-0": None}))


def test_what_is_wrong_is_refused() -> None:
    """Shares and degrees outside 0 to 1, an origin without doubt, no such claim."""
    d, claim, reliability = relayed(1)
    with pytest.raises(ct.InvalidRecord, match="5 is not between 0 and 1"):
        support(d, claim, reliability={**reliability, "officials": 1.5})
    with pytest.raises(ct.InvalidRecord, match="dependence 2 is not between"):
        support(d, claim, dependence={("a", "b"): 2})
    d.attribute(claim, ct.link("officials"))
    with pytest.raises(ct.InvalidRecord, match="evidence without end"):
        support(d, claim, grounds={"officials": Opinion(1, 0, 0)})
    with pytest.raises(ct.DanglingReference):
        support(d, "c9")


def test_how_certain_an_origin_is_shapes_its_evidence() -> None:
    """Certain, probable, possible; the strongest of several chains; never against."""
    evidence: dict[str, float] = {}
    for factuality in ("CT+", "PR+", "PS+"):
        d = ct.Dossier()
        mayor, unn = d.person("Ines Moreau", id="mayor"), d.outlet("UNN")
        claim = d.claim("The bridge is closed")
        d.attribute(claim, unn.citing(mayor, factuality=factuality))
        graded(d, {"mayor": "B", "unn": "A"})
        found = support(d, claim)
        (origin,) = found.by_origin
        evidence[factuality] = origin.evidence[0]
        assert origin.evidence[1] == 0
        assert ("for how certainly it is said" in str(found)) is (factuality != "CT+")
        d.attribute(claim, unn.citing(mayor))
        assert support(d, claim).by_origin[0].evidence[0] == evidence_of(0.95 * 0.75)
    assert evidence["CT+"] == evidence_of(0.95 * 0.75)
    assert evidence["PR+"] == evidence_of(0.95 * 0.75 * 2 / 3)
    assert evidence["PS+"] == evidence_of(0.95 * 0.75 / 3)


def test_opposing_chains_speak_against_it() -> None:
    """A speaker who says that it is not so, and one who denies what others say."""
    d = ct.Dossier()
    unn = d.outlet("UNN")
    mayor, police = d.person("Ines Moreau", id="mayor"), d.organization("Police")
    line = d.organization("Ferry Line", id="line")
    claim = d.claim("The bridge is closed")
    d.attribute(claim, unn.citing(mayor))
    d.attribute(claim, unn.citing(police, factuality="PR-"))
    denial = unn.citing(line).citing(d.outlet("Post"), stance="denies")
    d.attribute(claim, denial.citing(mayor))
    graded(d, {"unn": "A", "mayor": "B", "police": "B", "line": "C"})
    found = support(d, claim)
    sides = {each.origin: each.side for each in found.by_origin}
    assert sides == {"mayor": "for", "line": "against", "police": "against"}
    assert found.opinion is not None
    r, s = found.opinion.evidence
    assert r == evidence_of(0.95 * 0.75)
    # Both come to the same, and nobody calls them independent.
    assert 0.75 * 2 / 3 == 0.5
    assert s / 1.5 == evidence_of(0.95 * 0.5)
    assert "against it: Police (B)" in str(found)


def test_ends_of_opposing_chains_are_ends() -> None:
    """Open outlets count for nothing, papers for themselves, candidates for nobody."""
    d = ct.Dossier()
    unn, post = d.outlet("UNN"), d.outlet("Post")
    report = d.document("report", "Bridge report", id="report", publisher=post)
    claim = d.claim("The bridge is closed")
    d.attribute(claim, unn.citing(post, factuality="CT-"))
    d.attribute(
        claim,
        ct.link(unn, factuality="CT-", basis="document", evidence=[report]),
    )
    d.attribute(claim, ct.Chain(links=["unn", someone(factuality="CT-")]))
    graded(d, {"unn": "A", "post": "B"})
    found = support(d, claim)
    assert [each.origin for each in found.by_origin] == ["report"]
    assert codes(found) == ["origin", "open-end"]
    assert found.by_origin[0].share == pytest.approx(0.95)
    assert found.by_origin[0].ground == Opinion(0.75, 0, 0.25)
    assert "the document “Bridge report” (B)" in str(found)
    accepted = support(d, claim, accept_open=["post"])
    assert [each.origin for each in accepted.by_origin] == ["post", "report"]


def test_claims_that_contradict_it_speak_against_it() -> None:
    """Their supporters do; whoever opposes them does not speak for this one."""
    d = ct.Dossier()
    unn = d.outlet("UNN")
    mayor, police = d.person("Ines Moreau", id="mayor"), d.organization("Police")
    line = d.organization("Ferry Line", id="line")
    shut, opened = d.claim("The bridge is shut"), d.claim("The bridge is open")
    d.relate(shut, "contradicts", opened)
    d.attribute(shut, unn.citing(mayor))
    d.attribute(opened, unn.citing(police))
    d.attribute(opened, unn.citing(line, factuality="CT-"))
    graded(d, {"unn": "A", "mayor": "B", "police": "C", "line": "A"})
    for claim, other in ((shut, opened), (opened, shut)):
        found = support(d, claim)
        against = [each for each in found.by_origin if each.claim == other.id]
        assert [each.side for each in against] == ["against"]
        assert f"against it, by saying {other.id}: " in str(found)
    first = support(d, shut).opinion
    assert first is not None
    assert first.evidence == (
        evidence_of(0.95 * 0.75),
        evidence_of(0.95 * 0.5),
    )


def test_one_origin_may_stand_on_both_sides() -> None:
    """Then no date decides which of the two counts, and neither does."""
    d = ct.Dossier()
    unn, post = d.outlet("UNN"), d.outlet("Post")
    mayor = d.person("Ines Moreau", id="mayor")
    shut, opened = d.claim("The bridge is shut"), d.claim("The bridge is open")
    d.relate(shut, "contradicts", opened)
    d.attribute(shut, unn.citing(mayor))
    d.attribute(shut, post.citing(mayor, factuality="CT-"))
    d.attribute(opened, unn.citing(mayor))
    graded(d, {"unn": "A", "post": "C", "mayor": "B"})
    found = support(d, shut)
    assert found.by_origin == ()
    assert (found.level, codes(found)) == ("none", ["not-judged", "says-both"])
    assert found.because == (
        "Ines Moreau says this and the opposite, and no date decides; neither counts"
    )


def test_a_paper_is_one_origin_of_many() -> None:
    """Whoever has it from the paper is a relay; the best one counts."""
    d = ct.Dossier()
    unn, post = d.outlet("UNN"), d.outlet("Post")
    paper = d.document("leak", "Minutes", id="minutes")
    claim = d.claim("The bridge is closed")
    for outlet in (unn, post):
        d.attribute(claim, ct.link(outlet, basis="document", evidence=[paper]))
    graded(d, {"unn": "C", "post": "B", "minutes": "A"})
    found = support(d, claim)
    (origin,) = found.by_origin
    assert (origin.origin, origin.kind, origin.path) == (
        "minutes",
        "document",
        ("post",),
    )
    assert origin.share == pytest.approx(0.75)
    assert str(found.why[0]).startswith(
        "for it: the document “Minutes” (A), 75 % arrives through Post (B)"
    )
    assert support(d, claim, reliability={"unn": None, "post": None}).opinion is None
    unrated = support(d, claim, reliability={"minutes": None})
    assert unrated.by_origin[0].unjudged == ("minutes",)


def test_a_paper_nobody_has_rated() -> None:
    """It is worth what its publisher is, and nothing without one."""
    d = ct.Dossier()
    unn, ministry = d.outlet("UNN"), d.organization("Ministry")
    paper = d.document("report", "Minutes", id="minutes")
    claim = d.claim("The bridge is closed")
    d.attribute(claim, ct.link(unn, basis="document", evidence=[paper]))
    graded(d, {"unn": "B", "ministry": "A"})
    assert support(d, claim).opinion is None
    assert "(not rated)" in str(support(d, claim))
    d.replace(ct.Document(id="minutes", kind="report", title="M", publisher=ministry))
    assert support(d, claim).by_origin[0].ground == Opinion(0.95, 0, 1 - 0.95)


def test_outlets_that_saw_it_and_outlets_whose_word_is_taken() -> None:
    """A witness is an origin; an open end is one only for whoever says so."""
    d = ct.Dossier()
    unn, post = d.outlet("UNN"), d.outlet("Post")
    claim = d.claim("The bridge is closed")
    d.attribute(claim, unn.citing(post, basis="witnessed"))
    d.attribute(claim, ct.link(unn))
    other = d.claim("The bridge is closed for good")
    d.attribute(other, unn.citing(post))
    graded(d, {"unn": "A", "post": "B"})
    assert [each.origin for each in support(d, claim).by_origin] == ["post"]
    silent = support(d, other)
    assert silent.opinion is None
    assert codes(silent) == ["not-judged", "open-end"]
    assert "the chains stop at Post" in str(silent)
    taken = support(d, other, accept_open=[post.id])
    assert [each.kind for each in taken.by_origin] == ["open"]
    assert taken.opinion is not None


def test_nobody_speaks_for_it() -> None:
    """No chain, one that commits to nothing, a circle, a speaker who is not settled."""
    d = ct.Dossier()
    unn, post = d.outlet("UNN"), d.outlet("Post")
    d.person("Ines Moreau", id="mayor")
    alone, circle, hidden = d.claim("A"), d.claim("B"), d.claim("C")
    graded(d, {"unn": "A", "post": "A", "mayor": "A"})
    assert codes(support(d, alone)) == ["not-judged"]
    assert "no chain on record speaks for it" in str(support(d, alone))
    d.attribute(circle, unn.citing(post))
    d.attribute(circle, post.citing(unn))
    found = support(d, circle)
    assert found.opinion is None
    assert "circular" in codes(found)
    assert found.because == "Post and UNN only cite each other"
    d.attribute(circle, ct.link(d.outlet("Star")))
    assert support(d, circle).because == "the chains stop at Post and Star"
    d.attribute(hidden, ct.Chain(links=[someone(), "mayor"]))
    behind = support(d, hidden)
    assert behind.opinion is None
    assert behind.by_origin[0].path == ()
    assert "until those who pass it on can be judged" in str(behind)
    d.attribute(hidden, ct.Chain(links=["unn", someone(), "mayor"]))
    d.attribute(hidden, ct.Chain(links=["unn", someone()]))
    assert support(d, hidden).opinion is None


def test_records_of_one_source_are_one() -> None:
    """Joined by same-as: one origin, one reliability, one relay."""
    d = ct.Dossier()
    unn, agency = d.outlet("UNN"), d.outlet("УНН", id="unn-uk")
    one, two = d.person("I. Moreau", id="m1"), d.person("Ines Moreau", id="m2")
    d.relate(two, "same-as", one)
    d.relate(agency, "same-as", unn)
    claim, same = d.claim("The bridge is closed"), d.claim("The bridge is shut")
    d.relate(same, "same-as", claim)
    d.attribute(claim, unn.citing(one))
    d.attribute(same, agency.citing(two))
    graded(d, {"unn-uk": "A", "m2": "B"})
    found = support(d, same)
    assert [each.origin for each in found.by_origin] == ["m1"]
    assert found.by_origin[0].share == pytest.approx(0.95)
    by_alias = support(d, same, reliability={"m2": 0.5}, grounds={"m2": ROOT})
    assert by_alias.by_origin[0].ground == ROOT
    assert "as given by the caller" in str(by_alias)


def test_all_claims_at_once() -> None:
    """The same as each by itself."""
    d, claim, reliability = relayed(2)
    other = d.claim("They are not needed")
    d.relate(other, "contradicts", claim)
    graded(d, {"officials": "B"})
    every = support_all(d, reliability=reliability)
    assert list(every) == sorted(each.id for each in d.claims)
    for key, found in every.items():
        assert found == support(d, key, reliability=reliability)


def test_independent_origins_add_up() -> None:
    """As cumulative fusion has it, through outlets that leave room for it."""
    d = ct.Dossier()
    claim = d.claim("The bridge is closed")
    desk = d.organization("Desk")
    people = [d.person(name) for name in ("Ann", "Ben", "Cid")]
    for number, each in enumerate(people):
        d.attribute(claim, ct.link(each))
        for other in people[:number]:
            d.relate(each, "independent-of", other, by=desk)
    graded(d, {each.id: "C" for each in people})
    expected = cumulative_fusion(Opinion(0.25, 0, 0.75) for _ in people)
    hedged = {each.id: Opinion(0.25, 0, 0.75) for each in people}
    found = support(d, claim, grounds=hedged)
    assert found.opinion is not None
    assert found.opinion.belief == pytest.approx(expected.belief)
    assert found.opinion.base_rate == 0.5
    assert found.because.endswith(
        "somebody else calls at least two of them independent"
    )
    cautious = support(d, claim, base_rate=0.1).opinion
    assert cautious is not None
    assert cautious.base_rate == 0.1


def test_chains_that_come_back_to_one_source_end() -> None:
    """The last link knows from papers that only the middle one names."""
    d = ct.Dossier()
    post = d.outlet("Post")
    paper = d.document("report", "Minutes", id="minutes")
    claim = d.claim("The bridge is closed")
    again = ct.Link(source=post.id, basis="document", evidence=[paper.id])
    for outer, inner in (([post], [post]), ([post], []), ([], [post])):
        d.attribute(claim, ct.Chain(links=[*outer, again, *inner]))
    graded(d, {"post": "B", "minutes": "A"})
    assert support_all(d)[claim.id] == support(d, claim)
    assert support(d, claim).level != "contested"


def test_the_best_path_counts() -> None:
    """A longer one of better sources goes before a shorter one of worse."""
    d = ct.Dossier()
    unn, post = d.outlet("UNN"), d.outlet("Post")
    agency, mayor = d.outlet("Agency"), d.person("Ines Moreau", id="mayor")
    claim = d.claim("The bridge is closed")
    d.attribute(claim, unn.citing(mayor))
    d.attribute(claim, post.citing(agency).citing(mayor))
    graded(d, {"unn": "C", "post": "A", "agency": "B", "mayor": "A"})
    found = support(d, claim)
    assert found.by_origin[0].path == ("post", "agency", "mayor")
    assert found.by_origin[0].share == pytest.approx(0.95 * 0.75)
    attested = {each.source: each.probability for each in found.attestation}
    assert attested["mayor"] == pytest.approx(1 - 0.5 * (1 - 0.95 * 0.75))


def test_many_names_are_only_counted() -> None:
    """A sentence lists five."""
    d = ct.Dossier()
    outlets = [d.outlet(f"Outlet {n}").id for n in range(8)]
    claim = d.claim("The bridge is closed")
    d.attribute(claim, ct.Chain(links=[*outlets, d.person("Ann").id]))
    assert "Outlet 4 and 4 more can be judged" in str(support(d, claim))
