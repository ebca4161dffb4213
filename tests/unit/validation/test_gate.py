"""What keeps an input out before any engine sees it, and in what words."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from claimtrack.validation import examine, render_text, validate
from claimtrack.validation._gate import admit_text, decode
from claimtrack.validation._plain import DEPTH

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.findings import Finding

VALUE = "a value is expected here"
QUOTES = "JSON needs straight double quotes around text"
SMALL = "JSON spells true, false and null in lower case"
KEY = "a key in double quotes is expected here"
MISSING = "a comma, or the end of the list or object, is missing before this"
CUT_OFF = "the JSON is incomplete"
CONTROL = "the text contains a line break or control character"
ESCAPE = "this backslash does not begin an escape that JSON allows"
DEEP = "it is nested deeper than 64 levels"
GREAT = "the number is infinite, or greater than programs can hold"
SURROGATE = "the text contains a NUL or half a surrogate pair"
SURROGATE_KEY = "a key contains a NUL or half a surrogate pair"
RECORD = "expected a record or a dossier (a JSON object), got"

TABLE: dict[str, tuple[bytes | str, str]] = {
    # Encoding.
    "latin-1": (b'{\n "a": "caf\xe9"}', "2:11 CT001 the text is not UTF-8 (byte 13 is"),
    "utf-16": ('{"a": 1}'.encode("utf-16"), "1:1 CT001 the text is UTF-16"),
    "utf-16 without a mark": (
        '{"a": 1}'.encode("utf-16-le"),
        "1:1 CT001 the text is UTF-16",
    ),
    "utf-32": ('{"a": 1}'.encode("utf-32"), "1:1 CT001 the text is UTF-32"),
    "two byte order marks": (
        "\ufeff\ufeff{}",
        "1:1 CT002 there is a second byte order mark",
    ),
    # Syntax.
    "nothing": (b"", "1:1 CT002 there is nothing in it"),
    "white space": (b" \n\t ", "1:1 CT002 there is nothing in it"),
    "truncated object": (b'{"a": 1', f"1:8 CT002 {CUT_OFF}"),
    "truncated key": (b'{"a"', f"1:5 CT002 {CUT_OFF}"),
    "truncated list": (b'{"a": [1,\n', f"2:1 CT002 {CUT_OFF}"),
    "truncated text": (
        b'{"a": "b',
        "1:7 CT002 the text that begins here has no closing quote",
    ),
    "trailing comma in an object": (
        b'{"a": 1,\n}',
        "1:8 CT002 there is an extra comma",
    ),
    "trailing comma in a list": (b"[1, ]", "1:3 CT002 there is an extra comma"),
    "two commas": (b'{"a": 1,, "b": 2}', f"1:9 CT002 {KEY}"),
    "comma missing": (b'{"a": 1\n "b": 2}', f"2:2 CT002 {MISSING}"),
    "colon missing": (b'{"a" 1}', "1:6 CT002 a colon is missing before this"),
    "value missing": (b'{"a": , "b": 2}', f"1:7 CT002 {VALUE}"),
    "comment after a value": (b'{"a": 1 // b\n}', "1:9 CT002 JSON has no comments"),
    "comment first": (b"/* a */ {}", "1:1 CT002 JSON has no comments"),
    "comment with a hash": (b"{\n  # a\n}", "2:3 CT002 JSON has no comments"),
    "single quotes": (b"{'a': 1}", f"1:2 CT002 {QUOTES}"),
    "single quotes in a value": (b"{\"a\": 'b'}", f"1:7 CT002 {QUOTES}"),
    "typographic quotes": ('{"a": “b”}', f"1:7 CT002 {QUOTES}"),
    "key without quotes": (b"{a: 1}", f"1:2 CT002 {KEY}"),
    "Python's None": (b'{"a": None}', f"1:7 CT002 {SMALL}"),
    "a word": (b'{"a": undefined}', f"1:7 CT002 {VALUE}"),
    "line break in a text": (b'{"a": "b\nc"}', f"1:9 CT002 {CONTROL}"),
    "raw NUL": (b'{"a": "b\0"}', f"1:9 CT002 {CONTROL}"),
    "Windows path": (rb'{"a": "C:\data"}', f"1:10 CT002 {ESCAPE}"),
    "half an escape": (rb'{"a": "\u12"}', f"1:9 CT002 {ESCAPE}"),
    "two values": (b"{}\n{}", "2:1 CT002 there is more text after the end of the JSON"),
    # Keys.
    "duplicate key": (
        b'{"a": 1,\n "a": 2}',
        '2:2 CT003 the key "a" appears twice in this object',
    ),
    "duplicate key in records": (
        b'{"claimtrack": "1.0", "records": [{"id": 1, "id": 2}]}',
        '1:45 CT003 the key "id" appears twice in this object',
    ),
    "duplicate key with objects": (
        b'{"a": {"b": 1}, "a": {"b": 2}}',
        '1:17 CT003 the key "a" appears twice in this object',
    ),
    "duplicate key in escapes": (
        rb'{"a": 1, "\u0061": 2}',
        '1:10 CT003 the key "a" appears twice in this object',
    ),
    "duplicate key before a mistake in the syntax": (
        b'{"a": 1, "a": 2} x',
        "1:18 CT002 there is more text after the end of the JSON",
    ),
    "a great integer before a mistake in the syntax": (
        b'{"a": 9007199254740993,}',
        "1:23 CT002 there is an extra comma",
    ),
    # Depth.
    "65 lists": (b"[" * 65 + b"]" * 65, f"1:65 CT004 {DEEP}"),
    "65 objects": (b'{"a":' * 65 + b"1" + b"}" * 65, f"1:321 CT004 {DEEP}"),
    "100,000 lists": (b"[" * 100_000 + b"]" * 100_000, f"1:65 CT004 {DEEP}"),
    "100,000 objects": (
        b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
        f"1:321 CT004 {DEEP}",
    ),
    "100,000 lists, truncated": (b"[" * 100_000, f"1:65 CT004 {DEEP}"),
    # Numbers.
    "NaN": (b'{"a": NaN}', "1:7 CT005 JSON does not allow NaN"),
    "Infinity": (b'{"a": Infinity}', f"1:7 CT005 {GREAT}"),
    "-Infinity": (b'{"a": -Infinity}', f"1:7 CT005 {GREAT}"),
    "1e999": (b'{"a": [1, 1e999]}', f"1:11 CT005 {GREAT}"),
    "2**53 + 1": (b'{"a": 9007199254740993}', "1:7 CT005 the integer is beyond 2^53"),
    "2**60": (b'{"a": %d}' % 2**60, "1:7 CT005 the integer is beyond 2^53"),
    "-2**60": (b'{"a": %d}' % -(2**60), "1:7 CT005 the integer is beyond 2^53"),
    "10**400": (b'{"a": 1%s}' % (b"0" * 400), f"1:7 CT005 {GREAT}"),
    "5,000 digits": (b'{"a": %s}' % (b"7" * 5_000), f"1:7 CT005 {GREAT}"),
    # Characters.
    "surrogate, escaped": (rb'{"a": "\ud800"}', f"1:7 CT006 {SURROGATE}"),
    "surrogate, raw": ('{"a": "\ud800"}', f"1:7 CT006 {SURROGATE}"),
    "surrogate in a key, escaped": (rb'{"\uDFFF": 1}', f"1:2 CT006 {SURROGATE_KEY}"),
    "surrogate in a key, raw": ('{"\udfff": 1}', f"1:2 CT006 {SURROGATE_KEY}"),
    "surrogate outside of text": ("\ud800", f"1:1 CT002 {VALUE}"),
    "NUL, escaped": (rb'{"a": "\u0000"}', f"1:7 CT006 {SURROGATE}"),
    "NUL in a key": (rb'{"\u0000": 1}', f"1:2 CT006 {SURROGATE_KEY}"),
    # What is JSON, and nothing that can be checked.
    "a list": (b"\n[1]", f"2:1 CT009 {RECORD} a list"),
    "a text": (b'"a"', f"1:1 CT009 {RECORD} text"),
    "a number": (b"3", f"1:1 CT009 {RECORD} a number"),
    "null": (b"null", f"1:1 CT009 {RECORD} null"),
    "64 lists": (b"[" * 64 + b"]" * 64, f"1:1 CT009 {RECORD} a list"),
}
"""Name → an input, and the one thing said of it: line:column, code, message."""


def judged(data: bytes | str) -> tuple[Finding, ...]:
    """Return the findings of severity error, and assert that they came fast."""
    begun = time.process_time()
    found = validate(data)
    assert time.process_time() - begun < 2
    return tuple(each for each in found if each.severity == "error")


@pytest.mark.parametrize("name", TABLE)
def test_what_is_kept_out_gets_one_finding(name: str) -> None:
    """One finding, with its place, within two seconds, and no traceback."""
    data, expected = TABLE[name]
    (found,) = judged(data)
    at = found.location
    assert at is not None
    assert f"{at.line}:{at.column} {found.code} {found.message}".startswith(expected)
    assert found.fix
    assert found.rule


@pytest.mark.parametrize("name", TABLE)
def test_text_and_bytes_and_files_are_judged_alike(name: str, tmp_path: Path) -> None:
    """It does not matter by which door an input comes in."""
    data, _ = TABLE[name]
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    file = tmp_path / "x.claims.json"
    file.write_bytes(data)
    of_bytes, of_file = validate(data), validate(file)
    assert [(f.code, f.message) for f in of_file] == [
        (f.code, f.message) for f in of_bytes
    ]
    assert {f.location.file for f in of_file if f.location} == {str(file)}


@pytest.mark.parametrize("name", TABLE)
def test_shows_what_it_keeps_out(name: str) -> None:
    """The lines around the place can always be shown, and printed."""
    data, _ = TABLE[name]
    examination = examine(data)
    shown = render_text(examination.findings, [examination])
    assert shown.encode("utf-8")
    assert max(map(len, shown.splitlines())) < 200


WELCOME: dict[str, bytes | str] = {
    "2**53": b'{"a": 9007199254740992, "b": -9007199254740992}',
    "a great float": b'{"a": 1e15, "b": 1.7976931348623157e308}',
    "a float with many digits": b'{"a": 0.12345678901234567890}',
    "a pair of surrogates": rb'{"a": "\ud83d\ude00"}',
    "NaN in a text": b'{"a": "NaN"}',
    "brackets in a text": b'{"a": "%s"}' % (b"[{" * 100),
    "64 levels": b'{"a":' * 64 + b"1" + b"}" * 64,
    "many short lists": b'{"a": [%s[]]}' % (b"[]," * 1_000),
    "the same key in two objects": b'{"a": [{"b": 1}, {"b": 2}]}',
}


@pytest.mark.parametrize("name", WELCOME)
def test_what_looks_like_a_fault_comes_through(name: str) -> None:
    """What looks like a fault and is none comes through: only its shape is judged."""
    data = WELCOME[name]
    text = data if isinstance(data, str) else data.decode()
    assert admit_text(text).faults == ()
    assert {each.code for each in judged(data)} == {"CT011"}


@pytest.mark.parametrize("data", ["\ufeff{}", b"\xef\xbb\xbf{}"])
def test_byte_order_mark_is_a_hint(data: bytes | str) -> None:
    """A byte order mark is taken off and told of; it is no error."""
    mark, missing = validate(data)
    assert (mark.code, mark.severity) == ("CT008", "info")
    assert mark.message == "the text begins with a byte order mark"
    assert (missing.code, str(missing.location)) == ("CT011", "1:1")


def test_all_duplicate_keys_are_told() -> None:
    """Each key too many is one finding, also where there are several objects."""
    text = '{"a": 1, "a": 2, "a": 3,\n "b": [{"c": 1, "c": 2}], "c": 1}'
    assert [str(each.location) for each in judged(text)] == ["1:10", "1:18", "2:17"]


def test_several_faults_are_told_at_once() -> None:
    """Numbers and characters are all reported, in their order, with their fields."""
    text = '{"type": "claim", "text": "\\u0000", "ext": {"a": [NaN, 1e999]}}'
    found = judged(text)
    assert [(f.code, f.field, str(f.location)) for f in found] == [
        ("CT006", "claim.text", "1:27"),
        ("CT005", "claim.ext", "1:51"),
        ("CT005", "claim.ext", "1:56"),
    ]


def test_decode_says_which_byte() -> None:
    """The byte is counted from 1, as an editor that shows bytes does."""
    text, (found,) = decode(b'{"a": "\xff"}', "x.json")
    assert text is None
    assert found.message == "the text is not UTF-8 (byte 8 is 0xff)"
    assert str(found.location) == "x.json:1:8"


SLIPS = (
    *("{,}", "[1,]", '{"a" 1}', "[1 2]", "[", '["a', '["\n"]', r'["\x"]', "1 2"),
    "\ufeff\ufeff1",
)
"""A text for each thing that Python's parser says."""


@pytest.mark.parametrize("text", SLIPS)
def test_nothing_is_merely_not_json(text: str) -> None:
    """Whatever Python's parser says, we say it better."""
    (found,) = judged(text)
    assert found.code == "CT002"
    assert found.message != "it is not JSON"
    assert found.fix != "Correct the syntax at this place."


def test_depth_is_the_documented_one() -> None:
    """The limit that the fix names is the limit."""
    assert DEPTH == 64
    (found,) = judged("[" * (DEPTH + 1))
    assert found.fix == "Flatten the value; the depth limit is 64."
