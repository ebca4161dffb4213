"""Claims as flat rows, for data frames, spreadsheets and programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pandas as pd
import polars as pl
import pytest

import claimtrack as ct
from claimtrack.draw import ClaimRow, claim_table, to_csv

if TYPE_CHECKING:
    from pathlib import Path


def ferry() -> ct.Dossier:
    """Return a dossier of three claims in an order of its own."""
    d = ct.Dossier(title="Night ferry", lang="en")
    d.claim("It stops.", id="c2", kind="prediction")
    d.claim("It sank.", id="c10")
    d.claim('A "new\tone" is bought, she said.\u202e', id="c1")
    d.attribute("c2", "UNN < Reuters < ??European officials")
    d.attribute("c2", "Post < Keir Starmer")
    d.attribute("c1", "UNN < Keir Starmer")
    return d


def test_a_row_for_each_claim() -> None:
    """In the order of the claims; every cell is text or a number."""
    d = ferry()
    rows = claim_table(d, findings=ct.check(d))
    assert [each["claim"] for each in rows] == ["c2", "c10", "c1"]
    for row, claim in zip(rows, d.claims, strict=True):
        found = ct.lineage.trace(d, claim)
        assert [*row] == [*ClaimRow.__annotations__]
        assert (row["dossier"], row["text"], row["kind"]) == (
            "Night ferry",
            claim.text,
            claim.kind,
        )
        assert (row["individuals_min"], row["individuals_max"]) == (
            found.individuals.lo,
            found.individuals.hi,
        )
        assert row["individuals"] == str(found.individuals)
        assert row["independence"] == found.independence
        assert all(isinstance(each, str | int | None) for each in row.values())
    first, empty, last = rows
    assert first["publishers"] == "Post; UNN"
    assert "??European officials [unnamed: 2 or more]" in first["ends"].split("; ")
    assert empty["publishers"] == empty["ends"] == empty["single_points"] == ""
    assert last["single_points"].split("; ") == ["Keir Starmer"]


def test_findings_of_claims_and_of_their_attributions() -> None:
    """Each code once; findings about other records have no row."""
    d = ferry()

    def finding(code: str, record: str | None) -> ct.Finding:
        return ct.Finding.of(code, "x", record=record)

    known = [
        finding("CT701", "c10"),
        finding("CT041", "a1"),
        finding("CT041", "a2"),
        finding("CT040", "c2"),
        finding("CT705", "unn"),
        finding("CT001", None),
    ]
    rows = claim_table(d, findings=known)
    assert [each["findings"] for each in rows] == ["CT040; CT041", "CT701", ""]
    assert [each["findings"] for each in claim_table(d)] == ["", "", ""]
    assert claim_table(ct.Dossier()) == []


def test_frames_and_files(tmp_path: Path) -> None:
    """pandas, polars, JSON and CSV read the same."""
    rows = claim_table(ferry())
    pandas, polars = pd.DataFrame(rows), pl.DataFrame(rows)
    assert [*pandas.columns] == polars.columns == [*ClaimRow.__annotations__]
    assert polars.to_dicts() == rows == json.loads(json.dumps(rows))
    assert pandas["claim"].tolist() == ["c2", "c10", "c1"]
    path = tmp_path / "claims.csv"
    path.write_text(to_csv(rows), encoding="utf-8")
    assert pl.read_csv(path)["claim"].to_list() == ["c2", "c10", "c1"]
    read = [*csv.DictReader(io.StringIO(to_csv(rows)))]
    assert read[0]["text"] == rows[0]["text"]
    assert read[2]["text"] == 'A "new\\tone" is bought, she said.\\u202e'
    assert read[0]["individuals_max"] == ""


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t=", "\r@"])
def test_no_cell_is_a_formula(begin: str) -> None:
    """A spreadsheet would run it, with whatever somebody wrote into a claim."""
    d = ct.Dossier(title=f"{begin}1+1")
    d.claim(f'{begin}HYPERLINK("https://example.org")')
    (read,) = csv.DictReader(io.StringIO(to_csv(claim_table(d))))
    assert all(cell[:1] not in {"=", "+", "-", "@"} for cell in read.values())
    assert read["text"].endswith('HYPERLINK("https://example.org")')
