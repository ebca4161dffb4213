"""How far the record supports a claim: rows, likelihoods, and the line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimtrack import Confidence, Dossier, link
from claimtrack.confidence import support
from claimtrack.draw import (
    SupportShown,
    claims_data,
    draw_claim,
    find_supports,
    support_note,
)

if TYPE_CHECKING:
    from claimtrack.records import Factuality

FORECAST = SupportShown(scale="icd203")
ASKED = SupportShown(is_asked=True)


def graded(*grades: str, factuality: Factuality = "CT+") -> Dossier:
    """Return a claim that people of these grades have published themselves."""
    d = Dossier()
    claim = d.claim("The bridge is closed")
    for number, grade in enumerate(grades):
        who = d.person(f"P{number:02}")
        d.attribute(claim, link(who, factuality=factuality))
        d.assess(who, confidence=[Confidence("admiralty-reliability", grade)])
    return d


def rows(d: Dossier, shown: SupportShown) -> dict[str, list[str]]:
    """Return the rows about support of the only claim, by what they begin with."""
    names = ("support", "to raise", "the desk", "as likelihood", "numbers", "because")
    found: dict[str, list[str]] = {}
    name = ""
    for line in draw_claim(d, d.claims[0], shown=shown).split("\n"):
        begins = [each for each in names if line.startswith(f"    {each}  ")]
        name = begins[0] if begins else name if line.startswith(" " * 19) else ""
        if name:
            found.setdefault(name, []).append(line[4:].removeprefix(name).strip())
    return found


@pytest.mark.parametrize(
    ("dossier", "scale", "said"),
    [
        (graded("A"), "icd203", ["if the grades are right: almost certain or more"]),
        (graded("C"), "kent", ["if the grades are right: chances about even or more"]),
        (graded("C"), "percent", ["if the grades are right: 50 % or more"]),
        (graded("C"), "phia", ["if the grades are right: 50 % or more"]),
        (
            graded("B", factuality="CT-"),
            "icd203",
            ["if the grades are right: unlikely or less"],
        ),
        (graded("F"), "icd203", None),
    ],
)
def test_a_likelihood_says_no_more_than_the_record(
    dossier: Dossier, scale: str, said: list[str] | None
) -> None:
    """Of an end that nothing holds nothing is said, nor where nobody is rated."""
    shown = SupportShown(scale=scale)  # type: ignore[arg-type]
    assert rows(dossier, shown).get("as likelihood") == said


def both_sides(first: str, second: str) -> Dossier:
    """Return a claim that one person makes, and another denies."""
    d = graded(first)
    police = d.organization("Police")
    d.attribute(d.claims[0], link(police, factuality="CT-"))
    d.assess(police, confidence=[Confidence("admiralty-reliability", second)])
    return d


def test_where_both_sides_speak_no_term_says_what_that_is() -> None:
    """Contested claims have no likelihood; others may have one of two ends."""
    contested = both_sides("B", "C")
    assert support(contested, contested.claims[0]).level == "contested"
    assert "as likelihood" not in rows(contested, FORECAST)
    (data,) = claims_data(contested, contested.claims, scale="icd203")
    assert data["support"]["candidates"] == []
    said = rows(both_sides("B", "E"), FORECAST)["as likelihood"]
    assert said == ["if the grades are right: likely to almost certain"]
    narrow = SupportShown(scale="level")
    assert rows(graded("B"), narrow)["as likelihood"]


def test_a_claim_has_a_row_if_it_is_judged_or_asked_for() -> None:
    """Else there is nothing to say of it; what the desk says is always there."""
    d = Dossier()
    claim = d.claim("The bridge is closed")
    assert rows(d, SupportShown()) == {}
    assert rows(d, ASKED) == {
        "support": ["none: no chain on record speaks for it"],
        "to raise": ["somebody on record who says so"],
    }
    credibility = [Confidence("admiralty-credibility", "5")]
    d.assess(claim, at="2026-03-01", confidence=credibility)
    assert rows(d, SupportShown()) == {"the desk": ["improbable (5), 2026-03-01"]}


def test_of_many_reasons_some_are_counted() -> None:
    """A row is read by people."""
    shown = rows(graded(*("B" * 25)), SupportShown(has_why=True))["because"]
    assert shown[0] == "for it: P00 (B)"
    assert shown[-1].startswith("and ")
    assert len(shown) == 21


def test_one_line_says_what_support_does_not() -> None:
    """How many claims have none, and whom to rate first."""
    d = Dossier()
    assert support_note([(d, find_supports(d, d.claims).values())]) == ""
    post = d.outlet("Post")
    ann, ben = d.person("Ann"), d.person("Ben")
    for text, who in (("A", ann), ("B", ann), ("C", ben)):
        d.attribute(d.claim(text), post.citing(who))
    d.claim("It must open", kind="norm")
    d.claim("It is shut")
    found = find_supports(d, d.claims)
    assert support_note([(d, found.values())]) == (
        "support: 1 of 5 claims has no origin on record, 1 is a norm or an "
        "evaluation, 3 wait for ratings: rate Post (3 claims), then Ann (2 claims), "
        "then Ben (1 claim)"
    )
    d.assess(post, confidence=[Confidence("admiralty-reliability", "B")])
    for who in (ann, ben):
        d.assess(who, confidence=[Confidence("admiralty-reliability", "B")])
    judged = [each for each in find_supports(d, d.claims).values() if each.opinion]
    assert support_note([(d, judged)]) == ""
