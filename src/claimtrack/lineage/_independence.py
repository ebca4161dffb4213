"""Independence: whether two origins of a claim do not hang on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from claimtrack.lineage._index import Index
    from claimtrack.records import Relation

__all__ = ["Independence", "find_independence", "independent_pairs"]

Independence: TypeAlias = Literal["none", "single", "established", "unestablished"]
"""Of no origin, of one, of two that somebody else calls independent, of the rest."""


def independent_pairs(origins: AbstractSet[str], index: Index) -> list[Relation]:
    """Return the relations that call two of these origins independent, by id."""
    of = index.sources.of
    return [
        each
        for each in index.relations.get("independent-of", ())
        if of(each.subject) != of(each.object)
        and {of(each.subject), of(each.object)} <= origins
    ]


def find_independence(
    origins: AbstractSet[str], index: Index
) -> tuple[Independence, tuple[str, ...]]:
    """Return whether origins of a claim are known not to hang on each other.

    Two are, where they are joined by independent-of, by somebody who is neither of
    them, and have no owner in common. Owners of owners are owners, and a source is
    among its own: a daughter is not independent of its mother.

    Args:
        origins: the ids of the origins.
        index: where they are.

    Returns:
        What is known, and where it is established, which two are independent.
    """
    if len(origins) <= 1:
        return ("single" if origins else "none"), ()
    owners = _owners(index)
    for each in independent_pairs(origins, index):
        one, other = sorted(
            index.sources.of(key) for key in (each.subject, each.object)
        )
        if index.sources.of(each.by or "") in (one, other):
            continue
        if _all_owners(one, owners).isdisjoint(_all_owners(other, owners)):
            return "established", (one, other)
    return "unestablished", ()


def _owners(index: Index) -> dict[str, list[str]]:
    """Return who owns each source directly."""
    found: dict[str, list[str]] = {}
    for each in index.relations.get("owned-by", ()):
        owned, owner = index.sources.of(each.subject), index.sources.of(each.object)
        found.setdefault(owned, []).append(owner)
    return found


def _all_owners(key: str, owners: Mapping[str, Iterable[str]]) -> set[str]:
    """Return a source and all who own it, through others or not."""
    found = {key}
    todo = [key]
    while todo:
        for owner in owners.get(todo.pop(), ()):
            if owner not in found:
                found.add(owner)
                todo.append(owner)
    return found
