"""The head of a dossier: the fields that apply to all of it."""

from __future__ import annotations

import attrs

from claimtrack.records._checks import matching, optional, text
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import SECRET, show

__all__ = ["Head"]


@attrs.frozen(kw_only=True, repr=False)
class Head:
    """The fields that apply to a dossier as a whole.

    Attributes:
        title: what the dossier is about.
        base: the IRI that is put before slugs to make them global.
        lang: BCP 47 tag of the language of the texts, unless a record gives another.
        schema: where editors find the JSON Schema (``"$schema"``), which may be a path.
        version: the version of the format, if it is newer than the one known here; it
            is written back unchanged.
        later: fields of a newer version, which are written back unchanged.

    Raises:
        InvalidRecord: for a value that the field does not take.
    """

    title: str | None = attrs.field(default=None, validator=optional(text()))
    base: str | None = attrs.field(default=None, validator=optional(matching("iri")))
    lang: str | None = attrs.field(
        default=None, validator=optional(matching("language"))
    )

    # A path shows where the file was written.
    schema: str | None = attrs.field(
        default=None, validator=optional(text()), metadata=SECRET
    )
    version: str | None = attrs.field(default=None, validator=optional(text()))
    # A field that only a newer version knows may be private in that version.
    later: FrozenMapping = attrs.field(
        default=EMPTY, converter=freeze_mapping, metadata=SECRET
    )

    __repr__ = show
