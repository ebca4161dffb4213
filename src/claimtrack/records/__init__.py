"""Records: the frozen values that a dossier holds, and the values inside them.

Every record is well-formed: constructors refuse whatever the JSON Schemas refuse, and
values that make no sense. This layer must not know of files, JSON, schemas or clocks.
"""

from typing import TypeAlias

from claimtrack.records import _limits as limits
from claimtrack.records._accepted import Identified, is_list, to_id
from claimtrack.records._assessment import Assessment, Normalized, Rating
from claimtrack.records._attribution import Attribution, Excerpt, Recorded
from claimtrack.records._candidate import Candidate
from claimtrack.records._chain import Chain, Citable, Link, link, to_chain
from claimtrack.records._checks import FORBIDDEN
from claimtrack.records._claim import Claim, Condition, Quantity, Response
from claimtrack.records._document import Document
from claimtrack.records._foreign import Foreign, FrozenMapping
from claimtrack.records._head import Head
from claimtrack.records._names import name_key
from claimtrack.records._nobody import nobody
from claimtrack.records._notice import Notice
from claimtrack.records._patterns import PATTERNS, TEXT_PATTERN
from claimtrack.records._privacy import (
    ALWAYS_PRIVATE,
    PRIVATE_IN_CONTEXT,
    PrivacyContext,
)
from claimtrack.records._references import EXTERNAL, REFERENCES
from claimtrack.records._register import is_language, is_registered, meant_country
from claimtrack.records._relation import ORDERED, RELATION_ENDS, Relation
from claimtrack.records._source import Alias, Anonymity, Count, Source
from claimtrack.records._tags import meant_language
from claimtrack.records._waiver import Waiver
from claimtrack.records._words import (
    AnonymityKnower,
    Attitude,
    Basis,
    ClaimKind,
    CueBasis,
    DocumentKind,
    DocumentStatus,
    ExcerptRole,
    Factuality,
    GroundRules,
    Mode,
    NoticeKind,
    Placement,
    RecordMethod,
    RelationKind,
    ResponseOutcome,
    Significance,
    SourceKind,
    Stance,
    VerdictAxis,
    words,
)

Record: TypeAlias = (
    Source | Document | Claim | Attribution | Assessment | Relation | Notice | Waiver
)
"""Any record."""

RECORD_TYPES: dict[str, type[Record]] = {
    each.type: each
    for each in (
        Source,
        Document,
        Claim,
        Attribution,
        Assessment,
        Relation,
        Notice,
        Waiver,
    )
}
"""Value of `type` → class, in the order in which a dossier shows them."""

__all__ = [
    "ALWAYS_PRIVATE",
    "EXTERNAL",
    "FORBIDDEN",
    "ORDERED",
    "PATTERNS",
    "PRIVATE_IN_CONTEXT",
    "RECORD_TYPES",
    "REFERENCES",
    "RELATION_ENDS",
    "TEXT_PATTERN",
    "Alias",
    "Anonymity",
    "AnonymityKnower",
    "Assessment",
    "Attitude",
    "Attribution",
    "Basis",
    "Candidate",
    "Chain",
    "Citable",
    "Claim",
    "ClaimKind",
    "Condition",
    "Count",
    "CueBasis",
    "Document",
    "DocumentKind",
    "DocumentStatus",
    "Excerpt",
    "ExcerptRole",
    "Factuality",
    "Foreign",
    "FrozenMapping",
    "GroundRules",
    "Head",
    "Identified",
    "Link",
    "Mode",
    "Normalized",
    "Notice",
    "NoticeKind",
    "Placement",
    "PrivacyContext",
    "Quantity",
    "Rating",
    "Record",
    "RecordMethod",
    "Recorded",
    "Relation",
    "RelationKind",
    "Response",
    "ResponseOutcome",
    "Significance",
    "Source",
    "SourceKind",
    "Stance",
    "VerdictAxis",
    "Waiver",
    "is_language",
    "is_list",
    "is_registered",
    "limits",
    "link",
    "meant_country",
    "meant_language",
    "name_key",
    "nobody",
    "to_chain",
    "to_id",
    "words",
]
