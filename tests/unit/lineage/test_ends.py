"""Where the voices of a chain stop, and what kind of end that is."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import Final, get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import Candidate, Chain, Claim, Dossier, Link, Source
from claimtrack.lineage import ChainEnd, EndKind, chain_end, holders, voices
from claimtrack.records import Basis, SourceKind, words
from claimtrack.testing import dossiers, links

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"

BASES: Final[tuple[Basis, ...]] = (
    "witnessed",
    "participant",
    "official",
    "expert",
    "document",
    "hearsay",
    "unknown",
)

KINDS: Final[dict[SourceKind, str]] = {
    "person": "stated stated stated stated stated open stated",
    "organization": "stated stated stated stated stated open stated",
    "group": "stated stated stated stated stated open stated",
    "unnamed": "unnamed unnamed unnamed unnamed unnamed open unnamed",
    "outlet": "witnessed witnessed open open document open open",
    "crowd": "open open open open open open open",
    "platform": "open open open open open open open",
    "unresolved": "open open open open open open open",
}
"""Kind of source → the kind of end it is, under each of the bases above."""

EXPECTED: Final = [
    (kind, basis, end)
    for kind, ends in KINDS.items()
    for basis, end in zip(BASES, ends.split(), strict=True)
]

some_dossiers = dossiers(
    max_sources=5, max_documents=1, max_claims=1, max_attributions=4, max_relations=0
)


def source(kind: SourceKind) -> Source:
    """Return a source of this kind."""
    if kind == "unnamed":
        return Source(id="s", kind=kind, description="S")
    return Source(id="s", kind=kind, name="S")


def last_voice(chain: Chain) -> list[Link]:
    """Return the last voice: neighbouring links of one source are one."""
    found = [voices(chain)[-1]]
    source = found[0].source
    if source is not None:
        before = takewhile(lambda each: each.source == source, voices(chain)[-2::-1])
        behind = takewhile(lambda each: each.source == source, holders(chain))
        found += [*before, *behind]
    return found


@pytest.mark.parametrize(
    ("bases", "end"),
    [
        (("unknown", "witnessed"), "witnessed"),
        (("witnessed", "unknown"), "witnessed"),
        (("witnessed", "document"), "witnessed"),
        (("document", "hearsay"), "document"),
        (("unknown", "official"), "open"),
    ],
)
def test_an_outlet_that_cites_itself_is_one_voice(
    bases: tuple[Basis, ...], end: EndKind
) -> None:
    """What is known in one of its links is known of it."""
    links = [Link(source="s", basis=each) for each in bases]
    chain = Chain(links=["unn", *links, Link(source="s", attitude="belief")])
    assert chain_end(chain, {"s": source("outlet")}) == ChainEnd("s", end)


def test_the_table_knows_every_kind_and_every_basis() -> None:
    """So that a new one is thought about."""
    assert sorted(KINDS) == sorted(words(SourceKind))
    assert sorted(BASES) == sorted(words(Basis))
    assert {end for _, _, end in EXPECTED} == set(get_args(EndKind)) - {"circular"}


@pytest.mark.parametrize(("kind", "basis", "end"), EXPECTED)
def test_the_kind_of_an_end_is_that_of_its_source(
    kind: SourceKind, basis: Basis, end: EndKind
) -> None:
    """An outlet is one by how it knows; hearsay makes any of them open."""
    last = Link(source="s", basis=basis)
    for chain in (Chain(links=[last]), Chain(links=["unn", last])):
        found = chain_end(chain, {"s": source(kind)})
        assert (found.source, found.kind) == ("s", end)


@pytest.mark.parametrize("candidates", [[], [Candidate(source="s")]])
def test_a_speaker_who_is_not_settled_is_an_open_end_without_a_source(
    candidates: list[Candidate],
) -> None:
    """Also where there is only one whom it may be; in mid-chain it passes on."""
    records = {"s": source("person")}
    open_link = Link(candidates=candidates)
    found = chain_end(Chain(links=["s", open_link]), records)
    assert found == ChainEnd(source=None, kind="open")
    passed = chain_end(Chain(links=["s", open_link, "s"]), records)
    assert passed == ChainEnd(source="s", kind="stated")


def test_what_is_not_a_source_is_an_open_end() -> None:
    """A dossier at work may lack the source still, or use its id for another record."""
    claim = Claim(id="s", text="T")
    for records in ({}, {"s": claim}):
        found = chain_end(Chain(links=["s"]), records)
        assert found == ChainEnd(source="s", kind="open")


def test_who_is_told_about_is_no_end() -> None:
    """The person who said what the government believes is; the government is not."""
    government = attrs.evolve(source("group"), id="g")
    believed = Link(source="g", attitude="belief")
    records = {"s": source("person"), "g": government}
    assert chain_end(Chain(links=["s", believed]), records).source == "s"
    assert chain_end(Chain(links=["s", believed, "g"]), records).source == "g"


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_the_last_voice_decides_alone(dossier: Dossier) -> None:
    """Not who stands before it, nor who is told about behind it."""
    for attribution in dossier.attributions:
        chain = attribution.chain
        end = chain_end(chain, dossier)
        assert chain_end(Chain(links=last_voice(chain)), dossier) == end
        assert end.source == voices(chain)[-1].source


@settings(max_examples=20, deadline=None)
@given(some_dossiers, st.lists(links(), min_size=1, max_size=2))
def test_holders_change_no_end(dossier: Dossier, told_about: list[Link]) -> None:
    """Whatever they are said to believe."""
    behind = [attrs.evolve(each, ascribed=True) for each in told_about]
    for attribution in dossier.attributions:
        if attribution.chain.is_nobody:
            continue
        longer = Chain(links=[*attribution.chain, *behind])
        assert chain_end(longer, dossier) == chain_end(attribution.chain, dossier)


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_hearsay_opens_any_end_and_nothing_else_changes(dossier: Dossier) -> None:
    """Who only heard of it does not speak for it; its source stays on record."""
    for attribution in dossier.attributions:
        last = last_voice(attribution.chain)
        heard = Chain(links=[attrs.evolve(each, basis="hearsay") for each in last])
        assert chain_end(heard, dossier) == ChainEnd(last[0].source, "open")


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_how_it_is_said_is_no_matter(dossier: Dossier) -> None:
    """Only who speaks, and how it knows: a plain link gives the same end."""
    for attribution in dossier.attributions:
        plain = [
            Link(source=each.source, candidates=each.candidates, basis=each.basis)
            for each in last_voice(attribution.chain)
        ]
        end = chain_end(attribution.chain, dossier)
        assert chain_end(Chain(links=plain), dossier) == end


def test_ends_of_the_example_are_of_these_kinds() -> None:
    """Most of the article hangs on outlets and on people without a name."""
    dossier = Dossier.load(EXAMPLE)
    ends = {each.claim: chain_end(each.chain, dossier) for each in dossier.attributions}
    assert ends["c23"] == ChainEnd("unnamed-4", "unnamed")
    for end in ends.values():
        if end.source is not None:
            found = dossier[end.source]
            assert isinstance(found, Source)
            assert (found.kind == "unnamed") == (end.kind == "unnamed")
            assert (found.kind == "outlet") == (end.kind == "open")
