"""The way of an input through gate, shape, meaning and integrity."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimtrack.findings import Finding
from claimtrack.records import Claim
from claimtrack.testing import dossiers, json_values
from claimtrack.validation import examine, validate
from plain_records import claim

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.dossier import Dossier
    from claimtrack.schema import JsonValue

CLAIM = claim("c1")


def test_all_doors_lead_to_the_same_findings(tmp_path: Path) -> None:
    """A path, bytes, text and a mapping, except for the places."""
    value = {**CLAIM, "txet": "T", "kind": "x"}
    text = json.dumps(value)
    path = tmp_path / "claim.json"
    path.write_text(text, encoding="utf-8")

    def told(data: bytes | str | dict[str, str] | Path) -> list[tuple[str, str, str]]:
        return [(each.code, each.pointer, each.message) for each in validate(data)]

    assert told(path) == told(text) == told(text.encode()) == told(value)
    assert told(path)
    assert {each.location.file for each in validate(path) if each.location} == {
        str(path)
    }
    assert {each.location for each in validate(value)} == {None}


def test_what_was_built_comes_along() -> None:
    """Examining builds the records, so that nobody needs to read them twice."""
    examination = examine(json.dumps(CLAIM))
    assert examination.is_valid
    assert examination.records == (Claim(id="c1", text="T"),)
    assert examination.value == CLAIM


def test_of_a_dossier_the_sound_records_are_built() -> None:
    """A broken one does not take the others with it."""
    broken = {**CLAIM, "id": "c2", "kind": "x"}
    value = {"claimtrack": "1.0", "records": [broken, CLAIM, 7]}
    examination = examine(value)
    assert not examination.is_valid
    assert [each.id for each in examination.records] == ["c1"]


@pytest.mark.parametrize("value", [None, 1, "text", [], [CLAIM], True])
def test_what_is_no_object_gets_one_finding(value: JsonValue) -> None:
    """Neither a record nor a dossier."""
    (finding,) = validate(json.dumps(value))
    assert finding.code == "CT009"


def test_bytes_that_are_no_text_get_one_finding() -> None:
    """They cannot be read any further."""
    examination = examine(b"\xff\xfe{}", file="f")
    (finding,) = examination.findings
    assert finding.code == "CT001"
    assert examination.layout.text is None


def test_a_byte_order_mark_is_no_error() -> None:
    """It is told, and everything after it is checked."""
    examination = examine("\ufeff" + json.dumps({**CLAIM, "kind": "x"}))
    assert [each.code for each in examination.findings] == ["CT008", "CT013"]


@given(dossiers())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_what_a_dossier_writes_has_no_errors(dossier: Dossier) -> None:
    """Every dossier that can be saved is sound."""
    assert [
        each for each in validate(dossier.dumps()) if each.severity == "error"
    ] == []


@given(json_values(), st.booleans())
@settings(max_examples=50)
def test_no_json_makes_it_fail(value: JsonValue, as_record: bool) -> None:  # noqa: FBT001
    """Whatever the value is, the answer is a list of findings."""
    record = claim(value, about=value)
    data = {"claimtrack": "1.0", "records": [value]}
    assert validate(record if as_record else data)


def test_a_missing_file_is_the_callers_to_handle(tmp_path: Path) -> None:
    """Findings are about data; that there is none is another matter."""
    with pytest.raises(OSError, match="No such file"):
        validate(tmp_path / "none.json")


def test_a_newer_version_is_checked_as_far_as_it_is_known() -> None:
    """Only fields that are not known are let pass: another mistake is one."""
    record = {**CLAIM, "lang": 7, "tone": "dry"}
    found = validate({"claimtrack": "1.1", "mood": 1, "records": [record, CLAIM]})
    assert [(each.code, each.pointer) for each in found] == [
        ("CT028", "/claimtrack"),
        ("CT010", "/records/0/lang"),
        ("CT702", "/records/1/id"),
    ]
    assert found[0].message.endswith("are kept: 2")
    sound = validate({"claimtrack": "1.1", "records": [CLAIM]})
    assert [each.message.rpartition(" ")[2] for each in sound] == ["0"]


PLACED = """{"claimtrack": "1.0", "records": [
{"type": "claim", "id": "c1", "text": "T",
 "ext": {"a/b~c": {"0": 1}}, "about": ["ex:y", "ex:z"]}]}"""


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ("/records/0/text", (2, 39)),
        ("/records/0/about/1", (3, 48)),
        ("/records/0/ext/a~1b~0c/0", (3, 25)),
        ("/records/0/note", (2, 1)),
        ("/records/7", (1, 34)),
        ("", (1, 1)),
    ],
)
def test_findings_of_others_get_their_place(
    pointer: str, place: tuple[int, int]
) -> None:
    """By their pointer; what the text does not have stands at what would hold it."""
    finding = Finding.of("CT705", "m", pointer=pointer)
    (found,) = examine(PLACED, file="f").locate([finding])
    assert found.location is not None
    assert (found.location.line, found.location.column) == place
    assert found.location.file == "f"
    assert attrs.evolve(found, location=None) == finding


def test_findings_of_others_are_sorted_by_their_place() -> None:
    """A value in memory has no places; its pointers say the order."""
    found = [
        Finding.of("CT705", "m", pointer=f"/records/0/{k}") for k in ("text", "id")
    ]
    placed = examine(PLACED).locate(found)
    assert [each.pointer[-2:] for each in placed] == ["id", "xt"]
    assert examine(json.loads(PLACED)).locate(found) == tuple(reversed(found))
