"""The commands, each in a file of its name."""

from typing import Final

import click

from claimtrack.cli.commands.check import check
from claimtrack.cli.commands.conflicts import conflicts
from claimtrack.cli.commands.convert import convert, fmt, new
from claimtrack.cli.commands.draw import draw
from claimtrack.cli.commands.drift import drift
from claimtrack.cli.commands.explain import explain
from claimtrack.cli.commands.impact import impact
from claimtrack.cli.commands.import_ import import_
from claimtrack.cli.commands.schema import schema
from claimtrack.cli.commands.show import show
from claimtrack.cli.commands.timeline import timeline

__all__ = ["COMMANDS"]

COMMANDS: Final[tuple[click.Command, ...]] = (
    check,
    conflicts,
    convert,
    draw,
    drift,
    explain,
    fmt,
    impact,
    import_,
    new,
    schema,
    show,
    timeline,
)
"""All of them, in their order."""
