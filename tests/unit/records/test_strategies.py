"""The strategies reach all that records can be, and nothing that they cannot.

Samples are drawn under a fixed seed, so these tests say the same on every run.
"""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Literal,
    TypeVar,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import claimtrack.testing
from claimtrack.records import (
    FORBIDDEN,
    RECORD_TYPES,
    RELATION_ENDS,
    Chain,
    Document,
    Source,
    SourceKind,
    limits,
    words,
)
from claimtrack.schema import (
    derive_id,
    find_references,
    is_array,
    is_object,
    write_record,
)
from claimtrack.testing import (
    attributions,
    chains,
    claims,
    documents,
    dossiers,
    ids,
    json_values,
    links,
    records,
    relations,
    sources,
    whens,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Record
    from claimtrack.schema import JsonValue

T = TypeVar("T")

BIDI: Final = "\u202e\u2066\u2069\u200f"

SHORT: Final = 10
"""Examples of a run before hypothesis begins to vary what it has drawn already."""


def sample(strategy: st.SearchStrategy[T], size: int) -> list[T]:
    """Return values of a strategy, the same ones each time.

    In a long run five of six values are variations of the one before, which says
    little of the strategy. So these come from many short runs, each with its seed.
    """
    found: list[T] = []
    short = settings(
        max_examples=min(size, SHORT),
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[
            HealthCheck.data_too_large,
            HealthCheck.filter_too_much,
            HealthCheck.large_base_example,
            HealthCheck.too_slow,
        ],
    )
    for run in range(-(-size // SHORT)):

        @seed(run)
        @short
        @given(strategy)
        def collect(value: T) -> None:
            found.append(value)

        collect()
    return found[:size]


def fields_of(cls: type) -> list[attrs.Attribute[Any]]:
    """Return the fields that are given when a value of this class is made."""
    given_ = attrs.fields(cast("type[attrs.AttrsInstance]", cls))
    return [field for field in given_ if field.init]


def inside(value: object) -> Iterator[object]:
    """Yield a value and every value that its fields hold, at any depth."""
    yield value
    if isinstance(value, (tuple, Chain)):
        for each in cast("Iterable[object]", value):
            yield from inside(each)
    elif attrs.has(type(value)):
        for field in fields_of(type(value)):
            yield from inside(getattr(value, field.name))


def classes() -> list[type]:
    """Return the classes of records and of all that their fields are declared as."""
    found: set[type] = set()
    todo: list[object] = [*RECORD_TYPES.values()]
    while todo:
        part = todo.pop()
        if isinstance(part, type) and attrs.has(part):
            if part not in found:
                found.add(part)
                hints = get_type_hints(part)
                todo.extend(hints[field.name] for field in fields_of(part))
        else:
            todo.extend(each for each in get_args(part) if not isinstance(each, str))
    return sorted(found, key=lambda cls: cls.__name__)


@functools.cache
def all_dossiers() -> tuple[Dossier, ...]:
    """Return a sample of dossiers."""
    return tuple(sample(dossiers(), 140))


@functools.cache
def all_values() -> tuple[object, ...]:
    """Return the values in a large sample of records, alone and in dossiers."""
    found: list[object] = [
        *sample(records(), 350),
        # What only one kind of source has.
        *sample(sources(kinds=["group", "unnamed"]), 60),
    ]
    found.extend(each for dossier in all_dossiers() for each in dossier.values())
    return tuple(value for each in found for value in inside(each))


def texts() -> set[str]:
    """Return all text in the sample."""
    return {each for each in all_values() if isinstance(each, str)}


@pytest.mark.parametrize("cls", classes())
def test_every_field_is_reached(cls: type) -> None:
    """Each field of each class appears set, and each word of each vocabulary."""
    held = [each for each in all_values() if type(each) is cls]
    hints = get_type_hints(cls)
    for field in fields_of(cls):
        found = {getattr(each, field.name) for each in held}
        assert found - {field.default}, f"{cls.__name__}.{field.name} is never set"
        said = {word for each in found for word in inside(each)}
        for vocabulary in (hints[field.name], *get_args(hints[field.name])):
            if get_origin(vocabulary) is Literal:
                assert set(get_args(vocabulary)) <= said


def test_text_of_every_kind() -> None:
    """There is Cyrillic, right-to-left text, emoji, hidden controls and long text."""
    chars = {char for text in texts() for char in text}
    names = {unicodedata.name(char, "").split(" ")[0] for char in chars}
    assert {"CYRILLIC", "ARABIC", "HEBREW", "CJK", "LATIN", "REGIONAL"} <= names
    assert set(BIDI) <= chars
    lengths = {len(text) for text in texts()}
    assert {limits.ID, limits.LINE, limits.IRI, limits.TEXT} <= lengths


def test_text_that_no_record_holds() -> None:
    """There is never a NUL or half a surrogate pair."""
    assert not [text for text in texts() if FORBIDDEN.search(text)]


def test_dossiers_hold_together() -> None:
    """Every reference leads to a record of the right type."""
    for dossier in all_dossiers():
        assert all(each.severity != "error" for each in dossier.validate())
        for record in dossier.values():
            for reference in find_references(write_record(record)):
                target = dossier.get(reference.id)
                if target is None:
                    assert reference.external
                else:
                    assert target.type in reference.types


def test_relations_join_records_of_one_type() -> None:
    """A claim is never the same as a source."""
    for dossier in all_dossiers():
        for each in dossier.relations:
            types = {dossier[each.subject].type, dossier[each.object].type}
            assert len(types) == 1
            assert types <= set(RELATION_ENDS[each.kind])


def test_dossiers_have_several_sources_of_every_kind() -> None:
    """Of each kind, some dossier has two."""
    several = {
        kind
        for dossier in all_dossiers()
        for kind, count in Counter(each.kind for each in dossier.sources).items()
        if count > 1
    }
    assert several == set(words(SourceKind))


def test_dossiers_have_relations_of_every_kind() -> None:
    """Those that join two types of record join either."""
    found = {
        (each.kind, dossier[each.subject].type)
        for dossier in all_dossiers()
        for each in dossier.relations
    }
    expected = {(kind, end) for kind, ends in RELATION_ENDS.items() for end in ends}
    assert found == expected


def has_unnamed_people(dossier: Dossier) -> bool:
    """Return whether an unnamed source is several people."""
    counts = [each.count for each in dossier.sources if each.kind == "unnamed"]
    return any(count is not None and count.min > 1 for count in counts)


def has_members(dossier: Dossier) -> bool:
    """Return whether a group has members."""
    return any(each.members for each in dossier.sources)


def has_candidates(dossier: Dossier) -> bool:
    """Return whether a speaker is not settled and there are guesses."""
    return any(link.candidates for each in dossier.attributions for link in each.chain)


def has_nobody(dossier: Dossier) -> bool:
    """Return whether nobody can be guessed for a link."""
    return any(
        link.candidates == () for each in dossier.attributions for link in each.chain
    )


def has_holder(dossier: Dossier) -> bool:
    """Return whether a chain goes on after its last voice."""
    return any(
        len(each.chain) > 1 and each.chain.last.is_ascribed
        for each in dossier.attributions
    )


def shares_document(dossier: Dossier) -> bool:
    """Return whether the chains of two attributions rest on one document."""
    papers = [
        {paper for link in each.chain for paper in link.evidence}
        for each in dossier.attributions
    ]
    return any(
        one & other for at, one in enumerate(papers) for other in papers[at + 1 :]
    )


def has_circle(dossier: Dossier) -> bool:
    """Return whether two outlets cite each other, or one cites itself further in."""
    outlets = {each.id for each in dossier.sources if each.kind == "outlet"}
    steps = {
        (one.source, other.source)
        for each in dossier.attributions
        for one, other in zip(each.chain, each.chain[1:], strict=False)
        if one.source in outlets and other.source in outlets
    }
    return any((after, before) in steps for before, after in steps if before != after)


def has_derived_id(dossier: Dossier) -> bool:
    """Return whether an attribution or a relation came without an id."""
    made: list[Record] = [*dossier.attributions, *dossier.relations]
    return any(each.id == derive_id(each) for each in made)


def is_rich(dossier: Dossier) -> bool:
    """Return whether there is something of every type."""
    return {each.type for each in dossier.values()} == set(RECORD_TYPES)


def is_empty(dossier: Dossier) -> bool:
    """Return whether there is no record."""
    return len(dossier) == 0


def has_title(dossier: Dossier) -> bool:
    """Return whether the dossier has a title."""
    return dossier.title is not None


def has_lang(dossier: Dossier) -> bool:
    """Return whether the dossier has a language."""
    return dossier.lang is not None


def has_base(dossier: Dossier) -> bool:
    """Return whether the dossier has a base."""
    return dossier.base is not None


@pytest.mark.parametrize(
    "shows",
    [
        has_unnamed_people,
        has_members,
        has_candidates,
        has_nobody,
        has_holder,
        shares_document,
        has_circle,
        has_derived_id,
        is_rich,
        is_empty,
        has_title,
        has_lang,
        has_base,
    ],
)
def test_some_dossier_has_each_thing_to_deal_with(
    shows: Callable[[Dossier], bool],
) -> None:
    """Some dossier has each thing that an analysis has to deal with."""
    assert any(shows(each) for each in all_dossiers())


def test_dossiers_keep_to_their_bounds() -> None:
    """There is never more of a type than was asked for."""
    bounded = dossiers(
        max_sources=2,
        max_documents=1,
        max_claims=1,
        max_attributions=2,
        max_relations=1,
        max_links=2,
    )
    for each in sample(bounded, 30):
        assert len(each.sources) <= 2
        assert len(each.documents) <= 1
        assert len(each.claims) <= 1
        assert len(each.attributions) <= 2
        assert len(each.relations) <= 1
        assert all(len(made.chain) <= 2 for made in each.attributions)


ONLY_S = st.just(Source(id="s", kind="outlet", name="S"))
ONLY_D = st.just(Document(id="d", kind="article", title="D"))
ONLY_C = st.just("c")


@pytest.mark.parametrize(
    "strategy",
    [
        sources(sources=ONLY_S),
        documents(sources=ONLY_S, documents=ONLY_D),
        claims(claims=ONLY_C, documents=ONLY_D, about=ONLY_C),
        attributions(sources=ONLY_S, documents=ONLY_D, claims=ONLY_C),
        relations(
            sources=st.sampled_from(["s", "s2"]),
            documents=st.sampled_from(["d", "d2"]),
            claims=st.sampled_from(["c", "c2"]),
        ),
    ],
)
def test_references_lead_where_keywords_say(
    strategy: st.SearchStrategy[Record],
) -> None:
    """Records name what they are told to, given as ids or as records."""
    for each in sample(strategy, 100):
        named = {reference.id for reference in find_references(write_record(each))}
        assert named <= {"s", "s2", "d", "d2", "c", "c2"}


def test_nothing_to_name_means_no_reference() -> None:
    """What there is nothing to name for is left out."""
    nothing: st.SearchStrategy[str] = st.nothing()
    for each in sample(claims(claims=nothing, documents=nothing, about=nothing), 60):
        assert list(find_references(write_record(each))) == []
    spoken = links(sources=ONLY_S, documents=nothing, claims=nothing)
    for link in sample(spoken, 60):
        assert (link.document, link.evidence, link.utterance) == (None, (), None)


def test_keywords_for_ids_kinds_and_lengths() -> None:
    """Keywords narrow what is drawn."""
    only = st.just("x")
    assert {each.id for each in sample(sources(ids=only), 10)} == {"x"}
    assert {each.id for each in sample(documents(ids=only), 10)} == {"x"}
    assert {each.id for each in sample(claims(ids=only), 10)} == {"x"}
    assert {each.id for each in sample(attributions(ids=only), 10)} == {"x"}
    assert {each.id for each in sample(relations(ids=only), 10)} == {"x"}
    assert {each.kind for each in sample(sources(kinds=["crowd"]), 10)} == {"crowd"}
    joined = relations(kinds=["owned-by"])
    assert {each.kind for each in sample(joined, 10)} == {"owned-by"}
    assert {len(each) for each in sample(chains(max_links=1), 10)} == {1}
    assert {len(each.chain) for each in sample(attributions(max_links=1), 10)} == {1}
    relative = sample(whens(documents=ONLY_D), 100)
    assert {each.relative_to for each in relative} == {None, "d"}


def test_the_simplest_examples_are_the_plainest_values() -> None:
    """Where hypothesis shrinks, it gets to the plainest value there is."""
    first = sample(st.tuples(sources(), documents(), claims(), ids(), chains()), 1)[0]
    assert [len(write_record(each)) for each in first[:3]] == [4, 4, 3]
    assert len(first[3]) == 1
    assert len(first[4]) == 1


def depth(value: JsonValue) -> int:
    """Return how many lists and objects are inside each other."""
    if is_object(value):
        return 1 + max((depth(each) for each in value.values()), default=0)
    if is_array(value):
        return 1 + max((depth(each) for each in value), default=0)
    return 0


def test_json_values_have_every_type_and_depth() -> None:
    """Foreign data has every type of JSON, and comes as deep as it may."""
    found = sample(json_values(), 300)
    assert {type(each) for each in found} == {
        type(None),
        bool,
        int,
        float,
        str,
        list,
        dict,
    }

    assert max(map(depth, found)) == limits.FOREIGN_DEPTH - 1


def test_public_names_are_what_the_package_shows() -> None:
    """`__all__` is sorted and is what the package shows."""
    names = claimtrack.testing.__all__
    assert names == sorted(names)
    shown = {name for name in vars(claimtrack.testing) if not name.startswith("_")}
    assert shown == set(names)
