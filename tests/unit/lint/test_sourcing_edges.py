"""Where the rules of sourcing begin and end: what the fragments leave open."""

from __future__ import annotations

from typing import Final

import pytest

from claimtrack.dossier import Dossier
from claimtrack.lint import Config, Settings, check
from plain_records import Json, claim, dumped, relation, says
from rule_edges import (
    ENGLISH,
    HERALD,
    JANE,
    JOHN,
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
    source,
)

CASES: Final[dict[str, Case]] = {
    # CT203
    "nobody knows who has it from the source": (
        "CT203",
        [
            POST,
            {key: U1[key] for key in U1 if key != "role"},
            C,
            says("a", "post", {"candidates": []}, "u1"),
        ],
        ["post u1"],
    ),
    # CT201
    "one of them is the publisher's own": (
        "CT201",
        [
            POST,
            HERALD,
            U1,
            U2,
            C,
            says("a", "post", "herald", "u2"),
            says("b", "post", "u1"),
        ],
        ["u1 c"],
    ),
    "two whom the desk knows apart": (
        "CT201",
        [
            POST,
            U1,
            U2,
            C,
            says("a", "post", "u1"),
            says("b", "post", "u2"),
            relation("u1", "distinct-from", "u2"),
        ],
        [],
    ),
    # CT203
    "own here, relayed there": (
        "CT203",
        [
            POST,
            HERALD,
            source("u1", "unnamed", role=None),
            C,
            says("a", "post", "u1"),
            says("b", "post", "herald", "u1"),
        ],
        ["u1"],
    ),
    "no outlet dealt with it": (
        "CT203",
        [
            JANE,
            JOHN,
            source("u1", "unnamed", role=None),
            C,
            says("a", "jane", "john", "u1"),
        ],
        ["jane u1"],
    ),
    "the publisher is unnamed": (
        "CT203",
        [source("u1", "unnamed", role=None), C, says("a", "u1")],
        [],
    ),
    "candidates dealt with it": (
        "CT203",
        [
            source("u1", "unnamed", role=None),
            JANE,
            C,
            says("a", {"candidates": [{"source": "jane"}]}, "jane", "u1"),
        ],
        ["u1"],
    ),
    # CT204, CT206, CT208: one finding where nothing at all is recorded
    "nothing is recorded, and it is out": (
        "CT204,CT206,CT208",
        [
            POST,
            JANE,
            STORY,
            source("u1", "unnamed", anonymity=None),
            C,
            says("a", "post", "u1", document="story"),
        ],
        ["u1"],
    ),
    "nothing is recorded, and editors may not know": (
        "CT204,CT208",
        [
            POST,
            JANE,
            STORY,
            source("u1", "unnamed", anonymity=None),
            C,
            says("a", "post", "u1", document="story"),
        ],
        ["u1 story"],
    ),
    "nothing is recorded, and no document": (
        "CT204,CT208",
        [POST, source("u1", "unnamed", anonymity=None), C, says("a", "post", "u1")],
        ["u1"],
    ),
    "an own source that did not speak": (
        "CT204,CT206,CT208",
        [
            POST,
            source("u1", "unnamed", anonymity=None),
            C,
            says("a", "post", {"source": "u1", "attitude": "belief"}),
        ],
        [],
    ),
    # CT207
    "own opinion": (
        "CT207",
        [POST, U1, claim(kind="norm"), says("a", "post", "u1")],
        ["u1 c"],
    ),
    "relayed opinion": (
        "CT207",
        [POST, HERALD, U1, claim(kind="norm"), says("a", "post", "herald", "u1")],
        ["herald c"],
    ),
    # CT210
    "off it, the opposite of one claim": (
        "CT210",
        [
            POST,
            JANE,
            C,
            says("a", "post", by("jane", ground_rules="on-record")),
            says("b", "post", by("jane", ground_rules="background", factuality="CT-")),
        ],
        ["jane a b"],
    ),
    "off it, nothing for sure": (
        "CT210",
        [
            POST,
            JANE,
            C,
            says("a", "post", by("jane", ground_rules="on-record")),
            says("b", "post", by("jane", ground_rules="background", factuality="Uu")),
        ],
        [],
    ),
    "off it, denied by who passes it on": (
        "CT210",
        [
            POST,
            JANE,
            C,
            says("a", "post", by("jane", ground_rules="on-record")),
            says("b", "post", by("jane", ground_rules="background", stance="denies")),
        ],
        ["jane a b"],
    ),
    "on record nothing for sure": (
        "CT210",
        [
            POST,
            JANE,
            C,
            says("a", "post", by("jane", ground_rules="on-record", factuality="Uu")),
            says("b", "post", by("jane", ground_rules="background")),
        ],
        [],
    ),
    # CT211
    "a circle with a way out": (
        "CT211",
        [
            POST,
            HERALD,
            JANE,
            C,
            says("a", "post", "herald"),
            says("b", "herald", "post"),
            says("e", "herald", by("jane")),
        ],
        ["herald c"],
    ),
    "a circle beside candidates": (
        "CT211",
        [
            POST,
            HERALD,
            JANE,
            C,
            says("a", "post", "herald"),
            says("b", "herald", "post"),
            says("e", "post", {"candidates": [{"source": "jane"}]}),
        ],
        ["herald c"],
    ),
    # CT213
    "deep background, told with a cue": (
        "CT213",
        [
            POST,
            JANE,
            STORY,
            C,
            says(
                "a",
                "post",
                by("jane", ground_rules="deep-background", cue="said"),
                document="story",
            ),
        ],
        ["a"],
    ),
    "not read in a document": (
        "CT213",
        [POST, JANE, C, says("a", "post", by("jane", ground_rules="off-record"))],
        [],
    ),
    # CT214
    "the accused is heard elsewhere": (
        "CT214",
        [
            POST,
            JANE,
            JOHN,
            claim(kind="allegation", about=["john"]),
            D,
            relation("d", "contradicts", "c"),
            says("a", "post", by("jane")),
            says("b", "post", by("john"), of="d"),
        ],
        [],
    ),
    "somebody else is heard": (
        "CT214",
        [
            POST,
            JANE,
            JOHN,
            claim(kind="allegation", about=["john"]),
            D,
            relation("c", "contradicts", "d"),
            says("a", "post", by("jane")),
            says("b", "post", {"candidates": []}, of="d"),
        ],
        ["c"],
    ),
    "about a place": (
        "CT214",
        [
            POST,
            claim(kind="allegation", about=["https://e.org/port"]),
            says("a", "post"),
        ],
        [],
    ),
}
"""What there is → the rules, the records, and each finding's record and related ids."""

APART: Final[dict[str, Json]] = {
    "one of the two says so itself": {"by": "jane", "method": "asked"},
    "it is not recorded how this was found": {"by": "desk"},
    "it is not recorded who found this": {"method": "asked"},
}

BOUND: Final[dict[str, list[Json]]] = {
    "they have an owner in common": [
        relation("jane", "owned-by", "x"),
        relation("x", "owned-by", "y"),
        relation("john", "owned-by", "y"),
    ],
    "they have an affiliation in common": [
        {**JANE, "affiliations": ["x"]},
        {**JOHN, "affiliations": ["x"]},
    ],
    "one belongs to the other": [{**JANE, "affiliations": ["john"]}],
}


@pytest.mark.parametrize("name", CASES)
def test_a_rule_of_sourcing_begins_and_ends_there(name: str) -> None:
    """Each finding, by its record and what it explains."""
    rules, records, expected = CASES[name]
    assert found(rules, records, Settings(desk="Post")) == expected


@pytest.mark.parametrize("reason", [*APART, *BOUND])
def test_what_makes_independence_an_assumption(reason: str) -> None:
    """CT212 says which of them it is."""
    sound = {"by": "desk", "method": "asked"}
    others = BOUND.get(reason, [])
    replaced = {each["id"] for each in others}
    records = [
        each
        for each in (JANE, JOHN, source("desk"), source("x"), source("y"))
        if each["id"] not in replaced
    ]
    bond = relation("jane", "independent-of", "john", **APART.get(reason, sound))
    text = dumped(*records, *others, bond)
    config = Config().with_choice(select=["CT212"])
    (finding,) = check(Dossier.loads(text), config=config)
    assert finding.message == f"Jane and John count as independent, but {reason}"


@pytest.mark.parametrize(
    ("mention", "lang", "expected"),
    [
        ("officials", "en", ["u1"]),
        ("officials", "en-GB", ["u1"]),
        ("officials", "de", []),
        ("one of the officials", "en", []),
        ("an official", "en", []),
    ],
)
def test_a_mention_is_read_in_the_language_of_its_document(
    mention: str, lang: str, expected: list[str]
) -> None:
    """CT209 knows English alone, and reads no other language as English."""
    one = source("u1", "unnamed", count={"min": 1, "max": 1})
    records = [POST, JANE, one, C, document("story", lang=lang, authors=["jane"])]
    link = {"source": "u1", "mention": mention}
    records.append(says("a", "post", link, document="story"))
    assert found("CT209", records, ENGLISH) == expected
