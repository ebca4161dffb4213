"""Claims with nobody on record, as they are drawn."""

from __future__ import annotations

import json

import pytest

import claimtrack as ct
from claimtrack.draw import (
    claims_data,
    draw_claim,
    draw_dot,
    draw_mermaid,
    to_json,
)


@pytest.fixture
def dossier() -> ct.Dossier:
    """Return a claim with a date, and nobody who made it."""
    d = ct.Dossier()
    d.attribute(d.claim("The ferry stops"), ct.nobody(at="2025-05"))
    return d


def test_in_a_tree(dossier: ct.Dossier) -> None:
    """In words, where others have their name."""
    tree = draw_claim(dossier, dossier.claims[0]).splitlines()
    assert tree[2] == "    nobody on record  [uncommitted]"
    assert tree[3] == "    ends           none"


def test_apart_from_a_speaker_who_is_not_settled(dossier: ct.Dossier) -> None:
    """Two roots: one has nobody, of the other nobody knows who it is."""
    dossier.attribute("c1", ct.Link(candidates=()))
    tree = draw_claim(dossier, dossier.claims[0]).splitlines()
    assert tree[2:4] == [
        "    nobody on record  [uncommitted]",
        "    …  [open: speaker not settled]",
    ]


def test_what_is_recorded_of_the_link_is_not_drawn() -> None:
    """It gives the claim a date and nothing else."""
    d = ct.Dossier()
    link = ct.Link(cue="claimed", mode="direct", attitude="belief", stance="denies")
    d.attribute(d.claim("The ferry stops"), link)
    for text in (draw_claim(d, d.claims[0]), draw_mermaid(d, d.claims)):
        assert not {"claimed", "direct quote", "belief"} & {*text.split()}


def test_nobody_is_a_plain_box_in_pictures(dossier: ct.Dossier) -> None:
    """In a box without a shape that the legend would have to explain."""
    mermaid = draw_mermaid(dossier, dossier.claims)
    dot = draw_dot(dossier, dossier.claims)
    for text in (mermaid, dot):
        assert "nobody on record" in text
        assert "uncommitted" in text
        assert "not settled" not in text


def test_nobody_counts_for_nothing_in_json(dossier: ct.Dossier) -> None:
    """The chain in notation, and in words why it counts for nothing."""
    (data,) = json.loads(to_json(claims_data(dossier, dossier.claims)))
    (chain,) = data["chains"]
    assert chain == {"attribution": "a1", "chain": "…", "standing": "uncommitted"}
    assert [each for each in data["why"] if each["code"] == "nobody"] == [
        {
            "code": "nobody",
            "ids": ["a1"],
            "text": "1 chain has nobody on record as the speaker",
        }
    ]
