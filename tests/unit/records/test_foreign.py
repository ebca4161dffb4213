"""Foreign data: kept as it came, and cannot change any more."""

from __future__ import annotations

import copy
import json
import pickle
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings

from claimtrack import Dossier
from claimtrack.errors import InvalidRecord
from claimtrack.records import FrozenMapping, Source, limits
from claimtrack.testing import json_values

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

DEEP: Final = limits.FOREIGN_DEPTH


def nested(levels: int, *, in_list: bool) -> JsonValue:
    """Return lists or objects inside each other."""
    value: JsonValue = "x"
    for _ in range(levels):
        value = [value] if in_list else {"in": value}
    return value


FROZEN: Final[list[tuple[JsonValue, JsonValue]]] = [
    (None, None),
    (True, True),
    (0, 0),
    (-1.5, -1.5),
    (2**53, 2**53),
    ("", ""),
    ("\u202e", "\u202e"),
    ([], ()),
    ([1, [2, [None]]], (1, (2, (None,)))),
    ((1, 2), (1, 2)),
    (range(2), (0, 1)),
    ({}, FrozenMapping()),
    ({"b": [{"c": 1}]}, FrozenMapping({"b": (FrozenMapping({"c": 1}),)})),
    (MappingProxyType({"b": 1}), FrozenMapping({"b": 1})),
]


@pytest.mark.parametrize(("given_", "kept"), FROZEN)
def test_foreign_data_is_frozen_at_every_depth(
    given_: JsonValue, kept: JsonValue
) -> None:
    """Lists become tuples, objects become frozen mappings, at every depth."""
    mapping = FrozenMapping({"a": given_})
    assert mapping["a"] == kept
    assert type(mapping["a"]) is type(kept)
    assert hash(mapping) == hash(FrozenMapping({"a": given_}))


REFUSED: Final[list[tuple[JsonValue, str, str]]] = [
    (b"x", "a value of type bytes is not a JSON value", "CT010"),
    (bytearray(b"x"), "a value of type bytearray is not a JSON value", "CT010"),
    ({1}, "a value of type set is not a JSON value", "CT010"),
    (object(), "a value of type object is not a JSON value", "CT010"),
    ({5: 1}, "a key is not text", "CT010"),
    ({None: 1}, "a key is not text", "CT010"),
    ({"a\0": 1}, "its text contains a NUL or half a surrogate pair", "CT006"),
    ("\udfff", "its text contains a NUL or half a surrogate pair", "CT006"),
    (2**53 + 1, "it has a number that not every program can hold exactly", "CT005"),
    (float("nan"), "it has a number that not every program can hold exactly", "CT005"),
    (float("-inf"), "it has a number that not every program can hold exactly", "CT005"),
    (10**5_000, "it has a number that not every program can hold exactly", "CT005"),
    (nested(DEEP, in_list=True), "it is nested deeper than 56 levels", "CT004"),
    (nested(DEEP, in_list=False), "it is nested deeper than 56 levels", "CT004"),
    (nested(100_000, in_list=True), "it is nested deeper than 56 levels", "CT004"),
]


@pytest.mark.parametrize(
    ("value", "problem", "code"),
    REFUSED,
    ids=[f"{at}-{row[1]}" for at, row in enumerate(REFUSED)],
)
@pytest.mark.parametrize("in_list", [True, False])
def test_what_json_does_not_have_is_refused_anywhere(
    value: JsonValue, problem: str, code: str, *, in_list: bool
) -> None:
    """What JSON does not have, or programs do not agree on, is refused anywhere."""
    with pytest.raises(InvalidRecord) as caught:
        FrozenMapping({"a": [value] if in_list else value})
    error = caught.value
    assert (error.record, error.field) == ("record", "ext")
    assert (error.problem, error.code) == (problem, code)
    assert str(error) == f"record.ext: {problem}. {error.fix} ({code})"


@pytest.mark.parametrize("in_list", [True, False])
def test_the_deepest_that_is_taken_is_one_level_less(*, in_list: bool) -> None:
    """One level less than what is refused is taken."""
    value = nested(DEEP - 1, in_list=in_list)
    assert FrozenMapping({"a": value}) == FrozenMapping({"a": value})


@pytest.mark.parametrize("given_", ["x", [], 0, False, (), b"", [("a", 1)]])
def test_what_is_no_mapping_is_refused(given_: JsonValue) -> None:
    """What is no mapping is refused, also where it is empty."""
    with pytest.raises(InvalidRecord, match="it is not a dictionary"):
        Source(id="s", kind="outlet", name="S", ext=given_)


def test_frozen_is_kept() -> None:
    """What is frozen is not copied."""
    mapping = FrozenMapping({"a": 1})
    assert Source(id="s", kind="outlet", name="S", ext=mapping).ext is mapping


def test_nothing_changes_it() -> None:
    """Neither the mapping it was made of, nor any statement."""
    inner = ["x"]
    given_: dict[str, object] = {"a": inner}
    mapping = FrozenMapping(given_)
    given_["b"] = 1
    inner.append("y")
    assert mapping == FrozenMapping({"a": ["x"]})
    loose: JsonValue = mapping
    with pytest.raises(AttributeError, match="is immutable: cannot set '_items'"):
        loose._items = {}
    with pytest.raises(AttributeError, match="is immutable: cannot delete '_items'"):
        del loose._items
    with pytest.raises(TypeError):
        loose["a"] = 1
    with pytest.raises(TypeError):
        del loose["a"]
    assert mapping == FrozenMapping({"a": ["x"]})


def test_it_is_a_mapping() -> None:
    """It has its keys in the order given, which its equality does not see."""
    one = FrozenMapping({"b": 1, "a": 2})
    other = FrozenMapping({"a": 2, "b": 1})
    assert list(one) == ["b", "a"]
    assert len(one) == 2
    assert "a" in one
    assert one.get("c") is None
    assert one == other
    assert hash(one) == hash(other)
    assert one != FrozenMapping({"a": 2})
    with pytest.raises(KeyError):
        one["c"]


def test_foreign_data_shows_nothing_of_what_it_holds() -> None:
    """It shows nothing of what it holds."""
    assert repr(FrozenMapping()) == "FrozenMapping()"
    assert repr(FrozenMapping({"canary": "canary"})) == "FrozenMapping(…)"


@settings(max_examples=60, deadline=None)
@given(json_values())
def test_copies_are_equal_and_hash_the_same(value: JsonValue) -> None:
    """Pickled, copied, or frozen again, it is equal and hashes the same."""
    mapping = FrozenMapping({"a": value})
    copies = [
        pickle.loads(pickle.dumps(mapping)),  # noqa: S301  our own bytes
        copy.copy(mapping),
        copy.deepcopy(mapping),
        FrozenMapping(mapping),
    ]
    assert copies == [mapping] * 4
    assert {hash(each) for each in copies} == {hash(mapping)}


KINDS: Final[list[JsonValue]] = [1, 1.0, True, 0, 0.0, False, "1", "", None, (), {}]
"""Values of which Python holds some for equal, and JSON none."""


def wrapped(value: JsonValue, around: str) -> JsonValue:
    """Return a value by itself, in lists or in an object."""
    return {"alone": value, "lists": [[value]], "object": {"b": value}}[around]


@pytest.mark.parametrize("around", ["alone", "lists", "object"])
def test_values_of_other_types_are_other_values(around: str) -> None:
    """1, 1.0 and true are three values, wherever they stand."""
    mappings = [FrozenMapping({"a": wrapped(each, around)}) for each in KINDS]
    assert len(set(mappings)) == len(KINDS)
    for at, one in enumerate(KINDS):
        same = [each == {"a": wrapped(one, around)} for each in mappings]
        assert same == [at == other for other in range(len(KINDS))]
    assert FrozenMapping({"a": 1}) != 1


def json_text(value: JsonValue) -> str:
    """Return a value as JSON with sorted keys; minus nought is nought."""
    text = json.dumps(value)
    plain = json.loads(text, parse_float=lambda digits: float(digits) + 0.0)
    return json.dumps(plain, sort_keys=True)


@given(json_values(), json_values())
def test_two_are_equal_where_their_json_is(one: JsonValue, other: JsonValue) -> None:
    """Text with sorted keys is the oracle; equal mappings have equal hashes."""
    texts = [json_text(each) for each in (one, other)]
    mine, yours = FrozenMapping({"a": one}), FrozenMapping({"a": other})
    assert (mine == yours) == (texts[0] == texts[1])
    again = FrozenMapping({"a": json.loads(texts[0])})
    assert again == mine
    assert hash(again) == hash(mine)


def test_a_record_keeps_the_type_of_a_foreign_number() -> None:
    """A merge of 1 and true is a conflict, and not one value for both."""
    one, other = (
        Dossier.loads(f'{{"claimtrack": "1.0", "records": [{text}]}}')
        for text in (
            '{"type": "claim", "id": "c1", "text": "So.", "ext": {"a": 1}}',
            '{"type": "claim", "id": "c1", "text": "So.", "ext": {"a": true}}',
        )
    )
    assert one["c1"] != other["c1"]
    merged = one.merge(other)
    assert [each.code for each in merged.findings] == ["CT700"]
