"""`claimtrack draw`: pictures for others, in a file or in a pipe."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from click.testing import CliRunner

from claimtrack import Dossier, Recorded, write_dossiers
from claimtrack.cli import main
from claimtrack.draw import draw_dot, draw_mermaid, draw_svg, report
from claimtrack.draw._html import _templates

if TYPE_CHECKING:
    from click.testing import Result

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """Return what the command answers."""
    return CliRunner().invoke(main, ["draw", *map(str, arguments)], input=stdin)


@pytest.fixture
def dossier() -> Dossier:
    """Return a dossier in which something is not for others."""
    made = Dossier(title="Ferry")
    post = made.outlet("Post")
    aide = made.unnamed("an aide in the red coat", count="1")
    stops = made.claim("The ferry stops.")
    made.attribute(stops, post.citing(aide, ground_rules="deep-background"))
    hidden = made.claim("The captain knew.")
    made.attribute(hidden, post.citing(aide, ground_rules="off-record"))
    return made


@pytest.mark.parametrize(
    ("name", "drawn"),
    [("x.mmd", draw_mermaid), ("x.dot", draw_dot), ("X.DOT", draw_dot)],
)
def test_the_ending_of_the_name_says_what_is_written(
    tmp_path: Path, name: str, drawn: object
) -> None:
    """Mermaid or DOT, in UTF-8, and nothing is printed."""
    assert callable(drawn)
    example = Dossier.load(EXAMPLE)
    result = run(EXAMPLE, "c23", "-o", tmp_path / name)
    assert (result.output, result.exit_code) == ("", 0)
    written = (tmp_path / name).read_bytes().decode("utf-8")
    claims = [each for each in example.claims if each.id == "c23"]
    assert written == drawn(example, claims)


def test_without_a_claim_all_of_them_are_drawn(tmp_path: Path) -> None:
    """Each in a frame of its own, and one legend."""
    run(EXAMPLE, "--output", tmp_path / "x.dot")
    text = (tmp_path / "x.dot").read_text(encoding="utf-8")
    assert text.count("subgraph cluster_") == 37


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ((), "flowchart LR"),
        (("-o", "-"), "flowchart LR"),
        (("--format", "mermaid"), "flowchart LR"),
        (("--format", "dot"), "digraph claimtrack {"),
        (("-o", "-", "--format", "dot"), "digraph claimtrack {"),
    ],
)
def test_without_a_name_it_is_printed(arguments: tuple[str, ...], first: str) -> None:
    """For a pipe, in the format that is asked for."""
    result = run("-", "c23", *arguments, stdin=EXAMPLE.read_bytes())
    assert result.stdout.splitlines()[0] == first
    assert (result.stderr, result.exit_code) == ("", 0)


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (
            ("-o", "x.png"),
            'the name of a picture ends in .mmd, .dot, .svg or .html; got "x.png"',
        ),
        (
            ("-o", "us.claims.json", "--format", "dot"),
            (
                "the name of a picture ends in .mmd, .dot, .svg or .html; "
                'got "us.claims.json"'
            ),
        ),
        (
            ("-o", "x.dot", "--format", "mermaid"),
            '"x.dot" is written as dot, not as mermaid',
        ),
    ],
)
def test_a_name_that_says_otherwise_is_wrong_usage(
    arguments: tuple[str, ...], answer: str
) -> None:
    """So that nobody draws over a dossier."""
    result = run(EXAMPLE, *arguments)
    assert result.stderr.endswith(f"Error: {answer}\n")
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_file_that_cannot_be_written_is_said_in_a_line(tmp_path: Path) -> None:
    """With the reason that the system gives."""
    place = tmp_path / "nowhere" / "x.dot"
    result = run(EXAMPLE, "-o", place)
    assert result.stderr == f"Error: cannot write {place}: no such file or directory\n"
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_claim_that_is_not_there_is_said_in_a_line(tmp_path: Path) -> None:
    """And no file is written."""
    result = run(EXAMPLE, "c99", "-o", tmp_path / "x.dot")
    assert result.stderr == (
        'Error: there is no claim "c99" in this dossier. Did you mean "c29"?\n'
    )
    assert result.exit_code == 2
    assert [*tmp_path.iterdir()] == []


def test_what_is_not_for_others_is_left_out(dossier: Dossier) -> None:
    """A picture is meant for them: no words of deep background, nothing off record."""
    result = run("-", stdin=dossier.dumps())
    assert "The ferry" in result.stdout
    assert "red coat" not in result.stdout
    assert "captain" not in result.stdout
    alone = run("-", "c2", stdin=dossier.dumps())
    assert alone.stderr.startswith('Error: there is no claim "c2" in this dossier.')
    assert alone.exit_code == 2


def test_the_desk_may_draw_all_of_it(dossier: Dossier) -> None:
    """When it says so."""
    result = run("-", "--include-private", stdin=dossier.dumps())
    assert "red coat" in " ".join(result.stdout.split("<br/>"))
    assert "The captain knew" in result.stdout


@pytest.fixture
def drafts(dossier: Dossier) -> Dossier:
    """Return a dossier with two drafts, one of them off the record."""
    tool = Recorded(method="tool")
    made = dossier.attributions[0], dossier.attributions[1]
    for each, key in zip(made, ("draft-1", "hidden-2"), strict=True):
        dossier.remove(str(each.id))
        dossier.add(attrs.evolve(each, id=key, recorded=tool))
    return dossier


@pytest.mark.parametrize("style", ["mermaid", "dot"])
def test_drafts_that_nobody_reviewed_are_refused(drafts: Dossier, style: str) -> None:
    """With the ids of those that others would see, and what to do."""
    result = run("-", "--format", style, stdin=drafts.dumps())
    assert result.stderr == (
        'Error: a tool drafted "draft-1", and nobody has reviewed it. Review it first, '
        "or allow drafts with unreviewed=True (on the command line: --unreviewed).\n"
    )
    assert (result.stdout, result.exit_code) == ("", 2)
    whole = run("-", "--format", style, "--include-private", stdin=drafts.dumps())
    assert '"draft-1", "hidden-2"' in whole.stderr
    assert whole.exit_code == 2


@pytest.mark.parametrize("style", ["mermaid", "dot"])
def test_drafts_are_drawn_where_they_are_allowed(drafts: Dossier, style: str) -> None:
    """And the picture says what they are."""
    result = run("-", "--format", style, "--unreviewed", stdin=drafts.dumps())
    assert (result.stderr, result.exit_code) == ("", 0)
    assert "drafted by a tool, reviewed by nobody" in result.stdout
    assert "captain" not in result.stdout


def test_a_draft_of_another_dossier_is_no_reason_to_refuse(
    tmp_path: Path, drafts: Dossier
) -> None:
    """Only what is drawn from counts."""
    other = Dossier()
    other.claim("The quay burns.", id="c9")
    file = tmp_path / "two.claims.ndjson"
    write_dossiers([drafts, other], file)
    assert run(file, "c9").exit_code == 0
    assert run(file, "c1").exit_code == 2


def test_a_dossier_with_nothing_to_draw_says_so(dossier: Dossier) -> None:
    """An empty picture would look like a fault of the command."""
    for empty in (Dossier(), dossier):
        empty.remove(*[each.id for each in empty.attributions if each.id == "a1"])
        empty.remove(*[each.id for each in empty.claims if each.id == "c1"])
        result = run("-", stdin=empty.dumps())
        assert result.stderr == (
            "Error: there is no claim in this dossier that others may see\n"
        )
        assert (result.stdout, result.exit_code) == ("", 2)


def test_a_picture_is_of_one_dossier(tmp_path: Path, dossier: Dossier) -> None:
    """Of a file of several, a claim that one of them has is drawn."""
    other = Dossier()
    other.claim("The quay burns.", id="c9")
    file = tmp_path / "two.claims.ndjson"
    write_dossiers([dossier, other], file)
    result = run(file)
    assert result.stderr.startswith("Error: the file holds several dossiers")
    assert result.exit_code == 2
    assert "The quay burns" in run(file, "c9").stdout


def test_an_invalid_dossier_is_answered_as_check_does(tmp_path: Path) -> None:
    """Every finding with its place, the same exit status, and no picture."""
    file = tmp_path / "a.json"
    file.write_text('{"claimtrack": "1.0", "records": [{"type": "clam"}]}')
    shown = run(file, "-o", tmp_path / "x.dot")
    checked = CliRunner().invoke(main, ["check", str(file)])
    assert shown.stdout == checked.stdout
    assert shown.exit_code == checked.exit_code == 1
    assert not (tmp_path / "x.dot").exists()


def test_a_pipe_gets_utf_8() -> None:
    """Whatever the terminal speaks: a program reads it."""
    result = subprocess.run(  # noqa: S603  the command under test
        [sys.executable, "-m", "claimtrack", "draw", str(EXAMPLE), "c23"],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "ascii"},
    )
    assert "◆ Bloomberg" in result.stdout.decode("utf-8")


def test_a_report_is_written_by_its_ending_or_its_format(tmp_path: Path) -> None:
    """It is `draw.report` of the dossier, with the settings and the day."""
    page = tmp_path / "x.HTML"
    result = run(EXAMPLE, "-o", page)
    assert (result.output, result.exit_code) == ("", 0)
    written = page.read_bytes().decode("utf-8")
    assert written == report(Dossier.load(EXAMPLE), today=date(2024, 1, 1))
    assert run(EXAMPLE, "--format", "html").stdout == written


def test_a_report_is_of_one_whole_dossier(tmp_path: Path, dossier: Dossier) -> None:
    """Of a claim there are pictures; of several dossiers a page each."""
    result = run(EXAMPLE, "c23", "-o", tmp_path / "x.html")
    assert result.exit_code == 2
    assert "a report covers a whole dossier" in result.stderr
    both = tmp_path / "both.claims.ndjson"
    write_dossiers([dossier, Dossier(title="Night ferry")], both)
    result = run(both, "-o", tmp_path / "x.html")
    assert result.exit_code == 2
    assert "name a folder for a page each" in result.stderr
    empty = tmp_path / "none.claims.ndjson"
    empty.write_text("", encoding="utf-8")
    assert run(empty, "-o", tmp_path / "x.html").exit_code != 0


def test_a_folder_gets_a_page_for_each_dossier_and_an_index(
    tmp_path: Path, dossier: Dossier
) -> None:
    """Named after the files; in a sequence after the titles."""
    (tmp_path / "in").mkdir()
    dossier.save(tmp_path / "in" / "ferry.claims.json")
    Dossier(title="Harbour").save(tmp_path / "in" / "port.claims.json")
    out = tmp_path / "new" / "out"
    result = run(tmp_path / "in", "-o", f"{out}/")
    assert (result.output, result.exit_code) == ("", 0)
    assert {each.name for each in out.iterdir()} == {
        "index.html",
        "ferry.html",
        "port.html",
    }
    assert 'href="ferry.html"' in (out / "index.html").read_text(encoding="utf-8")
    both = tmp_path / "both.claims.ndjson"
    write_dossiers([dossier, Dossier()], both)
    assert run(both, "-o", f"{out}/").exit_code == 0
    assert {"Ferry.html", "both.html"} <= {each.name for each in out.iterdir()}


def test_what_stops_a_report_is_said(
    tmp_path: Path, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A draft, a folder that cannot be made, an extra that is not there."""
    tool = Recorded(method="tool")
    draft = Dossier(title="Draft")
    draft.attribute(draft.claim("It rains."), "Post < Ann", recorded=tool, id="a1")
    draft.save(tmp_path / "draft.claims.json")
    dossier.save(tmp_path / "ferry.claims.json")
    for target in ("x.html", "out/"):
        result = run(tmp_path / "draft.claims.json", "-o", f"{tmp_path}/{target}")
        assert (result.exit_code, '"a1"' in result.stderr) == (2, True)
    told = tmp_path / "draft.claims.json"
    assert run(told, "-o", tmp_path / "x.html", "--unreviewed").exit_code == 0
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = run(tmp_path / "ferry.claims.json", "-o", f"{tmp_path}/file/out/")
    assert result.exit_code == 2
    assert "cannot make the folder" in result.stderr
    _templates.environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    result = run(tmp_path / "ferry.claims.json", "-o", tmp_path / "x.html")
    assert result.exit_code == 2
    assert 'pip install "claimtrack[report]"' in result.stderr


def test_a_claim_that_is_named_is_drawn_without_its_sentence(tmp_path: Path) -> None:
    """As SVG, in which all claims without a name stand under their sentences."""
    alone, every = tmp_path / "c23.svg", tmp_path / "all.svg"
    assert run(EXAMPLE, "c23", "-o", alone).exit_code == 0
    assert run(EXAMPLE, "-o", every).exit_code == 0
    dossier = Dossier.load(EXAMPLE)
    assert alone.read_text(encoding="utf-8") == draw_svg(dossier, "c23")
    assert every.read_text(encoding="utf-8") == draw_svg(dossier)
    sentences = every.read_text(encoding="utf-8").count('<text class="sentence"')
    assert sentences >= len(dossier.claims)
    assert 'class="sentence"' not in alone.read_text(encoding="utf-8")
