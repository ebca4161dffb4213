"""The order in which people read ids: c8, c9, c10."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["natural_key"]

_PART: Final = re.compile("([^0-9]*)(0*)([0-9]*)")
"""A word, and the number behind it: its zeros, and the rest of its digits."""


def natural_key(text: str) -> tuple[tuple[str, int, str], ...]:
    """Return what a text is sorted by where numbers in it count as numbers.

    >>> sorted(["c10", "c9", "c08"], key=natural_key)
    ['c08', 'c9', 'c10']
    """
    # A number is compared by its length first: no text is turned into a large number.
    return tuple(
        [
            (word, len(bare), f"{bare}{zeros}{bare}")
            for word, zeros, bare in _PART.findall(text)
        ]
    )
