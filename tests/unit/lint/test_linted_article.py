"""The article under the presets: exactly what was derived by hand from the rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack.dossier import Dossier
from claimtrack.lint import Config, check

if TYPE_CHECKING:
    from claimtrack.findings import Finding

ROOT: Final = Path(__file__).resolve().parents[3]
EXAMPLE: Final = ROOT / "examples" / "us-air-cover.claims.json"


def claims(*numbers: int | range) -> tuple[str, ...]:
    """Return the ids of claims by their numbers."""
    listed = [
        n for each in numbers for n in ([each] if isinstance(each, int) else each)
    ]
    return tuple(f"c{n:02}" for n in listed)


def attributions(*numbers: int | range) -> tuple[str, ...]:
    """Return the ids of the claims' attributions."""
    return tuple(each.replace("c", "a") for each in claims(*numbers))


OPEN: Final = claims(
    range(2, 6), range(7, 13), range(16, 22), range(24, 27), range(30, 34)
)

DEFAULT: Final = {
    ("CT102", "warning", "bloomberg", OPEN),
    ("CT106", "info", "bloomberg", attributions(range(1, 34))),
    ("CT107", "info", "ushakov", attributions(34, 35, 36)),
    ("CT201", "warning", "unnamed-4", claims(22, 23)),
    ("CT203", "info", "bloomberg", ("unnamed-4", "unnamed-5")),
    ("CT207", "info", "bloomberg", claims(13, 21, 26)),
    ("CT216", "info", "unnamed-4", claims(23)),
    ("CT301", "warning", "bloomberg-april", claims(30, 31, 32)),
    ("CT501", "warning", "a01", claims(2, 4, 8)),
    ("CT502", "error", "a01", claims(2, 4, 8)),
    ("CT503", "error", "a14", attributions(15)),
}
"""Code, severity, record and related ids, as derived by hand."""

LIFTED: Final = {
    "ap": {"CT203": "warning", "CT207": "warning"},
    "reuters": {"CT107": "warning", "CT207": "warning"},
    "ifcn": {"CT106": "warning", "CT203": "warning"},
    "bbc": {},
}
"""Preset → the findings of which it changes the severity."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Return the example."""
    return Dossier.load(EXAMPLE)


def in_brief(
    findings: tuple[Finding, ...],
) -> set[tuple[str, str, str | None, tuple[str, ...]]]:
    """Return what tells findings apart."""
    return {(each.code, each.severity, each.record, each.related) for each in findings}


def test_under_default_it_has_eleven_findings(dossier: Dossier) -> None:
    """Two errors, four warnings, five infos."""
    found = check(dossier)
    assert in_brief(found) == DEFAULT
    counts = [sum(f.severity == s for f in found) for s in ("error", "warning", "info")]
    assert counts == [2, 4, 5]


@pytest.mark.parametrize("preset", LIFTED)
def test_presets_change_severities_alone(dossier: Dossier, preset: str) -> None:
    """The same findings of the same records, and no relayed one above a warning."""
    changed = {
        (code, LIFTED[preset].get(code, severity), record, related)
        for code, severity, record, related in DEFAULT
    }
    assert in_brief(check(dossier, config=Config.from_preset(preset))) == changed


def test_the_sources_are_the_chains_own(dossier: Dossier) -> None:
    """Where an open end is said to be, the voices of the chain do stop."""
    chains = {each.claim: dossier.format_chain(each) for each in dossier.attributions}
    for claim in OPEN:
        voices = chains[claim].split(" < (")[0]
        assert voices in ("UNN < Bloomberg", "UNN < Bloomberg < …"), claim
