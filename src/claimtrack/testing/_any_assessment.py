"""Assessments of every kind of record that can be judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from claimtrack.records import (
    Assessment,
    Normalized,
    Rating,
    VerdictAxis,
    limits,
    words,
)
from claimtrack.testing import _text
from claimtrack.testing._any_confidence import confidences
from claimtrack.testing._any_foreign import foreign_data
from claimtrack.testing._any_when import whens
from claimtrack.testing._build import a_few, built

if TYPE_CHECKING:
    from claimtrack.testing._build import Fields, Ids

__all__ = ["assessments"]

_NUMBERS: Final[st.SearchStrategy[float]] = st.one_of(
    st.integers(-1, 10), st.floats(-limits.NUMBER, limits.NUMBER)
)

_ENDS: Final = ("value", "best", "worst")

_RATINGS: Final = st.one_of(
    [
        built(
            Rating,
            {name: _NUMBERS},
            {other: _NUMBERS for other in _ENDS if other != name},
        )
        for name in _ENDS
    ]
)
"""Ratings with a number and a scale, and some that lack one of them."""

_NORMALIZED: Final = built(
    Normalized,
    {
        # One scheme often judges on several axes.
        "scheme": st.one_of(st.just("https://example.org/verdicts"), _text.lines()),
        "axis": st.sampled_from(words(VerdictAxis)),
        "code": _text.lines(),
    },
    {"method": _text.lines(), "rule": _text.lines()},
)


def _axis(verdict: Normalized) -> tuple[str, ...]:
    """Return the unique key of a judgement: only authenticity has several codes."""
    code = (verdict.code,) if verdict.axis == "authenticity" else ()
    return (verdict.scheme, verdict.axis, *code)


_VERDICTS: Final = st.lists(_NORMALIZED, min_size=1, max_size=3, unique_by=_axis)


def assessments(
    *,
    ids: st.SearchStrategy[str | None] | None = None,
    subjects: Ids | None = None,
    sources: Ids | None = None,
    documents: Ids | None = None,
) -> st.SearchStrategy[Assessment]:
    """Return assessments.

    Args:
        ids: strategy for their ids; any id or None by default.
        subjects: strategy for the judged records; any id by default.
        sources: strategy for the judges; any id by default.
        documents: strategy for documents that they are published in or rest on, or that
            dates are relative to; any id by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(assessments(subjects=st.just("c1")))
    ... def check(assessment: Assessment) -> None:
    ...     assert assessment.subject == "c1"
    >>> check()
    """
    own = st.one_of(st.none(), _text.ids()) if ids is None else ids
    needed: Fields = {
        "id": own,
        "subject": _text.ids() if subjects is None else subjects,
    }
    judgement: Fields = {
        "verdict": _text.texts(),
        "rating": _RATINGS,
        "confidence": st.lists(confidences(), min_size=1, max_size=2),
    }
    optional: Fields = {
        "by": _text.ids() if sources is None else sources,
        "document": _text.ids() if documents is None else documents,
        "normalized": _VERDICTS,
        "rationale": _text.texts(),
        "evidence": a_few(_text.ids() if documents is None else documents),
        "at": whens(documents=documents),
        "url": _text.iris(),
        "lang": _text.languages(),
        "license": _text.lines(),
        "note": _text.texts(),
        "ext": foreign_data(),
    }
    return st.one_of(
        [
            built(
                Assessment,
                {**needed, name: values},
                {**{k: v for k, v in judgement.items() if k != name}, **optional},
            )
            for name, values in judgement.items()
        ]
    )
