"""What each form of a date begins and ends with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from claimtrack.when import Precision, When
from claimtrack.when._pattern import has_edtf_form

DATES: tuple[tuple[str, date, date, Precision], ...] = (
    ("2025", date(2025, 1, 1), date(2025, 12, 31), "year"),
    ("2025-04", date(2025, 4, 1), date(2025, 4, 30), "month"),
    ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
    ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "month"),
    ("2025-04-17", date(2025, 4, 17), date(2025, 4, 17), "day"),
    ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29), "day"),
    ("201X", date(2010, 1, 1), date(2019, 12, 31), "decade"),
    ("20XX", date(2000, 1, 1), date(2099, 12, 31), "century"),
    ("999X", date(9990, 1, 1), date(9999, 12, 31), "decade"),
    ("2004-XX", date(2004, 1, 1), date(2004, 12, 31), "year"),
    ("2004-XX-XX", date(2004, 1, 1), date(2004, 12, 31), "year"),
    ("1985-04-XX", date(1985, 4, 1), date(1985, 4, 30), "month"),
    ("0001", date(1, 1, 1), date(1, 12, 31), "year"),
    ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31), "day"),
    ("2001-21", date(2001, 3, 1), date(2001, 11, 30), "season"),
    ("2001-22", date(2001, 6, 1), date(2002, 2, 28), "season"),
    ("2001-23", date(2001, 3, 1), date(2001, 11, 30), "season"),
    ("2001-24", date(2001, 6, 1), date(2002, 2, 28), "season"),
    ("2001-25", date(2001, 3, 1), date(2001, 5, 31), "season"),
    ("2001-26", date(2001, 6, 1), date(2001, 8, 31), "season"),
    ("2001-27", date(2001, 9, 1), date(2001, 11, 30), "season"),
    ("2001-28", date(2001, 12, 1), date(2002, 2, 28), "season"),
    ("2003-28", date(2003, 12, 1), date(2004, 2, 29), "season"),
    ("2001-29", date(2001, 9, 1), date(2001, 11, 30), "season"),
    ("2001-30", date(2001, 12, 1), date(2002, 2, 28), "season"),
    ("2001-31", date(2001, 3, 1), date(2001, 5, 31), "season"),
    ("2001-32", date(2001, 6, 1), date(2001, 8, 31), "season"),
    ("2001-33", date(2001, 1, 1), date(2001, 3, 31), "quarter"),
    ("2001-34", date(2001, 4, 1), date(2001, 6, 30), "quarter"),
    ("2001-35", date(2001, 7, 1), date(2001, 9, 30), "quarter"),
    ("2001-36", date(2001, 10, 1), date(2001, 12, 31), "quarter"),
    ("2001-37", date(2001, 1, 1), date(2001, 4, 30), "quadrimester"),
    ("2001-38", date(2001, 5, 1), date(2001, 8, 31), "quadrimester"),
    ("2001-39", date(2001, 9, 1), date(2001, 12, 31), "quadrimester"),
    ("2001-40", date(2001, 1, 1), date(2001, 6, 30), "half"),
    ("2001-41", date(2001, 7, 1), date(2001, 12, 31), "half"),
    ("9999-36", date(9999, 10, 1), date(9999, 12, 31), "quarter"),
)


@pytest.mark.parametrize(("edtf", "earliest", "latest", "precision"), DATES)
def test_bounds_are_the_first_and_the_last_day(
    edtf: str, earliest: date, latest: date, precision: Precision
) -> None:
    """Bounds are the first and the last day; a qualifier moves neither."""
    for written in (edtf, f"{edtf}?", f"{edtf}~", f"{edtf}%"):
        when = When.parse(written)
        assert (when.earliest, when.latest) == (earliest, latest)
        assert when.precision == precision


INTERVALS: tuple[tuple[str, date | None, date | None], ...] = (
    ("1964/2008", date(1964, 1, 1), date(2008, 12, 31)),
    ("2004-06/2006-08", date(2004, 6, 1), date(2006, 8, 31)),
    ("2004-02-01/2005-02", date(2004, 2, 1), date(2005, 2, 28)),
    ("2004-06/2004", date(2004, 6, 1), date(2004, 12, 31)),
    ("2004/2004-06", date(2004, 1, 1), date(2004, 6, 30)),
    ("2004-06-05/2004-06-05", date(2004, 6, 5), date(2004, 6, 5)),
    ("../1985", None, date(1985, 12, 31)),
    ("/1985-04", None, date(1985, 4, 30)),
    ("1985/..", date(1985, 1, 1), None),
    ("1985-04-12/", date(1985, 4, 12), None),
)


@pytest.mark.parametrize(("edtf", "earliest", "latest"), INTERVALS)
def test_an_interval_runs_from_first_to_last_day(
    edtf: str, earliest: date | None, latest: date | None
) -> None:
    """From the first day of the start to the last of the end; open is None."""
    when = When.parse(edtf)
    assert (when.earliest, when.latest) == (earliest, latest)
    assert when.precision == "interval"


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        *[("XXXX-04", "month"), ("XXXX-02?", "month"), ("XXXX-04-17", "day")],
        *[("XXXX-02-29", "day"), ("XXXX-12-31~", "day")],
    ],
)
def test_year_not_specified(edtf: str, precision: Precision) -> None:
    """A day of some year has a precision, but no bounds."""
    when = When.parse(edtf)
    assert (when.earliest, when.latest) == (None, None)
    assert when.precision == precision


def test_text_alone_has_no_bounds() -> None:
    """Words are kept and not guessed at."""
    when = When(text="post-war")
    assert (when.earliest, when.latest) == (None, None)
    assert when.precision == "unknown"
    assert (when.approximate, when.uncertain) == (False, False)


@pytest.mark.parametrize(
    ("offset", "zone"),
    [
        ("Z", UTC),
        ("+00:00", UTC),
        ("-00:00", UTC),
        ("-04", timezone(-timedelta(hours=4))),
        ("+04:30", timezone(timedelta(hours=4, minutes=30))),
        ("-09:30", timezone(-timedelta(hours=9, minutes=30))),
        ("+23:59", timezone(timedelta(hours=23, minutes=59))),
    ],
)
def test_a_date_time_is_one_instant(offset: str, zone: timezone) -> None:
    """A date-time is one instant, with the offset it was written with."""
    when = When.parse(f"1985-04-12T23:20:30{offset}")
    expected = datetime(1985, 4, 12, 23, 20, 30, tzinfo=zone)
    assert when.earliest == expected
    assert when.earliest is when.latest
    assert isinstance(when.earliest, datetime)
    assert when.earliest.utcoffset() == expected.utcoffset()
    assert when.precision == "second"


@pytest.mark.parametrize(
    ("edtf", "approximate", "uncertain"),
    [
        ("2025", False, False),
        ("2025~", True, False),
        ("2025?", False, True),
        ("2025%", True, True),
        ("XXXX-04~", True, False),
        ("2025-21?", False, True),
        ("2024/2025", False, False),
        ("2024~/2025", True, False),
        ("2024/2025~", True, False),
        ("2024?/2025", False, True),
        ("2024~/2025?", True, True),
        ("../2025%", True, True),
        ("2025?/", False, True),
    ],
)
def test_one_qualified_end_qualifies_the_interval(
    edtf: str, *, approximate: bool, uncertain: bool
) -> None:
    """One qualified end qualifies the interval."""
    when = When.parse(edtf)
    assert (when.approximate, when.uncertain) == (approximate, uncertain)


def test_every_grouping_of_the_pattern_has_its_months() -> None:
    """Pattern and table agree on which numbers stand for parts of a year."""
    # Joined by a slash, only what has the form of a month is taken.
    groupings = [n for n in range(100) if not has_edtf_form(f"2025-{n:02}/..")]
    assert groupings == list(range(21, 42))
    assert all(When.parse(f"2025-{n}").earliest for n in groupings)
