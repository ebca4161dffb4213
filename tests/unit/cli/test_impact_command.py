"""`claimtrack impact`: what falls if somebody retracts, in a terminal and in a pipe."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from claimtrack import Dossier, write_dossiers
from claimtrack.cli import main
from claimtrack.draw import draw_impact
from claimtrack.lineage import impact

if TYPE_CHECKING:
    from click.testing import Result

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    """Return what the command answers."""
    return CliRunner().invoke(main, ["impact", *map(str, arguments)], input=stdin)


def test_the_answer_is_that_of_the_library() -> None:
    """Below the title of the dossier."""
    dossier = Dossier.load(EXAMPLE)
    found = impact(dossier, retract=["bloomberg"])
    result = run(EXAMPLE, "--retract", "bloomberg")
    assert result.stdout == f"{dossier.title}\n\n{draw_impact(dossier, found)}\n"
    assert (result.stderr, result.exit_code) == ("", 0)


def test_several_are_retracted_at_once() -> None:
    """More may fall than with each by itself."""
    result = run(EXAMPLE, "--retract", "unnamed-4", "--retract", "ushakov")
    assert "\nFALLS (5)\n" in result.stdout
    assert "\nSTANDS (26)\n" in result.stdout


def test_programs_get_ids_and_names() -> None:
    """From standard input too, as in a pipe."""
    result = run(
        "-",
        "--retract",
        "bloomberg-april",
        "--format",
        "json",
        stdin=EXAMPLE.read_bytes(),
    )
    data = json.loads(result.stdout)
    assert set(data) == {"dossiers", "findings", "summary"}
    (answer,) = data["dossiers"]
    assert answer["falls"] == ["c30", "c31", "c32"]
    assert answer["unsupported"] == ["c02", "c05", "c18", "c20", "c26"]
    assert answer["names"]["bloomberg"] == "Bloomberg"


@pytest.fixture
def ferry() -> Dossier:
    """Return a dossier with a retraction on record."""
    d = Dossier(title="Ferry")
    wire = d.outlet("Wire")
    item = d.document("broadcast", "Noon", id="item")
    d.attribute(d.claim("It stops."), d.outlet("Post").citing(wire, document=item))
    d.notice("retraction", item, by=wire)
    return d


def test_retractions_on_record_are_applied_when_asked_for(ferry: Dossier) -> None:
    """By themselves, or with others."""
    text = ferry.dumps()
    assert "\nFALLS (1)\n" in run("-", "--as-recorded", stdin=text).stdout
    both = run("-", "--as-recorded", "--retract", "post", stdin=text)
    assert both.stdout.startswith("Ferry\n\nRetracted: the document “Noon” and Post\n")


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        ((), "say what is retracted: --retract ID, or --as-recorded"),
        (
            ("--retract", "blomberg"),
            'there is no record "blomberg" in this dossier. Did you mean "bloomberg"?',
        ),
        (
            ("--retract", "\x1b[2J"),
            'there is no record "\\x1b[2J" in this dossier.',
        ),
        (
            ("--retract", "v01"),
            (
                '"v01" is an assessment: only a source, a document, an attribution or '
                "a claim can be retracted"
            ),
        ),
        (
            ("--retract", "r01"),
            (
                '"r01" is a relation: only a source, a document, an attribution or a '
                "claim can be retracted"
            ),
        ),
        (
            ("--retract", "bloomberg", "--retract", "x"),
            'there is no record "x" in this dossier.',
        ),
    ],
)
def test_what_cannot_be_retracted_is_said_in_a_line(
    arguments: tuple[str, ...], answer: str
) -> None:
    """On standard error, before anything is printed."""
    result = run(EXAMPLE, *arguments)
    assert result.stderr.endswith(f"Error: {answer}\n")
    assert (result.stdout, result.exit_code) == ("", 2)


def test_of_many_dossiers_those_answer_that_have_it(
    tmp_path: Path, ferry: Dossier
) -> None:
    """Each under its title."""
    other = Dossier(title="Quay")
    other.attribute(other.claim("It burns."), other.outlet("Post"))
    third = Dossier(title="Nothing of it")
    file = tmp_path / "three.claims.ndjson"
    write_dossiers([ferry, third, other], file)
    both = run(file, "--retract", "post").stdout
    assert both.count("FALLS (1)") == 2
    assert "\n\nQuay\n\nRetracted: Post\n" in both
    assert "Nothing of it" not in both
    alone = run(file, "--retract", "item").stdout
    assert alone.startswith("Ferry\n")
    assert "Quay" not in alone


def test_an_invalid_dossier_is_answered_as_check_does(tmp_path: Path) -> None:
    """In the format that is asked for."""
    file = tmp_path / "a.json"
    file.write_text('{"claimtrack": "1.0", "records": [{"type": "clam"}]}')
    for style in ("text", "json"):
        shown = run(file, "--retract", "x", "--format", style)
        checked = CliRunner().invoke(main, ["check", str(file), "--format", style])
        assert shown.stdout == checked.stdout
        assert shown.exit_code == checked.exit_code == 1


def test_lesser_findings_follow_the_answer(tmp_path: Path, ferry: Dossier) -> None:
    """A byte order mark does not keep anybody from asking."""
    file = tmp_path / "a.json"
    file.write_bytes(b"\xef\xbb\xbf" + ferry.dumps().encode("utf-8"))
    result = run(file, "--retract", "wire")
    assert f"\n\n{file}:1:1: info CT008" in result.stdout
    assert result.exit_code == 0
