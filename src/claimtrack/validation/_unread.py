"""Records that did not come through the gate, and what is known of them all the same.

One poisoned record does not keep the others from being checked. What refers to it is
not to look wrong for that, so its id counts, if it can be relied on.
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
"""Index of a record that is left out → its type and id; None if these are in doubt."""

_KNOWN: Final = ("type", "id")

_IN_DOUBT: Final = frozenset({"CT002", "CT003", "CT004"})
"""Codes after which not even the id of a record is to be relied on."""


def unread_of(root: JsonValue, faults: Iterable[Fault]) -> Unread | None:
    """Return the records to leave out for these faults.

    Returns:
        None where a fault is not inside a record of a dossier: nothing can be checked
        then.
    """
    by_index: dict[int, list[Fault]] = {}
    for fault in faults:
        index = record_index(fault.path)
        if index is None or not is_object(root) or not is_dossier(root):
            return None
        by_index.setdefault(index, []).append(fault)
    return {i: known_of(root["records"][i], each) for i, each in by_index.items()}


def known_of(record: JsonValue, faults: Iterable[Fault]) -> dict[str, JsonValue] | None:
    """Return the type and the id of a record with these faults, None if in doubt.

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
