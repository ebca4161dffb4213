"""How sure somebody is, on the scale on which it was said."""

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
"""Where the top band begins: that of ICD 203 and of PHIA."""


@attrs.frozen
class Confidence:
    """How sure somebody is, as it was said: a scale and a value on it.

    Attributes:
        scale: id of the scale, one of `claimtrack.scales.SCALES`.
        value: a code of one of its terms, or a number within its bounds.

    Raises:
        InvalidRecord: for a scale that is not known, or a value that is not on it.

    >>> Confidence("icd203", "likely").term.label
    'likely'
    """

    scale: ScaleId
    value: str | float

    def __attrs_post_init__(self) -> None:
        """Look the value up on the scale."""
        _check(self.scale, self.value)

    @property
    def term(self) -> Term | None:
        """The term that the value names; None for a number."""
        terms = SCALES[self.scale].terms
        return next((each for each in terms if self.value in each.codes), None)


def _check(scale_id: object, value: object) -> None:
    """Refuse a value that its scale does not have.

    Types are checked too: what a caller hands in need not be what it should be.
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
    """Return whether nothing higher can be said on the scale.

    The last term of a scale that rises, and each that begins at 95 %; a number from
    95 % of the greatest; of the Admiralty's grades A and 1, which come first.

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
    """Return the scale of an id; refuse an id that is none."""
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
    # JSON has one kind of number: 50.0 is as whole as 50.
    return value.is_integer() or not whole


def not_one_of(
    field: str, value: object, what: str, words: tuple[str, ...]
) -> InvalidRecord:
    """Return the error for a value that is none of the words, with the nearest."""
    near = suggest(value, words) if isinstance(value, str) else None
    hint = f'Did you mean "{near}"? ' if near else ""
    fix = f"{hint}Use one of: {', '.join(words)}."
    problem = f"{quote(value)} is not {what}"
    return InvalidRecord("confidence", field, problem, fix, "CT013")
