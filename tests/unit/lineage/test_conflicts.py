"""Claims that contradict each other, and who stands behind each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from claimtrack import Dossier, Relation
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
    first, second = conflicts(dossier)
    assert first.claims == ("c1", "c3")
    assert first.relations == ("r1", "r2", "r3")
    assert first.supersedes == (("c2", "c3"),)
    assert first.sides == (trace(dossier, "c1"), trace(dossier, "c3"))
    assert (second.claims, second.supersedes) == (("c1", "c4"), ())


@pytest.mark.parametrize(
    ("chain", "behind"),
    [
        ("c2: o1 u1", "“U1” (unnamed, 1 or more)"),
        ("c2: o1 o2", "1 chain, without an origin on record"),
        ("c2: o1 !p1", "nobody on record"),
    ],
)
def test_who_is_behind_it(
    chain: str, behind: str, tell: Callable[..., Dossier]
) -> None:
    """Origins, chains without one, or nobody."""
    dossier = tell("o1/document=d1", chain)
    relate(dossier, "r1 c2 contradicts c1", "r2 c2 supersedes c1")
    assert str(conflicts(dossier)[0]).splitlines() == [
        "c1 and c2 contradict each other.",
        "Behind c1: the document “D1”.",
        f"Behind c2: {behind}.",
        "c2 supersedes c1.",
    ]


def test_a_claim_may_contradict_what_is_the_same(tell: Callable[..., Dossier]) -> None:
    """Then the judgements contradict each other, and that is shown too."""
    dossier = tell("o1 p1", "c2: o1 p2")
    relate(dossier, "r1 c1 same-as c2", "r2 c2 contradicts c1")
    assert conflicts(dossier)[0].claims == ("c1", "c2")


def test_the_article() -> None:
    """c13 and c15 against c23, which supersedes c13."""
    found = conflicts(Dossier.load(EXAMPLE))
    assert [(each.claims, each.supersedes) for each in found] == [
        (("c13", "c23"), (("c23", "c13"),)),
        (("c15", "c23"), ()),
    ]
