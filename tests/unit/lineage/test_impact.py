"""What falls, is weakened or stands when something is taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack import (
    Attribution,
    Candidate,
    Claim,
    Condition,
    DanglingReference,
    Dossier,
    Link,
    Notice,
    Relation,
    link,
)
from claimtrack.lineage import dependence, impact, trace

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.lineage import Impact
    from claimtrack.records import RelationKind

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"


def verdicts(found: Impact) -> str:
    """Return the verdict of each claim, in a line."""
    return " ".join(each.verdict for each in found.outcomes)


@pytest.mark.parametrize(
    ("chains", "retract", "expected"),
    [
        # A source, wherever it stands.
        ("o1 o2 p1", "o1", "falls"),
        ("o1 o2 p1", "o2", "falls"),
        ("o1 o2 p1", "p1", "falls"),
        ("o1 o2 (p1)", "p1", "falls"),
        ("o1 o2 p1", "p2", "stands"),
        ("o1 p1 | o2 p2", "o1", "weakened"),
        ("o1 o2 | o3", "o3", "weakened"),
        # It had origins, and none of these is left.
        ("o1 o2 | o3 p1", "p1", "falls"),
        ("o1 p2 | o3 p2 p1", "p1", "falls"),
        ("o1 p1 | o2 p1 | o3 p2", "a1 a3", "weakened"),
        # Nobody supports it.
        ("o1 !p1", "o1", "unsupported"),
        ("o1 (p1):Uu", "p1", "unsupported"),
        # A document, read in, said in or rested on.
        ("d1> o1 p1", "d1", "falls"),
        ("o1 o2@d1 p1", "d1", "falls"),
        ("o1 o2/document=d1,d2", "d2", "falls"),
        ("o1 o2/document=d1 | o3/document=d2", "d2", "weakened"),
        # An attribution, a claim, an utterance.
        ("o1 p1 | o2 p1", "a2", "weakened"),
        ("o1 p1 | o2 p1", "a1 a2", "falls"),
        ("o1 p1 | c2: o2 p1", "c2", "stands falls"),
        ("o1 p1+c2 | c2: o2 p2", "c2", "falls falls"),
        # A claim that falls takes nothing with it.
        ("o1 p1+c2 | c2: o2 p2", "p2", "stands falls"),
        # Who is not settled is not in the chain.
        ("o1 ?", "p2", "stands"),
        # What had counted for nothing does not save what falls.
        ("o1 p1/official | o2 p1", "a1", "weakened"),
        ("o1 p1/official | o2 p1/hearsay | o3 p1", "a1", "falls"),
        ("o1 p1/official | o2 p1/hearsay | o3 p1", "a1 a2", "falls"),
        ("o1 p1/official | o2 p1/hearsay | o3 p1", "a2", "weakened"),
        ("o1 p1/official | o2 p1/hearsay | o3 p1", "a3", "weakened"),
        ("o1 p1/official | o2 ? | o3 p1", "a1", "weakened"),
        ("o1 p1/official | o2 p1/hearsay", "a1", "falls"),
        ("o1 p1/hearsay | o2 p1", "a1", "weakened"),
    ],
)
def test_what_a_retraction_takes_away(
    chains: str, retract: str, expected: str, tell: Callable[..., Dossier]
) -> None:
    """Every attribution whose chain contains the thing."""
    dossier = tell(*chains.split(" | "))
    if "p2" not in dossier:
        tell("p2").get("p2")
        dossier.add(tell("p2")["p2"])
    assert verdicts(impact(dossier, retract=retract.split())) == expected


@pytest.mark.parametrize(
    ("relation", "retract", "expected"),
    [
        ("same-as p1 p2", "p2", "falls stands"),
        ("same-as c1 c2", "c2", "falls falls"),
        ("copied-from d1 d2", "d2", "falls stands"),
        ("copied-from d1 d2", "d1", "falls stands"),
        ("copied-from d2 d1", "d2", "stands stands"),
        ("translation-of d1 d2", "d2", "falls stands"),
        ("version-of d1 d2", "d2", "stands stands"),
        ("translation-of c1 c2", "c2", "falls falls"),
    ],
)
def test_copies_are_followed_and_what_is_one_is_one(
    relation: str, retract: str, expected: str, tell: Callable[..., Dossier]
) -> None:
    """A copy goes with its original, and not the other way round."""
    dossier = tell("d1> o1 p1", "c2: o2 p3", "c2: o3@d2 !p2")
    kind, subject, object_ = relation.split()
    named: RelationKind = kind  # type: ignore[assignment]
    dossier.add(Relation(kind=named, subject=subject, object=object_))
    assert verdicts(impact(dossier, retract=[retract])) == expected


def test_copies_of_copies_are_followed(tell: Callable[..., Dossier]) -> None:
    """Also where they run in a circle."""
    dossier = tell("d1> o1", "c2: d2> o1", "c3: d3> o1")
    for subject, object_ in (("d1", "d2"), ("d2", "d3"), ("d3", "d1")):
        dossier.add(Relation(kind="copied-from", subject=subject, object=object_))
    assert impact(dossier, retract=["d2"]).falls == ("c1", "c2", "c3")


def test_an_outcome_says_what_there_was_and_what_is_left(
    tell: Callable[..., Dossier],
) -> None:
    """Chains and origins, and what the rest hangs on."""
    dossier = tell("o1 o3 p1", "o2 p2", "o2 o4/document=d1", "o2 !p9")
    found = impact(dossier, retract=[dossier["o3"], "d1"]).outcomes[0]
    assert (found.claim, found.text, found.verdict) == ("c1", "Text of c1", "weakened")
    assert (found.chains_before, found.chains_after) == (("a1", "a2", "a3"), ("a2",))
    assert found.origins_before == ("d1", "p1", "p2")
    assert found.origins_after == ("p2",)
    assert found.hangs_on == ("p2",)
    assert [(each.code, each.ids, each.text) for each in found.why] == [
        ("chains", ("a1", "a3"), "2 of 3 chains that support it are lost"),
        ("origins", ("d1", "p1"), "Lost: the document “D1” and P1"),
        ("hangs-on", ("p2",), "What is left hangs on P2"),
    ]


@pytest.mark.parametrize(
    ("chains", "retract", "why"),
    [
        ("o1 !p1", "p2", "No chain supported it before"),
        ("o1 !p1", "p1", "Its only chain, which opposes it, is lost"),
        ("o1 p1:Uu", "p1", "Its only chain, which commits to nothing, is lost"),
        (
            "o1 p1:Uu | o1 p2:Uu",
            "p1",
            (
                "No chain supported it before. "
                "1 of 2 chains that commit to nothing is lost"
            ),
        ),
        (
            "o1 p1:Uu | o1 !p1",
            "p1",
            (
                "The only chain that opposes it is lost. "
                "The only chain that commits to nothing is lost"
            ),
        ),
        (
            "o1 p1 | o2 !p2 | o3 !p2",
            "p2",
            "All 2 chains that oppose it are lost. What is left hangs on P1",
        ),
        ("o1 p1 | o1 p2:Uu", "p1", "The only chain that supports it is lost"),
        (
            "o1 p1/official | o2 p1/hearsay | o3 p1",
            "a1",
            (
                "1 of 3 chains is lost. P1 no longer counts: a chain that is left says "
                "that P1 knows it from hearsay alone, and no chain that is left says "
                "otherwise. What is left hangs on P1"
            ),
        ),
        (
            "o1 p1/official | o2 p1/hearsay | o3 p1",
            "a1 a2",
            (
                "2 of 3 chains are lost. P1 no longer counts: a chain that is lost "
                "says that P1 knows it from hearsay alone, and no chain that is left "
                "says otherwise; losing that chain too does not make it count again. "
                "What is left hangs on P1"
            ),
        ),
        (
            "o1 o2/witnessed | o1 o2 | o3 p1",
            "a1 a3",
            (
                "2 of 3 chains are lost. Lost: P1. O2 no longer counts: no chain that "
                "is left says that O2 knows it at first hand. What is left hangs on O2"
            ),
        ),
        (
            "o1 o2/witnessed | o1 o2 p1",
            "a1",
            (
                "1 of 2 chains is lost. O2 no longer counts: no chain that is left "
                "says that O2 knows it at first hand. "
                "What is left hangs on each of O2 and P1"
            ),
        ),
        ("o1 p1", "p1", "Its only chain is lost"),
        ("o1 p1 | o2 p1", "p1", "All 2 chains are lost"),
        (
            "o1 o2 | o3 p1",
            "p1",
            (
                "1 of 2 chains is lost. None of its origins is left: P1. "
                "What is left hangs on O2"
            ),
        ),
        (
            "o1 o2 p1 | o3 p3",
            "p3",
            "1 of 2 chains is lost. Lost: P3. What is left hangs on each of O2 and P1",
        ),
        ("o1 p1 | o2 p2", "d1", "Nothing is lost"),
    ],
)
def test_why_a_claim_falls_can_be_read_aloud(
    chains: str, retract: str, why: str, tell: Callable[..., Dossier]
) -> None:
    """In words that can be read aloud."""
    dossier = tell(*chains.split(" | "), "c2: d1> o9", "c2: p2")
    found = impact(dossier, retract=retract.split())
    assert ". ".join(map(str, found.outcomes[0].why)) == why


def test_candidates_that_are_retracted_are_reported(
    tell: Callable[..., Dossier],
) -> None:
    """Nothing is lost, for nobody knows who it was; and nobody should miss it."""
    dossier = tell("o1 ?", "c2: o1 p1", "c3: o1 p2", "c4: o1 p3")
    unsettled = dossier["a1"]
    assert isinstance(unsettled, Attribution)
    guesses = [Candidate(source=each) for each in ("p1", "p2", "p3")]
    links = [unsettled.chain[0], attrs.evolve(unsettled.chain[1], candidates=guesses)]
    dossier.replace(attrs.evolve(unsettled, chain=links))
    dossier.add(Relation(kind="same-as", subject="p3", object="p2"))
    found = impact(dossier, retract=["p3"]).outcomes[0]
    assert (found.verdict, found.retracted_candidates) == ("stands", ("p2",))
    assert (found.is_touched, found.is_in_question) == (True, False)
    assert ". ".join(map(str, found.why)) == (
        "Nothing is lost. Retracted among those who may have said it: P2"
    )


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        ("c2 inferred-from c1", "c2"),
        ("c2 presupposes c1", "c2"),
        ("c1 presupposes c2 | c2 supersedes c1", ""),
        ("c3 inferred-from c2 | c2 presupposes c1", "c2 c3"),
        ("c3 presupposes c4 | c4 inferred-from c1", "c3"),
        ("c2 same-as c3 | c3 presupposes c1", "c2 c3"),
        ("c5 presupposes c1", "c5"),
        ("c6 presupposes c7", "c6"),
        ("c2 presupposes c3 | c3 presupposes c2", ""),
        ("c2 presupposes c3 | c3 presupposes c2 | c3 presupposes c1", "c2 c3"),
        ("c2 same-as c3 | c2 presupposes c3", ""),
    ],
)
def test_what_rests_on_a_claim_that_falls_is_in_question(
    relations: str, expected: str, tell: Callable[..., Dossier]
) -> None:
    """At any remove; what is weakened (c4) or falls itself (c1) is not listed."""
    dossier = tell(
        "o1 p1", "c2: o1 p2", "c3: o1 p3", "c4: o1 p1", "c4: o1 p2", "c5: o1 !p2"
    )
    dossier.add(Claim(id="c7", text="T", condition=Condition(claim="c1")))
    dossier.add(Claim(id="c6", text="T", condition=Condition(text="Later")))
    dossier.add(Claim(id="c8", text="T", condition=Condition(claim="c9")))
    for each in relations.split(" | "):
        subject, kind, object_ = each.split()
        named: RelationKind = kind  # type: ignore[assignment]
        dossier.add(Relation(kind=named, subject=subject, object=object_))
    found = impact(dossier, retract=["p1"])
    assert set(found.in_question) == {*expected.split(), "c7"}


def test_why_a_claim_is_in_question(tell: Callable[..., Dossier]) -> None:
    """By the relation, and what it leads to."""
    dossier = tell("o1 p1", "c2: o1 p2", "c3: o1 p3")
    dossier.add(Relation(kind="inferred-from", subject="c2", object="c1"))
    dossier.add(Relation(kind="presupposes", subject="c3", object="c2"))
    dossier.add(Claim(id="c4", text="T", condition=Condition(claim="c1")))
    found = impact(dossier, retract=["p1"])
    assert [str(each.why[-1]) for each in found.outcomes[1:]] == [
        "It is inferred from the claim “Text of c1”, which falls",
        "It presupposes the claim “Text of c2”, which rests on a claim that falls",
        "It is conditioned on the claim “Text of c1”, which falls",
    ]
    assert str(found).count("In question") == 0
    assert all(each.is_touched for each in found.outcomes)
    assert [each.code for each in found.why] == ["retracted", "claims"]


def test_dependence_has_what_takes_each_chain_away(
    tell: Callable[..., Dossier],
) -> None:
    """And the origins that it carries by itself; supporting chains alone."""
    dossier = tell(
        "d1> o1 o2@d2 p1/official+c3", "c2: o3/document=d4 (p2)", "o1 p1", "o1 !p1"
    )
    for kind, subject, object_ in (
        ("same-as", "c1", "c2"),
        ("same-as", "p1", "p2"),
        ("copied-from", "d2", "d3"),
    ):
        named: RelationKind = kind  # type: ignore[assignment]
        if object_ == "d3":
            dossier.document("report", "D3", id="d3")
        if "c3" not in dossier:
            dossier.claim("C3", id="c3")
        dossier.add(Relation(kind=named, subject=subject, object=object_))
    assert [
        (each.attribution, " ".join(each.taken_by), each.carries)
        for each in dependence(dossier)
    ] == [
        ("a1", "a1 c1 c2 c3 d1 d2 d3 o1 o2 p1 p2", ("p1",)),
        ("a2", "a2 c1 c2 d4 o3 p1 p2", ("d4",)),
        ("a3", "a3 c1 c2 o1 p1 p2", ("p1",)),
    ]
    assert all(each.claims == ("c1", "c2") for each in dependence(dossier))


def test_where_nobody_is_named_nobody_takes_a_chain_away() -> None:
    """What is left are its claim, the attribution itself and who is named."""
    dossier = Dossier()
    claim, outlet = dossier.claim("It is so"), dossier.outlet("Post")
    dossier.attribute(
        claim, [outlet, Link(candidates=[Candidate(source=outlet.id)])], id="a1"
    )
    [found] = dependence(dossier)
    assert set(found.taken_by) == {"a1", claim.id, outlet.id}


def test_retracting_nothing_changes_nothing(tell: Callable[..., Dossier]) -> None:
    """And says so."""
    found = impact(tell("o1 p1", "c2: o1 !p2"))
    assert (found.stands, found.unsupported) == (("c1",), ("c2",))
    assert (found.falls, found.weakened, found.retracted) == ((), (), ())
    assert str(found) == "Nothing is retracted.\n2 claims are untouched."


def test_the_own_notices_can_be_applied(tell: Callable[..., Dossier]) -> None:
    """Retractions alone, and together with what is asked for."""
    dossier = tell("o1 p1", "c2: o1 p2", "c3: o1 p3")
    dossier.add(Notice(id="n1", kind="retraction", target="p1"))
    dossier.add(Notice(id="n2", kind="correction", target="p2"))
    dossier.add(Notice(id="n3", kind="retraction", target="n2"))
    dossier.add(Notice(id="n4", kind="retraction", target="nothing"))
    assert impact(dossier).falls == ()
    found = impact(dossier, as_recorded=True)
    assert (found.falls, found.retracted) == (("c1",), ("n2", "p1"))
    assert found.why[0].text == "Retracted: the notice n2 and P1"
    assert impact(dossier, retract=["c3"], as_recorded=True).falls == ("c1", "c3")


def test_what_is_not_there_cannot_be_taken_back(tell: Callable[..., Dossier]) -> None:
    """A typing mistake must not look like good news."""
    with pytest.raises(DanglingReference):
        impact(tell("o1 p1"), retract=["p2"])


def test_things_are_called_by_their_names(tell: Callable[..., Dossier]) -> None:
    """In the reason that says what is taken back."""
    dossier = tell("d1> o1 u1", "c2: o1 p2")
    found = impact(dossier, retract=["c2", "u1", "d1", "a2"])
    assert found.why[0].text == (
        "Retracted: the attribution a2, the claim “Text of c2”, the document “D1” "
        "and “U1” (unnamed, 1 or more)"
    )
    assert found.why[1].text == (
        "Of 2 claims, 2 lose their recorded support, 0 are weakened, 0 stand, "
        "and 0 had no support before"
    )


def test_bloomberg_fells_most_of_the_article() -> None:
    """Bloomberg fells all that is supported but what Ushakov says."""
    dossier = Dossier.load(EXAMPLE)
    found = impact(dossier, retract=["bloomberg"])
    assert found.stands == ("c34", "c35", "c36")
    assert found.unsupported == ("c02", "c05", "c18", "c20", "c26")
    assert len(found.falls) == 36 - 3 - 5
    for each in found.falls:
        assert trace(dossier, each).supported_by
    assert impact(dossier, retract=["ushakov"]).falls == ("c34", "c35", "c36")
    assert impact(dossier, retract=["bloomberg-april"]).falls == ("c30", "c31", "c32")
    assert impact(dossier, retract=["unnamed-4"]).falls == ("c22", "c23")
    assert impact(dossier, retract=["c35"]).falls == ("c34", "c35")


def test_a_former_origin_is_left_only_if_it_is_one_of_what_is_left() -> None:
    """It was listed although the outlet has it from a paper, and saw nothing itself."""
    d = Dossier()
    outlet, paper = d.outlet("O"), d.document("report", "The paper")
    claim = d.claim("It rains")
    seen = d.attribute(claim, link(outlet, basis="witnessed"))
    d.attribute(claim, link(outlet, basis="document", evidence=[paper]))
    d.attribute(claim, link(outlet, basis="document"))
    assert set(trace(d, claim).origin_ids) == {outlet.id, paper.id}
    (outcome,) = impact(d, retract=[seen]).outcomes
    assert outcome.verdict == "weakened"
    assert outcome.origins_after == (paper.id,)
