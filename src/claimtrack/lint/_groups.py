"""Ids that belong together: made one by relations, or grouped under a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Groups", "grouped"]

K = TypeVar("K")
T = TypeVar("T")


@attrs.frozen
class Groups:
    """Which ids are one, each group known by its least id.

    >>> groups = Groups.of([("b", "c"), ("c", "a")])
    >>> groups.least("b"), groups.members("c"), groups.least("x")
    ('a', ('a', 'b', 'c'), 'x')
    """

    _groups: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Groups:
        """Return the groups that pairs of ids make. Linear but for sorting."""
        neighbours: dict[str, list[str]] = {}
        for one, other in pairs:
            neighbours.setdefault(one, []).append(other)
            neighbours.setdefault(other, []).append(one)
        groups: dict[str, tuple[str, ...]] = {}
        for start in neighbours:
            if start in groups:
                continue
            found, todo = {start}, [start]
            while todo:
                near = [e for e in neighbours[todo.pop()] if e not in found]
                found.update(near)
                todo.extend(near)
            group = tuple(sorted(found))
            groups.update(dict.fromkeys(found, group))
        return cls(groups)

    def members(self, key: str) -> tuple[str, ...]:
        """Return all ids that are one with `key`, sorted."""
        return self._groups.get(key, (key,))

    def least(self, key: str) -> str:
        """Return the id that stands for the group of `key`."""
        return self.members(key)[0]


def grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Return the values under each key, both in the order in which they come.

    >>> grouped([("a", 1), ("b", 2), ("a", 3)])
    {'a': (1, 3), 'b': (2,)}
    """
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}
