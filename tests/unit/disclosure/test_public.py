"""What of a dossier others may have: what goes, what stays, and what stands instead."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from claimtrack import Candidate, Condition, Dossier, Link, When, link
from claimtrack.disclosure import WITHHELD, check, public
from claimtrack.records import Anonymity, Claim, Head, Recorded


def evolved(value: Any, **fields: Any) -> Any:  # noqa: ANN401  of any record
    """Return a record with other values in these fields."""
    return attrs.evolve(value, **fields)


@pytest.fixture
def d() -> Dossier:
    """Return a dossier with an outlet, an unnamed source, a document and a claim."""
    made = Dossier(title="Night service", lang="en", base="https://example.org/d/")
    made.outlet("Post", id="post", url="https://example.org", aka=["The Post"])
    made.unnamed("a port worker", id="u1", role="worker", count="1")
    made.document("article", "Ferry", id="d1", url="https://example.org/ferry")
    made.claim("The ferry stops.", id="c1")
    made.attribute("c1", link("post").citing("u1"), id="a1", document="d1")
    return made


def test_what_is_public_stays_as_it_is(d: Dossier) -> None:
    """With its ids, its order and its head; and so does the dossier itself."""
    before = d.dumps()
    assert public(d) == d
    assert public(d) is not d
    assert list(public(d)) == list(d)
    assert d.dumps() == before


def test_what_the_schemas_mark_goes(d: Dossier) -> None:
    """Notes, foreign data, anonymity, who recorded it; and waivers as a whole."""
    bare = d.dumps()
    for record in list(d.values()):
        d.replace(evolved(record, note="canary", ext={"canary": 1}))
    d.replace(evolved(d["u1"], anonymity=Anonymity(reason="canary")))
    d.replace(evolved(d["a1"], recorded=Recorded(by="canary")))
    d.waive("CT708", "a1", by="canary", reason="canary", id="w1", note="canary")
    d.notice("update", "w1", id="n1")
    assert public(d).dumps() == bare


def test_what_only_a_newer_version_knows_goes(d: Dossier) -> None:
    """It may be private there; what is left is of our version."""
    bare = d.dumps()
    d.head = evolved(d.head, version="1.7", later={"canary": "canary"})
    assert isinstance(d.head, Head)
    assert public(d).dumps() == bare


def test_where_a_leak_lies_goes(d: Dossier) -> None:
    """Of other documents it stays."""
    fields = {
        "url": "https://example.org/x",
        "archived": ["https://example.org/y"],
        "sha256": "ca" * 32,
        "image": ["https://example.org/z"],
    }
    d.replace(evolved(d["d1"], **fields))
    assert public(d)["d1"] == d["d1"]
    d.replace(evolved(d["d1"], kind="leak"))
    made = public(d)["d1"]
    assert made == evolved(d["d1"], url=None, archived=(), sha256=None, image=())
    d.replace(evolved(d["d1"], title=None))
    assert public(d)["d1"] == evolved(made, title=WITHHELD)


def test_the_picture_of_an_unnamed_source_goes(d: Dossier) -> None:
    """That of others stays; and it is a finding, as it says who it is."""
    picture = "https://example.org/portrait.jpg"
    d.replace(evolved(d["post"], image=[picture]))
    assert public(d) == d
    shown = evolved(d["u1"], image=[picture])
    d.replace(shown)
    assert public(d)["u1"] == evolved(shown, image=())
    (found,) = check(d)
    assert (found.code, found.field) == ("CT801", "source.image")
    assert picture not in str(found)
    assert picture not in repr(shown)


def test_when_a_claim_of_nobody_was_made_stays(d: Dossier) -> None:
    """There is no source to protect; where and to whom may tell who it was."""
    head = Link(at="2025-05", addressee="post", occasion="a meeting", mention="rumour")
    d.replace(evolved(d["a1"], chain=head))
    made = public(d)["a1"]
    assert made == evolved(d["a1"], chain=evolved(head, addressee=None, occasion=None))


def test_a_review_of_what_was_off_the_record_goes(d: Dossier) -> None:
    """With its page, its author and what is said of the page: they tell the claim."""
    said = link("post").citing("u1", ground_rules="off-record")
    d.replace(evolved(d["a1"], chain=said, document=None))
    d.remove("d1")
    bare = Dossier(title=d.title, lang=d.lang, base=d.base)
    writer = d.person("A. Writer", id="writer")
    page = d.document("article", "No: it goes on", id="page", authors=[writer])
    paper = d.document("report", "Timetable", id="paper")
    d.assess("c1", document=page, evidence=[paper], verdict="False")
    d.notice("update", page)
    assert public(d) == bare
    other = d.claim("Trains run", id="c2")
    d.assess(other, document=page, verdict="True", id="v2")
    assert {*public(d)} == {"c2", "v2", "page", "writer", "n1"}


def chained(d: Dossier, inner: Link) -> Link:
    """Return what becomes public of a link."""
    d.replace(evolved(d["a1"], chain=link("post").citing(inner)))
    return public(d).attributions[0].chain.last


def test_when_and_to_whom_an_unnamed_source_spoke_goes(d: Dossier) -> None:
    """So does that of one that is not settled, or not there; of others it stays."""
    said = Link(
        source="u1", at="2025", occasion="a dinner", addressee="post", cue="said"
    )
    assert chained(d, said) == Link(source="u1", cue="said")
    named = evolved(said, source="post")
    assert chained(d, named) == named
    nobody = evolved(said, source="nobody")
    assert chained(d, nobody) == Link(source="nobody", cue="said")
    for candidates in ((), (Candidate(source="post"),)):
        open_ = evolved(said, source=None, candidates=candidates)
        assert chained(d, open_) == Link(candidates=candidates, cue="said")


def test_what_could_name_an_unnamed_source_goes(d: Dossier) -> None:
    """Its aliases and addresses, and the relations that say who it is."""
    bare = d.dumps()
    telling = {"aka": ["X"], "same_as": ["ex:y"], "url": "ex:z"}
    d.replace(evolved(d["u1"], **telling))
    d.relate("u1", "same-as", "post", id="r1")
    d.notice("update", "r1", id="n1")
    assert public(d).dumps() == bare


def test_that_two_unnamed_sources_are_one_stays(d: Dossier) -> None:
    """It names nobody; nor does a text that nobody has judged."""
    d.unnamed("a worker", id="u2")
    d.source("unresolved", "workers", id="x")
    d.relate("u1", "same-as", "u2", id="r1")
    d.relate("u1", "same-as", "x", id="r2")
    assert public(d) == d


@pytest.mark.parametrize("by", ["source", "candidates", "same-as"])
def test_a_source_on_deep_background_is_not_described(d: Dossier, by: str) -> None:
    """Wherever it is on deep background, and under whichever of its ids."""
    d.unnamed("somebody else", id="u2")
    inner = Link(source="u1", ground_rules="deep-background")
    if by == "candidates":
        candidates = (Candidate(source="u1"), Candidate(source="post"))
        inner = evolved(inner, source=None, candidates=candidates)
    if by == "same-as":
        d.unnamed("a worker", id="u3")
        d.relate("u1", "same-as", "u3")
        inner = evolved(inner, source="u3")
    chained(d, inner)
    made = public(d)
    assert made["u1"] == evolved(d["u1"], description=WITHHELD)
    assert made["u2"] == d["u2"]
    assert made["post"] == d["post"]


def test_the_notation_says_that_something_is_withheld(d: Dossier) -> None:
    """And can be read again."""
    chained(d, Link(source="u1", ground_rules="deep-background"))
    made = public(d)
    assert made.format_chain(made.attributions[0]) == "Post < ?[withheld]"
    assert Dossier().parse_chain("Post < ?[withheld]")


def off_the_record(d: Dossier) -> None:
    """Add a chain off the record, and all that only it brings in."""
    d.organization("Ministry", id="ministry")
    d.unnamed("an insider", id="u2", affiliations=["ministry"])
    d.document("report", "Minutes", id="d2", publisher="ministry")
    d.claim("The minister resigns.", id="c2")
    d.claim("The insider said so.", id="c3")
    secret = Link(
        source="u2", ground_rules="off-record", evidence=["d2"], utterance="c3"
    )
    d.attribute("c2", link("post").citing(secret), id="a2", document="d1")


def test_what_is_off_the_record_goes_with_all_that_it_brings_in(d: Dossier) -> None:
    """A claim that nobody makes on the record would give it away."""
    bare = d.dumps()
    off_the_record(d)
    d.assess("c2", verdict="True", id="as1", by="ministry")
    d.assess("a2", verdict="Sound", id="as2")
    d.relate("c1", "contradicts", "c2", id="r1")
    d.notice("denial", "c2", id="n1")
    d.notice("update", "n1", id="n2")
    assert public(d).dumps() == bare


def test_an_off_record_link_anywhere_is_enough(d: Dossier) -> None:
    """Also in the middle, or with a speaker who is not settled."""
    off = link("post", ground_rules="off-record").citing("u1")
    d.replace(evolved(d["a1"], chain=off))
    assert list(public(d)) == []
    nobody = link("post").citing(Link(candidates=(), ground_rules="off-record"))
    d.replace(evolved(d["a1"], chain=nobody))
    assert list(public(d)) == ["u1"]


def test_what_something_else_leads_to_stays(d: Dossier) -> None:
    """A claim made on the record too, a source that is judged, and what they need."""
    off_the_record(d)
    d.attribute("c2", "ministry", id="a3")
    d.assess("c1", verdict="So it is", id="as1", evidence=["d2"])
    d.assess("ministry", verdict="Reliable", id="as2")
    d.assess("u2", verdict="Reliable", id="as3")
    kept = set(public(d))
    assert set(d) - kept == {"u2", "c3", "a2", "as3"}


def test_a_judgement_that_waits_for_another_comes_back_with_it(d: Dossier) -> None:
    """What is led to by what comes back, comes back as well."""
    off_the_record(d)
    d.assess("c1", verdict="So it is", id="as1", evidence=["d2"])
    d.assess("d2", verdict="Genuine", id="as2", by="u2")
    d.assess("u2", verdict="Reliable", id="as3")
    d.notice("update", "as3", id="n1")
    assert set(d) - set(public(d)) == {"c2", "c3", "a2"}


def test_judgements_do_not_hold_each_other_up(d: Dossier) -> None:
    """Where only they and the chain off the record lead to what they are about."""
    bare = d.dumps()
    off_the_record(d)
    d.assess("u2", verdict="Reliable", id="as1", evidence=["d2"])
    d.assess("d2", verdict="Genuine", id="as2", by="u2")
    assert public(d).dumps() == bare


def test_a_claim_is_not_about_what_is_gone(d: Dossier) -> None:
    """What is in no dossier stays: it leads out of it."""
    d.waive("CT708", "a1", by="A. Editor", reason="Known.", id="w1")
    off_the_record(d)
    elsewhere = "https://example.org/ship"
    claim = d.claim("T", id="c9", about=["post", "w1", "a2", elsewhere])
    expected = evolved(claim, about=["post", elsewhere])
    assert public(d)["c9"] == expected


def test_being_about_something_keeps_nothing_in(d: Dossier) -> None:
    """What was said off the record alone goes, and with it that a claim is about it."""
    off_the_record(d)
    gone = ["c2", "c3", "u2", "d2", "a2"]
    spelled = [f"https://example.org/d/{each}" for each in gone]
    claim = d.claim("T", id="c9", about=["post", *gone, *spelled, "https://e.org/c2"])
    shared = public(d)
    assert set(gone).isdisjoint(shared)
    assert shared["c9"] == evolved(claim, about=["post", "https://e.org/c2"])


def test_an_id_that_is_spelled_out_is_the_slug_too(d: Dossier) -> None:
    """Whichever way round: the record may have the long form, and what names it not."""
    d.claim("Resigns.", id="https://example.org/d/c2")
    told = link("post", ground_rules="off-record")
    d.attribute("https://example.org/d/c2", told, id="a2")
    d.claim("T", id="c9", about=["c1", "https://example.org/d/c2"])
    shared = public(d)
    assert "https://example.org/d/c2" not in shared
    assert shared["c9"] == Claim(id="c9", text="T", about=["c1"])


def test_a_claim_that_another_rests_on_stays(d: Dossier) -> None:
    """Else "if" would become "in any case"."""
    off_the_record(d)
    d.claim("Then the ferry stops.", id="c9", condition=Condition(claim="c2"))
    assert {"c2", "c9"} <= set(public(d))
    assert "a2" not in public(d)


def test_a_date_that_counts_from_a_document_that_only_it_names(d: Dossier) -> None:
    """The document stays: others cannot see that it was named there."""
    d.document("article", "Elsewhere", id="d2")
    at = When(text="then", relative_to="d2")
    assert chained(d, Link(source="u1", at=at)) == Link(source="u1")
    assert "d2" in public(d)
