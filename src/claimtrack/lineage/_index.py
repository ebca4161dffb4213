"""What analyses look up in a dossier, gathered once and in one pass."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.errors import DanglingReference
from claimtrack.findings import clip
from claimtrack.lineage._classes import classes_of, members_of, related
from claimtrack.lineage._sources import Sources
from claimtrack.records import (
    Attribution,
    Claim,
    Document,
    Record,
    Relation,
    RelationKind,
    Source,
    to_id,
)

if TYPE_CHECKING:
    from claimtrack.dossier import Dossier
    from claimtrack.records import Identified, Link

__all__ = ["Index"]

_SAME_CLAIM: Final[tuple[RelationKind, ...]] = ("same-as", "translation-of")


@attrs.frozen
class Index:
    """A dossier as lineage reads it: classes of sources and claims, who says what.

    Attributes:
        records: everything by its id.
        sources: the sources, those that are one as one.
        least_claim: the least id of its class for each claim that is joined to
            another by same-as or translation-of.
        same_claims: the ids of each such class, by its least id.
        attributions: the attributions of each class of claims, sorted by id.
        relations: by their kind, sorted by id.
    """

    records: Mapping[str, Record]
    sources: Sources
    least_claim: Mapping[str, str]
    same_claims: Mapping[str, tuple[str, ...]]
    attributions: Mapping[str, tuple[Attribution, ...]]
    relations: Mapping[RelationKind, tuple[Relation, ...]]

    @classmethod
    def of(cls, dossier: Dossier) -> Index:
        """Return the index of a dossier; linear in its records."""
        relations = sorted(dossier.relations, key=to_id)
        by_kind: dict[RelationKind, list[Relation]] = {}
        for each in relations:
            by_kind.setdefault(each.kind, []).append(each)
        least = classes_of(related(dossier, relations, _SAME_CLAIM, Claim))
        by_claim: dict[str, list[Attribution]] = {}
        for attribution in sorted(dossier.attributions, key=to_id):
            claim = attribution.claim
            by_claim.setdefault(least.get(claim, claim), []).append(attribution)
        return cls(
            records=dossier,
            sources=Sources.of_records(dossier, relations),
            least_claim=least,
            same_claims=members_of(least),
            attributions={key: tuple(each) for key, each in by_claim.items()},
            relations={kind: tuple(each) for kind, each in by_kind.items()},
        )

    def claim(self, key: str | Identified) -> Claim:
        """Return a claim, given as such or by its id.

        Raises:
            DanglingReference: where no claim has the id.
        """
        record = self.records.get(to_id(key))
        if not isinstance(record, Claim):
            raise DanglingReference(to_id(key))
        return record

    def class_of(self, claim: str) -> str:
        """Return the id that the class of a claim goes by: its least."""
        return self.least_claim.get(claim, claim)

    def claims_of(self, claim: str) -> tuple[str, ...]:
        """Return the ids of all claims that are one with this one, sorted."""
        return self.same_claims.get(self.class_of(claim), (claim,))

    def attributions_of(self, claim: str) -> tuple[Attribution, ...]:
        """Return the attributions of a claim's class, sorted by id."""
        return self.attributions.get(self.class_of(claim), ())

    def named(self, key: str) -> str:
        """Return what to call any record in a sentence."""
        record = self.records.get(key)
        if isinstance(record, Claim):
            return f"the claim “{clip(record.text)}”"
        if isinstance(record, (Source, Document)):
            return self.sources.described(self.sources.of(key))
        return f"the {record.type} {clip(key)}" if record else clip(key)

    def named_link(self, link: Link) -> str:
        """Return what to call the source of a link in a sentence."""
        if link.source is None:
            return "somebody who is not settled"
        return self.named(link.source)

    def all_attributions(self) -> list[Attribution]:
        """Return every attribution that somebody is on record for, sorted by id."""
        found = (each for some in self.attributions.values() for each in some)
        return sorted((each for each in found if not each.chain.is_nobody), key=to_id)

    def leading(self, kind: RelationKind) -> dict[str, tuple[str, ...]]:
        """Return which classes of claims a kind of relation leads to, by class."""
        found: dict[str, set[str]] = {}
        relations = self.relations.get(kind, ())
        for subject, object_ in related(self.records, relations, (kind,), Claim):
            one, other = self.class_of(subject), self.class_of(object_)
            if one != other:
                found.setdefault(one, set()).add(other)
        return {key: tuple(sorted(each)) for key, each in found.items()}
