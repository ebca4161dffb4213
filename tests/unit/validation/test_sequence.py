"""Sequences of dossiers: read line by line, each finding at its line."""

from __future__ import annotations

import io
import itertools
import json
import os
import threading
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.validation import examine_all, render_text, validate
from plain_records import dossier, head, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimtrack.validation import EngineName

HEAD: dict[str, Any] = head(title="One")
CLAIM: dict[str, Any] = {"type": "claim", "id": "c1", "text": "T"}
POST: dict[str, Any] = source("p", name="Post")
SAID: dict[str, Any] = {"type": "attribution", "claim": "c1", "chain": ["p"]}


def lines(*values: object) -> str:
    """Return values one on a line; text as it is."""
    return "".join(
        (each if isinstance(each, str) else json.dumps(each)) + "\n" for each in values
    )


def told(text: str | bytes) -> list[str]:
    """Return what is said: line, column, code, pointer and message."""
    return [
        f"{each.location.line}:{each.location.column} {each.code} {each.pointer} "
        f"{each.message}"
        for each in validate(text)
        if each.location
    ]


TABLE: dict[str, tuple[str, list[str]]] = {
    "two dossiers": (lines(HEAD, CLAIM, POST, SAID, HEAD, CLAIM), []),
    "blank lines": (lines(HEAD, "", CLAIM, " \t\r", POST, SAID, ""), []),
    "a head alone": (lines(HEAD), []),
    "ids of another dossier": (
        lines(HEAD, CLAIM, HEAD, {**SAID, "claim": "c9"}, CLAIM, POST, SAID),
        ['4:34 CT701 /records/0/claim there is no claim "c9" in this dossier'],
    ),
    "one id in two dossiers": (lines(HEAD, CLAIM, HEAD, CLAIM), []),
    "a misspelt field": (
        lines(HEAD, {**CLAIM, "txet": 1}, HEAD, CLAIM),
        ['2:44 CT012 /records/0/txet "txet" is not a field of a claim'],
    ),
    "a misspelt field of the head": (
        lines({**HEAD, "titel": "T"}, CLAIM),
        ['1:58 CT012 /titel "titel" is not a field of a dossier'],
    ),
    "a line that is no JSON": (
        lines(HEAD, CLAIM, '{"type": "claim",}', HEAD, {**CLAIM, "kind": "x"}),
        [
            "3:17 CT002 /records/1 there is an extra comma",
            '5:52 CT013 /records/0/kind "x" is not a kind of claim',
        ],
    ),
    "an equal key, beside a line that does not parse": (
        lines(HEAD, '{"type": "claim", "id": "a", "id": "b"}', "]"),
        [
            '2:30 CT003 /records/0/id the key "id" appears twice in this object',
            "3:1 CT002 /records/1 a value is expected here",
        ],
    ),
    "a line that is no object": (
        lines(HEAD, [1]),
        ["2:1 CT010 /records/0 a list is not an object"],
    ),
    "records in the head": (
        lines({**HEAD, "records": []}, CLAIM),
        ["1:58 CT012 /records the records of a sequence follow its head line"],
    ),
    "a version that is not read here": (
        lines({"type": "dossier", "claimtrack": "2.0"}),
        ['1:35 CT027 /claimtrack "2.0" is not a version that this claimtrack reads'],
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_what_is_said_where(name: str) -> None:
    """The line is that of the file, the pointer that of the dossier."""
    text, expected = TABLE[name]
    found = told(text)
    assert len(found) == len(expected), found
    for ours, theirs in zip(found, expected, strict=True):
        assert ours.startswith(theirs), found
    assert told(text.encode()) == found


def test_a_sequence_without_a_head_has_one_finding(tmp_path: Path) -> None:
    """The ending of its name says what it is meant to be."""
    path = tmp_path / "x.claims.ndjson"
    path.write_text(lines(CLAIM, POST, HEAD, CLAIM), encoding="utf-8")
    (found,) = validate(path)
    assert (found.code, found.location and found.location.line) == ("CT009", 1)
    assert "head line" in found.message


def test_an_empty_file_holds_no_dossier(tmp_path: Path) -> None:
    """Neither one that is sound nor one that is not."""
    path = tmp_path / "x.claims.ndjson"
    path.write_bytes(b"")
    assert list(examine_all(path)) == []


def test_bytes_that_are_no_text_are_told_with_their_line() -> None:
    """The dossiers before and after are read all the same."""
    raw = (
        lines(HEAD, CLAIM).encode() + b'{"id": "\xff"}\n' + lines(HEAD, CLAIM).encode()
    )
    one, other = examine_all(raw)
    (found,) = one.findings
    assert (found.code, found.location and found.location.line) == ("CT001", 3)
    assert other.is_valid


def test_a_byte_order_mark_is_told_once() -> None:
    """On the first line; elsewhere it is no JSON."""
    found = validate(b"\xef\xbb\xbf" + lines(HEAD, CLAIM).encode())
    assert [each.code for each in found] == ["CT008"]
    found = validate(lines(HEAD).encode() + b"\xef\xbb\xbf" + lines(CLAIM).encode())
    assert [each.code for each in found] == ["CT002"]


def test_the_line_is_shown_with_its_number() -> None:
    """And private values in it are blanked, as in any other file."""
    text = lines(HEAD, CLAIM, HEAD, {**CLAIM, "note": "secret", "kind": "x"})
    examinations = list(examine_all(text, file="f"))
    findings = [each for one in examinations for each in one.findings]
    shown = render_text(findings, examinations).splitlines()
    assert shown[0].startswith("f:4:70: error CT013 [claim.kind]")
    assert shown[1].startswith('   3 | {"type": "dossier"')
    assert shown[2].startswith(
        '   4 | {"type": "claim", "id": "c1", "text": "T", "note"'
    )
    assert "secret" not in "\n".join(shown)


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_blank_lines_in_front_of_a_head_are_not_shown(engine: EngineName) -> None:
    """They are of no dossier, whichever engine reads them."""
    text = lines(HEAD, CLAIM, "", " ", {**HEAD, "lang": "xx"}, CLAIM)
    found = list(examine_all(text.encode(), engine=engine))
    assert [each.layout.first_line for each in found] == [1, 5]
    told = [finding for each in found for finding in each.findings]
    shown = render_text(told, found).splitlines()
    assert [each[:6] for each in shown[1:3]] == ["   5 |", "     |"]


@pytest.mark.parametrize("engine", ["fast", "reference"])
@pytest.mark.parametrize("blanks", ["\n", " \t\r\n\n\n", "  ", "\n" * 5000])
def test_blank_lines_come_before_the_first_head_too(
    tmp_path: Path, engine: EngineName, blanks: str
) -> None:
    """Whatever the sequence comes in, the second dossier is not a stray end."""
    text = blanks + lines(HEAD, CLAIM, HEAD, {**CLAIM, "txet": 1})
    line = blanks.count("\n") + 4
    path = tmp_path / "no-ending"
    path.write_text(text, "utf-8", newline="")
    for data in (path, text.encode(), text, io.BytesIO(text.encode())):
        _, second = examine_all(data, engine=engine)
        (finding,) = second.findings
        assert finding.location is not None
        assert (finding.code, finding.location.line) == ("CT012", line)


def test_one_dossier_at_a_time(tmp_path: Path) -> None:
    """The first is there before the second is read."""
    path = tmp_path / "many.claims.ndjson"
    path.write_text(lines(HEAD, CLAIM) * 1000, encoding="utf-8")
    first = next(examine_all(path))
    assert [each.id for each in first.records] == ["c1"]
    assert sum(1 for _ in examine_all(path)) == 1000


def test_lines_of_other_separators_are_one_line(tmp_path: Path) -> None:
    """Only a line feed ends a line: U+2028 and a form feed stand inside texts."""
    claim = json.dumps({**CLAIM, "text": "a\u2028b\x85c"}, ensure_ascii=False)
    text = lines(HEAD, claim)
    path = tmp_path / "x.claims.ndjson"
    path.write_bytes(text.encode())
    for data in (text, text.encode(), path):
        (one,) = examine_all(data)
        assert one.is_valid
        assert len(one.records) == 1


def test_a_file_of_one_dossier_is_one_examination(tmp_path: Path) -> None:
    """Whatever comes in, the same loop serves."""
    whole = dossier(CLAIM)
    path = tmp_path / "x.claims.json"
    path.write_text(json.dumps(whole, indent=1), encoding="utf-8")

    def ids(data: Any) -> Iterator[str | None]:  # noqa: ANN401
        return itertools.chain(*((r.id for r in e.records) for e in examine_all(data)))

    for data in (path, path.read_text(encoding="utf-8"), path.read_bytes(), whole):
        assert list(ids(data)) == ["c1"]


def test_a_whole_dossier_on_one_line_is_no_sequence(tmp_path: Path) -> None:
    """However long the line is, and whatever stands in it."""
    path = tmp_path / "x.claims.json"
    claims = [{**CLAIM, "id": f"c{n}", "note": "x" * 100} for n in range(1000)]
    whole = dossier(*claims, title='"type": "dossier"')
    path.write_text(json.dumps(whole), encoding="utf-8")
    (one,) = examine_all(path)
    assert one.is_valid
    assert len(one.records) == 1000


@pytest.mark.parametrize("text", [lines(HEAD, CLAIM), json.dumps(CLAIM, indent=1)])
def test_a_pipe_is_read_once(tmp_path: Path, text: str) -> None:
    """As a shell's process substitution gives one; there is no way back in it."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_text, args=(text,))
    writer.start()
    (one,) = examine_all(path)
    writer.join()
    assert [each.id for each in one.records] == ["c1"]
    assert one.is_valid


def test_a_value_is_found_behind_a_head_that_is_no_json(tmp_path: Path) -> None:
    """Nothing is looked for in a line that cannot be parsed."""
    path = tmp_path / "a.claims.ndjson"
    path.write_text(lines("{", "", {**CLAIM, "text": "a\0"}), encoding="utf-8")
    found = {each.code: each for each in validate(path)}
    assert sorted(found) == ["CT002", "CT006"]
    place = found["CT006"].location
    assert place
    assert (place.line, place.column, place.end) == (3, 39, 48)
    assert found["CT006"].pointer == "/records/0/text"
