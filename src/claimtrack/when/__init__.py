"""Dates as newsrooms have them: imprecise, uncertain, open, or words alone.

A `When` keeps an EDTF string (ISO 8601-2) as written and knows its bounds, its
precision, and how it compares with another: True, False, or None for unknown.

>>> When.parse("2025-04").before(When.parse("2025-06-05"))
True

What people and feeds write is read as well, and their text kept beside it:

>>> When.from_text("around June 2025")
When('2025-06~', text='around June 2025')

This layer must not know what a record, a schema or a file is, and it never reads
the clock: no answer depends on the day it is asked.
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
