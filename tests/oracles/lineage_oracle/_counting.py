"""How many stand behind the origins, and whether two of them are independent."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lineage_oracle._ends import End, Origin
    from lineage_oracle._joining import Joined

__all__ = ["independence_of", "individuals_of"]


def individuals_of(
    ends: frozenset[End], origins: frozenset[Origin], joined: Joined
) -> tuple[int, int | None]:
    """Return the least and the greatest number of voices behind the origins."""
    counts = {each: _count(each, joined) for each in origins}
    maxima = [most for _, most in counts.values()]
    most: int | None = 0
    for each in maxima:
        most = None if most is None or each is None else most + each
    if any(end.kind == "open" for end in ends):
        most = None
    witnesses = {end.source for end in ends if end.kind == "witnessed"}
    least = 0
    for size in range(1, len(origins) + 1):
        for some in combinations(sorted(origins), size):
            if all(
                are_surely_different(one, other, witnesses, joined)
                for one, other in combinations(some, 2)
            ):
                least = max(least, sum(counts[each][0] for each in some))
    return least, most


def _count(origin: Origin, joined: Joined) -> tuple[int, int | None]:
    what, key = origin
    if what == "document":
        return 1, 1
    source = joined.merged(key)
    return source.at_least, source.at_most


def are_surely_different(
    one: Origin, other: Origin, witnesses: set[str | None], joined: Joined
) -> bool:
    """Return whether nobody can be behind both."""
    if "document" in (one[0], other[0]):
        return False
    pair = {one[1], other[1]}
    if any(
        {subject, object_} == pair
        for subject, object_, _ in joined.relations("distinct-from", "independent-of")
    ):
        return True
    if pair <= witnesses:
        return True
    first, second = joined.merged(one[1]), joined.merged(other[1])
    if first.kind == second.kind == "group":
        are_known = bool(first.members and second.members)
        inside = joined.everybody_in(one[1]) & joined.everybody_in(other[1])
        return are_known and not inside
    return first.kind == second.kind and first.kind in ("person", "organization")


def independence_of(origins: frozenset[Origin], joined: Joined) -> str:
    """Return none, single, established or unestablished."""
    if len(origins) <= 1:
        return "single" if origins else "none"
    for one, other, judge in joined.relations("independent-of"):
        both = {("source", one), ("source", other)}
        owners = [_owners(each, joined) for each in (one, other)]
        if (
            len(both) > 1
            and both <= origins
            and judge not in (one, other)
            and not owners[0] & owners[1]
        ):
            return "established"
    return "unestablished"


def _owners(source: str, joined: Joined) -> frozenset[str]:
    """Return a source, who owns it, who owns these, and so on."""
    owned = joined.relations("owned-by")
    owners = {source}
    for _ in owned:
        owners |= {owner for what, owner, _ in owned if what in owners}
    return frozenset(owners)
