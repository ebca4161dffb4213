"""Read a text as a date, trying each reader in order, and explain why one fails.

EDTF comes first, then the listed shapes, then python-dateutil, which is imported only
at that point. Nothing here depends on the current date.
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
"""Longest text that is read as a date, in characters; longer ones say more than one."""

_READERS: Final = (read_listed, read_by_dateutil)

_FIX: Final = (
    "Write the date in full, as in 2025-04-17 or 2025-04, "
    "or keep the words as When(text=…)."
)


def edtf_in(text: str) -> str:
    """Return the EDTF string for a date that is given as text.

    The result has the form of EDTF; the caller checks whether the date exists.

    >>> edtf_in("5th of June 2025"), edtf_in("2025-06~")
    ('2025-06-05', '2025-06~')

    Raises:
        InvalidRecord: if the text is not a date or may mean either of two (CT020), or
            if the date does not exist (CT022).
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
    """Return the error for an EDTF string, reworded for the text that it came from.

    >>> reversed_ends = invalid_date("CT023", '"2025/2024" ends before it begins')
    >>> refusal_of_text("2025-2024", "2025/2024", reversed_ends).problem
    '"2025-2024" ends before it begins'
    """
    problem = error.problem.replace(quote(edtf), quote(text), 1)
    return invalid_date(error.code, problem, field="text", fix=error.fix)
