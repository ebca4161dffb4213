"""Head lines, which begin a sequence of dossiers and each dossier in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.schema import is_object
from claimtrack.validation._gate import admit_text
from claimtrack.validation._size import is_longer

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue

__all__ = ["HEAD", "LONGEST_HEAD", "MARKS", "is_head", "is_sequence"]

HEAD: Final = "dossier"
"""The ``type`` of a head line."""

MARKS: Final = (f'"{HEAD}"', "\\u006", "\\u007")
"""Texts of which a head line contains at least one: its name, or the beginning of an
escape for one of its letters."""

LONGEST_HEAD: Final = 65_536
"""Bytes of a first line that are examined. A whole dossier on one line is not a head
line, and finding this out must not take as long as reading it."""


def is_head(value: JsonValue) -> bool:
    """Return whether the value of a line is the head of a dossier."""
    return is_object(value) and value.get("type") == HEAD


def is_sequence(first: bytes | str) -> bool:
    r"""Return whether a first line is the head line of a dossier.

    >>> is_sequence('{"type": "dossier", "claimtrack": "1.0"}\n')
    True
    """
    if is_longer(first, LONGEST_HEAD):
        return False
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else first
    # A line without this name, even in escapes, need not be parsed.
    if not any(each in text for each in MARKS):
        return False
    return is_head(admit_text(text.removeprefix("\ufeff")).value)
