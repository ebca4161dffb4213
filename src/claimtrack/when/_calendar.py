"""Stretches of the calendar: where a day, a quarter or a decade begins and ends.

The functions here take numbers. For a date that does not exist they raise ValueError
with a reason, which is a clause without a full stop.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo
from typing import Final, Literal

import attrs

__all__ = [
    "MONTH_NAMES",
    "Precision",
    "Stretch",
    "clock_part",
    "day",
    "day_date",
    "day_of_any_year",
    "instant",
    "month",
    "month_of_any_year",
    "part_of_year",
    "years",
]

Precision = Literal[
    "second",
    "day",
    "month",
    "season",
    "quarter",
    "quadrimester",
    "half",
    "year",
    "decade",
    "century",
    "interval",
    "unknown",
]
"""How exactly a date is known; "unknown" if there are only words."""

MONTH_NAMES: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""English in every locale; the standard library's names depend on the locale."""

_FEBRUARY: Final = 2
_SHORT: Final = (4, 6, 9, 11)
"""Months of thirty days."""

_LEAP_YEAR: Final = 2000
"""Used when no year is specified, because 29 February exists in some years."""

_OUT_OF_RANGE: Final = "claimtrack supports years 0001 to 9999"


@attrs.frozen(kw_only=True)
class Stretch:
    """What an EDTF string says about time.

    Attributes:
        earliest: the first day, or the instant; None if unknown or open.
        latest: the last day, or the instant; None if unknown or open.
        precision: how exactly it is known.
        approximate: whether it is marked as approximate ("~", "%").
        uncertain: whether it is marked as uncertain ("?", "%").
    """

    earliest: date | datetime | None = None
    latest: date | datetime | None = None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


@attrs.frozen
class _Part:
    """A run of whole months.

    Attributes:
        precision: what kind of run it is.
        first: its first month, 1 to 12.
        months: how many months; after December they continue in the next year.
    """

    precision: Precision
    first: int
    months: int


_PARTS: Final[dict[int, _Part]] = {
    # A season without a hemisphere spans the months of both hemispheres.
    21: _Part("season", 3, 9),  # spring
    22: _Part("season", 6, 9),  # summer
    23: _Part("season", 3, 9),  # autumn
    24: _Part("season", 6, 9),  # winter
    # Northern hemisphere.
    25: _Part("season", 3, 3),
    26: _Part("season", 6, 3),
    27: _Part("season", 9, 3),
    28: _Part("season", 12, 3),
    # Southern hemisphere.
    29: _Part("season", 9, 3),
    30: _Part("season", 12, 3),
    31: _Part("season", 3, 3),
    32: _Part("season", 6, 3),
    33: _Part("quarter", 1, 3),
    34: _Part("quarter", 4, 3),
    35: _Part("quarter", 7, 3),
    36: _Part("quarter", 10, 3),
    37: _Part("quadrimester", 1, 4),
    38: _Part("quadrimester", 5, 4),
    39: _Part("quadrimester", 9, 4),
    40: _Part("half", 1, 6),
    41: _Part("half", 7, 6),
}
"""Sub-year groupings, by the number that EDTF writes in place of the month.

Source: the numbers are from ISO 8601-2:2019 and the Library of Congress EDTF
specification (2019), level 2. Neither says which months a season has; these are the
meteorological seasons. A season that continues into the new year belongs to the year
in which it begins.
"""


def years(first: int, count: int, precision: Precision) -> Stretch:
    """Return the stretch of `count` years that begins with `first`.

    >>> years(2010, 10, "decade").latest
    datetime.date(2019, 12, 31)

    Raises:
        ValueError: if one of these years is outside 0001-9999.
    """
    last = first + count - 1
    _check_year(first)
    _check_year(last)
    return Stretch(
        earliest=date(first, 1, 1), latest=date(last, 12, 31), precision=precision
    )


def month(year: int, number: int) -> Stretch:
    """Return a month of a year.

    >>> month(2024, 2).latest
    datetime.date(2024, 2, 29)

    Raises:
        ValueError: if the month does not exist.
    """
    last = _days(year, number)
    return Stretch(
        earliest=date(year, number, 1),
        latest=date(year, number, last),
        precision="month",
    )


def part_of_year(year: int, number: int) -> Stretch:
    """Return a month, season, quarter, quadrimester or half by its number.

    >>> part_of_year(2019, 28).latest
    datetime.date(2020, 2, 29)

    Raises:
        ValueError: if there is no such part of a year, or it ends after 9999.
    """
    part = _PARTS.get(number)
    if part is None:
        return month(year, number)
    years_on, index = divmod(part.first + part.months - 2, len(MONTH_NAMES))
    # Refuse a part that ends after 9999: cutting it off would invent a last day.
    return Stretch(
        earliest=day_date(year, part.first, 1),
        latest=month(year + years_on, index + 1).latest,
        precision=part.precision,
    )


def day(year: int, month_number: int, number: int) -> Stretch:
    """Return one day.

    >>> day(2025, 4, 17).earliest
    datetime.date(2025, 4, 17)

    Raises:
        ValueError: if the day does not exist.
    """
    only = day_date(year, month_number, number)
    return Stretch(earliest=only, latest=only, precision="day")


def day_date(year: int, month_number: int, number: int) -> date:
    """Return the date of a day; unlike `date`, the error says what is wrong.

    >>> day_date(2025, 2, 30)
    Traceback (most recent call last):
        ...
    ValueError: February 2025 runs from 01 to 28

    Raises:
        ValueError: if the day does not exist.
    """
    try:
        return date(year, month_number, number)
    except ValueError as error:
        last = _days(year, month_number)
        name = MONTH_NAMES[month_number - 1]
        raise ValueError(f"{name} {year:04} runs from 01 to {last}") from error


def month_of_any_year(number: int) -> Stretch:
    """Return a month of an unspecified year, which has no bounds.

    >>> month_of_any_year(4).precision
    'month'

    Raises:
        ValueError: if the month does not exist.
    """
    _days(_LEAP_YEAR, number)
    return Stretch(precision="month")


def day_of_any_year(month_number: int, number: int) -> Stretch:
    """Return a day of an unspecified year, which has no bounds.

    >>> day_of_any_year(2, 29).precision
    'day'

    Raises:
        ValueError: if the day exists in no year.
    """
    last = _days(_LEAP_YEAR, month_number)
    if not 1 <= number <= last:
        name = MONTH_NAMES[month_number - 1]
        raise ValueError(f"{name} runs from 01 to {last} at most")
    return Stretch(precision="day")


def instant(on: date, at: time, zone: tzinfo) -> Stretch:
    """Return the instant at which clocks in `zone` show `at` on the day `on`.

    >>> instant(date(2025, 6, 5), time(23, 30), UTC).precision
    'second'

    Raises:
        ValueError: if the instant is outside the years 0001-9999 in UTC.
    """
    moment = datetime.combine(on, at, zone)
    try:
        moment.astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{_OUT_OF_RANGE}, in UTC too") from error
    return Stretch(earliest=moment, latest=moment, precision="second")


def clock_part(name: str, digits: str, highest: int) -> int:
    """Return `digits` as a number from 0 to `highest`.

    >>> clock_part("hours", "09", 23)
    9

    Raises:
        ValueError: if the number is higher than `highest`.
    """
    number = int(digits)
    if number > highest:
        raise ValueError(f"{name} run from 00 to {highest}")
    return number


def _check_year(year: int) -> None:
    if not date.min.year <= year <= date.max.year:
        raise ValueError(_OUT_OF_RANGE)


def _days(year: int, month_number: int) -> int:
    _check_year(year)
    if not 1 <= month_number <= len(MONTH_NAMES):
        raise ValueError(f"there is no month {month_number:02}")
    if month_number != _FEBRUARY:
        return 30 if month_number in _SHORT else 31
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if is_leap else 28
