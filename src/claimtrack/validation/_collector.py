"""Python's collector of circles, which looks at everything while much is made."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["paused_collector"]


@contextlib.contextmanager
def paused_collector() -> Generator[None]:
    """Pause the collector while many objects are made that are in no circle.

    It would walk through all of them again and again.

    >>> with paused_collector():
    ...     gc.isenabled()
    False
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
