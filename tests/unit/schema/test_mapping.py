"""JSON ↔ record: what is read, what is written, and where problems stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from claimtrack.records import (
    Alias,
    Attribution,
    Candidate,
    Claim,
    Count,
    Document,
    Excerpt,
    Link,
    Quantity,
    Relation,
    Source,
)
from claimtrack.schema import read_record, write_record
from claimtrack.when import When

if TYPE_CHECKING:
    from claimtrack.records import Record
    from claimtrack.schema import JsonValue

SOURCE: Final[JsonValue] = {"type": "source", "id": "s", "kind": "group", "name": "S"}
DOCUMENT: Final[JsonValue] = {
    "type": "document",
    "id": "d",
    "kind": "article",
    "title": "T",
}
CLAIM: Final[JsonValue] = {"type": "claim", "id": "c", "text": "T"}
ATTRIBUTION: Final[JsonValue] = {"type": "attribution", "claim": "c", "chain": ["s"]}
RELATION: Final[JsonValue] = {
    "type": "relation",
    "kind": "same-as",
    "subject": "a",
    "object": "b",
}

EMPTY: Final[JsonValue] = {}

WRITTEN: Final[list[tuple[Record, JsonValue]]] = [
    (Source(id="s", kind="group", name="S"), SOURCE),
    (Document(id="d", kind="article", title="T"), DOCUMENT),
    (Claim(id="c", text="T"), CLAIM),
    (Attribution(claim="c", chain=["s"]), ATTRIBUTION),
    (Relation(kind="same-as", subject="a", object="b"), RELATION),
    # The three shorthands, and what they are short for.
    (
        Source(
            id="s",
            kind="group",
            name="S",
            aka=["S1", Alias(text="S2", lang="uk")],
            count=Count(),
        ),
        {**SOURCE, "aka": ["S1", {"text": "S2", "lang": "uk"}], "count": {"min": 1}},
    ),
    (
        Claim(id="c", text="T", holds=When(edtf="2025", text="this year")),
        {**CLAIM, "holds": {"edtf": "2025", "text": "this year"}},
    ),
    (Claim(id="c", text="T", holds="2025"), {**CLAIM, "holds": "2025"}),
    (
        Claim(id="c", text="T", holds=When(text="then")),
        {**CLAIM, "holds": {"text": "then"}},
    ),
    (
        Attribution(
            claim="c",
            chain=[
                "s",
                Link(source="t", at="2025", evidence=["d"]),
                Link(candidates=[Candidate(source="u")]),
                Link(candidates=[]),
            ],
            excerpts=[Excerpt(start=0, end=1, link=1)],
        ),
        {
            **ATTRIBUTION,
            "chain": [
                "s",
                {"source": "t", "at": "2025", "evidence": ["d"]},
                {"candidates": [{"source": "u"}]},
                {"candidates": []},
            ],
            "excerpts": [{"start": 0, "end": 1, "link": 1}],
        },
    ),
    (
        Claim(id="c", text="T", quantity=Quantity(min=0, max=1.5), ext={"a": [[1]]}),
        {**CLAIM, "quantity": {"min": 0, "max": 1.5}, "ext": {"a": [[1]]}},
    ),
]


@pytest.mark.parametrize(("record", "data"), WRITTEN)
def test_read_and_write(record: Record, data: JsonValue) -> None:
    """A record is written in the shortest form, and read back from it."""
    assert write_record(record) == data
    assert read_record(data) == (record, ())
    assert list(write_record(record)) == list(data)


SAME: Final[list[tuple[JsonValue, JsonValue]]] = [
    ({**SOURCE, "aka": [{"text": "S1"}]}, {**SOURCE, "aka": ["S1"]}),
    ({**SOURCE, "count": {"min": 2.0}}, {**SOURCE, "count": {"min": 2}}),
    ({**CLAIM, "kind": "fact", "about": []}, CLAIM),
    ({**CLAIM, "holds": {"edtf": "2025"}}, {**CLAIM, "holds": "2025"}),
    ({**ATTRIBUTION, "chain": [{"source": "s"}]}, ATTRIBUTION),
    ({**ATTRIBUTION, "chain": [{"source": "s", "stance": "neutral"}]}, ATTRIBUTION),
    (
        {**ATTRIBUTION, "excerpts": [{"start": 0.0, "end": 1e0, "link": -0.0}]},
        {**ATTRIBUTION, "excerpts": [{"start": 0, "end": 1, "link": 0}]},
    ),
]


@pytest.mark.parametrize(("data", "same"), SAME)
def test_other_ways_to_write_the_same(data: JsonValue, same: JsonValue) -> None:
    """Long forms, defaults, and whole numbers with a point are read as well."""
    record, problems = read_record(data)
    assert problems == ()
    assert record is not None
    assert write_record(record) == same
    assert "1.0" not in str(write_record(record))


PROBLEMS: Final[list[tuple[JsonValue, list[tuple[tuple[str | int, ...], str]]]]] = [
    ({**CLAIM, "holds": "2025-02-30"}, [(("holds",), "CT022")]),
    ({**CLAIM, "holds": {"edtf": "2025-02-30"}}, [(("holds", "edtf"), "CT022")]),
    ({**SOURCE, "count": {"min": 2, "max": 1}}, [(("count", "min"), "CT024")]),
    (
        {
            **ATTRIBUTION,
            "chain": ["s", {"source": "s", "at": "2025/2024"}],
            "excerpts": [{"exact": "x"}, {"start": 2, "end": 1}],
        },
        [(("chain", 1, "at"), "CT023"), (("excerpts", 1, "start"), "CT024")],
    ),
    (
        {**ATTRIBUTION, "excerpts": [{"exact": "x", "role": "cue", "link": 1}]},
        [(("excerpts", 0, "link"), "CT025")],
    ),
    ({**RELATION, "object": "a"}, [(("object",), "CT026")]),
    ({**SOURCE, "ext": {"a": 2**60}}, [(("ext",), "CT005")]),
]


@pytest.mark.parametrize(("data", "found"), PROBLEMS)
def test_what_makes_no_sense_is_reported_with_its_place(
    data: JsonValue, found: list[tuple[tuple[str | int, ...], str]]
) -> None:
    """What makes no sense is reported with its place, all of it."""
    record, problems = read_record(data)
    assert record is None
    assert [(each.path, each.error.code) for each in problems] == found


@pytest.mark.parametrize(
    "data",
    [
        EMPTY,
        {"type": "sauce"},
        {"type": None},
        {"type": [1]},
        {"type": "claim"},
        {**CLAIM, "unknown": 1},
        {**CLAIM, "quantity": 5},
        {**CLAIM, "quantity": {"least": 5}},
        {**CLAIM, "holds": {"date": "2025"}},
        {**ATTRIBUTION, "chain": [5]},
        {**ATTRIBUTION, "chain": ["s", EMPTY, None]},
    ],
)
def test_what_has_no_shape_is_left_alone(data: JsonValue) -> None:
    """The schemas report it; here there is just no record."""
    record, problems = read_record(data)
    assert record is None
    assert {each.error.code for each in problems} <= {"CT011"}
