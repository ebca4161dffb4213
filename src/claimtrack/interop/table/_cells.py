"""Cells of tables that a spreadsheet would run, and how they are kept from it."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["armed", "inert"]

_ARMED: Final = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet takes for a formula, behind any number of apostrophes."""


def inert(text: str) -> str:
    """Return a cell with an apostrophe before what a spreadsheet would run.

    A cell that begins with apostrophes before such a sign gets one more, so that
    `armed` gives every text back.

    Source: OWASP, "CSV Injection".

    >>> inert("=1+1"), inert("'=1+1"), inert("1+1"), inert("'tis")
    ("'=1+1", "''=1+1", '1+1', "'tis")
    """
    return f"'{text}" if _ARMED.match(text) else text


def armed(text: str) -> str:
    """Return a cell as it was meant: without the apostrophe of `inert`.

    >>> armed("'=1+1"), armed("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if text.startswith("'") and _ARMED.match(text) else text
