"""The commands, each in a file of its name, which is imported on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from importlib import import_module
from keyword import iskeyword
from typing import Final

import click

__all__ = ["SUMMARIES", "Commands"]

SUMMARIES: Final = {
    "check": (
        "Check dossiers: shape, meaning, whether records fit together, newsroom rules."
    ),
    "conflicts": "Show which claims of FILES contradict each other, and who says what.",
    "convert": (
        "Write the dossier in FILE in another format, chosen by the output's ending."
    ),
    "draft": "Draft a dossier from the text of ARTICLE, for a person to review.",
    "draw": ("Draw a picture of what the claims of FILE rest on, or CLAIM alone."),
    "drift": "Show where the claims of FILES grew on the way from their sources.",
    "explain": "Explain what a finding's CODE means and what to do, or list all codes.",
    "export": "Export the judgements in FILE to a foreign FORMAT.",
    "fmt": "Lay out the dossiers FILES in one way; words and order stay the same.",
    "impact": (
        "Say which claims of FILES fall, are weakened or stand if something is "
        "retracted."
    ),
    "import": "Import fact-checks of a foreign FORMAT from FILES, as dossiers.",
    "new": (
        "Start a sheet for ARTICLE, a text file: its head, document and an empty claim."
    ),
    "review": "List what a tool drafted in FILES and nobody has reviewed.",
    "schema": "Print the JSON Schema NAME, or list the names.",
    "show": "Draw the chains behind each claim of FILE, or behind CLAIM alone.",
    "timeline": (
        "Show what happened to each claim of FILE, or to CLAIM alone, and when."
    ),
}
"""Command → summary for the list of commands, which imports none of them."""


class Commands(MutableMapping[str, click.Command]):
    """All commands by name, in the form that click expects.

    So `claimtrack --version` imports no rules, and `claimtrack schema` no foreign
    formats.
    """

    def __init__(self, dress: Callable[[click.Command], None]) -> None:
        """Start with no command imported.

        Args:
            dress: adds what all commands share to a command.
        """
        self._dress = dress
        self._read: dict[str, click.Command | None] = dict.fromkeys(SUMMARIES)

    def __getitem__(self, name: str) -> click.Command:
        """Return a command.

        Raises:
            KeyError: if there is no command with this name.
        """
        command = self._read[name]
        if command is None:
            # A Python keyword cannot be the name of a module.
            home = f"{name}_" if iskeyword(name) else name
            command = getattr(import_module(f"{__name__}.{home}"), home)
            self[name] = command
        return command

    def __setitem__(self, name: str, command: click.Command) -> None:
        """Add a command."""
        self._dress(command)
        self._read[name] = command

    def __delitem__(self, name: str) -> None:
        """Remove a command."""
        del self._read[name]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the names."""
        return iter(self._read)

    def __len__(self) -> int:
        """Return the number of commands."""
        return len(self._read)
