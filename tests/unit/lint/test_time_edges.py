"""Where the rules of time begin and end: what the fragments leave open."""

from __future__ import annotations

from typing import Final

import pytest

from claimtrack.lint import Settings
from plain_records import notice, relation, says
from rule_edges import (
    FROM_HERALD,
    HERALD,
    JANE,
    POST,
    STORY,
    C,
    Case,
    D,
    by,
    document,
    found,
    judged,
)

CASES: Final[dict[str, Case]] = {
    # CT301
    "said in April": (
        "CT301",
        [POST, JANE, C, says("a", "post", by("jane", at="XXXX-04"))],
        ["a c"],
    ),
    "corrected in April": (
        "CT301",
        [C, notice("correction", "c", at="XXXX-04")],
        ["n c"],
    ),
    "judged in April": ("CT301", [POST, judged("v", "post", at="XXXX-04")], ["v"]),
    "joined in April": (
        "CT301",
        [C, D, relation("c", "contradicts", "d", at="XXXX-04")],
        ["c-d c d"],
    ),
    "published and changed in April": (
        "CT301",
        [document("story", published="XXXX-04", modified="XXXX-04-12"), POST],
        ["story"],
    ),
    "some decade": ("CT301", [POST, document("story", published="201X")], []),
    # CT303
    "older than what it copies": (
        "CT303",
        [
            POST,
            HERALD,
            JANE,
            document("leak", "herald", published="2025-05-02"),
            STORY,
            relation("story", "copied-from", "leak"),
        ],
        ["story"],
    ),
    "older than the report it cites": (
        "CT303",
        [
            POST,
            HERALD,
            JANE,
            document("leak", "herald", published="2025-05-02"),
            STORY,
            C,
            says("a", "post", FROM_HERALD, document="story"),
        ],
        ["story a"],
    ),
    "changed since": (
        "CT303",
        [
            POST,
            HERALD,
            document("leak", "herald", published="2025-05-02"),
            C,
            document("story", published="2025-05-01", modified="2025-05-03"),
            says("a", "post", FROM_HERALD, document="story"),
        ],
        [],
    ),
    "changed before it came out, which is CT041": (
        "CT303",
        [
            POST,
            HERALD,
            document("leak", "herald", published="2025-05-02"),
            C,
            document("story", published="2025-05-03", modified="2025-05-01"),
            says("a", "post", FROM_HERALD, document="story"),
        ],
        [],
    ),
    "changed before it came out, and older than what it cites all the same": (
        "CT303",
        [
            POST,
            HERALD,
            document("leak", "herald", published="2025-05-02"),
            C,
            document("story", published="2025-05-01", modified="2025-04-30"),
            says("a", "post", FROM_HERALD, document="story"),
        ],
        ["story a"],
    ),
    # CT307
    "nobody published it": ("CT307", [document("p", None, kind="post")], ["p"]),
    "hashed": ("CT307", [document("p", None, kind="post", sha256="0" * 64)], []),
    # CT309
    "noticed": (
        "CT309",
        [
            POST,
            JANE,
            STORY,
            document("new", published="2025-05-02"),
            C,
            D,
            relation("c", "supersedes", "d"),
            says("a", "post", by("jane"), document="story"),
            says("b", "post", by("jane"), of="d", document="new"),
            notice("update", "d"),
        ],
        [],
    ),
    "not read in a document, so nobody knows when": (
        "CT309",
        [
            POST,
            JANE,
            STORY,
            C,
            D,
            relation("c", "supersedes", "d"),
            says("a", "post", by("jane"), document="story"),
            says("b", "post", by("jane"), of="d"),
        ],
        [],
    ),
}
"""What there is → the rules, the records, and each finding's record and related ids."""


@pytest.mark.parametrize("name", CASES)
def test_a_rule_of_time_begins_and_ends_there(name: str) -> None:
    """Each finding, by its record and what it explains."""
    rules, records, expected = CASES[name]
    assert found(rules, records, Settings(desk="Post")) == expected


@pytest.mark.parametrize(
    ("said", "published", "days", "is_old"),
    [
        ("2025-03-01", "2025-04-01", 30, True),
        ("2025-03-01", "2025-04-01", 31, False),
        ("2025-03", "2025-04-30", 29, True),
        ("2025-03", "2025-04-30", 30, False),
        ("2025-03-01T12:00:00Z", "2025-03-02T12:00:01Z", 1, True),
        ("2025-03-01T12:00:00Z", "2025-03-02T12:00:00Z", 1, False),
        # The day of an instant may be the day before, elsewhere.
        ("2025-03-01T12:00:00Z", "2025-04-01", 30, False),
        ("2025-03-01T12:00:00Z", "2025-04-02", 30, True),
        ("2025-03-01/..", "2025-04-01", 1, False),
    ],
)
def test_old_words_are_surely_old(
    said: str, published: str, days: int, *, is_old: bool
) -> None:
    """CT304 counts the days that lie between at the least."""
    records = [POST, JANE, C, document("story", published=published)]
    records.append(says("a", "post", by("jane", at=said), document="story"))
    settings = Settings(preview=True, stale_days=days)
    assert found("CT304", records, settings) == (["a"] if is_old else [])
    assert found("CT304", records, Settings(preview=True)) == []
