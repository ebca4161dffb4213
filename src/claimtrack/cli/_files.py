"""What the commands read: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from claimtrack.findings import clip
from claimtrack.validation import examine_all

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.validation import Examination

__all__ = ["FILE", "UnusableInput", "examine_input", "find_inputs", "write_output"]

FILE: Final = click.Path(path_type=Path, allow_dash=True)
"""The type of an argument that names a file, or "-"."""

ENDINGS: Final = (".claims.json", ".claims.ndjson")
"""What the names of the files end in that are read when a folder is named."""

LONGEST: Final = 400
"""Characters of the name of a file that are shown at most."""


class UnusableInput(click.ClickException):
    """What a command was given and cannot work on: said in a line, exit status 2."""

    exit_code = 2


def find_inputs(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files, and those of the folders in the order of their names, once.

    Raises:
        UnusableInput: for a folder without a dossier, or one that cannot be read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        try:
            inside = _files_of(path) if path.is_dir() else [path]
        except OSError as error:
            raise _unreadable(path, error) from error
        if not inside:
            wanted = " or ".join(f"*{ending}" for ending in ENDINGS)
            message = f"there is no {wanted} in the folder {_shown(path)}"
            raise UnusableInput(message)
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _files_of(folder: Path) -> list[Path]:
    """Return the dossiers of a folder and its subfolders.

    Raises:
        OSError: for a subfolder that cannot be read; passing it over would look clean.
    """

    def refuse(error: OSError) -> None:
        raise error

    return sorted(
        Path(place, name)
        for place, _, names in os.walk(folder, onerror=refuse)
        for name in names
        if name.endswith(ENDINGS)
    )


def examine_input(path: Path) -> Iterator[Examination]:
    """Yield what validation knows of each dossier of a file, or of "-".

    Raises:
        UnusableInput: when it cannot be read.
    """
    today = datetime.now().astimezone().date()
    try:
        if str(path) == "-":
            yield from examine_all(_standard_input(), file="<stdin>", today=today)
        else:
            yield from examine_all(path, today=today)
    except OSError as error:
        raise _unreadable(path, error) from error


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed before the start: Python has no stream then
        raise UnusableInput("cannot read -: standard input is closed")
    return sys.stdin.buffer.read()


def write_output(path: Path, text: str) -> None:
    """Write what a command made to a file, in UTF-8.

    Raises:
        UnusableInput: when it cannot be written.
    """
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        message = f"cannot write {_shown(path)}: {reason}"
        raise UnusableInput(message) from error


def _unreadable(path: Path, error: OSError) -> UnusableInput:
    """Return what is said of a file or folder that the system does not open."""
    reason = (error.strerror or "it cannot be read").lower()
    return UnusableInput(f"cannot read {_shown(error.filename or path)}: {reason}")


def _shown(path: str | Path) -> str:
    """Return the name of a file as a terminal can show it."""
    return clip(click.format_filename(path), LONGEST)
