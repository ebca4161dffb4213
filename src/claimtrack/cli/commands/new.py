"""`claimtrack new`: begin a sheet for an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from claimtrack._file_names import exists
from claimtrack.cli._inputs import (
    FILE,
    OUTPUT,
    UnusableInput,
    read_words,
    shown,
    write_output,
)
from claimtrack.notation import (
    begin_sheet,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["new"]


@click.command()
@click.argument("article", type=FILE)
@OUTPUT
def new(*, article: Path, output: Path) -> None:
    """Start a sheet for ARTICLE, a text file: its head, document and an empty claim."""
    if exists(output):
        raise UnusableInput(f"{shown(output)} already exists")
    folder, target = output.resolve().parent, article.resolve()
    if not target.is_relative_to(folder):
        message = f"{shown(article)} has to be in the folder of the sheet, or below it"
        raise UnusableInput(message)
    name = target.relative_to(folder).as_posix()
    write_output(output, begin_sheet(read_words(article, encoding="utf-8-sig"), name))
