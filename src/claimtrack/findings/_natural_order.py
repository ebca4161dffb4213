"""The order in which people read ids: c8, c9, c10."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["natural_key"]

_NUMBER: Final = re.compile("([0-9]+)")


def natural_key(text: str) -> tuple[tuple[str, int, str], ...]:
    """Return what a text is sorted by where numbers in it count as numbers.

    >>> sorted(["c10", "c9", "c08"], key=natural_key)
    ['c08', 'c9', 'c10']
    """
    parts = [*_NUMBER.split(text), ""]
    # A number is compared by its length first: no text is turned into a large number.
    return tuple(
        [
            (word, len(bare := digits.lstrip("0")), bare + digits)
            for word, digits in zip(parts[::2], parts[1::2], strict=True)
        ]
    )
