"""Where the rules of wording begin and end: what the fragments leave open."""

from __future__ import annotations

from typing import Final

import pytest

from claimtrack.lint import Settings
from plain_records import claim, relation, says
from rule_edges import (
    ECHO,
    ENGLISH,
    FROM_HERALD,
    HERALD,
    JANE,
    JOHN,
    LEAK,
    POST,
    STORY,
    U1,
    C,
    Case,
    D,
    by,
    found,
    source,
)

CASES: Final[dict[str, Case]] = {
    # CT501
    "the body has nobody on record": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", {"factuality": "PS+"}, document="story"),
        ],
        [],
    ),
    "the body is less sure": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("jane", factuality="PS+"), document="story"),
        ],
        ["a c"],
    ),
    "the body commits to nothing": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("jane", factuality="Uu"), document="story"),
        ],
        ["a c"],
    ),
    "stronger over two steps": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            D,
            claim("e"),
            relation("c", "stronger-than", "e"),
            relation("e", "stronger-than", "d"),
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("jane"), of="d", document="story"),
        ],
        ["a d"],
    ),
    "stronger than the report that it cites": (
        "CT501",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            D,
            relation("c", "stronger-than", "d"),
            says(
                "a",
                "post",
                FROM_HERALD,
                by("jane"),
                document="story",
                placement="headline",
            ),
            says("b", "herald", by("jane"), of="d", document="leak"),
            says("f", "post", FROM_HERALD, by("jane"), document="story"),
        ],
        ["a d"],
    ),
    "the body says the opposite": (
        "CT501",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("jane", factuality="CT-"), document="story"),
        ],
        ["a c"],
    ),
    # CT502
    "a member of who announced": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            source("crews", "group", members=["jane"]),
            says("a", "post", "crews", document="story", placement="headline"),
            says("b", "post", by("jane"), document="story"),
        ],
        [],
    ),
    "somebody of who announced": (
        "CT502",
        [
            POST,
            STORY,
            C,
            source("us", "organization"),
            source("jane", "person", affiliations=["us"]),
            says("a", "post", "us", document="story", placement="headline"),
            says("b", "post", by("jane"), document="story"),
        ],
        [],
    ),
    "it may be who announced": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", {"candidates": [{"source": "jane"}]}, document="story"),
        ],
        [],
    ),
    "no body is recorded": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            says("a", "post", by("jane"), document="story", placement="headline"),
        ],
        [],
    ),
    "the body has other claims alone": (
        "CT502",
        [
            POST,
            JANE,
            JOHN,
            STORY,
            C,
            D,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", by("john"), of="d", document="story"),
        ],
        ["a"],
    ),
    "it stops at an outlet, which has it from others": (
        "CT502",
        [
            POST,
            JANE,
            HERALD,
            U1,
            STORY,
            C,
            says("a", "post", "herald", document="story", placement="headline"),
            says("b", "post", "herald", "u1", document="story"),
        ],
        [],
    ),
    "of whom somebody announced is a member": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            source("crews", "group", members=["jane"]),
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", "post", "crews", document="story"),
        ],
        ["a c"],
    ),
    "in no document, as in one": (
        "CT502",
        [
            POST,
            JANE,
            JOHN,
            C,
            says("a", "post", by("jane"), placement="headline"),
            says("b", "post", by("john")),
        ],
        ["a c"],
    ),
    "only what was said by nobody": (
        "CT502",
        [
            POST,
            JANE,
            STORY,
            C,
            D,
            says("a", "post", by("jane"), document="story", placement="headline"),
            says("b", {}, of="d", document="story"),
        ],
        [],
    ),
    # CT503
    "nobody spoke": ("CT503", [C, says("a", {"mode": "direct"})], []),
    "a place speaks": (
        "CT503",
        [
            POST,
            source("x", "platform"),
            C,
            says("a", "post", {"source": "x", "mode": "mixed"}),
        ],
        ["a"],
    ),
    "two speakers, two quotes": (
        "CT503",
        [POST, JANE, JOHN, C]
        + [
            says(key, "post", {"candidates": [{"source": who}], "mode": "direct"})
            for key, who in (("a", "jane"), ("b", "john"), ("e", "jane"))
        ],
        ["a e", "b"],
    ),
    # CT508
    "surer than what it endorses, the other way round": (
        "CT508",
        [
            POST,
            JANE,
            C,
            says(
                "a",
                {"source": "post", "factuality": "CT-"},
                by("jane", stance="endorses", factuality="PR+"),
            ),
        ],
        ["a"],
    ),
    "a belief is passed on as an assertion": (
        "CT508",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("jane", attitude="belief"), document="leak"),
        ],
        ["a b"],
    ),
    "surer than the report, in value and attitude": (
        "CT508",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            STORY,
            LEAK,
            C,
            says(
                "a",
                "post",
                FROM_HERALD,
                by("jane", attitude="knowledge"),
                document="story",
            ),
            says("b", "herald", by("jane", attitude="belief"), document="leak"),
            says("e", "herald", by("jane", attitude="desire"), document="leak"),
        ],
        ["a b e"],
    ),
    "as sure as the surest in the report": (
        "CT508",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("jane", attitude="belief"), document="leak"),
            says("e", "herald", by("jane"), document="leak"),
        ],
        [],
    ),
    # CT509
    "a relay stronger over two steps": (
        "CT509",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            D,
            claim("e"),
            relation("c", "stronger-than", "e"),
            relation("e", "stronger-than", "d"),
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("jane"), of="d", document="leak"),
        ],
        ["a b"],
    ),
    "a headline stronger than the report is no relay": (
        "CT509",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            D,
            claim("e"),
            relation("c", "stronger-than", "e"),
            relation("e", "stronger-than", "d"),
            says(
                "a",
                "post",
                FROM_HERALD,
                by("jane"),
                document="story",
                placement="headline",
            ),
            says("b", "herald", by("jane"), of="d", document="leak"),
        ],
        [],
    ),
    "the report has the claim as well": (
        "CT509",
        [
            POST,
            HERALD,
            JANE,
            STORY,
            LEAK,
            C,
            D,
            claim("e"),
            relation("c", "stronger-than", "e"),
            relation("e", "stronger-than", "d"),
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("jane"), of="d", document="leak"),
            says("f", "herald", by("jane"), document="leak"),
        ],
        [],
    ),
    "the report has it from somebody else": (
        "CT509",
        [
            POST,
            HERALD,
            JANE,
            JOHN,
            STORY,
            LEAK,
            C,
            D,
            claim("e"),
            relation("c", "stronger-than", "e"),
            relation("e", "stronger-than", "d"),
            says("a", "post", FROM_HERALD, by("jane"), document="story"),
            says("b", "herald", by("john"), of="d", document="leak"),
        ],
        [],
    ),
}
"""What there is → the rules, the records, and each finding's record and related ids."""


@pytest.mark.parametrize("name", CASES)
def test_a_rule_of_wording_begins_and_ends_there(name: str) -> None:
    """Each finding, by its record and what it explains."""
    rules, records, expected = CASES[name]
    assert found(rules, records, Settings(desk="Post")) == expected


def test_a_quote_that_is_not_translated_is_verbatim() -> None:
    """CT505 needs both languages."""
    link = by("jane", mode="direct", document="leak")
    records = [
        POST,
        HERALD,
        JANE,
        STORY,
        LEAK,
        C,
        says("a", "post", link, document="story"),
    ]
    assert found("CT505", records, Settings()) == []


def test_the_least_outlet_is_named_where_a_chain_has_none() -> None:
    """A verb that judges, in no document, is about its attribution."""
    records = [POST, JANE, C, says("a", "post", by("jane", cue="claimed"))]
    assert found("CT506", records, ENGLISH) == ["a"]
