"""Laws of writing: what is generated, or done in one go, is what goes step by step."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.records import Chain, Count, FrozenMapping
from claimtrack.schema import (
    SHORTHANDS,
    JsonValue,
    derive_id,
    find_references,
    free_id,
    is_array,
    is_object,
    part_of,
    parts_of,
    write_record,
)
from claimtrack.testing import dossiers, records
from claimtrack.validation import referenced_ids

if TYPE_CHECKING:
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


@given(VALUES)
def test_json_on_one_line_is_padded_outside_texts_alone(value: JsonValue) -> None:
    """Braces in texts and keys stay."""
    part = part_of(value)
    assert (part if isinstance(part, str) else part[0]) == spelled(value)


@given(dossiers(max_sources=4, max_documents=3, max_claims=3, max_attributions=4))
def test_ids_and_references_are_those_of_each_record(dossier: Dossier) -> None:
    """Found for all at once, and from what is written already."""
    written = [write_record(each) for each in dossier.values()]
    named = {each.id for data in written for each in find_references(data)}
    assert referenced_ids(written) == named
    for record, data in zip(dossier.values(), written, strict=True):
        first = derive_id(record)
        for taken in (set[str](), {first}, {first, derive_id(record, 2)}):
            assert free_id(record, taken, data) == free_id(record, taken)
            assert free_id(record, taken) not in taken
