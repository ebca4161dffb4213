"""Chains: how they are written, what their links say when nothing is recorded."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Final

import attrs
import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.records import (
    Attitude,
    Candidate,
    Chain,
    Claim,
    Document,
    Link,
    Relation,
    Source,
    link,
    to_chain,
    to_id,
    words,
)
from claimtrack.records._words import DEFAULT_FACTUALITY
from claimtrack.when import When

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

UNN: Final = Source(id="unn", kind="outlet", name="UNN")
BLOOMBERG: Final = Source(id="bloomberg", kind="outlet", name="Bloomberg")
PAPER: Final = Document(id="paper", kind="report", title="Paper")
SAYING: Final = Claim(id="saying", text="It said so")
OPEN: Final = Link(candidates=[Candidate(source="a", weight=1, why="style")])

FIELDS: Final[dict[str, tuple[JsonValue, JsonValue]]] = {
    "cue": ("said", "said"),
    "cue_basis": ("explicit", "explicit"),
    "mode": ("direct", "direct"),
    "stance": ("denies", "denies"),
    "ground_rules": ("background", "background"),
    "embargo_until": ("2025", When.parse("2025")),
    "addressee": (UNN, "unn"),
    "original_lang": ("uk", "uk"),
    "attitude": ("belief", "belief"),
    "ascribed": (False, False),
    "factuality": ("PS+", "PS+"),
    "negated": (True, True),
    "hypothetical": (True, True),
    "basis": ("official", "official"),
    "at": (When(text="then"), When(text="then")),
    "document": (PAPER, "paper"),
    "evidence": ([PAPER, "d2"], ("paper", "d2")),
    "occasion": ("a summit", "a summit"),
    "utterance": (SAYING, "saying"),
    "on_behalf_of": (UNN, "unn"),
    "mention": ("the agency", "the agency"),
}
"""Field of a link → what may be given → what is kept."""


def test_every_field_is_here() -> None:
    """The table and the class have the same fields."""
    named = {each.name for each in attrs.fields(Link)}
    assert named == FIELDS.keys() | {"source", "candidates"}


@pytest.mark.parametrize("field", FIELDS)
def test_three_ways_to_give_a_field(field: str) -> None:
    """The class, the function and the method take the same and keep the same."""
    value, kept = FIELDS[field]
    given: JsonValue = {field: value}
    made = Link(source="s", **given)
    assert getattr(made, field) == kept
    assert link("s", **given) == made
    assert UNN.citing("s", **given).last == made
    assert made != Link(source="s")


def test_function_and_method_show_the_fields_of_a_link() -> None:
    """The function and the method show the fields that the class has."""
    shown = list(inspect.signature(link).parameters)
    assert shown == ["source", *FIELDS]
    method = inspect.signature(Source.citing)
    assert list(method.parameters) == ["self", "source", *FIELDS]
    assert method.return_annotation == "Chain"
    defaults = {each.name: each.default for each in attrs.fields(Link)}
    for name in FIELDS:
        assert inspect.signature(link).parameters[name].default == defaults[name]


@pytest.mark.parametrize(
    "start", [UNN, Link(source="unn"), Chain(links=["unn"]), to_chain("unn")]
)
@pytest.mark.parametrize("source", [BLOOMBERG, "bloomberg", Link(source="bloomberg")])
def test_sources_links_and_chains_cite_and_do_not_change(
    start: Source | Link | Chain, source: Source | Link | str
) -> None:
    """Sources, links and chains cite sources, ids and links, and do not change."""
    before = repr(start)
    assert start.citing(source) == Chain(links=["unn", "bloomberg"])
    assert repr(start) == before


def test_citing_goes_inward() -> None:
    """The last one cited is the innermost; a head keeps its fields."""
    chain = link(UNN, at="2025").citing(BLOOMBERG, cue="citing").citing(OPEN)
    assert [each.source for each in chain] == ["unn", "bloomberg", None]
    assert chain.head == Link(source="unn", at="2025")
    assert chain[1].cue == "citing"
    assert chain.last is OPEN


def test_a_finished_link_takes_no_fields() -> None:
    """It is taken as it is, and a field beside it is an error, not dropped."""
    assert link(OPEN) is OPEN
    with pytest.raises(InvalidRecord) as caught:
        UNN.citing(OPEN, cue="said")
    assert str(caught.value) == (
        "link: a finished link cannot be given further fields. "
        "Use attrs.evolve on the link. (CT019)"
    )


LINKS: Final[list[tuple[dict[str, JsonValue], str]]] = [
    ({"source": "s", "candidates": []}, "link.source: source is not allowed on a link"),
    ({"source": 5}, "link.source: 5 is not text."),
    ({"candidates": ["s"]}, 'link.candidates: "s" is not a Candidate. Use Candidate('),
    ({"candidates": "s"}, 'link.candidates: "s" is not a list.'),
    ({"source": "s", "evidence": "d"}, 'link.evidence: "d" is not a list.'),
    ({"source": "s", "evidence": [None]}, "link.evidence: null is not text."),
    (
        {"source": Relation(kind="same-as", subject="a", object="b")},
        "link.source: a value of type Relation is not text.",
    ),
]


@pytest.mark.parametrize(("fields", "said"), LINKS)
def test_a_link_has_a_source_or_candidates(
    fields: dict[str, JsonValue], said: str
) -> None:
    """A link has a source or candidates, never both, and no field of another type."""
    with pytest.raises(InvalidRecord) as caught:
        Link(**fields)
    assert said in str(caught.value)


def test_nobody_can_be_guessed() -> None:
    """No candidates at all are not the same as none recorded."""
    assert Link(candidates=[]).candidates == ()
    assert Link(source="s").candidates is None


CHAINS: Final[list[tuple[JsonValue, str]]] = [
    ([], "chain.links: the chain is empty. Give at least the source that published it"),
    ("unn", 'chain.links: "unn" is not a list.'),
    (["s"] * 10_001, "chain.links: there are 10001 items; at most 10000 are allowed."),
    ({"unn": 1}, "chain.links: an object is not a list."),
    ([None], "link.source: source is required"),
    ([5], "link.source: 5 is not text."),
]


@pytest.mark.parametrize(("links", "said"), CHAINS)
def test_a_chain_has_one_to_ten_thousand_links(links: JsonValue, said: str) -> None:
    """A chain has one to 10,000 links."""
    with pytest.raises(InvalidRecord) as caught:
        Chain(links=links)
    assert said in str(caught.value)


def test_the_longest_chain() -> None:
    """Ten thousand links are a chain."""
    assert len(Chain(links=["s"] * 10_000)) == 10_000


def test_a_chain_is_a_sequence() -> None:
    """Of its links, 0 being the outermost; slices are tuples."""
    chain = Chain(links=["a", "b", "c"])
    first, second, third = chain
    assert (chain[0], chain[-1], len(chain)) == (first, third, 3)
    assert chain[1:] == (second, third)
    assert second in chain
    assert Link(source="d") not in chain
    assert chain.index(third) == 2
    assert list(reversed(chain)) == [third, second, first]
    with pytest.raises(IndexError):
        chain[3]


@pytest.mark.parametrize(
    "value",
    [
        Chain(links=["unn"]),
        UNN,
        "unn",
        Link(source="unn"),
        [UNN],
        ("unn",),
        iter(["unn"]),
        [Link(source="unn")],
    ],
)
def test_whatever_can_be_one_becomes_a_chain(value: JsonValue) -> None:
    """Whatever can be one becomes a chain."""
    assert to_chain(value) == Chain(links=["unn"])


@pytest.mark.parametrize("value", [5, None, {"unn": 1}, b"unn", {"links": ["unn"]}])
def test_what_is_no_chain(value: JsonValue) -> None:
    """The error is of the one link that it would have."""
    with pytest.raises(InvalidRecord, match=r"^link\.source: "):
        to_chain(value)


@pytest.mark.parametrize("attitude", words(Attitude))
def test_what_the_attitude_implies(attitude: Attitude) -> None:
    """Where nothing is recorded, it says whether it spoke, and how certain it is."""
    made = Link(source="s", attitude=attitude)
    assert made.is_ascribed is (attitude != "assertion")
    assert made.own_factuality == DEFAULT_FACTUALITY[attitude]
    said = attrs.evolve(made, ascribed=not made.is_ascribed, factuality="PS-")
    assert said.is_ascribed is not made.is_ascribed
    assert said.own_factuality == "PS-"


def test_a_chain_shows_the_ids_of_its_links() -> None:
    """A chain shows ids, a link what is set."""
    chain = UNN.citing(OPEN)
    assert repr(chain) == "<Chain unn < …>"
    assert repr(chain.last) == (
        "Link(candidates=(Candidate(source='a', weight=1, why='style'),))"
    )
    assert repr(link("s", cue="said", at="2025", occasion="x", addressee="y")) == (
        "Link(source='s', cue='said')"
    )


def test_a_record_stands_for_its_own_id() -> None:
    """Text is an id, a record stands for its own; what has none stays what it is."""
    nameless = Relation(kind="same-as", subject="a", object="b")
    assert (to_id("unn"), to_id(UNN)) == ("unn", "unn")
    left: object = to_id(nameless)
    assert left is nameless
