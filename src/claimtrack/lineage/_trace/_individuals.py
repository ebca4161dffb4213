"""Individuals: how many voices are behind the origins of a claim, as an interval."""

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
"""What sort of origin it is; this decides from which others it certainly differs."""

_TWO: Final = 2

_ALL_DIFFER: Final[tuple[_Sort, ...]] = ("person", "organization", "witness")
"""Sorts of which any two origins are certainly different."""


@attrs.frozen
class Individuals:
    """How many voices are behind the origins, and which certainly differ.

    Attributes:
        interval: how many voices.
        different: the heaviest set of origins that are certainly different.
    """

    interval: Interval
    different: Heaviest


@attrs.frozen
class _Origins:
    """The origins of a claim, with what distinguishes them.

    Attributes:
        least: the least number of voices of each origin, by id, in the order in which
            they are tried.
        sorts: the sort of each origin.
        members: for each group whose members are recorded, everybody in it.
        apart: for each origin, the sources that somebody declared different from it.
    """

    least: Mapping[str, int]
    sorts: Mapping[str, _Sort]
    members: Mapping[str, AbstractSet[str]]
    apart: Mapping[str, AbstractSet[str]]

    def are_different(self, one: str, other: str) -> bool:
        """Return whether two origins are certainly different."""
        return other in self.apart.get(one, ()) or self.differ_by_sort(one, other)

    def differ_by_sort(self, one: str, other: str) -> bool:
        """Return whether two origins are different because of their sorts."""
        sort = self.sorts[one]
        if sort != self.sorts[other]:
            return False
        if sort == "group":
            return self.members[one].isdisjoint(self.members[other])
        return sort in _ALL_DIFFER


def count_individuals(ends: Iterable[End], view: View) -> Individuals:
    """Return how many voices are behind the origins of a claim.

    The upper bound is the sum over all origins; it is open if an end or a count is
    open. The lower bound is the heaviest set of origins that are certainly different.
    Persons are different from each other, and so are organizations, outlets that
    witnessed it, and groups that share no recorded member; other origins are only if
    somebody says so. If hundreds of sources are declared different from most others,
    the search is cut short. The result is still a lower bound, and the reasons say so.

    Args:
        ends: the ends of the claim's chains.
        view: the view of the dossier.
    """
    ends = tuple(ends)
    counts: dict[str, Interval] = {}
    sorts: dict[str, _Sort] = {}
    for end in ends:
        for key in end.origins:
            counts[key] = Interval(1, 1) if end.documents else view.sources.count(key)
            sort = _sort_of(end, view)
            # An outlet that witnessed it may also have read about it.
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
        # If nobody has described two bodies, one may be part of the other.
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

    # If sets are equally heavy, names decide which one is reported, not ids.
    tried = sorted(counts, key=rank) if len(counts) >= _TWO else counts
    return _Origins(
        least={key: counts[key].lo for key in tried},
        sorts=sorts,
        members={key: view.sources.everybody(key) for key in groups},
        apart=apart,
    )


def _surely_different(origins: _Origins) -> Heaviest:
    """Return the heaviest set of origins that are certainly different.

    A set with several sorts only contains origins that somebody declared different from
    one of another sort or, for groups and the remaining sorts, of the same sort. A set
    of one sort contains all origins of it, or the groups that exclude each other.
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
    """Return the heaviest single origin, which is always a possible set."""
    least = origins.least
    key = max(least, key=least.__getitem__, default=None)
    return Heaviest() if key is None else Heaviest((key,), least[key])


def _all_of(origins: _Origins, sort: _Sort) -> Heaviest:
    keys = tuple(sorted(key for key in origins.sorts if origins.sorts[key] == sort))
    return Heaviest(keys, sum(origins.least[key] for key in keys))


def _groups(origins: _Origins) -> Heaviest:
    """Return the heaviest set of groups that have nobody in common.

    Groups that share no member, not even through other groups, never exclude each
    other, so each family of groups is searched separately.
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
    """Return families of groups that share members, directly or through others."""
    of_member: dict[str, str] = {}
    pairs = [
        (group, of_member.setdefault(member, group))
        for group in sorted(members)
        for member in members[group]
    ]
    return [*Classes.of(pairs).members.values()]
