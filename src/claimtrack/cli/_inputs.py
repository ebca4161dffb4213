"""Inputs of the commands: files, folders and standard input."""

from __future__ import annotations

import io
import os
import stat
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from claimtrack._file_names import (
    NAME,
    look_at,
    name_error,
    read_file,
    shorten,
)
from claimtrack._writer import write_file
from claimtrack.errors import MissingExtra
from claimtrack.findings import clip
from claimtrack.notation import examine_any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.validation import EngineName, Examination

__all__ = [
    "ENDINGS",
    "FILE",
    "OUTPUT",
    "TARGET",
    "UNREVIEWED",
    "UnusableInput",
    "examine_input",
    "find_inputs",
    "hold_standard_input",
    "read_words",
    "shown",
    "this_day",
    "unreadable",
    "write_output",
]


class _FileName(click.Path):
    """A non-empty file name: "" does not mean the current folder."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path."""
        if not os.fspath(value):
            self.fail("the name of the file is empty", param, ctx)
        return super().convert(value, param, ctx)


FILE: Final = _FileName(path_type=Path, allow_dash=True)
"""Type of arguments and options that name a file, or "-"."""

TARGET: Final = _FileName(allow_dash=True)
"""The same as text: a slash at its end shows that it is a folder."""

OUTPUT: Final = click.option(
    "-o", "--output", type=FILE, required=True, help="The file to write."
)
"""The option of commands that write one file."""

UNREVIEWED: Final = click.option(
    "--unreviewed",
    is_flag=True,
    help="Allow tool drafts that nobody has reviewed; the output says so.",
)
"""The option of commands that make something for others."""

ENDINGS: Final = (
    ".claims.json",
    ".claims.ndjson",
    ".claims.txt",
    ".claims.json.gz",
    ".claims.ndjson.gz",
    ".claims.txt.gz",
)
"""Suffixes of the files that are read from a folder."""

_OTHERS: Final = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
"""Types of path that are not regular files → their names."""


class UnusableInput(click.ClickException):
    """Input that a command cannot use: reported in one line, with exit status 2."""

    exit_code = 2


def find_inputs(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the files, and those in folders in order of name, without repeats.

    Raises:
        UnusableInput: for a folder that contains no dossier or cannot be read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        try:
            inside = list(_regular(_files_of(path))) if path.is_dir() else [path]
        except OSError as error:
            raise unreadable(path, error) from error
        if not inside:
            *some, last = (f"*{ending}" for ending in ENDINGS[:3])
            wanted = f"{', '.join(some)} or {last}"
            message = f"there is no {wanted} in the folder {shown(path)}"
            raise UnusableInput(message)
        found.update(dict.fromkeys(inside))
    return tuple(found)


def _files_of(folder: Path) -> list[Path]:
    """Return the dossiers of a folder and its subfolders.

    Raises:
        OSError: for a subfolder that cannot be read; skipping it would look clean.
    """

    def refuse(error: OSError) -> None:
        raise error

    return sorted(
        Path(place, name)
        for place, _, names in os.walk(folder, onerror=refuse)
        for name in names
        if name.lower().endswith(ENDINGS)
    )


def _regular(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield paths that are files or link to files, and report what the others are.

    Opening a pipe without a writer would wait forever. A broken link is yielded,
    because skipping it would look clean.
    """
    for path in paths:
        there = look_at(path)
        mode = stat.S_IFREG if there is None else there.st_mode
        noun = _OTHERS.get(stat.S_IFMT(mode))
        if noun is None:
            yield path
        else:
            click.echo(f"skipped {shown(path)}: it is {noun}", err=True)


def examine_input(
    path: Path,
    engine: EngineName = "auto",
    *,
    held: bytes | None = None,
    texts: Mapping[str, str] | None = None,
) -> Iterator[Examination]:
    """Yield the result of validation for each dossier of a file, or of "-".

    Args:
        path: path of the file.
        engine: the engine that checks it.
        held: the contents of standard input, if already read.
        texts: document id → text of the document, to check a sheet's quotations
            against.

    Raises:
        UnusableInput: when it cannot be read, or the engine is not installed.
    """
    is_standard = str(path) == "-"
    data: Path | io.BufferedIOBase = path
    if is_standard:
        data = _standard_input() if held is None else io.BytesIO(held)
    name = "<stdin>" if is_standard else None
    try:
        yield from examine_any(
            data, file=name, today=this_day(), engine=engine, texts=texts
        )
    except OSError as error:
        raise unreadable(path, error) from error
    except MissingExtra as error:
        raise UnusableInput(str(error)) from error


def hold_standard_input(paths: Iterable[Path]) -> bytes | None:
    """Return the contents of standard input if "-" is among the files."""
    if not any(str(each) == "-" for each in paths):
        return None
    return _standard_input().read()


def this_day() -> date:
    """Return the current date."""
    return datetime.now().astimezone().date()


def _standard_input() -> io.BufferedIOBase:
    if sys.stdin is None:  # closed at start: Python then has no stream
        raise UnusableInput("cannot read -: standard input is closed")
    return cast("io.BufferedIOBase", sys.stdin.buffer)


def write_output(path: Path, text: str | bytes) -> None:
    """Write the result of a command to a file, in UTF-8.

    Raises:
        UnusableInput: when it cannot be written.
    """
    try:
        write_file(path, [text])
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        message = f"cannot write {shown(path)}: {reason}"
        raise UnusableInput(message) from error


def unreadable(path: Path, error: OSError) -> UnusableInput:
    """Return the error for a file or folder that cannot be opened."""
    named = Path(str(error.filename or path))
    # Which function of ours reads text is of no use in a terminal.
    refusal = name_error(named, error, "- reads standard input")
    reason = (refusal.strerror or "it cannot be read").lower()
    return UnusableInput(f"cannot read {shown(named)}: {reason}")


def shown(path: str | Path) -> str:
    """Return the name of a file in a form that a terminal can show."""
    return clip(shorten(str(path)), NAME)


def read_words(path: Path, encoding: str = "utf-8") -> str:
    """Return a text file unchanged; in an article, a byte order mark is ignored.

    Raises:
        UnusableInput: when it cannot be read, or is not UTF-8.
    """
    try:
        return read_file(path).decode(encoding)
    except OSError as error:
        raise unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise UnusableInput(f"{shown(path)} is not UTF-8") from error
