"""The value itself: what it takes, and what it is once it is there."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import attrs
import pytest

import claimtrack.when
from claimtrack.errors import InvalidRecord
from claimtrack.when import TEXT_MAX_LENGTH, When

FULL = When(edtf="2025-04", text="in April", relative_to="doc-1")


def test_keeps_what_was_given() -> None:
    """Every field stays as written."""
    assert (FULL.edtf, FULL.text, FULL.relative_to) == ("2025-04", "in April", "doc-1")


@pytest.mark.parametrize(
    ("when", "as_repr", "as_str"),
    [
        (When.parse("2025-04"), "When('2025-04')", "2025-04"),
        (FULL, "When('2025-04', text='in April', relative_to='doc-1')", "2025-04"),
        (When(text="post-war"), "When(text='post-war')", "post-war"),
    ],
)
def test_repr_shows_the_fields_and_str_the_date(
    when: When, as_repr: str, as_str: str
) -> None:
    """The repr shows the fields that are set, str the date itself."""
    assert repr(when) == as_repr
    assert str(when) == as_str


def test_equality_is_that_of_the_fields() -> None:
    """Two spellings of one instant are two values: what was written is kept."""
    assert When.parse("2025-04") == When(edtf="2025-04")
    assert hash(When.parse("2025-04")) == hash(When(edtf="2025-04"))
    assert When.parse("2025-04") != FULL
    assert When.parse("2025-06-05T10:00:00Z") != When.parse("2025-06-05T10:00:00+00:00")
    assert len({FULL, attrs.evolve(FULL), When.parse("2025-04")}) == 2


def test_evolve_reads_anew() -> None:
    """A changed copy has the bounds of its own EDTF."""
    changed = attrs.evolve(FULL, edtf="2024")
    assert changed.precision == "year"
    assert changed.text == "in April"


def test_nothing_of_a_date_can_be_changed() -> None:
    """Nothing of it can be changed, and nothing added."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(FULL, "edtf", "2024")  # noqa: B010  a type checker would refuse it
    assert not hasattr(FULL, "__dict__")


@pytest.mark.parametrize(
    "when",
    [
        FULL,
        When.parse("2025-06-05T10:00:00+03:00"),
        When(text="x"),
        When.parse("/2025"),
    ],
)
def test_a_pickled_date_comes_back_whole(when: When) -> None:
    """A pickled date comes back whole, bounds and all."""
    copy = pickle.loads(pickle.dumps(when))  # noqa: S301  our own bytes
    assert copy == when
    assert (copy.earliest, copy.latest) == (when.earliest, when.latest)


LONG = "x" * (TEXT_MAX_LENGTH + 1)


@pytest.mark.parametrize(
    ("fields", "code", "field", "problem"),
    [
        ({}, "CT011", "edtf", "there is neither an EDTF date nor a text"),
        ({"relative_to": "doc-1"}, "CT011", "edtf", "neither"),
        ({"edtf": "", "text": "in April"}, "CT020", "edtf", '"" is not an EDTF date'),
        ({"edtf": 2025}, "CT010", "edtf", "2025 is not text"),
        ({"text": ["x"]}, "CT010", "text", "a list is not text"),
        ({"text": ""}, "CT015", "text", "the text is empty"),
        ({"edtf": "2025", "text": ""}, "CT015", "text", "the text is empty"),
        ({"text": LONG}, "CT015", "text", "has 1001 characters"),
        ({"edtf": "2025", "relative_to": ""}, "CT015", "relative_to", "empty"),
        ({"text": "x", "relative_to": 5}, "CT010", "relative_to", "5 is not text"),
        ({"text": "x", "relative_to": "a b"}, "CT014", "relative_to", "white space"),
        ({"text": "x", "relative_to": "a\n"}, "CT014", "relative_to", "white space"),
    ],
)
def test_cannot_be_built(
    fields: dict[str, Any], code: str, field: str, problem: str
) -> None:
    """Each field says what is wrong with it."""
    with pytest.raises(InvalidRecord) as caught:
        When(**fields)
    error = caught.value
    assert (error.code, error.record, error.field) == (code, "date", field)
    assert problem in error.problem
    assert error.fix


def test_a_text_as_long_as_the_limit_is_allowed() -> None:
    """The limit itself is allowed."""
    assert When(text=LONG[:-1]).text == LONG[:-1]


def test_public_names_are_what_the_package_shows() -> None:
    """`__all__` is sorted and is what the package shows."""
    names = claimtrack.when.__all__
    assert names == sorted(names, key=lambda n: (not n.isupper(), n))
    shown = {name for name in vars(claimtrack.when) if not name.startswith("_")}
    assert shown == set(names)


def test_import_is_light() -> None:
    """Dates load neither parsers of JSON nor those of free text."""
    heavy = {"dateutil", "json", "jsonschema", "sqlite3"}
    script = f"import sys, claimtrack.when; print({heavy} & set(sys.modules))"
    ran = subprocess.run(  # noqa: S603  our own interpreter and script
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert ran.stdout.strip() == "set()"
