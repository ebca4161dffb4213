"""Ids of a page's elements: a record's own id, unless the page needs it itself."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

__all__ = ["RESERVED", "element_id", "fragment"]

RESERVED: Final = frozenset(
    {
        "claims",
        "findings",
        "how-to-read-this",
        "matrix",
        "overview",
        "report",
        "sources",
        "timeline",
        "what-if",
    }
)
"""Ids of the sections of a page. Its other ids begin with ``ct:``."""

_TAKEN: Final = re.compile(r"(?:ct|r|without):")
"""What ids of records begin with that could be taken for one of the page, for that of
another record, or for the address of a what-if."""


def element_id(record: str) -> str:
    """Return the id of the element that shows a record.

    >>> element_id("c1"), element_id("findings"), element_id("r:x")
    ('c1', 'r:findings', 'r:r:x')
    """
    is_taken = record in RESERVED or _TAKEN.match(record) is not None
    return f"r:{record}" if is_taken else record


def fragment(record: str) -> str:
    """Return the address of the element that shows a record, in its page.

    >>> fragment("ex:c/1")
    '#ex%3Ac%2F1'
    """
    return f"#{quote(element_id(record), safe='')}"
