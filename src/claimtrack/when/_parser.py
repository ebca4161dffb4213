"""Read an EDTF string into the stretch of time it names.

The pattern decides the form. What matches it has everything in a fixed place, so
what is left is to cut it up and to ask the calendar.
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
"""Whether a qualifier says approximate, and whether it says uncertain."""

_OPEN: Final = ("", "..")
"""Ends of an interval that say nothing: not known, and open."""

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
"""How to read a date without its qualifier, by its form: 9 stands for a digit."""

_DIGITS: Final = str.maketrans("012345678", "999999999")


def read_edtf(edtf: str) -> Stretch:
    """Return what an EDTF string says about time.

    >>> read_edtf("2025-04~").precision
    'month'

    Raises:
        InvalidRecord: when it is not EDTF as claimtrack takes it (CT020), a time
            without an offset (CT021), a date that the calendar does not have
            (CT022), or an interval that runs backwards (CT023).
    """
    if not has_edtf_form(edtf):
        # What looks for the reason is large, and read where there is one to be found.
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

    It may turn out reversed. It does not when the two merely overlap: 2004-06/2004
    began in June and ended later in the year.
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
