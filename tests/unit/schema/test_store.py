"""The schema files: where they are found, and what is said of those there are not."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from claimtrack.errors import UnknownSchema
from claimtrack.schema import (
    NAMES,
    URN,
    _store,
    is_array,
    is_object,
    load_schema,
    schema_root,
    schema_text,
)


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_there_under_its_name(name: str) -> None:
    """Each is there under its name, and is read once."""
    assert load_schema(name)["$id"] == URN + name
    assert load_schema(name) == json.loads(schema_text(name))
    assert load_schema(name) is load_schema(name)


@pytest.mark.parametrize("name", ["clam", "", "../pyproject", "claim.schema"])
def test_an_unknown_schema_says_which_there_are(name: str) -> None:
    """The error says which there are; no other file is read."""
    for find in (schema_text, load_schema):
        with pytest.raises(UnknownSchema) as caught:
            find(name)
        assert (caught.value.name, caught.value.names) == (name, NAMES)


def test_there_are_no_others() -> None:
    """Each file in the folder has a name that is known."""
    files = [each.name for each in schema_root().joinpath("v1").iterdir()]
    assert sorted(files) == sorted(f"{name}.schema.json" for name in NAMES)


def test_where_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside the package where it carries them, else at the top of the checkout."""
    checkout = schema_root()
    assert isinstance(checkout, Path)
    assert checkout.parts[-1] == "schemas"
    assert (checkout.parent / "pyproject.toml").is_file()
    shutil.copytree(checkout, tmp_path / "schemas")
    monkeypatch.setattr(_store, "__file__", str(tmp_path / "schema" / "_store.py"))
    assert schema_root() == tmp_path / "schemas"
    assert schema_text("claim") == (checkout / "v1/claim.schema.json").read_text(
        "utf-8"
    )


def test_objects_are_dictionaries_and_arrays_lists() -> None:
    """Objects are dictionaries and arrays are lists, and nothing else is."""
    assert is_object({})
    assert is_array([])
    for value in (None, 1, "x", ()):
        assert not is_object(value)
        assert not is_array(value)
