"""The commands, each in a file of its name, which is read where it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from importlib import import_module
from keyword import iskeyword
from typing import Final

import click

__all__ = ["Commands"]

_NAMES: Final = (
    "check",
    "conflicts",
    "convert",
    "draft",
    "draw",
    "drift",
    "explain",
    "export",
    "fmt",
    "impact",
    "import",
    "new",
    "review",
    "schema",
    "show",
    "timeline",
)


class Commands(MutableMapping[str, click.Command]):
    """All commands by their names, as click asks for them.

    So `claimtrack --version` reads no rule, and `claimtrack schema` no foreign format.
    """

    def __init__(self, dress: Callable[[click.Command], None]) -> None:
        """Begin with no command read.

        Args:
            dress: gives a command what all of them have.
        """
        self._dress = dress
        self._read: dict[str, click.Command | None] = dict.fromkeys(_NAMES)

    def __getitem__(self, name: str) -> click.Command:
        """Return a command.

        Raises:
            KeyError: where there is none of this name.
        """
        command = self._read[name]
        if command is None:
            # A word of Python cannot be the name of a module.
            home = f"{name}_" if iskeyword(name) else name
            command = getattr(import_module(f"{__name__}.{home}"), home)
            self[name] = command
        return command

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Add a command."""
        self._dress(command)
        self._read[name] = command

    def __delitem__(self, name: str) -> None:
        """Take a command away."""
        del self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._read)

    def __len__(self) -> int:
        """Return the number of commands."""
        return len(self._read)
