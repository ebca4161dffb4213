"""Relations: judgements that join two records, and who made them."""

from __future__ import annotations

from typing import ClassVar, Final

import attrs

from claimtrack.findings import quote
from claimtrack.records import _limits
from claimtrack.records._accepted import to_id, to_optional_id, to_optional_when
from claimtrack.records._checks import (
    identifier,
    moment,
    number,
    one_of,
    optional,
    refuse,
    text,
)
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import show
from claimtrack.records._words import RelationKind, words
from claimtrack.when import When

__all__ = ["ORDERED", "RELATION_ENDS", "Relation"]

RELATION_ENDS: Final[dict[RelationKind, tuple[str, ...]]] = {
    "same-as": ("claim", "source"),
    "translation-of": ("claim", "document"),
    "contradicts": ("claim",),
    "supersedes": ("claim",),
    "stronger-than": ("claim",),
    "narrower-than": ("claim",),
    "presupposes": ("claim",),
    "inferred-from": ("claim",),
    "context-of": ("claim",),
    "distinct-from": ("source",),
    "independent-of": ("source",),
    "owned-by": ("source",),
    "syndicates": ("source",),
    "copied-from": ("document",),
    "version-of": ("document",),
}
"""The types of record that a kind of relation joins: two of the same type."""

ORDERED: Final[tuple[RelationKind, ...]] = ("supersedes", "version-of")
"""Kinds of relation that put records in an order, so they cannot form a circle."""


@attrs.frozen(kw_only=True, repr=False)
class Relation:
    """A judgement that joins two records. It reads subject, kind, object.

    Attributes:
        id: slug, URN or IRI; a dossier assigns one if it is missing.
        kind: between claims same-as, translation-of, contradicts, supersedes,
            stronger-than, narrower-than, presupposes, inferred-from, context-of;
            between sources same-as, distinct-from, independent-of, owned-by,
            syndicates; between documents copied-from, translation-of, version-of.
        subject: id of the first of the two records.
        object: id of the second of the two records.
        by: id of the source that made the judgement.
        at: when the judgement was made.
        score: how sure the method was, in [0, 1].
        method: how the judgement was reached.
        note: the desk's own remarks. Private.
        ext: foreign data, verbatim. Private.

    Raises:
        InvalidRecord: for a value that the field does not take.

    >>> Relation(kind="contradicts", subject="c15", object="c23")
    Relation(kind='contradicts', subject='c15', object='c23')
    """

    type: ClassVar[str] = "relation"

    id: str | None = attrs.field(default=None, validator=optional(identifier))
    kind: RelationKind = attrs.field(
        validator=one_of(words(RelationKind), "a kind of relation")
    )
    subject: str = attrs.field(converter=to_id, validator=identifier)
    object: str = attrs.field(converter=to_id, validator=identifier)
    by: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    at: When | None = attrs.field(
        default=None,
        converter=to_optional_when,
        validator=optional(moment),
    )
    score: float | None = attrs.field(default=None, validator=optional(number(0, 1)))
    method: str | None = attrs.field(default=None, validator=optional(text()))
    note: str | None = attrs.field(default=None, validator=optional(text(_limits.TEXT)))
    ext: FrozenMapping = attrs.field(default=EMPTY, converter=freeze_mapping)

    def __attrs_post_init__(self) -> None:
        """Refuse a relation of a record to itself."""
        if self.subject == self.object:
            problem = f"{quote(self.subject)} is both subject and object"
            fix = "Name two different records, or remove the relation."
            raise refuse(self, "object", problem, fix, "CT026")

    __repr__ = show
