"""`claimtrack schema`, and what the command says of itself."""

from __future__ import annotations

import contextlib
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from claimtrack import __version__
from claimtrack.cli import main
from claimtrack.schema import NAMES, bundle_schema

if TYPE_CHECKING:
    from click.testing import Result

SCHEMAS = Path(__file__).resolve().parents[3] / "schemas" / "v1"


def run(*arguments: str) -> Result:
    """Return what the command answers."""
    return CliRunner().invoke(main, arguments)


def test_without_a_name_it_lists_the_schemas_there_are() -> None:
    """One a line, so that a shell can go through them."""
    names = run("schema").stdout.splitlines()
    files = {each.name.removesuffix(".schema.json") for each in SCHEMAS.iterdir()}
    assert set(names) == files
    assert len(names) == len(files)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_as_it_stands(name: str) -> None:
    """The very bytes of its file."""
    result = run("schema", name)
    assert result.stdout_bytes == (SCHEMAS / f"{name}.schema.json").read_bytes()
    assert json.loads(result.stdout)["$id"] == f"urn:claimtrack:v1:{name}"
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("name", ["clam", "", "../v1/claim", "claim.schema.json"])
def test_an_unknown_schema_is_answered_with_those_there_are(name: str) -> None:
    """Exit status 2, and nothing on standard output that might be taken for one."""
    result = run("schema", name)
    assert result.stderr.startswith(f'Error: there is no schema "{name}". Use one of: ')
    assert all(each in result.stderr for each in NAMES)
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_stream_of_text_alone_will_do() -> None:
    """As in a notebook."""
    with contextlib.redirect_stdout(io.StringIO()) as stream:
        main(["schema", "claim"], standalone_mode=False)
    assert stream.getvalue() == run("schema", "claim").stdout


def test_the_version_is_that_of_the_package() -> None:
    """One number, in one place."""
    result = run("--version")
    assert result.stdout == f"claimtrack, version {__version__}\n"
    assert result.exit_code == 0


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", [None, "show", "check", "schema"])
def test_help_is_there_for_everything(command: str | None, option: str) -> None:
    """Short and long, for the whole and for each command."""
    result = run(*([command] if command else []), option)
    expected = f"Usage: main {command}" if command else "Usage: main [OPTIONS] COMMAND"
    assert result.stdout.startswith(expected)
    assert (result.exit_code, result.stderr) == (0, "")


def test_help_says_in_a_whole_sentence_what_every_command_does() -> None:
    """None of them is cut off."""
    shown = " ".join(run("--help").stdout.partition("Commands:\n")[2].split())
    for name, command in sorted(main.commands.items()):
        first = " ".join((command.help or "").split("\n\n")[0].split())
        assert f"{name} {first}" in shown
    assert "..." not in shown


def test_an_unknown_command_is_wrong_usage() -> None:
    """Exit status 2, on standard error."""
    result = run("chek")
    assert "chek" in result.stderr
    assert (result.stdout, result.exit_code) == ("", 2)


def test_a_schema_can_be_had_as_one_file() -> None:
    """For programs that take a single one; it is JSON in UTF-8."""
    result = run("schema", "claim", "--bundle")
    assert json.loads(result.stdout) == bundle_schema("claim")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "$ref" in result.stdout
    assert '"$ref": "urn:' not in result.stdout
