"""The command that imports fact-checks."""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING

from click.testing import CliRunner

from claimtrack import Dossier, read_dossiers
from claimtrack.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from click.testing import Result

REVIEW = {
    "@type": "ClaimReview",
    "url": "https://check.example/1",
    "claimReviewed": "The ferry is free.",
    "reviewRating": {"alternateName": "False"},
}


def run(*arguments: object, stdin: str | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["import", *map(str, arguments)], input=stdin)


def test_reviews_become_dossiers_and_are_counted(tmp_path: Path) -> None:
    """One that came before is left out, and said."""
    lines, out = tmp_path / "r.jsonl", tmp_path / "o.claims.ndjson"
    lines.write_text(f"{json.dumps(REVIEW)}\n" * 3)
    result = run("claimreview", lines, "-o", out, "--max-findings", 1)
    assert result.exit_code == 0
    assert [len(each.claims) for each in read_dossiers(out)] == [1]
    assert result.stdout == ""
    shown, total, found = result.stderr.splitlines()
    assert "CT740" in shown
    assert total == f"1 review in 1 dossier: {out}"
    assert found == "2 info: CT740 2"


def test_standard_input_and_a_file_of_one_dossier(tmp_path: Path) -> None:
    """Nothing is said of what is right but how much there is."""
    out = tmp_path / "o.claims.json"
    result = run("factcheck-api", "-", "-o", out, stdin='{"text": "Tea is free."}')
    assert result.exit_code == 0
    assert len(Dossier.load(out).claims) == 1
    assert "1 warning: CT749 1" in result.stderr
    lines = tmp_path / "r.jsonl"
    other = {**REVIEW, "claimReviewed": "Tea is free."}
    lines.write_text(f"{json.dumps(REVIEW)}\n{json.dumps(other)}\n")
    result = run("claimreview", lines, "-o", out)
    assert (result.exit_code, "there are 2" in result.stderr) == (2, True)


def test_a_table_needs_a_map(tmp_path: Path) -> None:
    """By its name, or as a file; nothing else takes one."""
    data, out = tmp_path / "t.csv", tmp_path / "o.claims.ndjson"
    data.write_text("Claim,Verdict\nTea is free.,False\n")
    assert run("table", data, "-o", out, "--columns", "desk").exit_code == 0
    own = tmp_path / "map.toml"
    own.write_text('claimReviewed = "Claim"\nchain = "Verdict"\n')
    result = run("table", data, "-o", out, "--columns", own)
    assert result.exit_code == 0
    (made,) = read_dossiers(out)
    assert [each.name for each in made.sources] == ["False"]
    assert run("table", data, "-o", out).exit_code == 2
    assert run("claimreview", data, "-o", out, "--columns", "desk").exit_code == 2
    assert run("table", data, "-o", out, "--columns", "none").exit_code == 2
    own.write_text("claimReviewed = 1\n")
    result = run("table", data, "-o", out, "--columns", own)
    assert (result.exit_code, "expected the name" in result.stderr) == (2, True)


def test_strict_writes_nothing(tmp_path: Path) -> None:
    """And lists what departs; an error alone makes the status 1."""
    data, out = tmp_path / "r.json", tmp_path / "o.claims.ndjson"
    data.write_text(json.dumps({"@type": "ClaimReview"}))
    result = run("claimreview", data, "-o", out, "--strict")
    assert result.exit_code == 1
    assert not out.exists()
    assert "CT723" in result.stderr
    data.write_text("{")
    result = run("claimreview", data, "-o", out)
    assert result.exit_code == 1
    assert "1 error, 1 warning: CT720 1, CT721 1" in result.stderr


def test_what_cannot_be_opened_is_status_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is not there, and an extra that is not installed."""
    out = tmp_path / "o.claims.ndjson"
    assert run("claimreview", tmp_path / "none.json", "-o", out).exit_code == 2
    page = tmp_path / "p.html"
    page.write_text("<p>")
    monkeypatch.setitem(sys.modules, "lxml", None)
    result = run("claimreview", page, "-o", out)
    assert (result.exit_code, "html" in result.stderr) == (2, True)


def test_progress_is_shown_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every hundred documents, and wiped at the end."""
    lines = tmp_path / "r.jsonl"
    lines.write_text(f"{json.dumps(REVIEW)}\n" * 3)
    importing = importlib.import_module("claimtrack.cli.commands.import_")
    monkeypatch.setattr(importing, "STEP", 2)
    monkeypatch.setattr(importing, "has_terminal", lambda: True)
    result = run("claimreview", lines, "-o", tmp_path / "o.claims.ndjson")
    assert "\r2 documents" in result.stderr
    assert f"\r{' ' * 24}\r" in result.stderr


def test_dossiers_are_printed_where_they_are_asked_for(tmp_path: Path) -> None:
    """So that another command can read them; what steers a terminal is escaped."""
    file, out = tmp_path / "r.json", tmp_path / "o.claims.ndjson"
    review = {**REVIEW, "claimReviewed": "The \x1b[31mferry is free."}
    file.write_text(json.dumps([review, {**REVIEW, "claimReviewed": "Tea."}]))
    printed = run("claimreview", file, "-o", "-")
    assert printed.exit_code == 0
    assert "\x1b" not in printed.stdout
    assert run("claimreview", file, "-o", out).exit_code == 0
    saved = out.read_text()
    out.write_text(printed.stdout)
    (read,) = read_dossiers(out)
    out.write_text(saved)
    assert [read] == list(read_dossiers(out))


def test_strictly_nothing_is_printed_where_a_later_one_is_wrong(tmp_path: Path) -> None:
    """Though the first is right."""
    lines = tmp_path / "r.jsonl"
    lines.write_text(f"{json.dumps(REVIEW)}\n{{}}\n")
    refused = run("claimreview", lines, "-o", "-", "--strict")
    assert refused.exit_code == 1
    assert refused.stdout == ""
