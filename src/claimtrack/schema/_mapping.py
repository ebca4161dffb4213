"""JSON ↔ record: one mapping, in tables, for every file and format.

Reading expects JSON that has passed the schemas, and reports every value that makes no
sense, with its place. Values that have not passed are skipped, because their shape is
already reported.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.records import (
    RECORD_TYPES,
    Alias,
    Anonymity,
    Assessment,
    Attribution,
    Candidate,
    Claim,
    Condition,
    Count,
    Document,
    Excerpt,
    Link,
    Normalized,
    Notice,
    Quantity,
    Rating,
    Recorded,
    Relation,
    Response,
    Source,
    Waiver,
)
from claimtrack.scales import Confidence
from claimtrack.schema._store import is_array, is_object
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimtrack.records import Record
    from claimtrack.schema._store import JsonValue

__all__ = [
    "ALWAYS",
    "NESTED",
    "SHORTHANDS",
    "Path",
    "Problem",
    "read_record",
]

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices from a record to a value inside it."""

WHOLE: Final = "whole"
"""Marks a whole number: 2.0 is an integer in JSON Schema, but not in Python."""

NESTED: Final[dict[type, dict[str, type | Literal["whole"]]]] = {
    Source: {"aka": Alias, "count": Count, "anonymity": Anonymity},
    Count: {"min": WHOLE, "max": WHOLE},
    Document: {"published": When, "modified": When, "retrieved": When},
    Claim: {
        "holds": When,
        "quantity": Quantity,
        "condition": Condition,
        "response": Response,
    },
    Response: {"sought": When},
    Attribution: {"chain": Link, "excerpts": Excerpt, "recorded": Recorded},
    Link: {"candidates": Candidate, "at": When, "embargo_until": When},
    Excerpt: {"start": WHOLE, "end": WHOLE, "link": WHOLE},
    Recorded: {"at": When},
    Assessment: {
        "rating": Rating,
        "normalized": Normalized,
        "confidence": Confidence,
        "at": When,
    },
    Relation: {"at": When},
    Notice: {"at": When},
    Waiver: {"until": When},
}
"""Class → field → the type as which its value, or each item of its list, is read."""

SHORTHANDS: Final[dict[type, str]] = {Link: "source", Alias: "text", When: "edtf"}
"""Class → the field that is written as plain text if no other field is set."""

ALWAYS: Final[dict[type, frozenset[str]]] = {Count: frozenset({"min"})}
"""Class → the fields that are written even with their default value."""

_KEPT: Final = 4_096
"""Cache size for dates, links and aliases that consist of one text: they repeat."""

_UNREAD: Final = object()
"""Represents a value that could not be built."""


@attrs.frozen
class Problem:
    """A value that makes no sense, and its place.

    Attributes:
        path: path from the record to the value.
        error: what is wrong with the value.
    """

    path: Path
    error: InvalidRecord


def read_record(
    data: Mapping[str, JsonValue],
) -> tuple[Record | None, tuple[Problem, ...]]:
    """Return the record that `data` describes, or None and all of its problems.

    >>> read_record({"type": "claim", "id": "c1", "text": "…"})[0].id
    'c1'
    """
    problems: list[Problem] = []
    cls = RECORD_TYPES.get(str(data.get("type")))
    if cls is None:
        return None, ()
    fields = {key: value for key, value in data.items() if key != "type"}
    record = _read(cls, fields, (), problems)
    built = None if record is _UNREAD else cast("Record", record)
    return built, tuple(problems)


def _read(cls: type, data: JsonValue, path: Path, problems: list[Problem]) -> object:
    short = cls in SHORTHANDS and isinstance(data, str)
    given: JsonValue = {} if short else data
    if not is_object(given) or not given.keys() <= _names_of(cls):
        return _UNREAD
    nested = NESTED.get(cls, {})
    values = {
        key: _read_field(nested[key], value, (*path, key), problems)
        if key in nested
        else value
        for key, value in given.items()
    }
    if any(value is _UNREAD for value in values.values()):
        return _UNREAD
    build: Callable[..., object] = cls
    try:
        return _of_text(cls, data) if short else build(**values)
    except TypeError:
        # A field is missing, which the schema reports.
        return _UNREAD
    except InvalidRecord as error:
        steps = [int(p) if p.isdigit() else p for p in error.field.split(".") if p]
        # The traceback refers to everything that was read, and so to the error itself.
        alone = error.with_traceback(None)
        alone.__cause__ = alone.__context__ = None
        problems.append(Problem(path if short else (*path, *steps), alone))
        return _UNREAD


@functools.lru_cache(_KEPT)
def _of_text(cls: type, text: str) -> object:
    """Return the value that a shorthand means."""
    return cls(**{SHORTHANDS[cls]: text})


@functools.cache
def _names_of(cls: type) -> frozenset[str]:
    return frozenset(attrs.fields_dict(cls))


def _read_field(
    shape: type | Literal["whole"],
    value: JsonValue,
    path: Path,
    problems: list[Problem],
) -> object:
    if shape == "whole":
        return int(value) if isinstance(value, float) and value.is_integer() else value
    if is_array(value):
        read = [
            _read(shape, each, (*path, index), problems)
            for index, each in enumerate(value)
        ]
        return _UNREAD if any(each is _UNREAD for each in read) else tuple(read)
    return _read(shape, value, path, problems)
