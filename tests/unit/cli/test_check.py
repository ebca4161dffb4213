"""`claimtrack check`: which findings, in which form, and with which exit status."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click
import pytest
from click.testing import CliRunner

from claimtrack.cli import main
from claimtrack.cli._report import FORMATS
from claimtrack.findings import CODES
from claimtrack.validation import (
    render_github,
    render_ndjson,
    render_sarif,
    validate,
)
from plain_records import dossier

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from click.testing import Result

    from claimtrack.findings import Finding

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples"
EXAMPLE = EXAMPLES / "us-air-cover.claims.json"

CLEAN = '{"claimtrack": "1.0", "records": []}'
MARKED = "\ufeff" + CLEAN
WRONG = """{"claimtrack": "1.0", "records": [
{"type": "claim", "id": "c1", "text": "T", "knd": "norm"},
{"type": "claim", "id": "c2", "text": "T", "holds": "2025-02-30"},
{"type": "claim", "id": "c3", "text": "T", "kind": "чутка"},
{"type": "attribution", "claim": "c1", "chain": ["nobody"]},
{"type": "claim", "id": "c1", "text": "T"}
]}"""
CODES_OF_WRONG = ["CT012", "CT022", "CT013", "CT701", "CT702"]
"""In the order of the lines."""


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """Return what `claimtrack check` answers, in this process, as if to a terminal."""
    command = ["check", *map(str, arguments)]
    return CliRunner().invoke(main, command, input=stdin, color=True)


def codes(result: Result) -> list[str]:
    """Return the codes of an answer in JSON."""
    return [each["code"] for each in json.loads(result.stdout)["findings"]]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Return a file with five mistakes."""
    file = tmp_path / "wrong.claims.json"
    file.write_text(WRONG, encoding="utf-8")
    return file


def test_the_examples_are_sound() -> None:
    """Syntax, shape, meaning and integrity: nothing to say."""
    result = run(EXAMPLES, "--select", "CT0,CT7")
    assert (result.stdout, result.stderr) == ("No findings.\n", "")
    assert result.exit_code == 0


def test_every_mistake_is_reported_at_once_in_the_order_of_the_file(
    wrong: Path,
) -> None:
    """Each with its place, the line, the fix; then the count."""
    result = run(wrong)
    heads = [line for line in result.stdout.splitlines() if ": error CT" in line]
    places = ["2:44", "3:53", "4:52", "5:50", "6:25"]
    assert [head.split(": ")[0] for head in heads] == [f"{wrong}:{p}" for p in places]
    assert [head.split()[2] for head in heads] == CODES_OF_WRONG
    assert result.stdout.endswith("\n5 errors.\n")
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("options", "reported"),
    [
        ("", "CT012 CT022 CT013 CT701 CT702"),
        ("--select CT0", "CT012 CT022 CT013"),
        ("--select CT0,CT7", "CT012 CT022 CT013 CT701 CT702"),
        ("--select CT022 --select CT70", "CT022 CT701 CT702"),
        ("--select ct701", "CT701"),
        ("--select CT005", ""),
        ("--ignore CT7", "CT012 CT022 CT013"),
        ("--ignore CT", ""),
        ("--ignore CT012,CT702", "CT022 CT013 CT701"),
        ("--select CT0 --ignore CT02", "CT012 CT013"),
        ("--ignore CT7 --select CT0,CT701", "CT012 CT022 CT013 CT701"),
        ("--ignore CT0 --select CT022", "CT022"),
        ("--select CT7 --ignore CT7", ""),
    ],
)
def test_codes_are_chosen_by_their_beginnings(
    wrong: Path, options: str, reported: str
) -> None:
    """The longer beginning counts, of two equal ones the one that leaves out."""
    result = run(wrong, "--format", "json", *options.split())
    assert codes(result) == reported.split()
    assert result.exit_code == (1 if reported else 0)


def test_white_space_between_codes_does_not_count(wrong: Path) -> None:
    """People write lists with it."""
    result = run(wrong, "--format", "json", "--select", " CT012 , CT701 ")
    assert codes(result) == ["CT012", "CT701"]


@pytest.mark.parametrize("prefix", sorted({code[:n] for code in CODES for n in (3, 5)}))
def test_select_and_ignore_are_each_other_s_rest(wrong: Path, prefix: str) -> None:
    """What one of them reports, the other leaves out, in the same order."""
    taken = codes(run(wrong, "--format", "json", "--select", prefix))
    left = codes(run(wrong, "--format", "json", "--ignore", prefix))
    assert [each for each in CODES_OF_WRONG if each in taken] == taken
    assert [each for each in CODES_OF_WRONG if each not in taken] == left


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("code", ["CT99", "E501", "", "CT0,,CT7", "CT0123", "\x1b[2J"])
def test_what_begins_no_code_is_wrong_usage(option: str, code: str) -> None:
    """A typing mistake does not switch off a check."""
    result = run(EXAMPLE, option, code)
    assert "no code begins with" in result.stderr
    assert "Codes look like CT013." in result.stderr
    assert "\x1b" not in result.stderr
    assert (result.stdout, result.exit_code) == ("", 2)


@pytest.mark.parametrize(
    ("text", "severity", "status"),
    [
        (CLEAN, "error", 0),
        (CLEAN, "info", 0),
        (MARKED, None, 0),
        (MARKED, "error", 0),
        (MARKED, "warning", 0),
        (MARKED, "info", 1),
        (WRONG, None, 1),
        (WRONG, "error", 1),
        (WRONG, "warning", 1),
        (WRONG, "info", 1),
    ],
)
@pytest.mark.parametrize("style", ["text", "json", "ndjson", "github", "sarif"])
def test_the_severity_decides_on_the_exit_status_alone(
    text: str, severity: str | None, status: int, style: str
) -> None:
    """Everything is printed whatever the threshold; both formats agree."""
    options = [] if severity is None else ["--severity", severity]
    result = run("-", "--format", style, *options, stdin=text)
    assert result.exit_code == status
    assert result.stdout == run("-", "--format", style, stdin=text).stdout


@pytest.mark.parametrize(
    "arguments", [["--severity", "fatal"], ["--format", "xml"], ["--colour"], []]
)
def test_wrong_usage_is_explained(arguments: list[str]) -> None:
    """Exit status 2, and on standard error how it is meant."""
    files = [EXAMPLE] if arguments else []
    result = run(*files, *arguments)
    assert result.stderr.startswith("Usage: ")
    assert (result.stdout, result.exit_code) == ("", 2)


def test_json_holds_what_validation_found(wrong: Path) -> None:
    """Every field of every finding, and the counts."""
    document = json.loads(run(wrong, "--format", "json").stdout)
    found = validate(wrong)
    assert list(document) == ["findings", "summary"]
    assert document["summary"] == {"error": 5, "warning": 0, "info": 0}
    for written, finding in zip(document["findings"], found, strict=True):
        assert finding.location is not None
        assert written["location"]["file"] == str(wrong)
        assert written["location"]["line"] == finding.location.line
        assert written["fingerprint"] == finding.fingerprint
        for name in ("code", "severity", "message", "why", "fix", "record", "pointer"):
            assert written[name] == getattr(finding, name)


def test_json_is_stable_and_ends_in_one_newline(wrong: Path) -> None:
    """The same input gives the same bytes, in UTF-8."""
    first, second = (run(wrong, "--format", "json").stdout_bytes for _ in range(2))
    assert first == second
    assert first.endswith(b"}\n")
    assert "чутка".encode() in first


@pytest.mark.parametrize("style", ["ndjson", "github", "sarif"])
def test_other_formats_are_those_of_the_library(wrong: Path, style: str) -> None:
    """With one newline at their end, and the exit status of the others."""
    renderers: dict[str, Callable[[Sequence[Finding]], str]] = {
        "ndjson": render_ndjson,
        "github": render_github,
        "sarif": render_sarif,
    }
    result = run(wrong, "--format", style)
    assert result.stdout == renderers[style](validate(wrong)) + "\n"
    assert result.exit_code == 1


@pytest.mark.parametrize(("style", "shown"), [("ndjson", ""), ("github", "")])
def test_a_format_of_lines_has_none_without_findings(style: str, shown: str) -> None:
    """A program that reads line by line finds no empty one."""
    result = run("-", "--format", style, stdin=CLEAN)
    assert (result.stdout, result.exit_code) == (shown, 0)


def test_json_of_nothing_is_json() -> None:
    """A program need not ask whether there is anything to read."""
    document = json.loads(run("-", "--format", "json", stdin=CLEAN).stdout)
    none: dict[str, Any] = {"error": 0, "warning": 0, "info": 0}
    assert document == {"findings": [], "summary": none}


def test_a_folder_stands_for_its_dossiers(tmp_path: Path) -> None:
    """In subfolders too, in the order of their names, and no other files."""
    (tmp_path / "b").mkdir()
    names = ["b/z.claims.json", "a.claims.json", "c.claims.json"]
    for name in [*names, "notes.json", "b/claims.json", "claims.json.bak"]:
        (tmp_path / name).write_text("", encoding="utf-8")
    findings = json.loads(run(tmp_path, "--format", "json").stdout)["findings"]
    files = [each["location"]["file"] for each in findings]
    assert files == [str(tmp_path / name) for name in sorted(names)]


def test_files_are_checked_in_the_order_given_and_once(tmp_path: Path) -> None:
    """Also those that are named beside their folder."""
    files = [tmp_path / name for name in ("b.claims.json", "a.claims.json")]
    for file in files:
        file.write_text("", encoding="utf-8")
    named = run(files[0], tmp_path, files[1], "--format", "json")
    findings = json.loads(named.stdout)["findings"]
    assert [each["location"]["file"] for each in findings] == [str(f) for f in files]


def test_a_folder_without_dossiers_does_not_look_clean(tmp_path: Path) -> None:
    """Exit status 2: nothing was checked."""
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    result = run(EXAMPLE, tmp_path)
    wanted = "*.claims.json, *.claims.ndjson or *.claims.txt"
    message = f"Error: there is no {wanted} in the folder {tmp_path}\n"
    assert (result.stderr, result.stdout, result.exit_code) == (message, "", 2)


def test_one_missing_file_among_several_is_not_passed_over(tmp_path: Path) -> None:
    """Half a check is no check: it says which file, and reports nothing."""
    missing = tmp_path / "missing.claims.json"
    result = run(EXAMPLE, missing)
    message = f"Error: cannot read {missing}: no such file or directory\n"
    assert (result.stderr, result.stdout, result.exit_code) == (message, "", 2)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "permission denied"),
        (OSError(errno.EIO, "Input/output error"), "input/output error"),
        (OSError(), "it cannot be read"),
    ],
)
def test_the_reason_why_a_file_cannot_be_read_is_given(
    monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    """In the system's words, if it has any."""

    def refuse(path: Path, mode: str) -> IO[Any]:
        assert mode == "rb"
        if path.name == "a.claims.json":
            raise error
        return open(path, mode)  # noqa: PTH123  the method is replaced

    monkeypatch.setattr(Path, "open", refuse)
    result = run("a.claims.json")
    assert result.stderr == f"Error: cannot read a.claims.json: {reason}\n"
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_place_that_may_not_be_entered_is_said_in_a_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file in a folder that is closed to us: there was a traceback."""

    def refuse(path: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_dir", refuse)
    result = run("closed/a.json")
    name = Path("closed/a.json")
    assert result.stderr == f"Error: cannot read {name}: permission denied\n"
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_closed_subfolder_is_not_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What is in it would look clean."""
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "a.claims.json").write_text(CLEAN, encoding="utf-8")
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path) == str(closed):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = run(tmp_path)
    assert result.stderr == f"Error: cannot read {closed}: permission denied\n"
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_folder_named_like_a_dossier_is_a_folder(tmp_path: Path) -> None:
    """It is searched, not read."""
    (tmp_path / "a.claims.json").mkdir()
    (tmp_path / "a.claims.json" / "b.claims.json").write_text(CLEAN, encoding="utf-8")
    assert run(tmp_path).stdout == "No findings.\n"


@pytest.mark.skipif(os.name == "nt", reason="such names do not exist here")
def test_the_name_of_a_missing_file_steers_no_terminal() -> None:
    """Control characters are escapes, a long name is clipped: no traceback for it."""
    result = run("\x1b[2J\u202e" + "x" * 10_000)
    assert result.stderr.startswith("Error: cannot read \\x1b[2J\\u202exxx")
    assert len(result.stderr) < 1_000


def test_standard_input_is_read_for_a_dash_once() -> None:
    """Also when it is named twice; findings call it <stdin>."""
    result = run("-", "-", stdin=WRONG)
    assert result.stdout.startswith("<stdin>:2:44: error CT012")
    assert result.stdout.endswith("\n5 errors.\n")


def test_standard_input_may_be_any_bytes() -> None:
    """What is not UTF-8 is a finding."""
    result = run("-", "--format", "json", stdin=b"\xff")
    assert codes(result) == ["CT001"]


def test_closed_standard_input_is_said_in_a_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Python has no stream then, and there was a traceback."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(click.ClickException) as caught:
        main(["check", "-"], standalone_mode=False)
    assert caught.value.message == "cannot read -: standard input is closed"
    assert caught.value.exit_code == 2


def test_unreadable_standard_input_is_said_in_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """There was a traceback: a stream that is open for writing, for one."""
    with (tmp_path / "a").open("w", encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        with pytest.raises(click.ClickException) as caught:
            main(["check", "-"], standalone_mode=False)
    assert caught.value.message.startswith("cannot read -: ")
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("style", ["text", "json", "ndjson", "github", "sarif"])
def test_a_stream_of_text_alone_will_do(style: str) -> None:
    """As in a notebook: JSON failed there, for it was written as bytes."""
    command = ["check", str(EXAMPLE), "--format", style]
    with (
        contextlib.redirect_stdout(io.StringIO()) as stream,
        pytest.raises(SystemExit),
    ):
        main(command, standalone_mode=False)
    assert stream.getvalue() == run(EXAMPLE, "--format", style).stdout


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text here")
def test_json_names_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    """As an escape that gives the name again when it is read."""
    file = tmp_path / os.fsdecode(b"a\xff.claims.json")
    file.write_text("", encoding="utf-8")
    result = run(tmp_path, "--format", "json")
    (finding,) = json.loads(result.stdout)["findings"]
    assert finding["location"]["file"] == str(file)


def test_json_is_utf_8_whatever_the_terminal_speaks(wrong: Path) -> None:
    """A program reads it."""
    result = subprocess.run(  # noqa: S603  the command under test
        [sys.executable, "-m", "claimtrack", "check", str(wrong), "--format", "json"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    findings = json.loads(result.stdout.decode("utf-8"))["findings"]
    assert "чутка" in findings[2]["message"]
    assert (result.returncode, result.stderr) == (1, b"")


def test_nothing_of_a_file_steers_the_terminal(tmp_path: Path) -> None:
    """Escape sequences and bidirectional overrides in it are not passed on."""
    file = tmp_path / "a.claims.json"
    record = {"type": "claim", "id": "c1", "text": "T", "\x1b[2J\u202e": "\x1b[31m"}
    text = json.dumps(dossier(record), ensure_ascii=False)
    file.write_text(text.replace("\\u001b", "\x1b"), encoding="utf-8")
    shown = run(file).stdout
    assert "error CT" in shown
    assert not {"\x1b", "\u202e"} & set(shown)


TOLD = """{"claimtrack": "1.0", "records": [
{"type": "source", "id": "moreau", "kind": "person", "name": "Inés Moreau"},
{"type": "source", "id": "u1", "kind": "unnamed", "description": "a worker",
 "note": "It is Ines Moreau."},
{"type": "source", "id": "ines-moreau-2", "kind": "unnamed", "description": "a cook"},
{"type": "claim", "id": "c1", "text": "T"},
{"type": "attribution", "claim": "c1", "chain": ["moreau", "u1", "ines-moreau-2"]},
{"type": "relation", "kind": "same-as", "subject": "moreau", "object": "u1"}]}"""


def test_who_an_unnamed_source_is_is_found_and_not_shown() -> None:
    """Each with its place, at the key, and without the line or the value."""
    result = run("-", stdin=TOLD)
    lines = result.stdout.splitlines()
    heads = [line for line in lines if "CT801" in line]
    places = [head.split(": ")[0] for head in heads]
    assert places == ["<stdin>:4:2", "<stdin>:5:20", "<stdin>:8:62"]
    assert not [line for line in lines if "|" in line]
    assert "moreau" not in result.stdout.casefold()
    assert result.exit_code == 1


@pytest.mark.parametrize("style", FORMATS)
def test_no_format_shows_who_it_is(style: str) -> None:
    """Neither name nor id, nor how long they are."""
    result = run("-", "--format", style, stdin=TOLD)
    assert "CT801" in result.stdout
    assert "moreau" not in result.stdout.casefold()


def test_a_record_by_itself_is_looked_through_too() -> None:
    """Its place is that in the record, and it is the only one."""
    record = {"type": "source", "id": "u1", "kind": "unnamed", "description": "a cook"}
    told = json.dumps({**record, "note": "i@example.org"})
    (finding,) = json.loads(run("-", "--format", "json", stdin=told).stdout)["findings"]
    assert (finding["code"], finding["pointer"]) == ("CT801", "/note")
    assert told[finding["location"]["column"] - 1 :].startswith('"note"')
    assert codes(run("-", "--format", "json", stdin=json.dumps(record))) == []


def test_dossiers_of_a_sequence_are_looked_through_one_by_one(tmp_path: Path) -> None:
    """A name in one dossier is none in another."""
    lines = [json.dumps(each) for each in json.loads(TOLD)["records"]]
    head = '{"type": "dossier", "claimtrack": "1.0"}'
    unnamed = lines[1].replace('"u1"', '"u2"')
    file = tmp_path / "two.claims.ndjson"
    file.write_text("\n".join([head, *lines, head, unnamed]) + "\n", encoding="utf-8")
    found = json.loads(run(file, "--format", "json", "--select", "CT8").stdout)
    places = [each["location"]["line"] for each in found["findings"]]
    assert places == [3, 4, 7]


def test_what_has_errors_is_not_judged_further() -> None:
    """It may not mean what it seems to say."""
    broken = TOLD.replace('"subject": "moreau"', '"subject": "morau"')
    assert codes(run("-", "--format", "json", stdin=broken)) == ["CT701"]
