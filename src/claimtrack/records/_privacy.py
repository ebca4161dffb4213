"""Which fields are private: some in every record, some only in certain records.

Messages, derived ids and public dossiers all use this one table.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

__all__ = ["ALWAYS_PRIVATE", "PRIVATE_IN_CONTEXT", "PrivacyContext"]

PrivacyContext: TypeAlias = Literal[
    "deep-background", "leak", "link-to-nobody", "link-to-unnamed", "unnamed"
]
"""What makes a field private that is public elsewhere: an unnamed source on deep
background; a document of kind leak; a link that is a chain by itself, with nobody on
record; a link to an unnamed source, or to one that is not settled; an unnamed
source."""

ALWAYS_PRIVATE: Final = frozenset({"anonymity", "ext", "note", "recorded"})
"""Fields that are private in every record; the schemas mark them with x-private.
A field that is private for one type of record alone has the metadata `SECRET`."""

PRIVATE_IN_CONTEXT: Final[dict[PrivacyContext, frozenset[str]]] = {
    # The agreement is that the source is not described at all.
    "deep-background": frozenset({"description"}),
    # Copies can be traced, and a hash can lead to whoever holds the original.
    "leak": frozenset({"archived", "image", "sha256", "url"}),
    # Where and to whom something was said may reveal who is not on record for it.
    "link-to-nobody": frozenset({"addressee", "occasion"}),
    # When, where and to whom somebody spoke gives away who it was.
    "link-to-unnamed": frozenset({"addressee", "at", "occasion"}),
    # An unnamed source should not have these (CT801); if it does, they identify it.
    "unnamed": frozenset({"aka", "image", "same_as", "url"}),
}
"""Context → the fields that are private in it."""
