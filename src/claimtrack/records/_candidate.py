"""Candidates: who may have said it, where the speaker is not settled."""

from __future__ import annotations

import attrs

from claimtrack.records import _limits
from claimtrack.records._accepted import to_id
from claimtrack.records._checks import identifier, number, optional, text
from claimtrack.records._show import show

__all__ = ["Candidate"]


@attrs.frozen(kw_only=True, repr=False)
class Candidate:
    """One source that an unsettled quote may come from.

    Attributes:
        source: id of the source.
        weight: how much speaks for it, in [0, 1].
        why: what speaks for it.
    """

    source: str = attrs.field(converter=to_id, validator=identifier)
    weight: float | None = attrs.field(default=None, validator=optional(number(0, 1)))
    why: str | None = attrs.field(default=None, validator=optional(text(_limits.TEXT)))

    __repr__ = show
