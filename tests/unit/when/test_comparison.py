"""Before, after and overlaps: decided, or honestly unknown."""

from __future__ import annotations

import pytest

from claimtrack.when import When


def build(written: str) -> When:
    """Return words as a date without bounds, all else as EDTF."""
    return When(text=written) if written.isalpha() else When.parse(written)


CASES = (
    # one, other, before, after, overlaps
    # Plain dates, on the calendar.
    ("2025-04-17", "2025-04-18", True, False, False),
    ("2025-04-17", "2025-04-17", None, None, True),
    ("2025-04", "2025-05-01", True, False, False),
    ("2025-04", "2025-04-30", None, None, True),
    ("2025", "2025-04", None, None, True),
    ("201X", "2020", True, False, False),
    ("2001-28", "2002-02", None, None, True),
    # Qualified dates compare by their stated bounds.
    ("2025-04~", "2025-05?", True, False, False),
    ("2025-04%", "2025-04", None, None, True),
    # Intervals.
    ("1964/2008", "2009", True, False, False),
    ("1964/2008", "1970", None, None, True),
    ("1964/1970", "1970-06/1980", None, None, True),
    # Open and unknown ends decide nothing; a known one may.
    ("../1985", "1990", True, False, False),
    ("/1985", "1985-06", None, None, None),
    ("1985/..", "1990", None, None, None),
    ("1985/", "1980", False, True, False),
    ("1985/..", "1980/1990", None, None, True),
    ("../1985", "1980/1990", None, None, True),
    ("../1985", "../1990", None, None, None),
    ("1985/..", "1985/..", None, None, True),
    ("../1985", "1990/..", True, False, False),
    ("../1990", "1985/..", None, None, None),
    # No bounds at all.
    ("XXXX-04", "2025", None, None, None),
    ("postwar", "2025", None, None, None),
    ("postwar", "postwar", None, None, None),
    ("postwar", "2025-06-05T10:00:00Z", None, None, None),
    # Date-times, by instant.
    ("2025-06-05T10:00:00Z", "2025-06-05T10:00:01Z", True, False, False),
    ("2025-06-05T10:00:00Z", "2025-06-05T13:00:00+03:00", False, False, True),
    ("2025-06-05T10:00:00-01", "2025-06-05T10:00:00Z", False, True, False),
    ("0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", True, False, False),
    # A date-time beside a plain date, which could be that of any zone.
    ("2025-06-05T23:30:00-05:00", "2025-06-05", None, None, None),
    ("2025-06-05T23:30:00-05:00", "2025-06-06", None, None, None),
    ("2025-06-05T12:00:00Z", "2025-06-05", None, None, None),
    ("2025-06-04T09:59:59Z", "2025-06-05", True, False, False),
    ("2025-06-04T10:00:00Z", "2025-06-05", None, False, None),
    ("2025-06-06T11:59:58Z", "2025-06-05", None, None, None),
    ("2025-06-06T11:59:59Z", "2025-06-05", False, None, None),
    ("2025-06-06T12:00:00Z", "2025-06-05", False, True, False),
    ("2025-06-05T12:00:00Z", "2025", None, None, True),
    ("2025-01-01T12:00:00Z", "2025", None, None, True),
    ("2025-01-01T11:59:59Z", "2025", None, None, None),
    ("2025-12-31T09:59:59Z", "2025", None, None, True),
    ("2025-12-31T10:00:00Z", "2025", None, None, None),
    ("2025-06-05T12:00:00Z", "../2024", False, True, False),
    ("2025-06-05T12:00:00Z", "2024/..", None, None, None),
)


@pytest.mark.parametrize(("one", "other", "before", "after", "overlaps"), CASES)
def test_a_verdict_is_the_same_from_the_other_side(
    one: str,
    other: str,
    *,
    before: bool | None,
    after: bool | None,
    overlaps: bool | None,
) -> None:
    """Each verdict, and the same from the other side."""
    left, right = build(one), build(other)
    assert left.before(right) is before
    assert left.after(right) is after
    assert left.overlaps(right) is overlaps
    assert right.after(left) is before
    assert right.before(left) is after
    assert right.overlaps(left) is overlaps


def test_context_is_not_compared() -> None:
    """Words and the document they count from change no verdict."""
    bare, full = When.parse("2025-04"), When(edtf="2025-04", text="x", relative_to="d")
    other = When.parse("2025-05")
    assert bare.before(other) is full.before(other) is True
