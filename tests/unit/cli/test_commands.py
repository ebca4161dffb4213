"""Commands are read where they are asked for, and not before."""

from __future__ import annotations

import json
import subprocess
import sys

import click
import pytest

from claimtrack.cli import main
from claimtrack.cli.commands import SUMMARIES, Commands

OF_THE_COMMAND = (
    *("_colour", "_explanation", "_line_breaks", "_main", "_output", "_progress"),
    "commands",
)
"""What all commands have in common."""

UNNEEDED = {
    "attr",
    "attrs",
    "dateutil",
    "hashlib",
    "jsonschema",
    "jsonschema_rs",
    "orjson",
}
"""Libraries of records and of checks, none of which says a version."""

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
    found = loaded_by("--version")
    assert not found & LAYERS
    assert {each for each in found if each.startswith("claimtrack.")} == {
        "claimtrack._late_names",
        "claimtrack._version",
        *(f"claimtrack.cli{each}" for each in ("", *(f".{e}" for e in OF_THE_COMMAND))),
    }
    assert not {each.partition(".")[0] for each in found} & UNNEEDED


def test_the_list_of_commands_reads_none() -> None:
    """Each of them would read a layer or two."""
    found = loaded_by("--help")
    assert {each for each in found if each.startswith("claimtrack.cli.commands.")} == (
        set()
    )
    assert not {each.partition(".")[0] for each in found} & UNNEEDED


def test_the_list_says_what_the_commands_say() -> None:
    """Whole sentences, and of every command."""
    said = {
        name: main.commands[name].get_short_help_str(limit=1_000)
        for name in main.commands
    }
    assert said == SUMMARIES


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
