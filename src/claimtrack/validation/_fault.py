"""Faults (findings in the making), and the names of the places they are about."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import CODES, clip
from claimtrack.records import RECORD_TYPES
from claimtrack.schema import JsonValue, Path, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

__all__ = [
    "Fault",
    "authority",
    "field_name",
    "is_dossier",
    "public_part",
    "record_at",
    "record_id",
    "record_index",
    "up_to",
    "value_at",
]


@attrs.frozen(kw_only=True)
class Fault:
    """A finding in the making: everything but its place in a file.

    Attributes:
        path: from the top of the input to the value, or to the key that is wrong, as
            far as it may be shown.
        code: its code.
        message: what is wrong.
        fix: what to do; empty to use the general advice of the code.
        rule: the schema that is violated; empty for the authority behind the code.
        at_key: whether the key is meant rather than the value.
        spot: its place in the text, if that is not at `path`: another path, or offsets.
        related: other places of the same mistake.
    """

    path: Path = attrs.field(repr=False)
    code: str
    message: str
    fix: str = ""
    rule: str = ""
    at_key: bool = False
    spot: Path | slice | None = attrs.field(default=None, repr=False)
    related: tuple[Path, ...] = ()

    @property
    def exact_path(self) -> Path:
        """The full path to the value, even if only part of it may be shown."""
        return self.spot if isinstance(self.spot, tuple) else self.path


def authority(code: str) -> str:
    """Return the authority for a code: the standard or the name of the check.

    >>> authority("CT022"), authority("CT702")
    ('ISO 8601-2', 'duplicate-id')
    """
    return CODES[code].authority or CODES[code].name


def is_dossier(root: dict[str, JsonValue]) -> bool:
    """Return whether an object is meant as a dossier rather than as a record."""
    known = isinstance(kind := root.get("type"), str) and kind in RECORD_TYPES
    return not known and ("records" in root or "claimtrack" in root)


def record_index(path: Path) -> int | None:
    """Return the index of the record that a path leads into; None if there is none.

    >>> record_index(("records", 3, "text")), record_index(("title",))
    (3, None)
    """
    if len(path) > 1 and path[0] == "records" and isinstance(path[1], int):
        return path[1]
    return None


def record_at(root: JsonValue, path: Path) -> tuple[dict[str, JsonValue] | None, Path]:
    """Return the record that a path leads into, if any, and the rest of the path.

    >>> record_at({"records": [{"type": "claim"}]}, ("records", 0, "text"))
    ({'type': 'claim'}, ('text',))
    """
    if not is_object(root):
        return None, path
    if not is_dossier(root):
        return root, path
    index = record_index(path)
    record = None if index is None else root["records"][index]
    return (record, path[2:]) if is_object(record) else (None, path)


def record_id(record: dict[str, JsonValue] | None) -> str | None:
    """Return the id of a record in a form that may be shown; None if it has none.

    >>> record_id({"type": "claim", "id": "c1"})
    'c1'
    """
    key = None if record is None else record.get("id")
    return clip(key) if isinstance(key, str) else None


def field_name(
    root: JsonValue, record: dict[str, JsonValue] | None, inside: Path
) -> str:
    """Return a path in readable form: the owner of the field, then the steps.

    Args:
        root: the checked value.
        record: the record that the path leads into, if any.
        inside: the path within that record.

    >>> field_name({}, {"type": "claim"}, ("text",))
    'claim.text'
    """
    if record is not None:
        kind = record.get("type")
        known = isinstance(kind, str) and kind in RECORD_TYPES
        return _dotted(str(kind) if known else "record", _short(inside))
    return _dotted("dossier", _short(inside)) if is_object(root) else ""


_SHOWN: Final = 64
"""Characters read from each step: a few more than are shown of all steps together."""


def _short(path: Path) -> tuple[str, ...]:
    """Return steps shortened to what is shown, so that nothing long is kept."""
    return tuple([str(step)[:_SHOWN] for step in path])


@functools.lru_cache
def _dotted(owner: str, inside: tuple[str, ...]) -> str:
    return clip(".".join([owner, *inside]))


def value_at(root: JsonValue, path: Path) -> JsonValue:
    """Return the value at a path; None if there is none.

    >>> value_at({"chain": ["unn"]}, ("chain", 0)), value_at([], ("chain",))
    ('unn', None)
    """
    value = root
    for step in path:
        if is_object(value):
            value = value.get(str(step))
        elif is_array(value) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def up_to(most: int, faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield at most `most` faults, and one more that says if others were left out.

    >>> fault = Fault(path=(), code="CT010", message="7 is not text")
    >>> len(list(up_to(2, [fault] * 9)))
    3
    """
    return itertools.islice(faults, max(most, 0) + 1)


def public_part(path: Path, is_private: Callable[[Path], bool]) -> Path:
    """Return the part of a path that may be shown: up to the first private value.

    Keys inside foreign data are as private as their values.
    """
    ends = range(1, len(path))
    return path[: next((end for end in ends if is_private(path[:end])), len(path))]
