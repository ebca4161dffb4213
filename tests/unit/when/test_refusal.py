"""What is said about a text that is not a date, and under which code."""

from __future__ import annotations

import pytest

from claimtrack.errors import InvalidRecord
from claimtrack.findings import CODES
from claimtrack.when import EDTF_MAX_LENGTH, When

LEVEL_2 = "EDTF level 2, which claimtrack does not use"
YEARS = "claimtrack supports years 0001 to 9999"
TIMES = "Write a time as in 2025-04-17T10:00:00Z"
GENERAL = CODES["CT020"].fix


def refused(edtf: str) -> InvalidRecord:
    """Return the error that parsing `edtf` raises."""
    with pytest.raises(InvalidRecord) as caught:
        When.parse(edtf)
    assert (caught.value.record, caught.value.field) == ("date", "edtf")
    return caught.value


NOT_EDTF = (
    # What was surely meant is suggested.
    ("April 2025", 'Write "2025-04".'),
    ("april 2025", 'Write "2025-04".'),
    ("Apr 2025", 'Write "2025-04".'),
    ("Apr. 2025", 'Write "2025-04".'),
    ("May 2025", 'Write "2025-05".'),
    ("5 June 2025", 'Write "2025-06-05".'),
    ("05 Jun 2025", 'Write "2025-06-05".'),
    ("June 5, 2025", 'Write "2025-06-05".'),
    ("Jun 5 2025", 'Write "2025-06-05".'),
    ("2025/04/05", 'Write "2025-04-05".'),
    ("2025/04", 'Write "2025-04".'),
    ("2025.4.5", 'Write "2025-04-05".'),
    ("2025-4", 'Write "2025-04".'),
    ("2025-4-5", 'Write "2025-04-05".'),
    (" 2025-04", 'Write "2025-04".'),
    ("2025-04\n", 'Write "2025-04".'),
    ("2025-21~ ", 'Write "2025-21~".'),
    # Nothing is suggested that is no date, or that could be another one.
    ("31 June 2025", GENERAL),
    ("June 31, 2025", GENERAL),
    ("Brumaire 1799", GENERAL),
    ("Brumaire 18, 1799", GENERAL),
    ("2025/13", GENERAL),
    ("0000/04", GENERAL),
    ("31/31/2025", GENERAL),
    ("13/13/2025", GENERAL),
    ("25-04", GENERAL),
    ("2025-04~~", GENERAL),
    ("[2025", GENERAL),
    ("", GENERAL),
    ("yesterday", GENERAL),
    ("https://example.org/2025", GENERAL),
    ("٢٠٢٥", GENERAL),
    # Times.
    ("2025-04-17T10:00Z", TIMES),
    ("2025-04-17T10:00:00.5Z", TIMES),
    ("2025-04-17 10:00:00+03:00", TIMES),
    ("2025-04-17T10:00:00+0300", TIMES),
    ("2025-04-17t10:00:00Z", TIMES),
    ("2025-04-17T10:00:00Z~", TIMES),
    ("2025-04-17T10:00:00Z/2025-04-18", "leave out the times"),
    ("2025-04-17/2025-04-18T10:00:00", "leave out the times"),
    # Intervals.
    ("/", "at least one end"),
    ("../..", "at least one end"),
    ("../", "at least one end"),
    ("/..", "at least one end"),
    ("2025-21/2026", "name the month"),
    ("2025/2026-33?", "name the month"),
    # Years.
    ("-1985", YEARS),
    ("-1985-04", YEARS),
    ("Y170000002", YEARS),
    ("Y-170000002", YEARS),
    # Level 2.
    ("XXXX-21", "A season or quarter needs its year"),
    ("Y-17E7", LEVEL_2),
    ("Y3388E2S3", LEVEL_2),
    ("1950S2", LEVEL_2),
    ("[1667,1668,1670..1672]", LEVEL_2),
    ("{..1984}", LEVEL_2),
    ("XXXX", LEVEL_2),
    ("1XXX-12", LEVEL_2),
    ("156X-12-25", LEVEL_2),
    ("1984-1X", LEVEL_2),
    ("2004-06~-11", LEVEL_2),
    ("?2004-06-~11", LEVEL_2),
    ("2004-06-XX/2004-07-03", LEVEL_2),
    ("201X/..", LEVEL_2),
    ("201X/", LEVEL_2),
    ("../201X", LEVEL_2),
    ("/XXXX-12", LEVEL_2),
)


@pytest.mark.parametrize(("edtf", "advice"), NOT_EDTF)
def test_each_slip_gets_the_advice_that_helps(edtf: str, advice: str) -> None:
    """Each recognisable slip gets the advice that helps."""
    error = refused(edtf)
    assert error.code == "CT020"
    assert error.problem.endswith("is not an EDTF date")
    assert advice in error.fix


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("05/04/2025", '"2025-05-04" or "2025-04-05"'),
        ("5.4.2025", '"2025-05-04" or "2025-04-05"'),
        (" 12-1-2025", '"2025-12-01" or "2025-01-12"'),
        ("on 5/4/2025", '"2025-05-04" or "2025-04-05"'),
    ],
)
def test_a_date_that_may_mean_two_days(edtf: str, days: str) -> None:
    """Nobody can tell the day from the month; both readings are offered."""
    error = refused(edtf)
    assert error.code == "CT020"
    assert error.problem.endswith(" may mean two days")
    assert error.fix == f"Write {days}, whichever is meant."


@pytest.mark.parametrize(
    ("edtf", "readings"),
    [
        ("2011/12", '"2011/2012" or "2011-12"'),
        ("2003-4", '"2003/2004" or "2003-04"'),
        ("in 2009\u201310", '"2009/2010" or "2009-10"'),
        ("the 1900s", '"19XX" or "190X"'),
    ],
)
def test_a_date_that_may_mean_two_dates(edtf: str, readings: str) -> None:
    """So it is with years of which the last is cut short, and with hundreds."""
    error = refused(edtf)
    assert error.code == "CT020"
    assert error.problem.endswith(" may mean two dates")
    assert error.fix == f"Write {readings}, whichever is meant."


@pytest.mark.parametrize("edtf", ["05/05/2025", "13/04/2025", "04/13/2025"])
def test_a_date_that_means_one_day_only(edtf: str) -> None:
    """The other reading is the same day, or none."""
    assert refused(edtf).fix.startswith('Write "2025-0')


def test_reads_like_a_colleague() -> None:
    """What, where and what to do stand in one line."""
    assert str(refused("April 2025")) == (
        'date.edtf: "April 2025" is not an EDTF date. Write "2025-04". (CT020)'
    )


def test_a_text_that_is_too_long_is_clipped() -> None:
    """No form comes near the limit, so a longer text has none; it is clipped."""
    error = refused("2025-04".ljust(EDTF_MAX_LENGTH + 1))
    assert (error.code, error.fix) == ("CT020", GENERAL)
    assert len(refused("9" * 1_000_000).problem) < 100


def test_what_could_rearrange_a_message_is_escaped() -> None:
    """What could rearrange the message is shown as escapes."""
    assert "\u202e" not in refused("2025\u202e").problem


@pytest.mark.parametrize(
    "edtf",
    [
        *["2025-04-17T10:00:00", "2025-04-17T10:00", "2025-04-17T10:00:00.123"],
        *["2025-04-17 10:00:00", "2025-02-30T10:00:00"],
    ],
)
def test_time_without_offset(edtf: str) -> None:
    """The message says what is missing, whatever else is wrong."""
    error = refused(edtf)
    assert error.code == "CT021"
    assert error.problem == f'"{edtf}" is a time without an offset'
    assert error.fix.startswith("Add the offset")


@pytest.mark.parametrize(
    ("edtf", "reason"),
    [
        ("2025-02-30", "February 2025 runs from 01 to 28"),
        ("2025-04-00", "April 2025 runs from 01 to 30"),
        ("0900-02-29", "February 0900 runs from 01 to 28"),
        ("2025-00", "there is no month 00"),
        ("2025-13", "there is no month 13"),
        ("2025-20", "there is no month 20"),
        ("2025-42", "there is no month 42"),
        ("2025-50", "there is no month 50"),
        ("2025-21-01", "there is no month 21"),
        ("2025-33-XX", "there is no month 33"),
        ("XXXX-13", "there is no month 13"),
        ("XXXX-13-01", "there is no month 13"),
        ("XXXX-02-30", "February runs from 01 to 29 at most"),
        ("XXXX-04-00", "April runs from 01 to 30 at most"),
        ("2025-13/2026", "there is no month 13"),
        ("2025/2026-02-29?", "February 2026 runs from 01 to 28"),
        ("0000", YEARS),
        ("0000-04", YEARS),
        ("0000-04-17", YEARS),
        ("0000-33", YEARS),
        ("000X", YEARS),
        ("00XX", YEARS),
        ("../0000", YEARS),
        ("9999-22", YEARS),
        ("9999-24", YEARS),
        ("9999-28", YEARS),
        ("9999-30", YEARS),
        ("2025-04-31T10:00:00Z", "April 2025 runs from 01 to 30"),
        ("2025-04-17T24:00:00Z", "hours run from 00 to 23"),
        ("2025-04-17T10:60:00Z", "minutes run from 00 to 59"),
        ("2016-12-31T23:59:60Z", "seconds run from 00 to 59"),
        ("2025-04-17T10:00:00+24", "the hours of an offset run from 00 to 23"),
        ("2025-04-17T10:00:00-03:60", "the minutes of an offset run from 00 to 59"),
        ("0001-01-01T00:00:00+01:00", f"{YEARS}, in UTC too"),
        ("9999-12-31T23:59:59-01:00", f"{YEARS}, in UTC too"),
    ],
)
def test_the_message_says_what_the_calendar_has(edtf: str, reason: str) -> None:
    """The form is right, and the message says what the calendar has instead."""
    error = refused(edtf)
    assert error.code == "CT022"
    assert error.problem == f'"{edtf}" is not a possible date: {reason}'
    assert isinstance(error.__cause__, ValueError)


@pytest.mark.parametrize(
    "edtf",
    [
        *["1985-04-12/1984", "2004-06/2004-05", "2004-06-05/2004-06-04", "2005/2004"],
        "2005?/2004~",
    ],
)
def test_an_interval_that_ends_before_it_begins_is_refused(edtf: str) -> None:
    """An interval whose end is over before its start begins."""
    error = refused(edtf)
    assert error.code == "CT023"
    assert error.problem == f'"{edtf}" ends before it begins'
