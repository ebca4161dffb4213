"""What does not fit together between records that are each sound."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack import (
    Alias,
    Attribution,
    Claim,
    Document,
    Dossier,
    Relation,
    Source,
    Waiver,
)
from claimtrack.validation import check_integrity, validate

if TYPE_CHECKING:
    from claimtrack.records import Record

TODAY = date(2026, 1, 15)

C = Claim(id="c", text="T")
POST = Source(id="post", kind="outlet", name="Post")
WIRE = Source(id="wire", kind="outlet", name="Wire")
PAPER = Document(id="paper", kind="article", title="T", publisher="post")
SAID = Attribution(id="a", claim="c", chain=["post", "wire"], document="paper")


def named(key: str, *names: str, kind: str = "outlet") -> Source:
    """Return a source of these names."""
    made = {"id": key, "kind": kind, "name": names[0], "aka": list(names[1:])}
    return Source(**made)  # type: ignore[arg-type]


def same(one: str, other: str, kind: str = "same-as") -> Relation:
    """Return a relation of two sources or claims."""
    made = {"id": f"{one}-{other}", "kind": kind, "subject": one, "object": other}
    return Relation(**made)  # type: ignore[arg-type]


def waiver(rule: str, until: str | None = None) -> Waiver:
    """Return a waiver of a rule for the claim."""
    return Waiver(
        id="w", rule=rule, target="c", by="Desk", reason="Known.", until=until
    )


NAMES = "/records/{}/{} {} is also a name of the source {}"

TABLE: dict[str, tuple[list[Record], list[str]]] = {
    "all is well": ([C, POST, WIRE, PAPER, SAID], []),
    # CT703
    "one name twice": (
        [named("a", "Post"), named("b", "Post")],
        ['CT703 /records/1/name "Post" is also a name of the source a'],
    ),
    "an alias that is a name": (
        [named("a", "Post"), named("b", "Herald", "The Sun", "POST")],
        ['CT703 /records/1/aka/1 "POST" is also a name of the source a'],
    ),
    "an alias with its language": (
        [
            named("a", "УНН"),
            Source(id="b", kind="person", name="B", aka=[Alias(text="УНН", lang="uk")]),
        ],
        ['CT703 /records/1/aka/0 "УНН" is also a name of the source a'],
    ),
    "two names are one finding": (
        [named("a", "Post", "The Post"), named("b", "The Post", "Post")],
        ['CT703 /records/1/name "The Post" is also a name of the source a'],
    ),
    "its own alias": ([named("a", "Post", "post")], []),
    "said to be the same": (
        [
            named("a", "P"),
            named("b", "P"),
            named("x", "X"),
            same("a", "x"),
            same("b", "x"),
        ],
        [],
    ),
    "said to be distinct": (
        [named("a", "P"), named("b", "P"), same("b", "a", "distinct-from")],
        [],
    ),
    "strings that nobody has judged": (
        [named("a", "P"), named("b", "P", kind="unresolved")],
        [],
    ),
    # CT705
    "nobody cites it": (
        [C, POST, WIRE, PAPER, SAID, named("x", "X")],
        ["CT705 /records/5 nothing refers to the source x"],
    ),
    "only another that nobody cites": (
        [
            Source(id="x", kind="person", name="X", affiliations=["y"]),
            named("y", "Y"),
        ],
        [
            "CT705 /records/0 nothing refers to the source x",
            "CT705 /records/1 nothing refers to the source y",
        ],
    ),
    "a document without a reader": (
        [C, PAPER, POST, Attribution(id="a", claim="c", chain=["post"])],
        ["CT705 /records/1 nothing refers to the document paper"],
    ),
    "only a waiver": (
        [named("x", "X"), attrs.evolve(waiver("CT705"), target="x")],
        ["CT705 /records/0 nothing refers to the source x"],
    ),
    # CT706
    "two that replace each other": (
        [
            C,
            Claim(id="d", text="D"),
            same("c", "d", "supersedes"),
            same("d", "c", "supersedes"),
        ],
        ["CT706 /records/2 supersedes relations form a circle: c, d"],
    ),
    "one that comes after itself by way of two": (
        [
            *(Document(id=k, kind="page", title=k) for k in "pqr"),
            same("p", "q", "version-of"),
            same("q", "r", "version-of"),
            same("r", "p", "version-of"),
        ],
        ["CT706 /records/3 version-of relations form a circle: p, q, r"],
    ),
    "different orders": (
        [
            C,
            Claim(id="d", text="D"),
            same("c", "d", "supersedes"),
            same("d", "c", "stronger-than"),
        ],
        [],
    ),
    # CT707
    "no such rule": (
        [C, waiver("CT799")],
        ["CT707 /records/1/rule there is no rule CT799"],
    ),
    "perhaps a rule of a desk": ([C, waiver("CT999")], []),
    "ended yesterday": (
        [C, waiver("CT705", "2026-01-14")],
        ["CT707 /records/1/until the waiver expired; it ran until 2026-01-14"],
    ),
    "ends today": ([C, waiver("CT705", "2026-01-15")], []),
    "ends in this month": ([C, waiver("CT705", "2026-01")], []),
    "has no end": ([C, waiver("CT705")], []),
    # CT708
    "begins with another": (
        [
            C,
            POST,
            WIRE,
            PAPER,
            Attribution(id="a", claim="c", chain=["wire", "post"], document="paper"),
        ],
        [
            (
                "CT708 /records/4/chain/0 the chain begins with wire, but post "
                "published paper"
            ),
        ],
    ),
    "begins with the same under another name": (
        [
            C,
            POST,
            WIRE,
            PAPER,
            same("wire", "post"),
            Attribution(id="a", claim="c", chain=["wire"], document="paper"),
        ],
        [],
    ),
    "a document that nobody published": (
        [
            C,
            WIRE,
            Document(id="paper", kind="leak", title="T"),
            Attribution(id="a", claim="c", chain=["wire"], document="paper"),
        ],
        [],
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_what_is_said(name: str) -> None:
    """The code, the place and the words; sources that nobody cites aside."""
    records, expected = TABLE[name]
    found = [
        f"{each.code} {each.pointer} {each.message}"
        for each in check_integrity(records, today=TODAY)
    ]
    wanted = [each[:5] for each in expected] or ["CT703", "CT706", "CT707", "CT708"]
    assert [each for each in found if each[:5] in wanted] == expected


def test_without_a_day_no_waiver_has_ended() -> None:
    """Nothing reads the clock by itself."""
    ended: list[Record] = [C, waiver("CT705", "1999")]
    assert check_integrity(ended) == ()
    assert [each.code for each in check_integrity(ended, today=TODAY)] == ["CT707"]
    d = Dossier()
    for each in ended:
        d.add(each)
    assert [each.code for each in d.validate(today=TODAY)] == ["CT707"]
    assert [each.code for each in validate(d.dumps(), today=TODAY)] == ["CT707"]


def test_related_ids_come_along() -> None:
    """So that a program can show what a finding is about."""
    found = check_integrity([named("a", "P"), named("b", "P")])
    (shared,) = [each for each in found if each.code == "CT703"]
    assert (shared.record, shared.related) == ("b", ("a",))


EDGES = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda e: e[0] != e[1]),
    max_size=12,
    unique=True,
)


def reach(edges: list[tuple[int, int]], start: int) -> set[int]:
    """Return what can be reached in one step or more: the oracle."""
    found: set[int] = set()
    todo = [start]
    while todo:
        at = todo.pop()
        for one, other in edges:
            if one == at and other not in found:
                found.add(other)
                todo.append(other)
    return found


@given(EDGES)
def test_a_circle_is_found_where_there_is_one(edges: list[tuple[int, int]]) -> None:
    """Against a plain search from every claim."""
    claims: list[Record] = [Claim(id=f"c{n}", text="T") for n in range(8)]
    relations: list[Record] = [
        Relation(id=f"r{i}", kind="supersedes", subject=f"c{a}", object=f"c{b}")
        for i, (a, b) in enumerate(edges)
    ]
    found = check_integrity([*claims, *relations])
    named = {key for each in found if each.code == "CT706" for key in each.related}
    circular = {n for n in range(8) if n in reach(edges, n)}
    assert bool(named) == bool(circular)
    assert {f"c{n}" for n in circular} <= named


def test_long_orders_take_no_longer_than_they_are() -> None:
    """4,000 claims in a row, and then in a circle: linear, and not recursive."""
    size = 4_000
    claims: list[Record] = [Claim(id=f"c{n}", text="T") for n in range(size)]
    row: list[Record] = [
        same(f"c{n}", f"c{n + 1}", "supersedes") for n in range(size - 1)
    ]
    begin = time.process_time()
    assert check_integrity([*claims, *row]) == ()
    (found,) = check_integrity(
        [*claims, *row, same(f"c{size - 1}", "c0", "supersedes")]
    )
    assert time.process_time() - begin < 20
    assert found.message.endswith("and 3995 more")
