"""Tables fit the terminal, and in a pipe nothing of them is cut off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.cli import _terminal_table
from claimtrack.cli._line_breaks import columns_of

ROWS = st.integers(2, 6).flatmap(
    lambda n: st.lists(
        st.lists(st.text("ab東é ", min_size=1, max_size=60), min_size=n, max_size=n),
        min_size=1,
        max_size=5,
    )
)


def printed(rows: list[list[str]], width: int | None) -> list[str]:
    """Return the lines of a table."""
    lines: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_terminal_table, "terminal_width", lambda: width)
        patch.setattr(_terminal_table, "echo", lines.append)
        _terminal_table.echo_table(rows)
    return lines


@given(ROWS, st.integers(40, 200))
def test_every_row_is_one_line_that_fits(rows: list[list[str]], width: int) -> None:
    """However long its cells are."""
    lines = printed(rows, width)
    assert len(lines) == len(rows)
    assert all(columns_of(each) <= width for each in lines)


@given(ROWS)
def test_a_pipe_gets_every_cell_whole(rows: list[list[str]]) -> None:
    """Below each other."""
    for line, row in zip(printed(rows, None), rows, strict=True):
        assert line.split() == " ".join(row).split()


def test_the_last_column_is_narrowed_last() -> None:
    """It holds codes, which half of would say nothing."""
    rows = [["claim", "a" * 40, "CT502 CT501"]]
    assert printed(rows, 40) == [f"claim  {'a' * 19}…  CT502 CT501"]
