"""A bar for work that takes long, where somebody sees standard error."""

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
"""Seconds before a bar is shown."""

_WIDTH: Final = 16
"""Columns of the bar alone."""

_IS_SHOWN: Final = "claimtrack.progress"
"""Key in the context of a command: whether its bar is on the screen."""

_CLEAR: Final = "\r\x1b[2K\x1b[?25h"
"""What takes the line of the bar away, and shows the cursor again."""


def progress(items: Iterable[_Item], length: int) -> Iterator[_Item]:
    """Yield items; after a second of work, show how many of them are done.

    The bar stands on standard error, and only in a terminal. What is printed meanwhile
    takes its place. Inside work that has a bar there is no second one.

    Args:
        items: what is worked on, one after the other.
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
    """Take the bar away before something else is printed."""
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get(_IS_SHOWN):
        context.meta[_IS_SHOWN] = False
        click.echo(_CLEAR, file=sys.stderr, nl=False, color=True)
