"""A mention: words of the text that say who says what."""

from __future__ import annotations

import attrs

from claimtrack.extract._article import Span
from claimtrack.records import Attitude

__all__ = ["Mention"]


@attrs.frozen(kw_only=True)
class Mention:
    """Who says what, and with which words, as places in the text.

    Attributes:
        source: who says it; None if the text does not name anybody.
        cue: the words that say so; None if only layout or a quote does.
        content: what is said.
        addressee: to whom.
        attitude: the source's attitude to it.
        negated: whether the saying is denied ("did not say why").
        rule: name of the rule that found it.
        sure: whether this rule is almost always right.
    """

    source: Span | None = None
    cue: Span | None = None
    content: Span
    addressee: Span | None = None
    attitude: Attitude = "assertion"
    negated: bool = False
    rule: str
    sure: bool = False
