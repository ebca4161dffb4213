"""Ids of a page's elements: the id of the record, unless the page needs that itself."""

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
"""The ids of the sections of a page. Its other ids begin with ``ct:``."""

_TAKEN: Final = re.compile(r"(?:ct|r|without):")
"""The beginnings of record ids that could be confused with an id of the page, the id of
another record, or the address of a what-if."""


def element_id(record: str) -> str:
    """Return the id of the element that shows a record.

    >>> element_id("c1"), element_id("findings"), element_id("r:x")
    ('c1', 'r:findings', 'r:r:x')
    """
    is_taken = record in RESERVED or _TAKEN.match(record) is not None
    return f"r:{record}" if is_taken else record


def fragment(record: str) -> str:
    """Return the address, within its page, of the element that shows a record.

    >>> fragment("ex:c/1")
    '#ex%3Ac%2F1'
    """
    return f"#{quote(element_id(record), safe='')}"
