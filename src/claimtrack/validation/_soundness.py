"""Prove with sets that records hold together, without places or messages.

If these functions return True, the checks in `_integrity` and `_coherence` find
nothing. If not, those checks decide. Every record must already be sound by itself.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.findings import CODES
from claimtrack.records import (
    EXTERNAL,
    RECORD_TYPES,
    REFERENCES,
    RELATION_ENDS,
    Relation,
    name_key,
)
from claimtrack.schema import NESTED, SHORTHANDS, JsonValue, is_array

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = [
    "Groups",
    "References",
    "are_reached",
    "grouped",
    "hold_together",
    "is_coherent",
    "is_integral",
    "referenced_ids",
    "references_of",
]

Node: TypeAlias = "dict[str, JsonValue]"

Groups: TypeAlias = "Mapping[str, Sequence[Node]]"
"""The records of a dossier by type."""

Found: TypeAlias = "list[set[str]]"
"""Ids by the types that they must lead to, in the order of `_targets`."""

References: TypeAlias = "Mapping[str, Found]"
"""The ids that records refer to, by the type of the referring record."""

_Gather: TypeAlias = "Callable[[Iterable[JsonValue], Found], None]"

_OUTSIDE: Final = ("",)
"""Represents the targets of references that may also lead out of the dossier."""

_OURS: Final = ("CT0", "CT7")
"""Prefixes of the codes that validation itself reports."""

_PASSIVE: Final = ("source", "document")
"""Types of record that something else has to refer to."""

_ENDS: Final = ("subject", "object")
"""Fields of a relation whose target types depend on its kind."""

_JOINING: Final = frozenset({"same-as", "supersedes", "version-of"})
"""Kinds of relation that merge records, or that could form a cycle."""


def grouped(records: Sequence[JsonValue]) -> dict[str, list[Node]] | None:
    """Return records by type; None if a record has no known type."""
    groups: defaultdict[str, list[Node]] = defaultdict(list)
    try:
        for each in records:
            groups[each["type"]].append(each)
    except (KeyError, TypeError):
        # It is not an object, or its type is not text.
        return None
    return groups if groups.keys() <= RECORD_TYPES.keys() else None


def hold_together(records: Sequence[JsonValue]) -> bool:
    """Return whether sound records are known to hold together without any finding."""
    groups = grouped(records)
    if groups is None:
        return False
    references = references_of(groups)
    return is_integral(groups, references) and is_coherent(groups, references)


def references_of(groups: Groups) -> References:
    """Return the ids that records refer to.

    >>> claim = {"type": "claim", "id": "c1", "text": "It stops", "about": ["ferry"]}
    >>> found = references_of({"claim": [claim]})
    >>> set().union(*found["claim"])
    {'ferry'}
    """
    references: dict[str, Found] = {}
    for record_type, records in groups.items():
        cls: type = RECORD_TYPES[record_type]
        references[record_type] = _nothing()
        _gatherer(cls)(records, references[record_type])
    return references


def referenced_ids(records: Sequence[JsonValue]) -> set[str]:
    """Return all ids that sound records refer to, whatever their target.

    >>> referenced_ids([{"type": "claim", "id": "c1", "text": "T", "about": ["ferry"]}])
    {'ferry'}
    """
    return _all_of(references_of(grouped(records) or {}).values())


def is_integral(groups: Groups, references: References) -> bool:
    """Return whether ids are known to be unique and all references to be allowed."""
    listed = {
        record_type: [each["id"] for each in records if "id" in each]
        for record_type, records in groups.items()
    }
    ids = {record_type: set(each) for record_type, each in listed.items()}
    every = set[str]().union(*ids.values())
    if len(every) != sum(map(len, listed.values())):
        return False
    for index, types in enumerate(_targets()):
        named = [each[index] for each in references.values() if each[index]]
        if types == _OUTSIDE:
            if not all(":" in one for each in named for one in each - every):
                return False
        elif named:
            held = set[str]().union(*(ids.get(each, ()) for each in types))
            if not all(each <= held for each in named):
                return False
    return True


def is_coherent(groups: Groups, references: References) -> bool:
    """Return whether records are known to fit together."""
    return (
        not any(each["kind"] in _JOINING for each in groups.get("relation", ()))
        and all(map(_is_in_force, groups.get("waiver", ())))
        and _have_names_of_their_own(groups.get("source", ()))
        and _begin_with_publishers(groups)
        and are_reached(groups, references)
    )


def _is_in_force(waiver: Node) -> bool:
    rule: str = waiver["rule"]
    return "until" not in waiver and (not rule.startswith(_OURS) or rule in CODES)


def _have_names_of_their_own(sources: Sequence[Node]) -> bool:
    """Return whether no two of these sources share a name."""
    from claimtrack.validation._coherence import IDENTIFYING  # noqa: PLC0415

    owned: set[tuple[str, str]] = set()
    for each in sources:
        if each["kind"] in IDENTIFYING:
            owned.add((name_key(each["name"]), each["id"]))
            for alias in each.get("aka", ()):
                text = alias if isinstance(alias, str) else alias["text"]
                owned.add((name_key(text), each["id"]))
    return len({name for name, _ in owned}) == len(owned)


def _begin_with_publishers(groups: Groups) -> bool:
    """Return whether chains begin with the publisher of their document."""
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


def are_reached(groups: Groups, references: References) -> bool:
    """Return whether every source and document can be reached from other records."""
    active = groups.keys() - {*_PASSIVE, "waiver"}
    reached = _all_of(references[each] for each in active)
    left: dict[str, tuple[type, Node]] = {
        each["id"]: (RECORD_TYPES[kind], each)
        for kind in _PASSIVE
        for each in groups.get(kind, ())
        if each["id"] not in reached
    }
    if not left:
        return True
    # Follow references from reached records to the next ones.
    todo: list[tuple[type, Node]] = [
        (RECORD_TYPES[kind], each)
        for kind in _PASSIVE
        for each in groups.get(kind, ())
        if each["id"] in reached
    ]
    while todo and left:
        cls, record = todo.pop()
        into = _nothing()
        _gatherer(cls)([record], into)
        todo += [left.pop(key) for ids in into for key in ids & left.keys()]
    return not left


def _all_of(found: Iterable[Found]) -> set[str]:
    """Return all ids, whatever their required targets."""
    return set[str]().union(*(ids for each in found for ids in each))


def _nothing() -> Found:
    return [set() for _ in _targets()]


@functools.cache
def _targets() -> tuple[tuple[str, ...], ...]:
    """Return every set of allowed target types, each as a tuple."""
    targets = {types for fields in REFERENCES.values() for types in fields.values()}
    return (*sorted(targets | set(RELATION_ENDS.values())), _OUTSIDE)


@functools.cache
def _gatherer(cls: type) -> _Gather:
    """Return a function that collects the ids that values refer to, from the tables."""
    fields = {
        key: _targets().index(_OUTSIDE if (cls, key) in EXTERNAL else types)
        for key, types in REFERENCES.get(cls, {}).items()
        if not (cls is Relation and key in _ENDS)
    }
    inner = {
        key: _gatherer(shape)
        for key, shape in NESTED.get(cls, {}).items()
        if isinstance(shape, type) and _refers(shape)
    }
    short = fields.get(SHORTHANDS.get(cls, ""))

    def gather(values: Iterable[JsonValue], into: Found) -> None:
        for value in values:
            if isinstance(value, str):
                if short is not None:
                    into[short].add(value)
                continue
            for key, held in value.items():
                if key in fields:
                    if isinstance(held, str):
                        into[fields[key]].add(held)
                    else:
                        into[fields[key]].update(held)
                elif key in inner:
                    inner[key](held if is_array(held) else [held], into)

    return _and_ends(gather) if cls is Relation else gather


def _and_ends(gather: _Gather) -> _Gather:
    """Return a function that also collects the ends of relations."""

    def gather_all(values: Iterable[JsonValue], into: Found) -> None:
        for value in values:
            ends = into[_targets().index(RELATION_ENDS[value["kind"]])]
            ends.update(value[each] for each in _ENDS)
        gather(values, into)

    return gather_all


def _refers(cls: type) -> bool:
    """Return whether a value of this class can contain references."""
    shapes = (each for each in NESTED.get(cls, {}).values() if isinstance(each, type))
    return cls in REFERENCES or any(map(_refers, shapes))
