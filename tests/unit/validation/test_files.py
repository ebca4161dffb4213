"""The files in tests/records: what their folder and their name say is what is found."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from claimtrack.dossier import Dossier
from claimtrack.errors import ClaimtrackError, InvalidDossier
from claimtrack.schema import NAMES, JsonValue, load_schema, read_record
from claimtrack.validation import validate
from claimtrack.validation._engine import find_refusals

RECORDS: Final = Path(__file__).parents[2] / "records"
VALID: Final = sorted(RECORDS.glob("valid/*.json"))
SHAPE: Final = sorted(RECORDS.glob("invalid-shape/*.json"))
MEANING: Final = sorted(RECORDS.glob("invalid-meaning/*.json"))


def name_of(file: Path) -> str:
    """Return what a test case is called."""
    return file.stem


def load(file: Path) -> JsonValue:
    """Return the value in a file."""
    value: JsonValue = json.loads(file.read_text(encoding="utf-8"))
    return value


def is_of_good_shape(value: JsonValue) -> bool:
    """Return whether the JSON Schema alone, without us, accepts a value."""
    name = "dossier" if "claimtrack" in value else "record"
    return not list(find_refusals(name, value))


def builds(value: JsonValue) -> bool:
    """Return whether records can be built of a value, and a dossier be saved."""
    if "claimtrack" not in value:
        return not read_record(value)[1]
    try:
        Dossier.loads(json.dumps(value))
    except (InvalidDossier, ClaimtrackError):
        return False
    return True


@pytest.mark.parametrize("file", VALID, ids=name_of)
def test_valid_files_have_no_findings_and_build(file: Path) -> None:
    """What the folder says is sound is sound for schema, model and validation."""
    value = load(file)
    assert [each for each in validate(file) if each.severity != "info"] == []
    assert is_of_good_shape(value)
    assert builds(value)


@pytest.mark.parametrize("file", SHAPE, ids=name_of)
def test_a_bad_shape_is_refused_by_the_schema_too(file: Path) -> None:
    """Any engine in any language refuses it; ours says why, once."""
    value = load(file)
    assert [each.code for each in validate(file)] == [file.stem[:5]]
    assert not is_of_good_shape(value)


@pytest.mark.parametrize("file", MEANING, ids=name_of)
def test_a_bad_meaning_passes_the_schema_and_builds_nothing(file: Path) -> None:
    """What JSON Schema cannot decide, the model refuses and validation reports."""
    value = load(file)
    assert [each.code for each in validate(file)] == [file.stem[:5]]
    assert is_of_good_shape(value)
    assert not builds(value)


def test_every_field_of_every_schema_stands_in_a_valid_file() -> None:
    """The folder shows every field of every kind of record at work."""
    text = "".join(file.read_text(encoding="utf-8") for file in VALID)
    for name in [
        each for each in NAMES if each not in ("proposal", "record", "values")
    ]:
        schema = load_schema(name)
        shared = schema.get("$defs", {}).get("fields", schema)
        for field in shared["properties"]:
            assert f'"{field}":' in text, f"{name}.{field}"
