"""Whether records surely hold together, found out with sets: no places, no words.

Where these say so, the finders of `_integrity` and `_coherence` find nothing; where
they do not, the finders decide. Each record is sound by itself: its shape is known.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.findings import CODES
from claimtrack.records import (
    EXTERNAL,
    RECORD_TYPES,
    REFERENCES,
    RELATION_ENDS,
    Relation,
    name_key,
)
from claimtrack.schema import NESTED, SHORTHANDS, JsonValue, is_object
from claimtrack.validation._coherence import IDENTIFYING, OURS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = [
    "Groups",
    "References",
    "grouped",
    "hold_together",
    "is_coherent",
    "is_integral",
    "references_of",
]

Node: TypeAlias = "dict[str, JsonValue]"

Groups: TypeAlias = "Mapping[str, Sequence[Node]]"
"""The records of a dossier, by their types."""

Found: TypeAlias = "dict[tuple[str, ...], set[str]]"
"""Types of record → the ids that have to lead to one of them."""

_OUTSIDE: Final = ("",)
"""Stands for the types of what may lead out of the dossier as well."""

_PASSIVE: Final = ("source", "document")
"""Types of record that something else has to lead to."""

_JOINING: Final = frozenset({"same-as", "supersedes", "version-of"})
"""Kinds of relation that make records one, or that could run in a circle."""


@attrs.frozen
class References:
    """The ids that records refer to, by the type of record that refers.

    Attributes:
        found: type of record → what its records refer to.
    """

    found: Mapping[str, Found]

    def of(self, *types: str) -> set[str]:
        """Return all ids that records of these types refer to."""
        sets = (ids for each in types for ids in self.found.get(each, {}).values())
        return set[str]().union(*sets)


def grouped(records: Sequence[JsonValue]) -> dict[str, list[Node]] | None:
    """Return records by their types; None where one has none that we know."""
    groups: dict[str, list[Node]] = {}
    for each in records:
        kind: JsonValue = each.get("type") if is_object(each) else None
        if isinstance(kind, str):
            groups.setdefault(kind, []).append(each)
        else:
            return None
    return groups if groups.keys() <= RECORD_TYPES.keys() else None


def hold_together(records: Sequence[JsonValue]) -> bool:
    """Return whether sound records surely hold together, and nothing is to be said."""
    groups = grouped(records)
    if groups is None:
        return False
    references = references_of(groups)
    return is_integral(groups, references) and is_coherent(groups, references)


def references_of(groups: Groups) -> References:
    """Return what records refer to.

    >>> claim = {"type": "claim", "id": "c1", "text": "It stops", "about": ["ferry"]}
    >>> references_of({"claim": [claim]}).of("claim")
    {'ferry'}
    """
    found: dict[str, Found] = {}
    for record_type, records in groups.items():
        cls: type = RECORD_TYPES[record_type]
        gather = _gatherer(cls)
        into = found[record_type] = _nothing()
        for each in records:
            gather(each, into)
    return References(found)


def is_integral(groups: Groups, references: References) -> bool:
    """Return whether ids are surely unique, and all references lead where they may."""
    ids = {
        record_type: {each["id"] for each in records if "id" in each}
        for record_type, records in groups.items()
    }
    every = set[str]().union(*ids.values())
    given = sum("id" in each for records in groups.values() for each in records)
    if len(every) != given:
        return False
    nobody = set[str]()
    for found in references.found.values():
        for types, named in found.items():
            if types == _OUTSIDE:
                if not all(":" in each for each in named - every):
                    return False
            elif not named <= nobody.union(*(ids.get(each, nobody) for each in types)):
                return False
    return True


def is_coherent(groups: Groups, references: References) -> bool:
    """Return whether there is surely nothing that does not fit together."""
    return (
        not any(each["kind"] in _JOINING for each in groups.get("relation", ()))
        and all(map(_is_in_force, groups.get("waiver", ())))
        and _have_names_of_their_own(groups.get("source", ()))
        and _begin_with_publishers(groups)
        and _are_reached(groups, references)
    )


def _is_in_force(waiver: Node) -> bool:
    rule: str = waiver["rule"]
    return "until" not in waiver and (not rule.startswith(OURS) or rule in CODES)


def _have_names_of_their_own(sources: Sequence[Node]) -> bool:
    """Return whether no two of these sources share a name."""
    owned: set[tuple[str, str]] = set()
    for each in sources:
        if each["kind"] in IDENTIFYING:
            owned.add((name_key(each["name"]), each["id"]))
            for alias in each.get("aka", ()):
                text = alias if isinstance(alias, str) else alias["text"]
                owned.add((name_key(text), each["id"]))
    return len({name for name, _ in owned}) == len(owned)


def _begin_with_publishers(groups: Groups) -> bool:
    """Return whether chains begin with the publisher of the document they stand in."""
    publishers = {
        each["id"]: each["publisher"]
        for each in groups.get("document", ())
        if "publisher" in each
    }
    for each in groups.get("attribution", ()):
        publisher = publishers.get(each.get("document"))
        if publisher is not None:
            head = each["chain"][0]
            if publisher != (head if isinstance(head, str) else head.get("source")):
                return False
    return True


def _are_reached(groups: Groups, references: References) -> bool:
    """Return whether something leads to each source and document."""
    active = [each for each in groups if each not in (*_PASSIVE, "waiver")]
    reached = references.of(*active)
    left: dict[str, tuple[type, Node]] = {
        each["id"]: (RECORD_TYPES[kind], each)
        for kind in _PASSIVE
        for each in groups.get(kind, ())
        if each["id"] not in reached
    }
    if not left:
        return True
    # What is reached already leads on, from one to the next.
    todo: list[tuple[type, Node]] = [
        (RECORD_TYPES[kind], each)
        for kind in _PASSIVE
        for each in groups.get(kind, ())
        if each["id"] in reached
    ]
    while todo and left:
        cls, record = todo.pop()
        into = _nothing()
        _gatherer(cls)(record, into)
        todo += [left.pop(key) for ids in into.values() for key in ids & left.keys()]
    return not left


def _nothing() -> Found:
    return {types: set() for types in _kinds_of_targets()}


@functools.cache
def _kinds_of_targets() -> tuple[tuple[str, ...], ...]:
    targets = {types for fields in REFERENCES.values() for types in fields.values()}
    return (*sorted(targets | set(RELATION_ENDS.values())), _OUTSIDE)


@functools.cache
def _gatherer(cls: type) -> Callable[[JsonValue, Found], None]:
    """Return what adds the ids that a value refers to, from the tables of fields."""
    takers = _takers(cls)
    short = SHORTHANDS.get(cls, "")
    short_types = REFERENCES.get(cls, {}).get(short)

    def gather(value: JsonValue, into: Found) -> None:
        if isinstance(value, str):
            if short_types is not None:
                into[short_types].add(value)
            return
        for key, held in value.items():
            if key in takers:
                takers[key](held, into)

    if cls is Relation:
        return _gather_from_relation
    return gather


def _takers(cls: type) -> dict[str, Callable[[JsonValue, Found], None]]:
    """Return what takes the ids from each field of a class that may hold some."""
    takers: dict[str, Callable[[JsonValue, Found], None]] = {}
    for key, shape in NESTED.get(cls, {}).items():
        if isinstance(shape, type) and _refers(shape):
            takers[key] = functools.partial(_from_each, _gatherer(shape))
    for key, types in REFERENCES.get(cls, {}).items():
        wanted = _OUTSIDE if (cls, key) in EXTERNAL else types
        takers[key] = functools.partial(_from_field, wanted)
    return takers


def _refers(cls: type) -> bool:
    """Return whether a value of this class can refer to something."""
    shapes = (each for each in NESTED.get(cls, {}).values() if isinstance(each, type))
    return cls in REFERENCES or any(map(_refers, shapes))


def _from_field(types: tuple[str, ...], held: JsonValue, into: Found) -> None:
    if isinstance(held, str):
        into[types].add(held)
    else:
        into[types].update(held)


def _from_each(
    gather: Callable[[JsonValue, Found], None], held: JsonValue, into: Found
) -> None:
    for each in held if isinstance(held, list) else (held,):
        gather(each, into)


def _gather_from_relation(value: Node, into: Found) -> None:
    ends = into[RELATION_ENDS[value["kind"]]]
    ends.add(value["subject"])
    ends.add(value["object"])
    if "by" in value:
        into["source",].add(value["by"])
