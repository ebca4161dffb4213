"""Claims that contradict each other, and who stands behind each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from claimtrack import Claim, Dossier, Relation
from claimtrack.lineage import conflicts, trace

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import RelationKind

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"


def relate(dossier: Dossier, *relations: str) -> Dossier:
    """Add relations, each as ``r1 c1 contradicts c2``."""
    for each in relations:
        key, subject, kind, object_ = each.split()
        named = cast("RelationKind", kind)
        dossier.add(Relation(id=key, kind=named, subject=subject, object=object_))
    return dossier


def test_each_conflict_is_told_once(tell: Callable[..., Dossier]) -> None:
    """However many relations say so, whichever way round, of whatever is one."""
    dossier = tell("o1 p1", "c2: o1 p2", "c3: o1 p3", "c4: o1 !p4")
    relate(
        dossier,
        "r1 c3 contradicts c2",
        "r2 c2 contradicts c3",
        "r3 c1 contradicts c3",
        "r4 c4 contradicts c1",
        "r5 c1 same-as c2",
        "r6 c2 supersedes c3",
        "r7 c4 supersedes c3",
        "r8 p1 contradicts p2",
        "r9 c9 contradicts c1",
    )
    first, second, third = conflicts(dossier)
    assert first.claims == ("c1", "c3")
    assert first.relations == ("r1", "r2", "r3")
    assert first.supersedes == (("c2", "c3"),)
    assert first.sides == (trace(dossier, "c1"), trace(dossier, "c3"))
    assert (second.claims, second.supersedes) == (("c1", "c4"), ())
    assert (third.claims, third.relations) == (("c4",), ())
    assert third.sides == (trace(dossier, "c4"),)


@pytest.mark.parametrize(
    ("chains", "sides"),
    [
        ("c2: o1 u1", "Behind c2: “U1” (unnamed, 1 or more)"),
        ("c2: o1 o2", "Behind c2: O2 (open)"),
        ("c2: o1 o2 | c2: o2 o1", "Behind c2: O1 (circular) and O2 (circular)"),
        ("c2: o1 ? | c2: o1 p2", "Behind c2: P2 and somebody who is not settled"),
        ("c2: o1 !p1", "Behind c2: nobody on record. Against c2: O1"),
        (
            "c2: o1 (p1):PR- | c2: p2",
            "Behind c2: P2. Against c2: P1",
        ),
        (
            "c2: o1 o2 !p1 | c2: o1 ? !p3:CT-",
            (
                "Behind c2: nobody on record. "
                "Against c2: O2 and somebody who is not settled"
            ),
        ),
    ],
)
def test_who_is_behind_it_and_against_it(
    chains: str, sides: str, tell: Callable[..., Dossier]
) -> None:
    """The ends by name, and whoever denies it or says the opposite."""
    dossier = tell("o1/document=d1", *chains.split(" | "))
    relate(dossier, "r1 c2 contradicts c1", "r2 c2 supersedes c1")
    assert str(conflicts(dossier)[0]).splitlines() == [
        "c1 and c2 contradict each other.",
        "Behind c1: the document “D1”.",
        *(f"{each}." for each in sides.split(". ")),
        "c2 supersedes c1.",
    ]


def test_a_claim_may_be_opposed_by_its_own_chains(tell: Callable[..., Dossier]) -> None:
    """That is a conflict, with no other claim in it; one for all that are one."""
    dossier = tell("o1 p1", "c3: o1 p2:CT-", "c2: o1 p3", "c4: o1 !p4")
    relate(dossier, "r1 c3 same-as c1", "r2 c4 supersedes c1")
    found = conflicts(dossier)
    assert [each.claims for each in found] == [("c1",), ("c4",)]
    assert found[0].supersedes == ()
    assert str(found[0]).splitlines() == [
        "c1 is opposed.",
        "Behind c1: P1.",
        "Against c1: P2.",
    ]


def test_a_claim_may_contradict_what_is_the_same(tell: Callable[..., Dossier]) -> None:
    """Then the judgements contradict each other, and that is shown too."""
    dossier = tell("o1 p1", "c2: o1 p2")
    relate(dossier, "r1 c1 same-as c2", "r2 c2 contradicts c1")
    assert conflicts(dossier)[0].claims == ("c1", "c2")


def test_conflicts_of_the_article_are_those_annotated() -> None:
    """c13 and c15 against c23, which supersedes c13; and c26, thought unlikely."""
    found = conflicts(Dossier.load(EXAMPLE))
    assert [(each.claims, each.supersedes) for each in found] == [
        (("c13", "c23"), (("c23", "c13"),)),
        (("c15", "c23"), ()),
        (("c26",), ()),
    ]


def test_a_conflict_speaks_of_claims_by_what_they_say() -> None:
    """Of claims that are one, the first in the alphabet, whatever their ids."""
    dossier = Dossier()
    for key, text in (("c1", "Zero"), ("c2", "Nought"), ("c3", "One")):
        dossier.add(Claim(id=key, text=text))
    relate(
        dossier,
        "r1 c1 contradicts c3",
        "r2 c3 contradicts c2",
        "r3 c1 same-as c2",
    )
    dossier.attribute(
        "c1", dossier.outlet("UNN").citing(dossier.outlet("AP"), stance="denies")
    )
    assert [each.claims for each in conflicts(dossier)] == [("c2",), ("c2", "c3")]
