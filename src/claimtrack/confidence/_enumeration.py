"""Names, numbers and percentages as parts of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["counted", "listed", "percent"]

_NAMED: Final = 5
"""Most names that a sentence lists; the others are counted."""

_WORDS: Final = (
    *("no", "one", "two", "three", "four"),
    *("five", "six", "seven", "eight", "nine"),
)
"""Small numbers as a newspaper writes them."""


def listed(names: Iterable[str]) -> str:
    """Return a list of names as part of a sentence.

    >>> listed(["UNN", "AP", "BBC"])
    'UNN, AP and BBC'
    """
    every = list(names)
    shown = every[:_NAMED]
    if len(every) > _NAMED:
        shown.append(f"{len(every) - _NAMED} more")
    if len(shown) <= 1:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def counted(number: int, noun: str) -> str:
    """Return a number of things in words.

    >>> counted(1, "origin"), counted(12, "origin")
    ('one origin', '12 origins')
    """
    said = _WORDS[number] if number < len(_WORDS) else str(number)
    return f"{said} {noun}" if number == 1 else f"{said} {noun}s"


def percent(share: float) -> str:
    """Return a share in percent; it is 0 or 100 only if the share is exactly 0 or 1.

    >>> percent(0.5625), percent(0.001), percent(0.9999)
    ('56 %', 'less than 1 %', 'more than 99 %')
    """
    whole = round(share * 100)
    if whole == 0 and share > 0:
        return "less than 1 %"
    if whole == 100 and share < 1:  # noqa: PLR2004
        return "more than 99 %"
    return f"{whole} %"
