"""What people and feeds write: what it is as EDTF, or why it is none."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import claimtrack.when
from claimtrack.errors import InvalidRecord
from claimtrack.when import TEXT_MAX_LENGTH, When

SOURCES = sorted(Path(inspect.getfile(claimtrack.when)).parent.glob("*.py"))


def refused(text: str) -> InvalidRecord:
    """Return the error that reading `text` raises."""
    with pytest.raises(InvalidRecord) as caught:
        When.from_text(text)
    assert caught.value.record == "date"
    return caught.value


EDTF = (
    *("2025", "2025-04", "2025-04-17", "2025-04~", "2025?", "202X", "20XX", "2025-21"),
    *("2025-04-XX", "XXXX-04", "2025/2026", "../2025", "2025/..", "2024-25"),
    *("2025-06-05T10:00:00Z", "2025-06-05T10:00:00+03", "2025-06-05T10:00:00-00:00"),
)


@pytest.mark.parametrize("text", EDTF)
def test_edtf_needs_no_text(text: str) -> None:
    """EDTF comes first and says all there is to say."""
    assert When.from_text(text) == When.parse(text)
    assert When.from_text(text).text is None


READ = (
    # ISO 8601 in its other forms; what is short of seconds or offset is a day.
    ("2025-06-05T10:00:00.123456Z", "2025-06-05T10:00:00Z"),
    ("2025-06-05T10:00:00.1234567890Z", "2025-06-05T10:00:00Z"),
    ("2025-06-05T10:00:00,5+0300", "2025-06-05T10:00:00+03:00"),
    ("2025-06-05 10:00:00-03:30", "2025-06-05T10:00:00-03:30"),
    ("2025-06-05t10:00:00z", "2025-06-05T10:00:00Z"),
    ("2025-06-05T10:00:00 Z", "2025-06-05T10:00:00Z"),
    ("2025-06-05T10:00:00+3", "2025-06-05T10:00:00+03:00"),
    ("2025-06-05T10:00:00\u221203:00", "2025-06-05T10:00:00-03:00"),
    ("2025-6-5 10:00:00 +03:00", "2025-06-05T10:00:00+03:00"),
    ("2025-06-05T10:00:00+03:00[Europe/Kyiv]", "2025-06-05T10:00:00+03:00"),
    ("2025-06-05T10:00:00", "2025-06-05"),
    ("2025-06-05T10:00Z", "2025-06-05"),
    ("2025-06-05T10Z", "2025-06-05"),
    ("2025-06-05 10:00", "2025-06-05"),
    ("2025-06-05Z", "2025-06-05"),
    ("2025-06-05+03:00", "2025-06-05"),
    ("20250605", "2025-06-05"),
    ("20250605T100000Z", "2025-06-05T10:00:00Z"),
    ("20250605100000+0300", "2025-06-05T10:00:00+03:00"),
    ("20250605T1000Z", "2025-06-05"),
    ("2025-W23", "2025-06-02/2025-06-08"),
    ("2025-W23-4", "2025-06-05"),
    ("2025W234", "2025-06-05"),
    ("2020-W53-5", "2021-01-01"),
    # RFC 2822, HTTP, asctime, JavaScript.
    ("Thu, 05 Jun 2025 10:00:00 +0300", "2025-06-05T10:00:00+03:00"),
    ("Thu, 05 Jun 2025 10:00:00 GMT", "2025-06-05T10:00:00Z"),
    ("Thu, 05 Jun 2025 10:00:00 -0000", "2025-06-05T10:00:00Z"),
    ("Thu, 5 Jun 2025 10:00:00 +0300 (EEST)", "2025-06-05T10:00:00+03:00"),
    ("Thursday, 05-Jun-2025 10:00:00 GMT", "2025-06-05T10:00:00Z"),
    ("5 Jun 2025 10:00 +0300", "2025-06-05"),
    ("Thu, 05 Jun 2025", "2025-06-05"),
    ("Thu Jun  5 10:00:00 2025", "2025-06-05"),
    ("Thu Jun  5 10:00:00 UTC 2025", "2025-06-05T10:00:00Z"),
    (
        "Thu Jun 05 2025 10:00:00 GMT+0300 (Eastern European Summer Time)",
        "2025-06-05T10:00:00+03:00",
    ),
    # Zones: a number says where, a name does not.
    ("2025-06-05 10:00:00 UTC+3", "2025-06-05T10:00:00+03:00"),
    ("2025-06-05 10:00:00 GMT-3", "2025-06-05T10:00:00-03:00"),
    ("Mon, 09 Nov 2020 18:42:22 UTC +03:00", "2020-11-09T18:42:22+03:00"),
    ("2025-06-05 10:00:00 +0300 MSK", "2025-06-05T10:00:00+03:00"),
    ("2025-06-05 10:00:00 UT", "2025-06-05T10:00:00Z"),
    ("2025-06-05 10:00:00 EST", "2025-06-05"),
    ("2025-06-05 10:00:00 Europe/Kyiv", "2025-06-05"),
    ("5 June 2025, 10:00 AM ET", "2025-06-05"),
    # Clock times in words.
    ("6/25/2025, 10:00:00 AM", "2025-06-25"),
    ("2025-06-05 12:00:00 AM UTC", "2025-06-05T00:00:00Z"),
    ("2025-06-05 12:00:00 PM UTC", "2025-06-05T12:00:00Z"),
    ("2025-06-05 11:59:59 p.m. UTC", "2025-06-05T23:59:59Z"),
    ("June 5th, 2025 at 10:00 a.m.", "2025-06-05"),
    ("10:30, 5 June 2025", "2025-06-05"),
    ("5 June 2025 - 10:30", "2025-06-05"),
    ("10pm 5 June 2025", "2025-06-05"),
    ("10 p.m. EST, 5 June 2025", "2025-06-05"),
    ("10:30 SEPT 5 2025", "2025-09-05"),
    # Days.
    ("Jun 5, 2025", "2025-06-05"),
    ("JUNE 5 2025", "2025-06-05"),
    ("June the 5th, 2025", "2025-06-05"),
    ("5 June 2025", "2025-06-05"),
    ("05-JUN-2025", "2025-06-05"),
    ("5th of June, 2025", "2025-06-05"),
    ("on the 5th of June 2025", "2025-06-05"),
    ("Thurs. 5 June 2025", "2025-06-05"),
    ("5 June 2025 (Thursday)", "2025-06-05"),
    ("Thursday - 5 June 2025", "2025-06-05"),
    ("5June2025", "2025-06-05"),
    ("2025 June 5", "2025-06-05"),
    ("2025/6/5", "2025-06-05"),
    ("2025.06.05", "2025-06-05"),
    ("25/06/2025", "2025-06-25"),
    ("06/25/2025", "2025-06-25"),
    ("5.5.2025", "2025-05-05"),
    ("05/5/2025", "2025-05-05"),
    ("sept. 5, 2025", "2025-09-05"),
    # Months, years, parts of years, decades.
    ("April 2025", "2025-04"),
    ("in April 2025", "2025-04"),
    ("Apr. 2025", "2025-04"),
    ("April of 2025", "2025-04"),
    ("2025 April", "2025-04"),
    ("2025-4", "2025-04"),
    ("2025/04", "2025-04"),
    ("4/2025", "2025-04"),
    ("Thursday, April 2025", "2025-04"),
    ("during 2025", "2025"),
    ("Q2 2025", "2025-34"),
    ("2q 2025", "2025-34"),
    ("H1 of 2025", "2025-40"),
    ("2025-Q4", "2025-36"),
    ("2025 2H", "2025-41"),
    ("1990s", "199X"),
    ("the 1990's", "199X"),
    # Around and between.
    ("circa 2020", "2020~"),
    ("c. 2020", "2020~"),
    ("ca 2020", "2020~"),
    ("approx. 2020", "2020~"),
    ("~ 2020", "2020~"),
    ("about April 2025", "2025-04~"),
    ("around 5 June 2025", "2025-06-05~"),
    ("around Thursday 5 June 2025", "2025-06-05~"),
    ("early 2020", "2020~"),
    ("the mid-1990s", "199X~"),
    ("the end of April 2025", "2025-04~"),
    ("middle of the 1990s", "199X~"),
    ("2024-2025", "2024/2025"),
    ("2024\u20132025", "2024/2025"),
    ("from 2024 to 2025", "2024/2025"),
    # Years of which the last is cut short, where it cannot be a month.
    ("2012/13", "2012/2013"),
    ("2024/25", "2024/2025"),
    ("1914\u201318", "1914/1918"),
    ("in 1914-18", "1914/1918"),
    ("1998 / 99", "1998/1999"),
    ("1999/00", "1999/2000"),
    # A month where it cannot be years: the last would not be later, or much later.
    ("2011/11", "2011-11"),
    ("2005/5", "2005-05"),
    ("2025\u201306", "2025-06"),
    ("2025 / 06", "2025-06"),
    ("1994/05", "1994-05"),
    ("2009/1", "2009-01"),
    ("9999/01", "9999-01"),
    ("2011.12", "2011-12"),
    ("12/2011", "2011-12"),
    ("between April 2025 and 5 June 2025", "2025-04/2025-06-05"),
    ("5 April 2025 - 6 May 2025", "2025-04-05/2025-05-06"),
    ("2024 until 2025-06", "2024/2025-06"),
    # What stands around is not read, and kept.
    (" 2025-04\n", "2025-04"),
    ("2025\u200b-04", "2025-04"),
    ("5\u00a0June\u00a02025\u200e", "2025-06-05"),
    ("5&nbsp;June 2025", "2025-06-05"),
    ("5 June 2025.", "2025-06-05"),
    # The last resort: every part is in the text, and every number is a part.
    ("2025, 5 June", "2025-06-05"),
    ("June 2025 5th", "2025-06-05"),
    ("5 2025 June", "2025-06-05"),
    ("17. 4. 2025", "2025-04-17"),
    ("25 06 2025", "2025-06-25"),
    ("June AD 2025", "2025-06"),
    ("AD 2025", "2025"),
)


@pytest.mark.parametrize(("text", "edtf"), READ)
def test_the_edtf_says_what_the_text_says(text: str, edtf: str) -> None:
    """The EDTF says what the text says; the text is kept as given."""
    assert When.from_text(text) == When(edtf=edtf, text=text)


NO_DATE = (
    # Nothing, or no year.
    *(" ", "\n", "\u200b", "-", "?", "n/a", "null", "yesterday", "now", "today"),
    *("Monday", "June", "5 June", "June 5", "in April", "10:30", "10am", "5", "25"),
    # Not a number of years, but of something.
    *("1744884000", "1744884000000", "@1744884000", "12025", "202504", "2025107"),
    *("250605100000", "202506051000"),
    *("9" * 90, "1e400 2025", "nan", "inf", "2025e1", "0x7E9", "2_025", "1,024"),
    # Two-digit years; to know their century takes a clock.
    *("17.4.25", "Thursday, 05-Jun-25 10:00:00 GMT", "5 Jun 25", "'25", "01/02/03"),
    # Before our era, or after 9999.
    *("-1985", "\u22121985", "-0044-03-15", "-2025-06-05T10:00:00Z", "15 March -0044"),
    *("+2025", "+12025-06-05T10:00:00Z", "44 BC", "2025 BC", "5 June 2025 BCE"),
    # Open ends, which a year has not.
    *(
        "1985 -",
        "1985-",
        "1985\u2013",
        "- 1985",
        "1985 / ",
        "June 2025 -",
        "-June 2025",
    ),
    *("since 2020", "until 2020", "by 2020", "2020 to present", "2020 onwards"),
    # More than one date, and ranges that EDTF does not have or that lack a year.
    *("5-6 June 2025", "June 5-6, 2025", "May and June 2025", "May June 2025"),
    *("5 June 2025 or 6 June 2025", "2025 2026", "1 2 3 2025", "17 17 April 2025"),
    *("Q1 2025 - Q2 2025", "1980s to 1990s", "2024-2025 to 2026", "c. 2020 to 2022"),
    *("Thu 5 June 2025 to Fri 6 June 2025", "Thu 5 June 2025 to 6 June 2025"),
    *("April - June 2025", "2025-06-05T10:00:00Z/2025-06-06T10:00:00Z"),
    # A number that dateutil would make a month or an hour of.
    *("5 2025", "2025 5", "12 2025", "1st 2025", "5th 2025", "2025 at 5", "5 of 2025"),
    *(
        "5.6 2025",
        "5 June 2025 at 10",
        "5 June 2025 0900",
        "June -5 2025",
        "June 2025 0",
    ),
    # Words that dateutil skips.
    *("Dec 2011/12", "Dec. 2011-12", "Dec 2011\u201312", "2011/12-13"),
    *("5 and June 2025", "t 2025", "2025T", "2025-06-05T", "5 June 2025 m", "st 2025"),
    # Clock times without a day, two of them, broken ones.
    *("10:00 April 2025", "10am 2025", "5 June 2025 10:00 11:00", "5 June 2025 10:3"),
    *("around 5 June 2025 10:00", "5 June 2025 10:00:00 EST+5", "5 am bling 2025"),
    *(
        "5 June 2025 10:00:00 +0300 (E(E)ST)",
        "2025-06-05+99:99",
        "10:30 FROM 5 JUNE 2025",
    ),
    # Words around that nobody listed.
    *("Updated 5 June 2025", "<time>2025-06-05</time>", "(June 2025)", "2020 ?"),
    *(
        "spring 2025",
        "winter 2024-25",
        "20th century",
        "FY2025",
        "first quarter of 2025",
    ),
    # There is no middle of a day, and two weekdays are one too many.
    *("mid 2025-06-05", "early 5 June 2025", "Thu Mon 5 June 2025"),
    # Other scripts and languages.
    *("٢٠٢٥-٠٤-١٧", "\uff12\uff10\uff12\uff15", "2025\u5e744\u670817\u65e5", "²⁰²⁵"),
    *("17 квітня 2025", "17 avril 2025", "17 de abril de 2025", "5 Mai 2025"),
    *("5 June 2025 \ud800", "5 June\x002025", "5\u2028June\u20292025 \U0001f4c5"),
    # No text that says one date is so long.
    "5 June 2025 10:00:00 (" + "x" * 100 + ")",
)


@pytest.mark.parametrize("text", NO_DATE)
def test_what_says_no_date_is_refused(text: str) -> None:
    """What says no date, or more than one, is refused with what to do instead."""
    error = refused(text)
    assert (error.code, error.field) == ("CT020", "text")
    assert error.problem.endswith("is not a date that can be read")
    assert error.fix == (
        "Write the date in full, as in 2025-04-17 or 2025-04, "
        "or keep the words as When(text=…)."
    )


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("05/06/2025", "2025-06-05", "2025-05-06"),
        ("5.6.2025", "2025-06-05", "2025-05-06"),
        ("05-06-2025 10:00:00 GMT", "2025-06-05", "2025-05-06"),
        ("on 5/6/2025", "2025-06-05", "2025-05-06"),
        ("circa 5/6/2025", "2025-06-05", "2025-05-06"),
        ("from 2024 to 5/6/2025", "2025-06-05", "2025-05-06"),
        ("05 06 2025", "2025-05-06", "2025-06-05"),
        ("5. 6. 2025", "2025-05-06", "2025-06-05"),
        ("5/6-2025", "2025-05-06", "2025-06-05"),
        ("2025 06 05", "2025-06-05", "2025-05-06"),
        ("1900s", "190X", "19XX"),
        ("the early 2000s", "200X", "20XX"),
        # A month, or years of which the last is cut short.
        ("2011/12", "2011-12", "2011/2012"),
        ("2003/4", "2003-04", "2003/2004"),
        ("2003-4", "2003-04", "2003/2004"),
        ("2009\u201310", "2009-10", "2009/2010"),
        ("1901\u201312", "1901-12", "1901/1912"),
        ("1999/02", "1999-02", "1999/2002"),
        ("1995/05", "1995-05", "1995/2005"),
        ("0999/01", "0999-01", "0999/1001"),
        ("in 2011/12", "2011-12", "2011/2012"),
        ("in 2011-12", "2011-12", "2011/2012"),
        ("circa 2011/12", "2011-12", "2011/2012"),
        ("early 2011/12", "2011-12", "2011/2012"),
        ("Monday, 2011/12", "2011-12", "2011/2012"),
        ("2011/12 10:00", "2011-12", "2011/2012"),
        ("between 2011/12 and 2015", "2011-12", "2011/2012"),
        ("2010 to 2011/12", "2011-12", "2011/2012"),
        ("2011 / 12", "2011-12", "2011/2012"),
        ("2011 -12", "2011-12", "2011/2012"),
        ("2011\u00a0\u2013 12", "2011-12", "2011/2012"),
        # With a dash that EDTF does not have, it may still be one of its seasons.
        ("2024\u201325", "2024-25", "2024/2025"),
        ("in 2024-25", "2024-25", "2024/2025"),
    ],
)
def test_what_may_be_either_of_two_is_refused(text: str, one: str, other: str) -> None:
    """What may be either of two is refused, and both are named."""
    error = refused(text)
    assert (error.code, error.field) == ("CT020", "text")
    assert error.problem == f'"{text}" may be {one} or {other}'
    assert error.fix.startswith("Write the one that is meant")


DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
SLASHES = "/\u2044\u2215\uff0f"


@pytest.mark.parametrize("joint", [*DASHES, *SLASHES], ids=ascii)
@pytest.mark.parametrize("form", ["{}", "in {}", "around {}", "\u200b{}.", "&nbsp;{}"])
def test_no_joint_decides(joint: str, form: str) -> None:
    """Whatever joins them, "2011/12" may be two things, and "2011/2012" is one."""
    text = form.format(f"2007{joint}08")
    if text == "2007-08":
        assert When.from_text(text).edtf == "2007-08"
    elif "2007-08" not in text or "in" in text or "around" in text:
        error = refused(text)
        assert error.code == "CT020"
        assert "may be 2007-08 or 2007/2008" in error.problem
    years = form.format(f"2007{joint}2008")
    if "around" not in years:
        assert When.from_text(years).edtf == "2007/2008"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("31 June 2025", "June 2025 runs from 01 to 30"),
        ("29 February 2025", "February 2025 runs from 01 to 28"),
        ("February 30, 2025", "February 2025 runs from 01 to 28"),
        ("32/01/2025", "January 2025 runs from 01 to 31"),
        ("2025-06-00Z", "June 2025 runs from 01 to 30"),
        ("25/26/2025", "there is no month 26"),
        ("2025/13", "there is no month 13"),
        ("2025\u201324", "there is no month 24"),
        ("1989/00", "there is no month 00"),
        ("2009/0", "there is no month 00"),
        ("9999/00", "there is no month 00"),
        ("0000/05", "claimtrack supports years 0001 to 9999"),
        ("0/2025", "there is no month 00"),
        ("2025-17-4", "there is no month 17"),
        ("20251301", "there is no month 13"),
        ("2025-W53", "the weeks of 2025 run from 01 to 52"),
        ("2020-W54-1", "the weeks of 2020 run from 01 to 53"),
        ("2025-W00", "the weeks of 2025 run from 01 to 52"),
        ("9999-W52-7", "year 10000 is out of range"),
        ("0000-W01", "claimtrack supports years 0001 to 9999"),
        ("June 0000", "claimtrack supports years 0001 to 9999"),
        ("5 June 0000", "claimtrack supports years 0001 to 9999"),
        ("Fri, 5 Jun 2025", "2025-06-05 is a Thursday"),
        ("around Friday 5 June 2025", "2025-06-05 is a Thursday"),
        ("Fri, 05 Jun 2025 10:00:00 GMT", "2025-06-05 is a Thursday"),
        ("2025-06-05 24:00", "hours run from 00 to 23"),
        ("2025-06-05 10:60", "minutes run from 00 to 59"),
        ("2025-06-05 10:00:60Z", "seconds run from 00 to 59"),
        ("2025-06-05 13:00 pm", "hours before or after noon run from 1 to 12"),
        ("2025-06-05 0:00 am", "hours before or after noon run from 1 to 12"),
        ("5 June 2025 10:00 +24", "the hours of an offset run from 00 to 23"),
        ("5 June 2025 10:00 +0360", "the minutes of an offset run from 00 to 59"),
        (" 2025-13", "there is no month 13"),
        ("32 Jan 0001", "January 0001 runs from 01 to 31"),
        ("1 Jan 0001 00:00:00 +0100", "0001 to 9999, in UTC too"),
    ],
)
def test_an_impossible_date_is_shown_as_written(text: str, reason: str) -> None:
    """A date that the calendar does not have is shown as it was written."""
    error = refused(text)
    assert (error.code, error.field) == ("CT022", "text")
    assert error.problem.startswith(f'"{text}" is not a possible date: ')
    assert reason in error.problem
    assert isinstance(error.__cause__, ValueError)


@pytest.mark.parametrize(
    "text", ["2022 to 2020", "2025-2020", "from 6 June 2025 to 5 June 2025"]
)
def test_a_range_that_runs_backwards_is_refused(text: str) -> None:
    """A range that runs backwards is refused under the words it was given in."""
    error = refused(text)
    assert (error.code, error.field) == ("CT023", "text")
    assert error.problem == f'"{text}" ends before it begins'


@pytest.mark.parametrize("text", ["2025-13", "2025-02-30", "2026/2025", "0000"])
def test_edtf_is_judged_as_edtf(text: str) -> None:
    """EDTF is judged as EDTF: the error is that of `parse`."""
    with pytest.raises(InvalidRecord) as caught:
        When.parse(text)
    assert str(refused(text)) == str(caught.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "CT015"),
        ("2025".ljust(TEXT_MAX_LENGTH + 1), "CT015"),
        ("9" * 1_000_000, "CT015"),
        (None, "CT010"),
        (2025, "CT010"),
        (b"2025", "CT010"),
        (["2025"], "CT010"),
    ],
)
def test_what_is_not_text_is_refused(text: object, code: str) -> None:
    """What is not text, or too much of it, is refused like any `text`."""
    from_text: Any = When.from_text
    with pytest.raises(InvalidRecord) as caught:
        from_text(text)
    assert (caught.value.code, caught.value.field) == (code, "text")
    assert len(str(caught.value)) < 300


def test_spaces_do_not_count() -> None:
    """A text may have a thousand characters if few of them are to be read."""
    text = "5 June" + " " * (TEXT_MAX_LENGTH - 10) + "2025"
    assert len(text) == TEXT_MAX_LENGTH
    assert When.from_text(text) == When(edtf="2025-06-05", text=text)


def test_what_could_rearrange_a_message_is_escaped() -> None:
    """What could rearrange the message is shown as escapes."""
    assert "\u202e" not in str(refused("5 June\u202e 205"))


def test_dateutil_loads_at_first_need() -> None:
    """Neither EDTF nor a listed shape loads dateutil; the last resort does."""
    program = """
import sys
from claimtrack.when import When
When.from_text("2025-04-17")
When.from_text("Thu, 05 Jun 2025 10:00:00 +0300")
When.from_text("circa 2020")
before = "dateutil" in sys.modules
When.from_text("2025, 5 June")
print(before, "dateutil" in sys.modules)
"""
    done = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]


def imported(node: ast.AST) -> list[str]:
    """Return the names of the modules that a statement imports."""
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def test_dateutil_has_one_place() -> None:
    """One module knows dateutil, and imports it inside of a function."""
    importing = {
        (path.name, isinstance(statement, ast.FunctionDef))
        for path in SOURCES
        for statement in ast.parse(path.read_text(encoding="utf-8")).body
        for node in ast.walk(statement)
        if any(name.startswith("dateutil") for name in imported(node))
    }
    assert importing == {("_last_resort.py", True)}


def test_nothing_asks_what_day_it_is() -> None:
    """Nothing in the layer asks what day it is."""
    asked = {"now", "utcnow", "today", "time_ns", "localtime", "gmtime", "monotonic"}
    for path in SOURCES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)
        }
        assert not names & asked, path.name
