"""Scenarios of a newsroom: who said what through whom, and what an editor reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs
import pytest

import claimtrack as ct
from claimtrack.confidence import Level, support
from claimtrack.records import ClaimKind

PEOPLE: Final = ("Ann", "Ben", "Cid", "Dee", "Eve", "Fay", "Gus", "Hal", "Ida", "Jo")


class Desk:
    """A desk that writes down one claim, who said it through whom, and grades."""

    def __init__(self, kind: ClaimKind = "fact") -> None:
        """Open a dossier with the claim."""
        self.dossier = ct.Dossier()
        self.claim = self.dossier.claim("The bridge is closed", kind=kind)

    def rate(self, source: ct.Source | ct.Document, grade: str | None) -> None:
        """Put a grade of reliability on record."""
        if grade is not None:
            value = ct.Confidence("admiralty-reliability", grade)
            self.dossier.assess(source, confidence=[value])

    def outlet(self, name: str, grade: str | None = None) -> ct.Source:
        """Return an outlet with its grade."""
        source = self.dossier.outlet(name)
        self.rate(source, grade)
        return source

    def person(self, name: str, grade: str | None = None) -> ct.Source:
        """Return a person with a grade."""
        source = self.dossier.person(name)
        self.rate(source, grade)
        return source

    def unnamed(self, text: str, grade: str | None = None) -> ct.Source:
        """Return an unnamed source with a grade."""
        source = self.dossier.unnamed(text, count="1")
        self.rate(source, grade)
        return source

    def report(self, *sources: ct.Source, claim: ct.Claim | None = None) -> None:
        """Write down that each of these sources cites the next."""
        self.said(ct.Chain(links=[each.id for each in sources]), claim)

    def said(self, chain: ct.Chain | ct.Link, claim: ct.Claim | None = None) -> None:
        """Write down a chain."""
        self.dossier.attribute(claim or self.claim, chain)

    def independent(self, one: ct.Source, other: ct.Source) -> None:
        """Write down that the desk has found two sources to be independent."""
        desk = self.dossier.organization("Desk")
        self.dossier.relate(one, "independent-of", other, by=desk)


@attrs.frozen
class Scenario:
    """What happens, and what is read.

    Attributes:
        tells: what is on record.
        level: the level that support has.
        because: the sentence that is shown after it.
        kind: what kind of claim it is.
    """

    tells: Callable[[Desk], object]
    level: Level
    because: str
    kind: ClaimKind = "fact"


def minister_through_post(desk: Desk) -> None:
    """Post reports what a minister said."""
    desk.report(desk.outlet("Post", "B"), desk.person("Minister", "B"))


def wire_through_unreliable_relay(desk: Desk) -> None:
    """An outlet that nobody should rely on relays a wire that was there."""
    desk.said(
        desk.outlet("Relay", "E").citing(desk.outlet("Wire", "A"), basis="witnessed")
    )


def five_relays_in_a_row(desk: Desk) -> None:
    """A minister's word comes through five outlets, one after the other."""
    relays = [desk.outlet(f"Relay {n}", "B") for n in range(1, 6)]
    desk.report(*relays, desk.person("Minister", "A"))


def ten_people_through_one_bad_outlet(desk: Desk) -> None:
    """Ten people whom one unreliable outlet quotes."""
    star = desk.outlet("Star", "E")
    for name in PEOPLE:
        desk.report(star, desk.person(name, "A"))


def ten_people_through_one_bad_outlet_declared(desk: Desk) -> None:
    """Independence does not help: all of it comes through Star."""
    ten_people_through_one_bad_outlet(desk)
    desk.independent(desk.person("Ann"), desk.person("Ben"))


def one_unnamed_source(desk: Desk) -> None:
    """An official without a name, whom the desk has rated itself."""
    desk.report(desk.outlet("Post", "A"), desk.unnamed("official", "A"))


def one_unnamed_source_unrated(desk: Desk) -> None:
    """An official without a name, whom nobody has rated."""
    desk.report(desk.outlet("Bloomberg", "B"), desk.unnamed("official"))


def two_officials_of_one_outlet(desk: Desk) -> None:
    """Post knows that they are two people; nobody else does."""
    post = desk.outlet("Post", "B")
    for text in ("aide", "clerk"):
        desk.report(post, desk.unnamed(text, "B"))


def two_officials_of_two_outlets(desk: Desk) -> None:
    """Two outlets may have spoken to the same official."""
    for outlet, text in (("Post", "aide"), ("Star", "clerk")):
        desk.report(desk.outlet(outlet, "B"), desk.unnamed(text, "B"))


def minister_denies(desk: Desk) -> None:
    """A wire saw it, and a minister denies it."""
    desk.said(ct.link(desk.outlet("Wire", "A"), basis="witnessed"))
    minister = desk.person("Minister", "A")
    desk.said(desk.outlet("Star", "A").citing(minister, factuality="CT-"))


def only_a_denial(desk: Desk) -> None:
    """Nobody says so, and a minister denies it."""
    minister = desk.person("Minister", "B")
    desk.said(desk.outlet("Post", "B").citing(minister, factuality="CT-"))


def minister_denies_the_weak_report(desk: Desk) -> None:
    """A blog relays somebody, and a minister denies it."""
    desk.report(desk.outlet("Blog", "E"), desk.person("Ann", "C"))
    minister = desk.person("Minister", "B")
    desk.said(desk.outlet("Post", "B").citing(minister, factuality="CT-"))


def leak_that_the_desk_grades(desk: Desk) -> None:
    """A leak of grade B, which the desk finds probably true: B2."""
    leak = desk.dossier.document("leak", "Minutes", id="minutes")
    desk.rate(leak, "B")
    chain = ct.link(desk.outlet("Post", "A"), basis="document", evidence=[leak])
    desk.said(chain)
    credibility = ct.Confidence("admiralty-credibility", "2")
    desk.dossier.assess(desk.claim, at="2026-03-01", confidence=[credibility])


def report_that_nobody_has_read(desk: Desk) -> None:
    """Blog cites accounts that the desk has not seen."""
    accounts = desk.dossier.document("report", "Accounts")
    desk.rate(accounts, "A")
    blog = desk.outlet("Blog", "C")
    desk.said(ct.link(blog, basis="document", evidence=[accounts]))


def two_outlets_of_one_owner(desk: Desk) -> None:
    """Both were there, and belong to one group."""
    owner = desk.dossier.organization("Group")
    for name in ("Post", "Star"):
        outlet = desk.outlet(name, "B")
        desk.dossier.relate(outlet, "owned-by", owner)
        desk.said(ct.link(outlet, basis="witnessed"))


def outlet_keeps_a_distance(desk: Desk) -> None:
    """Post writes that the minister claims it."""
    minister = desk.person("Minister", "B")
    desk.said(desk.outlet("Post", "B").citing(minister, stance="distances"))


def outlets_in_a_circle(desk: Desk) -> None:
    """Each of two outlets has it from the other."""
    post, star = desk.outlet("Post", "A"), desk.outlet("Star", "A")
    desk.report(post, star)
    desk.report(star, post)


def crowd(desk: Desk) -> None:
    """People at large are no origin."""
    protesters = desk.dossier.crowd("Protesters")
    desk.rate(protesters, "C")
    desk.report(desk.outlet("Post", "A"), protesters)


def one_analyst(desk: Desk) -> None:
    """An analyst publishes a forecast."""
    desk.report(desk.person("Analyst", "A"))


def analysts_who_disagree(desk: Desk) -> None:
    """One analyst expects it, another does not."""
    desk.report(desk.outlet("Post", "A"), desk.person("Ann", "B"))
    ben = desk.person("Ben", "B")
    desk.said(desk.outlet("Post", "A").citing(ben, factuality="CT-"))


def old_grade_and_new_one(desk: Desk) -> None:
    """The latest dated grade counts; an undated one only without any."""
    mayor = desk.person("Mayor")
    desk.report(mayor)
    for grade, at in (("E", "2024-01"), ("B", "2026-01"), ("A", None)):
        value = ct.Confidence("admiralty-reliability", grade)
        desk.dossier.assess(mayor, at=at, confidence=[value])


def assessors_who_disagree(desk: Desk) -> None:
    """One desk relies on the mayor completely, another not at all."""
    mayor = desk.person("Mayor")
    desk.report(mayor)
    for name, grade in (("Desk A", "A"), ("Desk B", "E")):
        by = desk.dossier.organization(name)
        value = ct.Confidence("admiralty-reliability", grade)
        desk.dossier.assess(mayor, by=by, confidence=[value])


def two_people_who_are_independent(desk: Desk) -> None:
    """Two people publish it, and the desk found them independent."""
    ann, ben = desk.person("Ann", "A"), desk.person("Ben", "A")
    desk.report(ann)
    desk.report(ben)
    desk.independent(ann, ben)


def two_people_nobody_calls_independent(desk: Desk) -> None:
    """Two people publish it."""
    desk.report(desk.person("Ann", "A"))
    desk.report(desk.person("Ben", "A"))


def two_people_through_weak_outlets_declared(desk: Desk) -> None:
    """Good origins, and only fair ways to them."""
    ann, ben = desk.person("Ann", "A"), desk.person("Ben", "A")
    desk.report(desk.outlet("Blog", "C"), ann)
    desk.report(desk.outlet("Site", "C"), ben)
    desk.independent(ann, ben)


def outlet_that_was_there(desk: Desk) -> None:
    """A wire saw it."""
    desk.said(ct.link(desk.outlet("Wire", "A"), basis="witnessed"))


def outlet_that_does_not_say_how_it_knows(desk: Desk) -> None:
    """Post cites Bloomberg, and Bloomberg cites nobody."""
    desk.report(desk.outlet("Post", "B"), desk.outlet("Bloomberg", "A"))


def nobody(desk: Desk) -> None:
    """Nothing is on record but a rating."""
    desk.person("Minister", "A")


def relay_nobody_can_judge(desk: Desk) -> None:
    """The minister is reliable; of Post nobody can say."""
    desk.report(desk.outlet("Post", "F"), desk.person("Minister", "A"))


def two_rated_and_one_unrated(desk: Desk) -> None:
    """Post quotes a minister, and a mayor whom nobody has rated."""
    post = desk.outlet("Post", "B")
    desk.report(post, desk.person("Minister", "B"))
    desk.report(post, desk.person("Mayor"))


def changed_its_word(desk: Desk) -> None:
    """The minister said so in January, and denied it in February."""
    post, minister = desk.outlet("Post", "A"), desk.person("Minister", "B")
    desk.said(post.citing(minister, at="2026-01-01"))
    desk.said(post.citing(minister, at="2026-02-01", factuality="CT-"))


def says_both(desk: Desk) -> None:
    """The minister says so and denies it, on no date."""
    post, minister = desk.outlet("Post", "A"), desk.person("Minister", "B")
    desk.said(post.citing(minister))
    desk.said(post.citing(minister, factuality="CT-"))


def retracted(desk: Desk) -> None:
    """Post reports what a minister said, and takes it back."""
    minister_through_post(desk)
    desk.dossier.notice("retraction", desk.dossier.attributions[0])


def contradicted_by_another_claim(desk: Desk) -> None:
    """The police say that the bridge is open."""
    minister_through_post(desk)
    opened = desk.dossier.claim("The bridge is open")
    desk.dossier.relate(opened, "contradicts", desk.claim)
    desk.report(desk.person("Police", "A"), claim=opened)


def hedged_word(desk: Desk) -> None:
    """The minister calls it possible."""
    minister = desk.person("Minister", "A")
    desk.said(desk.outlet("Post", "A").citing(minister, factuality="PS+"))


def unnamed_and_independent(desk: Desk) -> None:
    """Two officials of Post, whom the desk found independent."""
    post = desk.outlet("Post", "A")
    aide, clerk = desk.unnamed("aide", "A"), desk.unnamed("clerk", "A")
    desk.report(post, aide)
    desk.report(post, clerk)
    desk.independent(aide, clerk)


def nine_through_a_bad_outlet_and_one_through_a_good_one(desk: Desk) -> None:
    """Star quotes nine people, and Post a tenth."""
    star, post = desk.outlet("Star", "D"), desk.outlet("Post", "B")
    for name in PEOPLE[:9]:
        desk.report(star, desk.person(name, "A"))
    desk.report(post, desk.person("Jo", "A"))


SCENARIOS: Final = (
    Scenario(
        minister_through_post, "moderate", "Minister (B) through Post (B); one origin"
    ),
    Scenario(wire_through_unreliable_relay, "low", "Wire (A) through Relay (E)"),
    Scenario(
        five_relays_in_a_row,
        "low",
        (
            "Minister (A) through Relay 5 (B), Relay 4 (B), Relay 3 (B), Relay "
            "2 (B) and Relay 1 (B)"
        ),
    ),
    Scenario(
        ten_people_through_one_bad_outlet,
        "low",
        "Ann (A) and nine more origins, all through Star (E)",
    ),
    Scenario(
        ten_people_through_one_bad_outlet_declared,
        "low",
        "Ann (A) and nine more origins, all through Star (E)",
    ),
    Scenario(
        one_unnamed_source,
        "moderate",
        (
            "?official (A) through Post (A); one origin; nobody who speaks for "
            "it is named"
        ),
    ),
    Scenario(
        one_unnamed_source_unrated,
        "not-rated",
        "one unnamed origin through Bloomberg alone",
    ),
    Scenario(
        two_officials_of_one_outlet,
        "moderate",
        (
            "?aide (B) and ?clerk (B), both through Post (B); they may be the "
            "same person; nobody who speaks for it is named"
        ),
    ),
    Scenario(
        two_officials_of_two_outlets,
        "moderate",
        (
            "?aide (B) through Post (B) and ?clerk (B) through Star (B); they "
            "may be the same person"
        ),
    ),
    Scenario(
        minister_denies,
        "contested",
        "Wire (A) saw it; Minister (A) denies it, through Star (A)",
    ),
    Scenario(
        only_a_denial, "spoken-against", "Minister (B) denies it, through Post (B)"
    ),
    Scenario(
        minister_denies_the_weak_report,
        "spoken-against",
        (
            "Minister (B) denies it, through Post (B); for it only Ann (C) "
            "through Blog (E)"
        ),
    ),
    Scenario(
        leak_that_the_desk_grades,
        "high",
        ("the document “Minutes” (B) says so, through Post (A); one origin"),
    ),
    Scenario(
        two_outlets_of_one_owner,
        "high",
        "Post (B) and Star (B); they have a common owner",
    ),
    Scenario(
        outlet_keeps_a_distance,
        "moderate",
        ("Minister (B) through Post (B), with Post keeping a distance; one origin"),
    ),
    Scenario(outlets_in_a_circle, "none", "Post and Star only cite each other"),
    Scenario(crowd, "none", "the chains stop at Protesters"),
    Scenario(
        one_analyst,
        "moderate",
        (
            "Analyst (A) says so; one origin; support for a prediction is moderate "
            "at most"
        ),
        "prediction",
    ),
    Scenario(
        analysts_who_disagree,
        "contested",
        ("Ann (B) says so, through Post (A); Ben (B) denies it, through Post (A)"),
        "prediction",
    ),
    Scenario(old_grade_and_new_one, "moderate", "Mayor (B) says so; one origin"),
    Scenario(assessors_who_disagree, "moderate", "Mayor (A and E) says so; one origin"),
    Scenario(
        two_people_who_are_independent,
        "high",
        ("Ann (A) and Ben (A); somebody else calls at least two of them independent"),
    ),
    Scenario(
        two_people_who_are_independent,
        "moderate",
        (
            "Ann (A) and Ben (A); somebody else calls at least two of them "
            "independent; support for a prediction is moderate at most"
        ),
        "prediction",
    ),
    Scenario(
        two_people_nobody_calls_independent,
        "moderate",
        "Ann (A) and Ben (A); nobody calls them independent",
    ),
    Scenario(
        two_people_through_weak_outlets_declared,
        "moderate",
        (
            "Ann (A) through Blog (C) and Ben (A) through Site (C); somebody "
            "else calls at least two of them independent"
        ),
    ),
    Scenario(outlet_that_was_there, "high", "Wire (A) saw it; one origin"),
    Scenario(
        outlet_that_does_not_say_how_it_knows, "none", "the chains stop at Bloomberg"
    ),
    Scenario(nobody, "none", "no chain on record speaks for it"),
    Scenario(relay_nobody_can_judge, "not-rated", "one origin through Post alone"),
    Scenario(
        two_rated_and_one_unrated,
        "moderate",
        ("Minister (B) through Post (B); one origin; one other origin not rated"),
    ),
    Scenario(
        changed_its_word, "spoken-against", "Minister (B) denies it, through Post (A)"
    ),
    Scenario(
        says_both,
        "none",
        "Minister says this and the opposite, and no date decides; neither counts",
    ),
    Scenario(retracted, "none", "one chain taken back by a retraction on record"),
    Scenario(
        contradicted_by_another_claim,
        "spoken-against",
        ("Police (A) says otherwise; for it only Minister (B) through Post (B)"),
    ),
    Scenario(hedged_word, "low", "Minister (A) through Post (A)"),
    Scenario(
        unnamed_and_independent,
        "moderate",
        (
            "?aide (A) and ?clerk (A), both through Post (A); somebody else "
            "calls at least two of them independent; nobody who speaks for it "
            "is named"
        ),
    ),
    Scenario(
        nine_through_a_bad_outlet_and_one_through_a_good_one,
        "moderate",
        (
            "Jo (A) through Post (B) and nine more origins; 9 of 10 through "
            "Star (D); nobody calls them independent"
        ),
    ),
    Scenario(
        minister_through_post,
        "none",
        "a norm says what ought to be, not what is so",
        "norm",
    ),
    Scenario(
        minister_through_post,
        "none",
        "an evaluation is a view, not something that is so",
        "evaluation",
    ),
)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda each: each.tells.__name__)
def test_what_an_editor_reads(scenario: Scenario) -> None:
    """The level, and the sentence after it."""
    desk = Desk(scenario.kind)
    scenario.tells(desk)
    found = support(desk.dossier, desk.claim)
    assert (found.level, found.because) == (scenario.level, scenario.because)


@pytest.mark.parametrize(
    ("tells", "to_raise"),
    [
        (minister_through_post, "a second origin that somebody else calls independent"),
        (
            wire_through_unreliable_relay,
            (
                "the report of Wire itself, or a second origin that somebody else "
                "calls independent"
            ),
        ),
        (two_people_through_weak_outlets_declared, "a better path to one of them"),
        (ten_people_through_one_bad_outlet, "a better path to one of them"),
        (one_unnamed_source, "an origin with a name"),
        (one_unnamed_source_unrated, "a rating of ?official"),
        (
            two_people_nobody_calls_independent,
            "a record by somebody else that two of them are independent",
        ),
        (
            outlet_that_does_not_say_how_it_knows,
            "a record of how Bloomberg came to know it",
        ),
        (
            report_that_nobody_has_read,
            (
                "the document “Accounts” itself, or a second origin that somebody "
                "else calls independent"
            ),
        ),
        (nobody, "somebody on record who says so"),
        (two_people_who_are_independent, ""),
    ],
)
def test_what_would_raise_it(tells: Callable[[Desk], object], to_raise: str) -> None:
    """What a reporter can do next."""
    desk = Desk()
    tells(desk)
    assert support(desk.dossier, desk.claim).to_raise == to_raise


def test_what_would_raise_it_does() -> None:
    """Each piece of advice, followed, gives a higher level or more belief."""
    desk = Desk()
    one_unnamed_source_unrated(desk)
    assert support(desk.dossier, desk.claim).level == "not-rated"
    desk.rate(desk.dossier.sources[-1], "B")
    assert support(desk.dossier, desk.claim).level == "moderate"
    desk = Desk()
    two_people_nobody_calls_independent(desk)
    desk.independent(desk.person("Ann"), desk.person("Ben"))
    assert support(desk.dossier, desk.claim).level == "high"
    desk = Desk()
    wire_through_unreliable_relay(desk)
    desk.said(ct.link("wire", basis="witnessed"))
    assert support(desk.dossier, desk.claim).level == "high"


def test_the_word_of_a_desk_stands_beside_it() -> None:
    """It changes neither the level nor the number."""
    desk = Desk()
    leak_that_the_desk_grades(desk)
    found = support(desk.dossier, desk.claim)
    assert found.desk == "probably true (2), 2026-03-01"
    assert "The desk: probably true (2), 2026-03-01." in str(found)
    desk.dossier.remove(desk.dossier.assessments[-1])
    assert support(desk.dossier, desk.claim) == attrs.evolve(found, desk="")
