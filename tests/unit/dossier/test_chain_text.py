"""Chains as people write them: marks, holders, and names that need quotes."""

from __future__ import annotations

import json
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimtrack.dossier import Dossier, format_chain, format_link, format_source
from claimtrack.records import Candidate, Chain, Link, Source, link

RECORDS: Final = {
    each.id: each
    for each in (
        Source(id="unn", kind="outlet", name="UNN"),
        Source(id="one", kind="unnamed", description="an official"),
        Source(id="exactly-one", kind="unnamed", description="a minister", count="1"),
        Source(id="open", kind="unnamed", description="people", count="1+"),
        Source(id="some", kind="unnamed", description="officials", count="2+"),
        Source(id="three", kind="unnamed", description="aides", count="3"),
        Source(id="crowd", kind="crowd", name="users", count="2+"),
        Source(id="quoted", kind="outlet", name="a < b"),
        Source(id="unquiet", kind="unnamed", description="?who", count="2+"),
    )
}
OPEN: Final = Link(candidates=[Candidate(source="unn")])
BELIEVES: Final = link("some", attitude="belief")

CHAINS: Final[list[tuple[list[Link | str], str]]] = [
    (["unn"], "UNN"),
    (["unn", "one"], "UNN < ?an official"),
    (["unn", "exactly-one"], "UNN < ?a minister"),
    (["unn", "open"], "UNN < ?people"),
    (["unn", "some"], "UNN < ??officials"),
    (["unn", "three", "crowd"], "UNN < ??aides < users"),
    (["unn", "nowhere"], "UNN < nowhere"),
    (["unn", "quoted"], 'UNN < "a < b"'),
    (["unn", "unquiet"], 'UNN < ??"?who"'),
    ([OPEN], "…"),
    (["unn", OPEN], "UNN < …"),
    (["unn", OPEN, "one"], "UNN < … < ?an official"),
    (["unn", Link(candidates=[])], "UNN < …"),
    # Holders stand after the last voice.
    (["unn", BELIEVES], "UNN < (??officials)"),
    (["unn", BELIEVES, "one"], "UNN < ??officials < ?an official"),
    (
        ["unn", BELIEVES, link("one", ascribed=True)],
        "UNN < (??officials) < (?an official)",
    ),
    (["unn", link("one", attitude="belief", ascribed=False)], "UNN < ?an official"),
    (["unn", Link(candidates=[], ascribed=True)], "UNN < (…)"),
    # A head is always a voice.
    ([link("unn", ascribed=True)], "UNN"),
    ([link("unn", ascribed=True), BELIEVES], "UNN < (??officials)"),
]


@pytest.mark.parametrize(("links", "text"), CHAINS)
def test_a_chain_reads_from_the_outside_in(links: list[Link | str], text: str) -> None:
    """A chain reads from the outside in."""
    shown = format_chain(Chain(links=links), RECORDS)
    assert shown == text


PLAIN: Final = (
    "UNN",
    "The New York Times",
    "Škoda, a. s.",
    "УНН",
    "مسؤولون أوروبيون",
    "Who?",
    "A (B) C",
    "and … so",
    "it's #1: /x\\",
    "x.",
)

QUOTED: Final = (
    "?who",
    "(x)",
    "A (B)",
    "…",
    "and so …",
    "...",
    ".x",
    "a < b",
    "a > b",
    'a "b"',
    "two  spaces",
    " before",
    "after ",
    "\ttab",
    "line\nbreak",
    "\u202ereversed",
    "\x1b[31mred",
)


@pytest.mark.parametrize("name", PLAIN)
def test_plain_names_need_no_quotes(name: str) -> None:
    """What cannot be taken for notation needs no quotes."""
    assert format_source(name, {}) == name


@pytest.mark.parametrize("name", QUOTED)
def test_names_that_could_be_notation_stand_in_quotes(name: str) -> None:
    """What could be stands in quotes, as JSON writes text."""
    shown = format_source(name, {})
    assert shown[0] == shown[-1] == '"'
    assert json.loads(shown) == name


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1), st.text(min_size=1))
@example("a < b", "a")
@example("x" * 10_000, "x " * 5_000)
def test_no_two_names_look_the_same(one: str, other: str) -> None:
    """Names can be told apart, and are shown on one line, with nothing hidden."""
    shown = format_source(one, {})
    assert shown.isprintable()
    assert (shown == format_source(other, {})) == (one == other)


def test_a_link_alone_is_a_voice() -> None:
    """A link alone is a voice unless told otherwise."""
    assert format_link(BELIEVES, RECORDS) == "??officials"
    assert format_link(BELIEVES, RECORDS, is_holder=True) == "(??officials)"
    assert format_link(OPEN, {}, is_holder=True) == "(…)"


def test_in_a_dossier() -> None:
    """A dossier knows its names; an attribution serves for its chain."""
    d = Dossier()
    chain = d.outlet("UNN").citing(d.unnamed("officials", count="2-5"))
    claim = d.claim("T")
    assert d.format_chain(chain) == "UNN < ??officials"
    assert d.format_chain(d.attribute(claim, chain)) == "UNN < ??officials"
    # An id that is one of another record's stands for itself.
    assert d.format_chain(Chain(links=[claim.id])) == claim.id
