"""Where the rules of attribution begin and end: what the fragments leave open."""

from __future__ import annotations

from typing import Final

import pytest

from claimtrack.lint import Settings
from plain_records import relation, says
from rule_edges import (
    ECHO,
    HERALD,
    JANE,
    JOHN,
    LEAK,
    POST,
    STORY,
    U1,
    U2,
    C,
    Case,
    D,
    by,
    document,
    found,
    judged,
)

CASES: Final[dict[str, Case]] = {
    # CT101
    "judged, not attributed": ("CT101", [POST, C, judged("v", "c")], []),
    "its translation is attributed": (
        "CT101",
        [POST, C, D, relation("d", "translation-of", "c"), says("a", "post")],
        [],
    ),
    "neither it nor its translation": (
        "CT101",
        [C, D, relation("d", "translation-of", "c")],
        ["c", "d"],
    ),
    "the claim that something was said": (
        "CT101",
        [POST, JANE, C, D, says("a", "post", by("jane", utterance="d"))],
        [],
    ),
    "taken for granted": ("CT101", [C, D, relation("c", "presupposes", "d")], ["c"]),
    "context of another": ("CT101", [C, D, relation("c", "context-of", "d")], ["c"]),
    "nobody is on record": ("CT101", [C, says("a", {"at": "2025-05"})], ["c"]),
    "nobody is on record, but it is judged": (
        "CT101",
        [C, says("a", {"at": "2025-05"}), judged("v", "c")],
        [],
    ),
    "nobody is on record, and somebody is": (
        "CT101",
        [POST, C, says("a", {"at": "2025-05"}), says("b", "post")],
        [],
    ),
    # CT102
    "the cited outlet cites on elsewhere": (
        "CT102",
        [
            POST,
            HERALD,
            JANE,
            C,
            says("a", "post", "herald"),
            says("b", "herald", "jane"),
        ],
        [],
    ),
    "a holder does not speak": (
        "CT102",
        [POST, JANE, C, says("a", "post", by("jane", attitude="belief"))],
        ["post c"],
    ),
    "two outlets that are one": (
        "CT102",
        [
            POST,
            HERALD,
            C,
            D,
            relation("post", "same-as", "herald"),
            says("a", "post"),
            says("b", "herald", of="d"),
        ],
        ["herald c d"],
    ),
    "hearsay of a person is open, and no outlet's": (
        "CT102",
        [POST, JANE, C, says("a", "post", by("jane", basis="hearsay"))],
        [],
    ),
    "nobody knows who speaks": (
        "CT102",
        [POST, C, says("a", "post", {"candidates": []})],
        [],
    ),
    "it cites itself, and perhaps is cited": (
        "CT102",
        [
            POST,
            HERALD,
            C,
            says("a", "post", "herald"),
            says("b", "herald", "herald"),
            says("e", "post", {"candidates": [{"source": "post"}]}, "herald"),
        ],
        ["herald c"],
    ),
    "candidates pass on in mid-chain": (
        "CT102",
        [
            POST,
            HERALD,
            JANE,
            C,
            says("a", "post", {"candidates": [{"source": "herald"}]}, by("jane")),
        ],
        [],
    ),
    # CT103
    "a copy of one's own": (
        "CT103",
        [
            POST,
            JANE,
            STORY,
            C,
            document("older"),
            relation("story", "copied-from", "older"),
            says("a", "post", by("jane"), document="story"),
        ],
        [],
    ),
    "a copy of nobody knows what": (
        "CT103",
        [
            POST,
            JANE,
            STORY,
            C,
            document("wire", None),
            relation("story", "copied-from", "wire"),
            says("a", "post", by("jane"), document="story"),
        ],
        [],
    ),
    "a copy in which nothing was read": (
        "CT103",
        [POST, HERALD, JANE, STORY, LEAK, relation("story", "copied-from", "leak")],
        [],
    ),
    # CT104
    "read in one document": (
        "CT104",
        [
            POST,
            HERALD,
            U1,
            JANE,
            STORY,
            LEAK,
            C,
            says("a", "post", "herald", document="story"),
            says("b", "post", "herald", "u1", document="story"),
        ],
        [],
    ),
    "an origin beside the outlet": (
        "CT104",
        [
            POST,
            HERALD,
            JANE,
            U1,
            STORY,
            LEAK,
            C,
            document("other", "echo"),
            ECHO,
            says("a", "post", by("jane"), document="story"),
            says("b", "echo", "herald", "u1", document="other"),
        ],
        [],
    ),
    "an article that nobody passes on": (
        "CT104",
        [
            POST,
            JANE,
            HERALD,
            U1,
            STORY,
            LEAK,
            C,
            says("a", "post", document="story"),
            says("b", "herald", "post", "u1", document="leak"),
        ],
        [],
    ),
    "its own other report": (
        "CT104",
        [
            POST,
            JANE,
            HERALD,
            U1,
            STORY,
            LEAK,
            document("later", "herald"),
            C,
            says(
                "a", "post", {"source": "herald", "document": "later"}, document="story"
            ),
            says("b", "herald", "u1", document="leak"),
        ],
        [],
    ),
    "it names the officials elsewhere": (
        "CT104",
        [
            POST,
            JANE,
            HERALD,
            U1,
            U2,
            STORY,
            LEAK,
            C,
            says("a", "post", "herald", document="story"),
            says("b", "herald", "u1", document="leak"),
            says("e", "post", "herald", "u2", document="story"),
        ],
        [],
    ),
    "neither knows of which report": (
        "CT104",
        [
            POST,
            JANE,
            HERALD,
            ECHO,
            U1,
            STORY,
            LEAK,
            C,
            says("a", "post", "herald", document="story"),
            says("b", "echo", "herald", "u1", document="leak"),
        ],
        ["a b"],
    ),
    # CT105
    "an outlet that may be meant": (
        "CT105",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            C,
            says(
                "a", "post", {"candidates": [{"source": "herald"}], "document": "leak"}
            ),
        ],
        [],
    ),
    # CT106
    "where a leak lies is nobody's to find": (
        "CT106",
        [
            POST,
            HERALD,
            document("p", "herald", kind="leak", url=None),
            C,
            says("a", "post", {"source": "herald", "document": "p"}),
        ],
        [],
    ),
    # CT107
    "a witness needs no occasion": (
        "CT107",
        [POST, JANE, C, says("a", {"source": "post", "basis": "witnessed"}, "jane")],
        [],
    ),
    "a person publishes": ("CT107", [JANE, JOHN, C, says("a", "jane", "john")], []),
    "third in the chain": (
        "CT107",
        [POST, HERALD, JANE, C, says("a", "post", "herald", "jane")],
        [],
    ),
    "who is second did not speak": (
        "CT107",
        [POST, JANE, C, says("a", "post", {"source": "jane", "attitude": "desire"})],
        [],
    ),
    "an outlet cites itself, then a person": (
        "CT107",
        [POST, JANE, C, says("a", "post", "post", "jane")],
        ["jane a"],
    ),
    # CT108
    "other voices left out": (
        "CT108",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            STORY,
            C,
            says("a", "post", "herald", "herald", "jane", document="story"),
            says("b", "post", "echo", "jane", document="story"),
        ],
        [],
    ),
    "told about somebody else": (
        "CT108",
        [POST, HERALD, JANE, JOHN, U1, STORY, C]
        + [
            says("a", "post", "herald", by("jane"), *held, document="story")
            for held in [()]
        ]
        + [
            says(
                "b",
                "post",
                by("jane"),
                {"source": "john", "attitude": "belief"},
                document="story",
            )
        ],
        [],
    ),
    # CT109
    "a person repeats himself": (
        "CT109",
        [POST, JANE, C, says("a", "jane", "jane")],
        [],
    ),
}
"""What there is → the rules, the records, and each finding's record and related ids."""


@pytest.mark.parametrize("name", CASES)
def test_a_rule_of_attribution_begins_and_ends_there(name: str) -> None:
    """Each finding, by its record and what it explains."""
    rules, records, expected = CASES[name]
    assert found(rules, records, Settings(desk="Post")) == expected
