"""What is one: classes of records that relations join, and sources made of several."""

from __future__ import annotations

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
        records = [self._records[each] for each in class_of(key, self._alike)]
        kind = next(each for each in KINDS if any(r.kind == each for r in records))
        members = frozenset(
            self.source(member) for record in records for member in record.members
        )
        at_least, at_most = _count(records, kind, len(members))
        return Merged(
            id=self.source(key),
            kind=kind,
            members=members if kind == "group" else frozenset(),
            at_least=at_least,
            at_most=at_most,
        )

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


def _count(records: list[Source], kind: str, members: int) -> tuple[int, int | None]:
    """Return how many people a source is: recorded, or what its kind implies."""
    counts = [each.count for each in records if each.count is not None]
    if counts:
        at_least = max(each.min for each in counts)
        maxima = [each.max for each in counts if each.max is not None]
        if not maxima:
            return at_least, None
        # Counts that contradict each other: somewhere between the two.
        return min(at_least, *maxima), max(at_least, min(maxima))
    if kind == "group" and members:
        return members, members
    return (1, None) if kind in ("group", "unnamed") else (1, 1)
