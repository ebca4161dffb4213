"""How many people an unnamed source is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.view import Interval

if TYPE_CHECKING:
    from claimtrack.lint._case import Case

__all__ = ["is_one_person"]


def is_one_person(source: str, case: Case) -> bool:
    return case.sources.count(source) == Interval(1, 1)
