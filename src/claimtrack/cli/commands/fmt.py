"""`claimtrack fmt`: one layout for dossiers, and places from the article."""

from __future__ import annotations

import gzip
import json
import sys
from typing import TYPE_CHECKING, Final

import click

from claimtrack._file_names import read_file
from claimtrack._writer import COMPRESSED
from claimtrack.cli._given_texts import TEXT, GivenText, TextOwners, read_texts
from claimtrack.cli._inputs import (
    FILE,
    UnusableInput,
    examine_input,
    find_inputs,
    hold_standard_input,
    read_words,
    shown,
    write_output,
)
from claimtrack.cli._output import echo, echo_utf_8
from claimtrack.cli._report import echo_findings
from claimtrack.dossier import Dossier, dump_dossiers, fill_dossier
from claimtrack.errors import InvalidDossier
from claimtrack.notation import (
    check_excerpts,
    examine_sheet,
    fill_sheet,
    format_sheet,
    hash_of,
    is_sheet,
)
from claimtrack.records import Document
from claimtrack.schema import is_object
from claimtrack.validation import SEQUENCE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["fmt"]

_STANDARD: Final = "-"
_MOVED: Final = "CT034"
_JSON: Final = ("{", "[")
"""First characters of JSON, which no sheet begins with."""


@click.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option(
    "--check",
    "is_check",
    is_flag=True,
    help="Write nothing; list the files that would change.",
)
@TEXT
def fmt(*, files: tuple[Path, ...], is_check: bool, articles: tuple[str, ...]) -> None:
    """Lay out the dossiers FILES in one way; words and order stay the same.

    In a sheet, lines are indented by 0, 2 or 4 spaces, and claims get labels. With
    --text, documents get the hash of their text, and quotes get their place in it.
    Standard input (-) is printed. With --check, the exit status is 1 if a file would
    change.
    """
    paths = find_inputs(files)
    given = read_texts(articles)
    held = hold_standard_input(paths)
    sheets = {each for each in paths if _is_sheet(each, held)}
    others = [each for each in paths if each not in sheets]
    owners = TextOwners.of(given if others else (), others, held)
    changed = False
    for path in paths:
        if path in sheets:
            before = read_words(path) if str(path) != _STANDARD else _decoded(held)
            after = _formatted_sheet(path, before, given)
        else:
            before, after = _formatted_json(path, owners, held)
        is_printed = str(path) == _STANDARD and not is_check
        if is_printed:
            echo_utf_8(after)
        elif after != before:
            changed = True
            if is_check:
                echo(f"would change {shown(path)}")
            else:
                write_output(path, after)
    if changed and is_check:
        sys.exit(1)


def _is_sheet(path: Path, held: bytes | None) -> bool:
    if str(path) != _STANDARD:
        return is_sheet(path.name)
    begin = (held or b"").lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return begin.decode("utf-8", "replace") not in ("", *_JSON)


def _decoded(held: bytes | None) -> str:
    """Return the contents of standard input as text.

    Raises:
        UnusableInput: when it is not UTF-8.
    """
    try:
        return (held or b"").decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnusableInput("standard input is not UTF-8") from error


def _formatted_sheet(path: Path, before: str, given: Sequence[GivenText]) -> str:
    """Return a formatted sheet, filled in from its article, and report what moved."""
    after = format_sheet(before)
    if not given:
        return after
    sheet = examine_sheet(after)
    records = sheet.examination.records
    hashes = {each.id: each.sha256 for each in records if isinstance(each, Document)}
    fitting = [each for each in given if each.key in (None, sheet.read)]
    # Of several texts, the one whose hash is in the sheet is its document's text.
    wanted = hashes.get(sheet.read or "")
    fitting.sort(key=lambda each: hash_of(each.text) != wanted)
    if fitting:
        words = fitting[0].text
        after = fill_sheet(after, words)
        examination = examine_sheet(after, article=words, file=str(path)).examination
        found = [each for each in examination.findings if each.code == _MOVED]
        if examination.is_valid and sheet.read is not None:
            dossier = Dossier.from_examination(examination)
            found += examination.locate(check_excerpts(dossier, {sheet.read: words}))
        for each in found:
            echo(str(each), err=str(path) == _STANDARD)
    return after


def _formatted_json(
    path: Path, owners: TextOwners, held: bytes | None
) -> tuple[str, str]:
    """Return JSON before and after formatting and filling in; report missing places.

    If it does not pass validation, that is reported as by `check`, and the command
    ends.
    """
    made: list[Dossier] = []
    for examination in examine_input(path, held=held):
        try:
            dossier = Dossier.from_examination(examination)
        except InvalidDossier as error:
            echo_findings("text", error.findings, [examination])
            sys.exit(1)
        texts = owners.of_dossier(path, examination.number)
        if texts:
            dossier, found = fill_dossier(dossier, texts)
            for each in examination.locate(found):
                echo(str(each), err=str(path) == _STANDARD)
        made.append(dossier)
    if str(path) == _STANDARD:
        before = _decoded(held)
    elif path.name.lower().endswith(COMPRESSED):
        before = gzip.decompress(read_file(path)).decode()
    else:
        before = read_words(path)
    is_sequence = len(made) != 1 or _is_sequence(path.name, before)
    return before, dump_dossiers(made) if is_sequence else made[0].dumps()


def _is_sequence(name: str, text: str) -> bool:
    """Return whether JSON has one dossier per line, by its name or its first line."""
    if name.lower().removesuffix(COMPRESSED).endswith(SEQUENCE):
        return True
    try:
        head = json.loads(text.lstrip("\ufeff").lstrip().partition("\n")[0])
    except ValueError:
        return False
    return is_object(head) and "records" not in head
