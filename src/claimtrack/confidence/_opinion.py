"""Opinions of subjective logic: belief, disbelief and uncertainty."""

from __future__ import annotations

import math
from typing import Final

import attrs

from claimtrack.errors import InvalidRecord
from claimtrack.findings import quote
from claimtrack.scales import Band

__all__ = ["PRIOR_WEIGHT", "Opinion", "check_number", "clipped", "refused"]

PRIOR_WEIGHT: Final = 2.0
"""W: the weight of the base rate, in observations.

Source: Jøsang 2016, "Subjective Logic", non-informative prior weight: two.
"""

DOGMATIC: Final = 1e-9
"""Below this uncertainty, an opinion counts as having infinite evidence."""

MOST: Final = 1e18
"""The most evidence that is accepted: as much as a thousand million opinions that are
nearly dogmatic."""

_ROUNDING: Final = 1e-9
"""How far the sum of the parts may be from one, to allow for rounded numbers."""


def check_number(value: object, field: str = "") -> None:
    """Raise an error if a value is not a number: numeric text and bools are not.

    Args:
        value: the value.
        field: the field that it was given for.

    Raises:
        InvalidRecord: if it is neither an integer nor a float.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        problem = f"{quote(value)} is not a number"
        raise refused(problem, "Use a number.", field=field, code="CT010")


@attrs.frozen
class Opinion:
    """How far a statement is believed, disbelieved and left uncertain.

    The three parts add up to one. Belief and disbelief come from evidence; uncertainty
    is a lack of evidence, not a middle between the two.

    Attributes:
        belief: in [0, 1].
        disbelief: in [0, 1].
        uncertainty: in [0, 1]; it is 1 for an opinion without any evidence (vacuous),
            and 0 for one that no evidence can change (dogmatic).
        base_rate: in [0, 1]; how likely the statement is without any evidence.

    Raises:
        InvalidRecord: if a part is not a number or is outside [0, 1], or if the parts
            do not add up to one.

    Source: Jøsang 2016, "Subjective Logic", binomial opinions.

    >>> print(Opinion(0.6, 0.1, 0.3))
    75 % (belief 0.600, disbelief 0.100, uncertainty 0.300, base rate 0.500)
    """

    belief: float
    disbelief: float
    uncertainty: float
    base_rate: float = 0.5

    def __attrs_post_init__(self) -> None:
        """Raise an error if the parts are not an opinion; store them as floats."""
        for field in attrs.fields(Opinion):
            value = getattr(self, field.name)
            check_number(value, field.name)
            # "not …" also refuses NaN, for which every comparison is false.
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
        """Return an opinion without any evidence."""
        return cls(0, 0, 1, base_rate)

    @classmethod
    def from_evidence(
        cls, positive: float, negative: float, base_rate: float = 0.5
    ) -> Opinion:
        """Return the opinion that results from an amount of evidence.

        Args:
            positive: the evidence for the statement, from 0; one observation is 1.
            negative: the evidence against the statement, from 0.
            base_rate: in [0, 1].

        Raises:
            InvalidRecord: if an amount of evidence is not a number, is negative, or is
                more than 1e18.

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
        """The projected probability: belief plus the base rate's share of uncertainty.

        Source: Jøsang 2016, "Subjective Logic", projected probability: P = b + a u.
        """
        return min(1.0, self.belief + self.base_rate * self.uncertainty)

    @property
    def interval(self) -> Band:
        """The interval of probabilities from belief to one minus disbelief."""
        return Band(self.belief, min(1.0, self.belief + self.uncertainty))

    @property
    def is_vacuous(self) -> bool:
        """Whether there is no evidence at all."""
        return self.belief == self.disbelief == 0

    @property
    def is_dogmatic(self) -> bool:
        """Whether no evidence could change the opinion: uncertainty is below 1e-9."""
        return self.uncertainty < DOGMATIC

    @property
    def evidence(self) -> tuple[float, float]:
        """The amounts of evidence for and against the statement.

        Raises:
            InvalidRecord: if the opinion is dogmatic, as its evidence is infinite.

        Source: as for `from_evidence`, reversed: r = W b / u, s = W d / u.
        """
        if self.is_dogmatic:
            raise refused(
                "a dogmatic opinion has evidence without end",
                "Give it some uncertainty.",
            )
        weight = PRIOR_WEIGHT / self.uncertainty
        return weight * self.belief, weight * self.disbelief

    def __str__(self) -> str:
        """Return the projected probability and the parts."""
        return (
            f"{self.projection * 100:.0f} % (belief {self.belief:.3f}, "
            f"disbelief {self.disbelief:.3f}, uncertainty {self.uncertainty:.3f}, "
            f"base rate {self.base_rate:.3f})"
        )


def refused(
    problem: str, fix: str, *, field: str = "", code: str = "CT017"
) -> InvalidRecord:
    """Return the error for numbers that are not an opinion, or do not result in one."""
    return InvalidRecord("opinion", field, problem, fix, code)


def clipped(belief: float, disbelief: float, base_rate: float) -> Opinion:
    """Return an opinion from computed parts, cutting off rounding beyond 0 and 1."""
    b = min(1.0, max(0.0, belief))
    d = min(1.0 - b, max(0.0, disbelief))
    return Opinion(b, d, 1 - b - d if b + d < 1 else 0.0, min(1.0, max(0.0, base_rate)))
