"""Opinions: belief, disbelief and what is left uncertain, of subjective logic."""

from __future__ import annotations

import math
from typing import Final

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.findings import quote
from claimtrack.scales import Band

__all__ = ["PRIOR_WEIGHT", "Opinion", "check_number", "clipped", "refused"]

PRIOR_WEIGHT: Final = 2.0
"""W: how much evidence the base rate weighs as long as there is little.

Source: Jøsang 2016, "Subjective Logic", non-informative prior weight: two.
"""

DOGMATIC: Final = 1e-9
"""The uncertainty below which an opinion has none: its evidence is without end."""

MOST: Final = 1e18
"""The most evidence that is taken: a thousand million opinions that are all but
dogmatic."""

_ROUNDING: Final = 1e-9
"""How far from one the parts may add up to, for numbers that were rounded."""


def check_number(value: object, field: str = "") -> None:
    """Refuse what is not a number: text that holds one, and true and false, too.

    Args:
        value: what was given.
        field: what it was given for.

    Raises:
        InvalidRecord: where it is neither an integer nor a float.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        problem = f"{quote(value)} is not a number"
        raise refused(problem, "Use a number.", field=field, code="CT010")


@attrs.frozen
class Opinion:
    """How far a statement is believed, disbelieved, and not judged.

    The three add up to one. Belief and disbelief are what evidence speaks for;
    uncertainty is the lack of evidence, and no middle between the two.

    Attributes:
        belief: in [0, 1].
        disbelief: in [0, 1].
        uncertainty: in [0, 1]; 1 is an opinion without any evidence (vacuous), 0 one
            that no evidence can ever change (dogmatic).
        base_rate: in [0, 1]; how likely it is as long as there is no evidence.

    Raises:
        InvalidRecord: for parts that are not numbers, lie outside [0, 1], or do not
            add up to one.

    Source: Jøsang 2016, "Subjective Logic", binomial opinions.

    >>> print(Opinion(0.6, 0.1, 0.3))
    75 % (belief 0.600, disbelief 0.100, uncertainty 0.300, base rate 0.500)
    """

    belief: float
    disbelief: float
    uncertainty: float
    base_rate: float = 0.5

    def __attrs_post_init__(self) -> None:
        """Refuse what is no opinion, and keep the parts as floats."""
        for field in attrs.fields(Opinion):
            value = getattr(self, field.name)
            check_number(value, field.name)
            # "not …" refuses NaN too, which compares with nothing.
            if not 0 <= value <= 1:
                problem = f"{quote(value)} is not between 0 and 1"
                raise refused(problem, "Use numbers from 0 to 1.", field=field.name)
            object.__setattr__(self, field.name, float(value))
        total = math.fsum((self.belief, self.disbelief, self.uncertainty))
        if abs(total - 1) > _ROUNDING:
            problem = f"belief, disbelief and uncertainty add up to {total:g}"
            raise refused(problem, "Make them add up to 1.", code="CT024")

    @classmethod
    def vacuous(cls, base_rate: float = 0.5) -> Opinion:
        """Return the opinion of whoever has no evidence."""
        return cls(0, 0, 1, base_rate)

    @classmethod
    def from_evidence(
        cls, positive: float, negative: float, base_rate: float = 0.5
    ) -> Opinion:
        """Return the opinion that so much evidence makes.

        Args:
            positive: how much speaks for it, from 0; one observation is 1.
            negative: how much speaks against it, from 0.
            base_rate: in [0, 1].

        Raises:
            InvalidRecord: for evidence that is not a number, is negative, or is more
                than 1e18.

        Source: Jøsang 2016, "Subjective Logic", mapping of opinions to beta
        distributions: b = r / (r + s + W), d = s / (r + s + W), u = W / (r + s + W).

        >>> Opinion.from_evidence(4, 1).projection.__round__(3)
        0.714
        """
        check_number(positive, "positive")
        check_number(negative, "negative")
        if not (0 <= positive <= MOST and 0 <= negative <= MOST):
            problem = (
                f"{quote(positive)} for and {quote(negative)} against is not evidence"
            )
            raise refused(problem, f"Use two numbers from 0 to {MOST:g}.")
        total = math.fsum((positive, negative, PRIOR_WEIGHT))
        return cls(positive / total, negative / total, PRIOR_WEIGHT / total, base_rate)

    @property
    def projection(self) -> float:
        """The probability that it comes to: belief, and its share of the unknown.

        Source: Jøsang 2016, "Subjective Logic", projected probability: P = b + a u.
        """
        return min(1.0, self.belief + self.base_rate * self.uncertainty)

    @property
    def interval(self) -> Band:
        """The probabilities between belief and what nothing speaks against."""
        return Band(self.belief, min(1.0, self.belief + self.uncertainty))

    @property
    def is_vacuous(self) -> bool:
        """Whether there is no evidence at all."""
        return self.belief == self.disbelief == 0

    @property
    def is_dogmatic(self) -> bool:
        """Whether no evidence could change it: an uncertainty below 1e-9."""
        return self.uncertainty < DOGMATIC

    @property
    def evidence(self) -> tuple[float, float]:
        """How much evidence speaks for it, and how much against it.

        Raises:
            InvalidRecord: for a dogmatic opinion: it would be without end.

        Source: as for `from_evidence`, the other way round: r = W b / u, s = W d / u.
        """
        if self.is_dogmatic:
            raise refused(
                "a dogmatic opinion has evidence without end",
                "Give it some uncertainty.",
            )
        weight = PRIOR_WEIGHT / self.uncertainty
        return weight * self.belief, weight * self.disbelief

    def __str__(self) -> str:
        """Return the probability it comes to, and its parts."""
        return (
            f"{self.projection * 100:.0f} % (belief {self.belief:.3f}, "
            f"disbelief {self.disbelief:.3f}, uncertainty {self.uncertainty:.3f}, "
            f"base rate {self.base_rate:.3f})"
        )


def refused(
    problem: str, fix: str, *, field: str = "", code: str = "CT017"
) -> InvalidRecord:
    """Return the error for numbers that are no opinion, or come to none."""
    return InvalidRecord("opinion", field, problem, fix, code)


def clipped(belief: float, disbelief: float, base_rate: float) -> Opinion:
    """Return an opinion of computed parts: rounding beyond 0 and 1 is cut off."""
    b = min(1.0, max(0.0, belief))
    d = min(1.0 - b, max(0.0, disbelief))
    return Opinion(b, d, 1 - b - d if b + d < 1 else 0.0, min(1.0, max(0.0, base_rate)))
