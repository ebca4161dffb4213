"""What the chains of a claim say together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import attrs
import pytest

from claimtrack import (
    Attribution,
    Claim,
    Count,
    DanglingReference,
    Dossier,
    Link,
    Relation,
    Source,
)
from claimtrack.lineage import End, Lineage, trace, trace_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import RelationKind

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"


def relate(
    dossier: Dossier, kind: RelationKind, *pairs: str, by: str | None = None
) -> Dossier:
    """Add relations, each as ``p1 p2``."""
    for each in pairs:
        subject, object_ = each.split()
        dossier.add(Relation(kind=kind, subject=subject, object=object_, by=by))
    return dossier


def change(dossier: Dossier, key: str, **fields: object) -> None:
    """Give a source other fields."""
    record = dossier[key]
    assert isinstance(record, Source)
    dossier.replace(attrs.evolve(record, **fields))  # type: ignore[arg-type]


def ends(found: Lineage) -> str:
    """Return the ends in a line."""
    return " ".join(f"{each.source or '?'}:{each.kind}" for each in found.ends)


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        ("o1", "o1:open"),
        ("o1 p1", "p1:stated"),
        ("o1 o2 | o1 o2 u1", "u1:unnamed"),
        ("o1 p1 | o1 p1 p2", "p2:stated"),
        ("o1/witnessed | o1 p1", "o1:witnessed p1:stated"),
        ("o1/document | o2 o1 p1", "o1:document p1:stated"),
        ("o1 o2/hearsay | o1 o2", "o2:open"),
        ("o1 p1/hearsay | o1 p1", "p1:open"),
        ("o1 p1/hearsay | o1 p1 | o1 p1/official", "p1:stated"),
        ("o1 o2/witnessed | o1 o2/document", "o2:document o2:witnessed"),
        ("o1 o2/expert | o1 o2/participant", "o2:witnessed"),
        ("o1 ?", "?:open"),
        ("?", "?:open"),
        ("? p1", "p1:stated"),
        ("o1 ? p1", "p1:stated"),
        ("o1 p1 | o2 p1 ?", "?:open"),
        ("o1 (p1)", "o1:open"),
        ("o1 m1 | o1 w1 | o1 x1", "m1:open w1:open x1:open"),
        ("o1 o2 | o2 o1", "o1:circular"),
        ("o3 o2 | o2 o1 | o1 o2", "o1:circular"),
        ("o1 o2 | o2 o1 | o2 p1", "p1:stated"),
        ("o1 o2 | o2 o1 | o2 ?", "?:open"),
        ("o1 o2 | o2 o1 | o2/witnessed", "o2:witnessed"),
        ("p1 ? p1", "p1:circular"),
        ("o1 o1", "o1:open"),
        ("o1 !p1", ""),
        ("o1 p1 | o1 o2 !p2", "p1:stated"),
        ("o1 o2 | o1 o2 p1:Uu", "o2:open"),
    ],
)
def test_where_chains_stop(
    chains: str, expected: str, tell: Callable[..., Dossier]
) -> None:
    """Chains splice, circles close, and what is denied or not committed to is out."""
    found = trace(tell(*chains.split(" | ")), "c1")
    assert ends(found) == expected
    speaking = [e for e in found.ends if e.kind not in ("open", "circular")]
    assert found.origins == tuple(speaking)


@pytest.mark.parametrize(
    ("chains", "cycles"),
    [
        ("o1 o2 | o2 o3", ""),
        ("o1 o2 | o2 o1 | o2 p1", "o1+o2"),
        ("o2 o1 o2 | o3 o4 o3 | o2 o3", "o1+o2 o3+o4"),
        ("p1 ? p1 | o1 o1", "p1"),
    ],
)
def test_every_circle_is_listed(
    chains: str, cycles: str, tell: Callable[..., Dossier]
) -> None:
    """Also those with a way out."""
    found = trace(tell(*chains.split(" | ")), "c1")
    assert " ".join(map("+".join, found.cycles)) == cycles


@pytest.mark.parametrize(
    ("chains", "bottlenecks", "single_points", "cut"),
    [
        ("o1", "", "o1", "o1"),
        ("o1 o2", "o2", "o2", "o2"),
        ("o1 o2 p1", "o2", "o2 p1", "o2"),
        ("o1 o3 p1 | o2 o3 p2", "o3", "o3", "o3"),
        ("o1 p1 | o2 p2", "", "", "p1 p2"),
        ("o1 o2 | o3 o4 | o5 o2 | o5 o4", "", "", "o2 o4"),
        # A publisher that is cited counts, and so does one that is an end.
        ("o1 p1 | o2 o1", "o1", "o1 p1", "o1"),
        ("o1/witnessed", "", "o1", "o1"),
        # An outlet that rests on a paper is no origin.
        ("o1 o2/document=d1", "o2", "o2", "o2"),
        ("o1 o2/document", "", "o2", "o2"),
        # Nobody can lose who is not settled.
        ("?", "", "", ""),
        ("o1 ?", "", "", ""),
        ("o1 ? | o1 p1", "", "", ""),
        ("o1 o2 ?", "o2", "o2", "o2"),
        ("o2 ? | o1 o2", "o2", "o2", "o2"),
        ("? p1 | o1 p1", "", "p1", "p1"),
        # The end of a circle is met at whoever of it is left.
        ("o1 o3 o4 o3", "o3", "o3", "o3"),
        ("o1 o3 o4 o3 | o2 o4", "", "", "o3 o4"),
        ("o1 !p1", "", "", ""),
    ],
)
def test_what_it_hangs_on(
    chains: str,
    bottlenecks: str,
    single_points: str,
    cut: str,
    tell: Callable[..., Dossier],
) -> None:
    """Single points, those of them that are bottlenecks, and the cut."""
    found = trace(tell(*chains.split(" | ")), "c1")
    assert " ".join(found.bottlenecks) == bottlenecks
    assert " ".join(found.single_points) == single_points
    assert " ".join(found.cut) == cut


def test_of_several_cuts_the_one_nearest_to_the_publishers(
    tell: Callable[..., Dossier],
) -> None:
    """It leaves the fewest sources within reach."""
    found = trace(tell("o1 o2 o3 p1", "o4 o2 o5 p1"), "c1")
    assert found.single_points == ("o2", "p1")
    assert found.cut == ("o2",)


def test_who_is_in_it(tell: Callable[..., Dossier]) -> None:
    """Publishers and outlets of what supports it, holders but of what opposes it."""
    dossier = tell("o1 o2 p1 (b1)", "p2 o2", "o3 o4 p4 p5 (p3):Uu", "o5 !o6 (b2)")
    found = trace(dossier, "c1")
    assert found.publishers == ("o1", "p2")
    assert found.outlets == ("o1", "o2")
    assert found.holders == ("b1", "p3")
    assert found.supported_by == ("a1", "a2")
    assert (found.uncommitted, found.opposed_by) == (("a3",), ("a4",))
    assert found.depth == 5


def test_who_speaks_is_no_holder_of_the_next_link(tell: Callable[..., Dossier]) -> None:
    """Neighbouring links of one source are one, also where it is told about."""
    assert trace(tell("o1 p1 (p1) (p2) (p1)"), "c1").holders == ("p1", "p2")
    assert trace(tell("o1 p1 (p1) (?)"), "c1").holders == ()
    assert trace(tell("o1 ? (?) (p1)"), "c1").holders == ("p1",)


def test_a_head_has_nobody_to_deny_it(tell: Callable[..., Dossier]) -> None:
    """A stance is a step, and there is none into a head."""
    assert trace(tell("!o1 p1"), "c1").supported_by == ("a1",)


def test_copies_and_translations_are_one_origin(tell: Callable[..., Dossier]) -> None:
    """Under the original: the one that copies none of them, else the least id."""
    dossier = tell("o1/document=d1,d3", "o2/document=d2", "o3/document=d4")
    relate(dossier, "copied-from", "d1 d2")
    relate(dossier, "translation-of", "d2 d3")
    found = trace(dossier, "c1")
    assert found.origin_ids == ("d3", "d4")
    assert [end.documents for end in found.ends] == [("d3",), ("d3",), ("d4",)]
    assert found.individuals.hi == 2
    relate(dossier, "copied-from", "d3 d1")
    assert trace(dossier, "c1").origin_ids == ("d1", "d4")
    # Another version is another document.
    relate(dossier, "version-of", "d4 d3")
    assert trace(dossier, "c1").origin_ids == ("d1", "d4")


@pytest.mark.parametrize(
    ("groups", "lo"),
    [
        ("g1=b1 g2=b2", 2),
        ("g1=b1,b2 g2=b2,b3", 2),
        ("g1=b1,g3 g2=b2,g3 g3=b3", 2),
        ("g1=b1,g3 g2=b3 g3=b3", 2),
        ("g1=b1,g2 g2=b3", 2),
        ("g1=b1,g3 g2=b2 g3=b3", 3),
        ("g1=g2 g2=g1", 1),
    ],
)
def test_groups_differ_where_nobody_is_in_both(
    groups: str, lo: int, tell: Callable[..., Dossier]
) -> None:
    """Their members are looked into, and neither may be in the other."""
    dossier = tell("o1 g1", "o1 g2", "c2: b1", "c2: b2", "c2: b3", "c2: g3")
    for each in groups.split():
        key, _, members = each.partition("=")
        change(dossier, key, members=members.split(","))
    assert trace(dossier, "c1").individuals.lo == lo


def test_a_document_end_has_its_documents_as_origins(
    tell: Callable[..., Dossier],
) -> None:
    """Two outlets on one paper have one origin; without a paper it is the outlet."""
    found = trace(tell("o1/document=d2,d1", "o2/document=d1", "o2/document=d2"), "c1")
    assert found.ends == (
        End("o1", "document", "document", ("d1", "d2")),
        End("o2", "document", "document", ("d1", "d2")),
    )
    assert found.origin_ids == ("d1", "d2")
    assert (found.individuals.lo, found.individuals.hi) == (1, 2)
    assert trace(tell("o1/document"), "c1").origin_ids == ("o1",)
    assert trace(tell("p1/document=d1"), "c1").origin_ids == ("p1",)


def test_of_several_bases_of_one_end_the_first_is_reported(
    tell: Callable[..., Dossier],
) -> None:
    """In the order of the vocabulary."""
    found = trace(tell("o1 p1/expert", "o2 p1/official", "o3 p1"), "c1")
    assert found.ends == (End("p1", "stated", "official"),)


@pytest.mark.parametrize(
    ("chains", "lo", "hi"),
    [
        ("o1", 0, None),
        ("o1 !p1", 0, 0),
        ("o1 o2 | o2 o1", 0, 0),
        ("o1 p1", 1, 1),
        ("o1 p1 | o1 p2 | o1 p3", 3, 3),
        ("o1 p1 | o1 b1", 1, 2),
        ("o1 b1 | o1 b2", 2, 2),
        ("o1 u1 | o1 u2", 1, None),
        ("o1 p1 | o2", 1, None),
        ("o1/witnessed | o2/witnessed", 2, 2),
        ("o1/witnessed | o1/document=d1 | o2/witnessed", 2, 3),
        ("o1/witnessed | o1/document | o2/witnessed", 2, 2),
        ("o1/document=d1 | o2/document=d2", 1, 2),
        ("o1 g1 | o2 g2", 1, None),
    ],
)
def test_how_many_stand_behind_it(
    chains: str, lo: int, hi: int | None, tell: Callable[..., Dossier]
) -> None:
    """At least those who surely differ, at most all together."""
    found = trace(tell(*chains.split(" | ")), "c1").individuals
    assert (found.lo, found.hi) == (lo, hi)


def test_counts_are_weighed(tell: Callable[..., Dossier]) -> None:
    """Officials in the plural are two people at least, though not two origins."""
    dossier = tell("o1 u1", "o1 p1")
    change(dossier, "u1", count="2-5")
    found = trace(dossier, "c1")
    assert str(found.individuals) == "2 to 6"
    relate(dossier, "distinct-from", "u1 p1")
    assert str(trace(dossier, "c1").individuals) == "3 to 6"


def test_groups_differ_without_a_common_member(tell: Callable[..., Dossier]) -> None:
    """Where their members are recorded; a count goes before the members."""
    dossier = tell("o1 g1", "o1 g2", "o1 g3", "o1 g4", "p1 p2 p3 p4 p5 !p6")
    change(dossier, "g1", members=["p1", "p2"])
    change(dossier, "g2", members=["p2", "p3", "p6"])
    change(dossier, "g3", members=["p4", "p5"], count=Count(min=1, max=9))
    assert (found := trace(dossier, "c1").individuals).lo == 4
    assert found.hi is None
    # Whoever says so knows better.
    relate(dossier, "independent-of", "g1 g2", "g4 g2", "g4 g1", "g4 g3")
    assert trace(dossier, "c1").individuals.lo == 2 + 3 + 1 + 1
    # What is one has its members together.
    relate(dossier, "same-as", "g4 g3")
    assert trace(dossier, "c1").individuals.lo == 2 + 3 + 1


def test_sources_that_are_one_go_by_the_least_id(tell: Callable[..., Dossier]) -> None:
    """With the first of their kinds, the greatest minimum and the least maximum."""
    dossier = tell("o1 u1", "o2 u2", "o3 u3", "u3 u1")
    change(dossier, "u1", count="2+")
    change(dossier, "u2", count="1-7")
    relate(dossier, "same-as", "u3 u2", "u1 u2")
    found = trace(dossier, "c1")
    assert found.ends == (End("u1", "unnamed"),)
    assert str(found.individuals) == "2 to 7"
    # Contradicting counts: from the least minimum to the greatest maximum.
    change(dossier, "u3", count="9+")
    assert str(trace(dossier, "c1").individuals) == "1 or more"
    change(dossier, "u3", count="9")
    change(dossier, "u1", count="2-4")
    assert str(trace(dossier, "c1").individuals) == "1 to 9"
    # A person takes no count.
    dossier.add(Source(id="z", kind="person", name="Z"))
    relate(dossier, "same-as", "z u1")
    assert trace(dossier, "c1").ends == (End("u1", "stated"),)
    assert str(trace(dossier, "c1").individuals) == "1"


def test_relations_that_join_other_records_join_nothing(
    tell: Callable[..., Dossier],
) -> None:
    """A dossier at work may have what is not valid yet."""
    dossier = relate(tell("o1 p1", "c2: o2 p2"), "same-as", "p1 c1", "p1 p9", "c1 c9")
    assert trace(dossier, "c1").origin_ids == ("p1",)


def test_claims_that_are_one_have_one_lineage(tell: Callable[..., Dossier]) -> None:
    """Closed over same-as and translation-of; each keeps its name and its text."""
    dossier = tell("o1 p1", "c2: o2 p2", "c3: o3 p3", "c4: o4 p4")
    relate(dossier, "same-as", "c2 c1")
    relate(dossier, "translation-of", "c3 c2")
    found = trace(dossier, "c2")
    assert found.supported_by == ("a1", "a2", "a3")
    assert (found.claim, found.text) == ("c2", "Text of c2")
    whole = trace_all(dossier)
    assert whole == {each.id: trace(dossier, each) for each in dossier.claims}


@pytest.mark.parametrize("key", ["c9", "p1", "a1"])
def test_only_claims_can_be_traced(key: str, tell: Callable[..., Dossier]) -> None:
    """An id that leads to none is the caller's mistake."""
    with pytest.raises(DanglingReference):
        trace(tell("o1 p1"), key)


def test_the_order_of_the_records_is_no_matter(tell: Callable[..., Dossier]) -> None:
    """Everything is sorted, and equal where it says the same."""
    dossier = tell("o1 o2 p1", "o3 o2 p2", "o2 o3", "o1 ?", "o1 g1")
    relate(dossier, "independent-of", "p2 p1")
    turned = Dossier()
    for each in reversed(list(dossier.values())):
        turned.add(each)
    assert trace(turned, "c1") == trace(dossier, "c1")


@pytest.mark.parametrize(
    ("chains", "relations", "expected"),
    [
        ("o1 !p1", "", "none"),
        ("o1 p1", "", "single"),
        ("o1/document=d1 | o2/document=d1", "", "single"),
        ("o1 p1 | o1 p2", "", "unestablished"),
        ("o1 p1 | o1 p2", "independent-of p1 p2", "established"),
        ("o1 p1 | o1 p2", "independent-of p2 p1 o1", "established"),
        ("o1 p1 | o1 p2", "independent-of p1 p2 p1", "unestablished"),
        ("o1 p1 | o1 p2", "independent-of p1 p2 p2", "unestablished"),
        ("o1 p1 | o1 p2", "independent-of p1 o1", "unestablished"),
        ("o1 p1 | o1 p2", "distinct-from p1 p2", "unestablished"),
        (
            "o1 p1 | o1 p2",
            "owned-by p1 b1, owned-by p2 b2, independent-of p1 p2",
            "established",
        ),
        (
            "o1 p1 | o1 p2",
            "owned-by p1 b1, owned-by p2 b2, owned-by b2 b1, independent-of p1 p2",
            "unestablished",
        ),
        (
            "o1 p1 | o1 p2 | o1 p3",
            (
                "owned-by p1 p2, owned-by p2 p1, "
                "independent-of p1 p2, independent-of p1 p3"
            ),
            "established",
        ),
        ("o1 p1 | o1 p2", "owned-by p1 p2, independent-of p1 p2", "unestablished"),
        (
            "o1 p1 | o1 p2",
            "same-as p1 p3, independent-of p3 p1, independent-of p3 p2 p1",
            "unestablished",
        ),
    ],
)
def test_independence_is_what_somebody_else_says(
    chains: str, relations: str, expected: str, tell: Callable[..., Dossier]
) -> None:
    """Neither of the two, and not of two with a common owner."""
    dossier = tell(*chains.split(" | "), "b1 b2 p3 !p4")
    for each in filter(None, relations.split(", ")):
        kind, one, other, *by = each.split()
        speaker = by[0] if by else None
        relate(dossier, cast("RelationKind", kind), f"{one} {other}", by=speaker)
    assert trace(dossier, "c1").independence == expected


def test_a_source_that_is_not_there_is_open() -> None:
    """A dossier at work may lack it still."""
    dossier = Dossier()
    dossier.add(Claim(id="c1", text="T"))
    assert trace(dossier, "c1").why[0].code == "unsupported"
    dossier.add(Attribution(id="a1", claim="c1", chain=["o1", "o2"]))
    assert ends(trace(dossier, "c1")) == "o2:open"


def test_the_article_is_traced_as_annotated() -> None:
    """What the issue says of it."""
    dossier = Dossier.load(EXAMPLE)
    found = trace(dossier, "c23")
    assert found.bottlenecks == ("bloomberg",)
    assert found.origins == (End("unnamed-4", "unnamed"),)
    assert str(found.individuals) == "1"
    assert found.holders == ("european-governments",)
    found = trace(dossier, "c08")
    assert found.ends == (End("bloomberg", "open"),)
    assert found.holders == ("european-allies",)
    for key in ("c02", "c05", "c18", "c20"):
        assert trace(dossier, key).supported_by == ()
    assert trace(dossier, "c26").opposed_by == ("a26",)


def test_ten_thousand_links_and_a_hundred_thousand_chains() -> None:
    """Nothing is recursive, and nothing takes more than a moment."""
    dossier = Dossier()
    for number in range(10_000):
        dossier.add(Source(id=f"o{number}", kind="outlet", name=f"O{number}"))
    claim = dossier.add(Claim(id="c1", text="T"))
    links = [Link(source=f"o{number}") for number in range(10_000)]
    dossier.attribute(claim, links)
    found = trace(dossier, claim)
    assert (len(found.bottlenecks), found.depth) == (9_999, 10_000)
    # One more link, and it all runs in a circle.
    dossier.attribute(claim, ["o9999", "o0"])
    found = trace(dossier, claim)
    assert found.cycles == (tuple(sorted(f"o{number}" for number in range(10_000))),)
    assert found.ends == (End("o0", "circular"),)
