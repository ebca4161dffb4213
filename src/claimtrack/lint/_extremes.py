"""Find the few dates that decide whether another one is before or after any of many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.when import When

__all__ = ["beginning_last", "ending_first"]


def beginning_last(dates: Iterable[When | None]) -> tuple[When, ...]:
    """Return the dates that begin last: a date before any is before one of these.

    Days and instants cannot be ordered, so there may be one of each. Dates with an
    unknown beginning are left out, because nothing is certainly before them.

    >>> from claimtrack.when import When
    >>> [str(each) for each in beginning_last(map(When.parse, ("2025", "2024-12")))]
    ['2025']
    """
    known = [(each.earliest, each) for each in dates if each and each.earliest]
    return tuple(
        max(some, key=lambda pair: pair[0])[1]
        for some in group_pairs(
            (type(first), (first, each)) for first, each in known
        ).values()
    )


def ending_first(dates: Iterable[When | None]) -> tuple[When, ...]:
    """Return the dates that end first: a date after any is after one of these.

    >>> from claimtrack.when import When
    >>> [str(each) for each in ending_first(map(When.parse, ("2025", "2024-12")))]
    ['2024-12']
    """
    known = [(each.latest, each) for each in dates if each and each.latest]
    return tuple(
        min(some, key=lambda pair: pair[0])[1]
        for some in group_pairs(
            (type(last), (last, each)) for last, each in known
        ).values()
    )
