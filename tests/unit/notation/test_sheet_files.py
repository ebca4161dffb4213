"""Sheets in files and pipes: compressed, too large, cut off."""

from __future__ import annotations

import gzip
import io
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidDossier
from claimtrack.notation import EMPTY_SHEET, examine_any
from claimtrack.validation import LIMITS, read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHEET = "title: Ferry\n\n- [c1] The ferry stops.\n"


@pytest.mark.parametrize("is_buffered", [True, False])
def test_any_stream_may_hold_a_sheet(*, is_buffered: bool) -> None:
    """Whether one can look ahead in it or not."""
    raw = io.BytesIO(SHEET.encode())
    stream = io.BufferedReader(raw) if is_buffered else raw
    (found,) = examine_any(stream)
    assert [each.id for each in found.records] == ["c1"]


class _Pipe(io.BytesIO):
    """Bytes that come in pieces of 16, and cannot be read again."""

    def seekable(self) -> bool:
        return False

    def read1(self, size: int | None = -1, /) -> bytes:
        return super().read1(min(size or 16, 16))


@pytest.mark.parametrize("blanks", [0, 63, 64, 65, 10_000, 100_000])
@pytest.mark.parametrize("open_stream", [io.BytesIO, _Pipe])
@pytest.mark.parametrize("fold", [bytes, gzip.compress])
@pytest.mark.parametrize(
    "text", [SHEET, '{"type": "claim", "id": "c1", "text": "The ferry stops."}']
)
def test_however_many_blanks_come_first(
    text: str,
    fold: Callable[[bytes], bytes],
    open_stream: Callable[[bytes], io.BytesIO],
    blanks: int,
) -> None:
    """A sheet stays a sheet, and JSON stays JSON, compressed or not."""
    data = fold(b" " * (blanks - 1) + b"\n" * bool(blanks) + text.encode())
    (found,) = examine_any(open_stream(data))
    assert [each.id for each in found.records] == ["c1"]
    assert not found.findings


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" " * 3000,
        gzip.compress(b"", mtime=0),
        gzip.compress(b" " * 3000, mtime=0),
        gzip.compress(b" " * 3000, mtime=0)[:-9],
        gzip.compress(b"", mtime=0)[:10] + b"\xff" * 50,
        gzip.compress(b"", mtime=0)[:10] + b"\0\0\0\xff\xff" * 500,
        gzip.compress(b"\n", mtime=0) + gzip.compress(SHEET.encode(), mtime=0),
    ],
)
@pytest.mark.parametrize("open_stream", [io.BytesIO, _Pipe])
def test_without_a_sign_it_is_nothing(
    data: bytes, open_stream: Callable[[bytes], io.BytesIO]
) -> None:
    """And is told as of JSON, and read no further than a dossier may be long."""
    limits = attrs.evolve(LIMITS, dossier=1000)
    (found,) = examine_any(open_stream(data), limits=limits)
    assert [each.code for each in found.findings] in (["CT002"], ["CT007"])


@pytest.mark.parametrize(
    "data", [b"", b" \t\r\n", b"\xef\xbb\xbf", "\u200f \n".encode()]
)
@pytest.mark.parametrize("fold", [bytes, gzip.compress])
def test_an_empty_sheet_is_no_dossier_by_any_door(
    data: bytes, fold: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    """An empty file passed, which is what a program leaves that failed to write one."""
    path = tmp_path / "x.claims.txt"
    path.write_bytes(fold(data))
    for door in (path, io.BytesIO(fold(data)), _Pipe(fold(data))):
        (found,) = examine_any(door)
        errors = [each for each in found.findings if each.severity == "error"]
        assert [each.code for each in errors] == ["CT002"]
        assert "there is nothing in it" in errors[0].message
    with pytest.raises(InvalidDossier, match="there is nothing in it"):
        Dossier.load(path)


def test_a_sheet_of_comments_is_a_dossier(tmp_path: Path) -> None:
    """Somebody began it."""
    path = tmp_path / "x.claims.txt"
    path.write_text("# To do: the ferry.\n", "utf-8")
    assert len(Dossier.load(path)) == 0


def test_an_empty_dossier_can_be_saved_and_loaded(tmp_path: Path) -> None:
    """And saved again: the line that says so is nobody's comment."""
    path = tmp_path / "x.claims.txt"
    for d in (Dossier(), Dossier(), Dossier(title="Ferry"), Dossier()):
        d.save(path)
        assert Dossier.load(path) == d
    assert path.read_text("utf-8") == EMPTY_SHEET


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
