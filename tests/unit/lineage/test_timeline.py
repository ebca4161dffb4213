"""When what happened to a claim, as far as it is recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given

from claimtrack import DanglingReference, Document, Dossier, Source, When, link
from claimtrack.lineage import timeline
from claimtrack.testing import dossiers, whens

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import RelationKind


def build() -> Dossier:
    """Return a dossier in which a lot happened."""
    d = Dossier()
    unn, keir, desk = d.outlet("UNN"), d.person("Keir"), d.organization("Desk")
    officials = d.unnamed("officials", id="u1")
    report = d.document(
        "report", "Report", id="d1", published="2025-04~", modified="2025-05-02"
    )
    other = d.document("report", "Other", id="d2")
    paper = d.document("report", "Paper", id="d3", published="2024")
    rain, sun = d.claim("It rains", id="c1"), d.claim("The sun shines", id="c2")
    told = link(unn, at="2025-05-01T10:00:00+03:00", document=report)
    first = d.attribute(
        rain,
        told.citing(officials, at="2025-04-30", basis="document", evidence=[paper]),
    )
    d.attribute(rain, link(unn).citing(keir, at="2025", ascribed=True), document=report)
    d.attribute(rain, link(unn), document=other)
    d.attribute(sun, link(unn, at="1999"))
    d.assess(rain, by=desk, verdict="Half true", at="2025-06-01")
    d.assess(sun, verdict="True", at="2025-06-01")
    d.assess(first, verdict="Undated")
    d.relate(sun, "contradicts", rain, by=desk, at="2025-06-02")
    d.relate(unn, "owned-by", desk, at="2025-06-02")
    d.notice("retraction", report, by=unn, at=When(text="soon after"))
    d.notice("correction", first, at="2025-06/..")
    d.notice("correction", sun, at="2025")
    return d


def test_everything_that_has_a_date_stands_in_its_order() -> None:
    """What was said, issued, judged, joined and announced; nothing of other claims."""
    assert [str(each) for each in timeline(build(), "c1")] == [
        "2024  the document “Paper” was published",
        "2025  Keir was spoken for",
        "2025-04~  the document “Report” was published",
        "(not shown)  “officials” (unnamed, 1 or more) said so",
        "2025-05-01T10:00:00+03:00  UNN said so",
        "2025-05-02  the document “Report” was changed",
        "2025-06-01  the claim “It rains” was judged by Desk",
        "2025-06/..  correction of the attribution a1",
        (
            "2025-06-02  the claim “The sun shines” contradicts the claim “It rains”: "
            "judged so by Desk"
        ),
        "soon after  retraction of the document “Report” by UNN",
    ]


def test_notices_on_what_it_hangs_on_are_part_of_it() -> None:
    """On a source, also as a holder or under another id, and on an original."""
    d = build()
    d.add(Source(id="keir-2", kind="person", name="Sir Keir"))
    d.relate("keir", "same-as", "keir-2")
    for key, copy in (("d4", "d3"), ("d5", "d4"), ("d6", "d1")):
        d.document("report", key.upper(), id=key)
        kind: RelationKind = "copied-from" if key != "d5" else "translation-of"
        subject, object_ = (copy, key) if key != "d6" else (key, copy)
        d.relate(subject, kind, object_)
    somebody = d.person("Somebody else")
    for target in ("unn", "keir-2", "u1", "d4", "d5", "d6", somebody):
        d.notice("retraction", target, at="2026")
    shown = [str(each) for each in timeline(d, "c1") if str(each.when) == "2026"]
    assert shown == [
        "2026  retraction of Keir",
        "2026  retraction of UNN",
        "2026  retraction of the document “D4”",
        "2026  retraction of the document “D5”",
        "2026  retraction of “officials” (unnamed, 1 or more)",
    ]


def test_an_event_says_where_it_is_recorded() -> None:
    """By the record, and of what was said by the link."""
    events = timeline(build(), "c1")
    assert [(each.kind, each.record, each.link) for each in events[3:6]] == [
        ("said", "a1", 1),
        ("said", "a1", 0),
        ("modified", "d1", None),
    ]


def test_when_an_unnamed_source_spoke_is_shown_nowhere() -> None:
    """Neither in text nor in a repr; who asks for the date gets it."""
    dossier = Dossier()
    dossier.attribute(
        dossier.claim("It rains"),
        link(dossier.outlet("UNN")).citing(dossier.unnamed("a man"), at="2025-04-30"),
    )
    dossier.attribute("c1", link(link("unn")).citing(dossier.person("P"), at="1999"))
    first, second = timeline(dossier, "c1")
    assert "2025" not in f"{second} {second!r}"
    assert second.when == When.parse("2025-04-30")
    assert "1999" in str(first)
    assert "1999" not in repr(first)


def test_who_is_not_settled_may_be_unnamed(tell: Callable[..., Dossier]) -> None:
    """So the date is not shown either."""
    dossier = tell("o1 ?")
    told = dossier.attributions[0]
    links = [*told.chain][:1]
    links.append(attrs.evolve(told.chain.last, at=When.parse("2025")))
    dossier.replace(attrs.evolve(told, chain=links))
    assert str(timeline(dossier, "c1")[0]) == (
        "(not shown)  somebody who is not settled said so"
    )


def test_what_is_not_there_has_no_date(tell: Callable[..., Dossier]) -> None:
    """A dossier at work may lack a document still."""
    dossier = tell("d1> o1")
    dossier.replace(attrs.evolve(dossier.attributions[0], document="d9"))
    assert timeline(dossier, "c1") == ()
    with pytest.raises(DanglingReference):
        timeline(dossier, "d1")


@given(whens(), whens())
def test_what_surely_came_before_stands_before(one: When, other: When) -> None:
    """Whatever is known of the rest."""
    dossier = Dossier()
    outlet, rain = dossier.outlet("UNN"), dossier.claim("It rains")
    for key, each in (("d1", one), ("d2", other)):
        plain = attrs.evolve(each, relative_to=None)
        dossier.add(Document(id=key, kind="page", title=key, published=plain))
        dossier.attribute(rain, link(outlet), document=key)
    order = [each.record for each in timeline(dossier, rain)]
    if one.before(other):
        assert order == ["d1", "d2"]
    if other.before(one):
        assert order == ["d2", "d1"]


@given(dossiers())
def test_the_timeline_of_a_dossier_has_that_of_each_claim_once(
    dossier: Dossier,
) -> None:
    """Whatever claims share, it happened once."""
    found = timeline(dossier)
    events = {each for claim in dossier.claims for each in timeline(dossier, claim)}
    assert len(found) == len(set(found))
    assert set(found) == events


def test_the_timeline_of_a_dossier_is_in_order() -> None:
    """The events of all its claims among each other."""
    found = [str(each) for each in timeline(build())]
    assert found[0] == "1999  UNN said so"
    assert found[1] == "2024  the document “Paper” was published"
