"""Compare stretches of time: True, False, or None when what is known decides nothing.

Everything is counted in whole seconds, the finest precision there is. A day is its
86,400 seconds; a date-time is one second. Integers reach past the years that the
calendar has, so no offset ever overflows.
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
"""Seconds that the clocks furthest ahead of UTC (+14:00) are ahead of it."""

_BEHIND: Final = 12 * 60 * 60
"""Seconds that the clocks furthest behind UTC (-12:00) are behind it."""


@attrs.frozen
class _Span:
    """The first and the last second of a stretch, each as far as it is known.

    A plain date beside a date-time could be the date of any zone, so either second
    is known to within a range. None: the stretch has no bound on that side.
    """

    first_min: int | None
    first_max: int | None
    last_min: int | None
    last_max: int | None


def is_before(one: Stretch, other: Stretch) -> bool | None:
    """Return whether what happened in `one` happened before what did in `other`.

    >>> from claimtrack.when._calendar import years
    >>> is_before(years(1985, 1, "year"), years(1990, 1, "year"))
    True
    """
    days, others = _days(one), _days(other)
    if days and others:
        # Most dates are days, which need no clock.
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
    # They share one for sure if each begins, at the latest, before the other ends
    # at the earliest.
    if _is_at_most(_latest_start(left), _earliest_end(right)) and _is_at_most(
        _latest_start(right), _earliest_end(left)
    ):
        return True
    return None


def _days(stretch: Stretch) -> tuple[date, date] | None:
    """Return the first and the last day, where both are known and neither is a time."""
    first, last = stretch.earliest, stretch.latest
    return (first, last) if type(first) is date and type(last) is date else None


def _spans(one: Stretch, other: Stretch) -> tuple[_Span, _Span]:
    """Return both on one scale: UTC if one is a date-time, else the calendar."""
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
    """Return when it has begun at the latest: if not known, when it ends."""
    return span.last_max if span.first_max is None else span.first_max


def _earliest_end(span: _Span) -> int | None:
    """Return when it ends at the earliest: if not known, when it begins."""
    return span.first_min if span.last_min is None else span.last_min


def _is_less(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one < other


def _is_at_most(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and one <= other
