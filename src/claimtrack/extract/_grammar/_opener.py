"""Where the content after a verb begins."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Opener"]


class Opener(NamedTuple):
    """Where the content after a verb begins, and how.

    Attributes:
        kind: that, wh, bare, quote, colon, to, object.
        first: its first item.
        addressee: first and last item of whom it was said to.
    """

    kind: str
    first: int
    addressee: tuple[int, int] | None = None
