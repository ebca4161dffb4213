"""What falls if somebody retracts: every claim once, with what it lost and why."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import Dossier, link
from claimtrack.draw import draw_impact, impact_data, to_json
from claimtrack.draw._fallen import CHAINS
from claimtrack.lineage import impact
from claimtrack.testing import dossiers

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

UNSAFE: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories that could move, hide or break what a terminal shows."""


@pytest.fixture
def told() -> Dossier:
    """Return a dossier in which each verdict has a claim."""
    d = Dossier(title="Ferry")
    d.outlet("Post")
    d.outlet("Wire")
    d.person("Ines Moreau", id="mayor")
    for text in ("It stops.", "It is old.", "It is safe.", "It will run."):
        d.claim(text)
    d.attribute("c1", link("post").citing("wire"))
    d.attribute("c2", link("post").citing("wire").citing("mayor"))
    d.attribute("c2", link("post").citing("mayor"))
    d.attribute("c3", link("post").citing("mayor"))
    d.attribute("c4", link("post").citing("mayor", attitude="desire"))
    return d


def test_claims_stand_below_what_becomes_of_them(told: Dossier) -> None:
    """Those that fall first; with chains in notation, and reasons."""
    told.claim("It will stop.")
    told.relate("c5", "presupposes", "c1")
    told.attribute("c5", link("post").citing("mayor", attitude="desire"))
    told.claim("It may stop.")
    told.attribute("c6", link("post").citing("wire", attitude="desire"))
    text = draw_impact(told, impact(told, retract=["wire"]))
    assert text.split("\n")[2:] == [
        "2 claims are untouched",
        "",
        "FALLS (1)",
        "  c1  It stops.",
        "      lost: Post < Wire",
        "      Its only chain is lost",
        "",
        "WEAKENED (1)",
        "  c2  It is old.",
        "      lost: Post < Wire < Ines Moreau",
        "      left: Post < Ines Moreau",
        "      1 of 2 chains is lost",
        "      What is left hangs on Ines Moreau",
        "",
        "STANDS (1)",
        "",
        "UNSUPPORTED (3)",
        "  c5  It will stop.",
        "      No chain supported it before",
        "      It presupposes the claim “It stops.”, which falls",
        "  c6  It may stop.",
        "      lost: Post < (Wire)",
        "      Its only chain, which commits to nothing, is lost",
        "",
        "FALLS means that a claim loses its recorded support, not that it is false.",
    ]


def test_of_many_chains_some_are_counted(told: Dossier) -> None:
    """A claim that a hundred outlets carried is still to be read."""
    for number in range(CHAINS + 1):
        told.attribute("c1", link(told.outlet(f"Outlet {number}")).citing("wire"))
    text = draw_impact(told, impact(told, retract=["wire"]))
    lost = [line for line in text.split("\n") if line.startswith("      lost: ")]
    assert lost[CHAINS] == "      lost: and 2 more"


@settings(max_examples=20, deadline=None)
@given(dossiers(max_sources=5, max_claims=3, max_attributions=6), st.data())
def test_every_touched_claim_is_shown_once_and_nothing_steers_the_terminal(
    dossier: Dossier, data: st.DataObject
) -> None:
    """Whatever is retracted."""
    keys = [each.id for each in dossier.sources]
    keys += [each.id for each in dossier.documents]
    retract = data.draw(st.lists(st.sampled_from(keys), max_size=2)) if keys else []
    found = impact(dossier, retract=retract, as_recorded=True)
    text = draw_impact(dossier, found)
    heads = [
        line for line in text.split("\n") if line.startswith("  ") and line[2] != " "
    ]
    assert len(heads) == sum(each.is_touched for each in found.outcomes)
    raw = {unicodedata.category(char) for char in text.replace("\n", "")}
    assert not raw & UNSAFE
    written = to_json(impact_data(dossier, found))
    assert (
        not {unicodedata.category(char) for char in written.replace("\n", "")} & UNSAFE
    )
    verdicts = [each["verdict"] for each in json.loads(written)["outcomes"]]
    assert len(verdicts) == len(dossier.claims)


def test_programs_get_chains_and_origins_before_and_after(told: Dossier) -> None:
    """With the names of all that they are told of."""
    data = impact_data(told, impact(told, retract=["wire"]))
    outcomes = data["outcomes"]
    assert isinstance(outcomes, list)
    short: JsonValue = {"attribution": "a3", "chain": "Post < Ines Moreau"}
    assert outcomes[1] == {
        "claim": "c2",
        "text": "It is old.",
        "verdict": "weakened",
        "chains_before": [
            {"attribution": "a2", "chain": "Post < Wire < Ines Moreau"},
            short,
        ],
        "chains_after": [short],
        "origins_before": ["mayor"],
        "origins_after": ["mayor"],
        "hangs_on": ["mayor"],
        "lost_opposing": [],
        "lost_uncommitted": [],
        "retracted_candidates": [],
        "why": [
            {"code": "chains", "ids": ["a2"], "text": "1 of 2 chains is lost"},
            {
                "code": "hangs-on",
                "ids": ["mayor"],
                "text": "What is left hangs on Ines Moreau",
            },
        ],
    }
    del data["outcomes"], data["why"]
    assert data == {
        "title": "Ferry",
        "retracted": ["wire"],
        "falls": ["c1"],
        "weakened": ["c2"],
        "stands": ["c3"],
        "unsupported": ["c4"],
        "in_question": [],
        "names": {"mayor": "Ines Moreau", "wire": "Wire"},
    }
