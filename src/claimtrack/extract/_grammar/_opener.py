"""The beginning of the content after a verb."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Opener"]


class Opener(NamedTuple):
    """The beginning of the content after a verb, and its form.

    Attributes:
        kind: that, wh, bare, quote, colon, to, object.
        first: its first item.
        addressee: first and last item of the addressee.
    """

    kind: str
    first: int
    addressee: tuple[int, int] | None = None
