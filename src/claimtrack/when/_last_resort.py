"""Read dates that match no listed shape with python-dateutil, without its guesses.

dateutil fills in missing parts from a default that we pass in. It assumes one order of
day and month, reads "5-6 June 2025" as 6 June 2005, and reverses the sign of "UTC+3".
So only a day, a month or a year is accepted here, every part of it must be in the text,
and every number in the text must be part of it. Clock times and weekdays have already
been cut out.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from claimtrack.when._shapes import MONTH_WORD, TwoReadings

__all__ = ["read_by_dateutil"]

# Both are in leap years, in different months, and more than a week from each other and
# from the end of the month, so that no weekday or short month makes them agree.
_DEFAULT: Final = datetime(1904, 3, 11)  # noqa: DTZ001  dateutil takes it without zone
_OTHER: Final = datetime(1908, 8, 22)  # noqa: DTZ001

_YEAR: Final = re.compile("(?<![0-9])[0-9]{4}(?![0-9])")
_NUMBER: Final = re.compile("[0-9]+")

_CUT_SHORT: Final = re.compile("(?<![0-9])[0-9]{4}[-/][0-9]{1,2}(?![0-9])")
"""A year and possibly the end of another year: "Dec 2011/12" is not a day."""

_NAME: Final = re.compile(f"(?<![A-Za-z]){MONTH_WORD}(?![A-Za-z])", re.IGNORECASE)

_KNOWN: Final = re.compile(
    f"{_NAME.pattern}|(?<![A-Za-z])ad(?![A-Za-z])"
    "|[0-9]+(?:(?:st|nd|rd|th)(?![A-Za-z]))?"
    # A hyphen or slash must join two parts. Elsewhere it may be a minus sign or an open
    # end: -1985 is before our era, "1985 -" has no end.
    "|(?<=[0-9A-Za-z])[-/](?=[0-9A-Za-z])|[ .,;']",
    re.IGNORECASE,
)
"""What a text may consist of; dateutil would also skip "at", "and", "t" and others."""


def read_by_dateutil(text: str) -> str | None:
    """Return the day, month or year that a text clearly states; None if there is none.

    >>> read_by_dateutil("2025, 5 June"), read_by_dateutil("5-6 June 2025")
    ('2025-06-05', None)

    Raises:
        TwoReadings: if day and month could be in either order.
    """
    if not text.isascii() or len(_YEAR.findall(text)) != 1:
        return None
    if _KNOWN.sub("", text) or _CUT_SHORT.search(text):
        return None
    readings = _readings(text)
    if readings is None:
        return None
    given, swapped, other = readings
    has_month, has_day = given.month == other.month, given.day == other.day
    is_named = _NAME.search(text) is not None
    # dateutil reads one of two numbers as a month: "1st 2025", "5 2025".
    if has_month != (is_named or has_day):
        return None
    parts = [given.year]
    if has_month and not is_named:
        parts.append(given.month)
    if has_day:
        parts.append(given.day)
    if sorted(parts) != sorted(map(int, _NUMBER.findall(text))):
        return None
    if given != swapped:
        raise TwoReadings(given.date().isoformat(), swapped.date().isoformat())
    # Cut the result off after the year, after the month, or not at all.
    return given.date().isoformat()[: 4 + 3 * (has_month + has_day)]


def _readings(text: str) -> tuple[datetime, datetime, datetime] | None:
    """Return dateutil's readings: as is, with day first, and with another default.

    If dateutil cannot read a text, some or all of these calls fail.
    """
    from dateutil.parser import parse  # noqa: PLC0415  slow to load, seldom needed

    try:
        return (
            parse(text, default=_DEFAULT, ignoretz=True),
            parse(text, default=_DEFAULT, ignoretz=True, dayfirst=True),
            parse(text, default=_OTHER, ignoretz=True),
        )
    except (ValueError, ArithmeticError):
        # Its ParserError is a ValueError; large numbers raise OverflowError or, from
        # inside decimal, InvalidOperation, both of them ArithmeticErrors.
        return None
