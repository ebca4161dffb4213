"""What fields accept besides their own type: records for ids, lists for tuples.

Converters only accept more types. They pass on unchanged what they do not know, so that
the check of the field can refuse it and name the field.
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
        """Its id; None until a dossier has assigned one."""
        ...


def is_list(value: object) -> bool:
    """Return whether a value is iterable, such as a list, but not text or a mapping.

    From a mapping, only the keys would be kept, and the values silently dropped.
    """
    return isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping))


def to_tuple(values: Iterable[T]) -> tuple[T, ...]:
    """Return a list, or another iterable except text and mappings, as a tuple."""
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
    """Return the ids of records, or the ids themselves, as a tuple."""
    if not is_list(values):
        return cast("tuple[str, ...]", values)
    return tuple(to_id(value) for value in values)


def to_optional_when(value: When | str | None) -> When | None:
    """Return EDTF text as a `When`, and anything else as it is."""
    if not isinstance(value, str):
        return value
    try:
        return When.parse(value)
    except InvalidRecord:
        return cast("When", value)
