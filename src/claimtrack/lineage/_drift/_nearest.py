"""What a claim leads to through relations, nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

__all__ = ["find_nearest", "find_removes"]


def find_removes(
    claim: str, leads: Mapping[str, AbstractSet[str]]
) -> tuple[frozenset[str], ...]:
    """Return the claims that a claim leads to in one step, in two steps, and so on.

    >>> find_removes("a", {"a": {"b"}, "b": {"a", "c"}})
    (frozenset({'b'}), frozenset({'c'}))
    """
    if claim not in leads:
        return ()
    reached, found = {claim}, list[frozenset[str]]()
    last = frozenset({claim})
    while last:
        near = (leads.get(each, frozenset[str]()) for each in last)
        last = frozenset[str]().union(*near) - reached
        reached |= last
        found.append(last)
    return tuple(found[:-1])


def find_nearest(
    removes: Iterable[AbstractSet[str]], keys: AbstractSet[str]
) -> AbstractSet[str]:
    """Return those of `keys` that are reached in the fewest steps.

    >>> find_nearest([{"b"}, {"c", "d"}, {"e"}], {"c", "e"})
    {'c'}
    """
    found = (each & keys for each in removes)
    return next((each for each in found if each), frozenset[str]())
