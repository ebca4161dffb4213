"""`claimtrack convert`, `fmt` and `new`: sheets, and dossiers in their other forms."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from claimtrack import disclosure, sheet
from claimtrack._writer import COMPRESSED
from claimtrack.cli._chosen import read_sound
from claimtrack.cli._inputs import (
    FILE,
    UnusableInput,
    find_inputs,
    shown,
    unreadable,
    write_output,
)
from claimtrack.cli._output import echo
from claimtrack.dossier import write_dossiers
from claimtrack.errors import InvalidDossier, UnsafeReplacement
from claimtrack.notation import (
    begin_sheet,
    examine_sheet,
    fill_sheet,
    format_sheet,
    is_sheet,
)
from claimtrack.validation import SEQUENCE, SHEET

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["convert", "fmt", "new"]

_OUTPUT = click.option(
    "-o", "--output", type=FILE, required=True, help="The file to write."
)


@click.command()
@click.argument("file", type=FILE)
@_OUTPUT
@click.option(
    "--public", "is_public", is_flag=True, help="Only what may leave the desk."
)
@click.option(
    "--accepted", "is_accepted", is_flag=True, help="Leave out what nobody looked at."
)
def convert(*, file: Path, output: Path, is_public: bool, is_accepted: bool) -> None:
    """Write the dossier in FILE in another form, by the ending of the output.

    Endings are .claims.json, .claims.ndjson and .claims.txt, a sheet. A sheet with
    comments, doubts or dropped claims is not written over. With --accepted, drafts
    with a tilde are left out, and what says something of them.
    """
    dossiers = [dossier for dossier, _ in read_sound([file], "text")]
    if is_accepted:
        drafted = frozenset[str]()
        if is_sheet(file.name):
            drafted = sheet.drafted_in(_read(file))
        dossiers = [sheet.accepted(each, drafted=drafted) for each in dossiers]
    if is_public:
        dossiers = [disclosure.public(each) for each in dossiers]
    try:
        if output.name.lower().removesuffix(COMPRESSED).endswith(SEQUENCE):
            write_dossiers(dossiers, output)
        elif len(dossiers) == 1:
            dossiers[0].save(output)
        else:
            message = f"{shown(file)} holds {len(dossiers)} dossiers; name a .ndjson"
            raise UnusableInput(message)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise UnusableInput(f"cannot write {shown(output)}: {reason}") from error
    except (InvalidDossier, UnsafeReplacement) as error:
        raise UnusableInput(str(error)) from error


@click.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("--check", "is_check", is_flag=True, help="Write nothing; say which.")
@click.option(
    "--text", "article", type=FILE, help="The article: fill in hash and places."
)
def fmt(*, files: tuple[Path, ...], is_check: bool, article: Path | None) -> None:
    """Give the sheets FILES one layout: no word and no order changes.

    Margins are 0, 2 and 4; claims get their labels. With --check, the exit status is
    1 where a sheet would change.
    """
    words = None if article is None else _read(article, encoding="utf-8-sig")
    changed = False
    for path in find_inputs(files):
        if not is_sheet(path.name):
            message = f"{shown(path)} is no sheet, whose name ends in {SHEET}"
            raise UnusableInput(message)
        before = _read(path)
        after = format_sheet(before)
        if words is not None:
            after = fill_sheet(after, words)
            _say_places(path, after, words)
        if after == before:
            continue
        changed = True
        if is_check:
            echo(f"would change {shown(path)}")
        else:
            write_output(path, after)
    if changed and is_check:
        sys.exit(1)


def _say_places(path: Path, text: str, words: str) -> None:
    """Print which words have no place in the article, or moved."""
    for each in examine_sheet(text, article=words, file=str(path)).examination.findings:
        if each.code == "CT034":
            echo(str(each))


@click.command()
@click.argument("article", type=FILE)
@_OUTPUT
def new(*, article: Path, output: Path) -> None:
    """Begin a sheet for ARTICLE, a text file: its head, document and an empty claim."""
    if output.exists():
        raise UnusableInput(f"{shown(output)} is there already")
    folder, target = output.resolve().parent, article.resolve()
    if not target.is_relative_to(folder):
        message = f"{shown(article)} has to be in the folder of the sheet, or below it"
        raise UnusableInput(message)
    name = target.relative_to(folder).as_posix()
    write_output(output, begin_sheet(_read(article, encoding="utf-8-sig"), name))


def _read(path: Path, encoding: str = "utf-8") -> str:
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
