"""Words of time: "late on Monday", "last week"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.extract._lexicon import Flag

if TYPE_CHECKING:
    from claimtrack.extract._grammar._unit import Unit

__all__ = ["is_month", "is_when"]

F = Flag


def is_when(unit: Unit, i: int) -> bool:
    """Return whether an item can be in a time phrase: "last", "on", "Monday"."""
    flag = unit.flags[i]
    if flag & (F.TIME | F.ADV | F.NUM):
        return True
    after = unit.flags[i + 1] if i + 1 < len(unit) else 0
    if flag & F.WHEN:
        # "late on Monday", but not "this in Rome"
        return bool(after & F.TIME) or bool(after & F.PREP and not flag & F.DET)
    return bool(flag & F.PREP and after & F.TIME)


def is_month(flag: int) -> bool:
    """Return whether a possible auxiliary is a month: "the second in May"."""
    return bool(flag & F.TIME and flag & F.CAP)
