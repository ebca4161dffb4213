"""Where the rules of corrections begin and end: what the fragments leave open."""

from __future__ import annotations

from typing import Final

import pytest

from claimtrack.lint import Settings
from plain_records import notice, relation, says
from rule_edges import (
    ECHO,
    FROM_HERALD,
    HERALD,
    JANE,
    JOHN,
    LEAK,
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
    # CT601
    "nothing was retracted": ("CT601", [POST, C, says("a", "post")], []),
    "what was retracted is nobody's": (
        "CT601",
        [POST, C, says("a", "post"), notice("retraction", "c")],
        [],
    ),
    "retracted, and told": (
        "CT601",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            STORY,
            C,
            says("a", "post", FROM_HERALD, "jane", document="story"),
            notice("retraction", "leak", by="herald"),
            {**notice("editors-note", "story", by="post"), "id": "m"},
        ],
        [],
    ),
    "retracted, and perhaps told": (
        "CT601",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            STORY,
            C,
            says("a", "post", FROM_HERALD, "jane", document="story"),
            notice("retraction", "leak", by="herald"),
            {**notice("editors-note", "a"), "id": "m"},
        ],
        [],
    ),
    "retracted, and told by somebody else": (
        "CT601",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            LEAK,
            STORY,
            C,
            says("a", "post", FROM_HERALD, "jane", document="story"),
            notice("retraction", "leak", by="herald"),
            {**notice("editors-note", "story", by="echo"), "id": "m"},
        ],
        ["n c"],
    ),
    "two retractions bring it down together": (
        "CT601",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            JOHN,
            LEAK,
            document("other", "echo"),
            STORY,
            C,
            says("a", "post", FROM_HERALD, "jane", document="story"),
            says("b", "post", {"source": "echo", "document": "other"}, "john")
            | {"document": "story"},
            notice("retraction", "leak", by="herald"),
            {**notice("retraction", "other", by="echo"), "id": "m"},
        ],
        ["m c", "n c"],
    ),
    # CT604
    "the older one is the version": (
        "CT604",
        [
            POST,
            JANE,
            {**STORY, "sha256": "0" * 64},
            document("new", published="2025-05-02", sha256="1" * 64),
            relation("story", "version-of", "new"),
        ],
        ["new"],
    ),
    "nobody hashed them": (
        "CT604",
        [
            POST,
            JANE,
            STORY,
            document("new", published="2025-05-02"),
            relation("new", "version-of", "story"),
        ],
        [],
    ),
    "a draft may change": (
        "CT604",
        [
            POST,
            JANE,
            {**STORY, "sha256": "0" * 64},
            document("new", status="draft", sha256="1" * 64),
            relation("new", "version-of", "story"),
        ],
        [],
    ),
    # CT606
    "a claim was corrected": (
        "CT606",
        [
            POST,
            HERALD,
            JANE,
            document("leak", "herald"),
            STORY,
            C,
            says("a", "herald", by("jane"), document="leak"),
            says("b", "post", FROM_HERALD, "jane", document="story"),
            notice("clarification", "c", by="herald", at="2025-05-03"),
        ],
        ["n story"],
    ),
    "its translation was corrected": (
        "CT606",
        [
            POST,
            HERALD,
            JANE,
            document("leak", "herald"),
            STORY,
            C,
            D,
            relation("d", "translation-of", "c"),
            says("a", "herald", by("jane"), document="leak"),
            says("b", "post", FROM_HERALD, "jane", document="story"),
            notice("clarification", "d", by="herald", at="2025-05-03"),
        ],
        ["n story"],
    ),
    "a claim was corrected by somebody else": (
        "CT606",
        [
            POST,
            HERALD,
            ECHO,
            JANE,
            document("leak", "herald"),
            STORY,
            C,
            says("a", "herald", by("jane"), document="leak"),
            says("b", "post", FROM_HERALD, "jane", document="story"),
            notice("clarification", "c", by="echo", at="2025-05-03"),
        ],
        [],
    ),
    "a source was corrected": ("CT606", [POST, notice("correction", "post")], []),
    "a copy without attributions": (
        "CT606",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            STORY,
            relation("story", "copied-from", "leak"),
            notice("correction", "leak", by="herald", at="2025-05-03"),
        ],
        ["n story"],
    ),
    "the copy is corrected too": (
        "CT606",
        [
            POST,
            HERALD,
            JANE,
            LEAK,
            STORY,
            relation("story", "copied-from", "leak"),
            notice("correction", "leak", by="herald", at="2025-05-03"),
            {**notice("correction", "story", by="post"), "id": "m"},
        ],
        [],
    ),
    # CT608
    "a document was judged": (
        "CT608",
        [
            POST,
            JANE,
            STORY,
            judged("v", "story", at="2025-05-02"),
            notice("retraction", "story", at="2025-05-03"),
        ],
        ["v"],
    ),
    "the translation of what was judged was corrected": (
        "CT608",
        [
            C,
            D,
            relation("c", "same-as", "d"),
            judged("v", "c", at="2025-05-02"),
            notice("update", "d", at="2025-05-03", significance="substantive"),
        ],
        ["v"],
    ),
    "nobody knows who judged again": (
        "CT608",
        [
            C,
            JANE,
            judged("v", "c", at="2025-05-02", by="jane"),
            judged("w", "c", at="2025-05-04"),
            notice("correction", "c", at="2025-05-03"),
        ],
        [],
    ),
    "judged nobody knows when": (
        "CT608",
        [C, judged("v", "c"), notice("correction", "c", at="2025-05-03")],
        [],
    ),
    "a minor update": (
        "CT608",
        [C, judged("v", "c", at="2025-05-02"), notice("update", "c", at="2025-05-03")],
        [],
    ),
}
"""What there is → the rules, the records, and each finding's record and related ids."""


@pytest.mark.parametrize("name", CASES)
def test_a_rule_of_corrections_begins_and_ends_there(name: str) -> None:
    """Each finding, by its record and what it explains."""
    rules, records, expected = CASES[name]
    assert found(rules, records, Settings(desk="Post")) == expected
