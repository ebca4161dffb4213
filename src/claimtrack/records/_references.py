"""Which fields refer to other records, and to records of which types."""

from __future__ import annotations

from typing import Final

from claimtrack.records._assessment import Assessment
from claimtrack.records._attribution import Attribution
from claimtrack.records._candidate import Candidate
from claimtrack.records._chain import Link
from claimtrack.records._claim import Claim, Condition, Quantity
from claimtrack.records._document import Document
from claimtrack.records._notice import Notice
from claimtrack.records._relation import Relation
from claimtrack.records._source import Source
from claimtrack.records._waiver import Waiver
from claimtrack.when import When

__all__ = ["EXTERNAL", "REFERENCES"]

_SOURCE: Final = ("source",)
_DOCUMENT: Final = ("document",)
_CLAIM: Final = ("claim",)
_ANY: Final = (
    "source",
    "document",
    "claim",
    "attribution",
    "assessment",
    "relation",
    "notice",
    "waiver",
)

REFERENCES: Final[dict[type, dict[str, tuple[str, ...]]]] = {
    Source: {"affiliations": _SOURCE, "members": _SOURCE},
    Document: {"publisher": _SOURCE, "authors": _SOURCE},
    Claim: {"about": _ANY},
    Quantity: {"of": _CLAIM},
    Condition: {"claim": _CLAIM},
    Attribution: {"claim": _CLAIM, "document": _DOCUMENT},
    Candidate: {"source": _SOURCE},
    Link: {
        "source": _SOURCE,
        "addressee": _SOURCE,
        "document": _DOCUMENT,
        "evidence": _DOCUMENT,
        "utterance": _CLAIM,
        "on_behalf_of": _SOURCE,
    },
    Assessment: {
        "subject": ("claim", "source", "attribution", "document"),
        "by": _SOURCE,
        "document": _DOCUMENT,
        "evidence": _DOCUMENT,
    },
    # What subject and object may be depends on the kind: see RELATION_ENDS.
    Relation: {"subject": _ANY, "object": _ANY, "by": _SOURCE},
    Notice: {"target": _ANY, "by": _SOURCE, "document": _DOCUMENT},
    Waiver: {"target": _ANY},
    When: {"relative_to": _DOCUMENT},
}
"""Class → field → types of record that the field's ids may refer to."""

EXTERNAL: Final = frozenset({(Claim, "about")})
"""Fields whose IRIs may refer to something outside the dossier."""
