"""Which codes are reported, selected by their beginnings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Selection", "reaches"]


@attrs.frozen
class Selection:
    """The codes, or beginnings of codes, that are selected and that are left out.

    Attributes:
        taken: the beginnings of selected codes; empty for all codes.
        left_out: the beginnings of codes that are left out; if a code matches both, the
            longer beginning decides.

    >>> Selection(("CT1",), ("CT106",)).takes("CT106")
    False
    """

    taken: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    def takes(self, code: str) -> bool:
        """Return whether findings of a code are reported."""
        if not self.taken and not self.left_out:
            return True
        asked = _reach(code, self.taken) if self.taken else 0
        return asked >= 0 and asked > _reach(code, self.left_out)


def reaches(prefix: str, codes: Iterable[str]) -> bool:
    """Return whether a text is the beginning of any of these codes.

    >>> reaches("CT7", ["CT701"]), reaches("", ["CT701"])
    (True, False)
    """
    return bool(prefix) and any(code.startswith(prefix) for code in codes)


def _reach(code: str, prefixes: tuple[str, ...]) -> int:
    """Return the length of the longest prefix of `code`, -1 if there is none."""
    if not code.startswith(prefixes):
        return -1
    return max(len(each) for each in prefixes if code.startswith(each))
