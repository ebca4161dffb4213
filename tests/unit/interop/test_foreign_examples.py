"""Each code of an import has a document that gets it, and one that does not."""

from __future__ import annotations

from typing import Final

import pytest

from claimtrack.findings import CODES
from claimtrack.interop import EXAMPLES, claimreview, table

FOLLOWING: Final = {
    # A text that cannot be read holds no review.
    "CT721": {"CT720"},
    # Without its column, no row has a claim.
    "CT744": {"CT723"},
    # What has slipped into the column of verdicts is none.
    "CT746": {"CT732"},
}
"""What else a mistake brings along."""


def codes_of(code: str, data: bytes) -> list[str]:
    """Return the codes that an example gets."""
    if EXAMPLES[code].format == "table":
        made = list(table.read_all([data], columns="desk"))
    else:
        made = list(claimreview.read_all(data.splitlines()))
    return [finding.code for each in made for finding in each.findings]


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_failing_one_gets_the_code(code: str) -> None:
    """And what is as severe besides is no other mistake."""
    found = codes_of(code, EXAMPLES[code].failing)
    assert code in found
    assert {*found} - {code} <= FOLLOWING.get(code, set())


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_passing_one_does_not(code: str) -> None:
    """It departs from the format in nothing, or in what is repeated."""
    found = codes_of(code, EXAMPLES[code].passing)
    assert code not in found
    assert {*found} <= {"CT740", "CT749"}


def test_there_is_one_for_each_code_of_imports() -> None:
    """But for the one that needs a spreadsheet."""
    codes = {each for each in CODES if "CT720" <= each <= "CT759"}
    assert codes - set(EXAMPLES) == {"CT747"}
