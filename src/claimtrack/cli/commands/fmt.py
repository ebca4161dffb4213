"""`claimtrack fmt`: one layout for sheets, and places from the article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from claimtrack.cli._inputs import (
    FILE,
    UnusableInput,
    find_inputs,
    read_words,
    shown,
    write_output,
)
from claimtrack.cli._output import echo
from claimtrack.notation import (
    examine_sheet,
    fill_sheet,
    format_sheet,
    is_sheet,
)
from claimtrack.validation import SHEET

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["fmt"]


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
    words = None if article is None else read_words(article, encoding="utf-8-sig")
    changed = False
    for path in find_inputs(files):
        if not is_sheet(path.name):
            message = f"{shown(path)} is no sheet, whose name ends in {SHEET}"
            raise UnusableInput(message)
        before = read_words(path)
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
