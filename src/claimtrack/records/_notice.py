"""Notices: what was published about a record later, never an edit of it."""

from __future__ import annotations

from typing import ClassVar

import attrs

from claimtrack.records import _limits
from claimtrack.records._accepted import to_id, to_optional_id, to_optional_when
from claimtrack.records._checks import identifier, moment, one_of, optional, text
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import show
from claimtrack.records._words import NoticeKind, Significance, words
from claimtrack.when import When

__all__ = ["Notice"]

_TEXT = optional(text(_limits.TEXT))


@attrs.frozen(kw_only=True, repr=False)
class Notice:
    """A correction, a retraction, a denial or the like: an event about a record.

    Attributes:
        id: slug, URN or IRI; a dossier assigns one if it is missing.
        kind: what kind of notice it is: correction, clarification, update,
            editors-note, refile, hold, retraction, removal or denial.
        target: id of the record that the notice is about.
        by: id of the source that issued the notice.
        at: when the notice was issued.
        was: what the target said before.
        now: what it says instead.
        significance: how much it changes: minor or substantive.
        document: id of the document that contains the notice.
        note: the desk's own remarks. Private.
        ext: foreign data, verbatim. Private.

    Raises:
        InvalidRecord: for a value that the field does not take.

    >>> Notice(kind="retraction", target="bloomberg-report", by="bloomberg")
    Notice(kind='retraction', target='bloomberg-report', by='bloomberg')
    """

    type: ClassVar[str] = "notice"

    id: str | None = attrs.field(default=None, validator=optional(identifier))
    kind: NoticeKind = attrs.field(
        validator=one_of(words(NoticeKind), "a kind of notice")
    )
    target: str = attrs.field(converter=to_id, validator=identifier)
    by: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    at: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=optional(moment)
    )
    was: str | None = attrs.field(default=None, validator=_TEXT)
    now: str | None = attrs.field(default=None, validator=_TEXT)
    significance: Significance | None = attrs.field(
        default=None, validator=optional(one_of(words(Significance), "a significance"))
    )
    document: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )
    note: str | None = attrs.field(default=None, validator=_TEXT)
    ext: FrozenMapping = attrs.field(default=EMPTY, converter=freeze_mapping)

    __repr__ = show
