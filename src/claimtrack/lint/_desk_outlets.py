"""Find the outlets of a desk that a dossier does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Record

__all__ = ["missing_outlets"]


def missing_outlets(desk: Iterable[str], records: Iterable[Record]) -> tuple[str, ...]:
    """Return the entries of a desk that match no outlet in records, in their order.

    Args:
        desk: names, aliases, ids or addresses of outlets, as in `Settings.desk`.
        records: the records of a dossier, including those without an id.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> unn = d.outlet("UNN", aka=["Ukrainian National News"])
    >>> missing_outlets(["ukrainian national news", "Reuters"], d.values())
    ('Reuters',)
    """
    view = View.of({each.id or str(n): each for n, each in enumerate(records)})
    sources = view.sources
    return tuple(each for each in desk if not sources.outlets_called([each]))
