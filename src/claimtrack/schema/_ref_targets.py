"""Find the ids in a record's JSON that refer to other records."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.records import (
    EXTERNAL,
    RECORD_TYPES,
    REFERENCES,
    RELATION_ENDS,
    Relation,
)
from claimtrack.schema._mapping import NESTED, SHORTHANDS, Path
from claimtrack.schema._store import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.schema._store import JsonValue

__all__ = ["Reference", "find_references"]


@attrs.frozen
class Reference:
    """An id in a record that refers to another record.

    Attributes:
        path: path from the record to the id.
        id: the id.
        types: the record types that it may refer to.
        external: whether an IRI may refer to something outside the dossier.
    """

    path: Path
    id: str
    types: tuple[str, ...]
    external: bool


def find_references(data: Mapping[str, JsonValue]) -> Iterator[Reference]:
    """Yield the references in a record's JSON, even if its shape is wrong.

    >>> claim = {"type": "attribution", "claim": "c1", "chain": ["unn"]}
    >>> [(r.path, r.id) for r in find_references(claim)]
    [(('claim',), 'c1'), (('chain', 0), 'unn')]
    """
    cls = RECORD_TYPES.get(str(data.get("type")))
    if cls is not None:
        yield from _inside(cls, data, ())


def _inside(cls: type, data: JsonValue, path: Path) -> Iterator[Reference]:
    targets = REFERENCES.get(cls, {})
    if isinstance(data, str):
        # A shorthand: the text is the only field, at the path of the value itself.
        types = targets.get(SHORTHANDS.get(cls, ""))
        if types is not None:
            yield Reference(path, data, types, external=False)
    if not is_object(data):
        return
    nested = NESTED.get(cls, {})
    for key, value in data.items():
        if key not in targets and key not in nested:
            continue
        many = is_array(value)
        items = value if is_array(value) else [value]
        for index, item in enumerate(items):
            here = (*path, key, index) if many else (*path, key)
            if key in targets and isinstance(item, str):
                types = _types(cls, key, data) or targets[key]
                yield Reference(here, item, types, (cls, key) in EXTERNAL)
            elif isinstance(inner := nested.get(key), type):
                yield from _inside(inner, item, here)


def _types(cls: type, key: str, given: dict[str, JsonValue]) -> tuple[str, ...] | None:
    """Return the allowed record types for an end of a relation of this kind."""
    if cls is Relation and key in ("subject", "object"):
        kind = str(given.get("kind"))
        return next((ends for k, ends in RELATION_ENDS.items() if k == kind), None)
    return None
