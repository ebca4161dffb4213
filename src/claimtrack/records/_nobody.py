"""The chain of a claim that nobody is on record as having made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.records._chain import Chain, Link

if TYPE_CHECKING:
    from claimtrack.when import When

__all__ = ["nobody"]


def nobody(*, at: When | str | None = None) -> Chain:
    """Return the chain of a claim that nobody is on record as having made.

    It has one link with neither a source nor candidates. It gives the claim a date and
    nothing else: it commits to nothing, and has no publisher, end or holder.

    Args:
        at: when the claim was made.

    >>> nobody(at="2025-05").is_nobody
    True

    Raises:
        InvalidRecord: if the text is not a date.
    """
    return Chain(links=[Link(at=at)])
