"""How many findings `check` shows, and what a folder holds that is no file."""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING, Any, Final

import pytest
from click.testing import CliRunner

from claimtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

HEAD: Final = '{"type": "dossier", "claimtrack": "1.0"}\n'


def check(*arguments: object) -> Result:
    """Return what the command says."""
    return CliRunner().invoke(main, ["check", *map(str, arguments)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a sequence with six findings of one code and three of another."""
    path = tmp_path / "x.claims.ndjson"
    lines = '{"type": "claim", "id": "c1"}\n{"type": "claim", "id": "c2"}\n7\n'
    path.write_text((HEAD + lines) * 3, encoding="utf-8")
    return path


def test_of_each_code_so_many_are_shown_and_the_others_counted(file: Path) -> None:
    """Over all dossiers of the file; the summary and the status count every one."""
    ran = check("--max-findings", 2, file)
    assert ran.exit_code == 1
    lines = ran.stdout.splitlines()
    assert sum("error CT011" in each for each in lines) == 2
    assert sum("error CT010" in each for each in lines) == 2
    assert lines[-3:] == [
        "1 more finding of CT010 is not shown (--max-findings).",
        "4 more findings of CT011 are not shown (--max-findings).",
        "9 errors.",
    ]


def told(style: str, out: str) -> tuple[int, dict[str, int]]:
    """Return how many findings a format shows, and how many it says it does not."""
    if style == "json":
        document: dict[str, Any] = json.loads(out)
        assert document["summary"] == {"error": 9, "warning": 0, "info": 0}
        return len(document["findings"]), document.get("not_shown", {})
    if style == "sarif":
        (run,) = json.loads(out)["runs"]
        hidden = run.get("properties", {}).get("notShown", {})
        return len(run["results"]), hidden
    lines = out.splitlines()
    if style == "ndjson":
        last = json.loads(lines[-1])
        hidden = last.get("not_shown", {})
        return len(lines) - bool(hidden), hidden
    notices = [each for each in lines if each.startswith("::notice")]
    hidden = {
        each.partition("title=")[2][:5]: int(each.split("::")[2].split()[0])
        for each in notices
    }
    return len(lines) - len(notices), hidden


@pytest.mark.parametrize("style", ["json", "ndjson", "github", "sarif"])
@pytest.mark.parametrize(
    ("options", "shown", "hidden"),
    [
        ((), 9, {}),
        (("--max-findings", 6), 9, {}),
        (("--max-findings", 2), 4, {"CT010": 1, "CT011": 4}),
        (("--max-findings", 0), 0, {"CT010": 3, "CT011": 6}),
    ],
)
def test_programs_get_all_unless_they_ask_for_fewer(
    style: str,
    options: tuple[object, ...],
    shown: int,
    hidden: dict[str, int],
    file: Path,
) -> None:
    """What is left out is counted in the same output."""
    ran = check(*options, "--format", style, file)
    assert ran.exit_code == 1
    assert told(style, ran.stdout) == (shown, hidden)


def test_people_are_shown_a_thousand_of_a_code(tmp_path: Path) -> None:
    """Unless they ask for more."""
    path = tmp_path / "x.claims.ndjson"
    path.write_text(HEAD + "7\n" * 1_001, encoding="utf-8")
    ran = check(path)
    assert ran.stdout.count("error CT010") == 1_000
    assert ran.stdout.splitlines()[-2:] == [
        "1 more finding of CT010 is not shown (--max-findings).",
        "1001 errors.",
    ]
    assert check("--max-findings", 1_001, path).stdout.count("error CT010") == 1_001


def test_it_is_applied_last(file: Path, tmp_path: Path) -> None:
    """A baseline knows all; of those that are new, so many are shown."""
    known = tmp_path / "known.json"
    wrote = check("--write-baseline", "--baseline", known, "--max-findings", 1, file)
    assert wrote.stderr.startswith("9 findings in ")
    ran = check("--baseline", known, "--max-findings", 0, file)
    assert (ran.stdout, ran.exit_code) == ("No findings.\n", 0)
    file.write_text(file.read_text(encoding="utf-8") + "8\n9\n", encoding="utf-8")
    ran = check("--baseline", known, "--max-findings", 1, file)
    assert ran.exit_code == 1
    assert ran.stdout.endswith(
        "1 more finding of CT010 is not shown (--max-findings).\n2 errors.\n"
    )


@pytest.mark.parametrize("number", ["-1", "x", "1.5"])
def test_what_is_no_number_of_findings_is_wrong_usage(number: str, file: Path) -> None:
    """Status 2, and nothing is checked."""
    ran = check("--max-findings", number, file)
    assert (ran.exit_code, ran.stdout) == (2, "")


EMPTY: Final = '{"claimtrack": "1.0", "records": []}'


def test_what_is_no_file_is_passed_over_and_said(tmp_path: Path) -> None:
    """A pipe that nobody writes into, a socket, a link to a device, and links to it."""
    (tmp_path / "a.claims.json").write_text(EMPTY, encoding="utf-8")
    os.mkfifo(tmp_path / "p.claims.json")
    (tmp_path / "q.claims.ndjson").symlink_to("p.claims.json")
    (tmp_path / "r.claims.json").symlink_to("/dev/null")
    (tmp_path / "s.claims.json").symlink_to("a.claims.json")
    os.mknod(tmp_path / "t.claims.json", stat.S_IFSOCK | 0o600)
    ran = check(tmp_path)
    assert (ran.stdout, ran.exit_code) == ("No findings.\n", 0)
    assert ran.stderr.splitlines() == [
        f"skipped {tmp_path / name}: it is {what}"
        for name, what in (
            ("p.claims.json", "a named pipe"),
            ("q.claims.ndjson", "a named pipe"),
            ("r.claims.json", "a device"),
            ("t.claims.json", "a socket"),
        )
    ]


def test_a_folder_of_pipes_alone_holds_no_dossier(tmp_path: Path) -> None:
    """To say that nothing is wrong with it would look clean."""
    os.mkfifo(tmp_path / "p.claims.json")
    ran = check(tmp_path)
    assert (ran.stdout, ran.exit_code) == ("", 2)
    assert ran.stderr.endswith(f"in the folder {tmp_path}\n")


def test_a_link_that_leads_nowhere_is_not_passed_over(tmp_path: Path) -> None:
    """Somebody meant it to be checked."""
    (tmp_path / "a.claims.json").symlink_to("none")
    ran = check(tmp_path)
    assert ran.exit_code == 2
    assert "no such file" in ran.stderr


@pytest.mark.parametrize(
    "name", ["A.CLAIMS.JSON", "b.Claims.Ndjson", "C.claims.JSON.GZ"]
)
def test_a_folder_gives_its_files_in_any_case(name: str, tmp_path: Path) -> None:
    """As systems do that do not tell the two apart."""
    (tmp_path / name).write_text("[", encoding="utf-8")
    assert check(tmp_path).exit_code == 1
