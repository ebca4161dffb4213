"""Turn pairs into mappings, and find what can be reached through them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["closure", "group_pairs", "neighbours"]

K = TypeVar("K")
T = TypeVar("T")


def group_pairs(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """Return the values of each key; keys and values keep their order.

    >>> group_pairs([("a", 1), ("b", 2), ("a", 3)])
    {'a': (1, 3), 'b': (2,)}
    """
    found: defaultdict[K, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def neighbours(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Return the ids that pairs join each id to, in either direction, without itself.

    >>> sorted(neighbours([("a", "b"), ("c", "a"), ("d", "d")])["a"])
    ['b', 'c']
    """
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        if one != other:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {key: frozenset(others) for key, others in found.items()}


def closure(start: Iterable[K], leads: Mapping[K, Iterable[K]]) -> set[K]:
    """Return everything in `start` and everything that can be reached from there.

    Linear in what is reached, and not recursive.

    >>> sorted(closure(["a"], {"a": ["b"], "b": ["a", "c"], "d": ["a"]}))
    ['a', 'b', 'c']
    """
    reached = set(start)
    todo = list(reached)
    while todo:
        for each in leads.get(todo.pop(), ()):
            if each not in reached:
                reached.add(each)
                todo.append(each)
    return reached
