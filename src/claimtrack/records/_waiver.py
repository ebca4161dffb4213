"""Waivers: statements that a desk has looked at a finding and accepts it."""

from __future__ import annotations

from typing import ClassVar

import attrs

from claimtrack.records import _limits
from claimtrack.records._accepted import to_id, to_optional_when
from claimtrack.records._checks import (
    identifier,
    matching,
    moment,
    optional,
    text,
)
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import SECRET, show
from claimtrack.when import When

__all__ = ["Waiver"]


@attrs.frozen(kw_only=True, repr=False)
class Waiver:
    """Somebody's statement that a finding is known and accepted, and why.

    Attributes:
        id: slug, URN or IRI; a dossier assigns one if it is missing.
        rule: code of the rule: CT followed by three digits.
        target: id of the record that the finding is about, or of one that the finding
            explains.
        by: who accepts the finding, in words. Private.
        reason: why the finding is accepted. Private.
        until: when the waiver ends; without a date, it does not end.
        note: the desk's own remarks. Private.
        ext: foreign data, verbatim. Private.

    Raises:
        InvalidRecord: for a value that the field does not take.

    >>> Waiver(rule="CT708", target="a1", by="A. Editor", reason="Syndicated.")
    Waiver(rule='CT708', target='a1')
    """

    type: ClassVar[str] = "waiver"

    id: str | None = attrs.field(default=None, validator=optional(identifier))
    rule: str = attrs.field(validator=matching("code"))
    target: str = attrs.field(converter=to_id, validator=identifier)
    by: str = attrs.field(validator=text(), metadata=SECRET)
    reason: str = attrs.field(validator=text(_limits.TEXT), metadata=SECRET)
    until: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=optional(moment)
    )
    note: str | None = attrs.field(default=None, validator=optional(text(_limits.TEXT)))
    ext: FrozenMapping = attrs.field(default=EMPTY, converter=freeze_mapping)

    __repr__ = show
