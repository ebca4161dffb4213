"""The verdict on a file as two counts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack._arguments import GIVE_PATH, PATH, require
from claimtrack.validation import LIMITS, tally

if TYPE_CHECKING:
    from claimtrack.validation import Limits

__all__ = ["verdict"]


def verdict(path: str | Path, *, limits: Limits = LIMITS) -> tuple[int, int]:
    """Return how many records a file holds, and how many of them are refused.

    A record is refused if it has an error of syntax, shape or meaning (CT0…) of its
    own. `claimtrack.validate` checks whether ids are unique and resolve; this function
    does not. If the head of a dossier has such an error, all its records are refused. A
    record that cannot be read at all counts as one.

    Args:
        path: path of JSON or a sequence of dossiers, which may be compressed with gzip.
        limits: how large a record and a dossier may be.

    Raises:
        OSError: when the file cannot be read.

    >>> records, refused = verdict("examples/us-air-cover.claims.json")
    >>> refused
    0
    """
    require(path, PATH, place="path", what="a path", fix=GIVE_PATH)
    return tally(Path(path), limits=limits)
