"""Read an EDTF string into the stretch of time that it names.

The pattern checks the form. A string that matches has every part in a fixed place, so
it only has to be cut up and looked up in the calendar.
"""

from __future__ import annotations

from datetime import UTC, time, timedelta, timezone
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import quote
from claimtrack.when._calendar import (
    Stretch,
    clock_part,
    day,
    day_date,
    day_of_any_year,
    instant,
    month,
    month_of_any_year,
    part_of_year,
    years,
)
from claimtrack.when._invalid_date import invalid_date
from claimtrack.when._pattern import has_edtf_form

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_edtf"]

_QUALIFIERS: Final = {"?": (False, True), "~": (True, False), "%": (True, True)}
"""For each qualifier, whether it means approximate and whether it means uncertain."""

_OPEN: Final = ("", "..")
"""Ends of an interval that are not a date: unknown, and open."""

_FORMS: Final[dict[str, Callable[[str], Stretch]]] = {
    "9999-99-99": lambda t: day(int(t[:4]), int(t[5:7]), int(t[8:])),
    "9999-99": lambda t: part_of_year(int(t[:4]), int(t[5:])),
    "9999": lambda t: years(int(t), 1, "year"),
    "9999-99-XX": lambda t: month(int(t[:4]), int(t[5:7])),
    "9999-XX-XX": lambda t: years(int(t[:4]), 1, "year"),
    "9999-XX": lambda t: years(int(t[:4]), 1, "year"),
    "999X": lambda t: years(int(t[:3]) * 10, 10, "decade"),
    "99XX": lambda t: years(int(t[:2]) * 100, 100, "century"),
    "XXXX-99-99": lambda t: day_of_any_year(int(t[5:7]), int(t[8:])),
    "XXXX-99": lambda t: month_of_any_year(int(t[5:])),
}
"""How to read a date without its qualifier, by its form; 9 means any digit."""

_DIGITS: Final = str.maketrans("012345678", "999999999")


def read_edtf(edtf: str) -> Stretch:
    """Return the stretch of time that an EDTF string names.

    >>> read_edtf("2025-04~").precision
    'month'

    Raises:
        InvalidRecord: if it is not EDTF that claimtrack supports (CT020), is a time
            without an offset (CT021), is a date that does not exist (CT022), or is
            an interval that ends before it begins (CT023).
    """
    if not has_edtf_form(edtf):
        # The module that finds the reason is large, so import it only when needed.
        from claimtrack.when._refusal import refused_form  # noqa: PLC0415

        raise refused_form(edtf)
    try:
        stretch = _read_form(edtf)
    except ValueError as error:
        problem = f"{quote(edtf)} is not a possible date: {error}"
        raise invalid_date("CT022", problem) from error
    first, last = stretch.earliest, stretch.latest
    if first is not None and last is not None and first > last:
        raise invalid_date("CT023", f"{quote(edtf)} ends before it begins")
    return stretch


def _read_form(edtf: str) -> Stretch:
    if "/" in edtf:
        return _read_interval(*edtf.split("/"))
    if "T" in edtf:
        return _read_instant(edtf)
    return _read_date(edtf)


def _read_date(text: str) -> Stretch:
    qualifier = _QUALIFIERS.get(text[-1])
    bare = text if qualifier is None else text[:-1]
    stretch = _FORMS[bare.translate(_DIGITS)](bare)
    if qualifier is None:
        return stretch
    approximate, uncertain = qualifier
    return attrs.evolve(stretch, approximate=approximate, uncertain=uncertain)


def _read_interval(start: str, end: str) -> Stretch:
    """Return an interval from the first day of `start` to the last day of `end`.

    The result may be reversed. It is not if the two only overlap: 2004-06/2004 began
    in June and ended later in the year.
    """
    nothing = Stretch(precision="unknown")
    first = nothing if start in _OPEN else _read_date(start)
    last = nothing if end in _OPEN else _read_date(end)
    return Stretch(
        earliest=first.earliest,
        latest=last.latest,
        precision="interval",
        approximate=first.approximate or last.approximate,
        uncertain=first.uncertain or last.uncertain,
    )


def _read_instant(text: str) -> Stretch:
    on = day_date(int(text[:4]), int(text[5:7]), int(text[8:10]))
    at = time(
        clock_part("hours", text[11:13], 23),
        clock_part("minutes", text[14:16], 59),
        clock_part("seconds", text[17:19], 59),
    )
    return instant(on, at, _read_offset(text[19:]))


def _read_offset(text: str) -> timezone:
    if text == "Z":
        return UTC
    size = timedelta(
        hours=clock_part("the hours of an offset", text[1:3], 23),
        minutes=clock_part("the minutes of an offset", text[4:] or "00", 59),
    )
    return timezone(-size if text[0] == "-" else size)
