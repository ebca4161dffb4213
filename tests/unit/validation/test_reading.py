"""Reading: compressed or not, by any door, and never more than the limits allow."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import subprocess
import sys
import threading
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

import claimtrack as ct
from claimtrack.cli import main
from claimtrack.validation import Limits, examine_all, validate
from claimtrack.validation._stream import Stream, size_in_words
from plain_records import claim, dossier

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.findings import Finding

HEAD: Final = {"type": "dossier", "claimtrack": "1.0"}
CLAIM: Final = claim("c1")
WHOLE: Final = json.dumps(dossier(CLAIM)).encode()
LINES: Final = f"{json.dumps(HEAD)}\n{json.dumps(CLAIM)}\n".encode()

SMALL: Final = Limits(record=100, dossier=400, unfolding=10)


def told(data: bytes | Path, limits: Limits = SMALL) -> list[str]:
    """Return what is said: place, code and message."""
    return [
        f"{each.location.line}:{each.location.column} {each.code} {each.message}"
        for each in validate(data, limits=limits)
        if each.location
    ]


@pytest.mark.parametrize("data", [WHOLE, LINES], ids=["whole", "lines"])
@pytest.mark.parametrize("folds", [1, 2], ids=["one member", "two members"])
def test_compressed_data_is_read_as_what_it_is(
    data: bytes, folds: int, tmp_path: Path
) -> None:
    """By its bytes, whatever the name; also where it was compressed in parts."""
    half = len(data) // folds
    packed = b"".join(
        gzip.compress(data[at : at + half]) for at in range(0, len(data), half)
    )
    for name in ("x.claims.json", "x.claims.json.gz", "x"):
        path = tmp_path / name
        path.write_bytes(packed)
        assert validate(path) == ()
        assert list(ct.Dossier.load(path)) == ["c1"]
        assert [list(each) for each in ct.read_dossiers(path)] == [["c1"]]
        assert CliRunner().invoke(main, ["check", str(path)]).exit_code == 0
    assert validate(packed) == ()
    assert list(ct.Dossier.loads(packed)) == ["c1"]
    assert CliRunner().invoke(main, ["check", "-"], input=packed).exit_code == 0


def test_the_name_says_that_a_compressed_file_is_a_sequence(tmp_path: Path) -> None:
    """As it does for one that is not compressed."""
    path = tmp_path / "x.claims.ndjson.gz"
    path.write_bytes(gzip.compress(json.dumps(CLAIM).encode()))
    (found,) = validate(path)
    assert found.code == "CT009"
    assert "head line" in found.message


def test_a_folder_gives_its_compressed_files_too(tmp_path: Path) -> None:
    """Each is checked."""
    for name in ("a.claims.json.gz", "b.claims.ndjson.gz"):
        (tmp_path / name).write_bytes(gzip.compress(b"[]"))
    ran = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert ran.exit_code == 1
    assert "a.claims.json.gz:1:1" in ran.output
    assert "b.claims.ndjson.gz:1:1" in ran.output


DAMAGED: Final = "CT002 the compressed data is damaged or cut off"


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(WHOLE, mtime=0)[:-9],
        gzip.compress(WHOLE, mtime=0)[:5],
        b"\x1f\x8b",
        gzip.compress(WHOLE, mtime=0)[:-8] + bytes(8),
        gzip.compress(WHOLE, mtime=0) + b"rubbish",
        b"\x1f\x8b\x08\x00" + bytes(6) + b"\xff" * 30,
    ],
    ids=["cut off", "a piece", "its mark", "another sum", "rubbish", "rubbish inside"],
)
def test_damaged_data_gets_one_finding(packed: bytes, tmp_path: Path) -> None:
    """Neither a traceback nor exit status 2: there is a file, and it is broken."""
    path = tmp_path / "x.claims.json.gz"
    path.write_bytes(packed)
    assert told(path) == told(packed) == [f"1:1 {DAMAGED}"]
    assert CliRunner().invoke(main, ["check", str(path)]).exit_code == 1


def test_what_comes_before_the_damage_is_judged() -> None:
    """A sequence is read as far as it goes."""
    wrong = json.dumps({**CLAIM, "id": "c2", "text": ""}).encode()
    noise = "".join(hashlib.sha256(bytes([n])).hexdigest() for n in range(256))
    lines = LINES + wrong + b"\n" + LINES + noise.encode()
    *found, last = validate(gzip.compress(lines)[:-20])
    assert [each.code for each in found] == ["CT015"]
    assert last.code == "CT002"
    assert last.location is not None
    assert last.location.line == 6


def bomb(size: int) -> bytes:
    """Return a few bytes that unfold to so many, as lines or as white space."""
    packer = zlib.compressobj(9, wbits=31)
    parts = [packer.compress(b"\n" * 2**20) for _ in range(size >> 20)]
    return b"".join([*parts, packer.flush()])


@pytest.mark.parametrize("name", ["x.claims.json.gz", "x.claims.ndjson.gz"])
def test_a_bomb_is_refused(name: str, tmp_path: Path) -> None:
    """One finding, soon, and without the memory that it asks for."""
    path = tmp_path / name
    path.write_bytes(bomb(2**26))
    (found,) = told(path, Limits())
    assert found.endswith(
        "CT007 the compressed data expands to more than 100 times its size"
    )
    # In a process of its own, where no coverage is measured line by line.
    begun = os.times()
    command = [sys.executable, "-m", "claimtrack", "check", str(path)]
    ran = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)  # noqa: S603  # ours
    ended = os.times()
    assert ran.returncode == 1
    assert ended.children_user - begun.children_user < 5


def test_data_that_compresses_well_is_no_bomb() -> None:
    """A few mebibytes may always be."""
    assert validate(gzip.compress(b" " * 10**6 + WHOLE)) == ()


NOTE: Final = {**CLAIM, "id": "c9", "note": "x" * 100}
OTHER: Final = {**CLAIM, "id": "c2"}


def test_a_record_that_is_too_large() -> None:
    """By itself, on its line, and inside a dossier, where the others are judged."""
    (alone,) = told(json.dumps(NOTE).encode())
    assert alone == "1:1 CT007 the record is longer than 100 bytes"
    lines = [json.dumps(each) for each in (HEAD, NOTE, CLAIM, {**OTHER, "id": 7})]
    found = told("\n".join(lines).encode())
    assert found == [
        "2:1 CT007 the line is longer than 100 bytes; the rest was not read",
        "4:25 CT010 7 is not text",
    ]
    whole = json.dumps(dossier(CLAIM, NOTE, OTHER))
    assert told(whole.encode()) == [
        "1:79 CT007 the record is longer than 100 bytes",
    ]
    head = json.dumps(dossier(CLAIM, title="x" * 100))
    assert told(head.encode()) == ["1:1 CT007 the record is longer than 100 bytes"]
    assert [each.code for each in validate(NOTE, limits=SMALL)] == ["CT007"]
    assert validate(NOTE) == ()


def test_white_space_counts_for_no_record_of_a_dossier() -> None:
    """But for what stands by itself it does: nobody reads it to its end."""
    spaced = json.dumps(dossier(CLAIM), indent=10).encode()
    assert len(spaced) > 100
    assert told(spaced) == []
    spaced = json.dumps(CLAIM, indent=40).encode()
    assert [each[:9] for each in told(spaced)] == ["1:1 CT007"]


def test_a_record_is_measured_in_bytes() -> None:
    """Not in characters, which are up to four."""
    text = json.dumps({**CLAIM, "text": "Ф" * 40}, ensure_ascii=False)
    assert len(text) < 100
    assert [each[:9] for each in told(text.encode())] == ["1:1 CT007"]


def test_a_text_that_names_dossiers_and_is_none() -> None:
    """What it is comes to light when it is parsed."""
    text = json.dumps({**CLAIM, "ext": {"records": "x" * 80}})
    assert [each[:9] for each in told(text.encode())] == ["1:1 CT007"]


def test_a_whole_that_is_too_large(tmp_path: Path) -> None:
    """Nothing of it is parsed, and no more than the limit is read."""
    expected = "1:1 CT007 the text is longer than 400 bytes; the rest was not read"
    path = tmp_path / "x.claims.json"
    path.write_bytes(b'{"records": [' + b" " * 500)
    assert told(path) == told(path.read_bytes()) == [expected]
    (found,) = validate(path.read_text(encoding="utf-8"), limits=SMALL)
    assert str(found).startswith("1:1: error CT007")
    assert told(Path("/dev/zero")) == [expected]


def test_a_dossier_of_a_sequence_that_is_too_large(tmp_path: Path) -> None:
    """It is passed over, and the next one is judged."""
    many = [{**CLAIM, "id": f"c{n}"} for n in range(20)]
    lines = [json.dumps(each) for each in (HEAD, *many, HEAD, {**CLAIM, "id": 7})]
    path = tmp_path / "x.claims.ndjson"
    path.write_text("\n".join(["", *lines]), encoding="utf-8")
    assert told(path) == [
        "11:1 CT007 the dossier is longer than 400 bytes; the rest was not read",
        "24:25 CT010 7 is not text",
    ]
    path.write_bytes(b"\n" * 500 + LINES)
    assert [each[:9] for each in told(path)] == []


def test_a_line_without_an_end(tmp_path: Path) -> None:
    """A device that never stops does not keep anybody waiting."""
    path = tmp_path / "x.claims.ndjson"
    path.symlink_to("/dev/zero")
    assert told(path) == [
        "1:1 CT007 the line is longer than 400 bytes; the rest was not read"
    ]


def test_a_head_that_cannot_be_read_is_taken_for_one(tmp_path: Path) -> None:
    """Its records are judged all the same, in the version that it names, if it does."""
    record = json.dumps({**CLAIM, "tone": "dry"})
    path = tmp_path / "x.claims.ndjson"
    for head, expected in (
        (r'{"type": "dossier", "claimtrack": "1.7", "title": "\u0000"}', "CT028 CT006"),
        (r'{"type": "dossier", "claimtrack": "2.7", "title": "\u0000"}', "CT006 CT012"),
        (r'{"type": "dossier", "claimtrack": "1.0", ', "CT002 CT012"),
        (r"7", "CT009"),
    ):
        path.write_text(f"{head}\n{record}\n", encoding="utf-8")
        found = validate(path)
        assert [each.code for each in found] == expected.split()
        places = [each.location and each.location.line for each in found]
        assert places == ([1, 2] if expected.endswith("CT012") else [1] * len(found))


def test_a_pipe_is_read_as_it_comes(tmp_path: Path) -> None:
    """The first dossier is there before the second is written."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    first_seen = threading.Event()

    def write() -> None:
        with path.open("wb", buffering=0) as pipe:
            pipe.write(LINES[:1])
            pipe.write(LINES[1:] + LINES)
            first_seen.wait(10)
            pipe.write(LINES)

    writer = threading.Thread(target=write)
    writer.start()
    examinations = examine_all(path)
    assert next(examinations).is_valid
    first_seen.set()
    assert [each.is_valid for each in examinations] == [True, True]
    writer.join()


def test_limits_are_said_for_people() -> None:
    """In mebibytes where they are whole."""
    assert [size_in_words(each) for each in (0, 1, 2**20, 2**20 + 1)] == [
        "0 bytes",
        "1 bytes",
        "1 MiB",
        "1,048,577 bytes",
    ]


def test_an_empty_stream_has_no_lines() -> None:
    """And nothing is counted."""
    stream = Stream.of(io.BytesIO(b""), SMALL)
    assert list(stream.lines(b"")) == []
    assert stream.line == 1


def test_the_command_takes_an_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The output is the same; what is not installed is a wrong use."""
    text = '{"type": "claim", "id": "c1"}'
    outputs = {
        CliRunner().invoke(main, ["check", "-", "--engine", name], input=text).stdout
        for name in ("auto", "fast", "reference")
    }
    assert len(outputs) == 1
    monkeypatch.setitem(sys.modules, "jsonschema_rs", None)
    monkeypatch.setattr("claimtrack.validation._engines.is_fast_there", lambda: False)
    ran = CliRunner().invoke(main, ["check", "-", "--engine", "fast"], input=text)
    assert ran.exit_code == 2
    assert ran.stderr.startswith("Error: jsonschema-rs and orjson are not installed.")


def test_findings_do_not_depend_on_the_door(tmp_path: Path) -> None:
    """Bytes, a file, a compressed one and a stream, of a sequence with all sorts."""
    raw = b"\n".join(
        [
            b"\xef\xbb\xbf" + json.dumps(HEAD).encode(),
            b"",
            b'{"type": "claim", "id": "c1", "text": "\xff"}',
            json.dumps(NOTE).encode(),
            b"[",
            json.dumps(HEAD).encode(),
            b'{"type": "claim", "id": 1e999}',
        ]
    )
    path, packed = tmp_path / "x", tmp_path / "y"
    path.write_bytes(raw)
    packed.write_bytes(gzip.compress(raw))

    def all_of(data: bytes | Path | io.BytesIO) -> list[Finding]:
        examinations = examine_all(data, file="f", limits=SMALL)
        return [finding for each in examinations for finding in each.findings]

    expected = all_of(raw)
    assert [(each.code, each.pointer) for each in expected] == [
        ("CT008", ""),
        ("CT001", "/records/0"),
        ("CT007", "/records/1"),
        ("CT002", "/records/2"),
        ("CT005", "/records/0/id"),
    ]
    assert all_of(path) == all_of(packed) == all_of(io.BytesIO(raw)) == expected


@pytest.mark.parametrize("blank", ["\n", "\r\n", " \t\n", "\n \r\n\n", "\n" * 20_000])
@pytest.mark.parametrize("fold", [bytes, gzip.compress])
def test_blank_lines_are_counted(
    blank: str, fold: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """They come many at a time, between and behind what is read."""
    wrong = json.dumps({**CLAIM, "id": "c2", "text": ""})
    text = LINES.decode() + blank + wrong + "\n" + blank + wrong + "\n" + blank
    lines = [n for n, line in enumerate(text.split("\n"), 1) if line == wrong]
    path = tmp_path / "x.claims.ndjson"
    path.write_bytes(fold(text.encode()))
    for data in (path, fold(text.encode()), text):
        found = [each.location for each in validate(data) if each.code == "CT015"]
        assert [each and each.line for each in found] == lines
