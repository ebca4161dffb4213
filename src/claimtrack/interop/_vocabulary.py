"""Our terms for programs that read linked data: a context of JSON-LD."""

from __future__ import annotations

from typing import Final

from claimtrack.records import REFERENCES
from claimtrack.schema import URN, JsonValue

__all__ = ["CONTEXT"]

_ADDRESSES: Final = ("archived", "image", "same_as", "url")
"""Fields that lead out of the dossier."""

_REFERRING: Final = sorted(
    {*_ADDRESSES, *(field for fields in REFERENCES.values() for field in fields)}
)

CONTEXT: Final[dict[str, JsonValue]] = {
    "@context": {
        "@version": 1.1,
        "@vocab": URN,
        "claimtrack": URN,
        "id": "@id",
        "type": "@type",
        "$schema": None,
        **{each: {"@id": f"{URN}{each}", "@type": "@id"} for each in _REFERRING},
        "chain": {"@id": f"{URN}chain", "@type": "@id", "@container": "@list"},
        "ext": {"@id": f"{URN}ext", "@type": "@json"},
        # Who waived a finding is a text, and nobody's id.
        "waiver": {"@id": f"{URN}waiver", "@context": {"by": f"{URN}by"}},
    }
}
"""What makes linked data of a dossier: put it beside its fields.

Each field and each word of a dossier is a term under ``urn:claimtrack:v1:``; ids and
what refers to them are IRIs, slugs from the base that the reader is told of.
"""
