"""The head of a dossier: what is said of it as a whole."""

from __future__ import annotations

import attrs

from claimtrack.records._checks import matching, optional, text
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import SECRET, show

__all__ = ["Head"]


@attrs.frozen(kw_only=True, repr=False)
class Head:
    """What is said of a dossier as a whole.

    Attributes:
        title: what it is about.
        base: the IRI that makes its slugs global.
        lang: BCP 47 tag of the language of its texts unless they say otherwise.
        schema: where editors find the JSON Schema (``"$schema"``), which may be a path.
        version: of the format, where it is newer than ours; it is written again.
        later: fields of a newer version, which are written again.

    Raises:
        InvalidRecord: for a value that the field does not take.
    """

    title: str | None = attrs.field(default=None, validator=optional(text()))
    base: str | None = attrs.field(default=None, validator=optional(matching("iri")))
    lang: str | None = attrs.field(
        default=None, validator=optional(matching("language"))
    )

    # A path says where it was written.
    schema: str | None = attrs.field(
        default=None, validator=optional(text()), metadata=SECRET
    )
    version: str | None = attrs.field(default=None, validator=optional(text()))
    # What only a newer version knows may be private there.
    later: FrozenMapping = attrs.field(
        default=EMPTY, converter=freeze_mapping, metadata=SECRET
    )

    __repr__ = show
