"""What one call of `check` hands back."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date
from typing import TYPE_CHECKING, Final

import attrs
import pytest

import claimtrack as ct
from claimtrack.errors import InvalidDossier
from claimtrack.lint import Checked, Config, Notices
from claimtrack.records import Waiver
from claimtrack.schema import derive_id
from plain_records import claim

if TYPE_CHECKING:
    from pathlib import Path

FERRY: Final = "https://example.org/ferry"


def corrected() -> ct.Dossier:
    """Return a dossier whose report is corrected."""
    d = ct.Dossier()
    report = d.document("article", "Ferry", id="report", url=FERRY)
    d.notice("retraction", report, at="2025-05-03", id="n1")
    return d


def citing() -> ct.Dossier:
    """Return a dossier that rests on the report."""
    d = ct.Dossier()
    herald = d.outlet("Herald")
    report = d.document("article", "Ferry", id="mine", url=FERRY, publisher=herald)
    post = d.outlet("Post")
    story = d.document("article", "Stops", publisher=post, published="2025-05-01")
    told = ct.link(post).citing(ct.link(herald, document=report))
    d.attribute(d.claim("It stops."), told, document=story)
    return d


def codes(found: tuple[ct.Finding, ...]) -> set[str]:
    """Return the codes of findings."""
    return {each.code for each in found}


def test_findings_are_a_tuple_that_knows_the_dossier() -> None:
    """However it is copied."""
    d = corrected()
    checked = ct.check(d)
    assert isinstance(checked, tuple)
    assert checked.dossier is d
    for again in (copy.copy(checked), pickle.loads(pickle.dumps(checked))):  # noqa: S301
        assert isinstance(again, Checked)
        assert (again, again.dossier) == (checked, d)


def test_a_record_by_itself_is_no_dossier() -> None:
    """Nor is what did not pass, nor are two dossiers one."""
    assert ct.check(claim("c1", text="It rains.")).dossiers == ()
    assert ct.check("[]").dossier is None
    head = '{"type": "dossier", "claimtrack": "1.0"}\n'
    two = ct.check(head * 2)
    assert (two.dossier, len(two.dossiers)) == (None, 2)


def test_dossiers_of_a_sequence_know_each_other_s_notices(tmp_path: Path) -> None:
    """Unless other notices are given."""
    path = tmp_path / "x.claims.ndjson"
    ct.write_dossiers([corrected(), citing()], path)
    alone = codes(ct.check(citing()))
    found = codes(ct.check(path)) - alone
    assert "CT601" in found
    known = Notices.of([corrected()])
    for each in (citing(), citing().dumps()):
        assert "CT601" in codes(ct.check(each, notices=known)) - alone
    without = codes(ct.check(path, notices=Notices()))
    assert without == alone | codes(ct.check(corrected()))


def test_the_config_and_the_day_count() -> None:
    """Before and after a waiver ended; with some rules only."""
    d = citing()
    d.waive("CT102", "herald", by="desk", reason="Known.", until="2025-05-01")
    day = date(2025, 6, 1)
    late = codes(ct.check(d.dumps(), today=day))
    assert late == codes(ct.check(d, today=day))
    assert codes(ct.check(d)) == set()
    assert "CT102" in late
    assert ct.check(d, config=Config().with_choice(select=["CT5"], ignore=[])) == ()


def test_reading_goes_on_behind_a_broken_dossier(tmp_path: Path) -> None:
    """And stops there where nobody takes the findings."""
    path = tmp_path / "x.claims.ndjson"
    broken = '{"type": "dossier", "claimtrack": "1.0"}\n{"type": "claim"}\n'
    ct.write_dossiers([corrected(), citing()], path)
    path.write_text(broken + path.read_text("utf-8"), "utf-8")
    found: list[tuple[ct.Finding, ...]] = []
    read = ct.read_dossiers(path, on_error=found.append)
    assert list(read) == [corrected(), citing()]
    assert [codes(each) for each in found] == [{"CT011"}]
    with pytest.raises(InvalidDossier):
        list(ct.read_dossiers(path))


def test_records_without_ids_are_known_by_the_derived_ones() -> None:
    """In a file as in memory, in findings of validation as of the rules."""
    d = citing()
    day = date(2025, 6, 1)
    for until in ("2025-05-01", "2025-05-02"):
        d.add(Waiver(rule="CT102", target="c1", by="x", reason="y", until=until))
    assert d.dumps().count("urn:uuid") == 0
    for check in (ct.validate, ct.check):
        found = check(d.dumps(), today=day)
        idle = [each.record for each in found if each.code == "CT707"]
        assert idle == [each.id for each in d.waivers]
    broken = json.loads(d.dumps())
    told = next(each for each in broken["records"] if each["type"] == "attribution")
    told["claim"] = "nowhere"
    del told["id"]
    changed = attrs.evolve(d.attributions[0], claim="nowhere")
    assert [(each.code, each.record) for each in ct.check(broken, today=day)] == [
        ("CT701", derive_id(changed))
    ]
    broken["records"][0]["kind"] = "oulet"
    found = ct.check(broken, today=day)
    assert [each.record for each in found if each.code == "CT701"] == [None]
