"""Intervals of whole numbers: at least one number, at most another."""

from __future__ import annotations

import attrs

__all__ = ["Interval"]


@attrs.frozen
class Interval:
    """A number that is known as an interval: at least `lo`, at most `hi`.

    Attributes:
        lo: the least number, from 0.
        hi: the greatest number; None if there is no upper bound.

    >>> print(Interval(1, 1), Interval(2, 5), Interval(2, None), sep=", ")
    1, 2 to 5, 2 or more
    """

    lo: int
    hi: int | None

    def __str__(self) -> str:
        """Return the interval in words."""
        if self.hi is None:
            return f"{self.lo} or more"
        return f"{self.lo}" if self.lo == self.hi else f"{self.lo} to {self.hi}"
