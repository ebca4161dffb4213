"""Which outlets of a desk a dossier does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.records import Relation, Source
from claimtrack.view import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Record

__all__ = ["missing_outlets"]


def missing_outlets(desk: Iterable[str], records: Iterable[Record]) -> tuple[str, ...]:
    """Return what of a desk means no outlet among records, in the order given.

    Args:
        desk: names, aliases, ids or addresses of outlets, as in `Settings.desk`.
        records: of a dossier; only sources and same-as relations matter.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> unn = d.outlet("UNN", aka=["Ukrainian National News"])
    >>> missing_outlets(["ukrainian national news", "Reuters"], d.values())
    ('Reuters',)
    """
    listed = tuple(records)
    named = [each for each in listed if isinstance(each, Source)]
    same = tuple(
        each for each in listed if isinstance(each, Relation) and each.kind == "same-as"
    )
    sources = Sources.of(named, {"same-as": same})
    return tuple(each for each in desk if not sources.outlets_called([each]))
