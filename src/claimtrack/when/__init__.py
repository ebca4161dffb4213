"""Dates as newsrooms have them: imprecise, uncertain, open-ended, or only words.

A `When` keeps an EDTF string (ISO 8601-2) as written. It provides its bounds and its
precision, and compares with another date: True, False, or None if unknown.

>>> When.parse("2025-04").before(When.parse("2025-06-05"))
True

`When.from_text` also reads the dates that people and feeds write, and keeps their text:

>>> When.from_text("around June 2025")
When('2025-06~', text='around June 2025')

This layer must not know what a record, a schema or a file is. It never reads the
clock, so no result depends on the current date.
"""

from claimtrack.when._calendar import Precision
from claimtrack.when._pattern import EDTF_MAX_LENGTH, EDTF_PATTERN
from claimtrack.when._when import TEXT_MAX_LENGTH, When

__all__ = [
    "EDTF_MAX_LENGTH",
    "EDTF_PATTERN",
    "TEXT_MAX_LENGTH",
    "Precision",
    "When",
]
