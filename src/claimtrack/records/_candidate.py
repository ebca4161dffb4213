"""Candidates: who may have said it, if the speaker is not settled."""

from __future__ import annotations

import attrs

from claimtrack.records import _limits
from claimtrack.records._accepted import to_id
from claimtrack.records._checks import identifier, number, optional, text
from claimtrack.records._show import show

__all__ = ["Candidate"]


@attrs.frozen(kw_only=True, repr=False)
class Candidate:
    """One of the sources that may be meant, if the speaker is not settled.

    Attributes:
        source: id of the source that may be meant.
        weight: how strongly the evidence points to this source, in [0, 1].
        why: what points to this source.
    """

    source: str = attrs.field(converter=to_id, validator=identifier)
    weight: float | None = attrs.field(default=None, validator=optional(number(0, 1)))
    why: str | None = attrs.field(default=None, validator=optional(text(_limits.TEXT)))

    __repr__ = show
