"""Ten times the mistakes take ten times the time, whatever they are."""

from __future__ import annotations

import subprocess
import sys

import pytest

import claimtrack as ct
import many_mistakes


def seconds(name: str, count: int) -> float:
    """Return the CPU time of a process of its own that checks so many mistakes."""
    ran = subprocess.run(  # noqa: S603  # ours
        [sys.executable, many_mistakes.__file__, name, str(count)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return float(ran.stdout)


def is_linear(name: str, count: int) -> bool:
    """Return whether ten times as many take no more than twelve times the time.

    Of two tries the better one counts: other processes share the caches.
    """
    tries = ((seconds(name, count), seconds(name, 10 * count)) for _ in range(3))
    return any(more <= 12 * less for less, more in tries)


@pytest.mark.parametrize("name", many_mistakes.FORMER)
def test_ten_times_the_mistakes_take_ten_times_the_time(name: str) -> None:
    """Where it was otherwise once."""
    assert is_linear(name, 200)


@pytest.mark.long
@pytest.mark.parametrize("name", many_mistakes.MISTAKES)
def test_40_000_mistakes_of_every_code(name: str) -> None:
    """Of each that a file can hold many of."""
    assert is_linear(name, 4_000)


@pytest.mark.parametrize("name", sorted(many_mistakes.MISTAKES))
def test_each_file_has_its_mistakes(name: str) -> None:
    """Else nothing would be measured: as many of its code as were asked for."""
    code = name.split(maxsplit=1)[0]
    if not code.startswith("CT") or code in ("CT801", "CT028") or "that waive" in name:
        return
    counts = [
        sum(each.code == code for each in ct.validate(many_mistakes.MISTAKES[name](n)))
        for n in (5, 10)
    ]
    assert counts[1] - counts[0] == 5
