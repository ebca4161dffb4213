"""What lineage says about the example: one article, 36 claims."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from claimtrack import Dossier, lineage

EXAMPLE: Final = (
    Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"
)

NOBODY_ASSERTS: Final = ("c02", "c05", "c18", "c20", "c26")
"""Planned, hoped for or thought unlikely: nobody says that it is so."""

USHAKOV: Final = ("c34", "c35", "c36")
"""Claims that the article has from elsewhere."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Return the example."""
    return Dossier.load(EXAMPLE)


def test_the_reversal_rests_on_one_individual(dossier: Dossier) -> None:
    """Bloomberg's one source speaks for the European governments, who do not."""
    answer = lineage.trace(dossier, "c23")
    assert answer.publishers == ("unn",)
    assert answer.outlets == ("bloomberg", "unn")
    assert answer.holders == ("european-governments",)
    (end,) = answer.ends
    assert (end.source, end.kind) == ("unnamed-4", "unnamed")
    assert (answer.individuals.lo, answer.individuals.hi) == (1, 1)
    assert answer.independence == "single"
    assert answer.bottlenecks == ("bloomberg",)
    assert answer.single_points == ("bloomberg", "unnamed-4")
    assert answer.depth == 4


def test_the_refusal_is_open_at_bloomberg(dossier: Dossier) -> None:
    """The allies concluded so; nobody in the article says that they told anybody."""
    answer = lineage.trace(dossier, "c08")
    assert answer.holders == ("european-allies",)
    (end,) = answer.ends
    assert (end.source, end.kind) == ("bloomberg", "open")
    assert answer.origins == ()
    assert answer.independence == "none"
    assert answer.individuals.hi is None
    assert answer.bottlenecks == ("bloomberg",)


def test_without_bloomberg_three_claims_stand(dossier: Dossier) -> None:
    """All else that anybody asserts hangs on it."""
    answer = lineage.impact(dossier, retract=["bloomberg"])
    assert answer.unsupported == NOBODY_ASSERTS
    assert answer.stands == USHAKOV
    assert answer.weakened == ()
    assert answer.falls == tuple(
        each.id for each in dossier.claims if each.id not in NOBODY_ASSERTS + USHAKOV
    )


@pytest.mark.parametrize(
    ("retracted", "falls"),
    [
        ("ushakov", USHAKOV),
        ("unnamed-4", ("c22", "c23")),
        ("bloomberg-april", ("c30", "c31", "c32")),
    ],
)
def test_what_falls_with_others(
    dossier: Dossier, retracted: str, falls: tuple[str, ...]
) -> None:
    """The aide, the one source, and the report of April."""
    answer = lineage.impact(dossier, retract=[retracted])
    assert answer.falls == falls
    assert answer.weakened == ()


def test_the_headline_drifts(dossier: Dossier) -> None:
    """It lets the US speak; no chain of the body ends there, nor in so strong words."""
    drifts = [each for each in lineage.drift(dossier) if each.attribution == "a01"]
    assert [(each.kind, each.link) for each in drifts] == [
        ("wording", 2),
        ("headline", 2),
    ]
    (headline,) = [each for each in drifts if each.kind == "headline"]
    assert headline.now == "us"
    body = {
        end.source
        for claim in ("c02", "c04", "c08")
        for end in lineage.trace(dossier, claim).ends
    }
    assert body == {"bloomberg"}


def test_the_reversal_contradicts_what_was_said_before(dossier: Dossier) -> None:
    """It takes the place of what the officials said, and leaves open who else did."""
    found = {each.claims: each for each in lineage.conflicts(dossier)}
    assert list(found) == [("c13", "c23"), ("c15", "c23"), ("c26",)]
    before, after = found["c13", "c23"].sides
    assert [each.source for each in before.origins] == ["unnamed-1"]
    assert [each.source for each in after.origins] == ["unnamed-4"]
    assert found["c13", "c23"].supersedes == (("c23", "c13"),)
    unsettled, _ = found["c15", "c23"].sides
    assert [(each.source, each.kind) for each in unsettled.ends] == [(None, "open")]


def test_what_officials_think_unlikely_is_opposed(dossier: Dossier) -> None:
    """A peaceful settlement: nobody says that it will come."""
    *_, found = lineage.conflicts(dossier)
    assert str(found).splitlines() == [
        "c26 is opposed.",
        "Behind c26: nobody on record.",
        "Against c26: “European officials” (unnamed, 2 or more).",
    ]
    assert found.sides == (lineage.trace(dossier, "c26"),)


def test_without_bloomberg_33_claims_are_touched(dossier: Dossier) -> None:
    """Those that it fells, and those that nobody but Bloomberg spoke of at all."""
    found = lineage.impact(dossier, retract=["bloomberg"])
    touched = [each for each in found.outcomes if each.is_touched]
    assert [each.claim for each in touched] == [f"c{n:02}" for n in range(1, 34)]
    assert all(f" {each.claim}: " in str(found) for each in touched)
    assert not any(f" {key}: " in str(found) for key in found.stands)
    why = {each.claim: str(each.why[0]) for each in touched}
    assert why["c02"] == "Its only chain, which commits to nothing, is lost"
    assert why["c26"] == "Its only chain, which opposes it, is lost"
    assert str(found.why[-1]) == "3 claims are untouched"
    assert found.in_question == ("c18",)
