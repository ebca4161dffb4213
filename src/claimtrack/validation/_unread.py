"""Records that did not come through the gate, and what is known of them all the same.

One poisoned record does not keep the others from being checked. What refers to it is
not to look wrong for that, so its id counts, if it can be relied on.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.records import FORBIDDEN
from claimtrack.schema import JsonValue, Path, is_array, is_object
from claimtrack.validation._fault import Fault, is_dossier, record_index
from claimtrack.validation._reading import size_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Unread", "find_large_records", "known_of", "large_fault", "unread_of"]

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


def find_large_records(root: dict[str, JsonValue], limit: int) -> Iterator[Fault]:
    """Yield a fault for each record of a dossier, and for its head, if too large.

    Its size is that of its JSON in UTF-8 without white space, so that it does not
    depend on how it is written down.

    Args:
        root: a dossier.
        limit: bytes that one record may have.
    """
    head = {key: each for key, each in root.items() if key != "records"}
    if _size(head) > limit:
        yield large_fault((), limit)
    listed: JsonValue = root.get("records")
    for index, record in enumerate(listed if is_array(listed) else ()):
        if _size(record) > limit:
            yield large_fault(("records", index), limit)


def large_fault(path: Path, limit: int) -> Fault:
    """Return what is said of a record, or of a whole text, that is too large."""
    return Fault(
        path=path,
        code="CT007",
        message=f"the record is longer than {size_in_words(limit)}",
        # The whole is not searched for where it begins.
        spot=None if path else slice(0, 1),
    )


def _size(value: JsonValue) -> int:
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return len(plain.encode("utf-8", "surrogatepass"))
