"""The two engines never disagree: over what the schemas describe, and over any text.

What is generated from the schemas is right in most places and wrong in some, in ways
that a schema can see: a pattern with something after it, a number beyond its bounds, a
list too long, a field of another kind. `test_agreement_laws` does the same with sound
documents that were spoilt.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

import hypothesis.strategies as st
import pytest
from hypothesis import given

from claimtrack.findings import Finding
from claimtrack.schema import NAMES, URN, JsonValue, load_schema
from claimtrack.testing import dossiers, json_values
from claimtrack.validation import _doors, examine, validate
from claimtrack.validation._engine import find_refusals, home_of
from claimtrack.validation._engines import choose_engine
from claimtrack.validation._fast import find_refusals_fast, read_clean
from claimtrack.validation._gate import admit_text
from plain_records import dossier

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.validation._engine import Refusal

Node = dict[str, JsonValue]

DEEPEST: Final = 12
"""References that are followed; what is further in gets any value."""


def looked_up(reference: str, home: str) -> tuple[Node, str]:
    """Return the node that a reference leads to, and the file it is in."""
    urn, _, pointer = reference.partition("#")
    home = urn.removeprefix(URN) or home
    node: JsonValue = load_schema(home)
    for step in pointer.split("/")[1:]:
        node = node[step]
    return node, home


@st.composite
def described(draw: st.DrawFn, node: Node, home: str, depth: int = 0) -> JsonValue:
    """Return a value that a schema describes, or one that is nearly so."""
    if depth > DEEPEST or draw(st.integers(0, 39)) == 0:
        return draw(json_values())
    if "$ref" in node:
        inner, place = looked_up(node["$ref"], home)
        return draw(described(inner, place, depth + 1))
    if "const" in node or "enum" in node:
        words: list[JsonValue] = node.get("enum") or [node["const"]]
        return draw(st.sampled_from([*words, f"{words[0]}\n", "other"]))
    types = node.get("type", "object")
    chosen: str = types if isinstance(types, str) else draw(st.sampled_from(types))
    value: JsonValue = draw(described_as(chosen, node, home, depth))
    return value


def described_as(
    name: str, node: Node, home: str, depth: int
) -> st.SearchStrategy[JsonValue]:
    """Return a strategy for values of one type, as a schema describes them."""
    if name == "string":
        return described_text(node)
    if name == "boolean":
        return st.sampled_from([True, False, 0, "true"])
    if name == "array":
        return st.lists(described(node["items"], home, depth + 1), max_size=2)
    if name == "object":
        return described_object(node, home, depth)
    least, most = node.get("minimum", -10), node.get("maximum", 10)
    near = [least, most, least - 1, most + 1, float(least), least + 0.5, 1e20]
    return st.sampled_from(near) | st.integers(-5, 5)


@st.composite
def described_text(draw: st.DrawFn, node: Node) -> str:
    """Return text of the form that a schema asks for, or with something amiss."""
    pattern: str = node.get("pattern", "")
    most: int = node.get("maxLength", 3)
    text = draw(st.from_regex(re.compile(pattern), fullmatch=False))
    match draw(st.integers(0, 11)):
        case 0:
            return text + draw(
                st.sampled_from(["\n", "\r\n", "\u2028", " ", "\0", "٣"])
            )
        case 1:
            return text * (most // max(len(text), 1) + 1)
        case 2:
            return ""
        case _:
            return text


@st.composite
def described_object(
    draw: st.DrawFn, node: Node, home: str, depth: int
) -> dict[str, JsonValue]:
    """Return an object with some fields of a schema, and of one of its variants."""
    value: dict[str, JsonValue] = {}
    for variant in node.get("allOf", []):
        reference: str = variant["then"].get("$ref", "")
        asked: Node = variant["if"].get("properties", {})
        for name, condition in asked.items() if reference else ():
            if name not in value and draw(st.booleans()):
                inner, place = looked_up(reference, home)
                value = draw(described_object(inner, place, depth + 1))
                words = condition.get("enum") or [condition["const"]]
                value[name] = draw(st.sampled_from(words))
    fields: Node = node.get("properties", {})
    for name, field in fields.items():
        often = name in node.get("required", []) and draw(st.integers(0, 9)) > 0
        if name not in value and (often or draw(st.integers(0, 3)) == 0):
            value[name] = draw(described(field, home, depth + 1))
    if draw(st.integers(0, 19)) == 0:
        value[draw(st.sampled_from(["nme", "kind", "type", "", "a/b~c"]))] = 1
    return value


def told(refusals: Iterable[Refusal]) -> list[tuple[str, str, str]]:
    """Return refusals in an order that does not depend on the engine."""
    return sorted((repr(r.path), r.keyword, home_of(r.node).rule) for r in refusals)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_over_what_the_schemas_describe(name: str, data: st.DataObject) -> None:
    """Each refuses the same keywords of the same nodes at the same places."""
    value = data.draw(described(load_schema(name), name))
    # Nothing comes to an engine but by the gate.
    if (
        validate(value, engine="reference")[:1]
        and not admit_text(json.dumps(value)).faults
    ):
        assert told(find_refusals_fast(name, value)) == told(find_refusals(name, value))


@given(data=st.data())
def test_findings_over_what_the_schemas_describe(data: st.DataObject) -> None:
    """And so the findings are the same, to the letter."""
    value = data.draw(described(load_schema("record"), "record"))
    for each in (value, dossier(value, value)):
        text = json.dumps(each)
        assert examine(text, engine="fast") == examine(text, engine="reference")


texts = (
    json_values().map(json.dumps)
    | json_values().map(lambda each: json.dumps(each, ensure_ascii=False))
    | dossiers(max_claims=1, max_attributions=1).map(lambda each: each.dumps())
)

PIECES: Final = (
    *('"', "\\", "{", "}", "[", "]", ",", ":", " ", "\n", "\0", "-", ".", "e", "0"),
    *("\\u0022", "\\u0000", "\\ud800", "\\ude00", "\ud800", "\ufeff", "NaN", "//"),
    *("9007199254740993", "18446744073709551616", "1e999", "-0", '"a":1,"a":2', "[[]]"),
    *("\u2028", "\x7f", "😀", "[" * 65, "{}" * 70, '"[]"' * 70, "1" * 20),
)
"""What is put into texts: everything that the gate looks for."""


@st.composite
def broken_texts(draw: st.DrawFn) -> str:
    """Return JSON text that was cut, doubled or added to in some places."""
    text = draw(texts)
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        to = min(len(text), at + draw(st.integers(0, 9)))
        piece = draw(st.sampled_from(PIECES) | st.just(text[at:to]))
        cut = draw(st.booleans())
        text = text[:at] + piece + text[to if cut else at :]
    return text


@given(broken_texts())
def test_over_any_text(text: str) -> None:
    """What the fast reader reads, the exact gate lets in, as the same value."""
    value, exact = read_clean(text), admit_text(text)
    if value is not None:
        assert exact.faults == ()
        assert repr(value) == repr(exact.value)
    assert repr(admit_text(text, choose_engine("fast"))) == repr(exact)
    assert validate(text, engine="fast") == validate(text, engine="reference")


@given(broken_texts(), st.data())
def test_over_any_bytes(text: str, data: st.DataObject) -> None:
    """Whatever byte is changed, both engines say the same, and neither fails."""
    raw = bytearray(text.encode("utf-8", "surrogatepass"))
    for _ in range(data.draw(st.integers(0, 3))):
        if raw:
            at = data.draw(st.integers(0, len(raw) - 1))
            raw[at] = data.draw(st.integers(0, 255))
    found = validate(bytes(raw), engine="fast")
    assert found == validate(bytes(raw), engine="reference")
    assert all(isinstance(each, Finding) for each in found)
    with pytest.MonkeyPatch.context() as patched:
        # As if they were long enough to be read without their text.
        patched.setattr(_doors, "SHORT", 0)
        patched.setattr(_doors, "FEW", 0)
        assert found == validate(bytes(raw), engine="fast")
