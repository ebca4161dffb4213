"""Places in JSON text, against a parser that is as plain as can be."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.schema import is_array, is_object
from claimtrack.validation._scan import (
    Lines,
    Wanted,
    pick,
    pick_lines,
    scan,
    scan_lines,
    to_pointer,
)
from cpu_time import times_as_long

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.schema import JsonValue, Path

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


def walk(value: JsonValue, path: Path = ()) -> Iterator[tuple[Path, JsonValue]]:
    """Yield every value inside a value with its path, inner ones first: the oracle."""
    if is_object(value):
        for key, each in value.items():
            yield from walk(each, (*path, key))
    elif is_array(value):
        for index, each in enumerate(value):
            yield from walk(each, (*path, index))
    yield path, value


@given(
    JSON,
    st.sampled_from([None, 0, 1, "\t", " \r\n "]),
    st.booleans(),
    st.sampled_from(["", " ", "\n\n", "\t\r\n"]),
)
def test_places_are_those_of_the_values(
    value: JsonValue,
    indent: int | str | None,
    ascii_only: bool,  # noqa: FBT001  # hypothesis gives it
    around: str,
) -> None:
    """A place's text parses to the value at its path, and its key to the last step."""
    body = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    text = around + body + around
    places = list(scan(text))
    found = [(p.path, json.loads(text[slice(*p.value)])) for p in places]
    assert found == list(walk(value))
    for place in places:
        named = bool(place.path) and isinstance(place.path[-1], str)
        assert (place.key is not None) == named
        if place.key is not None:
            assert json.loads(text[slice(*place.key)]) == place.path[-1]
        assert not place.again


def branch(paths: list[Path]) -> Wanted:
    """Return the steps of paths as one tree."""
    wanted: Wanted = {}
    for path in paths:
        inside = wanted
        for step in path:
            inside = inside.setdefault(step, {})
    return wanted


@given(st.data(), JSON, st.sampled_from([None, 0, "\t"]), st.booleans())
def test_what_is_asked_for_stands_where_a_scan_finds_it(
    data: st.DataObject,
    value: JsonValue,
    indent: int | str | None,
    ascii_only: bool,  # noqa: FBT001  # hypothesis gives it
) -> None:
    """The places asked for, those around them, no others; paths that are not there."""
    text = f" {json.dumps(value, indent=indent, ensure_ascii=ascii_only)}\n"
    paths = [path for path, _ in walk(value)]
    asked = data.draw(st.lists(st.sampled_from(paths), max_size=4))
    asked += [(*path, step) for path in asked[:1] for step in (0, "x")]
    around = {path[:end] for path in asked for end in range(len(path) + 1)} | {()}
    found = list(pick(text, branch(asked)))
    assert found == [place for place in scan(text) if place.path in around]


@given(st.data(), st.lists(st.dictionaries(st.text(), JSON), min_size=1))
def test_of_lines_what_is_asked_for_stands_where_a_scan_finds_it(
    data: st.DataObject, values: list[dict[str, JsonValue]]
) -> None:
    """With a head and without one, blank lines and lines that cannot be read."""
    text = "\n \n".join(map(json.dumps, values))
    first = data.draw(st.sampled_from([-1, 0]))
    unread = data.draw(st.sets(st.integers(-1, len(values))))
    places = list(scan_lines(text, first, unread))
    paths = [place.path for place in places] or [()]
    asked = data.draw(st.lists(st.sampled_from(paths), max_size=4))
    around = {path[:end] for path in asked for end in range(len(path) + 1)} | {()}
    found = list(pick_lines(text, first, unread, branch(asked)))
    assert found == [place for place in places if place.path in around]


@given(
    st.lists(st.dictionaries(st.text(), JSON), min_size=1),
    st.sampled_from([-1, 0]),
    st.sets(st.integers(0, 6)),
)
def test_lines_that_are_not_asked_for_are_passed_over(
    values: list[dict[str, JsonValue]], first: int, asked: set[int]
) -> None:
    """What stands on the others has the same places as with them."""
    text = "\n \n".join(map(json.dumps, values))
    expected = [
        place
        for place in scan_lines(text, first)
        if text.count("\n", 0, place.value[0]) in asked
    ]
    assert list(scan_lines(text, first, (), asked.__contains__)) == expected


MEMBERS: Final = st.tuples(
    st.sampled_from(['"id"', '"a"', '"\\u0069d"', '"b"']),
    st.sampled_from(["1", '"id"', '{"id": 1}', '["a", "\\n"]', "{}", '"}"']),
)
"""A key and its value: twice in one object, with an escape, and as a value."""


@given(st.lists(st.lists(MEMBERS, max_size=5), min_size=1, max_size=3))
def test_a_key_is_found_however_often_a_line_has_it(
    lines: list[list[tuple[str, str]]],
) -> None:
    """No further than to the end of what is asked for, where that is known."""
    text = "\n".join(
        f" {{{', '.join(f'{key}: {value}' for key, value in line)}}} " for line in lines
    )
    asked: Wanted = {n: {"id": {}, "a": {}} for n in range(0, len(lines), 2)}
    asked |= {n: {"id": {}} for n in range(1, len(lines), 2)}
    found = [
        (p.path, p.key, p.value) for p in pick_lines(text, 0, (), {"records": asked})
    ]
    assert found == [
        (p.path, p.key, p.value)
        for p in scan_lines(text, 0)
        if len(p.path) == 2 or (len(p.path) == 3 and p.path[2] in asked[p.path[1]])
    ]


def test_many_keys_of_one_line_are_found_in_linear_time() -> None:
    """The rest of the line is not searched for all of them at each."""

    def find(count: int) -> None:
        keys = [f"key-{n}" for n in range(count)]
        text = f"{{{', '.join(f'{chr(34)}{key}{chr(34)}: 1' for key in keys)}}}"
        found = list(pick_lines(text, 0, (), {"records": {0: {e: {} for e in keys}}}))
        assert len(found) == count + 1

    # Searching takes eight times as long for each of eight times as many.
    assert times_as_long(partial(find, 2_000), partial(find, 250)) < 24


@given(JSON)
def test_locations_lie_in_the_text(value: JsonValue) -> None:
    """Line and column lead back to the place."""
    text = json.dumps(value, indent=1, ensure_ascii=False)
    lines = Lines(text)
    rows = text.split("\n")
    for place in scan(text):
        start, end = place.value
        where = lines.location(place.value)
        row = rows[where.line - 1]
        assert 1 <= where.column < where.end <= len(row) + 1
        whole = text[start:end].split("\n")[0]
        assert row[where.column - 1 : where.end - 1] == whole


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ('{"a": 1, "a": 2}', [("a",)]),
        ('{"a": {"b": 1}, "c": {"b": 1}}', []),
        ('{"a": {"b": 1}, "a": {"b": 1}}', [("a",)]),
        ('[{"a": 1}, {"a": 1, "\\u0061": {"a": 1}}]', [(1, "a")]),
    ],
)
def test_tells_keys_that_were_there(text: str, again: list[Path]) -> None:
    """A key is there again in its own object only."""
    assert [place.path for place in scan(text) if place.again] == again


def test_is_not_recursive() -> None:
    """Depth costs memory for the paths, nothing else."""
    depth = 2_000
    places = list(scan("[" * depth + "]" * depth))
    assert places[0].path == (0,) * (depth - 1)
    assert places[-1].path == ()


@pytest.mark.parametrize(
    ("path", "pointer"),
    [
        ((), ""),
        (("a", 0, "b"), "/a/0/b"),
        (("",), "/"),
        (("a/b", "~", "~1"), "/a~1b/~0/~01"),
        (("\ud800",), "/\\ud800"),
    ],
)
def test_pointers_are_written_as_the_standard_says(path: Path, pointer: str) -> None:
    """RFC 6901, section 5; half a surrogate pair is written as its escape."""
    assert to_pointer(path) == pointer


@pytest.mark.parametrize(
    ("text", "span", "place"),
    [
        ("", (0, 1), "1:1-2"),
        ("abc", (1, 2), "1:2-3"),
        ("abc", (3, 4), "1:4-5"),
        ("ab\ncd", (3, 5), "2:1-3"),
        ("ab\ncd", (1, 5), "1:2-3"),
        ("ab\n", (3, 4), "2:1-2"),
        ("ab\r\ncd", (4, 5), "2:1-2"),
        ("\n\n\n", (2, 3), "3:1-2"),
        ("\u00e4\U0001f600b", (2, 3), "1:3-4"),
    ],
)
def test_lines_and_columns(text: str, span: tuple[int, int], place: str) -> None:
    """From 1, in code points, to the end of the line at most."""
    where = Lines(text).location(span)
    assert f"{where.line}:{where.column}-{where.end}" == place
