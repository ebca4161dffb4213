"""Commands are read where they are asked for, and not before."""

from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest

from claimtrack.cli.commands import Commands

LAYERS = {f"claimtrack.{each}" for each in ("lint", "interop", "draw", "dossier")}


def loaded_by(*arguments: str) -> set[str]:
    """Return the modules that a run of the command has read."""
    program = (
        "import json, sys\n"
        "from claimtrack.cli import main\n"
        "main(json.loads(sys.argv[1]), standalone_mode=False)\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))"
    )
    result = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", program, json.dumps(arguments)],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return {*json.loads(result.stdout.splitlines()[-1])}


def test_the_version_reads_no_layer() -> None:
    """It is what hooks and shells ask for all the time."""
    assert not loaded_by("--version") & LAYERS


def test_a_command_reads_what_it_needs() -> None:
    """Schemas have nothing to do with pictures and foreign formats."""
    found = loaded_by("schema", "claim")
    assert "claimtrack.schema" in found
    assert not found & {"claimtrack.interop", "claimtrack.draw"}


def test_commands_are_dressed_once() -> None:
    """Those that are there, and those that are added."""
    dressed: list[str | None] = []
    commands = Commands(lambda each: dressed.append(each.name))
    assert dressed == []
    assert commands["import"] is commands["import"]
    commands["mine"] = click.Command("mine")
    assert dressed == ["import", "mine"]
    count = len(commands)
    del commands["mine"]
    assert (len(commands), "mine" in commands) == (count - 1, False)
    with pytest.raises(KeyError):
        commands["chek"]
