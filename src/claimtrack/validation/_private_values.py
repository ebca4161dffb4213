"""Decide which values of a raw input no finding may show."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from claimtrack.records import (
    PRIVATE_IN_CONTEXT,
    RECORD_TYPES,
    DocumentKind,
    SourceKind,
    words,
)
from claimtrack.schema import NAMES, JsonValue, is_array, is_object, load_schema
from claimtrack.validation._fault import value_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.schema import Path

__all__ = ["known_fields", "privacy_of", "shared_fields"]

ANY: Final = ""
"""Represents an unknown record type."""

_OF_UNNAMED: Final = PRIVATE_IN_CONTEXT["link-to-unnamed"]
"""Fields of a link that could reveal an unnamed source."""

_OF_NOBODY: Final = PRIVATE_IN_CONTEXT["link-to-nobody"]
"""Fields of a link that could reveal who is not on record."""

_TELLING: Final = frozenset({"name"}).union(
    PRIVATE_IN_CONTEXT["leak"], PRIVATE_IN_CONTEXT["unnamed"]
)
"""Fields that could name an unnamed source, or the source of a leak."""

_PRIVATE_SOMEWHERE: Final = _TELLING.union(_OF_UNNAMED)
"""Fields that are private in one place and public in another."""

_NAMED: Final = frozenset(words(SourceKind)) - {"unnamed"}
"""Kinds of source that do not have to stay unnamed."""

_OPEN: Final = (_NAMED | frozenset(words(DocumentKind))) - {"leak"}
"""Kinds of source and document whose identifying fields are not secret."""


def privacy_of(root: JsonValue) -> Callable[[Path], bool]:
    """Return a function that tells whether a path in `root` is private.

    These are private: fields that the schemas mark with ``x-private`` and everything
    inside them; when, where and to whom an unnamed source spoke, and anything that
    could name it; and where a leak is kept. If in doubt, a value is private: under a
    key that no schema knows, which may be a misspelt private one; if a kind is unknown;
    and if the source of a link cannot be looked up.
    """
    known, unknown = known_fields(), _marked()[ANY]
    named = _named_sources(root)

    def is_private(path: Path) -> bool:
        value: JsonValue = root
        marked = unknown
        for index, step in enumerate(path):
            if is_object(value) and "type" in value:
                marked = _marked_of(value["type"])
            if isinstance(step, str):
                if step in marked or step not in known:
                    return True
                is_open = step not in _PRIVATE_SOMEWHERE or not is_object(value)
                if not is_open and _is_hidden(value, step, path[:index], named):
                    chain = value_at(root, path[: index - 1])
                    if not _is_of_nobody(value, step, path[:index], chain):
                        return True
            value = value_at(value, (step,))
        return False

    return is_private


def _is_hidden(
    owner: dict[str, JsonValue], step: str, above: Path, named: frozenset[str]
) -> bool:
    if "chain" in above and step in _OF_UNNAMED:
        return not _is_one_of(owner.get("source"), named)
    return step in _TELLING and not _is_one_of(owner.get("kind"), _OPEN)


def _is_of_nobody(
    owner: dict[str, JsonValue], step: str, above: Path, chain: JsonValue
) -> bool:
    """Return whether a field is public because its chain has nobody on record."""
    is_alone = above[-2:-1] == ("chain",) and is_array(chain) and len(chain) == 1
    others = _link_fields() - {"source", "candidates"}
    # An unknown key of a link may be a misspelling of "source".
    return is_alone and owner.keys() <= others and step not in _OF_NOBODY


@functools.cache
def _link_fields() -> frozenset[str]:
    return frozenset(shared_fields(load_schema("attribution")))


def _is_one_of(value: JsonValue, words_known: frozenset[str]) -> bool:
    return isinstance(value, str) and value in words_known


@functools.cache
def known_fields() -> frozenset[str]:
    """Return every field of a record, a dossier or a value inside them."""
    found: set[str] = set()
    todo: list[JsonValue] = [load_schema(name) for name in NAMES]
    while todo:
        node = todo.pop()
        if is_object(node):
            found.update(node.get("properties", {}))
            todo.extend(node.values())
        elif is_array(node):
            todo.extend(node)
    return frozenset(found)


def _marked_of(record_type: JsonValue) -> frozenset[str]:
    """Return the fields that are private in a record of this type.

    If the type is unknown, a field is private if it is private in any type.
    """
    marked = _marked()
    known = isinstance(record_type, str) and record_type in marked
    return marked[record_type if known else ANY]


@functools.cache
def _marked() -> dict[str, frozenset[str]]:
    """Return the fields that the schemas mark as private, by record type."""
    marked: dict[str, frozenset[str]] = {}
    for name in RECORD_TYPES:
        schema = load_schema(name)
        fields = {**schema.get("properties", {}), **shared_fields(schema)}
        marked[name] = frozenset(k for k, v in fields.items() if v.get("x-private"))
    return {ANY: frozenset[str]().union(*marked.values()), **marked}


def shared_fields(schema: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Return the field definitions that all kinds of a record share."""
    group: dict[str, JsonValue] = schema.get("$defs", {}).get("fields", {})
    fields: dict[str, JsonValue] = group.get("properties", {})
    return fields


def _named_sources(root: JsonValue) -> frozenset[str]:
    """Return the ids that belong to a named source and to nothing else."""
    records = root.get("records") if is_object(root) else None
    if not is_array(records):
        return frozenset()
    named: set[str] = set()
    others: set[str] = set()
    for each in records:
        key = each.get("id") if is_object(each) else None
        if isinstance(key, str):
            is_source = each.get("type") == "source"
            is_named = is_source and _is_one_of(each.get("kind"), _NAMED)
            (named if is_named else others).add(key)
    return frozenset(named - others)
