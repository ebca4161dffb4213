"""The order in which a text is read as a date, and what is said when it is none.

EDTF comes first, then the listed shapes, then python-dateutil, which is not even
imported before. Nothing here knows what day it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.findings import quote
from claimtrack.when._invalid_date import invalid_date
from claimtrack.when._last_resort import read_by_dateutil
from claimtrack.when._pattern import has_edtf_form
from claimtrack.when._phrase import clean, read_listed, read_phrase
from claimtrack.when._shapes import TwoReadings

if TYPE_CHECKING:
    from claimtrack.errors import InvalidRecord

__all__ = ["edtf_in", "refusal_of_text"]

_LENGTH: Final = 100
"""Characters of a text that may say one date; a longer one says more than that."""

_READERS: Final = (read_listed, read_by_dateutil)

_FIX: Final = (
    "Write the date in full, as in 2025-04-17 or 2025-04, "
    "or keep the words as When(text=…)."
)


def edtf_in(text: str) -> str:
    """Return the EDTF string that a text says.

    It has the form of EDTF; whether it is possible, the one who reads it finds out.

    >>> edtf_in("5th of June 2025"), edtf_in("2025-06~")
    ('2025-06-05', '2025-06~')

    Raises:
        InvalidRecord: when the text says no date, or one of two (CT020), or one
            that the calendar does not have (CT022).
    """
    if has_edtf_form(text):
        return text
    reading = clean(text)
    if reading != text and has_edtf_form(reading):
        return reading
    try:
        edtf = read_phrase(reading, _READERS) if len(reading) <= _LENGTH else None
    except TwoReadings as error:
        problem = f"{quote(text)} may be {error.one} or {error.other}"
        fix = "Write the one that is meant, or keep the words as When(text=…)."
        raise invalid_date("CT020", problem, field="text", fix=fix) from error
    except ValueError as error:
        problem = f"{quote(text)} is not a possible date: {error}"
        raise invalid_date("CT022", problem, field="text") from error
    if edtf is None:
        problem = f"{quote(text)} is not a date that can be read"
        raise invalid_date("CT020", problem, field="text", fix=_FIX)
    return edtf


def refusal_of_text(text: str, edtf: str, error: InvalidRecord) -> InvalidRecord:
    """Return the refusal of an EDTF string as one of the text that it was read from.

    >>> reversed_ends = invalid_date("CT023", '"2025/2024" ends before it begins')
    >>> refusal_of_text("2025-2024", "2025/2024", reversed_ends).problem
    '"2025-2024" ends before it begins'
    """
    problem = error.problem.replace(quote(edtf), quote(text), 1)
    return invalid_date(error.code, problem, field="text", fix=error.fix)
