"""What is one: classes of records that relations join, and sources made of several."""

from __future__ import annotations

from itertools import combinations
from math import inf
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack import Dossier, Source

__all__ = ["Joined", "Merged", "class_of"]

KINDS: Final = (
    "person",
    "outlet",
    "organization",
    "group",
    "unnamed",
    "crowd",
    "platform",
    "unresolved",
)
"""Of the kinds of one source, the first of these counts."""


@attrs.frozen(kw_only=True)
class Merged:
    """A source, and whatever the records say about all that it is the same as."""

    id: str
    kind: str
    members: frozenset[str]
    at_least: int
    at_most: int | None


def class_of(start: str, pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return everything that pairs join to `start`, and `start`."""
    listed = list(pairs)
    reached = {start}
    for _ in listed:
        for one, other in listed:
            if one in reached or other in reached:
                reached |= {one, other}
    return frozenset(reached)


class Joined:
    """Who is who in a dossier, and which claims are one."""

    def __init__(self, dossier: Dossier) -> None:
        """Read the relations."""
        self.dossier = dossier
        self._records = {each.id: each for each in dossier.sources}
        self._alike = [
            (each.subject, each.object)
            for each in dossier.relations
            if each.kind == "same-as" and each.subject in self._records
        ]
        self._least = {key: min(class_of(key, self._alike)) for key in self._records}

    def source(self, key: str) -> str:
        """Return the id under which a source is reported."""
        return self._least[key]

    def claims(self, claim: str) -> frozenset[str]:
        """Return the claims that are this one, in whatever words or language."""
        known = {each.id for each in self.dossier.claims}
        pairs = [
            (each.subject, each.object)
            for each in self.dossier.relations
            if each.kind in ("same-as", "translation-of") and each.subject in known
        ]
        return class_of(claim, pairs)

    def merged(self, key: str) -> Merged:
        """Return what all records of a source say together."""
        records = self._said_of(key)
        kind = next(each for each in KINDS if any(r.kind == each for r in records))
        members = {
            self.source(member) for record in records for member in record.members
        }
        at_least, at_most = self._count(key, kind)
        return Merged(
            id=self.source(key),
            kind=kind,
            members=frozenset(members) if kind == "group" else frozenset(),
            at_least=at_least,
            at_most=at_most,
        )

    def _said_of(self, key: str) -> list[Source]:
        return [self._records[each] for each in class_of(key, self._alike)]

    def _kind(self, key: str) -> str:
        kinds = {each.kind for each in self._said_of(key)}
        return next(each for each in KINDS if each in kinds)

    def _members(self, key: str) -> set[str]:
        """Return whom a group is made of, as recorded."""
        if self._kind(key) != "group":
            return set()
        return {self.source(m) for each in self._said_of(key) for m in each.members}

    def everybody_in(self, key: str) -> frozenset[str]:
        """Return a source and, of a group, everybody who is in it at any depth."""
        inside = {self.source(key)}
        for _ in self._records:
            inside |= {who for each in inside for who in self._members(each)}
        return frozenset(inside)

    def _counts(self, key: str) -> list[tuple[int, float]]:
        """Return the counts that were recorded for a source, open ones to infinity."""
        return [
            (each.count.min, inf if each.count.max is None else each.count.max)
            for each in self._said_of(key)
            if each.count is not None
        ]

    def _count(self, key: str, kind: str) -> tuple[int, int | None]:
        """Return how many people a source is: recorded, or what its kind implies."""
        if kind not in ("unnamed", "group", "crowd"):
            return 1, 1
        counts = self._counts(key)
        if counts:
            most = min(high for _, high in counts)
            least = max(low for low, _ in counts)
            if least > most:
                # They contradict each other, so it may be any of them.
                least = min(low for low, _ in counts)
                most = max(high for _, high in counts)
            return least, None if most == inf else int(most)
        return self._count_of_members(key)

    def _count_of_members(self, key: str) -> tuple[int, int | None]:
        inside = self._members(key)
        looked_into = {self.source(key)}
        # In place of each group that nobody has counted, those whom it is made of.
        while opened := {
            each
            for each in inside - looked_into
            if self._members(each) and not self._counts(each)
        }:
            looked_into |= opened
            inside |= {who for each in opened for who in self._members(each)}
        people = sorted(inside - looked_into)
        if not people:
            return 1, None
        each_of = {who: self._count(who, self._kind(who)) for who in people}
        maxima = [most for _, most in each_of.values()]
        least = max(
            sum(each_of[who][0] for who in some)
            for size in range(len(people) + 1)
            for some in combinations(people, size)
            if all(
                not self.everybody_in(one) & self.everybody_in(other)
                for one, other in combinations(some, 2)
            )
        )
        return least, None if None in maxima else sum(each or 0 for each in maxima)

    def original(self, paper: str) -> str:
        """Return the document that this one copies or translates, at any remove."""
        known = {each.id for each in self.dossier.documents}
        pairs = [
            (each.subject, each.object)
            for each in self.dossier.relations
            if each.kind in ("copied-from", "translation-of") and each.subject in known
        ]
        alike = class_of(paper, pairs)
        return min(alike - {copy for copy, _ in pairs} or alike)

    def relations(self, *kinds: str) -> list[tuple[str, str, str | None]]:
        """Return subject, object and judge of relations between sources."""
        return [
            (
                self.source(each.subject),
                self.source(each.object),
                None if each.by is None else self.source(each.by),
            )
            for each in self.dossier.relations
            if each.kind in kinds and each.subject in self._records
        ]
