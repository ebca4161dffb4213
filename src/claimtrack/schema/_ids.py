"""Ids for records that have none of their own."""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.records import ALWAYS_PRIVATE, PRIVATE_IN_CONTEXT
from claimtrack.schema._store import is_array, is_object
from claimtrack.schema._writers import write_record

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping, Sequence
    from hashlib import _Hash as HASH

    from claimtrack.records import Record
    from claimtrack.schema._store import JsonValue

__all__ = ["derive_id", "free_id", "ids_of", "is_derived_id"]

_NAMESPACE: Final = bytes.fromhex("5916e0be809c57498103eb821df659d1")

_WRITE: Final = json.JSONEncoder(sort_keys=True, ensure_ascii=False).encode

_VARIANT: Final = dict(zip("0123456789abcdef", "89ab" * 4, strict=True))
"""Digit of a hash → the digit with the two bits of the variant set."""

_LEFT_OUT: Final = (
    ALWAYS_PRIVATE | PRIVATE_IN_CONTEXT["link-to-unnamed"] | frozenset({"id"})
)
"""Fields that an id does not depend on, at any depth: the private ones, so that an id
gives nothing away and two dossiers that differ in these alone have the same ids."""

_DERIVED: Final = re.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-.*")


def is_derived_id(key: str) -> bool:
    """Return whether an id looks like one that was derived: a version-5 UUID.

    Nobody can look for such an id in a file that leaves it out.

    >>> from claimtrack.records import Attribution
    >>> is_derived_id(derive_id(Attribution(claim="c1", chain=["unn"])))
    True
    >>> is_derived_id("a1")
    False
    """
    return _DERIVED.fullmatch(key) is not None


def derive_id(record: Record, twin: int = 1) -> str:
    """Return an id made of the record's public fields, a version-5 UUID as a URN.

    The same fields give the same id in every dossier and on every machine.

    Args:
        record: a record; its own id does not count.
        twin: which of several records with the same public fields it is, from 1.

    >>> from claimtrack.records import Attribution
    >>> derive_id(Attribution(claim="c1", chain=["unn"]))
    'urn:uuid:...'

    Source: RFC 9562, section 5.5.
    """
    return _urn(_public(type(record), write_record(record)), twin)


def _public(cls: type, data: Mapping[str, JsonValue]) -> str:
    """Return the text of all that an id depends on."""
    secret = _secret(cls)
    written = {k: v for k, v in data.items() if k not in secret}
    if len(written.get("normalized", ())) == 1:
        # As it was written before there could be several: its ids stay.
        (written["normalized"],) = written["normalized"]
    return _WRITE(_without_private(written))


def free_id(
    record: Record,
    taken: Container[str],
    written: Mapping[str, JsonValue] | None = None,
) -> str:
    """Return the derived id of a record: of its twins, the first that is not taken.

    Args:
        record: a record; its own id does not count.
        taken: ids that others have.
        written: the record as JSON, where it is at hand.

    >>> from claimtrack.records import Attribution
    >>> a = Attribution(claim="c1", chain=["unn"])
    >>> free_id(a, {derive_id(a)}) == derive_id(a, 2)
    True
    """
    public = _public(type(record), written or write_record(record))
    twin = 1
    while (key := _urn(public, twin)) in taken:
        twin += 1
    return key


def ids_of(records: Sequence[Record]) -> tuple[str, ...]:
    """Return the ids that records have in a dossier: their own, else derived ones.

    Derived ids keep clear of those that later records have.

    >>> from claimtrack.records import Attribution
    >>> a = Attribution(claim="c1", chain=["unn"])
    >>> ids_of([a, a]) == (derive_id(a), derive_id(a, 2))
    True
    """
    taken = {each.id for each in records if each.id is not None}
    found: list[str] = []
    for each in records:
        key = free_id(each, taken) if each.id is None else each.id
        taken.add(key)
        found.append(key)
    return tuple(found)


@functools.cache
def _secret(cls: type) -> frozenset[str]:
    """Return the fields that are private in this type of record alone."""
    return frozenset(f.name for f in attrs.fields(cls) if f.metadata.get("secret"))


def _urn(public: str, twin: int) -> str:
    """Return the version-5 UUID of a name, as `uuid.uuid5` gives it at more cost."""
    name = public if twin == 1 else f"{public}#{twin}"
    data = _NAMESPACE + name.encode()
    digits = _sha1()(data, usedforsecurity=False).hexdigest()
    variant = _VARIANT[digits[16]]
    return (
        f"urn:uuid:{digits[:8]}-{digits[8:12]}-5{digits[13:16]}"
        f"-{variant}{digits[17:20]}-{digits[20:32]}"
    )


@functools.cache
def _sha1() -> Callable[..., HASH]:
    from hashlib import sha1  # noqa: PLC0415  # a large library, and ids may all be given

    return sha1


def _without_private(value: JsonValue) -> JsonValue:
    if is_object(value):
        if not _LEFT_OUT.isdisjoint(value):
            value = {key: value[key] for key in value if key not in _LEFT_OUT}
        held = {
            key: _without_private(each)
            for key, each in value.items()
            if not isinstance(each, str)
        }
        return {**value, **held} if held else value
    if is_array(value):
        return [
            each if isinstance(each, str) else _without_private(each) for each in value
        ]
    return value
