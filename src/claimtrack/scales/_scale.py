"""What a scale is: its terms or numbers, what they mean, and the source for that."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from claimtrack.errors import InvalidRecord

__all__ = ["Band", "Scale", "ScaleId", "ScaleKind", "Term"]

ScaleId: TypeAlias = Literal[
    "probability",
    "percent",
    "stix",
    "admiralty-reliability",
    "admiralty-credibility",
    "icd203",
    "kent",
    "phia",
    "ipcc",
    "dni",
    "wep",
    "zero-to-ten",
    "level",
]
"""The id of a scale in records."""

ScaleKind: TypeAlias = Literal[
    "probability", "reliability", "credibility", "analytic-confidence"
]
"""What a scale measures: how likely a claim is; how far a source can be relied on; how
credible a piece of information is; how sure analysts are of their own judgement."""


@attrs.frozen
class Band:
    """An interval of probabilities.

    Attributes:
        lo: lower end, in [0, 1].
        hi: upper end, in [lo, 1].
        lo_open: whether the lower end is excluded.
        hi_open: whether the upper end is excluded.

    Raises:
        InvalidRecord: if an end is outside [0, 1], the lower end is above the upper
            one, or a single point is excluded from its own interval.

    >>> str(Band(0.4, 0.5, hi_open=True)), 0.5 in Band(0.4, 0.5, hi_open=True)
    ('40 to less than 50 %', False)
    """

    lo: float
    hi: float
    lo_open: bool = False
    hi_open: bool = False

    def __attrs_post_init__(self) -> None:
        """Raise an error if this is not an interval of probabilities."""
        is_empty = self.lo == self.hi and (self.lo_open or self.hi_open)
        # "not …" also refuses NaN, for which every comparison is false.
        if not 0 <= self.lo <= self.hi <= 1 or is_empty:
            problem = f"{self.lo:g} to {self.hi:g} is not an interval of probabilities"
            fix = "Give the lower end first, both from 0 to 1."
            raise InvalidRecord("band", "", problem, fix, "CT024")

    @property
    def is_point(self) -> bool:
        """Whether the interval is a single probability."""
        return self.lo == self.hi

    def __contains__(self, probability: float) -> bool:
        """Return whether a probability is in the interval."""
        is_below = probability < self.lo or (self.lo_open and probability == self.lo)
        is_above = probability > self.hi or (self.hi_open and probability == self.hi)
        return not (is_below or is_above)

    def __str__(self) -> str:
        """Return the interval in percent, and which ends are excluded."""
        lo = f"{'more than ' if self.lo_open else ''}{self.lo * 100:g}"
        if self.is_point:
            return f"{lo} %"
        return f"{lo} to {'less than ' if self.hi_open else ''}{self.hi * 100:g} %"


@attrs.frozen
class Term:
    """One step of a scale.

    Attributes:
        codes: the codes that records may use for it; the first is the usual one.
        label: the term in words.
        band: the probabilities that it means; None if it means none.
        is_judged: False for "cannot be judged", which is not a value, and never the
            middle of the scale.
    """

    codes: tuple[str, ...]
    label: str
    band: Band | None = None
    is_judged: bool = True


@attrs.frozen(kw_only=True)
class Scale:
    """A scale on which people say how sure they are.

    Attributes:
        id: its id in records.
        title: its name for people.
        kind: what it measures; different kinds are only converted on request.
        terms: its terms, in the order of its source; empty for a scale of numbers.
        numbers: the least and the greatest number; None for a scale of terms.
        is_whole: whether its numbers are whole.
        source: where the table was published.
    """

    id: ScaleId
    title: str
    kind: ScaleKind
    source: str
    terms: tuple[Term, ...] = ()
    numbers: tuple[float, float] | None = None
    is_whole: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all terms."""
        return tuple(code for term in self.terms for code in term.codes)
