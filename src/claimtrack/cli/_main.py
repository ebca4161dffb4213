"""The command `claimtrack` with all of its subcommands."""

from __future__ import annotations

import click

from claimtrack._version import __version__
from claimtrack.cli._colour import COLOR
from claimtrack.cli._output import Outermost, dress
from claimtrack.cli.commands import Commands

__all__ = ["main"]


@click.group(cls=Outermost, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimtrack")
def main() -> None:
    """Who says what, on whose word: show and check dossiers of claims."""


main.params.append(COLOR)
main.commands = Commands(dress)
