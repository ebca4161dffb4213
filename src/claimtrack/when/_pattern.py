"""The form of the EDTF dates that claimtrack takes, as one portable pattern.

The JSON Schema carries the same pattern, so it is written in what ECMA-262 (with
its u flag), Python's re and Rust's regex have in common: explicit classes, groups
that capture nothing, no look-around. What it accepts, the calendar may still refuse
(2025-02-30, 2025-13, an interval that runs backwards).

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
"""Characters that an EDTF string may have; no accepted form comes near."""

QUALIFIER: Final = "[?~%]"
"""Uncertain, approximate, both. At the end of a date, it speaks of all of it."""

GROUPING: Final = "(?:2[1-9]|3[0-9]|4[01])"
"""What stands in the place of the month for a season, a quarter or the like."""

# Any two digits that are no sub-year grouping. 13 is one of them: it has the form of
# a month, and the calendar refuses it.
_MONTH: Final = "(?:[01][0-9]|20|4[2-9]|[5-9][0-9])"

# Groupings stand alone and with a year; the standard joins no season by a slash.
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
"""Matches what has the form of an EDTF date that claimtrack takes, and no more."""

_SHAPE: Final = re.compile(EDTF_PATTERN)


def has_edtf_form(text: str) -> bool:
    r"""Return whether `text` has the form of an EDTF date, possible or not.

    The match is a full one: Python's ``$`` alone would let a last newline pass.

    >>> has_edtf_form("2025-13"), has_edtf_form("2025-12\n"), has_edtf_form("April")
    (True, False, False)
    """
    return _SHAPE.fullmatch(text) is not None
