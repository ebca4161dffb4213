"""Notices of other dossiers: how they are found, and whom they are about."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING, Final

from claimtrack.dossier import Dossier, write_dossiers
from claimtrack.lint import Notices, collect_notices

if TYPE_CHECKING:
    from pathlib import Path

BASE: Final = "https://example.org/d/"


def corrected(base: str | None = BASE, url: str | None = None) -> Dossier:
    """Return a dossier with a correction of a document by its publisher."""
    d = Dossier(base=base)
    herald = d.outlet("Herald", id="herald")
    report = d.document("article", "Ferry", id="report", publisher=herald, url=url)
    d.notice("correction", report, by=herald, at="2025-05-03", id="n1")
    return d


def reader(key: str = "report", base: str | None = BASE) -> Dossier:
    """Return a dossier in which the document has an id of its own."""
    d = Dossier(base=base)
    d.outlet("Herald", id="herald")
    d.document("article", "Ferry", id=key, url="https://example.org/ferry")
    return d


def test_ids_are_one_where_the_base_is() -> None:
    """The target and who gave it come with the ids of the dossier."""
    (found,) = Notices.of([corrected()]).about(reader())
    assert (found.id, found.target, found.by) == (f"{BASE}n1", "report", "herald")
    other = Dossier(base="https://example.org/other/")
    other.document("article", "Ferry", id="report")
    assert Notices.of([corrected()]).about(other) == ()


def test_without_a_base_documents_are_one_by_their_url() -> None:
    """And who gave it is left out where nobody can tell."""
    known = Notices.of([corrected(None, "https://example.org/ferry")])
    (found,) = known.about(reader("mine", None))
    assert (found.id, found.target, found.by) == (
        "urn:claimtrack:elsewhere:n1",
        "mine",
        None,
    )


def test_a_notice_is_about_every_record_with_its_address() -> None:
    """Not about the one whose id happens to be the first."""
    d = reader("mine", None)
    d.document("page", "Ferry", id="a-copy", url="https://example.org/ferry")
    known = Notices.of([corrected(None, "https://example.org/ferry")])
    assert [each.target for each in known.about(d)] == ["a-copy", "mine"]


def test_its_own_notices_are_no_other_dossiers() -> None:
    """They are there already."""
    d = corrected()
    assert Notices.of([d]).about(d) == ()


def test_files_without_a_notice_are_not_read(tmp_path: Path) -> None:
    """Neither are those that are not sound: the check itself tells of them."""
    many = tmp_path / "many.claims.ndjson"
    write_dossiers([reader(), corrected(), reader(), corrected()], many)
    assert len(collect_notices(many)) == 2
    alone = tmp_path / "one.claims.json"
    corrected().save(alone)
    assert len(collect_notices(alone)) == 1
    text = alone.read_bytes()
    joined = Notices.joined([collect_notices(many), collect_notices(alone)])
    assert len(joined) == 3

    def count(data: bytes) -> int:
        alone.write_bytes(data)
        return len(collect_notices(alone))

    assert count(b"") == 0
    assert count(b'{"type": "notice"') == 0
    assert count(text.replace(b'"notice"', b'"noti\\u0063e"')) == 1
    assert count(text.replace(b'"outlet"', b'"x"')) == 0
    # The word may lie across two of the pieces that are looked at.
    start = text.index(b'"notice"')
    assert count(b" " * (2**20 - start - 4) + text) == 1
    packed = gzip.compress(text)
    assert count(packed) == 1
    assert count(packed[:40]) == 0
    assert count(packed[:2] + b"x" * 40) == 0


def test_what_unfolds_without_end_is_not_searched_to_its_end(tmp_path: Path) -> None:
    """The check refuses it anyway."""
    bomb = tmp_path / "bomb.claims.json.gz"
    bomb.write_bytes(gzip.compress(b" " * 2**26 + b'"notice"'))
    assert len(collect_notices(bomb)) == 0


def test_where_a_leak_is_does_not_show() -> None:
    """Others may know a record by its address; the address of a leak is private."""
    d = Dossier()
    leak = d.document("leak", "Minutes", url="https://canary.example/leak")
    d.notice("retraction", leak)
    assert "canary" not in repr(Notices.of([d]))
