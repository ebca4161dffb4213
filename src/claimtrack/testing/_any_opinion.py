"""Opinions of subjective logic."""

from __future__ import annotations

from hypothesis import strategies as st

from claimtrack.confidence import Opinion

__all__ = ["opinions"]

_PARTS = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.25, 0.5, 1.0]))


@st.composite
def opinions(draw: st.DrawFn, *, min_uncertainty: float = 0.0) -> Opinion:
    """Return opinions, including vacuous and dogmatic ones.

    Args:
        draw: given by hypothesis.
        min_uncertainty: the least uncertainty; if above 0, none is dogmatic.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(opinions(min_uncertainty=0.1))
    ... def check(opinion: Opinion) -> None:
    ...     assert not opinion.is_dogmatic
    >>> check()
    """
    certain = draw(_PARTS) * (1 - min_uncertainty)
    belief = certain * draw(_PARTS)
    disbelief = certain - belief
    return Opinion(belief, disbelief, 1 - certain, draw(_PARTS))
