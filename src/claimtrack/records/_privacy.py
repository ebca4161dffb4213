"""Which fields are private: some wherever they stand, some only for some records.

The one table that messages, derived ids and public dossiers go by.
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
"""Fields that are private wherever they stand; the schemas mark them with x-private.
A field that is private for one type of record alone has the metadata `SECRET`."""

PRIVATE_IN_CONTEXT: Final[dict[PrivacyContext, frozenset[str]]] = {
    # What was agreed is that the source is not described at all.
    "deep-background": frozenset({"description"}),
    # Copies can be traced, and a hash finds the one who holds the original.
    "leak": frozenset({"archived", "image", "sha256", "url"}),
    # Where and to whom something was said may tell who is not on record for it.
    "link-to-nobody": frozenset({"addressee", "occasion"}),
    # When, where and to whom somebody spoke gives away who it was.
    "link-to-unnamed": frozenset({"addressee", "at", "occasion"}),
    # These have no place there (CT801); where they stand all the same, they tell.
    "unnamed": frozenset({"aka", "image", "same_as", "url"}),
}
"""Context → the fields that are private in it."""
