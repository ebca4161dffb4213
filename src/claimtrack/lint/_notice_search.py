"""Collect notices from files, without parsing files that cannot contain one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidDossier
from claimtrack.lint._notices import Notices
from claimtrack.notation import examine_any
from claimtrack.validation import read_chunks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.validation import Examination

__all__ = ["collect_notices", "valid_dossiers"]

_MAY_HOLD: Final = (b'"notice"', b"\\u00")
"""What JSON must contain for a record to be a notice; letters may be escaped."""

_OVERLAP: Final = 16
"""Bytes of a chunk that are searched again with the next one, because a word may begin
there."""


def collect_notices(path: Path) -> Notices:
    """Return the notices of all dossiers in a file.

    A file without a notice is searched but not parsed. Other files are read one dossier
    at a time. Invalid dossiers are skipped, because the check itself reports them.

    Args:
        path: the path of a file that can be read more than once. It may be compressed.

    >>> from pathlib import Path
    >>> len(collect_notices(Path("examples/us-air-cover.claims.json")))
    0

    Raises:
        OSError: if the file cannot be read.
    """
    return Notices.of(valid_dossiers(examine_any(path)) if _may_hold(path) else ())


def _may_hold(path: Path) -> bool:
    """Return whether a file may contain a notice, in the part that will be read."""
    before = b""
    for chunk in read_chunks(path):
        data = before + chunk
        if any(each in data for each in _MAY_HOLD):
            return True
        before = chunk[-_OVERLAP:]
    return False


def valid_dossiers(examinations: Iterable[Examination]) -> Iterator[Dossier]:
    """Yield the dossiers that passed validation."""
    for each in examinations:
        try:
            yield Dossier.from_examination(each)
        except InvalidDossier:
            continue
