"""The time that sheets take grows as they do."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack.notation import examine_sheet, format_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_RATIO: Final = 2.5
"""How much longer twice as much may take: two, and some for the machine."""


def with_names(count: int) -> str:
    """Return a sheet of so many names that hold signs, each of which is used."""
    declared = "".join(f'"Firm {n}, Inc. {n}": organization\n' for n in range(count))
    claims = "".join(
        f"- It is {n}.\n  body: Firm {n}, Inc. {n} “said”, direct\n"
        for n in range(count)
    )
    return f"article [a]: Port\n{declared}{claims}"


def with_words(count: int) -> str:
    """Return a sheet of so many undeclared names, unnamed sources and broken lines."""
    return "article [a]: Port\nRuiz: person\n" + "".join(
        f"- It is {n}.\n  body: Somebody{n} < ?man {n} “said\n  lead: ?man {n}\n"
        for n in range(count)
    )


def with_signs(count: int) -> str:
    """Return a sheet of one line with so many signs of the notation."""
    return f"article [a]: Port\nRuiz: person\n- x\n  body: {'Ruiz < ' * count}Ruiz\n"


def seconds(read: Callable[[str], object], text: str) -> float:
    """Return the least CPU time of three runs.

    The collector is off: how long it takes depends on what other tests have left.
    """
    taken: list[float] = []
    gc.disable()
    try:
        for _ in range(3):
            begin = time.process_time()
            read(text)
            taken.append(time.process_time() - begin)
    finally:
        gc.enable()
    return min(taken)


@pytest.mark.long
@pytest.mark.parametrize("read", [examine_sheet, format_sheet])
@pytest.mark.parametrize("text_of", [with_names, with_words, with_signs])
def test_time_is_linear(
    text_of: Callable[[int], str], read: Callable[[str], object]
) -> None:
    """Twice as much takes twice as long."""
    small, large = text_of(1_000), text_of(2_000)
    assert seconds(read, large) < LONGEST_RATIO * seconds(read, small)


@pytest.mark.long
def test_a_hundred_thousand_names_in_ten_megabytes_are_read() -> None:
    """As they are declared, without an error."""
    text = with_names(100_000)
    found = examine_sheet(text).examination
    assert len(text.encode()) > 9_000_000
    assert not [each for each in found.findings if each.code.startswith("CT03")]
    assert len(found.records) == 300_001
