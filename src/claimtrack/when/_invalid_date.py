"""The error that is raised for every invalid date."""

from __future__ import annotations

from claimtrack.errors import InvalidRecord
from claimtrack.findings import CODES

__all__ = ["invalid_date"]


def invalid_date(
    code: str, problem: str, *, field: str = "edtf", fix: str = ""
) -> InvalidRecord:
    """Return the error for an invalid date; its fix is the code's unless one is given.

    >>> print(invalid_date("CT023", "it ends before it begins"))
    date.edtf: it ends before it begins. Swap the two dates, or correct one. (CT023)
    """
    return InvalidRecord(
        record="date",
        field=field,
        problem=problem,
        fix=fix or CODES[code].fix,
        code=code,
    )
