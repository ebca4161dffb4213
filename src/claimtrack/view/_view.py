"""The view of a dossier: its records in order, with duplicates merged."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypeVar, cast

import attrs

from claimtrack._arguments import GIVE_DOSSIER, require
from claimtrack.errors import DanglingReference
from claimtrack.findings import clip
from claimtrack.records import (
    RELATION_ENDS,
    Assessment,
    Attribution,
    Claim,
    Document,
    Notice,
    Record,
    Relation,
    RelationKind,
    Source,
    Waiver,
    to_id,
)
from claimtrack.view._claims import Claims
from claimtrack.view._documents import Documents
from claimtrack.view._groups import group_pairs
from claimtrack.view._sources import Sources

if TYPE_CHECKING:
    from claimtrack.records import Identified, Link

__all__ = ["View"]

R = TypeVar(
    "R", Source, Document, Claim, Attribution, Assessment, Relation, Notice, Waiver
)

_SAME_CLAIM: Final[tuple[RelationKind, ...]] = ("same-as", "translation-of")
_SAME_DOCUMENT: Final[tuple[RelationKind, ...]] = ("copied-from", "translation-of")


@attrs.frozen(slots=False)
class View:
    """The records of a dossier, with duplicates merged.

    Attributes:
        records: all records, by id.
        by_type: the records of each type, sorted by id.

    >>> from claimtrack.records import Relation, Source
    >>> one = Source(id="wsj", kind="outlet", name="WSJ")
    >>> other = Source(id="journal", kind="unresolved", name="The Journal")
    >>> same = Relation(id="r1", kind="same-as", subject="wsj", object="journal")
    >>> view = View.of({each.id: each for each in (one, other, same)})
    >>> view.sources.least_of("wsj"), view.sources.kind("journal")
    ('journal', 'outlet')
    """

    records: Mapping[str, Record]
    by_type: Mapping[type[Record], tuple[Record, ...]]

    @classmethod
    def of(cls, records: Mapping[str, Record]) -> View:
        """Return a view of the records as they are now; linear apart from sorting.

        Raises:
            InvalidRecord: if `records` is neither a dossier nor a mapping of records by
                their ids.
        """
        require(records, Mapping, place="dossier", what="a dossier", fix=GIVE_DOSSIER)
        by_id = dict(records.items())
        found: dict[type[Record], list[Record]] = {}
        for key in sorted(by_id):
            record = by_id[key]
            found.setdefault(type(record), []).append(record)
        return cls(by_id, {kind: tuple(each) for kind, each in found.items()})

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a type, sorted by id."""
        # A type checker cannot know that each key holds records of its own type.
        return self.by_type.get(kind, ())  # type: ignore[return-value]

    def get(self, key: str | None, kind: type[R]) -> R | None:
        """Return the record with this id if it has this type, otherwise None."""
        record = None if key is None else self.records.get(key)
        return record if isinstance(record, kind) else None

    def claim(self, key: str | Identified) -> Claim:
        """Return a claim of this dossier, given the claim or its id.

        Raises:
            DanglingReference: if no claim has the id.
        """
        # Programs may pass anything as an id.
        given = cast("object", to_id(key))
        record = self.get(given, Claim) if isinstance(given, str) else None
        if record is None:
            raise DanglingReference(str(given))
        return record

    @functools.cached_property
    def sources(self) -> Sources:
        """The sources, merged where same-as joins them."""
        return Sources.of(self.all(Source), self._relations.get("source", {}))

    @functools.cached_property
    def claims(self) -> Claims:
        """The claims, merged where same-as or translation-of joins them."""
        return Claims.of(
            self.related(Claim, *_SAME_CLAIM), self.related(Claim, "contradicts")
        )

    @functools.cached_property
    def documents(self) -> Documents:
        """The documents, merged where copied-from or translation-of joins them."""
        return Documents.of(self.related(Document, *_SAME_DOCUMENT))

    def related(
        self, kind: type[Source | Document | Claim], *kinds: RelationKind
    ) -> tuple[Relation, ...]:
        """Return the relations of these kinds between records of one type.

        They are sorted by kind in the given order, then by id. Relations are left out
        if a record that they join is missing or has the wrong type for their kind.
        """
        there = self._relations.get(kind.type, {})
        return tuple(each for name in kinds for each in there.get(name, ()))

    @functools.cached_property
    def _relations(self) -> Mapping[str, Mapping[RelationKind, tuple[Relation, ...]]]:
        found: dict[str, dict[RelationKind, list[Relation]]] = {}
        for each in self.all(Relation):
            ends = {
                record.type if (record := self.records.get(key)) else ""
                for key in (each.subject, each.object)
            }
            joined = ends.intersection(RELATION_ENDS[each.kind])
            if len(ends) == 1 and joined:
                there = found.setdefault(joined.pop(), {})
                there.setdefault(each.kind, []).append(each)
        return {
            type_: {kind: tuple(relations) for kind, relations in there.items()}
            for type_, there in found.items()
        }

    def leading(self, *kinds: RelationKind) -> dict[str, frozenset[str]]:
        """Return, by class of claims, the classes that relations lead to directly."""
        least_of = self.claims.least_of
        pairs = (
            (least_of(each.subject), least_of(each.object))
            for each in self.related(Claim, *kinds)
        )
        found = group_pairs((one, other) for one, other in pairs if one != other)
        return {key: frozenset(ids) for key, ids in found.items()}

    @functools.cached_property
    def on_record(self) -> tuple[Attribution, ...]:
        """The attributions that somebody made on record; others only give a date."""
        return tuple(e for e in self.all(Attribution) if not e.chain.is_nobody)

    @functools.cached_property
    def cited(self) -> tuple[tuple[Attribution, int, str], ...]:
        """The documents in which links spoke, in order, each with the link's index."""
        return tuple(
            [
                (each, index, link.document)
                for each in self.all(Attribution)
                for index, link in enumerate(each.chain.links)
                if link.document is not None
            ]
        )

    def attributions_of(self, claim: str) -> tuple[Attribution, ...]:
        """Return the attributions of a claim's class, sorted by id."""
        return self.attributions.get(self.claims.least_of(claim), ())

    def on_record_of(self, claim: str) -> tuple[Attribution, ...]:
        """Return the attributions in `on_record` of a claim's class, sorted by id."""
        return self._on_record.get(self.claims.least_of(claim), ())

    @functools.cached_property
    def _on_record(self) -> Mapping[str, tuple[Attribution, ...]]:
        if len(self.on_record) == len(self.all(Attribution)):
            return self.attributions
        least_of = self.claims.least_of
        return group_pairs((least_of(each.claim), each) for each in self.on_record)

    @functools.cached_property
    def attributions(self) -> Mapping[str, tuple[Attribution, ...]]:
        """The attributions of each class of claims that has any, sorted by id."""
        least_of = self.claims.least_of
        every = self.all(Attribution)
        return group_pairs((least_of(each.claim), each) for each in every)

    def named(self, key: str) -> str:
        """Return what to call a record of any type in a sentence."""
        record = self.records.get(key)
        if isinstance(record, Claim):
            return f"the claim “{clip(record.text)}”"
        if isinstance(record, Document):
            return f"the document “{clip(record.title or record.id)}”"
        if isinstance(record, Source):
            return self.sources.described(key)
        return f"the {record.type} {clip(key)}" if record else clip(key)

    def named_origin(self, key: str) -> str:
        """Return what to call an origin (a source or a document) in a sentence.

        If several documents may be the original of one, this takes the first in the
        alphabet, whatever their ids are.
        """
        return min(map(self.named, self.documents.originals_of(key)))

    def named_link(self, link: Link) -> str:
        """Return what to call the source of a link in a sentence."""
        if link.source is None:
            return "somebody who is not settled"
        return self.named(link.source)
