"""Protect cells that a spreadsheet would run as formulas."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["armed", "inert"]

_ARMED: Final = re.compile(r"'*[=+\-@\t\r]")
"""Beginning that a spreadsheet treats as a formula, after any apostrophes."""


def inert(text: str) -> str:
    """Return a cell with an apostrophe before anything a spreadsheet would run.

    If apostrophes already come before such a sign, one more is added, so that `armed`
    restores every text.

    Source: OWASP, "CSV Injection".

    >>> inert("=1+1"), inert("'=1+1"), inert("1+1"), inert("'tis")
    ("'=1+1", "''=1+1", '1+1', "'tis")
    """
    return f"'{text}" if _ARMED.match(text) else text


def armed(text: str) -> str:
    """Return the original cell: without the apostrophe added by `inert`.

    >>> armed("'=1+1"), armed("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith("'") and _ARMED.match(text) else text
