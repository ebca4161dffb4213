"""The picture beside a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.draw._html._spans import Html

if TYPE_CHECKING:
    from claimtrack.draw._drawn_claim import Reading

__all__ = ["figure_of", "legend"]


def figure_of(_read: Reading) -> Html:
    """Return the picture of a claim."""
    return Html()


def legend() -> Html:
    """Return the shapes of pictures."""
    return Html()
