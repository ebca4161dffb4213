"""Where the rules of confidence begin and end: what the fragments leave open."""

from __future__ import annotations

from typing import Final

import pytest

from claimtrack.lint import Settings
from rule_edges import C, Case, found, judged

CASES: Final[dict[str, Case]] = {
    # CT404
    "a scale without a number": (
        "CT404",
        [C, judged("v", "c") | {"rating": {"best": 5}}],
        [],
    ),
}
"""What there is → the rules, the records, and each finding's record and related ids."""


@pytest.mark.parametrize("name", CASES)
def test_a_rule_of_confidence_begins_and_ends_there(name: str) -> None:
    """Each finding, by its record and what it explains."""
    rules, records, expected = CASES[name]
    assert found(rules, records, Settings(desk="Post")) == expected
