"""Compare stretches of time: True, False, or None if the known bounds do not decide.

All times are counted in whole seconds, the finest precision of a date. A day is
86,400 seconds; a date-time is one second. Integers have no limit, unlike the years of
the calendar, so no offset ever overflows.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from claimtrack.when._calendar import Stretch

__all__ = ["is_before", "overlap"]

_DAY: Final = 24 * 60 * 60

_AHEAD: Final = 14 * 60 * 60
"""How far the clocks furthest ahead of UTC are ahead of it (+14:00), in seconds."""

_BEHIND: Final = 12 * 60 * 60
"""How far the clocks furthest behind UTC are behind it (-12:00), in seconds."""


@attrs.frozen
class _Span:
    """The first and the last second of a stretch, as far as they are known.

    Compared with a date-time, a plain date may be a date in any time zone, so each
    second is known only as a range. None means that this side has no bound.
    """

    first_min: int | None
    first_max: int | None
    last_min: int | None
    last_max: int | None


def is_before(one: Stretch, other: Stretch) -> bool | None:
    """Return whether an event in `one` happened before an event in `other`.

    >>> from claimtrack.when._calendar import years
    >>> is_before(years(1985, 1, "year"), years(1990, 1, "year"))
    True
    """
    days, others = _days(one), _days(other)
    if days and others:
        # Most dates are days and can be compared without clock times.
        return days[1] < others[0] or (False if others[1] < days[0] else None)
    left, right = _spans(one, other)
    if _is_less(left.last_max, right.first_min):
        return True
    if _is_at_most(right.last_max, left.first_min):
        return False
    return None


def overlap(one: Stretch, other: Stretch) -> bool | None:
    """Return whether two stretches, from bound to bound, share a second.

    >>> from claimtrack.when._calendar import month, years
    >>> overlap(years(2004, 1, "year"), month(2004, 6))
    True
    """
    left, right = _spans(one, other)
    if _is_less(left.last_max, right.first_min):
        return False
    if _is_less(right.last_max, left.first_min):
        return False
    # They must share a second if the latest start of each is before the earliest end
    # of the other.
    if _is_at_most(_latest_start(left), _earliest_end(right)) and _is_at_most(
        _latest_start(right), _earliest_end(left)
    ):
        return True
    return None


def _days(stretch: Stretch) -> tuple[date, date] | None:
    """Return the first and the last day; None unless both are known plain dates."""
    first, last = stretch.earliest, stretch.latest
    return (first, last) if type(first) is date and type(last) is date else None


def _spans(one: Stretch, other: Stretch) -> tuple[_Span, _Span]:
    """Return both on one scale: UTC if one is a date-time, otherwise the calendar."""
    one_zoned, other_zoned = _has_zone(one), _has_zone(other)
    return (
        _span(one, any_zone=other_zoned and not one_zoned),
        _span(other, any_zone=one_zoned and not other_zoned),
    )


def _has_zone(stretch: Stretch) -> bool:
    return isinstance(stretch.earliest, datetime)


def _span(stretch: Stretch, *, any_zone: bool) -> _Span:
    ahead, behind = (_AHEAD, _BEHIND) if any_zone else (0, 0)
    first, last = _first_second(stretch.earliest), _last_second(stretch.latest)
    return _Span(
        first_min=None if first is None else first - ahead,
        first_max=None if first is None else first + behind,
        last_min=None if last is None else last - ahead,
        last_max=None if last is None else last + behind,
    )


def _first_second(bound: date | datetime | None) -> int | None:
    if bound is None:
        return None
    seconds = bound.toordinal() * _DAY
    if not isinstance(bound, datetime):
        return seconds
    offset = bound.utcoffset() or timedelta()
    clock = timedelta(hours=bound.hour, minutes=bound.minute, seconds=bound.second)
    return seconds + (clock - offset) // timedelta(seconds=1)


def _last_second(bound: date | datetime | None) -> int | None:
    first = _first_second(bound)
    if first is None or isinstance(bound, datetime):
        return first
    return first + _DAY - 1


def _latest_start(span: _Span) -> int | None:
    """Return the latest possible start; the end if the start is unknown."""
    return span.last_max if span.first_max is None else span.first_max


def _earliest_end(span: _Span) -> int | None:
    """Return the earliest possible end; the start if the end is unknown."""
    return span.first_min if span.last_min is None else span.last_min


def _is_less(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one < other


def _is_at_most(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one <= other
