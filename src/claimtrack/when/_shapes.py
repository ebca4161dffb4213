"""The forms in which people and feeds write a date: one table, without clock times.

Nothing that a text leaves open is decided here: "06/2025" is a month, and "05/06/2025",
which can be read in two ways, is refused. So is "2011/12", which may be a month or a
season. Month names are English.
"""

from __future__ import annotations

import functools
import re
from datetime import MAXYEAR, date
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.when._calendar import MONTH_NAMES, day_date, month, part_of_year

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MONTH_WORD", "TwoReadings", "read_shape"]


@attrs.frozen
class TwoReadings(ValueError):
    """Raised for a date that may be either of two, with nothing to say which.

    Attributes:
        one: the first, as EDTF.
        other: the second, as EDTF.
    """

    one: str
    other: str


_MONTHS: Final = {
    word: number
    for number, name in enumerate(map(str.lower, MONTH_NAMES), start=1)
    for word in (name, name[:3])
} | {"sept": 9}

MONTH_WORD: Final = f"(?:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})"
"""The name of a month, in full or its first three letters, in lower case."""

_PARTS: Final = {
    **{f"q{number}": number + 32 for number in (1, 2, 3, 4)},
    **{f"h{number}": number + 39 for number in (1, 2)},
}
"""The numbers that EDTF uses for quarters and halves."""


def _month(match: re.Match[str]) -> str:
    year, number = match["year"], _month_number(match)
    month(int(year), number)
    return f"{year}-{number:02}"


_LONGEST: Final = 10
"""Most years between a year and a shortened one in the next century."""


def _month_or_years(match: re.Match[str]) -> str:
    """Return a month for 2025/06, or years for 2012/13; 2011/12 may be either."""
    year, short = match["year"], match["month"]
    years = _cut_short(int(year), short)
    if years is None:
        return _month(match)
    # After a hyphen, EDTF reads 25 to 41 as parts of a year.
    read = month if match["by"] == "/" else part_of_year
    try:
        read(int(year), int(short))
    except ValueError:
        return years
    raise TwoReadings(f"{year}-{short:0>2}", years)


def _cut_short(first: int, short: str) -> str | None:
    """Return years as an interval if `short` may be the last digits of a later year.

    1999/00 may cross into the next century. 2025/06 may not, as the years would be 81
    years apart.
    """
    last = first - first % 10 ** len(short) + int(short)
    if last <= first:
        last += 100
        if last - first > _LONGEST:
            return None
    return f"{first:04}/{last:04}" if first > 0 and last <= MAXYEAR else None


def _day(match: re.Match[str]) -> str:
    return _iso(match["year"], _month_number(match), match["day"])


def _either_order(match: re.Match[str]) -> str:
    """Return the day of 25/06/2025, in which one number cannot be a month."""
    year, one, other = match["year"], match["one"], match["other"]
    if int(one) > len(MONTH_NAMES):
        return _iso(year, int(other), one)
    month_first = _iso(year, int(one), other)
    if one.zfill(2) == other.zfill(2) or int(other) > len(MONTH_NAMES):
        return month_first
    raise TwoReadings(_iso(year, int(other), one), month_first)


def _decade(match: re.Match[str]) -> str:
    """Return a decade; the 1900s may be ten years or a hundred."""
    start: str = match["decade"]
    if start.endswith("0"):
        raise TwoReadings(f"{start}X", f"{start[:2]}XX")
    return f"{start}X"


def _part(match: re.Match[str]) -> str:
    # 2Q is Q2: letters sort after digits.
    letter_first = "".join(sorted(match["part"].lower(), reverse=True))
    return f"{match['year']}-{_PARTS[letter_first]}"


def _week(match: re.Match[str]) -> str:
    """Return an ISO 8601 week as an interval of days, or the one day that is named."""
    year, week = int(match["year"]), int(match["week"])
    # 28 December is always in the last week of the year.
    last = day_date(year, len(MONTH_NAMES), 28).isocalendar().week
    if not 1 <= week <= last:
        raise ValueError(f"the weeks of {year:04} run from 01 to {last}")
    numbers = (1, 7) if match["weekday"] is None else (int(match["weekday"]),)
    days = (date.fromisocalendar(year, week, number) for number in numbers)
    return "/".join(map(date.isoformat, days))


def _month_number(match: re.Match[str]) -> int:
    text = match["month"]
    return int(text) if text.isdecimal() else _MONTHS[text.lower()]


def _iso(year: str, month_number: int, day: str) -> str:
    return day_date(int(year), month_number, int(day)).isoformat()


_FLAGS: Final = re.ASCII | re.IGNORECASE

_Y: Final = "(?P<year>[0-9]{4})"
_M: Final = "(?P<month>[0-9]{1,2})"
_D: Final = "(?P<day>[0-9]{1,2})"
_DTH: Final = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_NAME: Final = rf"(?P<month>{MONTH_WORD})\.?"
# No hyphen between a space and the year: in "15 March -0044" it is a sign.
_BY: Final = "(?:[ ,]+|[/-]| [/-] )"
_PART: Final = "(?P<part>q[1-4]|[1-4]q|h[12]|[12]h)"

_SHAPES: Final[tuple[tuple[str, Callable[[re.Match[str]], str]], ...]] = (
    # 2025-6-5, 2025/06/05, 2025.06.05
    (f"{_Y}(?P<by>[-/.]){_M}(?P=by){_D}", _day),
    # 20250605; a year before 1000 would more likely be 05062025 misread
    ("(?P<year>[12][0-9]{3})(?P<month>[0-9]{2})(?P<day>[0-9]{2})", _day),
    # 2025-06-05Z, 2025-06-05+03:00: a day in a zone, as XML Schema writes it
    (f"{_Y}-{_M}-{_D}(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])", _day),
    # 2025-W16, 2025-W16-4, 2025W164
    (f"{_Y}-?W(?P<week>[0-9]{{2}})(?:-?(?P<weekday>[1-7]))?", _week),
    # 2025/06, 2025-6; 2011/12, 2009-10
    (f"{_Y} ?(?P<by>[-/]) ?{_M}", _month_or_years),
    # 2025.06
    (rf"{_Y}\.{_M}", _month),
    # 6/2025, 06.2025
    (f"{_M}[-/.]{_Y}", _month),
    # 25/06/2025, 06-25-2025, 25.06.2025
    (
        f"(?P<one>[0-9]{{1,2}})(?P<by>[-/.])(?P<other>[0-9]{{1,2}})(?P=by){_Y}",
        _either_order,
    ),
    # 2025
    (_Y, lambda match: match["year"]),
    # 2024-2025, 2024 / 2025
    (
        f"{_Y} ?[-/] ?(?P<last>[0-9]{{4}})",
        lambda match: f"{match['year']}/{match['last']}",
    ),
    # June 5, 2025; Jun 5th 2025; Jun-05-2025
    (f"{_NAME}[ /-]?(?:the )?{_DTH}{_BY}{_Y}", _day),
    # 5 June 2025, 5th of June, 2025, 05-Jun-2025
    (f"{_DTH}[ /-]?(?:of )?{_NAME}{_BY}?{_Y}", _day),
    # 2025 June 5, 2025-Jun-05
    (f"{_Y}{_BY}{_NAME}[ /-]?{_DTH}", _day),
    # June 2025, June of 2025, Jun-2025
    (f"{_NAME}{_BY}?(?:of )?{_Y}", _month),
    # 2025 June, 2025-Jun
    (f"{_Y}{_BY}{_NAME}", _month),
    # Q2 2025, 2Q 2025, H1 of 2025
    (f"{_PART}{_BY}?(?:of )?{_Y}", _part),
    # 2025 Q2, 2025-Q2, 2025Q2
    (f"{_Y}{_BY}?{_PART}", _part),
    # 1990s, 1990's
    ("(?P<decade>[0-9]{3})0'?s", _decade),
)
"""Patterns, each with how to write a matching text as EDTF; the first match is used."""

_DIGIT: Final = re.compile("[0-9]")
"""Every date in these shapes contains at least one digit."""


@functools.cache
def _compiled() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]:
    return tuple((re.compile(each, _FLAGS), build) for each, build in _SHAPES)


def read_shape(text: str) -> str | None:
    """Return the EDTF string of a date in a listed shape; None for any other text.

    >>> read_shape("5th of June, 2025"), read_shape("06/2025"), read_shape("today")
    ('2025-06-05', '2025-06', None)

    Raises:
        TwoReadings: if it may be either of two dates.
        ValueError: if the date does not exist.
    """
    for pattern, build in _compiled() if _DIGIT.search(text) else ():
        if match := pattern.fullmatch(text):
            return build(match)
    return None
