"""`convert`, `fmt` and `new`, and sheets wherever a dossier is taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import claimtrack as ct
from claimtrack.cli import main
from claimtrack.errors import UnsafeReplacement

EXAMPLES = Path(__file__).parents[3] / "examples"
JSON = EXAMPLES / "us-air-cover.claims.json"
SHEET = EXAMPLES / "us-air-cover.claims.txt"


def run(*arguments: object, stdin: str | None = None) -> tuple[int, str, str]:
    """Return the exit status, and what is printed."""
    result = CliRunner().invoke(main, [str(each) for each in arguments], input=stdin)
    return result.exit_code, result.stdout, result.stderr


def placeless(answer: tuple[int, str, str]) -> tuple[int, str, str]:
    """Return an answer without the places of findings."""
    status, out, err = answer
    # Findings are sorted by place.
    lines = re.sub(r"(?m)^\S+:\d+:\d+: ", "", out).splitlines()
    return status, "\n".join(sorted(lines)), err


@pytest.mark.parametrize("arguments", [("show",), ("impact", "--as-recorded")])
def test_a_sheet_is_shown_as_its_json(arguments: tuple[str, ...]) -> None:
    """Byte for byte, but for where findings stand."""
    assert placeless(run(*arguments, SHEET)) == placeless(run(*arguments, JSON))


def test_a_sheet_may_stand_on_standard_input() -> None:
    """It does not begin with a brace."""
    text = SHEET.read_text(encoding="utf-8")
    assert placeless(run("show", "-", stdin=text)) == placeless(run("show", SHEET))


def test_findings_stand_in_the_lines_of_the_sheet() -> None:
    """Those of the rules too."""
    _, out, _ = run("check", SHEET)
    lines = SHEET.read_text(encoding="utf-8").splitlines()
    number = 1 + next(i for i, line in enumerate(lines) if "headline [a01]" in line)
    assert f"{SHEET}:{number}:3: error CT502" in out


def test_both_ways(tmp_path: Path) -> None:
    """By the endings; what comes back is equal."""
    there, back = tmp_path / "a.claims.txt", tmp_path / "b.claims.json"
    assert run("convert", JSON, "-o", there)[0] == 0
    assert run("convert", there, "-o", back)[0] == 0
    assert ct.Dossier.load(back) == ct.Dossier.load(JSON)
    assert run("fmt", "--check", there)[0] == 0


@pytest.mark.parametrize("aside", ["# why", "! who?", "x It is open."])
def test_what_no_dossier_holds_is_not_written_over(tmp_path: Path, aside: str) -> None:
    """The sheet stays as it is."""
    path = tmp_path / "a.claims.txt"
    path.write_text(f"{aside}\n- The port will close.\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(UnsafeReplacement):
        ct.Dossier.load(JSON).save(path)
    status, _, err = run("convert", JSON, "-o", path)
    assert (status, "claimtrack.sheet.merge" in err) == (2, True)
    assert path.read_bytes() == before


def test_fmt_gives_labels_and_margins(tmp_path: Path) -> None:
    """And says with --check what it would change."""
    path = tmp_path / "a.claims.txt"
    path.write_text("•  The port will close.\n\tbody: Ruiz\n", encoding="utf-8")
    assert run("fmt", "--check", path) == (1, f"would change {path}\n", "")
    assert run("fmt", path)[0] == 0
    text = path.read_text(encoding="utf-8")
    assert text == "- [c1] The port will close.\n  body: Ruiz\n"


def test_new_begins_a_sheet_that_can_be_read(tmp_path: Path) -> None:
    """With the hash of the article."""
    article = tmp_path / "harbour.txt"
    article.write_text("Port to close\n\nIt will close.\n", encoding="utf-8")
    path = tmp_path / "x.claims.txt"
    assert run("new", article, "-o", path)[0] == 0
    dossier = ct.Dossier.load(path)
    (document,) = dossier.documents
    assert (document.title, document.sha256 is not None) == ("Port to close", True)
    assert run("new", article, "-o", path)[0] == 2


def test_validate_stays_with_json_and_says_so() -> None:
    """In one finding."""
    (found,) = ct.validate(SHEET)
    assert (found.code, "it is a sheet" in found.message) == ("CT002", True)
