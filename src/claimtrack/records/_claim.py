"""Claims: propositions that can be right or wrong."""

from __future__ import annotations

from typing import ClassVar

import attrs

from claimtrack.records import _limits
from claimtrack.records._accepted import to_ids, to_optional_id, to_optional_when
from claimtrack.records._checks import (
    each,
    identifier,
    instance,
    matching,
    moment,
    number,
    one_of,
    optional,
    refuse,
    text,
)
from claimtrack.records._foreign import EMPTY, FrozenMapping, freeze_mapping
from claimtrack.records._show import show
from claimtrack.records._words import ClaimKind, ResponseOutcome, words
from claimtrack.when import When

__all__ = ["Claim", "Condition", "Quantity", "Response"]

# Inside the class, `text` is the field of this name.
_WHEN = optional(moment)
_TEXT = optional(text(_limits.TEXT))
_NUMBER = optional(number(-_limits.NUMBER, _limits.NUMBER))


@attrs.frozen(kw_only=True, repr=False)
class Quantity:
    """How much or how many a claim says, with the bounds included.

    Attributes:
        min: at least this much; None if there is no lower bound.
        max: at most this much; None if there is no upper bound.
        unit: what is counted or measured.
        of: id of the claim whose quantity this one is part of ("15 of the 30").
    """

    min: float | None = attrs.field(default=None, validator=_NUMBER)
    max: float | None = attrs.field(default=None, validator=_NUMBER)
    unit: str | None = attrs.field(default=None, validator=optional(text()))
    of: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )

    def __attrs_post_init__(self) -> None:
        """Ask for at least one bound, and for a min that is not above the max."""
        if self.min is None and self.max is None:
            problem = "min is required because there is no max"
            raise refuse(self, "min", problem, "Give at least one bound.", "CT011")
        if self.min is not None and self.max is not None and self.min > self.max:
            problem = f"min {self.min} is greater than max {self.max}"
            raise refuse(self, "min", problem, "Swap them, or correct one.", "CT024")

    __repr__ = show


@attrs.frozen(kw_only=True, repr=False)
class Condition:
    """What a claim depends on, as text, as a claim of the dossier, or both.

    Attributes:
        text: the condition in words.
        claim: id of the claim that states the condition.
    """

    text: str | None = attrs.field(default=None, validator=_TEXT)
    claim: str | None = attrs.field(
        default=None, converter=to_optional_id, validator=optional(identifier)
    )

    def __attrs_post_init__(self) -> None:
        """Ask for one of the two."""
        if self.text is None and self.claim is None:
            problem = "text is required because there is no claim"
            raise refuse(self, "text", problem, "Give a text or a claim.", "CT011")

    __repr__ = show


@attrs.frozen(kw_only=True, repr=False)
class Response:
    """Whether the people an allegation is about were asked, and what they answered.

    Attributes:
        outcome: the result of asking them: replied, declined, no-answer or not-sought.
        sought: when they were asked.
    """

    outcome: ResponseOutcome = attrs.field(
        validator=one_of(words(ResponseOutcome), "a response outcome")
    )
    sought: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=_WHEN
    )

    __repr__ = show


@attrs.frozen(kw_only=True, repr=False)
class Claim:
    """A proposition, in the desk's own words, that can be right or wrong.

    Attributes:
        id: slug, URN or IRI, unique in its dossier.
        text: the proposition as the innermost speaker means it, including that
            speaker's own "not" ("The US will not provide …").
        lang: BCP 47 tag.
        kind: fact, prediction, evaluation, norm or allegation.
        about: what the claim is about: ids of records, or IRIs.
        holds: the time that the claim is about.
        quantity: how much or how many the claim says.
        condition: what the claim depends on.
        response: for allegations: whether the people it is about were asked, and what
            they answered.
        note: the desk's own remarks. Private.
        ext: foreign data, verbatim. Private.

    Raises:
        InvalidRecord: for a value that the field does not take.

    >>> Claim(id="c30", text="The coalition has 30 members")
    Claim(id='c30', text='The coalition has 30 members')
    """

    type: ClassVar[str] = "claim"

    id: str = attrs.field(validator=identifier)
    text: str = attrs.field(validator=text(_limits.TEXT))
    lang: str | None = attrs.field(
        default=None, validator=optional(matching("language"))
    )
    kind: ClaimKind = attrs.field(
        default="fact", validator=one_of(words(ClaimKind), "a kind of claim")
    )
    about: tuple[str, ...] = attrs.field(
        default=(), converter=to_ids, validator=each(identifier)
    )
    holds: When | None = attrs.field(
        default=None, converter=to_optional_when, validator=_WHEN
    )
    quantity: Quantity | None = attrs.field(
        default=None, validator=optional(instance(Quantity, "Quantity(min=…, max=…)"))
    )
    condition: Condition | None = attrs.field(
        default=None, validator=optional(instance(Condition, "Condition(text=…)"))
    )
    response: Response | None = attrs.field(
        default=None, validator=optional(instance(Response, "Response(outcome=…)"))
    )
    note: str | None = attrs.field(default=None, validator=_TEXT)
    ext: FrozenMapping = attrs.field(default=EMPTY, converter=freeze_mapping)

    def __attrs_post_init__(self) -> None:
        """Refuse a response to anything but an allegation."""
        if self.response is not None and self.kind != "allegation":
            problem = f"response is not allowed on a claim of kind {self.kind}"
            fix = 'Remove it, or make the kind "allegation".'
            raise refuse(self, "response", problem, fix, "CT019")

    __repr__ = show
