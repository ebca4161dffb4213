"""Merged sources: what each is, how many people it is, and who is in it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import Count, Dossier, Relation, Source
from claimtrack.lineage import trace_all
from claimtrack.records import SourceKind, words
from claimtrack.testing import dossiers
from claimtrack.view import KIND_PRECEDENCE, Interval, View
from lineage_oracle import Joined, tricky

if TYPE_CHECKING:
    from claimtrack.view import Sources

KINDS: Final[dict[str, SourceKind]] = {
    "p": "person",
    "o": "outlet",
    "b": "organization",
    "g": "group",
    "u": "unnamed",
    "m": "crowd",
    "w": "platform",
    "x": "unresolved",
}
"""First letter of a source's id → its kind."""


def build(*told: str) -> Sources:
    """Return the sources of lines such as ``g1=p1,u2*2+`` and ``p1 same-as u1``.

    What is behind ``=`` are members, what is behind ``*`` is a count.
    """
    dossier = Dossier()
    for each in told:
        if " " in each:
            subject, kind, object_, *by = each.split()
            dossier.add(
                Relation(
                    kind=kind,  # type: ignore[arg-type]
                    subject=subject,
                    object=object_,
                    by=by[0] if by else None,
                )
            )
            continue
        rest, _, count = each.partition("*")
        key, _, members = rest.partition("=")
        kind = KINDS[key[0]]
        is_unnamed = kind == "unnamed"
        dossier.add(
            Source(
                id=key,
                kind=kind,
                name=None if is_unnamed else key.upper(),
                description=key.upper() if is_unnamed else None,
                members=members.split(",") if members else (),
                count=Count.from_text(count) if count else None,
            )
        )
    return View.of(dossier).sources


def test_sources_that_are_one_go_by_their_least_id() -> None:
    """However they are joined; a document or a claim is no source."""
    d = Dossier()
    for name in ("D", "C", "B", "A"):
        d.outlet(name)
    d.relate("d", "same-as", "c")
    d.relate("b", "same-as", "d")
    d.relate(d.claim("T"), "same-as", d.claim("U"))
    assert View.of(d).sources.classes.least == {"b": "b", "c": "b", "d": "b"}


@settings(max_examples=20)
@given(dossiers(max_sources=6, max_claims=2, max_relations=4))
def test_what_lineage_reports_goes_by_these_ids(dossier: Dossier) -> None:
    """Whatever it names."""
    same = View.of(dossier).sources.classes.least
    for found in trace_all(dossier).values():
        named = {*found.publishers, *found.outlets, *found.holders, *found.cut}
        named.update(each.source for each in found.ends if each.source is not None)
        assert all(same.get(each, each) == each for each in named)


def test_every_kind_has_its_place() -> None:
    """In the table of precedence, once."""
    assert sorted(KIND_PRECEDENCE) == sorted(words(SourceKind))


@pytest.mark.parametrize("first", KINDS)
@pytest.mark.parametrize("second", KINDS)
def test_the_first_kind_counts(first: str, second: str) -> None:
    """Whichever id is the least."""
    letters = [*KINDS]
    for one, other in ((f"{first}1", f"{second}2"), (f"{first}2", f"{second}1")):
        found = build(one, other, f"{one} same-as {other}")
        expected = KINDS[min(first, second, key=letters.index)]
        assert found.kind(one) == found.kind(other) == expected
        assert found.is_unnamed(one) is (expected == "unnamed")
        assert found.is_identified(one) is bool({first, second} & {*"pobg"})


@pytest.mark.parametrize(
    ("told", "key", "expected"),
    [
        ("p1", "p1", "1"),
        ("o1", "o1", "1"),
        ("x1", "x1", "1"),
        ("u1", "u1", "1 or more"),
        ("m1", "m1", "1 or more"),
        ("g1", "g1", "1 or more"),
        ("nobody", "", "1"),
        ("u1*2-4", "u1", "2 to 4"),
        # A person takes no count, and an outlet no members.
        ("m1*1000+ | p1 | p1 same-as m1", "m1", "1"),
        ("g1=p1,p2 | p1 | p2 | o1 | o1 same-as g1", "g1", "1"),
        ("u1*2+ | u2*1-7 | u1 same-as u2", "u2", "2 to 7"),
        ("u1*2+ | u2 | u1 same-as u2", "u2", "2 or more"),
        # Counts that contradict each other: all that they allow together.
        ("u1*2 | u2*4-7 | u1 same-as u2", "u1", "2 to 7"),
        ("u1*2 | u2*4+ | u1 same-as u2", "u1", "2 or more"),
        # Members count by their own counts, and everybody once.
        ("g1=b1,b2 | b1 | b2", "g1", "2"),
        ("g1=b1,u1 | b1 | u1*2-3", "g1", "3 to 4"),
        ("g1=b1,u1 | b1 | u1", "g1", "2 or more"),
        ("g1=b1,b2*7 | b1 | b2", "g1", "7"),
        ("g1=b1,g2 | g2=b2,b3 | b1 | b2 | b3", "g1", "3"),
        ("g1=b1,g2 | g2=b1,b3 | b1 | b3", "g1", "2"),
        ("g1=b1,b2 | b1 | b2 | b1 same-as b2", "g1", "1"),
        # A group with a count is not looked into, but who is in it is not forgotten.
        ("g1=b1,g2 | g2=b1,b3*5 | b1 | b3", "g1", "5 to 6"),
        ("g1=g2,g3 | g2=b1,b2*5 | g3=b2,b3*6 | b1 | b2 | b3", "g1", "6 to 11"),
        ("g1=g2,g3 | g2=b1*5 | g3=b3*6 | b1 | b3", "g1", "11"),
        ("g1=g2,b9 | g2 | b9", "g1", "2 or more"),
        # Groups that are in each other.
        ("g1=g2 | g2=g1", "g1", "1 or more"),
        ("g1=g2,b1 | g2=g1,b2 | b1 | b2", "g2", "2"),
    ],
)
def test_how_many_people_a_source_is(told: str, key: str, expected: str) -> None:
    """At least and at most."""
    told = "x9" if told == "nobody" else told
    assert str(build(*told.split(" | ")).count(key)) == expected


@pytest.mark.parametrize("seed", range(0, 400, 100))
def test_counts_agree_with_what_trying_every_set_finds(seed: int) -> None:
    """Kinds, members, counts and everybody in a group, against the oracle."""
    for number in range(seed, seed + 100):
        dossier = tricky(Random(number))  # noqa: S311  no secret hangs on it
        found, joined = View.of(dossier).sources, Joined(dossier)
        for each in dossier.sources:
            expected = joined.merged(each.id)
            count = Interval(expected.at_least, expected.at_most)
            assert found.count(each.id) == count, f"seed {number}: {each.id}"
            assert found.kind(each.id) == expected.kind
            assert found.members(each.id) == expected.members
            assert found.everybody(each.id) == joined.everybody_in(each.id)


@given(st.randoms(use_true_random=False).map(tricky))
def test_a_count_is_never_empty(dossier: Dossier) -> None:
    """Whatever contradicts what; and all ids of a class have the same."""
    found = View.of(dossier).sources
    for each in dossier.sources:
        count = found.count(each.id)
        assert count.lo >= 1
        assert count.hi is None or count.lo <= count.hi
        assert found.count(found.least_of(each.id)) == count


@pytest.mark.parametrize(
    ("told", "kinds", "counts"),
    [
        ("p1 | m1 | p1 same-as m1", True, False),
        ("u1 | m1 | u1 same-as m1", False, False),
        ("x1 | w1 | x1 same-as w1", False, False),
        ("u1*2 | u2*3+ | u1 same-as u2", False, True),
        ("u1*2 | u2*2+ | u1 same-as u2", False, False),
        ("u1*2 | u2*3+ | p1 | u1 same-as u2 | u2 same-as p1", False, False),
    ],
)
def test_what_cannot_be_one(told: str, kinds: bool, counts: bool) -> None:  # noqa: FBT001
    """Kinds that exclude each other, and counts where the kind takes one."""
    found = build(*told.split(" | "))
    key = told.split(" | ", maxsplit=1)[0].partition("*")[0]
    assert (found.kinds_clash(key), found.counts_clash(key)) == (kinds, counts)


def test_names_are_those_of_the_kind_that_counts() -> None:
    """The first in the alphabet; a description is no name."""
    d = Dossier()
    d.add(
        Source(id="a", kind="unnamed", description="A man", count=Count.from_text("1"))
    )
    d.add(Source(id="b", kind="crowd", name="A crowd"))
    d.add(Source(id="c", kind="unnamed", description="A clerk"))
    found = View.of(d).sources
    assert (found.label("a"), found.name("a"), found.names("a")) == (
        "A man",
        "“A man”",
        (),
    )
    assert found.described("a") == "“A man” (unnamed, 1)"
    d.relate("a", "same-as", "b")
    d.relate("a", "same-as", "c")
    found = View.of(d).sources
    assert {found.label(key) for key in "abc"} == {"A clerk"}
    assert found.names("c") == ("A crowd",)
    d.add(Source(id="d", kind="person", name="Z", aka=["Y"]))
    d.relate("d", "same-as", "c")
    found = View.of(d).sources
    assert (found.described("a"), found.names("b")) == ("Z", ("A crowd", "Y", "Z"))
    assert (found.label("nobody"), found.kind("nobody")) == ("nobody", "unresolved")


def test_who_belongs_to_whom_and_who_owns_whom() -> None:
    """Under the least id of each, at any remove where that is asked."""
    d = Dossier()
    for name in ("A", "B", "C", "D"):
        d.organization(name)
    d.add(Source(id="p", kind="person", name="P", affiliations=["b"]))
    d.relate("a", "same-as", "b")
    d.relate("b", "owned-by", "c")
    d.relate("c", "owned-by", "d")
    d.relate("a", "distinct-from", "d")
    d.relate("c", "independent-of", "b", by="a")
    d.relate("c", "independent-of", "d", by="b")
    found = View.of(d).sources
    assert found.affiliations("p") == {"a"}
    assert found.affiliates("b") == {"p"}
    assert found.circle("b") == {"a", "p"}
    assert found.circle("p") == {"p"}
    assert found.owners("b") == {"a", "c", "d"}
    assert found.have_common_owner("a", "d")
    assert not found.have_common_owner("p", "d")
    assert found.apart_from("b") == {"c", "d"}
    judged = [found.is_judged_by_others(e) for e in found.related("independent-of")]
    assert judged == [False, True]
