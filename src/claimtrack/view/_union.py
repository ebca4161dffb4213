"""Merge ids that are joined by pairs into classes (union-find)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Classes"]


@attrs.frozen
class Classes:
    """Classes of ids that mean the same thing, each identified by its least id.

    An id that no pair joins to another one is a class by itself.

    Attributes:
        least: for each id that is joined to another one, the least id of its class.
        members: for each such class, by its least id, its ids, sorted.

    >>> classes = Classes.of([("c", "b"), ("b", "a")])
    >>> classes.least_of("c"), classes.members_of("b"), classes.least_of("x")
    ('a', ('a', 'b', 'c'), 'x')
    """

    least: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Classes:
        """Return the classes that result from pairs of ids.

        Neither the order of the pairs nor the order in each pair matters. Linear in the
        pairs, apart from sorting.
        """
        parents: dict[str, str] = {}
        for first, second in pairs:
            one, other = _top(parents, first), _top(parents, second)
            # The top of each class is its least id, so no search is needed.
            parents[max(one, other)] = min(one, other)
        least = {key: _top(parents, key) for key in parents}
        members: dict[str, list[str]] = {}
        for key in sorted(least):
            members.setdefault(least[key], []).append(key)
        return cls(least, {key: tuple(ids) for key, ids in members.items()})

    def least_of(self, key: str) -> str:
        """Return the least id of the class of `key`."""
        return self.least.get(key, key)

    def members_of(self, key: str) -> tuple[str, ...]:
        """Return all ids of the class of `key`, itself included, sorted."""
        return self.members.get(self.least.get(key, key), (key,))


def _top(parents: dict[str, str], key: str) -> str:
    """Return the top of the class of `key`, and shorten the path to it."""
    while (parent := parents.setdefault(key, key)) != key:
        parents[key] = parents[parent]
        key = parent
    return key
