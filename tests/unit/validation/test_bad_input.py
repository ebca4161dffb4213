"""What bad input gets: a table, and that it holds by every door and with each engine.

One finding each, with line and column where there is one; no traceback, no crash, no
hang, and less than two seconds.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import stat
import time
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner

from claimtrack.cli import main
from claimtrack.validation import EngineName, examine_all, validate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimtrack.findings import Finding

CLAIM: Final = '{"type": "claim", "id": "c1", "text": "T"%s}'

KEYS: Final = ", ".join(f'"k{n}": {n}' for n in range(10**6))

NEWER: Final = (
    '{"claimtrack": "1.7", "mood": 1, "records": ['
    '{"type": "claim", "id": "c1", "text": "T", "tone": "dry"}]}'
)

TABLE: Final[dict[str, tuple[str | bytes, str]]] = {
    # input: what it is, and what it gets
    "not JSON": ("Dear editors,", "1:1 CT002"),
    "truncated": ('{"type": "claim",\n "id": ', "2:8 CT002"),
    "trailing comma": (CLAIM % ",", "1:42 CT002"),
    "comment": (CLAIM % " // c", "1:43 CT002"),
    "duplicate key": (CLAIM % ', "id": "c2"', "1:44 CT003"),
    "NaN": (CLAIM % ', "quantity": {"min": NaN}', "1:64 CT005"),
    "1e999": (CLAIM % ', "quantity": {"min": 1e999}', "1:64 CT005"),
    "10^400": (CLAIM % f', "quantity": {{"min": {10**400}}}', "1:64 CT005"),
    "2^60": (CLAIM % f', "quantity": {{"min": {2**60}}}', "1:64 CT005"),
    "2^64, a float to orjson": (CLAIM % f', "about": [{2**64}]', "1:54 CT005"),
    "lone surrogate": (CLAIM % r', "lang": "\ud800"', "1:52 CT006"),
    "NUL": (CLAIM % r', "lang": "\u0000"', "1:52 CT006"),
    "invalid UTF-8": (b'{"type": "claim", "id": "\xff"}', "1:26 CT001"),
    "overlong UTF-8": (b'{"type": "claim", "id": "\xc0\xaf"}', "1:26 CT001"),
    "UTF-16": ((CLAIM % "").encode("utf-16"), "1:1 CT001"),
    "100,000 arrays": ("[" * 100_000, "1:65 CT004"),
    "100,000 arrays that end": ("[" * 100_000 + "]" * 100_000, "1:65 CT004"),
    "100,000 objects": ('{"a":' * 100_000, "1:321 CT004"),
    "100,000 objects that end": (
        '{"a":' * 100_000 + "1" + "}" * 100_000,
        "1:321 CT004",
    ),
    "a 5 MB string": (CLAIM % f', "note": "{"x" * 5_000_000}"', "1:1 CT007"),
    "10^6 keys": (CLAIM % f", {KEYS}", "1:1 CT007"),
    "an empty file": ("", "1:1 CT002"),
    # A schema-valid record whose values make no sense gets the meaning's code.
    "a day that never was": (CLAIM % ', "holds": "2025-02-30"', "1:53 CT022"),
    "an interval backwards": (CLAIM % ', "holds": "2025/2024"', "1:53 CT023"),
    "more than at most": (CLAIM % ', "quantity": {"min": 2, "max": 1}', "1:64 CT024"),
    # A file of a newer minor version with unknown fields is read.
    "a newer minor version": (NEWER, "1:16 CT028"),
}
"""Input → line, column and code of the one finding."""

ENGINES: Final[tuple[EngineName, ...]] = ("fast", "reference")


def by_bytes(data: bytes, _folder: Path, engine: EngineName) -> tuple[Finding, ...]:
    """Give the bytes."""
    return validate(data, engine=engine)


def by_text(data: bytes, _folder: Path, engine: EngineName) -> tuple[Finding, ...]:
    """Give the text, where the bytes are one."""
    try:
        return validate(data.decode(), engine=engine)
    except UnicodeDecodeError:
        return validate(data, engine=engine)


def by_file(data: bytes, folder: Path, engine: EngineName) -> tuple[Finding, ...]:
    """Give the path of a file."""
    path = folder / "x.claims.json"
    path.write_bytes(data)
    return validate(path, engine=engine)


def by_gzip(data: bytes, folder: Path, engine: EngineName) -> tuple[Finding, ...]:
    """Give the path of a compressed file."""
    path = folder / "x.claims.json.gz"
    path.write_bytes(gzip.compress(data, 1))
    return validate(path, engine=engine)


def by_stream(data: bytes, _folder: Path, engine: EngineName) -> tuple[Finding, ...]:
    """Give an open stream, as standard input is one."""
    found = examine_all(io.BytesIO(data), engine=engine)
    return tuple(finding for each in found for finding in each.findings)


DOORS: Final[tuple[Callable[[bytes, Path, EngineName], tuple[Finding, ...]], ...]] = (
    by_bytes,
    by_text,
    by_file,
    by_gzip,
    by_stream,
)


@pytest.mark.parametrize("name", TABLE)
def test_gets_one_finding_by_every_door_and_with_each_engine(
    name: str, tmp_path: Path
) -> None:
    """What the table says, the same ten times over."""
    given, expected = TABLE[name]
    data = given if isinstance(given, bytes) else given.encode()
    told: set[tuple[str, ...]] = set()
    for engine in ENGINES:
        for door in DOORS:
            begun = time.process_time()
            (found,) = door(data, tmp_path, engine)
            assert time.process_time() - begun < 2
            assert found.location is not None
            place = f"{found.location.line}:{found.location.column}"
            assert f"{place} {found.code}" == expected
            told.add((found.message, found.fix, found.pointer, found.rule))
    assert len(told) == 1


@pytest.mark.parametrize("name", TABLE)
def test_the_command_says_so_in_a_few_lines(name: str) -> None:
    """Exit status 1, or 0 where all it says is a warning; never a traceback."""
    given, expected = TABLE[name]
    ran = CliRunner().invoke(main, ["check", "-"], input=given)
    assert ran.exit_code == (0 if expected.endswith("CT028") else 1)
    # On standard input, what does not begin with a brace is read as a sheet.
    place, code = ["1:12", "CT030"] if name == "not JSON" else expected.split()
    assert ran.output.startswith(f"<stdin>:{place}: ")
    assert code in ran.output.splitlines()[0]
    assert len(ran.output) < 2_000


@pytest.mark.parametrize("ending", [".claims.json", ".claims.ndjson", ""])
def test_what_is_no_file_ends_with_exit_status_2(ending: str, tmp_path: Path) -> None:
    """A directory without a dossier, a socket, and nothing at all."""
    folder, path = tmp_path / f"folder{ending}", tmp_path / f"socket{ending}"
    folder.mkdir()
    os.mknod(path, stat.S_IFSOCK | 0o600)
    for each in (folder, path, tmp_path / f"none{ending}"):
        ran = CliRunner().invoke(main, ["check", str(each)])
        assert ran.exit_code == 2, ran.stderr
        assert ran.stderr.startswith("Error: ")
        assert len(ran.stderr.splitlines()) == 1


COUNT: Final = 3_000
POISONED: Final = 1_776
"""Index of the 1,777th."""


def claim(index: int) -> dict[str, Any]:
    """Return a claim; the hundredth names a day that never was."""
    day = "2025-02-30" if index % 100 == 99 else "2025-02-28"
    return {"type": "claim", "id": f"c{index}", "text": "T", "holds": day}


POISON: Final[dict[str, tuple[str, str]]] = {
    "NUL": (r'{"type": "claim", "id": "c1776", "text": "\u0000"}', "CT006"),
    "2^60": (f'{{"type": "claim", "id": "c1776", "text": {2**60}}}', "CT005"),
    "duplicate key": ('{"type": "claim", "id": "c1776", "id": "x"}', "CT003"),
    "a 5 MB string": (
        '{"type": "claim", "id": "c1776", "text": "%s"}' % ("x" * 5_000_000),
        "CT007",
    ),
    "no object": ("7", "CT010"),
}
"""What one record of three thousand may be, and what it gets."""

BROKEN: Final = {
    "truncated": ('{"type": "claim", "id": "c1776", "te', "CT002"),
    "not JSON": ("Dear editors,", "CT002"),
    "100,000 arrays": ("[" * 100_000, "CT004"),
}
"""What, in a whole file, leaves nothing to read, but on one line of many does."""


@pytest.mark.parametrize(
    ("name", "form", "engine"),
    [
        *((name, "whole", "fast") for name in POISON),
        *((name, "lines", "fast") for name in [*POISON, *BROKEN]),
        ("NUL", "whole", "reference"),
        ("truncated", "lines", "reference"),
    ],
)
def test_one_poisoned_record_of_three_thousand(
    name: str, form: str, engine: EngineName
) -> None:
    """The other 2,999 are judged, and nothing is said of them for its sake."""
    poison, code = (POISON | BROKEN)[name]
    records = [json.dumps(claim(index)) for index in range(COUNT)]
    records[POISONED] = poison
    # A record that refers to the poisoned one is no worse for it.
    records[-1] = '{"type": "notice", "kind": "update", "target": "c1776"}'
    if form == "lines":
        text = "\n".join(['{"type": "dossier", "claimtrack": "1.0"}', *records])
    else:
        listed = ",\n".join(records)
        text = f'{{"claimtrack": "1.0", "records": [\n{listed}\n]}}'
    begun = time.process_time()
    (examination,) = examine_all(text.encode(), engine=engine)
    assert time.process_time() - begun < 20
    told = [each for each in examination.findings if each.code != "CT022"]
    assert [each.code for each in told] == [code]
    assert told[0].location is not None
    assert told[0].location.line == POISONED + 2
    assert told[0].pointer.startswith(f"/records/{POISONED}")
    assert len(examination.findings) == len(told) + COUNT // 100 - 1
    assert len(examination.records) == COUNT - COUNT // 100
    assert not examination.is_valid
