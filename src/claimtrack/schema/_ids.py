"""Derive ids for records that have none."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from claimtrack.schema._record_parts import public_text

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from claimtrack.records import Record

__all__ = ["derive_id", "free_id", "ids_of", "is_derived_id"]

_NAMESPACE: Final = bytes.fromhex("5916e0be809c57498103eb821df659d1")

_VARIANT: Final = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
"""Hash digit → the same digit with the two variant bits set."""

_DERIVED: Final = re.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-.*")


def is_derived_id(key: str) -> bool:
    """Return whether an id looks like a derived one: a version-5 UUID.

    Such an id cannot be searched for in a file that leaves it out.

    >>> from claimtrack.records import Attribution
    >>> is_derived_id(derive_id(Attribution(claim="c1", chain=["unn"])))
    True
    >>> is_derived_id("a1")
    False
    """
    return _DERIVED.fullmatch(key) is not None


def derive_id(record: Record, twin: int = 1) -> str:
    """Return an id derived from the record's public fields: a version-5 UUID as a URN.

    The same fields give the same id in every dossier and on every machine.

    Args:
        record: a record; its own id is ignored.
        twin: the number of this record among those with the same public fields, from 1.

    >>> from claimtrack.records import Attribution
    >>> derive_id(Attribution(claim="c1", chain=["unn"]))
    'urn:uuid:...'

    Source: RFC 9562, section 5.5.
    """
    return _urn(public_text(record), twin)


def free_id(
    record: Record, taken: Container[str], twins: dict[str, int] | None = None
) -> str:
    """Return the first derived id of a record that is not taken, counting up its twins.

    Args:
        record: a record; its own id is ignored.
        taken: ids that other records have.
        twins: cache: first derived id → how many of its twins are known to be taken. If
            it is passed on from call to call, no id may become free in between.

    >>> from claimtrack.records import Attribution
    >>> a = Attribution(claim="c1", chain=["unn"])
    >>> free_id(a, {derive_id(a)}) == derive_id(a, 2)
    True
    """
    public = public_text(record)
    key = first = _urn(public, 1)
    if key in taken:
        known = {} if twins is None else twins
        twin = known.get(first, 1)
        while key in taken:
            twin += 1
            key = _urn(public, twin)
        known[first] = twin - 1
    return key


def ids_of(records: Sequence[Record]) -> tuple[str, ...]:
    """Return the ids that records have in a dossier: their own, or derived ones.

    Derived ids never equal an id that was given to a later record.

    >>> from claimtrack.records import Attribution
    >>> a = Attribution(claim="c1", chain=["unn"])
    >>> ids_of([a, a]) == (derive_id(a), derive_id(a, 2))
    True
    """
    taken = {each.id for each in records if each.id is not None}
    found: list[str] = []
    twins: dict[str, int] = {}
    for each in records:
        key = free_id(each, taken, twins) if each.id is None else each.id
        taken.add(key)
        found.append(key)
    return tuple(found)


def _urn(public: str, twin: int) -> str:
    """Return the version-5 UUID of a name, like `uuid.uuid5` but faster."""
    name = public if twin == 1 else f"{public}#{twin}"
    data = _NAMESPACE + name.encode()
    digits = _hash()(data)
    variant = _VARIANT[digits[16]]
    return (
        f"urn:uuid:{digits[:8]}-{digits[8:12]}-5{digits[13:16]}"
        f"-{variant}{digits[17:20]}-{digits[20:32]}"
    )


@functools.cache
def _hash() -> Callable[[bytes], str]:
    from hashlib import sha1  # noqa: PLC0415  # a large library, and ids may all be given

    return lambda data: sha1(data, usedforsecurity=False).hexdigest()
