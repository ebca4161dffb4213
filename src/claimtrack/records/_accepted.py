"""What fields accept besides their own type: records for ids, lists for tuples.

Converters only widen what is welcome. What they do not know they hand on as it is,
so that the field's check can refuse it by the field's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar, cast

from claimtrack.errors import InvalidRecord
from claimtrack.when import When

__all__ = [
    "Identified",
    "is_list",
    "to_id",
    "to_ids",
    "to_optional_id",
    "to_optional_when",
    "to_strings",
    "to_tuple",
]

T = TypeVar("T")


class Identified(Protocol):
    """Anything with an id: every record."""

    @property
    def id(self) -> str | None:
        """Its id, None before a dossier has given it one."""
        ...


def is_list(value: object) -> bool:
    """Return whether a value is a list or another iterable, no text and no mapping.

    Of a mapping only the keys would be kept, and the rest dropped silently.
    """
    return isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping))


def to_tuple(values: Iterable[T]) -> tuple[T, ...]:
    """Return a list, or another iterable that is no text or mapping, as a tuple."""
    return tuple(values) if is_list(values) else cast("tuple[T, ...]", values)


def to_strings(values: Iterable[str]) -> tuple[str, ...]:
    """Return texts as a tuple."""
    return to_tuple(values)


def to_id(value: str | Identified) -> str:
    """Return the id of a record, or the id itself."""
    if isinstance(value, str):
        return value
    key = getattr(value, "id", None)
    return cast("str", value if key is None else key)


def to_optional_id(value: str | Identified | None) -> str | None:
    """Return the id of a record, the id itself, or None."""
    return None if value is None else to_id(value)


def to_ids(values: Iterable[str | Identified]) -> tuple[str, ...]:
    """Return the ids of records or ids as a tuple."""
    if not is_list(values):
        return cast("tuple[str, ...]", values)
    return tuple(to_id(value) for value in values)


def to_optional_when(value: When | str | None) -> When | None:
    """Return EDTF text as a `When`."""
    if not isinstance(value, str):
        return value
    try:
        return When.parse(value)
    except InvalidRecord:
        return cast("When", value)
