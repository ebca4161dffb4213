"""Tables: what is in a column, however the table is written."""

from __future__ import annotations

import io
import sys
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from claimtrack.errors import InvalidDossier, MissingExtra
from claimtrack.interop import table
from claimtrack.schema import write_record

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.interop import Imported

DAY = datetime.fromisoformat("2025-06-05")
TIME = datetime.fromisoformat("2025-06-05T10:30:00")
"""Cells know no zone."""


def codes(made: Imported) -> list[str]:
    """Return the codes of all findings."""
    return [each.code for each in made.findings]


def sheet(*rows: list[Any], **more: list[Any]) -> bytes:
    """Return a spreadsheet with rows, and with other sheets."""
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    for row in rows:
        first.append(row)
    for name in more:
        book.create_sheet(name)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Claim,Verdict\nTea,False\n", []),
        ("Claim\tVerdict\r\nTea\tFalse\r\n", ["CT745"]),
        ('"Claim"|"Verdict"\n"Tea"|False\n', ["CT745"]),
        ("\ufeffClaim,Verdict\n\nTea,False\n", ["CT745"]),
        ("Claim,Verdict\nTea,False\n".encode("utf-16"), ["CT736"]),
        ("Claim,Verdict,é\nTea,False\n".encode("latin-1"), ["CT736", "CT746"]),
        ('[{"Claim": "Tea", "Verdict": "False"}]', []),
        (b'\xef\xbb\xbf{"Claim": "Tea", "Verdict": "False"}', []),
    ],
)
def test_a_table_is_read_as_it_is_written(text: str | bytes, found: list[str]) -> None:
    """And what was guessed is said."""
    made = table.read(text, columns="desk")
    assert [each.text for each in made.dossier.claims] == ["Tea"]
    assert codes(made) == found


def test_nothing_of_a_row_is_lost() -> None:
    """A column that no map names, and what is beyond all columns."""
    made = table.read("Claim,,Own,Own\nTea,a,b,c,d\n", columns="desk")
    (claim,) = made.dossier.claims
    kept = write_record(claim)["ext"]["table"][0]["kept"]
    assert kept == {"/#2": "a", "/Own": "b", "/Own#4": "c", "/#extra/0": "d"}
    assert sorted(codes(made)) == ["CT746", "CT749"]
    assert codes(table.read("", columns="desk")) == ["CT720", "CT744"]
    assert table.read([5], columns="desk").dossier.documents


def test_a_spreadsheet_has_days_and_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day is no midnight, a formula without a value is said, one sheet is read."""
    data = sheet(
        ["Claim", "Claim date", "Review date", "Review URL", "Verdict", "Rating", None],
        [
            "Tea",
            DAY,
            date(2025, 6, 6),
            "https://c.example/1",
            "False",
            1,
        ],
        [None],
        ["Toast", TIME, time(9), "https://c.example/2", "=A1"],
        other=[],
    )
    made = table.read(data, columns="desk")
    first, second = made.dossier.attributions
    assert str(first.chain.head.at) == "2025-06-05"
    assert second.chain.head.at is not None
    assert second.chain.head.at.text == "2025-06-05 10:30:00"
    assert {"CT745", "CT747", "CT724"} == {*codes(made)} - {"CT730", "CT732"}
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtra, match="xlsx"):
        table.read(data, columns="desk")


def test_a_broken_or_empty_spreadsheet_is_a_finding() -> None:
    """It is said, and nothing raises."""
    assert "CT721" in codes(table.read(b"PK\x03\x04broken", columns="desk"))
    assert "CT744" in codes(table.read(sheet(), columns="desk"))


def test_maps_are_named_given_or_files(tmp_path: Path) -> None:
    """With paths or with tables in tables."""
    file = tmp_path / "map.toml"
    file.write_text('claimReviewed = "what"\n[reviewRating]\nalternateName = "how"\n')
    data = tmp_path / "t.csv"
    data.write_text("what,how\nTea,False\n")
    by_file = table.read(data, columns=file)
    by_hand = table.read(
        data, columns={"claimReviewed": "what", "reviewRating.alternateName": "how"}
    )
    assert by_file.dossier == by_hand.dossier
    lacking = table.read(data, columns={"claimReviewed": "what", "url": "hwo"})
    assert lacking.findings[0].message.endswith('Did you mean "how"?')
    assert table.read("claimReviewed\nTea\n", columns="schema-org").dossier.claims
    with pytest.raises(ValueError, match='Did you mean "desk"'):
        table.read(data, columns="dest")
    file.write_text("claimReviewed = 5\n")
    with pytest.raises(ValueError, match="expected the name of a column"):
        table.read(data, columns=file)


def test_a_column_may_hold_chains() -> None:
    """In chain notation; one that is none, or ambiguous, is a finding."""
    rows = [
        {"Claim": "Tea", "Chain": "UNN < ??officials", "Claimant": "Ines"},
        {"Claim": "Toast", "Chain": "< <"},
        {"Claim": "Jam", "Chain": 5},
    ]
    made = table.read(rows, columns="desk")
    chains = [made.dossier.format_chain(each) for each in made.dossier.attributions]
    assert chains == ["Ines", "UNN < ??officials"]
    assert codes(made).count("CT748") == 1
    two = [
        {"Claim": "Tea", "Claimant": "Ines", "Site": "a.example", "Checked by": "A"},
        {"Claim": "Jam", "Claimant": "Ines", "Site": "b.example", "Checked by": "B"},
        {"Claim": "Ham", "Chain": "Ines"},
    ]
    assert "CT748" in codes(table.read(two, columns="desk"))


def test_strict_and_repeated_rows() -> None:
    """As in the other formats."""
    with pytest.raises(InvalidDossier):
        table.read("Claim\nTea\n", columns="desk", strict=True)
    rows = [{"Claim": "Tea", "Verdict": "False"}]
    first, second = table.read_all([rows, rows], columns="desk")
    assert (len(first.dossier.claims), codes(second)) == (1, ["CT740"])
