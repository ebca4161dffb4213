"""Restore foreign documents that were imported, from the records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from claimtrack.interop._leaves import (
    GIVEN,
    HELD,
    KEPT,
    OBJECTS,
    TEXT,
    Steps,
    is_equal,
    is_number,
)
from claimtrack.interop._whereabouts import (
    OF_CHAINS,
    digest_of_saying,
    digests_of,
    value_at,
)
from claimtrack.records import Attribution, Head
from claimtrack.schema import JsonValue, is_array, is_object, thaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Record

__all__ = ["Restored", "restore"]

_GONE: Final = object()
"""Represents a leaf that no record has any more."""


@attrs.define
class _Document:
    """A document that is being restored.

    Attributes:
        leaves: path → leaf.
        objects: paths of objects whose keys look like the indices of items.
    """

    leaves: dict[Steps, JsonValue] = attrs.Factory(dict["Steps", "JsonValue"])
    objects: set[Steps] = attrs.Factory(set["Steps"])


@attrs.frozen
class Restored:
    """The documents that a dossier was imported from, with later changes.

    Attributes:
        documents: the documents as JSON, in the order of their records.
        ids: ids of the records that came from them.
        is_whole: whether they say everything that the dossier says.
    """

    documents: tuple[JsonValue, ...]
    ids: frozenset[str]
    is_whole: bool


def restore(dossier: Dossier, name: str) -> Restored:
    """Return the documents of a format that a dossier was imported from.

    Args:
        dossier: the dossier, with the data that the import kept in `ext`.
        name: name of the format.
    """
    documents: dict[str, _Document] = {}
    made: dict[str, list[str]] = {}
    said: set[str] = set()
    paths: dict[str, set[str]] = {}
    for part in _parts(dossier, name):
        place = part["place"]
        document = documents.setdefault(str(place["document"]), _Document())
        root = _to_steps(str(place["root"]))
        made |= part.get("made", {})
        said |= set(part.get("said", {}))
        _put_back(dossier, document, root, part)
        for key, held in part.get(HELD, {}).items():
            found = (e if isinstance(e, str) else e[0] for e in held.values())
            paths[key] = paths.get(key, set()) | {*found}
    return Restored(
        documents=tuple(_build(each) for each in documents.values()),
        ids=frozenset(made),
        is_whole=dossier.head == Head()
        and all(
            _is_said(each, made.get(str(each.id)), said, paths, name)
            for each in dossier.values()
        ),
    )


def _parts(dossier: Dossier, name: str) -> Iterator[dict[str, Any]]:
    """Yield the kept data of an import that have a place in a document."""
    for record in dossier.values():
        kept = thaw(record.ext).get(name)
        for part in kept if is_array(kept) else ():
            inner = part.get("around", part) if is_object(part) else None
            if is_object(inner) and is_object(inner.get("place")):
                yield inner


def _put_back(
    dossier: Dossier, document: _Document, root: Steps, part: dict[str, Any]
) -> None:
    """Put the leaves of a part back in their places."""
    given = {**part.get(GIVEN, {})}
    for text, value in part.get(TEXT, {}).items():
        given[json.loads(text)] = _of_text(value)
    for pointer, value in {**given, **part.get(KEPT, {})}.items():
        document.leaves[(*root, *_to_steps(pointer))] = value
    for text in part.get(OBJECTS, {}):
        document.objects.add((*root, *_to_steps(json.loads(text))))
    for key, held in part.get(HELD, {}).items():
        for pointer, place in held.items():
            steps = (*root, *_to_steps(pointer))
            value = _leaf(dossier, key, place, given.get(pointer))
            if value is _GONE:
                document.leaves.pop(steps, None)
            else:
                document.leaves[steps] = value


def _of_text(text: str) -> JsonValue:
    """Return a value that was kept as JSON text, or as hexadecimal digits."""
    return int(text, 16) if text.lstrip("-").startswith("0x") else json.loads(text)


def _leaf(
    dossier: Dossier, key: str, place: str | list[JsonValue], given: JsonValue
) -> object:
    """Return the current value of a leaf: the original if its field has not changed.

    Args:
        dossier: the dossier.
        key: id of the record that had it.
        place: the path to it there, and its value at import.
        given: the original leaf, if that differs.
    """
    path, became = (place, None) if isinstance(place, str) else place
    record = dossier.get(key)
    if record is None:
        return _GONE
    if path in OF_CHAINS:
        now = _of_chains(dossier, key, path, became)
    else:
        now = value_at(record, path)
    if now is None:
        return _GONE
    if became is not None and is_equal(now, became):
        return became if given is None else given
    if isinstance(given, str) and not isinstance(now, str):
        return str(now)
    return now


def _of_chains(dossier: Dossier, claim: str, path: str, became: JsonValue) -> JsonValue:
    """Return when, or on what occasion, a claim was made: the original if unchanged."""
    values = [
        value_at(each.chain.head, path.removeprefix("chain/"))
        for each in dossier.attributions
        if each.claim == claim and path != "chain"
    ]
    there = [each for each in values if each is not None]
    return became if became in there or path == "chain" else next(iter(there), None)


def _is_said(
    record: Record,
    digests: list[str] | None,
    said: set[str],
    paths: dict[str, set[str]],
    name: str,
) -> bool:
    """Return whether a document says everything that a record says."""
    if isinstance(record, Attribution):
        return digest_of_saying(record, name) in said
    if digests is None:
        return False
    now = digests_of(record, paths.get(str(record.id), ()), name)
    # With other words, a verdict may have another meaning.
    is_same = now[2:] == digests[2:] or now[1:2] != digests[1:2]
    return now[0] == digests[0] and is_same


def _to_steps(pointer: str) -> Steps:
    """Return the path that a JSON Pointer means.

    Source: RFC 6901, section 4.
    """
    steps = pointer.split("/")[1:]
    return tuple(each.replace("~1", "/").replace("~0", "~") for each in steps)


def _build(document: _Document) -> JsonValue:
    """Return the value that leaves belong to; lists close up over missing items."""
    top: dict[str, Any] = {}
    for steps, leaf in document.leaves.items():
        inner = top
        for step in ("", *steps)[:-1]:
            inner = inner.setdefault(step, {})
        inner[("", *steps)[-1]] = _Leaf(leaf)
    waiting: list[tuple[dict[str, Any], str, Steps]] = [(top, "", ())]
    order: list[tuple[dict[str, Any], str, Steps]] = []
    while waiting:
        holder, key, way = waiting.pop()
        order.append((holder, key, way))
        value = holder.get(key)
        if isinstance(value, dict):
            children = cast("dict[str, Any]", value)
            waiting += [(children, each, (*way, each)) for each in children]
    for holder, key, way in reversed(order):
        holder[key] = _closed(holder.get(key), is_object=way in document.objects)
    return top[""]


@attrs.frozen
class _Leaf:
    """A leaf in a tree, which may be an empty object."""

    value: JsonValue


def _closed(value: object, *, is_object: bool) -> JsonValue:
    """Return a node of the tree as JSON."""
    if isinstance(value, _Leaf):
        return value.value
    children = cast("dict[str, JsonValue]", value or {})
    if is_object or not children or not all(map(is_number, children)):
        return children
    return [children[each] for each in sorted(children, key=int)]
