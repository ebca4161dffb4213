"""Print rows in columns that fit the terminal; in a pipe nothing is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.cli._line_breaks import columns_of
from claimtrack.cli._output import echo, terminal_width

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["echo_table"]

_GAP: Final = "  "

_CUT: Final = "…"

_LEAST: Final = 4
"""Minimum columns of a cell, however narrow the terminal is."""


def echo_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows, one per line, with aligned cells.

    In a terminal the widest columns are narrowed until a row fits; the last column only
    when no other can be. Text that does not fit into a cell is cut off.
    """
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    room = terminal_width()
    if room is not None:
        _narrow(widths, room - len(_GAP) * (len(widths) - 1))
    for row in rows:
        cells = map(_fitted, row, widths)
        echo(_GAP.join(cells).rstrip())


def _narrow(widths: list[int], room: int) -> None:
    """Narrow the widest cells until all fit."""
    while sum(widths) > room and max(widths) > _LEAST:
        inner = widths[:-1]
        widest = max(inner) if max(inner) > _LEAST else widths[-1]
        widths[widths.index(widest)] -= 1


def _fitted(cell: str, width: int) -> str:
    """Return a cell with exactly `width` columns."""
    shown = cell
    if columns_of(cell) > width:
        while columns_of(shown) > width - len(_CUT):
            shown = shown[:-1]
        shown = shown.rstrip() + _CUT
    return shown + " " * (width - columns_of(shown))
