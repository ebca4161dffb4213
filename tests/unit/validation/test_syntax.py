"""What stands where JSON should: said as what it is, once, and in no private word."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimtrack as ct
from claimtrack.validation import Limits
from claimtrack.validation._syntax import foreign_form

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.findings import Finding

ONE: Final = '{"type": "claim", "id": "c1", "text": "The ferry stops."}'
OTHER: Final = '{"type": "claim", "id": "c1", "text": "It stops in May."}'
HEAD: Final = '{"type": "dossier", "claimtrack": "1.0"}'
OPEN: Final = '{"claimtrack": "1.0", "records": ['
CONFLICT: Final = f"<<<<<<< HEAD\n{ONE}\n=======\n{OTHER}\n>>>>>>> hers"
DIFF3: Final = CONFLICT.replace("=======", f"||||||| 1234567\n{ONE}\n=======")


def said(text: str, name: str, folder: Path) -> list[str]:
    """Return place, code and message of what is found in a file; engines agree."""
    path = folder / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    one, other = (ct.validate(path, engine=each) for each in ("reference", "fast"))
    assert one == other
    assert one == tuple(ct.validate(path, limits=Limits(dossier=10**6, findings=10**6)))
    return [place(each) for each in one]


def place(found: Finding) -> str:
    """Return place, code and message of a finding."""
    assert found.location is not None
    return f"{found.location.line}:{found.location.column} {found.code} {found.message}"


MERGE: Final = "CT002 a merge conflict begins here"

CONFLICTS: Final[dict[str, tuple[str, list[int]]]] = {
    "inside": (f"{OPEN}\n{CONFLICT}\n]}}\n", [2]),
    "whole": (CONFLICT, [1]),
    "three ways": (f"{OPEN}\n{DIFF3}\n]}}\n", [2]),
    "two": (f"{OPEN}\n{CONFLICT}\n,\n{DIFF3}\n]}}\n", [2, 8]),
    "line ends of Windows": (f"{OPEN}\n{CONFLICT}\n]}}\n".replace("\n", "\r\n"), [2]),
    "no names": (f"{OPEN}\n<<<<<<<\n{ONE}\n=======\n{OTHER}\n>>>>>>>\n]}}", [2]),
    "longer marks": (f"{OPEN}\n<<<<<<<<< a\n{ONE}\n=========\n>>>>>>>>> b\n]}}", [2]),
    "only the end is left": (f"{OPEN}\n{ONE}\n=======\n{OTHER}\n>>>>>>> b\n]}}", [3]),
    "only the last mark is left": (f"{OPEN}\n{ONE}\n>>>>>>> b\n]}}", [3]),
    "one that has no end": (f"{OPEN}\n<<<<<<< a\n{ONE}\n]}}", [2]),
    "after a byte order mark": (f"\ufeff{CONFLICT}", [1]),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_merge_conflict_is_one_finding(name: str, tmp_path: Path) -> None:
    """At its first mark; and what to do about it."""
    text, lines = CONFLICTS[name]
    found = [
        each for each in said(text, "x.claims.json", tmp_path) if "CT008" not in each
    ]
    assert found == [f"{line}:1 {MERGE}" for line in lines]
    fixes = [each.fix for each in ct.validate(text) if each.code == "CT002"]
    assert all("merge" in fix and "<<<<<<<" in fix for fix in fixes)


LISTED: Final[dict[str, tuple[str, list[int]]]] = {
    "inside": (f"{HEAD}\n{CONFLICT}\n", [2]),
    "three ways": (f"{HEAD}\n{DIFF3}\n", [2]),
    "two": (f"{HEAD}\n{CONFLICT}\n{CONFLICT}\n", [2, 7]),
    "line ends of Windows": (f"{HEAD}\n{CONFLICT}\n".replace("\n", "\r\n"), [2]),
    "around heads": (f"<<<<<<< a\n{HEAD}\n{ONE}\n=======\n{HEAD}\n>>>>>>> b\n", [1]),
    "only the end is left": (f"{HEAD}\n{ONE}\n=======\n{OTHER}\n>>>>>>> b\n", [3]),
}


@pytest.mark.parametrize("name", LISTED)
def test_in_a_sequence_a_conflict_is_one_finding_too(name: str, tmp_path: Path) -> None:
    """Its marks stand on lines of their own, and none of them is a record."""
    text, lines = LISTED[name]
    found = said(text, "x.claims.ndjson", tmp_path)
    assert found == [f"{line}:1 {MERGE}" for line in lines]


FORMS: Final[dict[str, str]] = {
    "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n": "an HTML page",
    "\n  <HTML lang=de>": "an HTML page",
    '<?xml version="1.0"?>\n<rss/>\n': "XML",
    "<rss/>": "XML",
    "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n": (
        "a Git LFS pointer, not the file itself"
    ),
    'claimtrack: "1.0"\nrecords: []\n': "YAML",
    "---\n- type: claim\n": "YAML",
    "# ours\n\ntitle:\n  x: y\n": "YAML",
    "- type: claim\n": "YAML",
    "%YAML 1.2\n": "YAML",
    "diff --git a/x b/x\n": "a patch",
    "--- a/x\n+++ b/x\n@@ -1 +1 @@\n": "a patch",
    f"From {'0' * 40} Mon Sep 17 00:00:00 2001\n": "a patch",
    f"```json\n{ONE}\n```\n": "JSON inside a Markdown code fence",
    "%PDF-1.7\n": "a PDF",
    f"HTTP/1.1 200 OK\n\n{ONE}": "a response from a web server, with its headers",
    "../shared/a.claims.json": "the path of another file",
    "a.claims.json": "the path of another file",
    "a.claims.txt.gz": "the path of another file",
    "..\\shared\\a.claims.json\n": "the path of another file",
}


@pytest.mark.parametrize("text", FORMS)
@pytest.mark.parametrize("name", ["x.claims.json", "x.claims.ndjson"])
def test_a_file_of_another_format_is_one_finding(
    text: str, name: str, tmp_path: Path
) -> None:
    """However many lines it has, and however it is called."""
    if text.startswith("#") and name.endswith("ndjson"):
        return  # Of a sequence the first line is looked at, and that is a comment.
    before = len(text) - len(text.lstrip())
    line = text.count("\n", 0, before) + 1
    column = before - (text.rfind("\n", 0, before) + 1) + 1
    found = said(text + "more\n" * 50, name, tmp_path)
    if FORMS[text].startswith("the path"):
        found = said(text, name, tmp_path)
    column = 1 if name.endswith("ndjson") and line > 1 and column == 1 else column
    assert found == [f"{line}:{column} CT002 it is {FORMS[text]}"]


@pytest.mark.parametrize("text", ["", " \n\t\r\n"])
def test_an_empty_file_is_said_to_be_one(text: str, tmp_path: Path) -> None:
    """Not what a value would look like."""
    assert said(text, "x.claims.json", tmp_path) == ["1:1 CT002 there is nothing in it"]


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_what_is_json_is_no_other_format(text: str) -> None:
    """An object, a list and a text are none; asked of no other value."""
    for value in ({text: text}, [text]):
        assert foreign_form(json.dumps(value, ensure_ascii=False)) is None


NUMBER: Final = "JSON does not allow this form of number"
INFINITE: Final = "JSON does not allow infinity or NaN"

NUMBERS: Final = {
    NUMBER: ".5 -.5 +5 5. 05 -01 0x1F 1_000 1e 1.2.3 --5 2025-04-17 5km 1.e5 ½ +.5",
    INFINITE: "inf -inf nan +Infinity INFINITY ∞ -∞",
}


@pytest.mark.parametrize(
    ("number", "message"),
    [(e, key) for key, listed in NUMBERS.items() for e in listed.split()],
)
@pytest.mark.parametrize("form", ['{"a": %s}', '{"a": [1, %s ], "b": 1}', "[%s"])
def test_a_number_that_json_does_not_know(number: str, message: str, form: str) -> None:
    """Said as one, where it begins, and without its digits, which may be private."""
    (found,) = ct.validate(form % number)
    assert place(found) == f"1:{form.index('%') + 1} CT002 {message}"
    assert not any(each.isdigit() for each in found.message)


@pytest.mark.parametrize(
    ("text", "where"),
    [('{"a": 5 "b": 1}', 9), ('{"a": "5" 6}', 11), ('{"a-1" 5}', 8)],
)
def test_what_is_no_number_is_not_said_to_be_one(text: str, where: int) -> None:
    """A comma is missing here, or a colon."""
    (found,) = ct.validate(text)
    assert place(found).startswith(f"1:{where} CT002 a c")


UNSEEN: Final = {
    "\u00a0": "U+00A0 (no-break space)",
    "\u200b": "U+200B (zero width space)",
    "\ufeff": "U+FEFF (zero width no-break space)",
    "\u2028": "U+2028 (line separator)",
    "\u00ad": "U+00AD (soft hyphen)",
    "\u202e": "U+202E (right-to-left override)",
    "\x0b": "U+000B (a control character)",
    "\0": "U+0000 (a control character)",
    "\x1a": "U+001A (a control character)",
}


@pytest.mark.parametrize("char", UNSEEN)
@pytest.mark.parametrize(
    "form", ['{%s"a": 1}', '{"a"%s: 1}', '{"a":%s 1}', '{"a": 1%s}', '{"a": 1} %s']
)
def test_a_character_between_tokens_that_nobody_sees(char: str, form: str) -> None:
    """Named, where it stands: an editor shows nothing there."""
    (found,) = ct.validate(form % char)
    expected = f"there is an invisible character here: {UNSEEN[char]}"
    assert place(found) == f"1:{form.index('%') + 1} CT002 {expected}"


@pytest.mark.parametrize("char", [*UNSEEN, *' <>"{}|\\^`'])
def test_what_an_address_may_not_hold_is_named(char: str) -> None:
    """Where nothing is private; its name is what one looks for."""
    if char == "\0":
        return
    url = f"https://example.org/{char}{char}"
    record = {"type": "document", "id": "d", "kind": "article", "url": url}
    found = [each for each in ct.validate(record) if each.code == "CT014"]
    for each in found:
        assert f"; it may not contain U+{ord(char):04X} (" in each.message
    leak = ct.validate({**record, "kind": "leak"})
    assert not any("may not hold" in each.message for each in leak)


def test_an_address_without_its_scheme_names_no_character() -> None:
    """None of them is to blame."""
    record = {"type": "document", "id": "d", "kind": "article", "url": "example.org"}
    (found,) = ct.validate(record)
    assert found.message == '"example.org" is not a full address (IRI)'
