"""How long something takes, and how many times as long as something else.

Tests that time one run fail at times on a busy machine, or when the garbage of other
tests is collected at their expense. What they are about is told by these two.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["least_seconds", "times_as_long"]


def least_seconds(call: Callable[[], object], runs: int = 3) -> float:
    """Return the least CPU time of some runs, in seconds, with nothing collected."""
    taken: list[float] = []
    gc.disable()
    try:
        for _ in range(runs):
            begun = time.process_time()
            call()
            taken.append(time.process_time() - begun)
    finally:
        gc.enable()
    return min(taken)


def times_as_long(
    more: Callable[[], object], less: Callable[[], object], runs: int = 3
) -> float:
    """Return how many times as long the first takes as the second, each at its best.

    They run in turns, so that a machine that is slow for a while is slow for both.
    """
    turns = [(least_seconds(more, 1), least_seconds(less, 1)) for _ in range(runs)]
    return min(long for long, _ in turns) / min(short for _, short in turns)
