"""Map leaves of a foreign document to records, and find what records say beyond them.

An import notes for each leaf which field has it, so that an export can put it back with
the field's current value.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from claimtrack.records import Alias, Normalized
from claimtrack.schema import JsonValue, is_array, is_object, write_record
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.interop._leaves import Taken
    from claimtrack.records import Attribution, Record

__all__ = [
    "OF_CHAINS",
    "Finder",
    "digest_of",
    "digest_of_saying",
    "digests_of",
    "value_at",
]

OF_CHAINS: Final = frozenset({"chain", "chain/at", "chain/occasion"})
"""Noted for a claim, but stored in the chains of its attributions."""


@attrs.frozen
class Finder:
    """Finds what the leaves became.

    Attributes:
        fields: returns the fields of a record.
        numbers: record and field → item of its list → index.
    """

    fields: Callable[[str], Mapping[str, Any]]
    numbers: dict[tuple[str, str], dict[JsonValue, int]] = attrs.Factory(
        dict[tuple[str, str], dict[JsonValue, int]]
    )

    def find(self, taken: Taken) -> tuple[str, JsonValue] | None:
        """Return the path to what a leaf became and its value there, if it exists."""
        if taken.field in OF_CHAINS:
            return taken.field, taken.item
        fields = self.fields(taken.key)
        there = fields.get(taken.field)
        if not isinstance(there, tuple):
            value = value_at(fields, taken.field)
            return None if value is None else (taken.field, value)
        numbers = self.numbers.get((taken.key, taken.field))
        if numbers is None:
            items = cast("tuple[object, ...]", there)
            numbers = {_plain(each): number for number, each in enumerate(items)}
            self.numbers[taken.key, taken.field] = numbers
        number = numbers.get(taken.item)
        return None if number is None else (f"{taken.field}/{number}", taken.item)


def value_at(record: object, path: str) -> JsonValue:
    """Return a record's value at a path, in document form; None if there is none.

    >>> from claimtrack import Document
    >>> value_at(Document(id="d", kind="page", title="Ferry"), "title")
    'Ferry'
    """
    value: Any = record
    for step in path.split("/"):
        if isinstance(value, tuple):
            items = cast("tuple[object, ...]", value)
            value = items[int(step)] if int(step) < len(items) else None
        elif is_object(value):
            value = value.get(step)
        else:
            value = getattr(value, step, None)
    return _plain(value)


def _plain(value: object) -> JsonValue:
    if isinstance(value, When):
        return value.text or value.edtf
    if isinstance(value, Alias):
        return value.text
    return value.code if isinstance(value, Normalized) else value


def digests_of(record: Record, paths: Iterable[str], name: str) -> list[str]:
    """Return digests that show whether a record changed beyond its leaves.

    For a judgement they also show whether its words and numbers have changed, and their
    meaning.

    Args:
        record: the record.
        paths: paths to values that come from the document itself.
        name: name of the format; its data in `ext` are ignored.
    """
    made = _without_kept(write_record(record), name)
    normalized = made.pop("normalized", None)
    words = [made.get("verdict"), made.get("rating")]
    # From the end of a list, so that earlier items keep their indices.
    for path in sorted(paths, key=lambda each: (len(each), each), reverse=True):
        _take_out(made, path.split("/"))
    if record.type != "assessment":
        return [digest_of(made)]
    return [digest_of(made), digest_of(words), digest_of(normalized)]


def _without_kept(made: dict[str, JsonValue], name: str) -> dict[str, JsonValue]:
    kept = {k: v for k, v in made.pop("ext", {}).items() if k != name}
    return {**made, "ext": kept}


def _take_out(made: dict[str, JsonValue], steps: list[str]) -> None:
    """Remove the value at a path from a record, and objects that become empty."""
    first, *rest = steps
    inner = made.get(first)
    if is_array(inner) and rest:
        made[first] = [*inner[: int(rest[0])], *inner[int(rest[0]) + 1 :]]
    elif is_object(inner) and rest:
        made[first] = {key: each for key, each in inner.items() if key != rest[0]}
    if not rest or not made.get(first):
        made.pop(first, None)


def digest_of_saying(attribution: Attribution, name: str) -> str:
    """Return a digest that shows whether an attribution says more than its document.

    Date and occasion are left out, because they are leaves of the document.
    """
    made = _without_kept(write_record(attribution), name)
    made.pop("id", None)
    links = [attrs.evolve(e, at=None, occasion=None) for e in attribution.chain]
    chain = attrs.evolve(attribution.chain, links=links)
    plain = write_record(attrs.evolve(attribution, chain=chain))
    return digest_of({**made, "chain": plain["chain"]})


def digest_of(value: JsonValue) -> str:
    """Return twenty hexadecimal digits that identify a JSON value.

    >>> digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    True
    """
    text = json.dumps(value, sort_keys=True, default=repr)
    return hashlib.sha256(text.encode()).hexdigest()[:20]
