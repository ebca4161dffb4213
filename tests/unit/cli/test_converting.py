"""`convert`, `fmt` and `new`, and sheets wherever a dossier is taken."""

from __future__ import annotations

import json
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
    placed = re.sub(r"(?m) · line \d+$|  \(line \d+\)$", "", out)
    lines = re.sub(r"(?m)^\S+:\d+:\d+: ", "", placed).splitlines()
    return status, "\n".join(sorted(lines)), err


@pytest.mark.parametrize("arguments", [("show",), ("impact", "--as-recorded")])
def test_a_sheet_is_shown_as_its_json(arguments: tuple[str, ...]) -> None:
    """Byte for byte, but for where findings and claims stand."""
    _, out, _ = sheet = run(*arguments, SHEET)
    assert placeless(sheet) == placeless(run(*arguments, JSON))
    for claim, line in re.findall(
        r"^ *(c\d+)  .*?line (\d+)", out, re.MULTILINE | re.DOTALL
    ):
        assert f"[{claim}] " in SHEET.read_text("utf-8").splitlines()[int(line) - 1]


def test_json_names_the_lines_too() -> None:
    """Only of a sheet."""
    for command in (["show"], ["impact", "--as-recorded"]):
        form = [*command, "--format", "json"]
        (dossier,) = json.loads(run(*form, SHEET)[1])["dossiers"]
        claims = dossier.get("claims") or dossier["outcomes"]
        assert all(isinstance(each["line"], int) for each in claims)
        assert '"line": ' not in run(*form, JSON)[1].partition('"findings"')[0]


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


def test_what_is_converted_comes_back_equal(tmp_path: Path) -> None:
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
    assert (found.code, "this is a sheet" in found.message) == ("CT002", True)


def test_other_forms_and_what_may_leave_the_desk(tmp_path: Path) -> None:
    """A sequence of dossiers is a file of its own."""
    names = [tmp_path / f"{each}.claims.ndjson" for each in "ab"]
    assert run("convert", "--public", SHEET, "-o", names[0])[0] == 0
    (made,) = ct.dossier.read_dossiers(names[0])
    assert all(each.note is None for each in made.sources)
    names[1].write_bytes(names[0].read_bytes() * 2)
    status, _, err = run("convert", names[1], "-o", tmp_path / "c.claims.json")
    assert (status, "holds 2 dossiers; write to a .ndjson" in err) == (2, True)
    status, _, err = run("convert", SHEET, "-o", tmp_path / "no/c.claims.json")
    assert (status, "cannot write" in err) == (2, True)


@pytest.mark.parametrize("title", ["Harbour", None, "Port " * 200])
def test_others_get_drafts_only_where_the_title_says_so(
    tmp_path: Path, title: str | None
) -> None:
    """Who recorded an attribution is private: nothing else would tell."""
    d = ct.Dossier(title=title)
    tool = ct.Recorded(method="tool")
    claim = d.claim("The port will close")
    d.attribute(claim, d.outlet("Post"), id="a1", recorded=tool)
    file, made = tmp_path / "x.claims.json", tmp_path / "y.claims.txt"
    d.save(file)
    status, _, err = run("convert", "--public", file, "-o", made)
    assert (status, 'a tool drafted "a1"' in err, made.exists()) == (2, True, False)
    assert run("convert", "--public", "--unreviewed", file, "-o", made)[0] == 0
    shown = ct.Dossier.load(made).head.title
    assert shown is not None
    assert "drafted by a tool, reviewed by nobody" in shown
    assert shown.startswith((title or "drafted")[:900])
    assert run("convert", "--unreviewed", file, "-o", made)[0] == 0
    assert ct.Dossier.load(made).head.title == title
    accepted = ("--public", "--accepted", "--unreviewed")
    assert run("convert", *accepted, file, "-o", made)[0] == 0
    assert ct.Dossier.load(made).head.title == title


def test_what_no_command_can_work_on_is_said_in_a_line(tmp_path: Path) -> None:
    """With the name of the file."""
    article, folder = tmp_path / "a.txt", tmp_path / "sheets"
    folder.mkdir()
    article.write_bytes(b"\xff")
    path = folder / "a.claims.txt"
    for arguments, said in (
        (("fmt", tmp_path / "none.claims.txt"), "cannot read"),
        (("new", article, "-o", path), "has to be in the folder of the sheet"),
        (("new", article, "-o", tmp_path / "a.claims.txt"), "is not UTF-8"),
    ):
        status, _, err = run(*arguments)
        assert (status, said in err) == (2, True), err


def test_only_places_are_said_when_they_are_filled(tmp_path: Path) -> None:
    """The rest belongs to check."""
    path, article = tmp_path / "a.claims.txt", tmp_path / "a.txt"
    text = "article [a]: Port\n\n- [c1] It closes.\n  ! who?\n  body: Ruiz\n"
    path.write_text(text, encoding="utf-8")
    article.write_text("Port", encoding="utf-8")
    assert run("fmt", "--text", article, path) == (0, "", "")
    assert "  sha256: " in path.read_text(encoding="utf-8")
