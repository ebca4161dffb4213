"""Builders: ids minted, defaults applied, references checked, sources found again."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Final

import attrs
import pytest

from claimtrack.dossier import Dossier
from claimtrack.errors import DanglingReference, DuplicateId, InvalidRecord
from claimtrack.records import (
    Alias,
    Anonymity,
    Attribution,
    Claim,
    Condition,
    Document,
    Excerpt,
    Link,
    Quantity,
    Recorded,
    Relation,
    Response,
    Source,
    SourceKind,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.records import Record
    from claimtrack.schema import JsonValue

IDENTIFIED: Final = [kind for kind in words(SourceKind) if kind != "unnamed"]


def filled() -> Dossier:
    """Return a dossier with a record of each type that others refer to."""
    d = Dossier()
    d.outlet("S", id="s")
    d.person("P", id="p")
    d.document("article", "D", id="d")
    d.claim("C", id="c")
    d.claim("C2", id="c2")
    return d


def builder(d: Dossier, kind: str) -> Callable[..., Source]:
    """Return the builder of sources of this kind."""
    made: Callable[..., Source] = getattr(d, kind)
    return made


@pytest.mark.parametrize("kind", IDENTIFIED)
def test_identified_sources_are_found_again(kind: SourceKind) -> None:
    """By kind and name; the id comes from the name."""
    d = Dossier()
    made = builder(d, kind)("The Name")
    assert made == Source(id="the-name", kind=kind, name="The Name")
    assert builder(d, kind)("The Name") is made
    assert d.source(kind, "The Name") is made
    assert d.source(kind, "The Name", id="the-name") is made
    assert d.sources == (made,)
    # However it is spelled; the text stays as it was given first.
    for spelled in ("the name", " THE\u00a0\u00a0Name\u200b", "Ｔｈｅ Name"):
        assert builder(d, kind)(spelled) is made
    assert builder(d, kind)("The Nam").id == "the-nam"
    assert builder(d, kind)("東京").id == kind


def test_of_several_spellings_the_very_same_one_is_found() -> None:
    """Where they were given ids of their own; else the first."""
    d = Dossier()
    first, second = d.outlet("UNN", id="one"), d.outlet("Unn", id="two")
    assert (d.outlet("UNN"), d.outlet("Unn"), d.outlet("unn")) == (first, second, first)
    renamed = d.replace(attrs.evolve(first, name="unn"))
    assert d.outlet("unn") == renamed
    d.remove(first)
    assert d.outlet("UNN") == second


def test_unnamed_sources_are_always_new() -> None:
    """Two descriptions that are alike may mean two people; ids derive from nothing."""
    d = Dossier()
    one = d.unnamed("European officials", count="2+")
    two = d.source("unnamed", "European officials", count="2+")
    assert (one.id, two.id) == ("unnamed-1", "unnamed-2")
    assert attrs.evolve(one, id="x") == attrs.evolve(two, id="x")
    d.remove(two)
    assert d.unnamed("somebody else").id == "unnamed-3"
    assert d.unnamed("one more", id="own").id == "own"


def test_one_name_in_several_kinds() -> None:
    """A person and an outlet of one name are two sources."""
    d = Dossier()
    kinds = [builder(d, kind)("Bloomberg").id for kind in IDENTIFIED]
    assert kinds == ["bloomberg", *(f"bloomberg-{n}" for n in range(2, 8))]


SAID_OTHERWISE: Final[list[JsonValue]] = [
    {"country": "US"},
    {"aka": ["S2"]},
    {"aka": []},
    {"role": "agency"},
    {"note": "n"},
    {"ext": {"a": 1}},
    {"url": "https://example.org/"},
]


@pytest.mark.parametrize("fields", SAID_OTHERWISE)
def test_found_again_with_other_fields(fields: JsonValue) -> None:
    """What is given must not differ from what is kept; what is left out is no matter.

    Nothing is dropped silently, and nothing is changed silently either.
    """
    d = Dossier()
    kept = d.outlet("S", country="UA", aka=["УНН"])
    assert d.outlet("S") is kept
    assert d.outlet("S", country="UA") is kept
    assert d.outlet("S", aka=[Alias(text="УНН")], country="UA") is kept
    if fields == {"aka": []}:
        assert d.outlet("S", **fields) is kept
        return
    with pytest.raises(DuplicateId) as caught:
        d.outlet("S", **fields)
    assert (caught.value.id, caught.value.kind) == (kept.id, "source")
    assert d.sources == (kept,)


def test_an_own_id_makes_another() -> None:
    """Whoever gives another id means another source."""
    d = Dossier()
    one, two = d.outlet("S"), d.outlet("S", id="own")
    assert (one.id, two.id) == ("s", "own")
    with pytest.raises(DuplicateId):
        d.outlet("T", id="own")


EVERY_FIELD: Final[dict[str, tuple[str, list[JsonValue], JsonValue, Record]]] = {
    "source": (
        "source",
        ["group", "G"],
        {
            "id": "g",
            "aka": ["G1"],
            "same_as": ["ex:g"],
            "role": "r",
            "affiliations": ["s"],
            "members": ["p"],
            "country": "UA",
            "url": "ex:u",
            "count": "2+",
            "note": "n",
            "ext": {"a": 1},
        },
        Source(
            id="g",
            kind="group",
            name="G",
            aka=["G1"],
            same_as=["ex:g"],
            role="r",
            affiliations=["s"],
            members=["p"],
            country="UA",
            url="ex:u",
            count="2+",
            note="n",
            ext={"a": 1},
        ),
    ),
    "unnamed": (
        "unnamed",
        ["officials"],
        {"anonymity": Anonymity(reason="fear"), "id": "u"},
        Source(
            id="u",
            kind="unnamed",
            description="officials",
            anonymity=Anonymity(reason="fear"),
        ),
    ),
    "document": (
        "document",
        ["leak", "T"],
        {
            "id": "new",
            "publisher": "s",
            "authors": ["p"],
            "url": "ex:u",
            "archived": ["ex:a"],
            "sha256": "0" * 64,
            "lang": "uk",
            "published": "2025",
            "modified": "2025-01",
            "retrieved": "2025-02",
            "status": "draft",
            "version": "2",
            "license": "CC0",
            "note": "n",
            "ext": {"a": 1},
        },
        Document(
            id="new",
            kind="leak",
            title="T",
            publisher="s",
            authors=["p"],
            url="ex:u",
            archived=["ex:a"],
            sha256="0" * 64,
            lang="uk",
            published="2025",
            modified="2025-01",
            retrieved="2025-02",
            status="draft",
            version="2",
            license="CC0",
            note="n",
            ext={"a": 1},
        ),
    ),
    "claim": (
        "claim",
        ["T"],
        {
            "id": "new",
            "kind": "allegation",
            "lang": "uk",
            "about": ["s", "ex:y"],
            "holds": "2025",
            "quantity": Quantity(min=1, of="c"),
            "condition": Condition(claim="c2"),
            "response": Response(outcome="replied"),
            "note": "n",
            "ext": {"a": 1},
        },
        Claim(
            id="new",
            text="T",
            kind="allegation",
            lang="uk",
            about=["s", "ex:y"],
            holds="2025",
            quantity=Quantity(min=1, of="c"),
            condition=Condition(claim="c2"),
            response=Response(outcome="replied"),
            note="n",
            ext={"a": 1},
        ),
    ),
    "attribute": (
        "attribute",
        ["c", "s"],
        {
            "id": "new",
            "document": "d",
            "placement": "lead",
            "excerpts": [Excerpt(exact="x")],
            "presupposed": True,
            "recorded": Recorded(by="b"),
            "note": "n",
            "ext": {"a": 1},
        },
        Attribution(
            id="new",
            claim="c",
            chain=["s"],
            document="d",
            placement="lead",
            excerpts=[Excerpt(exact="x")],
            presupposed=True,
            recorded=Recorded(by="b"),
            note="n",
            ext={"a": 1},
        ),
    ),
    "relate": (
        "relate",
        ["c", "contradicts", "c2"],
        {
            "id": "new",
            "by": "p",
            "at": "2025",
            "score": 0.5,
            "method": "m",
            "note": "n",
            "ext": {"a": 1},
        },
        Relation(
            id="new",
            kind="contradicts",
            subject="c",
            object="c2",
            by="p",
            at="2025",
            score=0.5,
            method="m",
            note="n",
            ext={"a": 1},
        ),
    ),
}


@pytest.mark.parametrize("name", EVERY_FIELD)
def test_a_builder_takes_every_field_of_its_record(name: str) -> None:
    """A builder takes every field of its record, and hands it on as it is."""
    method, positional, fields, record = EVERY_FIELD[name]
    d = filled()
    made = getattr(d, method)(*positional, **fields)
    assert made == record
    assert d[str(record.id)] is made
    # With an id of its own, the same again is a duplicate, but for a known source.
    if name == "source":
        assert getattr(d, method)(*positional, **fields) is made
    else:
        with pytest.raises(DuplicateId):
            getattr(d, method)(*positional, **fields)
    if name != "unnamed":
        taken = {each.name for each in attrs.fields(type(record)) if each.init}
        given = set(inspect.signature(getattr(Dossier, method)).parameters)
        assert taken - given <= {"description", "title", "claim", "chain", "subject"}


def test_signatures_of_sources() -> None:
    """The builder of a kind shows the keywords of `source`, and what it is for."""
    general = list(inspect.signature(Dossier.source).parameters)
    for kind in words(SourceKind):
        method = getattr(Dossier, kind)
        shown = list(inspect.signature(method).parameters)
        assert shown == [each for each in general if each != "kind"]
        assert method.__name__ == kind
        assert f"Return the {kind} of this name" in method.__doc__


def test_minted_ids_count_where_no_name_gives_one() -> None:
    """Short ones with a counter, where no name gives one."""
    d = filled()
    assert [d.claim("x").id, d.claim("x").id] == ["c1", "c3"]
    assert d.attribute("c", "s").id == "a1"
    assert d.attribute("c", "s").id == "a2"
    assert d.relate("c", "same-as", "c2").id == "r1"
    assert d.document("article", "Some Title").id == "some-title"
    assert d.document("article", "Some Title").id == "some-title-2"
    assert d.document("live-blog", url="ex:u").id == "live-blog"
    assert d.document("live-blog", "東京").id == "live-blog-2"
    assert d.outlet("c").id == "c-2"
    assert d.claim("x").id == "c4"


MISSING: Final[list[tuple[str, list[JsonValue], JsonValue]]] = [
    ("group", ["G"], {"members": ["nowhere"]}),
    ("outlet", ["O"], {"affiliations": ["nowhere"]}),
    ("document", ["article", "T"], {"publisher": "nowhere"}),
    ("document", ["article", "T"], {"authors": ["s", "nowhere"]}),
    ("claim", ["T"], {"about": ["nowhere"]}),
    ("claim", ["T"], {"quantity": Quantity(min=1, of="nowhere")}),
    ("attribute", ["nowhere", "s"], {}),
    ("attribute", ["c", ["s", "nowhere"]], {}),
    ("attribute", ["c", Link(source="s", evidence=["nowhere"])], {}),
    ("attribute", ["c", "s"], {"document": "nowhere"}),
    ("relate", ["c", "same-as", "nowhere"], {}),
    ("relate", ["c", "same-as", "c2"], {"by": "nowhere"}),
]


@pytest.mark.parametrize(("method", "positional", "fields"), MISSING)
def test_references_are_checked(
    method: str, positional: list[JsonValue], fields: JsonValue
) -> None:
    """What leads nowhere is not added."""
    d = filled()
    with pytest.raises(DanglingReference) as caught:
        getattr(d, method)(*positional, **fields)
    assert (caught.value.target, caught.value.referrers) == ("nowhere", ())
    assert d == filled()


def test_records_serve_for_ids() -> None:
    """Also those of another dossier, where this one has the id."""
    d, other = filled(), filled()
    made = d.attribute(other.claims[0], other.sources[0].citing(other.sources[1]))
    assert made.claim == "c"
    assert [each.source for each in made.chain] == ["s", "p"]


@pytest.mark.parametrize(
    ("method", "positional"),
    [
        ("outlet", [""]),
        ("unnamed", [" "]),
        ("source", ["oulet", "S"]),
        ("document", ["article"]),
        ("claim", [""]),
        ("attribute", ["c", ()]),
        ("relate", ["c", "same", "c2"]),
        ("relate", ["c", "same-as", "c"]),
    ],
)
def test_what_no_record_takes(method: str, positional: list[JsonValue]) -> None:
    """It is refused, and nothing is added."""
    d = filled()
    with pytest.raises(InvalidRecord):
        getattr(d, method)(*positional)
    assert d == filled()


def test_the_head_is_checked_like_a_record() -> None:
    """Title, language and base are read from it; it is checked like a record."""
    d = Dossier(title="T", lang="en", base="https://example.org/")
    assert (d.title, d.lang, d.base) == ("T", "en", "https://example.org/")
    assert repr(d) == "<Dossier 'T', 0 records>"
    assert repr(filled()) == "<Dossier, 5 records>"
    with pytest.raises(InvalidRecord, match=r'head\.lang: "\?" is not a language tag'):
        Dossier(lang="?")
