"""What a picture says of itself where a tool drafted some of what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.disclosure import DRAFTED, unreviewed
from claimtrack.draw._picture import Box, Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier

__all__ = ["count_drafts", "sketch_notice"]


def sketch_notice(dossier: Dossier, seen: Dossier) -> Iterator[Picture]:
    """Yield a frame that says that drafts are shown, where they are.

    Args:
        dossier: the whole dossier, which knows who recorded what.
        seen: what is drawn of it.
    """
    words = count_drafts(dossier, seen)
    if words:
        yield Picture(DRAFTED, (Box("words", (words,)),), ())


def count_drafts(dossier: Dossier, seen: Dossier) -> str:
    """Return how many of the attributions that are drawn are drafts; empty for none.

    Args:
        dossier: the whole dossier, which knows who recorded what.
        seen: what is drawn of it.
    """
    count = sum(each in seen for each in unreviewed(dossier))
    return f"{count} of {len(seen.attributions)} attributions" if count else ""
