"""Sheets in files and pipes: compressed, too large, cut off."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack.notation import examine_any
from claimtrack.validation import LIMITS, read_text

if TYPE_CHECKING:
    from pathlib import Path

SHEET = "title: Ferry\n\n- [c1] The ferry stops.\n"


@pytest.mark.parametrize("is_buffered", [True, False])
def test_any_stream_may_hold_a_sheet(*, is_buffered: bool) -> None:
    """Whether one can look ahead in it or not."""
    raw = io.BytesIO(SHEET.encode())
    stream = io.BufferedReader(raw) if is_buffered else raw
    (found,) = examine_any(stream)
    assert [each.id for each in found.records] == ["c1"]


def test_a_sheet_that_is_cut_off_is_told() -> None:
    """As of any file that cannot be unfolded."""
    data = gzip.compress(SHEET.encode() * 100)[:-12]
    text, (found,) = read_text(io.BytesIO(data), file="x.claims.txt.gz")
    assert (text, found.severity) == (None, "error")
    assert found.location is not None
    assert found.location.file == "x.claims.txt.gz"


def test_a_sheet_that_is_too_large_is_not_read() -> None:
    """By the limit of dossiers."""
    limits = attrs.evolve(LIMITS, dossier=10)
    text, (found,) = read_text(io.BytesIO(SHEET.encode()), limits=limits)
    assert (text, found.code) == (None, "CT007")


def test_a_large_file_is_told_by_its_name(tmp_path: Path) -> None:
    """As of a dossier in JSON."""
    path = tmp_path / "x.claims.txt"
    path.write_text(SHEET, "utf-8")
    (found,) = examine_any(path, limits=attrs.evolve(LIMITS, dossier=10))
    (finding,) = found.findings
    assert finding.location is not None
    assert finding.location.file == str(path)
