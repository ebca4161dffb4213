"""Find which intervals of probabilities overlap, and the gaps between them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from claimtrack.scales._scale import Band

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["holes_in", "is_same", "overlapped"]

_ROUNDING: Final = 1e-12
"""Ends that are at most this far apart are equal: only floating point moved them."""


def overlapped(interval: Band, bands: Sequence[Band]) -> tuple[Band, ...]:
    """Return the `bands` that share more with `interval` than an end.

    A single point counts in full. Overlap is symmetric.

    >>> tens = Band(0.1, 0.2), Band(0.2, 0.3), Band(0.3, 0.4)
    >>> overlapped(Band(0.2, 0.3), tens) == tens[1:2]
    True
    >>> overlapped(Band(0.3, 0.3), tens) == tens[1:]
    True
    """
    return tuple(each for each in bands if _overlap(interval, each))


def _overlap(one: Band, other: Band) -> bool:
    lo, hi = max(one.lo, other.lo), min(one.hi, other.hi)
    if one.is_point or other.is_point:
        return lo == hi and lo in one and lo in other
    return lo < hi


def holes_in(interval: Band, bands: Sequence[Band]) -> Iterator[Band]:
    """Yield the parts of an interval that no band covers, not counting ends.

    >>> [str(each) for each in holes_in(Band(0, 1), [Band(0.1, 0.4), Band(0.5, 1)])]
    ['0 to 10 %', '40 to 50 %']
    """
    reached = interval.lo
    for band in sorted(bands, key=lambda each: (each.lo, each.hi)):
        if reached < min(band.lo, interval.hi):
            yield Band(reached, min(band.lo, interval.hi))
        reached = max(reached, band.hi)
    if reached < interval.hi:
        yield Band(reached, interval.hi)


def is_same(one: Band, other: Band) -> bool:
    """Return whether two intervals are equal apart from rounding.

    >>> is_same(Band(0.1 + 0.2, 0.4), Band(0.3, 0.4))
    True
    """
    return (
        math.isclose(one.lo, other.lo, rel_tol=0, abs_tol=_ROUNDING)
        and math.isclose(one.hi, other.hi, rel_tol=0, abs_tol=_ROUNDING)
        and (one.lo_open, one.hi_open) == (other.lo_open, other.hi_open)
    )
