"""The sources of a dossier as rules see them: several that are one are one."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final, TypeVar

from claimtrack.lint._groups import Groups, grouped
from claimtrack.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Notice,
    Relation,
    Source,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.dossier import Dossier
    from claimtrack.records import Link, Record, RelationKind, SourceKind

__all__ = ["People"]

R = TypeVar("R", Source, Document, Claim, Attribution, Assessment, Relation, Notice)

_KINDS: Final[tuple[SourceKind, ...]] = (
    "person",
    "outlet",
    "organization",
    "group",
    "unnamed",
    "crowd",
    "platform",
    "unresolved",
)
"""Of several sources that are one, the first of these kinds counts."""


class People:
    """A dossier's records, and its sources by what joins them.

    Attributes:
        dossier: the dossier.
    """

    def __init__(self, dossier: Dossier) -> None:
        """Take a dossier that has passed validation."""
        self.dossier = dossier
        self._source_kinds: dict[str, SourceKind | None] = {}

    @functools.cached_property
    def _by_type(self) -> Mapping[type[Record], tuple[Record, ...]]:
        found: dict[type[Record], list[Record]] = {}
        for key in sorted(self.dossier):
            record = self.dossier[key]
            found.setdefault(type(record), []).append(record)
        return {kind: tuple(records) for kind, records in found.items()}

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a type, sorted by their ids."""
        # A type checker cannot tell that each key holds its own kind.
        return self._by_type.get(kind, ())  # type: ignore[return-value]

    def get(self, key: str | None, kind: type[R]) -> R | None:
        """Return the record with this id if it is of this type."""
        record = None if key is None else self.dossier.get(key)
        return record if isinstance(record, kind) else None

    def relations(self, *kinds: RelationKind) -> Iterator[Relation]:
        """Yield the relations of these kinds."""
        return (each for each in self.all(Relation) if each.kind in kinds)

    @functools.cached_property
    def _people(self) -> Groups:
        return Groups.of(
            (each.subject, each.object)
            for each in self.relations("same-as")
            if self.get(each.subject, Source) is not None
        )

    def who(self, source: str) -> str:
        """Return the least id of all sources that are one with this one."""
        return self._people.least(source)

    def sources_of(self, source: str) -> tuple[Source, ...]:
        """Return all sources that are one with this one, itself included."""
        found = (self.get(each, Source) for each in self._people.members(source))
        return tuple(each for each in found if each is not None)

    def source_kind(self, source: str | None) -> SourceKind | None:
        """Return the kind that counts; None where the speaker is not settled."""
        if source is None:
            return None
        if source not in self._source_kinds:
            kinds = {each.kind for each in self.sources_of(source)}
            self._source_kinds[source] = next(
                (each for each in _KINDS if each in kinds), None
            )
        return self._source_kinds[source]

    def is_unnamed(self, source: str | None) -> bool:
        """Return whether nothing names the source."""
        return self.source_kind(source) == "unnamed"

    def is_one_person(self, source: str) -> bool:
        """Return whether the count says that an unnamed source is one person."""
        counts = [each.count for each in self.sources_of(source) if each.count]
        most = [each.max for each in counts if each.max is not None]
        return bool(most) and min(most) == 1

    def related_sources(self, source: str) -> frozenset[str]:
        """Return the source, its members, and the sources affiliated with it."""
        mine = self.who(source)
        return frozenset({mine}) | self._members.get(mine, frozenset())

    @functools.cached_property
    def _members(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for each in self.all(Source):
            inside = found.setdefault(self.who(each.id), set())
            inside.update(self.who(member) for member in each.members)
            for whole in each.affiliations:
                found.setdefault(self.who(whole), set()).add(self.who(each.id))
        return {key: frozenset(inside) for key, inside in found.items()}

    def owners_of(self, source: str) -> frozenset[str]:
        """Return the source and whoever owns it, through others too."""
        found, todo = {self.who(source)}, [self.who(source)]
        while todo:
            owners = self._owners.get(todo.pop(), ())
            todo.extend(each for each in owners if each not in found)
            found.update(owners)
        return frozenset(found)

    @functools.cached_property
    def _owners(self) -> Mapping[str, tuple[str, ...]]:
        return grouped(
            (self.who(each.subject), self.who(each.object))
            for each in self.relations("owned-by")
        )

    def sources_in(self, link: Link) -> tuple[str, ...]:
        """Return whom a link may be of: its source, or its candidates."""
        if link.source is not None:
            return (self.who(link.source),)
        return tuple(self.who(each.source) for each in link.candidates or ())
