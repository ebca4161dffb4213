"""How sure somebody is, on the scale that they used."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeGuard

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.findings import quote, suggest
from claimtrack.scales._scale import ScaleId
from claimtrack.scales._tables import SCALES

if TYPE_CHECKING:
    from claimtrack.scales._scale import Scale, Term

__all__ = ["Confidence", "find_scale", "is_top", "not_one_of"]

_TOP = 0.95
"""Where the top band begins in ICD 203 and PHIA."""


@attrs.frozen
class Confidence:
    """How sure somebody is, as they said it: a scale and a value on it.

    Attributes:
        scale: the id of the scale, one of `claimtrack.scales.SCALES`.
        value: a code of one of its terms, or a number within its bounds.

    Raises:
        InvalidRecord: if the scale is unknown, or the value is not on it.

    >>> Confidence("icd203", "likely").term.label
    'likely'
    """

    scale: ScaleId
    value: str | float

    def __attrs_post_init__(self) -> None:
        """Check that the value is on the scale."""
        _check(self.scale, self.value)

    @property
    def term(self) -> Term | None:
        """The term that the value names; None for a number."""
        terms = SCALES[self.scale].terms
        return next((each for each in terms if self.value in each.codes), None)


def _check(scale_id: object, value: object) -> None:
    """Raise an error if the scale does not have the value.

    Types are checked too, because callers may pass anything.
    """
    scale = find_scale(scale_id)
    if scale.numbers is None:
        if not isinstance(value, str) or value not in scale.codes:
            what = f"a term of the scale {scale.id}"
            raise not_one_of("value", value, what, scale.codes)
        return
    least, most = scale.numbers
    noun = "whole number" if scale.is_whole else "number"
    fix = f"Use a {noun} from {least:g} to {most:g}."
    if not _is_number(value, whole=scale.is_whole):
        problem = f"{quote(value)} is not a {noun}"
        raise InvalidRecord("confidence", "value", problem, fix, "CT010")
    if not least <= value <= most:
        problem = f"{quote(value)} is not between {least:g} and {most:g}"
        raise InvalidRecord("confidence", "value", problem, fix, "CT017")


def is_top(confidence: Confidence) -> bool:
    """Return whether a confidence is at the top of its scale.

    The top is the last term of an ascending scale and every term that begins at 95 %,
    a number of at least 95 % of the greatest, and the Admiralty grades A and 1, which
    come first.

    Args:
        confidence: how sure somebody is.

    >>> is_top(Confidence("icd203", "nearly-certain"))
    True
    """
    scale, term = find_scale(confidence.scale), confidence.term
    if scale.numbers is not None:
        return float(confidence.value) >= _TOP * scale.numbers[1]
    if scale.kind in ("reliability", "credibility"):
        return term == scale.terms[0]
    is_high = term is not None and term.band is not None and term.band.lo >= _TOP
    return is_high or term == scale.terms[-1]


def find_scale(scale_id: object) -> Scale:
    """Return the scale with an id; raise an error if there is none."""
    scale = SCALES.get(scale_id) if isinstance(scale_id, str) else None
    if scale is None:
        raise not_one_of("scale", scale_id, "a scale", tuple(SCALES))
    return scale


def _is_number(value: object, *, whole: bool) -> TypeGuard[float]:
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        return True
    if not isinstance(value, float) or not math.isfinite(value):
        return False
    # JSON has only one type of number, so 50.0 is as whole as 50.
    return value.is_integer() or not whole


def not_one_of(
    field: str, value: object, what: str, words: tuple[str, ...]
) -> InvalidRecord:
    """Return the error for a value that is not one of the words, with a suggestion."""
    near = suggest(value, words) if isinstance(value, str) else None
    hint = f'Did you mean "{near}"? ' if near else ""
    fix = f"{hint}Use one of: {', '.join(words)}."
    problem = f"{quote(value)} is not {what}"
    return InvalidRecord("confidence", field, problem, fix, "CT013")
