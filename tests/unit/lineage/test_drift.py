"""Where a claim grew on the way, or lost what it came with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack import Dossier, Relation
from claimtrack.lineage import drift

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import RelationKind

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"


def relate(dossier: Dossier, kind: RelationKind, *pairs: str) -> Dossier:
    """Add relations, each as ``c1 c2``."""
    for each in pairs:
        subject, object_ = each.split()
        dossier.add(Relation(kind=kind, subject=subject, object=object_))
    return dossier


def found(dossier: Dossier) -> list[str]:
    """Return what drifts: where, what, held against what, from what to what."""
    return [
        f"{each.attribution}.{each.link} {each.kind} "
        f"{','.join(each.related) or '-'} {each.was}>{each.now}"
        for each in drift(dossier)
    ]


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        # Factuality: recorded against composed.
        ("o1:CT+ ^p1:PR+", ["a1.0 factuality - PR+>CT+"]),
        ("o1:PR+ ^p1:PR+", []),
        ("o1:PS+ ^p1:PR+", []),
        ("o1:PR+ p1:PR+", ["a1.0 factuality - Uu>PR+"]),
        ("o1:CTu p1:PR+", []),
        ("o1:CT- !p1:CT+", []),
        ("o1:CT+ !p1:CT+", ["a1.0 factuality - CT->CT+"]),
        ("o1:CT- ^p1:CT+", ["a1.0 factuality - CT+>CT-"]),
        ("o1:PS- ^p1:CT+", ["a1.0 factuality - CT+>PS-"]),
        ("o1:Uu ^p1:CT+", []),
        ("o1 o2:CT+ ^?:PS+", ["a1.1 factuality - PS+>CT+"]),
        ("? ^p1:PS+", []),
        ("?:CT+ ^p1:PS+", ["a1.0 factuality - PS+>CT+"]),
        # Factuality: surer than all that was read in the document it goes through.
        ("d1> o1 o2@d2 p1 | d2> o2 p1:PR+", ["a1.2 factuality a2 PR+>CT+"]),
        (
            "d1> o1 o2@d2 p1 | d2> o2 p1:PR+ | d2> o2 p1:PS+",
            ["a1.2 factuality a2,a3 PR+>CT+"],
        ),
        ("d1> o1 o2@d2 p1 | d2> o2 p1:PR+ | d2> o3 p1", []),
        ("d1> o1 o2@d2 p1:PS+ | d2> o2 p1:PR+", []),
        ("d1> o1 o2@d2 p1:CT- | d2> o2 p1", ["a1.2 factuality a2 CT+>CT-"]),
        (
            "d1> o1 o2@d2 p1:CT- | d2> o2 p1 | d2> o2 p1:PR-",
            ["a1.2 factuality a2,a3 CT+>CT-"],
        ),
        ("d1> o1 o2@d2 p1:CT- | d2> o2 p1 | d2> o2 p1:CT-", []),
        (
            "d1> o1 o2@d2 p1 | d2> o2 p1:Uu | d2> o2 p1:CTu",
            ["a1.2 factuality a2,a3 CTu>CT+"],
        ),
        ("d1> o1 o2@d2 p1:CTu | d2> o2 p1:Uu", []),
        ("d1> o1 o2@d2 p1 | d2> o2 p2:PR+", []),
        ("d1> o1 o2@d2 p1 | c2: d2> o2 p1:PR+", []),
        ("d1> o1 o2@d2 p1 | d3> o2 p1:PR+", []),
        ("d2> o1 o2@d2 p1 | d2> o2 p1:PR+", []),
        ("o1 o2@d2 p1 | d2> o2 p1:PR+", ["a1.2 factuality a2 PR+>CT+"]),
        ("d1> o1@d2 p1 | d2> o2 p1:PR+", ["a1.1 factuality a2 PR+>CT+"]),
        (
            "d1> o1 o2@d2 o3@d3 p1 | d2> o2 p1:PR+ | d3> o3 p1:PS+",
            ["a1.3 factuality a2 PR+>CT+", "a1.3 factuality a3 PS+>CT+"],
        ),
        ("d1> o1 o2@d2 ? | d2> o2 ?:PR+", []),
        ("d1> o1 !o2@d2 p1 | d2> o2 p1", []),
        ("d1> o1 o2@d2 !p1 | d2> o2 p1", ["a1.2 factuality a2 CT+>CT-"]),
        ("d1> o1 o2@d2 !p1 | d2> o2 !p1", []),
        ("d1> o1 o2@d2 !p1:Uu | d2> o2 p1:Uu", ["a1.2 factuality a2 Uu>CT-"]),
        # Attitude: stronger than in every chain that was read there.
        (
            "d1> o1 o2@d2 p1:PR+ | d2> o2 p1~belief",
            ["a1.2 attitude a2 belief>assertion"],
        ),
        (
            "d1> o1 o2@d2 p1 | d2> o2 p1~belief",
            ["a1.2 factuality a2 PR+>CT+", "a1.2 attitude a2 belief>assertion"],
        ),
        (
            "d1> o1 o2@d2 p1~intention | d2> o2 p1~desire",
            ["a1.2 attitude a2 desire>intention"],
        ),
        (
            "d1> o1 o2@d2 p1:Uu~belief | d2> o2 p1~intention",
            ["a1.2 attitude a2 intention>belief"],
        ),
        (
            "d1> o1 o2@d2 p1~knowledge | d2> o2 p1",
            ["a1.2 attitude a2 assertion>knowledge"],
        ),
        ("d1> o1 o2@d2 p1 | d2> o2 p1~knowledge", []),
        ("d1> o1 o2@d2 p1~belief | d2> o2 p1", []),
        ("d1> o1 o2@d2 p1~desire | d2> o2 p1~intention", []),
        (
            "d1> o1 o2@d2 p1 | d2> o2 p1:CT+~belief | d2> o2 p1:CT+~desire",
            ["a1.2 attitude a2,a3 belief>assertion"],
        ),
        ("d1> o1 o2@d2 p1 | d2> o2 p1~belief | d2> o2 p1", []),
        ("d1> o1 o2@d2 p1 | d2> o2 p2~belief", []),
        ("d1> o1 o2@d2 p1 | c2: d2> o2 p1~belief", []),
        ("d1> o1 o2@d2 ? | d2> o2 ?~belief", []),
        ("d2> o1 o2@d2 p1 | d2> o2 p1~belief", []),
        # Ground rules: looser than in every chain that was read there.
        (
            "d1> o1 o2@d2 u1 | d2> o2 u1%background",
            ["a1.2 ground-rules a2 background>None"],
        ),
        (
            "d1> o1 o2@d2 u1%on-record | d2> o2 u1%background",
            ["a1.2 ground-rules a2 background>on-record"],
        ),
        (
            "d1> o1 o2@d2 u1%background | d2> o2 u1%not-for-attribution",
            ["a1.2 ground-rules a2 not-for-attribution>background"],
        ),
        (
            "d1> o1 o2@d2 u1%not-for-attribution | d2> o2 u1%deep-background",
            ["a1.2 ground-rules a2 deep-background>not-for-attribution"],
        ),
        (
            "d1> o1 o2@d2 u1%deep-background | d2> o2 u1%off-record",
            ["a1.2 ground-rules a2 off-record>deep-background"],
        ),
        ("d1> o1 o2@d2 u1 | d2> o2 u1%on-record", []),
        ("d1> o1 o2@d2 u1%on-record | d2> o2 u1", []),
        ("d1> o1 o2@d2 u1%off-record | d2> o2 u1%background", []),
        ("d1> o1 o2@d2 u1 | d2> o2 u1%background | d2> o2 u1", []),
        (
            "d1> o1 o2@d2 u1 | d2> o2 u1%background | d2> o2 u1%off-record",
            ["a1.2 ground-rules a2,a3 background>None"],
        ),
        # An outlet that relied on unnamed people.
        ("d1> o1 o2 | d2> o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2@d2 | d2> o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2@d3 | d2> o3 o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2@d3 | d2> o2@d3 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2 o2@d3 | d2> o2@d3 u1", ["a1.2 anonymity a2 u1>None"]),
        ("d1> o1 o2 | d2> o2 o2@d3 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2 (p1) | d2> o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> ? o2 | d2> o2 u1", ["a1.1 anonymity a2 u1>None"]),
        ("d1> o1 o2 | d2> o2 u1 | d3> o2 u2", ["a1.1 anonymity a2,a3 u1>None"]),
        ("d1> o1 o2@d3 | d2> o2 u1", []),
        ("d1> o1 o2@d3 | d2> o2@d4 u1", []),
        (
            "d1> o1 o2@d3 | d2> o3 o2@d4 u1 | d4> o3 o2 u2",
            ["a1.1 anonymity a3 u2>None"],
        ),
        ("d1> o1 o2 | d1> o2 u1", []),
        ("d1> o1 o2 | d1> o2 u3 | d2> o2 u1", []),
        ("d1> o1 o2 | d1> o2 p1 | d2> o2 u1", ["a1.1 anonymity a3 u1>None"]),
        ("d1> o1 o2 | c2: d1> o2 u3 | d2> o2 u1", ["a1.1 anonymity a3 u1>None"]),
        ("d1> o2 | d2> o2 u1", []),
        ("d1> o2 o2 | d2> o2 u1", []),
        ("d1> o2 (p1) | d2> o2 u1", []),
        ("d1> o1 o2 | d2> o2 p1", []),
        ("d1> o1 o2 | d2> o2 ? u1", []),
        ("d1> o1 o2 | d2> o2 (u1)", []),
        ("d1> o1 p1 | d2> p1 u1", []),
        ("d1> o1 ? | d2> o1 u1", []),
        ("o1 o2 | d2> o2 u1", []),
        ("d1> o1 o2 | o2 u1", []),
        ("d1> o1 o2 | c2: d2> o2 u1", []),
        # From headline to body: on whose word.
        ("d1/headline> o1 p1 | d1/lead> o1 o2", ["a1.1 headline a2 None>p1"]),
        (
            "d1/headline> o1 p1 | d1/caption> o1 o2 | d1> o1 p2",
            ["a1.1 headline a2,a3 None>p1"],
        ),
        ("d1/headline> o1 b1 | d1> o1 b2", ["a1.1 headline a2 None>b1"]),
        ("d1/headline> o1 u1 | d1> o1 p1", ["a1.1 headline a2 None>u1"]),
        ("d1/headline> o1/witnessed | d1> o1 p1", ["a1.0 headline a2 None>o1"]),
        ("d1/headline> o1 p1 | d1> o1 p1 p2", ["a1.1 headline a2 None>p1"]),
        ("d1/headline> o1 p1 | d1> o1 p1 | d1> o1 o2 p2", []),
        ("d1/headline> o1 p1 | d1> o2 p1/hearsay", []),
        (
            "d1/headline> o1 p1 | d1/headline> o1 p2 | d1> p2",
            ["a1.1 headline a3 None>p1"],
        ),
        ("d1/headline> o1 o2 | d1> o1 o2 u1", []),
        ("d1/headline> o1 p1/hearsay | d1> o1 p2", []),
        ("d1/headline> o1 (p1) | d1> o1", []),
        ("d1/headline> o1 ? | d1> o1 p1", []),
        ("d1/headline> o1 m1 | d1> o1 p1", []),
        ("d1/headline> o1/document=d3 | d1> o2/document=d3", []),
        ("d1/headline> o1/document=d3,d4 | d1> o2/document=d4,d5", []),
        ("d1/headline> o1/document=d3 | d1> o2 o1", []),
        (
            "d1/headline> o1/document=d3 | d1> o2/document=d4",
            ["a1.0 headline a2 None>o1"],
        ),
        ("d1/headline> o1 p1", []),
        ("d1/headline> o1 p1 | d2> o1 p2", []),
        ("/headline> o1 p1 | d1> o1 p2", []),
        ("/headline> o1 p1 | o1 p1", []),
        ("/headline> o1 p1 | o1 p2", ["a1.1 headline a2 None>p1"]),
        ("d1/headline> o1 p1 | c2: d1> o1 p1", ["a1.1 headline - None>p1"]),
        # From headline to body: how surely.
        ("d1/headline> o1 p1 | d1> o1 p1:PR+", ["a1.1 headline a2 PR+>CT+"]),
        (
            "d1/headline> o1 p1 | d1> o1 p1:PS+ | d1> o1 p1~belief",
            ["a1.1 headline a2,a3 PR+>CT+"],
        ),
        ("d1/headline> o1 p1 | d1> o1 p1:PS+ | d1> o1 o2 p2", []),
        ("d1/headline> o1 p1 | d1> o1 p1:Uu", ["a1.1 headline a2 Uu>CT+"]),
        ("d1/headline> o1 p1:CT- | d1> o1 p1", ["a1.1 headline a2 CT+>CT-"]),
        ("d1/headline> o1 !p1 | d1> o1 p1", ["a1.1 headline a2 CT+>CT-"]),
        ("d1/headline> o1 p1:PS+ | d1> o1 p1", []),
        (
            "d1/headline> o1 p1 | d1> o1 p1:PR+ | d2> o1 p1",
            ["a1.1 headline a2 PR+>CT+"],
        ),
        (
            "d1/headline> o1 p1:PR+ | d1> o1 p2:PS+",
            ["a1.1 headline a2 None>p1", "a1.1 headline a2 PS+>PR+"],
        ),
    ],
)
def test_what_drifts(
    chains: str, expected: list[str], tell: Callable[..., Dossier]
) -> None:
    """And what nearly does."""
    assert found(tell(*chains.split(" | "))) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("stronger-than", ["a1.1 wording a2 c2>c1"]),
        ("inferred-from", []),
        ("narrower-than", ["a1.1 headline - None>p1"]),
    ],
)
def test_a_headline_is_held_against_what_it_says_more_than(
    kind: RelationKind, expected: list[str], tell: Callable[..., Dossier]
) -> None:
    """Claims that it is stronger than, and those that it is inferred from."""
    dossier = tell("d1/headline> o1 p1", "c2: d1> o1 p1", "c3: d2> o1 p1")
    assert found(relate(dossier, kind, "c1 c2", "c1 c3")) == expected


def test_a_stronger_headline_may_stand_in_the_body_too(
    tell: Callable[..., Dossier],
) -> None:
    """Then it says no more than the body."""
    dossier = tell("d1/headline> o1 p1", "c2: d1> o1 p1", "d1> o1 p1")
    assert found(relate(dossier, "stronger-than", "c1 c2")) == []


def test_the_wording_may_grow_on_the_way(tell: Callable[..., Dossier]) -> None:
    """One source's word, taken from a document that has it as a weaker claim."""
    dossier = tell("d1> o1 o2@d2 p1", "c2: d2> o2 p1", "c2: d2> o2 p2")
    relate(dossier, "stronger-than", "c1 c2", "c1 c3")
    assert found(dossier) == ["a1.1 wording a2 c2>c1"]
    # The document has the stronger one besides.
    relate(dossier, "same-as", "c2 c1")
    assert found(dossier) == []


def test_what_is_one_does_not_drift_from_itself(tell: Callable[..., Dossier]) -> None:
    """Claims and sources are taken by their classes."""
    dossier = tell("d1/headline> o1 p1", "c2: d1> o1 p2")
    assert found(dossier) == ["a1.1 headline - None>p1"]
    assert found(relate(dossier, "same-as", "c1 c2", "p1 p2")) == []


def test_it_can_be_read_aloud(tell: Callable[..., Dossier]) -> None:
    """Where it is, and what became of it."""
    dossier = tell(
        "d1/headline> o1 o2@d2 u1",
        "d2> o2 u1~belief%background",
        "c2: d3> o1 o2",
        "c2: d2> o2 u1",
        "c2: d4> o1:CT+ ^?:PR+",
        "c3: d5> o1 o2@d6 p1",
        "c4: d6> o2 p1",
        "c5: d7/headline> p1",
        "c4: d7> p2",
        "c6: d8> ?:CT+ ^p1:PR+",
    )
    relate(dossier, "stronger-than", "c3 c4", "c5 c4")
    assert [str(each) for each in drift(dossier)] == [
        (
            "a1: the word of “U1” (unnamed, 1 or more) is passed on as assertion, "
            "and is belief in the document “D2”"
        ),
        (
            "a1: the word of “U1” (unnamed, 1 or more) is passed on without its ground "
            "rules, background in the document “D2”"
        ),
        (
            "a1: the headline ends in “U1” (unnamed, 1 or more), "
            "and no chain of the body does"
        ),
        (
            "a10: somebody who is not settled is recorded with CT+, "
            "and what it takes up makes it PR+"
        ),
        "a3: O2 is passed on without those it relied on: “U1” (unnamed, 1 or more)",
        "a5: O1 is recorded with CT+, and what it takes up makes it PR+",
        (
            "a6: the word of P1 is passed on as a stronger claim than that in "
            "the document “D6”"
        ),
        (
            "a8: the headline is a stronger claim than the body has: "
            "the claim “Text of c4”"
        ),
        "a8: the headline ends in P1, and no chain of the body does",
    ]


def test_the_article() -> None:
    """The headline's origin is the US, which is the origin of no body chain."""
    drifting = drift(Dossier.load(EXAMPLE))
    assert [(each.kind, each.attribution, each.now) for each in drifting] == [
        ("wording", "a01", "c01"),
        ("headline", "a01", "us"),
    ]
    assert {each.related for each in drifting} == {("a02", "a04", "a08")}
