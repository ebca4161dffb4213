"""A bar where somebody sees it, after a second, and never in what is printed."""

from __future__ import annotations

import itertools
import sys
from functools import partialmethod
from typing import TYPE_CHECKING, Final, TextIO

import click
import pytest
from click.testing import CliRunner

from claimtrack import Dossier
from claimtrack.cli import main
from claimtrack.cli._output import echo
from claimtrack.cli._progress import progress

if TYPE_CHECKING:
    from pathlib import Path

CLEAR: Final = "\r\x1b[2K\x1b[?25h"


@click.command()
@click.option("--nested", is_flag=True)
def work(*, nested: bool) -> None:
    """Do three things, and say each."""
    for number in progress(range(3), 3):
        for _ in progress(range(2), 2) if nested else ():
            pass
        echo(f"did {number}")


def is_one_of(stream: TextIO, names: list[str]) -> bool:
    """Return whether a stream has one of these names."""
    return stream.name in names


def is_seen(_: object) -> bool:
    """Return that a stream is a terminal."""
    return True


def run(*arguments: str, seconds: float, sees: tuple[str, ...]) -> tuple[str, str]:
    """Return what is printed where each look at the clock is so many seconds later.

    Args:
        arguments: of the command.
        seconds: between two looks.
        sees: the streams that are a terminal.
    """
    with pytest.MonkeyPatch.context() as patch:
        clock = itertools.count()
        patch.setattr("time.monotonic", lambda: next(clock) * seconds)
        patch.setattr(
            "click.testing._NamedTextIOWrapper.isatty",
            partialmethod(is_one_of, names=[f"<{each}>" for each in sees]),
        )
        result = CliRunner().invoke(work, arguments, color=True)
    assert result.exception is None
    return result.stdout, result.stderr


def test_after_a_second_it_says_how_much_is_done() -> None:
    """And takes itself away at the end."""
    out, err = run(seconds=2, sees=("stderr",))
    assert out == "did 0\ndid 1\ndid 2\n"
    assert [f"{n}/3" in err for n in range(4)] == [False, True, True, True]
    assert err.endswith(CLEAR)


def test_what_is_printed_takes_its_place() -> None:
    """On one screen."""
    out, err = run(seconds=2, sees=("stdout", "stderr"))
    assert out == "did 0\ndid 1\ndid 2\n"
    assert err.count(CLEAR) == 3


@pytest.mark.parametrize(
    ("seconds", "sees"), [(0.01, ("stderr",)), (2, ("stdout",)), (2, ())]
)
def test_short_work_and_unseen_work_have_none(
    seconds: float, sees: tuple[str, ...]
) -> None:
    """Not a byte."""
    assert run(seconds=seconds, sees=sees)[1] == ""


def test_work_inside_work_has_none_of_its_own() -> None:
    """Two bars on one line would be none."""
    assert "/2" not in run("--nested", seconds=2, sees=("stderr",))[1]


def test_outside_a_command_there_is_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody asked for one."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert [*progress(range(3), 3)] == [0, 1, 2]
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("command", ["check", "show", "drift"])
def test_many_files_have_a_bar(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And one has none."""
    for number in range(3):
        Dossier().save(tmp_path / f"{number}.claims.json")
    clock = itertools.count()
    monkeypatch.setattr("time.monotonic", lambda: next(clock) * 2)
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", is_seen)
    many = CliRunner().invoke(main, [command, str(tmp_path)])
    assert "2/3" in many.stderr
    one = CliRunner().invoke(main, [command, str(tmp_path / "0.claims.json")])
    assert "/1" not in one.stderr
