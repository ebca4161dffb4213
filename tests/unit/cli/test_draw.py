"""`claimtrack draw`: pictures for others, in a file or in a pipe."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest
from click.testing import CliRunner

from claimtrack import Dossier, Recorded, write_dossiers
from claimtrack.cli import main
from claimtrack.draw import draw_dot, draw_mermaid

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
            'the name of a picture ends in .mmd, .dot or .svg, not as "x.png"',
        ),
        (
            ("-o", "us.claims.json", "--format", "dot"),
            'the name of a picture ends in .mmd, .dot or .svg, not as "us.claims.json"',
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
        "or allow drafts with unreviewed=True (in the command: --unreviewed).\n"
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
