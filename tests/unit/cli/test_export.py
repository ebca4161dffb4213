"""`claimtrack export`: documents for others, with what is lost on standard error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl
import pytest
from click.testing import CliRunner

from claimtrack import Dossier
from claimtrack.cli import main
from claimtrack.dossier import write_dossiers
from claimtrack.interop import claimreview, table
from claimtrack.records import Recorded
from dirty_documents import REVIEW

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


def run(*arguments: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, ["export", *map(str, arguments)])


def desk() -> Dossier:
    """Return a dossier with a judgement and a chain."""
    d = Dossier(title="Ferry")
    claim = d.claim("The ferry is free.")
    d.attribute(claim, "Post < ??dockers")
    d.attribute(claim, "Radio < ??dockers")
    d.assess(claim, id="v1", by=d.outlet("Harbour Check"), verdict="=False")
    return d


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a dossier."""
    path = tmp_path / "f.claims.json"
    desk().save(path)
    return path


def test_it_prints_a_document(file: Path) -> None:
    """And what is lost, each kind once."""
    made = run("claimreview", file)
    assert made.exit_code == 0
    assert json.loads(made.stdout) == claimreview.write(desk()).document
    assert "lost: a1.chain: of Post < ??dockers" in made.stderr
    assert run("claimreview", file, "--id", "v1", "-o", "-").stdout == made.stdout


def test_a_profile_that_requires_more_is_status_1(file: Path, tmp_path: Path) -> None:
    """The document is written all the same."""
    output = tmp_path / "x.html"
    made = run("claimreview", file, "--profile", "google", "--html", "-o", output)
    assert made.exit_code == 1
    assert "/url: error CT710" in made.stderr
    assert output.read_text().startswith('<script type="application/ld+json">{')


def test_several_dossiers_have_a_line_each(tmp_path: Path) -> None:
    """And are one table."""
    file = tmp_path / "f.claims.ndjson"
    write_dossiers([desk(), desk()], file)
    made = run("factcheck-api", file)
    assert [len(json.loads(each)["claims"]) for each in made.stdout.splitlines()] == [
        1,
        1,
    ]
    assert "(and 1 more like it)" in made.stderr
    assert len(run("table", file).stdout.splitlines()) == 3


def test_imported_documents_come_back(tmp_path: Path) -> None:
    """As they came."""
    file = tmp_path / "f.claims.json"
    claimreview.read(REVIEW).dossier.save(file)
    made = run("claimreview", file, "--lossless", "--include-private")
    assert json.loads(made.stdout) == REVIEW
    refused = run("claimreview", file, "--lossless")
    assert refused.exit_code == 2
    assert "--lossless needs --include-private" in refused.stderr


def test_a_table_is_written_by_its_ending(file: Path, tmp_path: Path) -> None:
    """With the columns of a map, or of a file; or with a row for each claim."""
    columns = tmp_path / "own.toml"
    columns.write_text('claimReviewed = "C"\n[reviewRating]\nalternateName = "V"\n')
    output = tmp_path / "x.csv"
    made = run("table", file, "--columns", columns, "-o", output)
    assert made.exit_code == 0
    assert output.read_text() == "C,V\nThe ferry is free.,'=False\n"
    spread = tmp_path / "x.xlsx"
    assert run("table", file, "-o", spread).exit_code == 0
    assert openpyxl.load_workbook(spread).active is not None
    assert table.read(spread, columns="desk").dossier.assessments[0].verdict == "=False"
    claims = run("table", file, "--rows", "claims").stdout
    assert claims.startswith("dossier,claim,text")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("table", "FILE", "--html"), "--html is only for claimreview"),
        (("table", "FILE", "--id", "v1"), "--id is only for claimreview"),
        (
            ("table", "FILE", "--lossless", "--include-private"),
            "--lossless is only for claimreview and factcheck-api",
        ),
        (("claimreview", "FILE", "--rows", "claims"), "--rows is only for table"),
        (("table", "FILE", "-o", "x.json"), "ends in .csv, .tsv or .xlsx"),
        (("table", "FILE", "--columns", "none.toml"), "cannot read none.toml"),
        (("claimreview", "FILE", "--id", "v2"), 'there is no judgement "v2"'),
        (("claimreview", "FILE", "-o", "no/x.json"), "cannot write no/x.json"),
    ],
)
def test_what_cannot_be_done_is_status_2(
    arguments: tuple[str, ...], said: str, file: Path
) -> None:
    """With a reason."""
    made = run(*(str(file) if each == "FILE" else each for each in arguments))
    assert made.exit_code == 2
    assert said in made.stderr


def test_a_draft_is_refused_unless_it_is_allowed(tmp_path: Path) -> None:
    """It then says what it is."""
    file = tmp_path / "f.claims.json"
    d = desk()
    d.attribute(d.claims[0], d.person("Ada"), recorded=Recorded(method="tool"))
    d.save(file)
    for form in ("claimreview", "factcheck-api", "table"):
        refused = run(form, file)
        assert refused.exit_code == 2
        assert "a tool drafted" in refused.stderr
        allowed = run(form, file, "--unreviewed")
        assert allowed.exit_code == 0
        assert "drafted by a tool, reviewed by nobody" in allowed.stdout
