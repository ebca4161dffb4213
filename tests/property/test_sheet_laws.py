"""Laws of the sheet: what is written can be read again, and no text raises."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import Dossier, sheet
from claimtrack.testing import dossiers

ROOT = Path(__file__).parents[2]
EXAMPLE = Dossier.load(ROOT / "examples/us-air-cover.claims.json")
SHEET = (ROOT / "examples/us-air-cover.claims.txt").read_text(encoding="utf-8")


def read(text: str, article: str | None = None) -> Dossier:
    """Return the dossier of a sheet that has no error."""
    found = sheet.read(text, article=article)
    assert found.dossier is not None, found.findings
    return found.dossier


@given(dossiers())
def test_what_is_written_is_read_back(dossier: Dossier) -> None:
    """Equal, and written again as the same text."""
    text = sheet.write(dossier)
    again = read(text)
    assert again == dossier
    assert sheet.write(again) == text


@given(dossiers())
def test_a_written_sheet_gives_no_finding_of_its_own(dossier: Dossier) -> None:
    """No name is undeclared, and nothing is suspicious."""
    found = sheet.read(sheet.write(dossier)).findings
    assert not [each for each in found if each.code.startswith("CT03")]


@given(dossiers())
def test_formatting_keeps_the_records_and_changes_nothing_twice(d: Dossier) -> None:
    """No word changes."""
    text = sheet.write(d)
    formatted = sheet.format(text)
    assert sheet.format(formatted) == formatted
    assert read(formatted) == d


@given(dossiers(), st.sampled_from(["\t", "   ", " \u200f "]), st.sampled_from("\n\r"))
def test_depth_tabs_and_line_ends_mean_nothing(
    dossier: Dossier, margin: str, end: str
) -> None:
    """Nor do a byte order mark and marks of direction."""
    lines = sheet.write(dossier).split("\n")
    deep = [
        f"{margin}{line.lstrip(' ')}" if line.startswith(" ") else line
        for line in lines
    ]
    ends = " \u200f" + ("\r\n" if end == "\n" else end)
    assert read("\ufeff" + ends.join(deep)) == dossier


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    """What cannot be read has a finding."""
    found = sheet.read(text)
    assert (found.dossier is None) == any(e.severity == "error" for e in found.findings)
    sheet.format(text)


@given(st.integers(0, 2**32))
def test_no_mutated_sheet_raises(seed: int) -> None:
    """Each finding says something."""
    chance = random.Random(seed)  # noqa: S311
    text = SHEET
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        put = chance.choice(
            ["", ",", "<", "{", "}", "[", '"', "“", "(", "@", "\n", ":"]
        )
        text = text[:at] + put + text[at + chance.randint(0, 3) :]
    for each in sheet.read(text).findings:
        assert each.message
    sheet.format(text)


def test_the_example_is_the_same_in_both_forms() -> None:
    """With places as numbers, and none of the words of the article."""
    assert read(SHEET) == EXAMPLE
    assert sheet.write(EXAMPLE) == SHEET
    assert sheet.format(SHEET) == SHEET
    assert len(SHEET.encode()) <= 15_500
    assert "text:" not in SHEET


def test_the_seed_is_the_example() -> None:
    """With the article, and in few bytes."""
    folder = ROOT.parent / "shared/data/seed"
    if not folder.is_dir():
        pytest.skip("../shared/data/seed is not beside the checkout")
    text = (folder / "us-air-cover.claims.txt").read_text(encoding="utf-8")
    article = (folder / "article.txt").read_text(encoding="utf-8")
    assert read(text, article) == EXAMPLE
    quoting = sheet.write(EXAMPLE, article=article)
    assert read(quoting, article) == EXAMPLE
    assert len(quoting.encode()) <= 15_500
