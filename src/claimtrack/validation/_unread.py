"""Records that did not pass the gate, and what is still known about them.

One unreadable record does not keep the others from being checked. References to it must
not be reported as dangling, so its id counts if it is reliable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.records import FORBIDDEN
from claimtrack.schema import JsonValue, is_object
from claimtrack.validation._fault import Fault, is_dossier, record_index

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Unread", "known_of", "unread_of"]

Unread: TypeAlias = dict[int, dict[str, JsonValue] | None]
"""Index of an omitted record → its type and id; None if they are unreliable."""

_KNOWN: Final = ("type", "id")

_IN_DOUBT: Final = frozenset({"CT002", "CT003", "CT004"})
"""Codes after which not even the id of a record is reliable."""


def unread_of(root: JsonValue, faults: Iterable[Fault]) -> Unread | None:
    """Return the records to leave out because of these faults.

    Returns:
        The records by index; None if a fault is not inside a record of a dossier,
        because then nothing can be checked.
    """
    by_index: dict[int, list[Fault]] = {}
    for fault in faults:
        index = record_index(fault.path)
        if index is None or not is_object(root) or not is_dossier(root):
            return None
        by_index.setdefault(index, []).append(fault)
    return {i: known_of(root["records"][i], each) for i, each in by_index.items()}


def known_of(record: JsonValue, faults: Iterable[Fault]) -> dict[str, JsonValue] | None:
    """Return the type and id of a record with these faults; None if unreliable.

    >>> known_of({"type": "claim", "id": "c1", "text": 2**60}, [])
    {'type': 'claim', 'id': 'c1'}
    """
    if any(each.code in _IN_DOUBT for each in faults) or not is_object(record):
        return None
    known: dict[str, JsonValue] = {k: record[k] for k in _KNOWN if k in record}
    is_clean = all(
        isinstance(each, str) and not FORBIDDEN.search(each) for each in known.values()
    )
    return known if is_clean else None
