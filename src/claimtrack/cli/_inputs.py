"""What the commands read: files, folders and standard input."""

from __future__ import annotations

import io
import os
import stat
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

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
    """The name of a file, which is not empty: "" is not the current folder."""

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
"""The type of an argument or option that names a file, or "-"."""

TARGET: Final = _FileName(allow_dash=True)
"""The same as text: a slash at its end says that it is a folder."""

OUTPUT: Final = click.option(
    "-o", "--output", type=FILE, required=True, help="The file to write."
)
"""The option of a command that writes one file."""

UNREVIEWED: Final = click.option(
    "--unreviewed",
    is_flag=True,
    help="Allow tool drafts that nobody has reviewed; the output says so.",
)
"""The option of a command that makes something for others."""

ENDINGS: Final = (
    ".claims.json",
    ".claims.ndjson",
    ".claims.txt",
    ".claims.json.gz",
    ".claims.ndjson.gz",
    ".claims.txt.gz",
)
"""What the names of the files end in that are read when a folder is named."""

_OTHERS: Final = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
"""What may have the name of a file and is none."""

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
        OSError: for a subfolder that cannot be read; passing it over would look clean.
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
    """Yield those that are files, or lead to one, and say what the others are.

    To open a pipe that nobody writes into would wait for ever. A link that leads
    nowhere is yielded: to pass it over would look clean.
    """
    for path in paths:
        mode = path.stat().st_mode if path.exists() else stat.S_IFREG
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
    """Yield what validation knows of each dossier of a file, or of "-".

    Args:
        path: of the file.
        engine: what checks it.
        held: what stands on standard input, if it has been read.
        texts: the texts of documents, by their ids, for what a sheet quotes of them.

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
    """Return what stands on standard input, if "-" is among the files to be read."""
    if not any(str(each) == "-" for each in paths):
        return None
    return _standard_input().read()


def this_day() -> date:
    """Return the day on which the command runs."""
    return datetime.now().astimezone().date()


def _standard_input() -> io.BufferedIOBase:
    if sys.stdin is None:  # closed before the start: Python has no stream then
        raise UnusableInput("cannot read -: standard input is closed")
    return cast("io.BufferedIOBase", sys.stdin.buffer)


def write_output(path: Path, text: str | bytes) -> None:
    """Write what a command made to a file, in UTF-8.

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
    """Return what is said of a file or folder that the system does not open."""
    reason = (error.strerror or "it cannot be read").lower()
    return UnusableInput(f"cannot read {shown(error.filename or path)}: {reason}")


def shown(path: str | Path) -> str:
    """Return the name of a file as a terminal can show it."""
    return clip(str(path), LONGEST)


def read_words(path: Path, encoding: str = "utf-8") -> str:
    """Return a text file as it is; in an article a byte order mark does not count.

    Raises:
        UnusableInput: when it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_bytes().decode(encoding)
    except OSError as error:
        raise unreadable(path, error) from error
    except UnicodeDecodeError as error:
        raise UnusableInput(f"{shown(path)} is not UTF-8") from error
