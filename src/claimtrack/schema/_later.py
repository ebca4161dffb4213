"""Keep fields of a newer minor version of the format in ``ext``; write them back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimtrack.records import RECORD_TYPES
from claimtrack.schema._mapping import NESTED, SHORTHANDS
from claimtrack.schema._store import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.schema._mapping import Path
    from claimtrack.schema._store import JsonValue

__all__ = ["FORMAT", "LATER", "is_newer", "put_back", "set_aside"]

FORMAT: Final = "1.0"
"""The format version of written files."""

LATER: Final = "claimtrack-later"
"""Key in ``ext`` for fields that this version does not know."""


_VERSION: Final = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})")
_INDEX: Final = re.compile(r"[0-9]{1,9}")
"""An index of limited length: Python refuses to convert very long digit strings."""


def is_newer(version: JsonValue) -> bool:
    """Return whether a format version is a newer minor version than this one.

    >>> is_newer("1.0"), is_newer("1.3"), is_newer("2.0")
    (False, True, False)
    """
    found = _VERSION.fullmatch(version) if isinstance(version, str) else None
    ours, _, last = FORMAT.partition(".")
    return found is not None and found[1] == ours and int(found[2]) > int(last)


def set_aside(record: dict[str, JsonValue], paths: Iterable[Path]) -> None:
    """Move the fields at these paths of a record's JSON into its ``ext``.

    >>> claim = {"type": "claim", "id": "c1", "text": "T", "tone": "dry"}
    >>> set_aside(claim, [("tone",)])
    >>> claim["ext"]
    {'claimtrack-later': {'/tone': 'dry'}}
    """
    kept: dict[str, JsonValue] = {}
    for path in paths:
        owner: JsonValue = record
        for step in path[:-1]:
            owner = owner[step]
        kept[_pointer(path)] = owner.pop(path[-1])
    foreign = record.get("ext", {})
    if is_object(foreign):
        record["ext"] = {**foreign, LATER: kept}


def put_back(record: dict[str, JsonValue]) -> None:
    """Undo `set_aside`; fields whose place no longer exists stay in ``ext``."""
    foreign = record.get("ext")
    kept = foreign.get(LATER) if is_object(foreign) else None
    if not is_object(foreign) or not is_object(kept):
        return
    homeless = {k: v for k, v in kept.items() if not _put(record, k, v)}
    rest = {key: value for key, value in foreign.items() if key != LATER}
    if homeless:
        rest[LATER] = homeless
    if rest:
        record["ext"] = rest
    else:
        del record["ext"]


def _put(owner: JsonValue, pointer: str, value: JsonValue) -> bool:
    """Put a value at its place in a record, and return whether the place exists."""
    if not pointer.startswith("/"):
        return False
    *above, last = [_plain(step) for step in pointer.split("/")[1:]]
    cls: object = RECORD_TYPES.get(str(owner.get("type")))
    for step in above:
        owner = _alone(owner, step)
        key = _key(owner, step)
        if key is None:
            return False
        if isinstance(key, str):
            cls = NESTED.get(cls, {}).get(key) if isinstance(cls, type) else None
        inner: JsonValue = owner[key]
        if isinstance(inner, str) and isinstance(cls, type) and cls in SHORTHANDS:
            # The value was written in short form, because no other known field is set.
            owner[key] = inner = {SHORTHANDS[cls]: inner}
        owner = inner
    owner = _alone(owner, last)
    if not is_object(owner) or last in owner:
        return False
    owner[last] = value
    return True


def _alone(owner: JsonValue, step: str) -> JsonValue:
    """Return the value at a step; if it is a one-item list now, return the item."""
    is_one = is_array(owner) and len(owner) == 1 and not _INDEX.fullmatch(step)
    return owner[0] if is_one else owner


def _key(owner: JsonValue, step: str) -> str | int | None:
    """Return the key or index that a step means; None if it leads nowhere."""
    if is_object(owner):
        return step if step in owner else None
    if is_array(owner) and _INDEX.fullmatch(step) and int(step) < len(owner):
        return int(step)
    return None


def _pointer(path: Path) -> str:
    steps = (str(each).replace("~", "~0").replace("/", "~1") for each in path)
    return "".join(f"/{each}" for each in steps)


def _plain(step: str) -> str:
    return step.replace("~1", "/").replace("~0", "~")
