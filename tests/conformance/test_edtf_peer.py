"""What is taken for EDTF, against edtf-validate, another implementation.

Of texts that have our form, both take the same, with six exceptions, each stated
here: four that we refuse, and two that edtf-validate takes in part.
"""

from __future__ import annotations

import importlib
import re
import warnings
from datetime import date
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimtrack import InvalidRecord, When
from claimtrack.when import EDTF_PATTERN

with warnings.catch_warnings():
    # It was written for an older pyparsing, and is untyped.
    warnings.simplefilter("ignore")
    PEER: Final[Any] = importlib.import_module("edtf_validate.valid_edtf")

YEAR_0: Final = re.compile(r"(^|/)(0000|000X|00XX)")
"""Python's calendar begins with the year 1."""

MIDNIGHT_24: Final = re.compile(r"T24:")
"""24:00 of one day is 00:00 of the next: two ways to write one instant."""


NO_END: Final = re.compile(r"(\.\.)?/(\.\.)?")
"""An interval without a beginning and an end says nothing."""


MASKED: Final = re.compile(r"(X[^/]*|-(2[1-9]|3[0-9]|4[01]))[?~%]")
"""Open digits, seasons and quarters may be uncertain too; edtf-validate takes some."""


def ours(text: str) -> bool:
    """Return whether we take a text."""
    try:
        When.parse(text)
    except InvalidRecord:
        return False
    return True


def theirs(text: str) -> bool:
    """Return whether edtf-validate takes it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return bool(PEER.is_valid(text))


def are_days(text: str) -> bool:
    """Return whether the calendar has every day: edtf-validate takes 1985-02-29."""
    for year, month, day in re.findall(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text):
        try:
            date(int(year), int(month), int(day))
        except ValueError:
            return False
    return True


def ends_within(text: str) -> bool:
    """Return whether an interval ends in a longer stretch than it begins in.

    2025-04/2025 runs to the end of 2025: edtf-validate compares first days alone.
    """
    start, _, end = (part.rstrip("?~%") for part in text.partition("/"))
    return bool(start) and bool(end) and start.startswith(f"{end}-")


YEARS: Final = ("1985", "2024", "2025", "0001", "9999", "0999")
ENDS: Final = st.builds(
    "{}{}{}".format,
    st.sampled_from(YEARS),
    st.sampled_from(
        ["", "-01", "-04", "-12", "-13", "-00", "-04-17", "-02-29", "-02-30", "-04-31"]
    ),
    st.sampled_from(["", "", "?", "~", "%"]),
)
OPEN: Final = ENDS | st.sampled_from(["", ".."])
INTERVALS: Final = st.builds("{}/{}".format, OPEN, OPEN)
TEXTS: Final = st.from_regex(EDTF_PATTERN, fullmatch=True) | ENDS | INTERVALS


@settings(max_examples=300)
@given(TEXTS)
def test_both_take_the_same(text: str) -> None:
    """But for the exceptions that are stated above."""
    refused = YEAR_0.search(text), MIDNIGHT_24.search(text), NO_END.fullmatch(text)
    if any(refused) or not are_days(text):
        assert not ours(text)
    elif not ends_within(text) and not MASKED.search(text):
        assert ours(text) == theirs(text)


@settings(max_examples=150)
@given(st.text("0123456789-/.X?~%TZ:+ ", max_size=22))
def test_what_we_take_they_take(text: str) -> None:
    """Whatever else EDTF may be, ours is no more than that."""
    if ours(text) and not ends_within(text) and not MASKED.search(text):
        assert theirs(text)


@pytest.mark.parametrize(
    ("text", "taken"), [("2025-04/2025", True), ("2025/2025-04", True)]
)
def test_an_interval_may_end_in_the_stretch_it_begins_in(
    text: str,
    taken: bool,  # noqa: FBT001
) -> None:
    """It ends with the last day of its end."""
    assert ours(text) is taken
