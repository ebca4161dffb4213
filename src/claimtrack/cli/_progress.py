"""A progress bar for long work, if standard error is a terminal."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["clear_progress", "progress"]

_Item = TypeVar("_Item")

PATIENCE: Final = 1.0
"""Seconds before the bar is shown."""

_WIDTH: Final = 16
"""Columns of the bar itself."""

_IS_SHOWN: Final = "claimtrack.progress"
"""Key in the context of a command: whether its bar is on the screen."""

_CLEAR: Final = "\r\x1b[2K\x1b[?25h"
"""Control sequence that clears the bar's line, and shows the cursor again."""


def progress(items: Iterable[_Item], length: int) -> Iterator[_Item]:
    """Yield items; after a second of work, show how many of them are done.

    The bar is shown on standard error, and only in a terminal. Other output replaces
    it. There is only one bar at a time, even if work with a bar is nested.

    Args:
        items: the items to work on, one after the other.
        length: how many there are.
    """
    context = click.get_current_context(silent=True)
    meta: dict[str, Any] = {} if context is None else context.meta
    if length == 1 or context is None or _IS_SHOWN in meta or not sys.stderr.isatty():
        yield from items
        return
    meta[_IS_SHOWN] = False
    start = time.monotonic()
    bar = click.progressbar(
        length=length, file=sys.stderr, show_pos=True, show_eta=False, width=_WIDTH
    )
    done = 0
    try:
        for item in items:
            yield item
            done += 1
            if time.monotonic() - start >= PATIENCE:
                meta[_IS_SHOWN] = True
                bar.update(done)
                done = 0
    finally:
        clear_progress()
        del meta[_IS_SHOWN]


def clear_progress() -> None:
    """Clear the bar before something else is printed."""
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get(_IS_SHOWN):
        context.meta[_IS_SHOWN] = False
        click.echo(_CLEAR, file=sys.stderr, nl=False, color=True)
