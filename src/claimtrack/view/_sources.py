"""Sources with same-as duplicates merged, and how many people each stands for."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.findings import clip
from claimtrack.records import (
    Relation,
    RelationKind,
    Source,
    SourceKind,
    name_key,
    to_id,
)
from claimtrack.view._groups import closure, group_pairs, neighbours
from claimtrack.view._heaviest import find_heaviest
from claimtrack.view._interval import Interval
from claimtrack.view._kinds import (
    BODIES,
    COUNTED,
    IDENTIFIED,
    exclude_each_other,
    prevailing,
)
from claimtrack.view._union import Classes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


__all__ = ["Sources"]


@attrs.frozen(slots=False)
class Sources:
    """The sources of a dossier, merged where same-as relations join them.

    A merged source is identified by the least id of its class. Methods accept any id of
    the class and return the same for each. A source that is not in the dossier is
    unresolved.

    Attributes:
        all: the records of the sources, by id.
        classes: which sources are merged.
        relations: the relations between sources, by kind.
    """

    all: tuple[Source, ...]
    classes: Classes
    relations: Mapping[RelationKind, tuple[Relation, ...]]

    @classmethod
    def of(
        cls,
        sources: Iterable[Source],
        relations: Mapping[RelationKind, tuple[Relation, ...]],
    ) -> Sources:
        """Return the sources, merged as relations say.

        Args:
            sources: the records of the sources.
            relations: the relations that join two sources, by kind.
        """
        same = relations.get("same-as", ())
        classes = Classes.of((each.subject, each.object) for each in same)
        return cls(tuple(sorted(sources, key=to_id)), classes, relations)

    def related(self, *kinds: RelationKind) -> Iterator[Relation]:
        """Yield the relations of these kinds between sources, by kind and id."""
        for kind in kinds:
            yield from self.relations.get(kind, ())

    def least_of(self, key: str) -> str:
        """Return the least id of a source's class."""
        return self.classes.least.get(key, key)

    def members_of(self, key: str) -> tuple[str, ...]:
        """Return the ids of all sources merged with this one, and its own, sorted."""
        return self.classes.members_of(key)

    def records_of(self, key: str) -> tuple[Source, ...]:
        """Return the records of all sources merged with this one, sorted by id."""
        return self._records.get(self.least_of(key), ())

    @functools.cached_property
    def _records(self) -> Mapping[str, tuple[Source, ...]]:
        least = self.classes.least
        return group_pairs([(least.get(e.id, e.id), e) for e in self.all])

    def outlets_called(self, wanted: Iterable[str]) -> frozenset[str]:
        """Return the least ids of the outlets that these texts identify.

        A text may be the id, the name, an alias or an address (``url``, ``same_as``) of
        an outlet. It is compared as names are; a slash at the end of an address is
        ignored.
        """
        keys = {name_key(each).rstrip("/") for each in wanted}
        return frozenset(
            self.least_of(each.id)
            for each in (self.all if keys else ())
            if self.kind(each.id) == "outlet"
            and any(name_key(text).rstrip("/") in keys for text in _texts_for(each))
        )

    def kinds(self, key: str) -> frozenset[SourceKind]:
        """Return all kinds that the records of a source have."""
        return self._kinds.get(self.least_of(key), frozenset())

    def kind(self, key: str) -> SourceKind:
        """Return the kind of a source; of several, the prevailing one."""
        return self._kind.get(key, "unresolved")

    def of_kind(self, kind: SourceKind) -> frozenset[str]:
        """Return the ids of the sources of this kind."""
        return self._of_kind.get(kind, frozenset())

    def kinds_clash(self, key: str) -> bool:
        """Return whether the records of a source have kinds that exclude each other."""
        return exclude_each_other(self.kinds(key))

    def is_unnamed(self, key: str) -> bool:
        """Return whether a source is unnamed and nothing else identifies it."""
        return self.kind(key) == "unnamed"

    def is_identified(self, key: str) -> bool:
        """Return whether a record of a source identifies it."""
        return not self.kinds(key).isdisjoint(IDENTIFIED)

    def names(self, key: str) -> tuple[str, ...]:
        """Return the names and aliases of a source, sorted, without descriptions."""
        return tuple(sorted(set(self._names_of(key))))

    def _names_of(self, key: str) -> Iterator[str]:
        for each in self.records_of(key):
            if each.name is not None:
                yield each.name
            yield from (alias.text for alias in each.aka)

    def shown(self, key: str) -> Source | None:
        """Return the record that a source is shown by; None if there is none.

        Of several records, it is one of the prevailing kind, and of these the first in
        the alphabet.
        """
        kind = self.kind(key)
        records = (each for each in self.records_of(key) if each.kind == kind)
        return min(records, key=lambda e: (e.label, str(e.count)), default=None)

    def label(self, key: str) -> str:
        """Return the name of a source, or the description of an unnamed one."""
        shown = self.shown(key)
        return key if shown is None else shown.label

    def name(self, key: str) -> str:
        """Return what to call a source in a sentence; an unnamed one is in quotes."""
        label = clip(self.label(key))
        return f"“{label}”" if self.is_unnamed(key) else label

    def described(self, key: str) -> str:
        """Return the name of a source, with how many people it is if it is unnamed."""
        if not self.is_unnamed(key):
            return self.name(key)
        return f"{self.name(key)} (unnamed, {self.count(key)})"

    def pronoun(self, key: str) -> str:
        """Return "it" for a body, and "them" for a source that may be people."""
        return "it" if self.kind(key) in BODIES else "them"

    def members(self, key: str) -> frozenset[str]:
        """Return the least ids of the recorded members of a group; empty if not one."""
        if self.kind(key) != "group":
            return frozenset()
        return self._members.get(self.least_of(key), frozenset())

    def affiliations(self, key: str) -> frozenset[str]:
        """Return the least ids of the sources that this one is affiliated with."""
        return self._affiliations.get(self.least_of(key), frozenset())

    def affiliates(self, key: str) -> frozenset[str]:
        """Return the least ids of the sources that are affiliated with this one."""
        return self._affiliates.get(self.least_of(key), frozenset())

    def everybody(self, key: str) -> frozenset[str]:
        """Return the least ids of a source, its members, and their members in turn."""
        return self._reach(key, self.members)

    def circle(self, key: str) -> frozenset[str]:
        """Return the least ids of a source, its members and affiliates, and so on."""
        return self._reach(key, lambda each: self.members(each) | self.affiliates(each))

    def _reach(self, key: str, near: Callable[[str], frozenset[str]]) -> frozenset[str]:
        found = {self.least_of(key)}
        todo = list(found)
        while todo:
            new = near(todo.pop()) - found
            found |= new
            todo.extend(new)
        return frozenset(found)

    def owners(self, key: str) -> frozenset[str]:
        """Return the least ids of a source, its owners, and their owners in turn."""
        return frozenset(closure([self.least_of(key)], self._owners))

    def have_common_owner(self, one: str, other: str) -> bool:
        """Return whether two sources share an owner, or one owns the other."""
        return not self.owners(one).isdisjoint(self.owners(other))

    def apart_from(self, key: str) -> frozenset[str]:
        """Return the sources declared distinct from, or independent of, a source."""
        return self._apart.get(self.least_of(key), frozenset())

    def is_judged_by_others(self, relation: Relation) -> bool:
        """Return whether a relation was judged by neither of the sources it joins."""
        by = self.least_of(relation.by or "")
        return by not in (
            self.least_of(relation.subject),
            self.least_of(relation.object),
        )

    def count(self, key: str) -> Interval:
        """Return how many voices a source stands for, as an interval.

        A recorded count applies if the kind of the source can have one. From several
        counts, this takes the greatest minimum and the least maximum, or an interval
        around all of them if they contradict each other. A group without a count counts
        its recorded members.
        """
        kind = self.kind(key)
        if kind not in COUNTED:
            return Interval(1, 1)
        counts = self._counts(key)
        if counts:
            least, most = _intersection(counts)
            if most is None or least <= most:
                return Interval(least, most)
            return _hull(counts)
        members = self.members(key)
        return self._count_members(key) if members else Interval(1, None)

    def counts_clash(self, key: str) -> bool:
        """Return whether the recorded counts of a source contradict each other."""
        counts = self._counts(key)
        if not counts or self.kind(key) not in COUNTED:
            return False
        least, most = _intersection(counts)
        return most is not None and least > most

    def _counts(self, key: str) -> list[Interval]:
        counts = [each.count for each in self.records_of(key) if each.count]
        return [Interval(each.min, each.max) for each in counts]

    def _count_members(self, key: str) -> Interval:
        names = {each: (self.label(each), each) for each in self._counted_members(key)}
        counts = {
            each: self.count(each) for each in sorted(names, key=names.__getitem__)
        }
        if not counts:
            return Interval(1, None)
        maxima = [each.hi for each in counts.values() if each.hi is not None]
        hi = sum(maxima) if len(maxima) == len(counts) else None
        return Interval(self._at_least(counts), hi)

    def _counted_members(self, key: str) -> set[str]:
        """Return a group's members, with groups that have no count resolved to theirs.

        The result is empty if the members are only groups that contain each other.
        """
        found: set[str] = set()
        seen = {self.least_of(key)}
        todo = list(self.members(key))
        while todo:
            each = todo.pop()
            if each in seen:
                continue
            seen.add(each)
            inside = () if self._counts(each) else self.members(each)
            todo.extend(inside)
            if not inside:
                found.add(each)
        return found

    def _at_least(self, counts: Mapping[str, Interval]) -> int:
        """Return the most voices of sources of which no two have anybody in common."""
        groups = {key: self.everybody(key) for key in counts if self.members(key)}
        shared = frozenset[str]().union(*groups.values())
        mixed = {key: groups.get(key, {key}) for key in counts if key in shared}
        heaviest = find_heaviest(
            {key: counts[key].lo for key in mixed},
            lambda one, other: mixed[one].isdisjoint(mixed[other]),
        )
        alone = sum(each.lo for key, each in counts.items() if key not in mixed)
        return heaviest.weight + alone

    @functools.cached_property
    def _kinds(self) -> Mapping[str, frozenset[SourceKind]]:
        return {
            least: frozenset([each.kind for each in records])
            for least, records in self._records.items()
        }

    @functools.cached_property
    def _kind(self) -> Mapping[str, SourceKind]:
        return {
            key: prevailing(kinds)
            for least, kinds in self._kinds.items()
            for key in self.members_of(least)
        }

    @functools.cached_property
    def _of_kind(self) -> Mapping[SourceKind, frozenset[str]]:
        found = group_pairs((kind, key) for key, kind in self._kind.items())
        return {kind: frozenset(keys) for kind, keys in found.items()}

    @functools.cached_property
    def _members(self) -> Mapping[str, frozenset[str]]:
        return self._leading(
            (each.id, member) for each in self.all for member in each.members
        )

    @functools.cached_property
    def _affiliations(self) -> Mapping[str, frozenset[str]]:
        return self._leading(
            (each.id, whole) for each in self.all for whole in each.affiliations
        )

    @functools.cached_property
    def _affiliates(self) -> Mapping[str, frozenset[str]]:
        return self._leading(
            (whole, each.id) for each in self.all for whole in each.affiliations
        )

    @functools.cached_property
    def _owners(self) -> Mapping[str, frozenset[str]]:
        return self._leading(
            (each.subject, each.object) for each in self.related("owned-by")
        )

    @functools.cached_property
    def _apart(self) -> Mapping[str, frozenset[str]]:
        return neighbours(
            (self.least_of(each.subject), self.least_of(each.object))
            for each in self.related("distinct-from", "independent-of")
        )

    def _leading(self, pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
        found = group_pairs((self.least_of(a), self.least_of(b)) for a, b in pairs)
        return {key: frozenset(ids) for key, ids in found.items()}


def _intersection(counts: Iterable[Interval]) -> tuple[int, int | None]:
    """Return the greatest minimum and the least maximum of counts; None without any."""
    counts = tuple(counts)
    least = max((each.lo for each in counts), default=1)
    return least, min((each.hi for each in counts if each.hi is not None), default=None)


def _hull(counts: Iterable[Interval]) -> Interval:
    """Return the smallest interval that contains all of these."""
    counts = tuple(counts)
    maxima = [each.hi for each in counts if each.hi is not None]
    hi = max(maxima) if len(maxima) == len(counts) else None
    return Interval(min(each.lo for each in counts), hi)


def _texts_for(source: Source) -> Iterator[str]:
    """Yield every text that identifies a source: id, names, aliases and addresses."""
    yield from (source.id, source.label, *(alias.text for alias in source.aka))
    yield from (*source.same_as, *([source.url] if source.url else []))
