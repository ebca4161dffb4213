"""What relations say is one and the same: classes of ids, each under its least."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.records import Record, Relation, RelationKind

__all__ = ["classes_of", "members_of", "related"]

R = TypeVar("R", bound="Record")


def related(
    records: Mapping[str, Record],
    relations: Iterable[Relation],
    kinds: Iterable[RelationKind],
    type_: type[R],
) -> list[tuple[str, str]]:
    """Return whom relations of these kinds join, where both are records of a type."""
    wanted = frozenset(kinds)
    return [
        (each.subject, each.object)
        for each in relations
        if each.kind in wanted
        and isinstance(records.get(each.subject), type_)
        and isinstance(records.get(each.object), type_)
    ]


def classes_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the least id of its class for each id that a pair joins to another.

    An id that stands in no pair stands for itself. The order of the pairs, and which
    way round they are, does not matter.

    >>> classes_of([("c", "b"), ("b", "a")])
    {'c': 'a', 'b': 'a', 'a': 'a'}
    """
    parents: dict[str, str] = {}
    for pair in pairs:
        one, other = (_top(parents, each) for each in pair)
        # The least id is the top of its class, so nothing is left to look for.
        parents[max(one, other)] = min(one, other)
    return {key: _top(parents, key) for key in parents}


def _top(parents: dict[str, str], key: str) -> str:
    """Return the top of the class of `key`, and shorten the way to it."""
    while (parent := parents.setdefault(key, key)) != key:
        parents[key] = parents[parent]
        key = parent
    return key


def members_of(classes: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return the ids of each class, sorted, by its least id."""
    found: dict[str, list[str]] = {}
    for key in sorted(classes):
        found.setdefault(classes[key], []).append(key)
    return {least: tuple(keys) for least, keys in found.items()}
