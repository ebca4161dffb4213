"""Detect account names in a text: "@harbour_worker"."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

__all__ = ["has_handle"]

_HANDLE: Final = re.compile(r"(?<![\w.+@-])@([^\W\d][\w.]*\w)")
"""The name of an account; "@10:30" and "@ home" do not match."""

_JSON_LD: Final = re.compile(
    "base|container|context|direction|graph|id|import|included|index|json|language|"
    "list|nest|none|prefix|propagate|protected|reverse|set|type|value|version|vocab"
)
"""Words after "@" in foreign data that are not accounts.

Source: JSON-LD 1.1, section 1.7 (keywords).
"""


def has_handle(text: str) -> bool:
    """Return whether a text contains a handle in any script. Linear in the text.

    >>> has_handle("writes as @harbour_worker"), has_handle("ines@example.org")
    (True, False)
    >>> has_handle("@type: Person"), has_handle("the call @10:30")
    (False, False)
    """
    normal = unicodedata.normalize("NFKC", text).casefold()
    if "@" not in normal:
        return False
    seen = "".join(each for each in normal if unicodedata.category(each) != "Cf")
    return any(not _JSON_LD.fullmatch(match[1]) for match in _HANDLE.finditer(seen))
