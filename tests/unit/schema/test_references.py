"""The ids in a record's JSON that lead to other records, also where it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from claimtrack.records import RECORD_TYPES, RELATION_ENDS
from claimtrack.schema import find_references

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

ANY: Final = tuple(RECORD_TYPES)
S: Final = ("source",)
D: Final = ("document",)
C: Final = ("claim",)

FOUND: Final[list[tuple[JsonValue, list[tuple[str, str, tuple[str, ...]]]]]] = [
    (
        {"type": "source", "affiliations": ["a", "b"], "members": ["c"]},
        [("affiliations/0", "a", S), ("affiliations/1", "b", S), ("members/0", "c", S)],
    ),
    (
        {
            "type": "document",
            "publisher": "a",
            "authors": ["b"],
            "published": {"text": "then", "relative_to": "d"},
        },
        [
            ("publisher", "a", S),
            ("authors/0", "b", S),
            ("published/relative_to", "d", D),
        ],
    ),
    (
        {
            "type": "claim",
            "about": ["a"],
            "quantity": {"min": 1, "of": "c"},
            "condition": {"claim": "c2"},
            "response": {"sought": {"text": "then", "relative_to": "d"}},
        },
        [
            ("about/0", "a", ANY),
            ("quantity/of", "c", C),
            ("condition/claim", "c2", C),
            ("response/sought/relative_to", "d", D),
        ],
    ),
    (
        {
            "type": "attribution",
            "claim": "c",
            "document": "d",
            "chain": [
                "a",
                {
                    "source": "b",
                    "addressee": "e",
                    "document": "d2",
                    "evidence": ["d3"],
                    "utterance": "c2",
                    "on_behalf_of": "f",
                },
                {"candidates": [{"source": "g"}]},
            ],
        },
        [
            ("claim", "c", C),
            ("document", "d", D),
            ("chain/0", "a", S),
            ("chain/1/source", "b", S),
            ("chain/1/addressee", "e", S),
            ("chain/1/document", "d2", D),
            ("chain/1/evidence/0", "d3", D),
            ("chain/1/utterance", "c2", C),
            ("chain/1/on_behalf_of", "f", S),
            ("chain/2/candidates/0/source", "g", S),
        ],
    ),
    # Wrong shapes are taken for what can be read of them.
    ({"type": "sauce", "members": ["a"]}, []),
    ({"members": ["a"]}, []),
    ({"type": ["source"], "members": ["a"]}, []),
    ({"type": "source", "members": "a"}, [("members", "a", S)]),
    ({"type": "source", "members": [5, "a", ["b"]]}, [("members/1", "a", S)]),
    ({"type": "source", "aka": ["S"], "count": {"min": 1}}, []),
    ({"type": "source", "aka": "S", "count": "2"}, []),
    ({"type": "document", "published": "2025"}, []),
    ({"type": "attribution", "chain": "a"}, [("chain", "a", S)]),
    ({"type": "attribution", "chain": [5, None, [], {}]}, []),
    ({"type": "relation", "subject": "a"}, [("subject", "a", ANY)]),
    ({"type": "relation", "kind": "x", "object": "a"}, [("object", "a", ANY)]),
    ({"type": "relation", "kind": [], "by": "a"}, [("by", "a", S)]),
]


@pytest.mark.parametrize(("data", "expected"), FOUND)
def test_each_reference_is_found_with_its_place(
    data: JsonValue, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    """Each is found with its place and with what it may lead to."""
    found = [
        ("/".join(map(str, each.path)), each.id, each.types)
        for each in find_references(data)
    ]
    assert found == expected


@pytest.mark.parametrize("kind", RELATION_ENDS)
def test_ends_of_relations(kind: str) -> None:
    """What a relation may join depends on its kind."""
    data = {"type": "relation", "kind": kind, "subject": "a", "object": "b", "by": "c"}
    types = [each.types for each in find_references(data)]
    assert types == [*(ends for k, ends in RELATION_ENDS.items() if k == kind)] * 2 + [
        S
    ]


def test_what_may_lead_out() -> None:
    """Only what a claim is about may be somewhere else."""
    claim = {"type": "claim", "about": ["ex:y"], "condition": {"claim": "ex:y"}}
    assert [each.external for each in find_references(claim)] == [True, False]
    chain = {"type": "attribution", "claim": "ex:y", "chain": ["ex:y"]}
    assert [each.external for each in find_references(chain)] == [False, False]
