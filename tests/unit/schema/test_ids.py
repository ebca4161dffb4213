"""Ids that are derived: from public fields alone, and the same everywhere."""

from __future__ import annotations

import uuid
from typing import Final

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.records import (
    Attribution,
    Excerpt,
    Link,
    Recorded,
    Relation,
)
from claimtrack.schema import derive_id, ids_of
from derived_ids import tried_ids

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


MANY: Final = 200

OWN: Final = st.sampled_from(
    [None, None, None, "a", *(derive_id(A, n) for n in (1, 3))]
)


@given(st.lists(st.tuples(st.sampled_from([A, R]), OWN), max_size=12))
def test_each_twin_has_the_first_id_that_is_free(
    made: list[tuple[Attribution | Relation, str | None]],
) -> None:
    """Whatever ids others have that were given them."""
    records = [attrs.evolve(each, id=key) for each, key in made]
    taken = {key for _, key in made if key is not None}
    expected: list[str] = []
    for each, key in made:
        found = key or next(
            one
            for one in (derive_id(each, twin) for twin in range(1, 20))
            if one not in taken
        )
        taken.add(found)
        expected.append(found)
    assert list(ids_of(records)) == expected


def test_many_twins_cost_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """No id is tried again that the twins before it have."""
    tried = tried_ids(monkeypatch)
    assert len(set(ids_of([A] * MANY))) == MANY
    assert len(tried) < 4 * MANY
