"""Baselines: old findings stay quiet, new ones show, vanished ones are told of."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimtrack.dossier import Dossier
from claimtrack.lint import Baseline, check, check_examination
from claimtrack.validation import examine_all

if TYPE_CHECKING:
    from claimtrack.findings import Finding

HERE = Path()


def dossier(claims: int = 2) -> Dossier:
    """Return a dossier with a finding that explains so many claims."""
    made = Dossier()
    post = made.outlet("Post")
    for number in range(claims):
        made.attribute(made.claim(f"Number {number}"), [post])
    return made


def found_in(file: Path) -> tuple[Finding, ...]:
    """Return what is found in a file of one dossier."""
    (examination,) = examine_all(file)
    return check_examination(examination)


def test_what_is_known_is_not_new() -> None:
    """And is counted."""
    findings = check(dossier())
    known = Baseline.of(findings, HERE)
    compared = known.compare(findings, HERE, [])
    assert (compared.new, compared.known, compared.gone) == ((), 1, ())


def test_one_claim_more_makes_the_finding_new() -> None:
    """What it explains is part of it; the old one is gone."""
    known = Baseline.of(check(dossier(2)), HERE)
    compared = known.compare(check(dossier(3)), HERE, [""])
    assert [each.related for each in compared.new] == [("c1", "c2", "c3")]
    assert [str(each) for each in compared.gone] == ["CT102 post"]


def test_each_is_known_as_often_as_it_was_found() -> None:
    """Two dossiers of a sequence may have the same ids."""
    findings = check(dossier())
    known = Baseline.of(findings, HERE)
    compared = known.compare((*findings, *findings), HERE, [])
    assert (len(compared.new), compared.known) == (1, 1)


def test_it_survives_another_order_and_another_format(tmp_path: Path) -> None:
    """Of the records, of the keys, and of the white space."""
    file = tmp_path / "a.claims.json"
    dossier(3).save(file)
    known = Baseline.of(found_in(file), tmp_path)
    data = json.loads(file.read_text(encoding="utf-8"))
    random.Random(1).shuffle(data["records"])  # noqa: S311  no secret
    data["records"] = [dict(reversed(each.items())) for each in data["records"]]
    file.write_text(json.dumps(data), encoding="utf-8")
    compared = known.compare(found_in(file), tmp_path, [str(file)])
    assert (compared.new, compared.known, compared.gone) == ((), 1, ())


def test_files_are_told_apart_and_named_from_the_baseline(tmp_path: Path) -> None:
    """What is gone from a file that was not checked, nobody can tell."""
    folder = tmp_path / "in"
    folder.mkdir()
    one, other = folder / "one.claims.json", folder / "other.claims.json"
    dossier().save(one)
    dossier().save(other)
    known = Baseline.of((*found_in(one), *found_in(other)), tmp_path)
    files = [each["file"] for each in json.loads(known.dumps())["findings"]]
    assert files == ["in/one.claims.json", "in/other.claims.json"]
    compared = known.compare(found_in(one), tmp_path, [str(one)])
    assert (compared.new, compared.gone) == ((), ())
    compared = known.compare((), tmp_path, [str(one)])
    assert [str(e) for e in compared.gone] == ["CT102 post in in/one.claims.json"]


def test_a_file_of_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Sorted, so that two versions can be compared line by line."""
    file = tmp_path / "baseline.json"
    for findings in ((), check(dossier())):
        known = Baseline.of(findings, HERE)
        file.write_text(known.dumps(), encoding="utf-8")
        assert Baseline.load(file) == known
        assert Baseline.load(file).dumps() == known.dumps()


ENTRY = '{"file": "", "code": "CT102", "record": "post", "fingerprint": "0"%s}'


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "Expecting value"),
        ("[]", "not a baseline of version 1.0"),
        ("{}", "not a baseline of version 1.0"),
        ('{"claimtrack-baseline": "2.0", "findings": []}', "not a baseline of version"),
        (
            '{"claimtrack-baseline": "1.0", "findings": [1]}',
            "it lists something that is not a finding",
        ),
        (
            '{"claimtrack-baseline": "1.0", "findings": [{"count": 1}]}',
            "a finding in it lacks a field",
        ),
        (
            f'{{"claimtrack-baseline": "1.0", "findings": [{ENTRY % ""}]}}',
            "it lists something that is not a finding",
        ),
        ("[" * 100_000, "nested too deep"),
        ("\xff", "can't decode"),
    ],
    ids=range(9),
)
def test_what_is_no_baseline_is_refused(
    tmp_path: Path, text: str, problem: str
) -> None:
    """With a ValueError, whatever it is."""
    file = tmp_path / "baseline.json"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises(ValueError, match=problem):
        Baseline.load(file)


def test_without_findings_it_may_leave_them_out(tmp_path: Path) -> None:
    """Nothing is known then."""
    file = tmp_path / "baseline.json"
    file.write_text('{"claimtrack-baseline": "1.0"}', encoding="utf-8")
    assert Baseline.load(file) == Baseline({})
