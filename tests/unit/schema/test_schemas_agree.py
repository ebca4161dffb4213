"""The schemas and the records state the same, field by field, both ways.

Nothing is listed here that the schemas and the classes do not list themselves: both
are walked side by side, and each bound is tried out from either side.
"""

from __future__ import annotations

import re
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Literal,
    NamedTuple,
    TypeAlias,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.records import (
    PATTERNS,
    RECORD_TYPES,
    RELATION_ENDS,
    Alias,
    Anonymity,
    Chain,
    Claim,
    Head,
    Recorded,
    limits,
)
from claimtrack.schema import NAMES, URN, JsonValue, is_array, is_object, load_schema
from claimtrack.schema._mapping import NESTED, SHORTHANDS, WHOLE
from claimtrack.when import EDTF_MAX_LENGTH, EDTF_PATTERN, TEXT_MAX_LENGTH, When

if TYPE_CHECKING:
    from collections.abc import Iterator

Node: TypeAlias = dict[str, Any]

DISCRIMINATOR: Final = "type"
OF_FILES: Final = {"claimtrack", "records"}
"""Fields of a dossier's file that are no fields of its head."""
RENAMED: Final = {"$schema": "schema"}
"""Fields of files that are no names in Python."""


class Pair(NamedTuple):
    """A class, and the schema of its JSON."""

    cls: type[attrs.AttrsInstance]
    node: Node
    home: str


class Variant(NamedTuple):
    """A closed list of properties, and the first kind that has them."""

    properties: dict[str, Node]
    home: str
    kind: str | None


class Leaf(NamedTuple):
    """A field that holds no other value with fields, and its schema."""

    cls: type[attrs.AttrsInstance]
    field: str
    node: Node
    is_list: bool

    def __str__(self) -> str:
        """Return the name of the test."""
        return f"{self.cls.__name__}.{self.field}"


def follow(node: Node, home: str) -> tuple[Node, str]:
    """Return the schema that a node stands for, and the file it is in."""
    while "$ref" in node:
        node, home = target(node["$ref"], home)
    return node, home


def target(reference: str, home: str) -> tuple[Node, str]:
    """Return what a reference in a file leads to, and the file that is in."""
    place, _, pointer = reference.partition("#")
    home = place.removeprefix(URN) or home
    node = load_schema(home)
    for step in pointer.split("/")[1:]:
        node = node[step]
    return node, home


def steps(node: Node, home: str) -> Iterator[Node]:
    """Yield a node and all that its references lead through."""
    yield node
    while "$ref" in node:
        node, home = target(node["$ref"], home)
        yield node


def variants(node: Node, home: str, kind: str | None = None) -> Iterator[Variant]:
    """Yield every closed schema that values of a schema may come under."""
    node, home = follow(node, home)
    for branch in (node, *node.get("allOf", ())):
        for key in ("then", "else"):
            inner = branch.get(key, {})
            if "$ref" in inner:
                when = branch["if"].get("properties", {}).get("kind", {})
                kinds = when.get("enum") or [when.get("const")]
                yield from variants(inner, home, kinds[0])
    if node.get("additionalProperties") is False:
        listed: dict[str, Node] = node["properties"]
        fields = {RENAMED.get(name, name): each for name, each in listed.items()}
        yield Variant(fields, home, kind)


def properties(pair: Pair) -> dict[str, tuple[Node, str]]:
    """Return the properties that some variant has, with the file each is in."""
    found: dict[str, tuple[Node, str]] = {}
    for variant in variants(pair.node, pair.home):
        for name, node in variant.properties.items():
            if name != DISCRIMINATOR and not (pair.cls is Head and name in OF_FILES):
                found[name] = follow(node, variant.home)
    return found


def walk() -> Iterator[Pair]:
    """Yield every class whose values are written as JSON, with its schema."""
    todo = [Pair(cls, load_schema(name), name) for name, cls in RECORD_TYPES.items()]
    todo.append(Pair(Head, load_schema("dossier"), "dossier"))
    seen: set[type] = set()
    while todo:
        pair = todo.pop()
        if pair.cls in seen:
            continue
        seen.add(pair.cls)
        yield pair
        for name, (node, home) in properties(pair).items():
            shape = NESTED.get(pair.cls, {}).get(name)
            if isinstance(shape, type):
                inner = node.get("items", node)
                todo.append(Pair(shape, *follow(inner, home)))


PAIRS: Final = sorted(walk(), key=lambda pair: pair.cls.__name__)


def leaves() -> Iterator[Leaf]:
    """Yield every field that holds text, a number, a truth value or a list of text."""
    for pair in PAIRS:
        for name, (node, home) in properties(pair).items():
            shape = NESTED.get(pair.cls, {}).get(name)
            is_list = node.get("type") == "array"
            if is_list and not isinstance(shape, type):
                yield Leaf(pair.cls, name, follow(node["items"], home)[0], is_list)
            elif not isinstance(shape, type) and node.get("type") != "object":
                yield Leaf(pair.cls, name, node, is_list)


LEAVES: Final = tuple(leaves())
TEXTS: Final = [leaf for leaf in LEAVES if leaf.node.get("type") == "string"]
WORDS: Final = [leaf for leaf in LEAVES if "enum" in leaf.node]
NUMBERS: Final = [
    leaf for leaf in LEAVES if leaf.node.get("type") in ("integer", "number")
]
LISTS: Final = [
    (pair.cls, name, node)
    for pair in PAIRS
    for name, (node, _) in properties(pair).items()
    if node.get("type") == "array"
]


def example(variant: Variant) -> Node:
    """Return an object with every property of a variant, as its schema shows it."""
    found: Node = {
        name: node["examples"][0] if "examples" in node else None
        for name, node in variant.properties.items()
        if name != DISCRIMINATOR and name not in OF_FILES
    }
    for name, node in variant.properties.items():
        if name in found and found[name] is None:
            found[name] = follow(node, variant.home)[0]["examples"][0]
    return found if variant.kind is None else {**found, "kind": variant.kind}


def built(cls: type, data: JsonValue) -> Any:  # noqa: ANN401  any class of record
    """Return the value that JSON describes."""
    fields = {SHORTHANDS[cls]: data} if isinstance(data, str) else data
    values: Node = {}
    for name, value in fields.items():
        shape = NESTED.get(cls, {}).get(name)
        if not isinstance(shape, type):
            values[name] = value
        elif is_array(value):
            values[name] = [built(shape, each) for each in value]
        else:
            values[name] = built(shape, value)
    return cls(**values)


def example_of(pair: Pair, field: str) -> JsonValue:
    """Return the JSON that a field shows as its example."""
    return next(
        example(variant)[field]
        for variant in variants(pair.node, pair.home)
        if field in variant.properties
    )


def with_field(cls: type, field: str) -> Any:  # noqa: ANN401  any class of record
    """Return a value of a class that has a field."""
    pair = next(each for each in PAIRS if each.cls is cls)
    return next(
        built(cls, example(variant))
        for variant in variants(pair.node, pair.home)
        if field in variant.properties
    )


def refusal(cls: type, field: str, value: object) -> InvalidRecord | None:
    """Return what a field of a class says to a value, None where it takes it."""
    held = with_field(cls, field)
    try:
        made = attrs.evolve(held, **{field: value})
        if isinstance(made, When):
            # What words and ids are like, a date leaves to the record that holds it.
            Claim(id="c", text="…", holds=made)
    except InvalidRecord as error:
        return error
    return None


def built_code(cls: type, data: JsonValue) -> str | None:
    """Return the code that what JSON describes is refused with, if it is."""
    try:
        built(cls, data)
    except InvalidRecord as error:
        return error.code
    return None


def code(cls: type, field: str, value: object) -> str | None:
    """Return the code that a value is refused with by itself, not for others."""
    error = refusal(cls, field, value)
    # Bounds in order, links that are there: that is said of two fields together.
    return None if error is None or error.code in ("CT024", "CT025") else error.code


OF_NEWER_FILES = {"later", "version"}
"""Fields of a head that files of a newer version need, and no schema of ours."""


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.cls.__name__)
def test_a_class_has_the_fields_of_its_schema(pair: Pair) -> None:
    """A class has the fields of its schema, and no others."""
    fields = {each.name for each in attrs.fields(pair.cls) if each.init}
    assert set(properties(pair)) == fields - (
        OF_NEWER_FILES if pair.cls is Head else set()
    )


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.cls.__name__)
def test_required_fields_have_no_default(pair: Pair) -> None:
    """What the schema asks of all variants has no default; all else has one."""
    needed = {
        each.name for each in attrs.fields(pair.cls) if each.default is attrs.NOTHING
    }
    always = set(pair.node.get("required", ())) - {DISCRIMINATOR} - OF_FILES
    assert always == needed


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.cls.__name__)
def test_examples_of_properties_make_a_value(pair: Pair) -> None:
    """The examples of the properties make a value, for every variant."""
    for variant in variants(pair.node, pair.home):
        assert isinstance(built(pair.cls, example(variant)), pair.cls)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.cls.__name__)
def test_nested_values_are_declared_as_such(pair: Pair) -> None:
    """What is read as a value of its own is what the class declares as one."""
    declared: dict[str, object] = {}
    for name, hint in get_type_hints(pair.cls).items():
        outer = {hint, *get_args(hint)}
        for part in outer | {inner for each in outer for inner in get_args(each)}:
            if part is int:
                declared[name] = WHOLE
            elif part is Chain:
                declared[name] = get_type_hints(Chain)["links"].__args__[0]
            elif isinstance(part, type) and attrs.has(part) and part is not pair.cls:
                declared[name] = part
    init = {each.name for each in attrs.fields(pair.cls) if each.init}
    expected = {name: part for name, part in declared.items() if name in init}
    assert NESTED.get(pair.cls, {}) == expected


@pytest.mark.parametrize(("cls", "field"), SHORTHANDS.items())
def test_a_shorthand_has_the_form_of_its_field(cls: type, field: str) -> None:
    """The text that stands for an object has the form of the field it stands for."""
    pair = next(each for each in PAIRS if each.cls is cls)
    node, _ = properties(pair)[field]
    assert set(pair.node["type"]) == {"string", "object"}
    for keyword in ("pattern", "minLength", "maxLength"):
        assert pair.node.get(keyword) == node.get(keyword), keyword


@pytest.mark.parametrize("leaf", WORDS, ids=str)
def test_each_vocabulary_has_the_same_words(leaf: Leaf) -> None:
    """Each vocabulary has the same words, and refuses others in the same words."""
    hint = get_type_hints(leaf.cls)[leaf.field]
    vocabulary = next(
        (each for each in (hint, *get_args(hint)) if get_origin(each) is Literal),
        None,
    )
    listed = vocabulary or get_args(hint)[0]
    assert list(get_args(listed)) == leaf.node["enum"]
    odd = "no such word"
    error = refusal(leaf.cls, leaf.field, [odd] if leaf.is_list else odd)
    assert error is not None
    assert error.code == "CT013"
    assert error.problem.endswith(leaf.node["x-message"])


def of_length(node: Node, length: int) -> str:
    """Return text of a length that has, as far as it can, the form of a pattern."""
    for name, start in (("iri", "ex:"), ("language", "en-x-abcdefgh-abcdefgh-abcd-")):
        if node["pattern"] == PATTERNS[name][0]:
            return start.ljust(length, "y")
    return "x" * length


@pytest.mark.parametrize("leaf", TEXTS, ids=str)
def test_texts_have_the_same_form_and_length(leaf: Leaf) -> None:
    """Text has the same form and the same length at most."""
    node = leaf.node
    if leaf.cls is When and leaf.field == "edtf":
        assert (node["pattern"], node["maxLength"]) == (EDTF_PATTERN, EDTF_MAX_LENGTH)
        return

    def said(value: str) -> str | None:
        return code(leaf.cls, leaf.field, [value] if leaf.is_list else value)

    forms = {pattern: entry for pattern, *entry in PATTERNS.values()}
    if node["pattern"] in forms:
        what, fix = forms[node["pattern"]]
        assert (node["x-message"], node["x-fix"]) == (f"is not {what}", fix)
        assert said("?") == "CT014"
    else:
        assert node["pattern"] == load_schema("values")["$defs"]["line"]["pattern"]
        assert said("\u00a0") == "CT014"
    assert said("") in ("CT014", "CT015")
    if "maxLength" in node:
        most = node["maxLength"]
        assert said(of_length(node, most)) is None
        assert said(of_length(node, most + 1)) == "CT015"


@pytest.mark.parametrize("leaf", NUMBERS, ids=str)
def test_numbers_have_the_same_bounds(leaf: Leaf) -> None:
    """Numbers are whole or not, and have the same bounds."""
    least, most = leaf.node["minimum"], leaf.node["maximum"]
    assert code(leaf.cls, leaf.field, least) is None
    assert code(leaf.cls, leaf.field, most) is None
    assert code(leaf.cls, leaf.field, least - 1) == "CT017"
    assert code(leaf.cls, leaf.field, most + 1) == "CT017"
    middle = (least + most) / 2 + 0.25
    whole = leaf.node["type"] == "integer"
    assert code(leaf.cls, leaf.field, middle) == ("CT010" if whole else None)


@pytest.mark.parametrize(
    ("cls", "field", "node"), LISTS, ids=[f"{c.__name__}.{f}" for c, f, _ in LISTS]
)
def test_lists_have_the_same_lengths(cls: type, field: str, node: Node) -> None:
    """Lists are as long at most, and as short at least."""
    held = getattr(with_field(cls, field), field)
    item = held[0]
    assert code(cls, field, [item] * node["maxItems"]) is None
    assert code(cls, field, [item] * (node["maxItems"] + 1)) == "CT016"
    assert code(cls, field, []) == ("CT016" if node.get("minItems") else None)


def test_private_fields_are_marked_in_the_schemas() -> None:
    """The schemas mark as private what the records keep out of their repr."""
    marked = {
        (pair.cls, name)
        for pair in PAIRS
        for variant in variants(pair.node, pair.home)
        for name, node in variant.properties.items()
        if any(each.get("x-private") for each in steps(node, variant.home))
    }
    expected = {
        (pair.cls, name)
        for pair in PAIRS
        for name in properties(pair)
        if name in {"anonymity", "ext", "note", "recorded"}
        or pair.cls in (Anonymity, Recorded)
        or attrs.fields_dict(pair.cls)[name].metadata.get("secret")
    }
    assert marked == expected


def test_kinds_of_source() -> None:
    """A field that only some kinds of source have is in their variants alone."""
    pair = next(each for each in PAIRS if each.cls is RECORD_TYPES["source"])
    node = load_schema("source")
    by_kind: dict[str, set[str]] = {}
    for branch in node["allOf"]:
        when = branch["if"]["properties"]["kind"]
        fields = set(follow(branch["then"], "source")[0]["properties"])
        for kind in when.get("enum") or [when["const"]]:
            by_kind[kind] = fields
    for field in set(properties(pair)) - {"id", "kind"}:
        value = example_of(pair, field)
        for kind, fields in by_kind.items():
            label = "description" if kind == "unnamed" else "name"
            data = {"id": "s", "kind": kind, label: "x", field: value}
            assert built_code(pair.cls, data) == (None if field in fields else "CT019")


def test_ends_of_relations() -> None:
    """The description of the kinds says what each joins, in the same order."""
    text = load_schema("relation")["properties"]["kind"]["description"]
    found: dict[str, list[str]] = {}
    for type_, kinds in re.findall(r"[Bb]etween (\w+)s ([a-z, -]+)", text):
        for kind in kinds.split(", "):
            found.setdefault(kind, []).append(type_)
    assert {kind: tuple(types) for kind, types in found.items()} == RELATION_ENDS


def test_types_of_record() -> None:
    """A record of any type is one of those there are classes for."""
    record = load_schema("record")
    assert record["properties"]["type"]["enum"] == list(RECORD_TYPES)
    assert set(RECORD_TYPES) <= set(NAMES)
    for name, cls in RECORD_TYPES.items():
        declared = [
            variant.properties["type"] for variant in variants(load_schema(name), name)
        ]
        assert {follow(each, name)[0]["const"] for each in declared} == {cls.type}


def test_each_limit_stands_in_a_schema() -> None:
    """Each limit stands in a schema, and each bound of a schema is a limit."""
    stated: set[float] = set()
    todo: list[JsonValue] = [load_schema(name) for name in NAMES]
    while todo:
        node = todo.pop()
        if is_object(node):
            stated |= {
                node[keyword]
                for keyword in ("maxLength", "maxItems", "maximum")
                if isinstance(node.get(keyword), (int, float))
            }
            todo.extend(node.values())
        elif is_array(node):
            todo.extend(node)
    ours = {getattr(limits, name) for name in limits.__all__}
    elsewhere = {
        1,  # scores and weights
        100,  # percentages
        limits.LINKS - 1,  # the index of a link
        1_000_000,  # records of a file, which only files have
        EDTF_MAX_LENGTH,
        TEXT_MAX_LENGTH,
    }
    assert ours - {limits.FOREIGN_DEPTH} <= stated
    assert stated <= ours | elsewhere
    said = load_schema("values")["$defs"]["ext"]["description"]
    assert f"at most {limits.FOREIGN_DEPTH} levels deep" in said


def test_something_to_see() -> None:
    """Of every character, both say alike whether it makes text more than blank."""
    pattern = re.compile(load_schema("values")["$defs"]["line"]["pattern"])
    for number in [*range(1, 0xD800), 0xE000, 0xFEFF, 0x1F600, 0xE0001, 0x10FFFF]:
        char = chr(number)
        is_taken = code(Alias, "text", char) is None
        assert bool(pattern.search(char)) == is_taken, hex(number)


def test_nothing_is_fetched() -> None:
    """Every reference leads into the schemas that are shipped."""
    seen: set[str] = set()
    todo: list[tuple[JsonValue, str]] = [(load_schema(name), name) for name in NAMES]
    while todo:
        node, home = todo.pop()
        if is_object(node):
            if "$ref" in node:
                seen.add(follow(node, home)[1])
            todo.extend((each, home) for each in node.values())
        elif is_array(node):
            todo.extend((each, home) for each in node)
    assert seen <= set(NAMES)
