"""STIX's confidence, a whole number from 0 to 100, and the five scales that it maps.

This module has the numbers that STIX writes for terms, and the ranges that it reads
back. Only these scales have numbers in STIX; of the two Admiralty axes it maps only
credibility.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.errors import InvalidRecord
from claimtrack.findings import quote
from claimtrack.scales._confidence import Confidence, find_scale
from claimtrack.scales._scale import Band

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.scales._scale import Scale, ScaleId, Term

__all__ = ["from_stix", "stix_band", "to_stix"]

_NUMBERS: Final[Mapping[str, tuple[int, ...]]] = {
    "admiralty-credibility": (90, 70, 50, 30, 10),
    "dni": (5, 15, 30, 50, 70, 85, 95),
    "wep": (0, 10, 30, 50, 70, 90, 100),
    "zero-to-ten": (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100),
    "level": (0, 15, 50, 85),
}
"""Scale → the numbers that STIX writes for its terms, in their order. "Cannot be
judged" comes last and has no number: STIX leaves the property out.

Source: OASIS STIX 2.1, appendix A, confidence scales.
"""

_CREDIBILITY: Final[Mapping[str, Band]] = {
    "1": Band(0.80, 1),
    "2": Band(0.60, 0.79),
    "3": Band(0.40, 0.59),
    "4": Band(0.20, 0.39),
    "5": Band(0, 0.19),
}
"""The range of numbers that STIX reads as each credibility grade. The Admiralty code
itself has no numbers.

Source: OASIS STIX 2.1, appendix A, table of the Admiralty credibility scale.
"""


def stix_band(scale: Scale, term: Term) -> Band | None:
    """Return the interval of a term: from its own source, otherwise from STIX."""
    if scale.id == "admiralty-credibility":
        return _CREDIBILITY.get(term.codes[0])
    return term.band


def to_stix(confidence: Confidence) -> int | None:
    """Return the number that STIX 2.1 writes for a confidence.

    Args:
        confidence: how sure somebody is.

    Returns:
        A number from 0 to 100; None if STIX has none: for "cannot be judged", for
        scales that it does not map, and for percentages that are not whole.

    Source: OASIS STIX 2.1, appendix A, confidence scales.

    >>> to_stix(Confidence("wep", "unlikely"))
    30
    >>> print(to_stix(Confidence("admiralty-credibility", "6")))
    None
    """
    scale, term = find_scale(confidence.scale), confidence.term
    if term is not None:
        numbers = _NUMBERS.get(scale.id, ())
        place = scale.terms.index(term)
        return numbers[place] if place < len(numbers) else None
    value = float(confidence.value)
    is_whole = scale.id in ("stix", "percent") and value.is_integer()
    return int(value) if is_whole else None


def from_stix(number: int, *, to: ScaleId) -> Confidence:
    """Return the term of a scale that STIX 2.1 reads a number as.

    Args:
        number: STIX's confidence, a whole number from 0 to 100.
        to: the id of the scale, either one that STIX maps or "stix" itself.

    Raises:
        InvalidRecord: if the number is not a STIX confidence, or STIX does not map the
            scale.

    Source: OASIS STIX 2.1, appendix A, confidence scales.

    >>> from_stix(30, to="admiralty-credibility").term.label
    'doubtful'
    """
    given = Confidence("stix", number)
    scale = find_scale(to)
    if scale.id == "stix":
        return given
    if scale.id not in _NUMBERS:
        problem = f"{quote(scale.id)} is not a scale that STIX maps"
        fix = f"Use one of: {', '.join(_NUMBERS)}. Or use convert(…)."
        raise InvalidRecord("confidence", "scale", problem, fix, "CT013")
    bands = ((term, stix_band(scale, term)) for term in scale.terms)
    # The ranges cover every whole percentage; a test goes through all of them.
    code = next(term.codes[0] for term, band in bands if band and number / 100 in band)
    return Confidence(scale.id, code)
