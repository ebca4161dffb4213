"""Answers of the Fact Check Tools API."""

from __future__ import annotations

from typing import Any

import pytest

from claimtrack.interop import factcheck_api
from claimtrack.schema import write_record

CLAIM: dict[str, Any] = {
    "text": "The ferry is free.",
    "claimant": "Ines Moreau",
    "claimDate": "2025-06-05T10:00:00.123456789Z",
    "claimReview": [
        {"publisher": {"name": "A", "site": "a.example"}, "textualRating": "False"},
        {"publisher": {"site": "b.example"}, "textualRating": "True", "own": 1},
    ],
}


@pytest.mark.parametrize(
    "document", [CLAIM, [CLAIM], {"claims": [CLAIM], "nextPageToken": "x"}]
)
def test_an_answer_a_list_and_a_claim_are_the_same(document: object) -> None:
    """Each review of a claim is a judgement of its own."""
    d = factcheck_api.read(document).dossier
    assert set(d) == set(factcheck_api.read(CLAIM).dossier)
    assert [each.verdict for each in d.assessments] == ["False", "True"]
    assert len(d.claims) == 1
    assert [each.kind for each in d.sources] == ["outlet", "unresolved", "outlet"]
    assert d.sources[2].name == "b.example"
    (part,) = write_record(d.assessments[1])["ext"]["factcheck-api"]
    assert part["kept"] == {"/claimReview/1/own": 1}
    (said,) = d.attributions
    assert said.chain.head.at is not None
    assert said.chain.head.at.text == CLAIM["claimDate"]


def test_what_is_missing_is_missing() -> None:
    """Every field is optional, and junk is none of ours."""
    for document, code in (
        ({"text": "Tea"}, "CT749"),
        ({"claims": ["Tea", {"other": 1}]}, "CT720"),
        ({"text": "Tea", "claimReview": ["x", {"publisher": "A"}]}, "CT749"),
        ({"text": "Tea", "claimReview": [{"publisher": [{"name": "A"}]}]}, "CT749"),
        ("{", "CT721"),
    ):
        assert code in [each.code for each in factcheck_api.read(document).findings]
