"""The commands that draft a dossier, and say what is unreviewed."""

from __future__ import annotations

import json
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from claimtrack import Dossier
from claimtrack.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = "Port to close - Ledger\nThe port will close, two officials said.\nIt is late.\n"


def run(*arguments: str, stdin: str | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, arguments, input=stdin)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a file with an article."""
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_a_draft_is_written_and_its_doubts_are_listed(article: Path) -> None:
    """The dossier to a file, each guess with its place to standard error."""
    output = article.with_name("a.claims.json")
    result = run("draft", str(article), "-o", str(output), "--publisher", "Post")
    assert result.exit_code == 0
    assert "2:36: info CT051" in result.stderr
    assert "drafted 3 claims" in result.stderr
    dossier = Dossier.load(output)
    chain = dossier.format_chain(dossier.attributions[1])
    assert chain == "Post < Ledger < ??two officials"


def test_standard_input_and_output(article: Path) -> None:
    """With "-", and without -o."""
    result = run("draft", "-", "--published", "2026-03-02", stdin=TEXT)
    records = json.loads(result.stdout)["records"]
    assert [r["published"] for r in records if r["type"] == "document"] == [
        "2026-03-02"
    ]
    assert run("draft", str(article), "--sure", "--lang", "en").exit_code == 0


def test_sources_of_the_desk_are_used(article: Path) -> None:
    """By name, with the desk's id."""
    desk = Dossier()
    desk.outlet("Ledger", id="our-ledger")
    known = article.with_name("desk.claims.json")
    desk.save(known)
    result = run("draft", str(article), "--known", str(known))
    assert "our-ledger" in result.stdout


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"%PDF-1.7", "it is a PDF"), (b"PK\x03\x04", "a Word file"), (b"\xff", "UTF-8")],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, what: str) -> None:
    """Exit status 2, with what to do."""
    path = tmp_path / "a.bin"
    path.write_bytes(data)
    result = run("draft", str(path))
    assert (result.exit_code, what in result.stderr) == (2, True)


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """Exit status 2."""
    result = run("draft", str(tmp_path / "none.txt"))
    assert result.exit_code == 2
    assert "cannot read" in result.stderr


def test_an_impossible_name_is_refused(article: Path) -> None:
    """The message is that of the record."""
    result = run("draft", str(article), "--publisher", "x" * 2_000)
    assert result.exit_code == 2
    assert "2000 characters" in result.stderr


def test_a_sheet_quotes_the_article_and_has_the_doubts_below_their_claims(
    article: Path,
) -> None:
    """It reads back as the draft, and names the article's own file."""
    output = article.with_name("a.claims.txt")
    result = run("draft", str(article), "-o", str(output), "--publisher", "Post")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "drafted 3 claims with 3 doubts; nobody has reviewed them\n"
    )
    text = output.read_text("utf-8")
    assert "  text: article.txt\n" in text
    assert "    > The port will close\n  ! Ledger, named at" in text
    dossier = Dossier.load(output)
    assert [each.text for each in dossier.claims] == [
        "Port to close",
        "The port will close",
        "It is late.",
    ]
    assert run("check", str(output)).exit_code == 0


def test_a_sheet_that_is_there_is_not_written_over(article: Path) -> None:
    """What people decided in it would be lost."""
    output = article.with_name("a.claims.txt")
    output.write_text("x mine\n", "utf-8")
    result = run("draft", str(article), "-o", str(output))
    assert (result.exit_code, output.read_text("utf-8")) == (2, "x mine\n")
    assert "use --into to add a draft to it" in result.stderr


def test_a_second_draft_goes_into_an_edited_sheet(article: Path) -> None:
    """What was accepted stays; the sheet names the new text; nothing changes twice."""
    output = article.with_name("a.claims.txt")
    run("draft", str(article), "-o", str(output), "--publisher", "Post")
    edited = output.read_text("utf-8").replace(
        "~ [c2] prediction: The port will close",
        "+ [c2] prediction: The port will close for good",
    )
    output.write_text(edited, "utf-8")
    second = article.with_name("second.txt")
    second.write_text(
        TEXT.replace("It is late.", "Two officials said that it is cold."), "utf-8"
    )
    result = run("draft", str(second), "--into", str(output), "--publisher", "Post")
    assert result.exit_code == 0
    merged = output.read_text("utf-8")
    assert "  text: second.txt\n" in merged
    assert "+ [c2] prediction: The port will close for good" in merged
    assert "! the article no longer has these words" in merged
    dossier = Dossier.load(output)
    sources = {
        a.chain[-1].source
        for a in dossier.attributions
        if dossier.format_chain(a.chain).endswith("wo officials")
    }
    assert len(sources) == 2
    run("draft", str(second), "--into", str(output), "--publisher", "Post")
    assert output.read_text("utf-8") == merged
    assert len([*dossier.documents]) == 1


def test_a_merged_sheet_may_go_into_another_file(article: Path) -> None:
    """The edited one then stays as it is; a dossier in JSON is not a sheet."""
    first = article.with_name("a.claims.txt")
    run("draft", str(article), "-o", str(first))
    before = first.read_text("utf-8")
    other = article.with_name("b.claims.txt")
    known = article.with_name("desk.claims.json")
    desk = Dossier()
    desk.outlet("Ledger", id="our-ledger", aka=["The Ledger"])
    desk.unnamed("a source")
    desk.save(known)
    arguments = ("--into", str(first), "--known", str(known))
    result = run("draft", str(article), *arguments, "-o", str(other))
    assert (result.exit_code, first.read_text("utf-8")) == (0, before)
    assert "The port will close" in other.read_text("utf-8")
    for wrong in (
        ("--into", str(known)),
        ("--into", str(first), "-o", str(known)),
    ):
        result = run("draft", str(article), *wrong)
        assert result.exit_code == 2
        assert "is not a sheet" in result.stderr


@pytest.mark.parametrize("name", ["port.claims.txt", ".claims.txt", "port.CLAIMS.txt"])
def test_a_page_leaves_its_text_beside_the_sheet(tmp_path: Path, name: str) -> None:
    """On standard input it is known by its first sign; another text is kept."""
    page = "<h1>Port to close</h1><p>The port will close, two officials said.</p>"
    output = tmp_path / name
    result = run("draft", "-", "-o", str(output), stdin=page)
    assert result.exit_code == 0
    beside = tmp_path / ("article.txt" if name[0] == "." else "port.txt")
    assert beside.read_text("utf-8") == (
        "Port to close\n\nThe port will close, two officials said."
    )
    assert f"  text: {beside.name}\n" in output.read_text("utf-8")
    output.unlink()
    assert run("draft", "-", "-o", str(output), stdin=page).exit_code == 0
    beside.write_text("mine", "utf-8")
    output.unlink()
    result = run("draft", "-", "-o", str(output), stdin=page)
    assert (result.exit_code, beside.read_text("utf-8")) == (2, "mine")
    assert "holds another text" in result.stderr


def test_a_file_with_a_mark_serves_as_it_is(article: Path) -> None:
    """The sheet names it, wherever it is below the folder."""
    below = article.with_name("texts")
    below.mkdir()
    moved = below / "a.txt"
    moved.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    output = article.with_name("a.claims.txt")
    assert run("draft", str(moved), "-o", str(output)).exit_code == 0
    assert "  text: texts/a.txt\n" in output.read_text("utf-8")
    assert run("check", str(output)).exit_code == 0


def test_a_terminal_shows_the_sheet(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anything else gets JSON."""
    monkeypatch.setattr("claimtrack.cli.commands.draft.is_terminal", lambda: True)
    result = run("draft", str(article))
    assert "~ [c2] prediction: The port will close" in result.stdout


def test_a_proposal_is_anchored(article: Path) -> None:
    """What of it is refused is said, and makes the exit status 1."""
    proposal = article.with_name("proposal.json")
    good = {"source": "two officials", "cue": "said", "content": "The port will close"}
    lie = {"source": "three officials", "content": "The port will close"}
    output = article.with_name("a.claims.json")
    for mentions, status in (([good], 0), ([good, lie], 1)):
        proposal.write_text(json.dumps({"mentions": mentions}), "utf-8")
        arguments = ("--using", str(proposal), "-o", str(output))
        result = run("draft", str(article), *arguments)
        assert result.exit_code == status
        assert ("CT062" in result.stderr) == bool(status)
        dossier = Dossier.load(output)
        [attribution] = [
            a for a in dossier.attributions if "officials" in str(a.excerpts)
        ]
        assert dossier[attribution.claim].text == "The port will close"  # type: ignore[union-attr]
        assert attribution.recorded is not None
        assert (attribution.recorded.tool or "").endswith(" proposal")
    assert run("draft", str(article), "--using", "none.json").exit_code == 2


def test_a_pipeline_is_asked_for_by_name(
    article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The records say which it was; one that is not there is wrong usage."""

    def load(name: str) -> Callable[[str], list[object]]:
        return lambda _text: [] if name else [name]

    found = SimpleNamespace(load=load)
    monkeypatch.setitem(sys.modules, "spacy", found)
    result = run("draft", str(article), "--using", "spacy:mine")
    assert result.exit_code == 0
    assert "claimtrack" in result.stdout
    assert " spacy:mine" in result.stdout
    monkeypatch.setitem(sys.modules, "spacy", None)
    result = run("draft", str(article), "--using", "spacy:mine")
    assert result.exit_code == 2
    assert "claimtrack[spacy]" in result.stderr


def test_review_lists_what_nobody_has_reviewed(article: Path) -> None:
    """Exit status 1 while something is left, 0 when nothing is."""
    output = article.with_name("a.claims.json")
    run("draft", str(article), "-o", str(output))
    result = run("review", str(output))
    assert result.exit_code == 1
    assert "The port will close" in result.stdout
    assert "3 attributions to review" in result.stdout
    output.write_text(
        output.read_text("utf-8").replace('"method": "tool"', '"method": "human"'),
        "utf-8",
    )
    result = run("review", str(output))
    assert (result.exit_code, result.stdout) == (0, "0 attributions to review\n")
