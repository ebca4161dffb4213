"""Relations: which there are, what they join, and where references are told apart."""

from __future__ import annotations

from typing import Final, get_type_hints

import attrs
import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.records import (
    EXTERNAL,
    RECORD_TYPES,
    REFERENCES,
    RELATION_ENDS,
    Claim,
    Relation,
    RelationKind,
    words,
)
from claimtrack.when import When

ONE: Final = Claim(id="c1", text="1")
TWO: Final = Claim(id="c2", text="2")


@pytest.mark.parametrize("kind", words(RelationKind))
def test_each_kind_of_relation_joins_two_records(kind: RelationKind) -> None:
    """Each kind joins two records, given as such or by their ids."""
    made = Relation(kind=kind, subject=ONE, object=TWO, at="2025", score=1)
    assert (made.subject, made.object) == ("c1", "c2")
    assert made.at == When.parse("2025")
    assert repr(made) == (
        f"Relation(kind='{kind}', subject='c1', object='c2', score=1)"
    )
    assert set(RELATION_ENDS[kind]) <= {"claim", "source", "document"}


def test_every_kind_has_ends() -> None:
    """The table of ends and the vocabulary have the same kinds."""
    assert tuple(RELATION_ENDS) == words(RelationKind)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("c1", "c1"),
        ("x" * 256, "x" * 59 + "…"),
        ("urn:x:ж", "urn:x:ж"),
    ],
)
def test_no_record_relates_to_itself(key: str, shown: str) -> None:
    """The id is quoted in short, and harmlessly."""
    with pytest.raises(InvalidRecord) as caught:
        Relation(kind="same-as", subject=key, object=key)
    assert str(caught.value) == (
        f'relation.object: "{shown}" is both subject and object. '
        "Name two different records, or remove the relation. (CT026)"
    )


def test_references_are_fields_of_ids() -> None:
    """Each field in the table exists, and leads to types that there are."""
    for cls, fields in REFERENCES.items():
        hints = get_type_hints(cls)
        for name, types in fields.items():
            assert "str" in str(hints[name])
            assert set(types) <= RECORD_TYPES.keys()
    for cls, name in EXTERNAL:
        assert name in REFERENCES[cls]


def test_no_instance_can_change_its_type() -> None:
    """Each record says its type, which no instance can change."""
    for name, cls in RECORD_TYPES.items():
        assert cls.type == name
        assert name == cls.__name__.lower()
        assert "type" not in {each.name for each in attrs.fields(cls)}
