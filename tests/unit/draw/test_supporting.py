"""What support comes to, in the terms of a scale, and how many reasons are shown."""

from __future__ import annotations

from claimtrack import Confidence, Dossier, link
from claimtrack.draw import draw_claim


def graded(*grades: str) -> Dossier:
    """Return a claim that people of these grades have published themselves."""
    d = Dossier()
    claim = d.claim("The bridge is closed")
    for number, grade in enumerate(grades):
        who = d.person(f"P{number:02}")
        d.attribute(claim, link(who))
        d.assess(who, confidence=[Confidence("admiralty-reliability", grade)])
    return d


def rows(d: Dossier, scale: str = "icd203") -> list[str]:
    """Return the rows about support of the only claim."""
    (claim,) = d.claims
    text = draw_claim(d, claim, scale=scale)  # type: ignore[arg-type]
    shown = text.partition("    support        ")[2].partition("    why ")[0]
    return [line.strip() for line in shown.strip().split("\n")]


def test_one_term_several_terms_and_a_hole() -> None:
    """A scale may have no term for an interval that is narrow."""
    sure = graded("A", "A")
    assert rows(sure)[0] == "almost certain (97 to 100 %)"
    assert rows(graded("C"))[0] == "roughly even chance to almost certain (50 to 100 %)"
    certain = graded(*("A" * 40))
    assert rows(certain)[0] == "no term of the scale icd203 (99 to 100 %)"
    assert rows(sure, "kent")[0] == "almost certain to certain (97 to 100 %)"
    assert rows(sure, "stix")[0] == "97 to 100 %"


def test_a_claim_without_chains_has_no_rows() -> None:
    """There is nothing to say of it but that."""
    d = Dossier()
    d.claim("The bridge is closed")
    assert "support" not in draw_claim(d, d.claims[0])


def test_of_many_reasons_some_are_counted() -> None:
    """A row is read by people."""
    shown = rows(graded(*("B" * 25)))
    assert shown[1] == "for it: P00 (B)"
    assert shown[-1] == "and 5 more reasons"
    assert len(shown) == 22
