"""Dates: every form of EDTF that claimtrack accepts, words, and both."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from claimtrack.records import to_id
from claimtrack.testing import _text
from claimtrack.testing._build import built
from claimtrack.when import When

if TYPE_CHECKING:
    from claimtrack.testing._build import Ids

__all__ = ["whens"]

_OFFSETS: Final = ("Z", "+00:00", "+03:00", "-12", "+14:00", "-03:30", "+23:59")

# A few close days, so that dates often coincide, and the limits of the range. Years
# begin with 0100 so that decade and century are within the range, too.
_DAYS: Final = st.one_of(
    st.dates(date(2024, 2, 25), date(2024, 3, 5)),
    st.dates(date(2022, 2, 24), date(2026, 12, 31)),
    st.dates(date(100, 1, 1), date(9998, 12, 31)),
).map(date.isoformat)

_LENGTHS: Final = st.sampled_from([10, 7, 4])
"""Number of characters of a day, of its month, of its year."""

_QUALIFIERS: Final = st.sampled_from(["", "", "?", "~", "%"])


def whens(*, documents: Ids | None = None) -> st.SearchStrategy[When]:
    """Return dates: EDTF in all its forms, words alone, and dates with their words.

    Args:
        documents: strategy for `relative_to`; any id by default.

    >>> from hypothesis import given, settings
    >>> @settings(max_examples=10)
    ... @given(whens())
    ... def check(when: When) -> None:
    ...     assert when.edtf or when.text
    >>> check()
    """
    named = _text.ids() if documents is None else documents.map(to_id)
    return st.one_of(
        _EDTF.map(When.parse),
        _EDTF.map(When.parse),
        built(When, {"edtf": _EDTF}, {"text": _text.lines(), "relative_to": named}),
        built(When, {"text": _text.lines()}, {"relative_to": named}),
    )


def _cut(day: str, length: int) -> str:
    return day[:length]


def _interval(days: list[str], lengths: tuple[int, int], qualifier: str) -> str:
    # If cut off, the first day can only move back, and the last one only forward.
    first, last = days
    return f"{first[: lengths[0]]}{qualifier}/{last[: lengths[1]]}"


def _open_interval(day: str, form: str) -> str:
    return form.format(day)


_FORMS: Final = st.one_of(
    st.builds(_cut, _DAYS, _LENGTHS),
    _DAYS.map(lambda day: f"{day[:3]}X"),
    _DAYS.map(lambda day: f"{day[:2]}XX"),
    _DAYS.map(lambda day: f"{day[:4]}-XX"),
    _DAYS.map(lambda day: f"{day[:7]}-XX"),
    _DAYS.map(lambda day: f"{day[:4]}-XX-XX"),
    _DAYS.map(lambda day: f"XXXX{day[4:7]}"),
    _DAYS.map(lambda day: f"XXXX{day[4:]}"),
    # Seasons, quarters, halves.
    st.builds("{}-{}".format, st.builds(_cut, _DAYS, st.just(4)), st.integers(21, 41)),
)

_CLOCKS: Final = st.times().map(lambda time: time.replace(microsecond=0).isoformat())

_EDTF: Final = st.one_of(
    st.builds("{}{}".format, _FORMS, _QUALIFIERS),
    st.builds("{}T{}{}".format, _DAYS, _CLOCKS, st.sampled_from(_OFFSETS)),
    st.builds(
        _interval,
        st.tuples(_DAYS, _DAYS).map(sorted),
        st.tuples(_LENGTHS, _LENGTHS),
        _QUALIFIERS,
    ),
    st.builds(
        _open_interval,
        st.builds(_cut, _DAYS, _LENGTHS),
        st.sampled_from(["{}/..", "{}/", "../{}", "/{}", "{}?/..", "../{}~"]),
    ),
)
