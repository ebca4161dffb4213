"""Sources as lineage counts them: those that are one are one, and how many speak.

Sources joined by same-as relations go by their least id.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import clip
from claimtrack.lineage._classes import classes_of, members_of, related
from claimtrack.lineage._interval import Interval
from claimtrack.records import Document, Record, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.dossier import Dossier
    from claimtrack.records import Relation, SourceKind

__all__ = ["Sources", "same_sources"]

_PRECEDENCE: Final[tuple[SourceKind, ...]] = (
    "person",
    "outlet",
    "organization",
    "group",
    "unnamed",
    "crowd",
    "platform",
    "unresolved",
)
"""Of the kinds of sources that are one, the first of these counts."""

_ANY_NUMBER: Final[frozenset[SourceKind]] = frozenset({"unnamed", "group"})
"""Kinds that are one or more voices where no count is recorded; the rest are one."""


@attrs.frozen
class Sources:
    """The sources of a dossier.

    Attributes:
        records: where they are; a source that is not there is unresolved.
        least: the least id of its class for each source that is joined to another.
        joined: the ids of each such class, by its least id.
    """

    records: Mapping[str, Record]
    least: Mapping[str, str]
    joined: Mapping[str, tuple[str, ...]]

    @classmethod
    def of_records(
        cls, records: Mapping[str, Record], relations: Iterable[Relation]
    ) -> Sources:
        """Return the sources among these records."""
        least = classes_of(related(records, relations, ("same-as",), Source))
        return cls(records, least, members_of(least))

    def of(self, key: str) -> str:
        """Return the id that a source goes by."""
        return self.least.get(key, key)

    def kind(self, key: str) -> SourceKind:
        """Return the kind that counts for a source, given by the id it goes by."""
        kinds: set[SourceKind] = {each.kind for each in self._records_of(key)}
        for kind in _PRECEDENCE:
            if kind in kinds:
                return kind
        return "unresolved"

    def members(self, key: str) -> frozenset[str]:
        """Return the ids that the recorded members of a group go by."""
        return frozenset(
            self.of(member) for each in self._records_of(key) for member in each.members
        )

    def count(self, key: str) -> tuple[int, int | None]:
        """Return how many voices a source is, at least and at most; None is open.

        Where the records of one source contradict each other, it is the interval
        between what they say.
        """
        counts = [each.count for each in self._records_of(key) if each.count]
        if not counts:
            return self._count_by_kind(key)
        least = max(each.min for each in counts)
        most = min((each.max for each in counts if each.max), default=None)
        return (least, most) if most is None or least <= most else (most, least)

    def _count_by_kind(self, key: str) -> tuple[int, int | None]:
        kind = self.kind(key)
        members = self.members(key) if kind == "group" else ()
        if members:
            return len(members), len(members)
        return 1, None if kind in _ANY_NUMBER else 1

    def name(self, key: str) -> str:
        """Return what to call a source, or a document, in a sentence."""
        record = self.records.get(key)
        if isinstance(record, Document):
            return f"the document “{clip(record.title or record.id)}”"
        if not isinstance(record, Source):
            return clip(key)
        label = clip(record.label)
        return f"“{label}”" if record.kind == "unnamed" else label

    def described(self, key: str) -> str:
        """Return its name, and of an unnamed source how many people it is."""
        if self.kind(key) != "unnamed":
            return self.name(key)
        return f"{self.name(key)} (unnamed, {Interval(*self.count(key))})"

    def _records_of(self, key: str) -> list[Source]:
        ids = self.joined.get(key, (key,))
        found = (self.records.get(each) for each in ids)
        return [each for each in found if isinstance(each, Source)]


def same_sources(dossier: Dossier) -> Mapping[str, str]:
    """Return the id that lineage reports a source by, for those joined by same-as.

    A source that no relation joins to another stands for itself, and is not in it.

    Args:
        dossier: where the sources are.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> unn, agency = d.outlet("UNN"), d.outlet("Ukrainian National News")
    >>> r = d.relate(agency, "same-as", unn)
    >>> same_sources(d)["unn"]
    'ukrainian-national-news'
    """
    return Sources.of_records(dossier, dossier.relations).least
