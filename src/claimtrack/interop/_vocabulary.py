"""Terms of claimtrack for linked data: a JSON-LD context."""

from __future__ import annotations

from typing import Final

from claimtrack.records import REFERENCES
from claimtrack.schema import URN, JsonValue

__all__ = ["CONTEXT"]

_ADDRESSES: Final = ("archived", "image", "same_as", "url")
"""Fields that lead outside the dossier."""

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
        # The name of who waived a finding is text, not an id.
        "waiver": {"@id": f"{URN}waiver", "@context": {"by": f"{URN}by"}},
    }
}
"""Context that turns a dossier into linked data; add it to the dossier's fields.

Each field and each word of a dossier is a term under ``urn:claimtrack:v1:``. Ids and
references are IRIs; slugs are resolved against the base given to the reader.
"""
