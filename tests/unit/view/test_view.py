"""A dossier's records with everything that is one merged."""

from __future__ import annotations

import pytest

from claimtrack import (
    Assessment,
    Claim,
    DanglingReference,
    Document,
    Dossier,
    Link,
    Relation,
)
from claimtrack.view import (
    Classes,
    Interval,
    View,
    closure,
    find_heaviest,
    group_pairs,
    neighbours,
)


def build(*relations: str) -> View:
    """Return a view of claims c1 to c4, documents d1 to d4 and these relations."""
    d = Dossier()
    for number in range(1, 5):
        d.add(Claim(id=f"c{number}", text=f"C{number}"))
        d.add(Document(id=f"d{number}", kind="report", title=f"D{number}"))
    for each in relations:
        subject, kind, object_ = each.split()
        d.add(Relation(kind=kind, subject=subject, object=object_))  # type: ignore[arg-type]
    return View.of(d)


def test_claims_that_say_the_same_are_one() -> None:
    """By same-as and translation-of, and they contradict as one."""
    found = build(
        "c2 same-as c3",
        "c1 translation-of c3",
        "c4 contradicts c2",
        "c2 contradicts c1",
    ).claims
    assert found.least_of("c3") == "c1"
    assert found.members_of("c2") == ("c1", "c2", "c3")
    assert found.contradicting_with("c3") == {"c4"}
    assert found.contradicting_with("c4") == {"c1"}


@pytest.mark.parametrize(
    ("relations", "originals"),
    [
        ("", "d1 d2 d3 d4"),
        ("d1 copied-from d2", "d2 d2 d3 d4"),
        ("d1 copied-from d2 | d2 translation-of d3", "d3 d3 d3 d4"),
        ("d1 version-of d2", "d1 d2 d3 d4"),
        # Of several, the least; of none, too.
        ("d1 copied-from d3 | d1 copied-from d2", "d2 d2 d2 d4"),
        ("d4 copied-from d2 | d2 copied-from d4", "d1 d2 d3 d2"),
        ("d2 copied-from d3 | d3 copied-from d4 | d4 copied-from d3", "d1 d2 d2 d2"),
    ],
)
def test_copies_go_by_their_original(relations: str, originals: str) -> None:
    """The document that is a copy of none."""
    found = build(*filter(None, relations.split(" | "))).documents
    keys = ("d1", "d2", "d3", "d4")
    assert " ".join(map(found.original_of, keys)) == originals
    for key in keys:
        assert key in found.members_of(key)
        assert found.original_of(key) in found.members_of(key)


def test_copies_lead_both_ways() -> None:
    """From an original to its copies, and from a copy to what it was taken from."""
    found = build("d1 copied-from d2", "d2 translation-of d3", "d4 copied-from d3")
    assert found.documents.with_copies(["d2"]) == {"d1", "d2"}
    assert found.documents.with_originals(["d2"]) == {"d2", "d3"}
    assert found.documents.with_originals(["d1", "d4"]) == {"d1", "d2", "d3", "d4"}


def test_where_several_may_be_the_original_the_alphabet_names_it() -> None:
    """So that the text does not depend on an id."""
    d = Dossier()
    for key, title in (("d1", "Zebra"), ("d2", "Ant"), ("d3", "Aardvark")):
        d.add(Document(id=key, kind="report", title=title))
    d.relate("d3", "copied-from", "d1")
    d.relate("d3", "copied-from", "d2")
    view = View.of(d)
    assert view.documents.originals_of("d3") == ("d1", "d2")
    assert view.named_origin("d1") == "the document “Ant”"
    assert view.named("d1") == "the document “Zebra”"


def test_relations_that_do_not_join_what_they_may_are_left_out() -> None:
    """Ends that are missing, of two types, or not of the kind's."""
    view = build("c1 same-as c9", "c1 same-as d1", "d1 supersedes d2", "d1 same-as d2")
    assert view.claims.classes == Classes.of(())
    assert view.related(Document, "supersedes", "same-as") == ()


def test_what_leads_to_what_is_told_of_classes() -> None:
    """One step, and never to itself."""
    view = build(
        "c1 same-as c2",
        "c2 stronger-than c1",
        "c2 stronger-than c3",
        "c4 presupposes c1",
    )
    assert view.leading("stronger-than") == {"c1": {"c3"}}
    assert view.leading("presupposes") == {"c4": {"c1"}}


def test_records_are_found_by_type_and_named() -> None:
    """What is not there is called by its id."""
    d = Dossier()
    unn, rain = d.outlet("UNN"), d.claim("It rains")
    first = d.attribute(rain, unn.citing(d.unnamed("a man", count="1", id="u1")))
    d.add(Assessment(id="v1", subject="c1", verdict="Yes"))
    d.add(Document(id="d1", kind="page", url="https://example.org/"))
    view = View.of(d)
    assert view.get("c1", Claim) == rain
    assert view.get("unn", Claim) is None
    assert view.get(None, Claim) is None
    assert view.claim(rain) == rain
    with pytest.raises(DanglingReference):
        view.claim("unn")
    assert view.attributions_of("c1") == (first,)
    assert view.attributions_of("c2") == ()
    assert [view.named(key) for key in ("unn", "u1", "c1", "d1", "v1", "no")] == [
        "UNN",
        "“a man” (unnamed, 1)",
        "the claim “It rains”",
        "the document “d1”",
        "the assessment v1",
        "no",
    ]
    assert view.named_link(Link(source="unn")) == "UNN"
    assert view.named_link(Link(candidates=[])) == "somebody who is not settled"


def test_pairs_make_classes_whichever_way_they_come() -> None:
    """The least id is the id of a class."""
    pairs = [("e", "d"), ("b", "a"), ("d", "b"), ("g", "f")]
    for some in (pairs, pairs[::-1], [(two, one) for one, two in pairs]):
        found = Classes.of(some)
        assert found.members == {"a": ("a", "b", "d", "e"), "f": ("f", "g")}
        assert (found.least_of("e"), found.members_of("x")) == ("a", ("x",))


def test_what_is_reached_is_reached_once() -> None:
    """Also where it runs in a circle."""
    assert closure(["a"], {"a": ["b"], "b": ["c", "a"], "d": ["a"]}) == {"a", "b", "c"}
    assert group_pairs([("a", 1), ("a", 1)]) == {"a": (1, 1)}
    assert neighbours([("a", "a")]) == {}


def test_an_interval_reads_as_one_says_it() -> None:
    """One number, two, or no end."""
    shown = [str(Interval(lo, hi)) for lo, hi in ((2, 2), (0, 3), (1, None))]
    assert shown == ["2", "0 to 3", "1 or more"]


def test_the_heaviest_set_is_found_or_said_to_be_unsure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of equally heavy ones the first is kept."""
    differ = {frozenset(pair) for pair in ("ab", "bc", "cd", "de", "ae")}
    weights = dict.fromkeys("edcba", 1)

    def are_different(one: str, other: str) -> bool:
        return frozenset({one, other}) in differ

    found = find_heaviest(weights, are_different)
    assert (found.ids, found.weight, found.is_sure) == (("d", "e"), 2, True)
    assert find_heaviest({**weights, "c": 5}, are_different).ids == ("c", "d")
    assert find_heaviest({}, are_different).ids == ()
    monkeypatch.setattr("claimtrack.view._heaviest.PATIENCE", 0)
    assert not find_heaviest(weights, are_different).is_sure
