"""Composition: origins, each counted once, as far as it is not an echo of another."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["Evidence", "Weight", "weighed"]


@attrs.frozen
class Evidence:
    """What arrives of an origin's word.

    Attributes:
        origin: its id.
        positive: how much of it speaks for what it said, from 0.
        negative: how much of it speaks against that, from 0.
    """

    origin: str
    positive: float
    negative: float

    @property
    def mass(self) -> float:
        """How much evidence it is."""
        return math.fsum((self.positive, self.negative))


@attrs.frozen
class Weight:
    """How much of an origin counts beside those with more evidence.

    Attributes:
        share: in [0, 1].
        echo_of: the one of which it is most an echo; None where it is of none.
    """

    share: float
    echo_of: str | None = None


def weighed(
    evidence: Iterable[Evidence], dependence: Callable[[str, str], float]
) -> dict[str, Weight]:
    """Return how much of each origin counts beside the others.

    The origin with the most evidence counts whole; each further one as far as it does
    not hang on those before it: the product of what each leaves of it. Ten origins
    that are one count as one. Looks at every pair of origins.

    Args:
        evidence: of each origin, once.
        dependence: returns how far two origins hang on each other, from 0 to 1.

    >>> some = [Evidence("a", 4, 1), Evidence("b", 3, 1)]
    >>> weighed(some, lambda one, other: 0.5)["b"]
    Weight(share=0.5, echo_of='a')
    """
    ranked = sorted(evidence, key=lambda each: (-each.mass, each.origin))
    weights: dict[str, Weight] = {}
    for each in ranked:
        degrees: dict[str, float] = {}
        for other in weights:
            degree = dependence(other, each.origin)
            if degree:
                degrees[other] = degree
            if degree == 1:
                # Nothing is left of it, whatever else it hangs on.
                break
        left = [1 - degree for degree in degrees.values()]
        echo_of = max(degrees, key=lambda key: degrees[key], default=None)
        weights[each.origin] = Weight(math.prod(sorted(left), start=1.0), echo_of)
    return weights
