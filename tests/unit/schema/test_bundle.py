"""A schema as one file: it leads nowhere else, and says the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import jsonschema_rs
import pytest

from claimtrack.errors import UnknownSchema
from claimtrack.schema import (
    NAMES,
    URN,
    bundle_schema,
    is_array,
    is_object,
    load_schema,
)
from claimtrack.validation import examine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.schema import JsonValue

RECORDS: Final = Path(__file__).resolve().parents[2] / "records"
FILES: Final = sorted(RECORDS.glob("*/*.json"))


def references(node: JsonValue) -> Iterator[str]:
    """Yield every reference inside a schema."""
    if is_object(node):
        if "$ref" in node:
            yield node["$ref"]
        for key, each in node.items():
            yield from references(each) if key != "examples" else ()
    elif is_array(node):
        for each in node:
            yield from references(each)


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_to_something_inside(name: str) -> None:
    """A pointer from the top, and nothing that has to be fetched or looked up."""
    bundle = bundle_schema(name)
    assert bundle["$id"] == f"{URN}{name}"
    found = set(references(bundle))
    own = load_schema(name).get("$defs", {})
    assert found or name == "values"
    for each in found:
        assert each.startswith("#/")
        target: JsonValue = bundle
        for step in each.split("/")[1:]:
            target = target[step]
        assert is_object(target)
    named = {each.split("/")[2] for each in found}
    assert set(bundle["$defs"]) - set(own) <= named
    inner = [each for each in bundle["$defs"].values() if "$id" in each]
    assert inner == []
    assert set(own).isdisjoint(NAMES)
    assert jsonschema_rs.meta.is_valid(bundle)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_it_says_the_same(path: Path) -> None:
    """Of every file, valid or not."""
    value = json.loads(path.read_bytes())
    name = "dossier" if "records" in value else "record"
    fits = jsonschema_rs.Draft202012Validator(bundle_schema(name)).is_valid(value)
    assert fits == (path.parent.name != "invalid-shape")
    assert fits or not examine(value).is_valid


def test_an_unknown_name_is_refused() -> None:
    """As for the schema by itself."""
    with pytest.raises(UnknownSchema):
        bundle_schema("clam")
