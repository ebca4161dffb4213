"""Findings: what they carry, how they are sorted, and what tells them apart."""

from __future__ import annotations

import itertools
import pickle
from typing import TYPE_CHECKING, Final

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimtrack.findings
from claimtrack.findings import CODES, SEVERITIES, Finding, Location, sort_findings

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

PLACE: Final = Location(file="f", line=3, column=5, end=9)
FINDING: Final = Finding.of("CT011", "name is missing")


@pytest.mark.parametrize("code", CODES)
def test_each_code_says_why_and_what_to_do(code: str) -> None:
    """Each has its number, a name in words, and sentences that say why and what."""
    entry = CODES[code]
    assert entry.code == code
    assert code[:2] == "CT"
    assert len(code) == 5
    assert code[2:].isdigit()
    assert entry.name == entry.name.lower()
    assert entry.name.replace("-", "").isalnum()
    assert entry.severity in SEVERITIES
    assert entry.why.endswith(".")
    assert entry.fix.endswith(".")
    found = Finding.of(code, "m")
    assert (found.severity, found.why, found.fix) == (
        entry.severity,
        entry.why,
        entry.fix,
    )


def test_names_of_codes_are_unique() -> None:
    """No two codes have one name, and they stand in their order."""
    assert len({entry.name for entry in CODES.values()}) == len(CODES)
    assert list(CODES) == sorted(CODES)


def test_what_a_finding_is_given() -> None:
    """Every field is kept; the advice goes before the code's own."""
    fields: JsonValue = {
        "fix": "Add a name.",
        "record": "s",
        "pointer": "/records/0",
        "field": "source.name",
        "location": PLACE,
        "rule": "source/required",
        "related": ("a", "b"),
    }
    found = Finding.of("CT011", "name is missing", **fields)
    for name, value in fields.items():
        assert getattr(found, name) == value
        assert getattr(FINDING, name) != value
    assert hash(found) == hash(attrs.evolve(found))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301  our own bytes


def test_an_unknown_code() -> None:
    """A code that is not in the table is a mistake in the program."""
    with pytest.raises(KeyError):
        Finding.of("CT999", "m")


TEXTS: Final[list[tuple[JsonValue, str]]] = [
    ({}, "error CT011  name is missing"),
    ({"pointer": "/name"}, "/name: error CT011  name is missing"),
    ({"pointer": "/\u202e\x1b"}, r"/\u202e\x1b: error CT011  name is missing"),
    ({"field": "source.name"}, "error CT011 [source.name]  name is missing"),
    (
        {"pointer": "/name", "location": PLACE},
        "f:3:5: error CT011  name is missing",
    ),
    (
        {"location": attrs.evolve(PLACE, file=None), "field": "name"},
        "3:5: error CT011 [name]  name is missing",
    ),
]


@pytest.mark.parametrize(("fields", "text"), TEXTS)
def test_the_place_comes_first_in_text(fields: JsonValue, text: str) -> None:
    """The place comes first, as editors link it; a pointer where there is no text."""
    assert str(attrs.evolve(FINDING, **fields)) == text


IN_ORDER: Final = [
    Finding.of("CT011", "m"),
    Finding.of("CT012", "m"),
    Finding.of("CT012", "n"),
    Finding.of("CT011", "m", pointer="/records/2/name"),
    Finding.of("CT011", "m", pointer="/records/10/name"),
    Finding.of("CT011", "m", location=Location(line=1, column=1, end=2)),
    Finding.of("CT011", "m", location=Location(file="a", line=2, column=10, end=11)),
    Finding.of("CT011", "m", location=Location(file="a", line=10, column=2, end=3)),
    Finding.of("CT010", "m", location=Location(file="b", line=1, column=1, end=2)),
    Finding.of("CT011", "m", location=Location(file="b", line=1, column=1, end=2)),
]


@settings(max_examples=50, deadline=None)
@given(st.permutations(IN_ORDER))
def test_findings_are_sorted_by_place_and_code(shuffled: list[Finding]) -> None:
    """By file, place, pointer (numbers as numbers), code and message."""
    assert sort_findings(shuffled) == tuple(IN_ORDER)


SAME: Final[list[JsonValue]] = [
    {"pointer": "/records/7/name", "record": "s"},
    {"message": "said otherwise"},
    {"severity": "info"},
    {"why": "w", "fix": "f", "rule": "r", "field": "f"},
    {"location": PLACE},
]
"""What a fingerprint does not depend on."""

OTHER: Final[list[JsonValue]] = [
    {"pointer": "/records/3/kind"},
    {"pointer": ""},
    {"pointer": "/name"},
    {"record": "t"},
    {"record": None},
    {"related": ("a",)},
    {"related": ("a", "b")},
    {"code": "CT012"},
]
"""What it depends on."""


def test_fingerprints_stay_when_records_move() -> None:
    """They stay when records move, and differ for different faults."""
    found = Finding.of("CT011", "m", record="s", pointer="/records/3/name")
    assert len(found.fingerprint) == 16
    assert int(found.fingerprint, 16) >= 0
    for fields in SAME:
        assert attrs.evolve(found, **fields).fingerprint == found.fingerprint
    others = [attrs.evolve(found, **fields) for fields in OTHER]
    for one, other in itertools.combinations([found, *others], 2):
        same_place = (one.record, one.code, one.related) == (
            other.record,
            other.code,
            other.related,
        ) and {one.pointer, other.pointer} == {"/name", "/records/3/name"}
        assert (one.fingerprint == other.fingerprint) == same_place


def test_fingerprint_of_a_record_without_id() -> None:
    """It is known by its place; half a surrogate pair in an id does no harm."""
    one = Finding.of("CT011", "m", pointer="/records/3/name")
    other = attrs.evolve(one, pointer="/records/4/name")
    assert one.fingerprint != other.fingerprint
    assert len(attrs.evolve(one, record="\ud800").fingerprint) == 16


def test_fingerprints_are_stable() -> None:
    """A baseline of today is good tomorrow."""
    found = Finding.of("CT011", "m", record="s", pointer="/records/3/name")
    assert found.fingerprint == "e4e07da423d34465"


def test_each_public_name_is_there() -> None:
    """Each name in `__all__` is there."""
    names = claimtrack.findings.__all__
    assert len(set(names)) == len(names)
    assert all(hasattr(claimtrack.findings, name) for name in names)


def test_the_name_of_a_file_steers_no_terminal() -> None:
    """Escapes and marks of direction in it are written out; the rest is as it is."""
    name = "a\x1b[2J\u202eb\n/Škoda, ж.json"
    place = Location(file=name, line=1, column=2, end=3)
    assert str(place) == "a\\x1b[2J\\u202eb\\n/Škoda, ж.json:1:2"
    assert place.file == name
