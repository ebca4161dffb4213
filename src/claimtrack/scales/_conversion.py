"""Convert a confidence to another scale through intervals, and state what is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack._arguments import require
from claimtrack.scales._confidence import Confidence, find_scale
from claimtrack.scales._overlap import holes_in, is_same, overlapped
from claimtrack.scales._scale import Band
from claimtrack.scales._stix import stix_band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.scales._scale import Scale, ScaleId, ScaleKind

__all__ = ["Conversion", "convert"]

_ALL: Final = Band(0, 1)


@attrs.frozen
class Conversion:
    """What a confidence can be called on another scale, and what is lost.

    Attributes:
        candidates: the possible values on the other scale, in its order. For a scale of
            terms, each term that overlaps the interval. For a scale of numbers, the
            ends of the interval; every number between them is possible too. Empty if
            the interval is in a gap of the scale, or if there is nothing to convert.
        interval: the probabilities that the given value means; None if it means none.
        lossy: whether the other scale cannot say exactly the same.
        why: the reason, in a sentence or two.
    """

    candidates: tuple[Confidence, ...]
    interval: Band | None
    lossy: bool
    why: str

    def __str__(self) -> str:
        """Return the candidates in words, and the interval."""
        said = " or ".join(map(_words, self.candidates)) or "no term"
        return said if self.interval is None else f"{said} ({self.interval})"


def convert(
    given: Confidence | Band, *, to: ScaleId, across_kinds: bool = False
) -> Conversion:
    """Return a confidence, or an interval of probabilities, on another scale.

    A term is converted as its whole interval, never as a single point. "F" and "6" mean
    that something cannot be judged, and are not converted.

    Args:
        given: a confidence, or an interval of probabilities.
        to: the id of the other scale.
        across_kinds: whether to convert to a scale that measures something else. The
            numbers are then those of STIX; a scale without numbers there, such as the
            reliability of sources, is still not converted.

    Returns:
        The candidates; there are several if the interval overlaps several terms.

    Raises:
        InvalidRecord: if the scale is unknown, or `given` is neither a confidence nor
            an interval.

    >>> likely = convert(Confidence("icd203", "likely"), to="kent")
    >>> [each.value for each in likely.candidates], likely.lossy
    (['chances-about-even', 'probable'], True)
    >>> print(convert(Confidence("percent", 52), to="phia").why)
    The scale phia has a gap at 50 to 55 %, and 52 % is in it.
    """
    fix = 'Give one, such as Confidence("percent", 60).'
    require(given, (Confidence, Band), place="confidence", what="a confidence", fix=fix)
    target = find_scale(to)
    interval = _interval(given, across_kinds=across_kinds)
    if isinstance(given, Confidence) and given.scale == target.id:
        return Conversion(
            (given,), interval, lossy=False, why="The value is already on this scale."
        )
    obstacle = _obstacle(given, target, interval, across_kinds=across_kinds)
    if obstacle or interval is None:
        return Conversion((), interval, lossy=True, why=obstacle)
    candidates = _candidates(given, interval, target)
    bands = [_interval(each, across_kinds=True) or _ALL for each in candidates]
    is_exact = len(bands) == 1 and is_same(bands[0], interval)
    why = _reason(interval, target, candidates, bands)
    if _kind(given) != target.kind:
        why = f"{why} The numbers are those of STIX."
    return Conversion(candidates, interval, lossy=not is_exact, why=why)


def _interval(given: Confidence | Band, *, across_kinds: bool) -> Band | None:
    """Return the probabilities that a value means; None if it means none."""
    if isinstance(given, Band):
        return given
    scale = find_scale(given.scale)
    if scale.kind != "probability" and not across_kinds:
        return None
    if given.term is not None:
        return stix_band(scale, given.term)
    point = float(given.value) / _most(scale)
    return Band(point, point)


def _most(scale: Scale) -> float:
    """Return the number that means certainty."""
    return 1 if scale.numbers is None else scale.numbers[1]


def _obstacle(
    given: Confidence | Band,
    target: Scale,
    interval: Band | None,
    *,
    across_kinds: bool,
) -> str:
    """Return why a value cannot be converted to a scale; an empty text if it can."""
    if isinstance(given, Confidence) and given.term and not given.term.is_judged:
        return (
            f"{given.value} says that it cannot be judged, so it cannot be converted."
        )
    kind = _kind(given)
    if kind != target.kind and not across_kinds:
        return (
            f"This is {_KINDS[kind]}, and {target.id} measures {_KINDS[target.kind]}: "
            "neither is converted to the other unless you say so."
        )
    if interval is None:
        return f"No table has probabilities for {_KINDS[kind]}."
    if target.numbers is None and not _bands(target):
        return f"No table has probabilities for {_KINDS[target.kind]}."
    return ""


def _kind(given: Confidence | Band) -> ScaleKind:
    """Return what a value measures."""
    return "probability" if isinstance(given, Band) else find_scale(given.scale).kind


_KINDS: Final[dict[ScaleKind, str]] = {
    "probability": "how likely a claim is",
    "reliability": "how far to rely on a source",
    "credibility": "how credible a piece of information is",
    "analytic-confidence": "how sure analysts are of their own judgement",
}
"""What the kinds of scale measure, in words."""


def _bands(scale: Scale) -> list[Band]:
    every = (stix_band(scale, term) for term in scale.terms)
    return [band for band in every if band is not None]


def _candidates(
    given: Confidence | Band, interval: Band, target: Scale
) -> tuple[Confidence, ...]:
    if target.numbers is not None:
        lo = _number(interval.lo, target, "ROUND_FLOOR")
        hi = _number(interval.hi, target, "ROUND_CEILING")
        ends = (lo,) if lo == hi else (lo, hi)
        return tuple(Confidence(target.id, each) for each in ends)
    met = overlapped(interval, _bands(target))
    # If both scales have the given word, keep it: "remote", not "almost no chance", for
    # a desk that uses the other column.
    said = given.value if isinstance(given, Confidence) else None
    return tuple(
        Confidence(target.id, str(said) if said in term.codes else term.codes[0])
        for term in target.terms
        if stix_band(target, term) in met
    )


def _number(probability: float, scale: Scale, rounding: str) -> float:
    """Return a probability as a number of a scale.

    Decimal arithmetic is exact: 0.29 is 29 %, not 28.999999999999996 %.
    """
    from decimal import Decimal  # noqa: PLC0415  # few scales are of numbers

    exact = Decimal(repr(float(probability))) * int(_most(scale))
    whole = exact.to_integral_value(rounding)
    return int(whole) if scale.is_whole or exact == whole else float(exact)


def _reason(
    interval: Band,
    target: Scale,
    candidates: Sequence[Confidence],
    bands: Sequence[Band],
) -> str:
    """Return in words how an interval fits the terms of a scale."""
    if not candidates:
        around = holes_in(_ALL, _bands(target))
        hole = next(each for each in around if overlapped(interval, [each]))
        return f"The scale {target.id} has a gap at {hole}, and {interval} is in it."
    if target.numbers is not None and len(candidates) > 1:
        ends = " to ".join(map(_words, candidates))
        return f"{interval} is not a single number; any number from {ends} fits."
    named = " and ".join(
        f"{_words(each)} ({band})" for each, band in zip(candidates, bands, strict=True)
    )
    left = " and ".join(map(str, holes_in(interval, bands)))
    tail = f" No term covers {left}." if left else ""
    return f"{interval} overlaps {named}.{tail}"


def _words(confidence: Confidence) -> str:
    term = confidence.term
    return f"{float(confidence.value):g}" if term is None else term.label
