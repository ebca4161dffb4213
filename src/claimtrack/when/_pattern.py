"""The form of the EDTF dates that claimtrack supports, as one portable pattern.

The JSON Schema has the same pattern, so it only uses features that ECMA-262 (with its
u flag), Python's re and Rust's regex share: explicit classes, non-capturing groups, no
look-around. A string that matches may still not be a date (2025-02-30, 2025-13, an
interval that ends before it begins).

>>> import re
>>> [bool(re.fullmatch(EDTF_PATTERN, t)) for t in ("2025-04~", "../2025", "2025-4")]
[True, True, False]

Source: ISO 8601-2:2019; Library of Congress, Extended Date/Time Format (EDTF)
Specification, 2019: level 0, level 1, and of level 2 the sub-year groupings and the
unspecified year. Forms are noted in the comments below.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["EDTF_MAX_LENGTH", "EDTF_PATTERN", "GROUPING", "QUALIFIER", "has_edtf_form"]

EDTF_MAX_LENGTH: Final = 64
"""Longest EDTF string, in characters; every supported form is much shorter."""

QUALIFIER: Final = "[?~%]"
"""Uncertain, approximate, or both. At the end of a date, it applies to all of it."""

GROUPING: Final = "(?:2[1-9]|3[0-9]|4[01])"
"""The number in place of the month for a season, a quarter or another grouping."""

# Any two digits that are not a sub-year grouping. That includes 13, which has the form
# of a month and is refused by the calendar.
_MONTH: Final = "(?:[01][0-9]|20|4[2-9]|[5-9][0-9])"

# A grouping comes with a year and not in an interval: the standard does not join
# seasons with a slash.
_MONTH_OR_DAY: Final = f"(?:{_MONTH}|[0-9]{{2}}-[0-9]{{2}})"

_END: Final = f"[0-9]{{4}}(?:-{_MONTH_OR_DAY})?{QUALIFIER}?"

_FORMS: Final = (
    # 2025, 2025-04, 2025-21, 2025-04-17, 2025-04-XX, 2025-XX, 2025-XX-XX
    "[0-9]{4}(?:-(?:[0-9]{2}(?:-(?:[0-9]{2}|XX))?|XX(?:-XX)?))?" + QUALIFIER + "?",
    # 202X, 20XX
    "[0-9]{2}[0-9X]X" + QUALIFIER + "?",
    # XXXX-04, XXXX-04-17
    f"XXXX-{_MONTH_OR_DAY}{QUALIFIER}?",
    # 2025-04-17T10:00:00Z, with +03 or +03:00 in the place of Z
    "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(?::[0-9]{2}){2}(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)",
    # 2025/2026, 2025/.., 2025/
    rf"{_END}/(?:{_END}|\.\.)?",
    # ../2025, /2025
    rf"(?:\.\.)?/{_END}",
)

EDTF_PATTERN: Final = f"^(?:{'|'.join(_FORMS)})$"
"""Matches exactly the strings that have the form of a supported EDTF date."""

_SHAPE: Final = re.compile(EDTF_PATTERN)


def has_edtf_form(text: str) -> bool:
    r"""Return whether `text` has the form of an EDTF date, whether or not it exists.

    The whole text must match: Python's ``$`` alone would allow a newline at the end.

    >>> has_edtf_form("2025-13"), has_edtf_form("2025-12\n"), has_edtf_form("April")
    (True, False, False)
    """
    return _SHAPE.fullmatch(text) is not None
