"""The schema files themselves: the contract for users in any language."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

import jsonschema_rs
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from claimtrack.schema import (
    NAMES,
    URN,
    JsonValue,
    is_array,
    is_object,
    load_schema,
    schema_root,
)
from claimtrack.validation import validate
from claimtrack.validation._private_values import shared_fields
from claimtrack.validation._shape import find_shape_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jsonschema.protocols import Validator

REGISTRY: Registry[JsonValue] = Registry[JsonValue]().with_resources(
    (load_schema(name)["$id"], DRAFT202012.create_resource(load_schema(name)))
    for name in NAMES
)

IN_CONDITIONS = frozenset({"if", "not"})
"""Where properties are asked about rather than described."""

LITERAL = frozenset({"examples", "enum", "const", "required"})
"""Keywords whose values are no schemas."""


def validator(schema: JsonValue) -> Validator:
    """Return the plain library's validator with our registry."""
    return Draft202012Validator(schema, registry=REGISTRY)


def walk(
    node: JsonValue, pointer: str = ""
) -> Iterator[tuple[str, dict[str, JsonValue]]]:
    """Yield every schema inside a schema, with its JSON Pointer."""
    if is_object(node):
        yield pointer, node
        for key, each in node.items():
            if key not in LITERAL:
                yield from walk(each, f"{pointer}/{key}")
    elif is_array(node):
        for index, each in enumerate(node):
            yield from walk(each, f"{pointer}/{index}")


def nodes() -> Iterator[tuple[str, dict[str, JsonValue]]]:
    """Yield every schema in every file: "source#/$defs/alias", and itself."""
    for name in NAMES:
        for pointer, node in walk(load_schema(name)):
            yield f"{name}#{pointer}", node


NODES = dict(nodes())

PROPERTIES = {
    f"{rule}/properties/{name}": (rule.partition("#")[0], field)
    for rule, node in NODES.items()
    if not rule.endswith("/properties")
    if not IN_CONDITIONS.intersection(rule.split("/"))
    for name, field in node.get("properties", {}).items()
    # A record's own `properties` tell its kinds apart; each kind describes the field.
    if not (rule.endswith("#") and name in shared_fields(node))
}
"""Where it stands → the file it belongs to, and what the schema says of a field."""


def resolved(name: str, field: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Return what is said of a field, with what its references say."""
    said: dict[str, JsonValue] = {}
    while True:
        said = {**field, **said}
        reference = field.get("$ref")
        if reference is None:
            return said
        urn, _, pointer = reference.partition("#")
        name = urn.removeprefix(URN) or name
        field = NODES[f"{name}#{pointer}"]


def test_every_file_is_a_name() -> None:
    """There is no schema that cannot be asked for, and no name without a schema."""
    files = {each.name for each in schema_root().joinpath("v1").iterdir()}
    assert files == {f"{name}.schema.json" for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_is_valid_draft_2020_12(name: str) -> None:
    """Each file keeps to the metaschema that it names, and has the name it says."""
    schema = load_schema(name)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{URN}{name}"
    assert schema["title"]
    assert schema["description"]
    Draft202012Validator.check_schema(schema)
    jsonschema_rs.meta.validate(schema)


def test_every_reference_leads_to_a_schema() -> None:
    """References stay among our files."""
    references = {
        (rule.partition("#")[0], node["$ref"])
        for rule, node in NODES.items()
        if isinstance(node.get("$ref"), str)
    }
    assert len(references) > 50
    for name, reference in references:
        found = REGISTRY.resolver(f"{URN}{name}").lookup(reference).contents
        assert isinstance(found, dict)


@pytest.mark.parametrize("rule", PROPERTIES)
def test_every_property_is_described(rule: str) -> None:
    """Each says what it is, and shows what it looks like."""
    name, field = PROPERTIES[rule]
    said = resolved(name, field)
    assert said["description"].endswith(".")
    assert said["examples"]


@pytest.mark.parametrize("rule", PROPERTIES)
def test_every_example_is_valid(rule: str) -> None:
    """What a property shows is what it takes."""
    name, field = PROPERTIES[rule]
    whole = {**resolved(name, field), "$ref": field.get("$ref")}
    schema = {key: node for key, node in whole.items() if node is not None}
    schema.update({"$id": f"{URN}{name}", "$defs": load_schema(name).get("$defs", {})})
    check = validator(schema)
    for example in whole["examples"]:
        assert list(check.iter_errors(example)) == []


def test_every_pattern_compiles_everywhere() -> None:
    """One reading for Python and Rust, without look-around or back-references."""
    patterns = {node["pattern"] for node in NODES.values() if "pattern" in node}
    options = jsonschema_rs.RegexOptions()
    for pattern in patterns:
        re.compile(pattern)
        schema = {"type": "string", "pattern": pattern}
        rust = jsonschema_rs.validator_for(schema, pattern_options=options)
        assert not re.search(r"\(\?[=!<]|\\[1-9dDwWsSbB]", pattern)
        for text in ("", "a", "UA", "2025-04", "ex:y", "1.0", "0" * 64, "ä", "\n"):
            assert rust.is_valid(text) == bool(re.search(pattern, text))


@pytest.mark.parametrize("rule", [r for r, n in NODES.items() if "x-misplaced" in n])
def test_a_closed_kind_says_its_name(rule: str) -> None:
    """What chooses from shared fields is closed, and says what it is."""
    node, name = NODES[rule], rule.partition("#")[0]
    assert node["additionalProperties"] is False
    assert node["properties"].keys() <= shared_fields(load_schema(name)).keys()


def test_every_keyword_can_be_put_into_words() -> None:
    """What a schema can refuse, `validate` can say in a sentence."""
    for rule, node in NODES.items():
        if rule.endswith(("/properties", "/$defs", "/fields")):
            continue
        if "pattern" in node:
            assert {"x-message", "x-fix"} <= node.keys(), rule
        if "enum" in node and "if" not in rule.split("/"):
            assert "x-message" in node, rule
        if "minimum" in node or "maximum" in node:
            assert {"minimum", "maximum"} <= node.keys(), rule
        if "minItems" in node and "if" not in rule.split("/"):
            assert "examples" in node, rule
        if "minLength" in node:
            assert node["minLength"] == 1, rule
            assert "pattern" in node, rule
        asserted = node.keys() - ANNOTATIONS - STRUCTURE
        assert asserted <= WORDED, rule


ANNOTATIONS = frozenset(
    {"$schema", "$id", "$defs", "title", "description", "examples"}
    | {f"x-{name}" for name in ("because", "code", "fix", "message", "misplaced")}
    | {"x-private"}
)
STRUCTURE = frozenset({"$ref", "allOf", "anyOf", "if", "then", "else", "items", "not"})
WORDED = frozenset(
    {"additionalProperties", "const", "enum", "maxItems", "maxLength", "maximum"}
    | {"minItems", "minLength", "minimum", "pattern", "properties", "required", "type"}
)


def test_a_missing_field_always_has_an_example() -> None:
    """Wherever a field can be missing, the fix shows what to write."""
    closed = [
        (rule, name)
        for rule, node in NODES.items()
        if not IN_CONDITIONS.intersection(rule.split("/"))
        for name in node.get("required", [])
    ]
    assert len(closed) > 20
    for name in NAMES:
        for fault in find_shape_faults(name, {}, lambda _path: False):
            assert fault.fix.startswith("Add "), name


def test_private_fields_are_marked() -> None:
    """The fields that no public export carries say so, and in words too."""
    marked = {r.rpartition("/")[2] for r, n in NODES.items() if n.get("x-private")}
    assert marked >= {"anonymity", "ext", "note", "recorded"}
    for rule, node in NODES.items():
        if node.get("x-private") and rule.count("/") < 4:
            assert "Private" in node["description"], rule


def test_files_are_written_as_the_rest() -> None:
    """Two spaces, UTF-8 with escapes for what cannot be seen, a last newline."""
    for each in schema_root().joinpath("v1").iterdir():
        text = each.read_text(encoding="utf-8")
        plain = json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
        shown = "".join(
            json.dumps(char)[1:-1]
            if char != "\n" and unicodedata.category(char).startswith("C")
            else char
            for char in plain
        )
        assert text == shown, each.name


def test_the_reference_engine_agrees_on_examples() -> None:
    """A record made of a schema's own examples passes the schema and `validate`."""
    source = {
        name: field["examples"][0]
        for name, field in shared_fields(load_schema("source")).items()
        if name not in ("description", "count", "members", "anonymity")
    }
    assert list(validator(load_schema("record")).iter_errors(source)) == []
    assert validate(source) == ()
