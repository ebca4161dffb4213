"""The time that sheets take grows as they do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import pytest

from claimtrack.notation import examine_sheet, format_sheet
from cpu_time import times_as_long

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_RATIO: Final = 6.25
"""How many times as long four times as much may take: four, and some for the machine,
which is as slow in growing as 2.5 for twice as much."""


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


@pytest.mark.long
@pytest.mark.parametrize("read", [examine_sheet, format_sheet])
@pytest.mark.parametrize("text_of", [with_names, with_words, with_signs])
def test_time_is_linear(
    text_of: Callable[[int], str], read: Callable[[str], object]
) -> None:
    """Four times as much takes four times as long."""
    small, large = (partial(read, text_of(count)) for count in (1_000, 4_000))
    assert times_as_long(large, small) < LONGEST_RATIO


@pytest.mark.long
def test_a_hundred_thousand_names_in_ten_megabytes_are_read() -> None:
    """As they are declared, without an error."""
    text = with_names(100_000)
    found = examine_sheet(text).examination
    assert len(text.encode()) > 9_000_000
    assert not [each for each in found.findings if each.code.startswith("CT03")]
    assert len(found.records) == 300_001
