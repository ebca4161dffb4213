"""Confidences on every scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from claimtrack.scales import SCALES, Confidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.scales import Scale, ScaleId

__all__ = ["confidences"]


def confidences(
    *, scales: Iterable[ScaleId] | None = None
) -> st.SearchStrategy[Confidence]:
    """Return confidences.

    Args:
        scales: ids of the scales to use; all by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(confidences(scales=["kent", "percent"]))
    ... def check(confidence: Confidence) -> None:
    ...     assert confidence.scale in ("kent", "percent")
    >>> check()
    """
    known = [SCALES[each] for each in (SCALES if scales is None else scales)]
    return st.sampled_from(known).flatmap(_on)


def _on(scale: Scale) -> st.SearchStrategy[Confidence]:
    values: st.SearchStrategy[str | float]
    if scale.numbers is None:
        values = st.sampled_from(scale.codes)
    elif scale.is_whole:
        values = st.integers(*map(int, scale.numbers))
    else:
        values = st.floats(*scale.numbers)
    return values.map(lambda value: Confidence(scale.id, value))
