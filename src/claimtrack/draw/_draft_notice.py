"""The notice in a picture that shows attributions drafted by a tool."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.disclosure import DRAFTED, unreviewed
from claimtrack.draw._picture import Box, Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier

__all__ = ["count_drafts", "sketch_notice"]


def sketch_notice(dossier: Dossier, seen: Dossier) -> Iterator[Picture]:
    """Yield a frame that says that drafts are shown, if there are any.

    Args:
        dossier: the whole dossier, which says who recorded what.
        seen: the part of the dossier that is drawn.
    """
    words = count_drafts(dossier, seen)
    if words:
        yield Picture(DRAFTED, (Box("words", (words,)),), ())


def count_drafts(dossier: Dossier, seen: Dossier) -> str:
    """Return in words how many drawn attributions are drafts; empty for none.

    Args:
        dossier: the whole dossier, which says who recorded what.
        seen: the part of the dossier that is drawn.
    """
    count = sum(each in seen for each in unreviewed(dossier))
    return f"{count} of {len(seen.attributions)} attributions" if count else ""
