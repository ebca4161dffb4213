"""Individuals: how many voices stand behind the origins of a claim, as an interval."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.view import Classes, Heaviest, Interval, find_heaviest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.lineage._ends import End
    from claimtrack.view import View

__all__ = ["Individuals", "count_individuals"]

_Sort: TypeAlias = Literal["person", "organization", "witness", "group", "other"]
"""What an origin is as far as it decides from what others it surely differs."""

_TWO: Final = 2

_ALL_DIFFER: Final[tuple[_Sort, ...]] = ("person", "organization", "witness")
"""Sorts of which each two origins are surely different."""


@attrs.frozen
class Individuals:
    """How many voices stand behind the origins, and which surely differ.

    Attributes:
        interval: how many.
        different: the heaviest set of origins that are surely different.
    """

    interval: Interval
    different: Heaviest


@attrs.frozen
class _Origins:
    """The origins of a claim, as far as they can be told apart.

    Attributes:
        least: how many voices each is at least, by its id; in the order in which they
            are tried.
        sorts: what each is.
        members: each group whose members are recorded, and everybody in it.
        apart: whom somebody declared different from each.
    """

    least: Mapping[str, int]
    sorts: Mapping[str, _Sort]
    members: Mapping[str, AbstractSet[str]]
    apart: Mapping[str, AbstractSet[str]]

    def are_different(self, one: str, other: str) -> bool:
        """Return whether two origins are surely different."""
        return other in self.apart.get(one, ()) or self.differ_by_sort(one, other)

    def differ_by_sort(self, one: str, other: str) -> bool:
        """Return whether two origins are different by what they are."""
        sort = self.sorts[one]
        if sort != self.sorts[other]:
            return False
        if sort == "group":
            return self.members[one].isdisjoint(self.members[other])
        return sort in _ALL_DIFFER


def count_individuals(ends: Iterable[End], view: View) -> Individuals:
    """Return how many voices stand behind the origins of a claim.

    At most: what the origins come to together; open with an open end or an open
    count. At least: the heaviest set of origins that are surely different. Persons
    are, and so are organizations, outlets that witnessed it, and groups whose
    recorded members have none in common; others only where somebody says so. Where
    hundreds of sources are declared different from most others, it is the heaviest set
    that a long search finds: still a lower bound, and the reasons say so.

    Args:
        ends: the ends of the claim's chains.
        view: where their sources are.
    """
    ends = tuple(ends)
    counts: dict[str, Interval] = {}
    sorts: dict[str, _Sort] = {}
    for end in ends:
        for key in end.origins:
            counts[key] = Interval(1, 1) if end.documents else view.sources.count(key)
            sort = _sort_of(end, view)
            # An outlet that witnessed it may have read of it besides.
            sorts[key] = "witness" if sorts.get(key) == "witness" else sort
    maxima = [each.hi for each in counts.values()]
    hi = None if any(end.kind == "open" for end in ends) else _sum_of(maxima)
    different = _surely_different(_told_apart(counts, sorts, view))
    return Individuals(Interval(different.weight, hi), different)


def _sum_of(maxima: Iterable[int | None]) -> int | None:
    total = 0
    for each in maxima:
        if each is None:
            return None
        total += each
    return total


def _sort_of(end: End, view: View) -> _Sort:
    if end.kind == "witnessed":
        return "witness"
    if end.source is None or end.kind != "stated":
        return "other"
    kind = view.sources.kind(end.source)
    if kind == "group":
        # Of bodies that nobody has described, one may be part of the other.
        return "group" if view.sources.members(end.source) else "other"
    return "person" if kind == "person" else "organization"


def _told_apart(
    counts: Mapping[str, Interval],
    sorts: Mapping[str, _Sort],
    view: View,
) -> _Origins:
    apart = {
        key: others
        for key in counts
        if (others := view.sources.apart_from(key) & counts.keys())
    }
    groups = [key for key, sort in sorts.items() if sort == "group"]

    def rank(key: str) -> tuple[str, list[str], list[str], str]:
        return (
            view.named_origin(key),
            sorted(map(view.named, apart.get(key, ()))),
            sorted(map(view.named, view.sources.members(key))),
            key,
        )

    # Of equally heavy sets the names decide which is reported, and not the ids.
    tried = sorted(counts, key=rank) if len(counts) >= _TWO else counts
    return _Origins(
        least={key: counts[key].lo for key in tried},
        sorts=sorts,
        members={key: view.sources.everybody(key) for key in groups},
        apart=apart,
    )


def _surely_different(origins: _Origins) -> Heaviest:
    """Return the heaviest set of origins that are surely different.

    A set of several sorts has none in it but origins that somebody declared different
    from one of another sort or, among groups and the rest, of their own. Of one sort
    alone there are all, or of groups those that can stand beside each other.
    """
    if len(origins.least) < _TWO:
        return _alone(origins)
    found = [_alone(origins), _groups(origins)]
    found += [_all_of(origins, sort) for sort in _ALL_DIFFER]
    declared = {
        key: least
        for key, least in origins.least.items()
        if any(
            not origins.differ_by_sort(key, other)
            for other in origins.apart.get(key, ())
        )
    }
    found.append(find_heaviest(declared, origins.are_different))
    heaviest = max(found, key=lambda each: each.weight)
    return attrs.evolve(heaviest, is_sure=all(each.is_sure for each in found))


def _alone(origins: _Origins) -> Heaviest:
    """Return the heaviest origin: for itself, each differs from all others."""
    least = origins.least
    key = max(least, key=least.__getitem__, default=None)
    return Heaviest() if key is None else Heaviest((key,), least[key])


def _all_of(origins: _Origins, sort: _Sort) -> Heaviest:
    keys = tuple(sorted(key for key in origins.sorts if origins.sorts[key] == sort))
    return Heaviest(keys, sum(origins.least[key] for key in keys))


def _groups(origins: _Origins) -> Heaviest:
    """Return the heaviest set of groups that have nobody in common.

    Groups that share no member, not even by way of other groups, never exclude each
    other, so each such family is searched for itself.
    """
    places = {key: place for place, key in enumerate(origins.least)}
    found = [
        find_heaviest(
            {key: origins.least[key] for key in sorted(family, key=places.__getitem__)},
            origins.are_different,
        )
        for family in _families(origins.members)
    ]
    return Heaviest(
        ids=tuple(sorted(key for each in found for key in each.ids)),
        weight=sum(each.weight for each in found),
        is_sure=all(each.is_sure for each in found),
    )


def _families(members: Mapping[str, AbstractSet[str]]) -> list[Sequence[str]]:
    """Return the groups that share members, directly or by way of others, together."""
    of_member: dict[str, str] = {}
    pairs = [
        (group, of_member.setdefault(member, group))
        for group in sorted(members)
        for member in members[group]
    ]
    return [*Classes.of(pairs).members.values()]
