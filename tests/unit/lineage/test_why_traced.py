"""The reasons of a lineage: sentences that an editor can read aloud."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack import Claim, Dossier, Relation, Source
from claimtrack.lineage import trace

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"


@pytest.mark.parametrize(
    ("chains", "code", "ids", "text"),
    [
        ("o1 !p1", "unsupported", "", "No chain on record supports it"),
        ("o1 p1", "supported", "a1", "1 chain supports it, published by O1"),
        (
            "? p1 | ? p2",
            "supported",
            "a1 a2",
            "2 chains support it, published by somebody who is not settled",
        ),
        ("o1 !p1", "opposed", "a1", "1 chain opposes it: that of O1"),
        (
            "o1 !p1 | o1 p2:CT- | o1 ? !p3",
            "opposed",
            "a1 a2 a3",
            ("3 chains oppose it: those of O1, P2 and somebody who is not settled"),
        ),
        ("o1 p1:CTu", "uncommitted", "a1", "1 chain commits to nothing: that of P1"),
        (
            "o1 (b1):Uu | o1 (b2):Uu",
            "uncommitted",
            "a1 a2",
            "2 chains commit to nothing: those of B1 and B2",
        ),
        ("o1 o2", "bottleneck", "o2", "The only chain passes through O2"),
        ("o1 o2 p1 | o3 o2 p2", "bottleneck", "o2", "Both chains pass through O2"),
        (
            "o1 o2 p1 | o3 o2 p2 | o3 o2 p3",
            "bottleneck",
            "o2",
            "All 3 chains pass through O2",
        ),
        (
            "o1 o2 | o4 o5 | o2 o3 p1 | o5 o3 p1",
            "bottleneck",
            "o3",
            "Every path passes through O3",
        ),
        ("o1 p1", "single-point", "p1", "Without P1 nothing is left"),
        (
            "o1 p1 | o1/witnessed p1",
            "single-point",
            "p1",
            "Without P1 nothing is left",
        ),
        (
            "p1 | o1 p2/document o3/witnessed | p1 o3",
            "single-point",
            "o3",
            "Without O3 nothing is left",
        ),
        (
            "o1 o2 | o3 o4",
            "cut",
            "o2 o4",
            "Nothing is left without these 2 sources: O2 and O4",
        ),
        ("o1", "open", "o1", "Open at O1: the basis is not recorded"),
        ("o1 p1/hearsay", "open", "p1", "Open at P1: known there only from hearsay"),
        ("o1 ?", "unsettled", "", "A chain ends where the speaker is not settled"),
        (
            "o1 o2 | o2 o1",
            "circular",
            "o1 o2",
            "Circular reporting without an origin: O1 and O2",
        ),
        (
            "o1 o2 | o2 o1 | o2 p1",
            "cycle",
            "o1 o2",
            "In a circle, with a way out of it: O1 and O2",
        ),
        ("o1", "origins", "", "No origin is recorded"),
        ("o1 p1", "origins", "p1", "1 origin: P1"),
        (
            "o1 u1 | o1/document=d1 | o1/document=d2",
            "origins",
            "d1 d2 u1",
            (
                "3 origins: the document “D1”, the document “D2” "
                "and “U1” (unnamed, 1 or more)"
            ),
        ),
        ("o1 u1", "individuals", "u1", "Individuals behind it: 1 or more"),
        (
            "o1 p1 | o1 p2",
            "individuals",
            "p1 p2",
            "Individuals behind it: 2; known to be different: P1 and P2",
        ),
        (
            "o1 u1 | o1 p2",
            "independence",
            "p2 u1",
            (
                "Nothing says that P2 and “U1” (unnamed, 1 or more) "
                "are independent of each other"
            ),
        ),
        (
            "o1 p1 | o1 p2 | o1 p3",
            "independence",
            "p1 p2 p3",
            "Nothing says that any two of the 3 origins are independent",
        ),
        (
            "o1 u1 (g1)",
            "spoken-for",
            "g1 u1",
            "G1 did not speak; spoken for by “U1” (unnamed, 1 or more)",
        ),
        (
            "o1 ? (g1)",
            "spoken-for",
            "g1",
            "G1 did not speak; spoken for by somebody who is not settled",
        ),
    ],
)
def test_each_reason_says_what_and_whom(
    chains: str, code: str, ids: str, text: str, tell: Callable[..., Dossier]
) -> None:
    """A code that stays, the ids, and a sentence with names."""
    why = trace(tell(*chains.split(" | ")), "c1").why
    found = {each.code: each for each in why}
    assert found[code].text == str(found[code]) == text
    assert " ".join(found[code].ids) == ids


@pytest.mark.parametrize(
    ("by", "text"),
    [
        ("o1", "Independent of each other: P1 and P2"),
        (
            "p1",
            (
                "Two origins are called independent only by themselves, "
                "or they have a common owner"
            ),
        ),
    ],
)
def test_who_calls_them_independent_matters(
    by: str, text: str, tell: Callable[..., Dossier]
) -> None:
    """Their own word is not enough."""
    dossier = tell("o1 p1", "o1 p2", "o1 p3")
    dossier.add(Relation(kind="independent-of", subject="p2", object="p1", by=by))
    assert trace(dossier, "c1").why[-1].text == text


def test_a_search_that_was_cut_short_says_so(
    tell: Callable[..., Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it found is still a lower bound."""
    monkeypatch.setattr("claimtrack.view._heaviest.PATIENCE", 0)
    dossier = tell("o1 u1", "o1 u2", "o1 u3")
    for pair in (("u1", "u2"), ("u2", "u3")):
        dossier.add(Relation(kind="distinct-from", subject=pair[0], object=pair[1]))
    found = trace(dossier, "c1")
    assert found.individuals.lo >= 1
    assert any("cut short" in each.text for each in found.why)


def test_it_can_be_read_aloud() -> None:
    """The claim, and a sentence a line."""
    dossier = Dossier.load(EXAMPLE)
    text = dossier["c23"]
    assert isinstance(text, Claim)
    assert str(trace(dossier, "c23")).splitlines() == [
        f"c23: {text.text}",
        "- 1 chain supports it, published by UNN.",
        "- The only chain passes through Bloomberg.",
        "- Without “one source” (unnamed, 1) nothing is left.",
        "- 1 origin: “one source” (unnamed, 1).",
        "- Individuals behind it: 1.",
        (
            "- European governments did not speak; "
            "spoken for by “one source” (unnamed, 1)."
        ),
    ]


def test_names_cannot_steer_what_shows_them(tell: Callable[..., Dossier]) -> None:
    """They are clipped, and nothing in them is hidden."""
    dossier = tell("o1 p1")
    person = dossier["p1"]
    assert isinstance(person, Source)
    dossier.replace(attrs.evolve(person, name="P\u202e" + "x" * 900))
    shown = str(trace(dossier, "c1"))
    assert "\u202e" not in shown
    assert max(map(len, shown.splitlines())) < 200
