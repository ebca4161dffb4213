"""Fields of newer versions: set aside, and put back where they were."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.schema import is_newer, put_back, read_record, set_aside, write_record

if TYPE_CHECKING:
    from claimtrack.schema import Path

LINKS = {
    "type": "attribution",
    "id": "a",
    "claim": "c",
    "chain": ["post", {"source": "radio", "tone": "dry"}],
}

TABLE: dict[str, tuple[dict[str, Any], list[Path]]] = {
    "a field of a record": (
        {"type": "claim", "id": "c", "text": "T", "tone": "dry"},
        [("tone",)],
    ),
    "beside foreign data": (
        {"type": "claim", "id": "c", "text": "T", "tone": [1], "ext": {"a": 1}},
        [("tone",)],
    ),
    "in a link that is written short": (LINKS, [("chain", 1, "tone")]),
    "in a date that is written short": (
        {"type": "claim", "id": "c", "text": "T", "holds": {"edtf": "2025", "x": 1}},
        [("holds", "x")],
    ),
    "in an alias that is written short": (
        {
            "type": "source",
            "id": "s",
            "kind": "outlet",
            "name": "S",
            "aka": ["A", {"text": "B", "x": {"y": None}}],
        },
        [("aka", 1, "x")],
    ),
    "two, with marks of pointers in their names": (
        {"type": "claim", "id": "c", "text": "T", "a/b": 1, "a~b": 2, "": 3},
        [("a/b",), ("a~b",), ("",)],
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_what_is_set_aside_comes_back(name: str) -> None:
    """Through the record and out again, to the same place."""
    data, paths = TABLE[name]
    known = copy.deepcopy(data)
    set_aside(known, paths)
    record, problems = read_record(known)
    assert problems == ()
    assert record is not None
    written = write_record(record)
    put_back(written)
    assert written == data


def test_in_a_verdict_that_stood_alone() -> None:
    """It is written as a list now, and what was set aside goes into its one item."""
    code: dict[str, Any] = {"scheme": "desk", "axis": "veracity", "code": "true"}
    data: dict[str, Any] = {"type": "assessment", "subject": "c1", "verdict": "True"}
    set_aside(known := {**data, "normalized": {**code, "x": {"y": 1}}}, [NORMALIZED])
    record, problems = read_record(known)
    assert problems == ()
    assert record is not None
    written = write_record(record)
    put_back(written)
    assert written == {**data, "normalized": [{**code, "x": {"y": 1}}]}


NORMALIZED: Path = ("normalized", "x")


def test_what_has_lost_its_place_stays_in_ext() -> None:
    """A link may be gone when the record is written again; the data is not."""
    known = copy.deepcopy(LINKS)
    set_aside(known, [("chain", 1, "tone")])
    gone: dict[str, Any] = {**known, "chain": ["post"]}
    put_back(gone)
    assert gone["ext"] == {"claimtrack-later": {"/chain/1/tone": "dry"}}
    taken: dict[str, Any] = {**known, "chain": ["post", {"source": "x", "tone": "new"}]}
    put_back(taken)
    assert taken["ext"] == {"claimtrack-later": {"/chain/1/tone": "dry"}}


@pytest.mark.parametrize(
    "pointer",
    [
        "",
        "x",
        "/text/x",
        "/about/0/x",
        "/about/x/y",
        "/about/99/x",
        "//",
        f"/about/{'9' * 5000}/x",
    ],
)
def test_a_pointer_that_somebody_else_wrote_breaks_nothing(pointer: str) -> None:
    """The key in ext is foreign data like any other."""
    data: dict[str, Any] = {
        "type": "claim",
        "text": "T",
        "about": ["x"],
        "ext": {"claimtrack-later": {pointer: 1}},
    }
    before = copy.deepcopy(data)
    put_back(data)
    assert data == before


@pytest.mark.parametrize(
    ("version", "newer"),
    [
        ("1.0", False),
        ("1.1", True),
        ("1.10", True),
        ("2.0", False),
        ("0.9", False),
        ("1.x", False),
        ("1", False),
        ("", False),
        (None, False),
        (1.1, False),
        ("1." + "9" * 5000, False),
        ("1.१", False),
    ],
)
def test_which_versions_are_newer(version: object, newer: bool) -> None:  # noqa: FBT001
    """Minor ones of our own major version."""
    assert is_newer(version) is newer


def test_foreign_data_of_another_form_is_left_alone() -> None:
    """What is no object under the key, or no ext at all, is nobody's business here."""
    for ext in ({}, {"claimtrack-later": 3}, {"claimtrack-later": [1]}, 7):
        data: dict[str, Any] = {"type": "claim", "text": "T", "ext": ext}
        put_back(data)
        assert data == {"type": "claim", "text": "T", "ext": ext}
    wrong: dict[str, Any] = {"type": "claim", "x": 1, "ext": 7}
    set_aside(wrong, [("x",)])
    assert wrong == {"type": "claim", "ext": 7}
