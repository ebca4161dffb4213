"""Sort ids in the order in which people read them: c8, c9, c10."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["natural_key"]

_PART: Final = re.compile("([^0-9]*)(0*)([0-9]*)")
"""A word and the number after it: its leading zeros, then the rest of its digits."""


def natural_key(text: str) -> tuple[tuple[str, int, str], ...]:
    """Return a sort key for a text that compares numbers in it as numbers.

    >>> sorted(["c10", "c9", "c08"], key=natural_key)
    ['c08', 'c9', 'c10']
    """
    # Compare numbers by their length first, so no text becomes a huge integer.
    return tuple(
        [
            (word, len(bare), f"{bare}{zeros}{bare}")
            for word, zeros, bare in _PART.findall(text)
        ]
    )
