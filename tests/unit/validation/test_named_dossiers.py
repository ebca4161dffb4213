"""Findings name their dossier, and their fingerprints differ between dossiers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimtrack import Dossier, validate
from claimtrack.lint import Baseline, check, check_examination
from claimtrack.validation import examine_all, render_json, render_ndjson
from plain_records import claim as a_claim
from plain_records import head

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.schema import JsonValue

CLAIM = a_claim("c1", kind="rumour")
SOUND = a_claim("c1")


def sequence(*heads: dict[str, JsonValue], claim: dict[str, str] = CLAIM) -> str:
    """Return dossiers that hold the same."""
    return "".join(f"{json.dumps(e)}\n{json.dumps(claim)}\n" for e in heads)


HEADS = (
    head(base="https://example.org/", title="Rain"),
    head(title="Rain"),
    head(),
    head(),
)


@pytest.mark.parametrize("claim", [CLAIM, SOUND])
def test_base_title_or_place_names_a_dossier(
    tmp_path: Path, claim: dict[str, str]
) -> None:
    """The same mistake in four dossiers of a file has four fingerprints."""
    path = tmp_path / "a.claims.ndjson"
    path.write_text(sequence(*HEADS, claim=claim), encoding="utf-8")
    found = [e for each in examine_all(path) for e in check_examination(each)]
    names = ["https://example.org/", "Rain", f"{path}#3", f"{path}#4"]
    assert [each.dossier for each in found] == names
    assert len({each.fingerprint for each in found}) == len(names)
    shown = json.loads(render_json(found))["findings"]
    lines = [json.loads(line) for line in render_ndjson(found).splitlines()]
    assert [each["dossier"] for each in shown] == names
    assert [each["dossier"] for each in lines] == names


def test_in_memory_a_place_counts_from_the_second() -> None:
    """The first one has nothing to be told from."""
    found = validate(sequence(head(), head()))
    assert [each.dossier for each in found] == ["", "#2"]
    assert found[0].fingerprint != found[1].fingerprint


def test_a_dossier_in_memory_is_named_like_its_file() -> None:
    """By base or title, whoever checks it."""
    d = Dossier(title="Rain")
    d.claim("It rains.")
    (found,) = check(d)
    assert found.dossier == "Rain"
    assert next(iter(check(Dossier.loads(d.dumps())))) == found


def test_a_baseline_does_not_depend_on_how_a_file_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names files from its own folder, and dossiers by their place in one."""
    path = tmp_path / "a.claims.ndjson"
    path.write_text(sequence(head(), head()), encoding="utf-8")
    known = Baseline.of(validate(path), tmp_path)
    monkeypatch.chdir(tmp_path)
    again = validate(path.relative_to(tmp_path))
    assert again[0].fingerprint != validate(path)[0].fingerprint
    compared = known.compare(again, tmp_path, [])
    assert (compared.new, compared.known) == ((), 2)


def test_integrity_names_the_dossier_in_memory() -> None:
    """By base, else by title; what cannot be written says so too."""
    d = Dossier(title="Rain")
    d.attribute(d.claim("It rains."), [d.outlet("Post"), d.outlet("Herald")])
    d.unnamed("a clerk")
    assert {each.dossier for each in d.validate()} == {"Rain"}
    other = Dossier(title="Rain", base="https://example.org/")
    other.unnamed("a clerk")
    nameless = Dossier()
    nameless.unnamed("a clerk")
    (found,) = other.validate()
    assert found.dossier == "https://example.org/"
    assert found.fingerprint != nameless.validate()[0].fingerprint
