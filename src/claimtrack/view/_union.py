"""Classes of ids that pairs join: which ids are one and the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Classes"]


@attrs.frozen
class Classes:
    """Ids that are one, each class known by its least id (union-find).

    An id that no pair joins to another is a class of its own.

    Attributes:
        least: the least id of its class for each id that is joined to another.
        members: the ids of each such class, sorted, by its least id.

    >>> classes = Classes.of([("c", "b"), ("b", "a")])
    >>> classes.least_of("c"), classes.members_of("b"), classes.least_of("x")
    ('a', ('a', 'b', 'c'), 'x')
    """

    least: Mapping[str, str]
    members: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Classes:
        """Return the classes that pairs of ids make.

        The order of the pairs, and which way round they are, does not matter. Linear
        in the pairs but for sorting.
        """
        parents: dict[str, str] = {}
        for first, second in pairs:
            one, other = _top(parents, first), _top(parents, second)
            # The least id is the top of its class, so nothing is left to look for.
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
        """Return all ids that are one with `key`, sorted."""
        return self.members.get(self.least.get(key, key), (key,))


def _top(parents: dict[str, str], key: str) -> str:
    """Return the top of the class of `key`, and shorten the way to it."""
    while (parent := parents.setdefault(key, key)) != key:
        parents[key] = parents[parent]
        key = parent
    return key
