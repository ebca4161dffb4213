"""The golden table: what the article's chains say together, worked out by hand.

Every row was read off the article and the definitions, line by line, by a person with
the text beside it; none was copied from what the code prints. The page
docs/explanation/the-article-traced.md shows the same for readers.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs
import pytest

from claimtrack import Dossier, lineage

EXAMPLE: Final = Path(__file__).parents[2] / "examples" / "us-air-cover.claims.json"


@attrs.frozen
class Row:
    """What is expected of a claim.

    Attributes:
        ends: "source kind" of each end; "- open" where the speaker is not settled.
        holders: who is told about.
        origins: who or what speaks for itself.
        individuals: "lo..hi", with nothing after the dots where it is open.
        bottlenecks: what every path passes through, and is no origin.
        single_points: without which no path is left.
    """

    ends: str = ""
    holders: str = ""
    origins: str = ""
    individuals: str = "0..0"
    bottlenecks: str = ""
    single_points: str = ""


def stated(who: str, *, through: str = "bloomberg") -> Row:
    """Return the row of what one named source says, passed on once."""
    points = " ".join(sorted([who, through]))
    return Row(f"{who} stated", "", who, "1..1", through, points)


def told(who: str, individuals: str, holders: str = "") -> Row:
    """Return the row of what an unnamed source told Bloomberg."""
    points = f"bloomberg {who}"
    return Row(f"{who} unnamed", holders, who, individuals, "bloomberg", points)


def flat(holders: str = "") -> Row:
    """Return the row of what Bloomberg is cited for, and does not say how it knows."""
    return Row("bloomberg open", holders, "", "0..", "bloomberg", "bloomberg")


NOBODY: Final = Row()
"""Nobody is on record as saying that it is or will be so."""


def planned(who: str) -> Row:
    """Return the row of what somebody plans or hopes for: who it is, and no more."""
    return Row(holders=who)


UNSETTLED: Final = Row("- open", "", "", "0..", "bloomberg", "bloomberg")
"""The block quote, whose speaker the article does not name."""

USHAKOV: Final = Row("ushakov stated", "", "ushakov", "1..1", "", "ushakov")
"""What UNN has from Ushakov himself: nothing stands between."""

GOLDEN: Final = {
    "c01": stated("us"),
    "c02": planned("us"),
    "c03": flat(),
    "c04": flat("us"),
    "c05": planned("uk-france"),
    "c06": stated("starmer"),
    "c07": flat(),
    "c08": flat("european-allies"),
    "c09": flat(),
    "c10": flat(),
    "c11": flat(),
    "c12": flat(),
    "c13": told("unnamed-1", "2.."),
    "c14": UNSETTLED,
    "c15": UNSETTLED,
    "c16": flat(),
    "c17": flat(),
    "c18": planned("uk-france"),
    "c19": flat(),
    "c20": planned("unnamed-2"),
    "c21": flat("unnamed-2"),
    "c22": told("unnamed-4", "1..1"),
    "c23": told("unnamed-4", "1..1", "european-governments"),
    "c24": flat(),
    "c25": flat(),
    "c26": NOBODY,
    "c27": told("unnamed-5", "2.."),
    "c28": told("unnamed-5", "2.."),
    "c29": told("unnamed-5", "2.."),
    "c30": flat(),
    "c31": flat(),
    "c32": flat(),
    "c33": flat(),
    "c34": stated("trump", through="ushakov"),
    "c35": USHAKOV,
    "c36": USHAKOV,
}
"""Claim → what its chains say together."""

UNSUPPORTED: Final = {"c02", "c05", "c18", "c20", "c26"}
"""Plans, hopes, and a settlement that officials believe unlikely."""

FALLS: Final = {
    "bloomberg": {f"c{n:02}" for n in range(1, 34)} - UNSUPPORTED,
    "ushakov": {"c34", "c35", "c36"},
    "bloomberg-april": {"c30", "c31", "c32"},
    "unnamed-4": {"c22", "c23"},
}
"""What is retracted → what loses its recorded support. Nothing is merely weakened: the
article has one chain for each claim."""

IN_QUESTION: Final = {"bloomberg": {"c18"}}
"""The hope that the US goes on providing intelligence presupposes that it does."""

TOUCHED: Final = {"bloomberg": {f"c{n:02}" for n in range(1, 34)}}
"""All that Bloomberg is cited for, be it plans, hopes or doubts."""

DRIFTING: Final = {("c01", "wording"), ("c01", "headline")}
"""The headline has the US announce. The body has weaker claims about the same, and no
chain of it ends at the US."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Return the example."""
    return Dossier.load(EXAMPLE)


def seen(found: lineage.Lineage) -> Row:
    """Return what was answered, in the form of the table."""
    ends = [f"{each.source or '-'} {each.kind}" for each in found.ends]
    lo, hi = found.individuals.lo, found.individuals.hi
    return Row(
        ends=", ".join(ends),
        holders=" ".join(found.holders),
        origins=" ".join(found.origin_ids),
        individuals=f"{lo}..{'' if hi is None else hi}",
        bottlenecks=" ".join(found.bottlenecks),
        single_points=" ".join(found.single_points),
    )


def test_every_claim_has_a_row(dossier: Dossier) -> None:
    """All 36."""
    assert [*GOLDEN] == [each.id for each in dossier.claims]


@pytest.mark.parametrize("claim", GOLDEN)
def test_what_the_chains_of_a_claim_come_to(dossier: Dossier, claim: str) -> None:
    """Ends, holders, origins, individuals, bottlenecks, single points."""
    assert seen(lineage.trace(dossier, claim)) == GOLDEN[claim]


def test_nothing_but_the_headline_drifts(dossier: Dossier) -> None:
    """Nobody inside is less sure than the links outside are recorded to be."""
    claims = {each.id: each.claim for each in dossier.attributions}
    found = {(claims[each.attribution], each.kind) for each in lineage.drift(dossier)}
    assert found == DRIFTING


@pytest.mark.parametrize("retracted", FALLS)
def test_no_claim_of_the_article_is_weakened(dossier: Dossier, retracted: str) -> None:
    """Of 36 claims, whatever is retracted, none is weakened."""
    found = lineage.impact(dossier, retract=[retracted])
    assert set(found.falls) == FALLS[retracted]
    assert set(found.unsupported) == UNSUPPORTED
    assert found.weakened == ()
    assert set(found.in_question) == IN_QUESTION.get(retracted, set())
    touched = {each.claim for each in found.outcomes if each.is_touched}
    assert touched == TOUCHED.get(retracted, FALLS[retracted])
    assert set(found.stands) == set(GOLDEN) - FALLS[retracted] - UNSUPPORTED


def test_the_newer_view_stands_against_the_older_ones(dossier: Dossier) -> None:
    """What is enough without guarantees contradicts that they are needed.

    And nobody says that a settlement will come; officials doubt it.
    """
    found = lineage.conflicts(dossier)
    assert [each.claims for each in found] == [("c13", "c23"), ("c15", "c23"), ("c26",)]
    assert [each.supersedes for each in found] == [(("c23", "c13"),), (), ()]
