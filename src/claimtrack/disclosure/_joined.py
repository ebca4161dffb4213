"""Sources that are one by same-as, and where that would name an unnamed one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.records import Relation, Source, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.records import Record

__all__ = ["IDENTIFIED", "Joined", "closure"]

IDENTIFIED: Final[frozenset[SourceKind]] = frozenset(
    {"group", "organization", "outlet", "person"}
)
"""Kinds of source that say who it is. A crowd, a platform and what nobody has judged
yet do not: joined to an unnamed source, it stays unnamed."""


def closure(
    start: Iterable[str], leads: Mapping[str, Iterable[str]], within: frozenset[str]
) -> frozenset[str]:
    """Return `start` and all that is reached from it, as far as it is `within`.

    Linear in what is reached; nothing recursive.
    """
    todo = [each for each in start if each in within]
    reached = set(todo)
    while todo:
        for each in leads.get(todo.pop(), ()):
            if each in within and each not in reached:
                reached.add(each)
                todo.append(each)
    return frozenset(reached)


@attrs.frozen
class Joined:
    """The sources of a dossier, and which of them are one by same-as.

    Attributes:
        unnamed: ids of the unnamed sources.
        named: ids of the others.
        identified: ids of those that say who it is.
        neighbours: id → the ids that a same-as relation joins it to.
        same: the same-as relations between sources.
    """

    unnamed: frozenset[str]
    named: frozenset[str]
    identified: frozenset[str]
    neighbours: dict[str, list[str]]
    same: tuple[Relation, ...]

    @classmethod
    def of(cls, records: Mapping[str, Record]) -> Joined:
        """Return the sources among records."""
        sources = {k: each for k, each in records.items() if isinstance(each, Source)}
        same = tuple(
            each
            for each in records.values()
            if isinstance(each, Relation)
            and each.kind == "same-as"
            and each.subject in sources
            and each.object in sources
        )
        neighbours: dict[str, list[str]] = {}
        for each in same:
            neighbours.setdefault(each.subject, []).append(each.object)
            neighbours.setdefault(each.object, []).append(each.subject)
        unnamed = frozenset(k for k, each in sources.items() if each.kind == "unnamed")
        return cls(
            unnamed=unnamed,
            named=frozenset(sources) - unnamed,
            identified=frozenset(
                key for key, each in sources.items() if each.kind in IDENTIFIED
            ),
            neighbours=neighbours,
            same=same,
        )

    def with_same(self, keys: Iterable[str], within: frozenset[str]) -> frozenset[str]:
        """Return sources and those that same-as joins to them, one by way of another.

        Args:
            keys: their ids.
            within: ids of the sources that count.
        """
        return closure(keys, self.neighbours, within)

    def naming(self) -> tuple[tuple[Relation, str], ...]:
        """Return the relations that say who an unnamed source is, each with its id.

        One end is unnamed, and the other is an identified source, or one with it.
        """
        telling = self.with_same(self.identified, self.named)
        return tuple(
            (each, end)
            for each in self.same
            for end, other in (
                (each.subject, each.object),
                (each.object, each.subject),
            )
            if end in self.unnamed and other in telling
        )
