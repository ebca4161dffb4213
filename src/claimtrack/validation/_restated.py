"""Prove that a record is sound: it is the same after reading and writing it again.

Building a record checks everything that the schemas check, and writing it produces no
fields that the model does not have. So this needs no schema. For a few records it is
faster than loading a schema. For many, without the extra ``fast``, it takes a fourth of
the time.
"""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING

import attrs

from claimtrack.schema import read_record, write_record

if TYPE_CHECKING:
    from claimtrack.records import Record
    from claimtrack.schema import JsonValue

__all__ = ["restated"]


def restated(value: dict[str, JsonValue]) -> Record | None:
    """Return the record if it is known to be sound; None if it may not be.

    >>> restated({"type": "claim", "id": "c1", "text": "T"}).id
    'c1'
    >>> restated({"type": "claim", "id": "c1", "text": "T", "kind": "fact"}).kind
    'fact'
    >>> restated({"type": "claim", "id": "c1", "text": "T", "tone": "dry"}) is None
    True
    """
    record, problems = read_record(value)
    if record is None or problems:
        return None
    cls: type = type(record)
    said = {key: each for key, each in _usual(cls).items() if key in value}
    # Compared as text, because 1, 1.0 and True are equal in Python.
    return record if _text(said | write_record(record)) == _text(value) else None


@functools.cache
def _usual(cls: type) -> dict[str, JsonValue]:
    """Return the default values of text fields, which need not be written."""
    fields = attrs.fields_dict(cls).items()
    return {k: e.default for k, e in fields if isinstance(e.default, str) and e.default}


def _text(value: dict[str, JsonValue]) -> str:
    return json.dumps(value, sort_keys=True)
