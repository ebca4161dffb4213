"""Values in memory: what is taken for JSON, and what is refused with a finding."""

from __future__ import annotations

import collections
import collections.abc
import datetime as dt
import decimal
import enum
import time
import types
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.schema import is_object
from claimtrack.validation import validate
from claimtrack.validation._plain import DEPTH, to_plain
from plain_records import claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.schema import JsonValue


class Pairs(collections.abc.Mapping[str, Any]):
    """A mapping that is no dictionary and makes its values anew each time."""

    def __init__(self, inner: dict[str, Any]) -> None:
        """Hold what it pretends to be."""
        self.inner = inner

    def __getitem__(self, key: str) -> object:
        """Return a value, wrapped if it is a dictionary."""
        value: JsonValue = self.inner[key]
        return Pairs(value) if is_object(value) else value

    def __iter__(self) -> Iterator[str]:
        """Iterate over the keys."""
        return iter(self.inner)

    def __len__(self) -> int:
        """Return their number."""
        return len(self.inner)


class Word(enum.StrEnum):
    """Words as enumerations have them."""

    CLAIM = "claim"


CLAIM: dict[str, Any] = claim("c", ext={"a": {"b": 1}})
ATTRIBUTION: dict[str, Any] = {"type": "attribution", "claim": "c", "chain": ["a", "b"]}

TAKEN: dict[str, Mapping[str, Any]] = {
    "a dictionary": CLAIM,
    "a mapping proxy": types.MappingProxyType(CLAIM),
    "a UserDict": collections.UserDict(CLAIM),
    "an OrderedDict": collections.OrderedDict(CLAIM),
    "a ChainMap": collections.ChainMap({}, CLAIM),
    "a mapping of its own": Pairs(CLAIM),
    "a proxy inside": {**CLAIM, "ext": types.MappingProxyType({"a": 1})},
    "a word of an enumeration": {**CLAIM, "type": Word.CLAIM},
    "a tuple": {**ATTRIBUTION, "chain": ("a", "b")},
    "tuples inside": {**ATTRIBUTION, "excerpts": ({"exact": "x"},)},
    "one value in two places": {**CLAIM, "ext": {"a": [CLAIM["ext"], CLAIM["ext"]]}},
}


@pytest.mark.parametrize("name", TAKEN)
def test_mappings_serve_as_objects_and_tuples_as_lists(name: str) -> None:
    """Mappings of any class serve as objects, tuples as lists."""
    assert validate(TAKEN[name]) == ()


def test_judges_other_mappings_as_dictionaries() -> None:
    """A mistake in a mapping of another class is found at its place."""
    wrong = {"type": "claim", "id": "c", "quantity": {"min": 3, "max": 1}}
    for mapping in (wrong, Pairs(wrong), collections.UserDict(wrong)):
        found = [(each.code, each.pointer) for each in validate(mapping)]
        assert found == [("CT011", ""), ("CT024", "/quantity/min")]


def circular_object() -> dict[str, Any]:
    """Return a dictionary that holds itself."""
    value: dict[str, Any] = claim("c")
    value["ext"] = {"a": value}
    return value


def circular_list() -> dict[str, Any]:
    """Return a list that holds itself many times."""
    value: list[Any] = []
    value.extend([value] * 10)
    return {"ext": value}


def nested(depth: int, value: JsonValue = None) -> JsonValue:
    """Return so many lists in each other."""
    for _ in range(depth):
        value = [value]
    return value


def unfolding() -> dict[str, Any]:
    """Return what would be 2**60 values when written."""
    value: list[Any] = []
    for _ in range(DEPTH - 4):
        value = [value, value]
    return claim("c", ext={"a": value})


IS_NOT = "a value of the Python type"

REFUSED: dict[str, tuple[Any, str]] = {
    "a set": ({"ext": {"a": {1, 2}}}, f'CT010 /ext {IS_NOT} "set" is not JSON'),
    "bytes": ({"text": b"x"}, f'CT010 /text {IS_NOT} "bytes" is not JSON'),
    "a date": (
        {"holds": dt.date(2025, 4, 17)},
        f'CT010 /holds {IS_NOT} "date" is not JSON',
    ),
    "a decimal": (
        {"score": decimal.Decimal(1)},
        f'CT010 /score {IS_NOT} "Decimal" is not JSON',
    ),
    "a generator": (
        {"chain": (x for x in "ab")},
        f'CT010 /chain {IS_NOT} "generator" is not JSON',
    ),
    "a number for a key": ({3: "x"}, "CT010  a key is not text"),
    "a number for a key inside": (
        {"quantity": {None: 1}},
        "CT010 /quantity a key is not text",
    ),
    "NaN": (
        {"score": float("nan")},
        "CT005 /score JSON does not allow NaN",
    ),
    "infinity": (
        {"quantity": {"min": float("-inf")}},
        "CT005 /quantity/min the number is infinite, or greater than programs can hold",
    ),
    "a great integer": ({"score": 2**60}, "CT005 /score the integer is beyond 2^53"),
    "5,000 digits": ({"score": 10**5000}, "CT005 /score the integer is beyond 2^53"),
    "half a surrogate pair": (
        {"text": "\ud800"},
        "CT006 /text the text contains a NUL or half a surrogate pair",
    ),
    "half a surrogate pair in a key": (
        {"condition": {"\ud800": 1}},
        "CT006 /condition a key contains a NUL or half a surrogate pair",
    ),
    "NUL": (
        {"text": "a\0"},
        "CT006 /text the text contains a NUL or half a surrogate pair",
    ),
    "an object in itself": (circular_object(), "CT004 /ext it contains itself"),
    "65 levels": (
        {"chain": nested(DEPTH)},
        f"CT004 /chain{'/0' * (DEPTH - 1)} it is nested deeper than 64 levels",
    ),
    "100,000 levels": (
        {"chain": nested(100_000)},
        f"CT004 /chain{'/0' * (DEPTH - 1)} it is nested deeper than 64 levels",
    ),
}
"""Name → a value, and the one thing said of it: code, pointer, message."""


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_json_is_refused_at_its_place(name: str) -> None:
    """What is no JSON is refused at its place; private places are not entered."""
    value, expected = REFUSED[name]
    (found,) = validate(value)
    assert f"{found.code} {found.pointer} {found.message}" == expected
    assert found.location is None
    assert found.rule


def test_refuses_what_is_no_mapping() -> None:
    """A type checker would say so; without one, a finding does."""
    values: list[Any] = [[], (), 3, None, True, {1}, bytearray(b"{}"), object()]
    codes = [[each.code for each in validate(value)] for value in values]
    assert codes == [["CT009"]] * 5 + [["CT010"]] * 3


def test_depth_counts_where_a_value_is_held() -> None:
    """A value held in two places may be too deep in one of them."""
    held = nested(DEPTH - 1, 1)
    (found,) = validate({"chain": held, "excerpts": [held]})
    assert (found.code, found.pointer) == ("CT004", "/excerpts/0")


def test_what_is_held_often_costs_little() -> None:
    """Neither circles nor what would unfold to 2**60 values keep it busy."""
    begun = time.process_time()
    assert {each.code for each in validate(circular_list())} == {"CT004"}
    (found,) = validate(unfolding())
    assert found.code == "CT007"
    assert found.message.startswith("it expands to 2305843009213693")
    assert time.process_time() - begun < 2


def test_a_small_value_may_be_held_often() -> None:
    """Programs that build dossiers share what is equal; nothing is wrong with that."""
    link = {"source": "s", "cue": "said"}
    chain = [link] * 10
    records = [{"type": "attribution", "claim": "c", "chain": chain}] * 10
    many = [{**each} for each in records * 4_000]
    assert to_plain({"records": many})[1] == ()


def test_the_copy_is_plain() -> None:
    """The copy holds dictionaries and lists alone, and is not what was given."""
    given = {"a": (1, types.MappingProxyType({"b": [None, True]}))}
    plain, faults = to_plain(given)
    assert plain == {"a": [1, {"b": [None, True]}]}
    assert type(plain["a"][1]) is dict
    assert faults == ()
