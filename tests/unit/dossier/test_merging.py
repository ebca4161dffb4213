"""What merging says of what two dossiers say differently."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import attrs
import pytest

from claimtrack import Claim, Dossier, InvalidRecord, Source
from plain_records import claim

if TYPE_CHECKING:
    from claimtrack.dossier import Merged
    from claimtrack.records import SourceKind


def made(base: str | None = None, title: str | None = None, **claims: str) -> Dossier:
    """Return a dossier of claims by their ids."""
    dossier = Dossier(base=base, title=title)
    for key, text in claims.items():
        dossier.claim(text, id=key)
    return dossier


def told(merged: Merged) -> list[str]:
    """Return what is said, and of what."""
    return [f"{each.field}: {each.message}" for each in merged.findings]


def test_one_id_for_two_texts() -> None:
    """Ours is kept, and the finding names the fields."""
    merged = made(c1="A").merge(made(c1="B", c2="C"))
    assert told(merged) == ["claim.text: c1 differs in text; the first is kept"]
    assert [each.text for each in merged.dossier.claims] == ["A", "C"]


def test_one_id_for_two_types() -> None:
    """A claim here and a source there: both are kept, and what is whose stays so."""
    other = Dossier()
    post = other.outlet("Post", id="c1")
    other.attribute(other.claim("B", id="c2"), post, id="a1")
    merged = made(c1="A").merge(other)
    (message,) = told(merged)
    assert message == (
        "claim: c1 has type claim here and type source there; the second is kept as "
        "c1-other"
    )
    assert merged.findings[0].severity == "error"
    assert (merged.findings[0].record, merged.findings[0].related) == (
        "c1",
        ("c1-other",),
    )
    assert list(merged.dossier) == ["c1", "c1-other", "c2", "a1"]
    assert merged.dossier.format_chain(merged.dossier.attributions[0]) == "Post"
    assert merged.dossier.merge(other).dossier == merged.dossier


def speaking(kind: SourceKind, name: str, base: str | None = None) -> Dossier:
    """Return a dossier in which one source, s1, says one thing."""
    dossier = Dossier(base=base)
    speaker = dossier.source(kind, name, id="s1")
    key = name.replace(" ", "-")
    dossier.attribute(dossier.claim(name, id=f"c-{key}"), speaker, id=f"a-{key}")
    return dossier


def words(dossier: Dossier) -> dict[str, str]:
    """Return who says what, by the text of the claim."""
    texts = {each.id: each.text for each in dossier.claims}
    return {
        texts[each.claim]: dossier.format_chain(each) for each in dossier.attributions
    }


@pytest.mark.parametrize("base", [None, "https://a.example/"])
@pytest.mark.parametrize(
    "kind", ["person", "organization", "outlet", "group", "crowd", "platform"]
)
def test_an_unnamed_source_gets_no_name(kind: SourceKind, base: str | None) -> None:
    """Nor does a named one lose its own, whichever comes first."""
    named = speaking(kind, "Ann Lee", base)
    unnamed = speaking("unnamed", "an official", base)
    for one, other, said in (
        (named, unnamed, "is a named source here and an unnamed one there"),
        (unnamed, named, "is an unnamed source here and a named one there"),
    ):
        merged = one.merge(other)
        assert told(merged) == [f"source: s1 {said}; the second is kept as s1-other"]
        assert merged.findings[0].severity == "error"
        expected = {"Ann Lee": "Ann Lee", "an official": "?an official"}
        assert words(merged.dossier) == expected
        assert merged.dossier["s1"] == one["s1"]
        for again in (one, other, merged.dossier):
            assert merged.dossier.merge(again).dossier == merged.dossier


def test_two_unnamed_sources_of_one_id_stay_two() -> None:
    """Two desks number theirs from 1; where public fields differ, so do the people."""
    clerk, aide = speaking("unnamed", "a clerk"), speaking("unnamed", "the aide")
    merged = clerk.merge(aide)
    (message,) = told(merged)
    assert message == (
        "source: s1 is an unnamed source in both, but differs in description; the "
        "second is kept as s1-other"
    )
    assert words(merged.dossier) == {"a clerk": "?a clerk", "the aide": "?the aide"}
    third = merged.dossier.merge(speaking("unnamed", "my driver"))
    assert [each.id for each in third.dossier.sources] == [
        "s1",
        "s1-other",
        "s1-other-2",
    ]
    for again in (clerk, aide, speaking("unnamed", "my driver"), merged.dossier):
        assert third.dossier.merge(again).dossier == third.dossier


def test_unnamed_sources_of_one_base_are_one() -> None:
    """Two copies of one dossier, one of them changed: the first is kept."""
    base = "https://a.example/"
    merged = speaking("unnamed", "a clerk", base).merge(
        speaking("unnamed", "the aide", base)
    )
    assert told(merged) == [
        "source.description: s1 differs in description; the first is kept"
    ]
    assert merged.findings[0].severity == "warning"
    assert len(merged.dossier.sources) == 1


def test_private_fields_do_not_keep_unnamed_sources_apart() -> None:
    """What differs in them is told as of any record."""
    one, other = speaking("unnamed", "a clerk"), speaking("unnamed", "a clerk")
    other.replace(attrs.evolve(other.sources[0], note="n", aka=["k"]))
    merged = one.merge(other)
    assert told(merged) == ["source.aka: s1 differs in aka, note; the first is kept"]
    assert [each.severity for each in merged.findings] == ["warning"]


def affiliated(*descriptions: str, name: str | None = None) -> Dossier:
    """Return a dossier of unnamed sources, each affiliated to the next in a circle."""
    dossier = Dossier()
    last = len(descriptions) if name else len(descriptions) - 1
    for place, text in enumerate(descriptions):
        following = place + 1 if place < last else 0
        source = Source(
            id=f"s{place}",
            kind="unnamed",
            description=text,
            affiliations=[f"s{following}"],
        )
        dossier.add(source)
    if name:
        dossier.outlet(name, id=f"s{last}")
    return dossier


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (affiliated("a", "b"), affiliated("a", "b"), []),
        (affiliated("a", "b"), affiliated("a", "c"), ["s0", "s1"]),
        (affiliated("a", "b", name="N"), affiliated("a", "b", name="N"), []),
        (affiliated("a", "b", name="N"), affiliated("a", "b", "c"), ["s0", "s1", "s2"]),
        (affiliated("a", "b", name="N"), affiliated("c", "b", name="N"), ["s0"]),
        (affiliated("a"), Dossier.loads(affiliated("a").dumps()), []),
    ],
)
def test_whom_an_unnamed_source_belongs_to_says_which_it_is(
    one: Dossier, other: Dossier, apart: list[str]
) -> None:
    """Alike but for being affiliated to two that are kept apart, they are two."""
    for first, second in ((one, other), (other, one)):
        merged = first.merge(second)
        assert [each.record for each in merged.findings] == apart
        assert len(merged.dossier) == len(first) + len(apart)
        for again in (first, second, merged.dossier):
            assert merged.dossier.merge(again).dossier == merged.dossier
        own = {key: f"{key}-other" if key in apart else key for key in second}
        for key, record in second.items():
            kept = merged.dossier[own[key]]
            assert isinstance(record, Source)
            assert isinstance(kept, Source)
            assert kept.label == record.label
            assert kept.affiliations == tuple(own[each] for each in record.affiliations)


def test_an_id_that_is_kept_apart_meets_no_other() -> None:
    """Neither one of the dossier that it comes from nor one that is there."""
    mine = made(**{"c1": "A", "c1-other-2": "B"})
    other = Dossier()
    other.outlet("Post", id="c1")
    other.outlet("Wire", id="c1-other")
    merged = mine.merge(other)
    assert {key: type(each) for key, each in merged.dossier.items()} == {
        "c1": Claim,
        "c1-other-2": Claim,
        "c1-other": Source,
        "c1-other-3": Source,
    }
    assert merged.dossier.merge(other).dossier == merged.dossier


def test_two_spellings_of_one_id_for_two_types_stay_two() -> None:
    """In one dossier as in two."""
    twice = made("https://a.example/", c1="A")
    twice.outlet("Post", id="https://a.example/c1")
    merged = twice.merge(twice)
    assert list(merged.dossier) == ["c1", "c1-other"]
    assert {each.severity for each in merged.findings} == {"error"}
    assert merged.dossier.merge(twice).dossier == merged.dossier


def ordered(*pairs: str, base: str | None = None) -> Dossier:
    """Return a dossier in which claims supersede each other: "ba" for b, then a."""
    dossier = Dossier(base=base)
    for key in sorted(set("".join(pairs))):
        dossier.claim("T", id=key)
    for pair in pairs:
        dossier.relate(pair[0], "supersedes", pair[1], id="-".join(pair))
    return dossier


def test_a_relation_that_closes_a_circle_is_left_out() -> None:
    """Two sound dossiers; those that close none stay, also beside a circle."""
    one, other = ordered("ba", "cb", "yx", "qp"), ordered("dc", "ac", "xd", "ad", "zy")
    assert all(each.severity != "error" for each in one.validate() + other.validate())
    merged = one.merge(other)
    assert told(merged) == [
        "relation: a-c is left out, because a supersedes c would close a circle",
        "relation: a-d is left out, because a supersedes d would close a circle",
    ]
    assert [each.severity for each in merged.findings] == ["error", "error"]
    assert merged.findings[0].related == ("a", "c")
    assert [str(each.id) for each in merged.dossier.relations] == [
        "b-a",
        "c-b",
        "y-x",
        "q-p",
        "d-c",
        "x-d",
        "z-y",
    ]
    assert all(each.severity != "error" for each in merged.dossier.validate())
    for again in (one, other, merged.dossier):
        assert merged.dossier.merge(again).dossier == merged.dossier


def test_what_is_about_a_relation_that_is_left_out() -> None:
    """Would refer to nothing: it is left out as well, and claims lose the reference."""
    other = ordered("ab")
    other.notice("retraction", "a-b", id="n1")
    other.notice("denial", "n1", id="n2")
    other.notice("denial", "a", id="n3")
    other.waive("CT703", "a-b", by="Ed", reason="R", id="w1")
    other.claim("T", id="e", about=["a", "a-b", "https://x.example/"])
    merged = ordered("ba").merge(other)
    assert [each.message for each in merged.findings] == [
        "a-b is left out, because a supersedes b would close a circle",
        "n1 is left out, because its target a-b is",
        "w1 is left out, because its target a-b is",
        "n2 is left out, because its target n1 is",
        "e is no longer about a-b, which is left out",
    ]
    assert list(merged.dossier) == ["a", "b", "b-a", "n3", "e"]
    assert merged.dossier.claims[-1].about == ("a", "https://x.example/")
    assert merged.dossier.merge(other).dossier == merged.dossier
    merged.dossier.dumps()


def test_one_of_two_titles_has_to_be_chosen() -> None:
    """One has to be chosen; one that is missing need not."""
    merged = made(title="One", c1="A").merge(made(title="Two", c2="B"))
    assert told(merged) == ['dossier.title: both have a title; "One" is kept']
    assert merged.dossier.title == "One"
    assert made(c1="A").merge(made(title="Two", c2="B")).dossier.title == "Two"


def test_slugs_of_another_base_become_global() -> None:
    """Two claims c1 of two desks are two claims."""
    merged = made("https://a.example/", c1="A").merge(
        made("https://b.example/", c1="B")
    )
    assert told(merged) == []
    assert dict(merged.dossier) == {
        "c1": Claim(id="c1", text="A"),
        "https://b.example/c1": Claim(id="https://b.example/c1", text="B"),
    }
    assert merged.dossier.base == "https://a.example/"


def test_a_review_is_renamed_with_what_refers_to_it() -> None:
    """The assessment still leads to the document that published it."""
    other = made("https://b.example/", c1="B")
    page = other.document("article", "Checked", id="page", url="https://b.example/1")
    other.assess("c1", document=page, verdict="False", id="v1")
    merged = made("https://a.example/", c1="A").merge(other)
    (judgement,) = merged.dossier.assessments
    assert judgement.document == "https://b.example/page"
    assert judgement.document in merged.dossier
    assert merged.dossier.validate() == ()


def test_what_is_global_there_is_a_slug_here() -> None:
    """A claim that comes back home has its own id again; references follow."""
    home = made("https://a.example/", c1="A")
    away = made("https://b.example/", c2="B")
    away.add(Claim(id="https://a.example/c1", text="A"))
    away.relate("c2", "contradicts", "https://a.example/c1", id="r1")
    merged = home.merge(away)
    assert told(merged) == []
    relation = merged.dossier.relations[0]
    assert (relation.id, relation.subject, relation.object) == (
        "https://b.example/r1",
        "https://b.example/c2",
        "c1",
    )


def test_a_slug_and_its_global_id_become_one() -> None:
    """Two records over there, one id here: the first is kept, and that is told."""
    away = made("https://b.example/", c1="A")
    away.add(Claim(id="https://b.example/c1", text="B"))
    merged = made("https://a.example/", c0="0").merge(away)
    assert list(merged.dossier) == ["c0", "https://b.example/c1"]
    assert len(merged.findings) == 1


def test_an_id_spelled_out_under_its_own_base_is_its_slug() -> None:
    """Found by the laws: ours stayed spelled out beside the slug of the other copy."""
    base = "https://a.example/"
    spelled = made(base)
    spelled.add(Claim(id=f"{base}c1", text="A"))
    spelled.claim("B", id="c2", about=[f"{base}c1"])
    short = made(base, c1="A")
    for merged in (spelled.merge(short), short.merge(spelled), spelled.merge(spelled)):
        assert told(merged) == []
        assert dict(merged.dossier) == {
            "c1": Claim(id="c1", text="A"),
            "c2": Claim(id="c2", text="B", about=["c1"]),
        }
        assert merged.dossier.merge(merged.dossier) == merged


def test_two_spellings_of_one_id_in_one_dossier_are_told() -> None:
    """The first is kept, as where two dossiers differ."""
    twice = made("https://a.example/", c1="A")
    twice.add(Claim(id="https://a.example/c1", text="B"))
    merged = twice.merge(twice)
    assert [each.text for each in merged.dossier.claims] == ["A"]
    assert set(told(merged)) == {"claim.text: c1 differs in text; the first is kept"}
    twice.relate("c1", "contradicts", "https://a.example/c1")
    with pytest.raises(InvalidRecord, match="both subject and object"):
        twice.merge(twice)


def test_what_would_be_no_slug_stays_global() -> None:
    """Letters that a slug cannot have, a path, or nothing at all."""
    keys = ["https://a.example/яя", "https://a.example/x/y", "https://a.example/"]
    away = Dossier()
    for key in keys:
        away.add(Claim(id=key, text="T"))
    merged = made("https://a.example/", c1="A").merge(away).dossier
    assert list(merged) == ["c1", *keys]


def test_an_iri_that_leads_out_stays_one() -> None:
    """As a slug it would lead nowhere."""
    other = made("https://a.example/", c1="A")
    other.claim("B", id="c2", about=["https://a.example/story", "c1"])
    merged = made("https://a.example/", c1="A").merge(other).dossier
    assert merged.claims[1].about == ("https://a.example/story", "c1")
    assert merged.merge(merged).dossier == merged
    away = made("https://b.example/", c1="A").merge(other).dossier
    assert away.claims[2].about == (
        "https://a.example/story",
        "https://a.example/c1",
    )


def test_slugs_without_a_base_become_ours_and_that_is_told() -> None:
    """They were local to their file; now they are ours."""
    merged = made("https://a.example/", c1="A").merge(made(c2="B"))
    assert told(merged) == [
        'dossier.base: the other has no base; its slugs now belong to "https://a.example/"'
    ]
    assert list(merged.dossier) == ["c1", "c2"]
    assert told(made(c1="A").merge(made("https://b.example/", c1="B"))) == []


def test_a_global_id_that_would_be_too_long_is_refused() -> None:
    """As any other id would be."""
    with pytest.raises(InvalidRecord, match="256"):
        made(c1="A").merge(made("https://b.example/" + "x" * 300, c1="B"))


def test_both_stay_as_they_are() -> None:
    """A merge makes a third dossier."""
    one, other = made(c1="A"), made(c1="B")
    before = one.dumps(), other.dumps()
    merged = one.merge(other).dossier
    merged.claim("More")
    assert (one.dumps(), other.dumps()) == before


def test_a_newer_version_stays_the_newest() -> None:
    """What was kept for it is written back."""
    texts = [
        json.dumps(
            {
                "claimtrack": f"1.{minor}",
                "mood": "calm",
                "records": [claim(f"c{minor}", tone=1)],
            }
        )
        for minor in (9, 10)
    ]
    one, other = (Dossier.loads(each) for each in texts)
    for merged in (one.merge(other).dossier, other.merge(one).dossier):
        written = merged.dumps()
        assert '"claimtrack": "1.10"' in written
        assert written.count('"tone": 1') == 2
        assert '"mood": "calm"' in written


@pytest.mark.parametrize(
    ("base", "key", "expected"),
    [
        ("https://a.example/", "c1", "https://a.example/c1"),
        ("urn:desk:", "c1", "urn:desk:c1"),
        ("https://a.example/", "urn:x:1", "urn:x:1"),
        (None, "urn:x:1", "urn:x:1"),
        (None, "c1", None),
    ],
)
def test_a_slug_follows_the_base_as_it_is(
    base: str | None, key: str, expected: str | None
) -> None:
    """A slug follows the base as it is; an IRI is global already."""
    dossier = Dossier(base=base)
    assert dossier.global_id(key) == expected
    assert dossier.global_id(Claim(id=key, text="T")) == expected
