"""Ids that are derived: from public fields alone, and the same everywhere."""

from __future__ import annotations

import uuid
from typing import Final

import attrs
import pytest

from claimtrack.records import (
    Attribution,
    Excerpt,
    Link,
    Recorded,
    Relation,
)
from claimtrack.schema import derive_id

A: Final = Attribution(claim="c", chain=["s", Link(source="t", cue="said")])
R: Final = Relation(kind="same-as", subject="a", object="b")

SAME: Final[list[tuple[Attribution | Relation, Attribution | Relation]]] = [
    (A, attrs.evolve(A, id="own")),
    (A, attrs.evolve(A, note="n", ext={"a": 1}, recorded=Recorded(by="b"))),
    (
        A,
        attrs.evolve(
            A,
            chain=[
                "s",
                Link(source="t", cue="said", at="2025", occasion="o", addressee="x"),
            ],
        ),
    ),
    (A, attrs.evolve(A, chain=[Link(source="s"), A.chain[1]])),
    (R, attrs.evolve(R, at="2025", note="n", id="own")),
]

OTHER: Final[list[Attribution | Relation]] = [
    A,
    R,
    attrs.evolve(A, claim="c2"),
    attrs.evolve(A, chain=["s", "t"]),
    attrs.evolve(A, chain=["t", Link(source="s", cue="said")]),
    attrs.evolve(A, document="d"),
    attrs.evolve(A, excerpts=[Excerpt(exact="x")]),
    attrs.evolve(A, presupposed=True),
    attrs.evolve(R, subject="b", object="a"),
    attrs.evolve(R, kind="distinct-from"),
    attrs.evolve(R, by="s"),
    attrs.evolve(R, score=0.5),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_does_not_count(
    one: Attribution | Relation, other: Attribution | Relation
) -> None:
    """Private fields and the id itself: it would give them away otherwise."""
    assert one != other or one.id == other.id
    assert derive_id(one) == derive_id(other)
    assert derive_id(one, 2) == derive_id(other, 2)


def test_every_public_field_counts_for_an_id() -> None:
    """Every public field, and which twin it is."""
    found = [derive_id(each, twin) for each in OTHER for twin in (1, 2, 3)]
    assert len(set(found)) == len(found)
    for each in found:
        assert uuid.UUID(each).version == 5
        assert each.startswith("urn:uuid:")


def test_derived_ids_stay_the_same() -> None:
    """Files that were saved without ids get the same ones tomorrow."""
    assert derive_id(A) == "urn:uuid:b34ceb68-4433-53c1-8e19-30979439c868"
