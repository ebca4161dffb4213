"""Two counts: how many records a file holds, and how many of them are refused."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any, Final

import pytest

from claimtrack.bulk import verdict
from claimtrack.validation import Limits, _engines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

Json = dict[str, Any]

HEAD: Final = {"type": "dossier", "claimtrack": "1.0"}
CLAIMS: Final = [{"type": "claim", "id": f"c{n}", "text": "It stops"} for n in range(9)]
WRONG: Final = (
    '{"type": "claim", "id": "w", "text": ""}',
    '{"type": "claim", "id": "w", "text": "T", "lang": "ua"}',
    '{"type": "claim", "id": "w", "text": "T", "holds": "2025-02-30"}',
    '{"type": "claim", "id": "w", "id": "w", "text": "T"}',
    '{"type": "claim"',
    "7",
)
"""Lines that are refused: by shape, register, calendar, twice one key, syntax."""


@pytest.fixture(params=["fast", "plain"], autouse=True)
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Count with the extra installed, and without."""
    if request.param == "plain":
        monkeypatch.setattr(_engines, "is_fast_there", lambda: False)


def write(path: Path, lines: Sequence[Json | str]) -> Path:
    """Write."""
    text = "".join(f"{e if isinstance(e, str) else json.dumps(e)}\n" for e in lines)
    data = text.encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


@pytest.mark.parametrize("name", ["a.claims.ndjson", "a.claims.ndjson.gz"])
def test_records_that_are_refused_are_counted(tmp_path: Path, name: str) -> None:
    """Records that are refused are counted."""
    lines: list[Json | str] = [HEAD, *CLAIMS[:3], *WRONG, *CLAIMS[3:], HEAD, *CLAIMS]
    path = write(tmp_path / name, lines)
    assert verdict(path) == (2 * len(CLAIMS) + len(WRONG), len(WRONG))


def test_clean_files_have_none(tmp_path: Path) -> None:
    """Clean files have none."""
    path = write(tmp_path / "a.ndjson", [HEAD, *CLAIMS, HEAD, *CLAIMS])
    assert verdict(str(path)) == (18, 0)
    one = tmp_path / "a.claims.json"
    one.write_text(json.dumps({"claimtrack": "1.0", "records": CLAIMS}))
    assert verdict(one) == (9, 0)
    alone = tmp_path / "c.json"
    alone.write_text(json.dumps(CLAIMS[0]))
    assert verdict(alone) == (1, 0)


def test_what_refers_to_nothing_is_not_refused(tmp_path: Path) -> None:
    """Whether ids lead somewhere is said of records together."""
    chain = {"type": "attribution", "claim": "nothing", "chain": ["nobody"]}
    assert verdict(write(tmp_path / "a.ndjson", [HEAD, chain])) == (1, 0)


def test_where_a_head_is_refused_so_is_the_dossier(tmp_path: Path) -> None:
    """Where a head is refused so is the dossier."""
    lines = [{**HEAD, "lang": "ua"}, *CLAIMS, HEAD, *CLAIMS]
    assert verdict(write(tmp_path / "a.ndjson", lines)) == (18, 9)
    assert verdict(write(tmp_path / "b.ndjson", [{**HEAD, "lang": "ua"}])) == (1, 1)


def test_what_cannot_be_read_is_one_record(tmp_path: Path) -> None:
    """What cannot be read is one record."""
    broken = tmp_path / "a.json"
    broken.write_text("not JSON")
    assert verdict(broken) == (1, 1)
    large = write(tmp_path / "a.ndjson", [HEAD, *CLAIMS])
    assert verdict(large, limits=Limits(dossier=100)) == (1, 1)
    broken.write_text('{"claimtrack": "1.0", "records": 7}')
    assert verdict(broken) == (1, 1)
