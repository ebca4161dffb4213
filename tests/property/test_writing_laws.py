"""Laws of writing: what is generated, or done in one go, is what goes step by step."""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.dossier._json_line import WITH_FRACTIONS, line_encoder
from claimtrack.records import (
    ALWAYS_PRIVATE,
    PRIVATE_IN_CONTEXT,
    RECORD_TYPES,
    Attribution,
    Candidate,
    Chain,
    Count,
    FrozenMapping,
    Link,
)
from claimtrack.schema import (
    NESTED,
    SHORTHANDS,
    JsonValue,
    derive_id,
    find_references,
    free_id,
    is_array,
    is_object,
    part_of,
    parts_of,
    public_text,
    write_record,
)
from claimtrack.testing import dossiers, records
from claimtrack.validation import referenced_ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Record

BRACED: Final = st.text(alphabet='{}[]"\\,: a\n\u2028é', max_size=8)
"""Texts of what JSON is written with."""

SCALARS: Final[st.SearchStrategy[JsonValue]] = st.one_of(
    BRACED,
    st.text(max_size=5),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([True, False, None, {}, [], 1e16, 1e-7, -0.0, 2**53]),
)

VALUES: Final = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(BRACED, inner, max_size=3)
    ),
    max_leaves=12,
)


def plain(value: object) -> JsonValue:
    """Return what a value is written as, field by field."""
    if isinstance(value, Chain):
        return [plain(each) for each in value.links]
    if isinstance(value, tuple):
        return [plain(each) for each in cast("tuple[object, ...]", value)]
    if isinstance(value, FrozenMapping):
        return {key: plain(each) for key, each in value.items()}
    if not attrs.has(type(value)):
        return value
    cls: Any = type(value)
    written = {
        each.name: plain(held)
        for each in attrs.fields(cls)
        if each.init
        for held in [getattr(value, each.name)]
        if held != each.default or (cls is Count and each.name == "min")
    }
    short = SHORTHANDS.get(cls)
    return written[short] if short and list(written) == [short] else written


def spelled(value: JsonValue) -> str:
    """Return JSON on one line, value by value."""
    if is_object(value) and value:
        inner = (f"{spelled(key)}: {spelled(each)}" for key, each in value.items())
        return f"{{ {', '.join(inner)} }}"
    if is_array(value):
        return f"[{', '.join(map(spelled, value))}]"
    return json.dumps(value, ensure_ascii=False)


@given(records())
def test_a_record_is_written_field_by_field(record: Record) -> None:
    """In the order of its fields, as the same types of value."""
    expected = {"type": record.type, **plain(record)}
    assert json.dumps(write_record(record)) == json.dumps(expected)


@given(records())
def test_the_parts_of_a_record_are_those_of_its_json(record: Record) -> None:
    """Whole and in the same order, with the parts that they have in turn."""
    data = write_record(record)
    assert parts_of(record) == [part_of(e, f'"{key}": ') for key, e in data.items()]


def fields_of(cls: type) -> Iterator[tuple[str, str]]:
    """Yield the fields of a class, and of what is in them, with their types."""
    for field in attrs.fields(cls):
        yield field.name, str(field.type)
        shape = NESTED.get(cls, {}).get(field.name)
        inner = fields_of(shape) if isinstance(shape, type) and shape != Link else ()
        for _name, kind in inner:
            yield field.name, kind


def test_numbers_that_are_no_integers_are_in_few_fields() -> None:
    """In these alone, numbers are written in a form that not all programs share."""

    def with_fractions(*classes: type) -> set[str]:
        fields = [each for cls in classes for each in fields_of(cls)]
        return {
            name for name, kind in fields if "float" in kind or kind == "FrozenMapping"
        }

    assert with_fractions(*RECORD_TYPES.values()) == WITH_FRACTIONS
    assert with_fractions(Link) == {"candidates"}


FRACTIONS: Final = st.sampled_from([0.5, 1e-7, 1e-5, 1]) | st.floats(0, 1)

UNSETTLED: Final = FRACTIONS.map(
    lambda weight: Attribution(
        claim="c1", chain=[Link(candidates=[Candidate(source="unn", weight=weight)])]
    )
)


@given(records() | UNSETTLED, st.none() | FRACTIONS)
def test_a_record_has_the_same_line_with_and_without_orjson(
    record: Record, later: float | None
) -> None:
    """Whatever numbers it holds; fields of a newer version may hold any."""
    importlib.import_module("orjson")
    encode = line_encoder(has_known_fields=later is None)
    data = {**write_record(record), **({} if later is None else {"later": later})}
    expected = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    assert encode(data) == expected
    with pytest.MonkeyPatch.context() as patched:
        patched.delitem(sys.modules, "orjson")
        assert line_encoder(has_known_fields=True)(data) == expected


@given(st.text())
def test_texts_have_the_same_line_with_and_without_orjson(text: str) -> None:
    """Control characters too, and those that end lines elsewhere."""
    importlib.import_module("orjson")
    encode = line_encoder(has_known_fields=True)
    for value in (text, "".join(map(chr, range(0xA0))), "\u2028\ufeff\U0001f600"):
        expected = json.dumps({"text": value}, ensure_ascii=False)
        assert encode({"text": value}) == expected.replace(": ", ":", 1)


@given(VALUES)
def test_json_on_one_line_is_padded_outside_texts_alone(value: JsonValue) -> None:
    """Braces in texts and keys stay."""
    part = part_of(value)
    assert (part if isinstance(part, str) else part[0]) == spelled(value)


PRIVATE: Final = {
    *ALWAYS_PRIVATE,
    *PRIVATE_IN_CONTEXT["link-to-unnamed"],
    "id",
}


def without_private(value: JsonValue) -> JsonValue:
    """Return JSON without what an id does not depend on."""
    if is_object(value):
        return {k: without_private(e) for k, e in value.items() if k not in PRIVATE}
    return [*map(without_private, value)] if is_array(value) else value


@given(records())
def test_an_id_depends_on_what_is_public(record: Record) -> None:
    """On all of it, and on nothing else; texts stand where they stood."""
    data = write_record(record)
    for field in attrs.fields(cast("Any", type(record))):
        if field.metadata.get("secret"):
            data.pop(field.name, None)
    if len(data.get("normalized", ())) == 1:
        (data["normalized"],) = data["normalized"]
    expected = json.dumps(without_private(data), sort_keys=True, ensure_ascii=False)
    assert public_text(record) == expected


@given(dossiers(max_sources=4, max_documents=3, max_claims=3, max_attributions=4))
def test_ids_and_references_are_those_of_each_record(dossier: Dossier) -> None:
    """Found for all at once, and from what is written already."""
    written = [write_record(each) for each in dossier.values()]
    named = {each.id for data in written for each in find_references(data)}
    assert referenced_ids(written) == named
    for record in dossier.values():
        first = derive_id(record)
        for taken in (set[str](), {first}, {first, derive_id(record, 2)}):
            assert free_id(record, taken) not in taken
