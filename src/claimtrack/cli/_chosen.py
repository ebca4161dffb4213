"""The dossiers of files, and the claims in them that a command is about."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs
import click

from claimtrack._file_names import exists
from claimtrack.cli._completion import complete_places
from claimtrack.cli._inputs import (
    ENDINGS,
    FILE,
    UnusableInput,
    examine_input,
    find_inputs,
)
from claimtrack.cli._progress import progress
from claimtrack.cli._report import echo_findings
from claimtrack.dossier import Dossier
from claimtrack.errors import InvalidDossier
from claimtrack.findings import Finding, quote, suggest
from claimtrack.records import Claim
from claimtrack.validation import Examination

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


__all__ = [
    "PLACES",
    "Chosen",
    "choose_claims",
    "not_there",
    "read_sound",
    "split_claim",
]

PLACES: Final = click.argument(
    "file",
    nargs=-1,
    required=True,
    metavar="FILE... [CLAIM]",
    shell_complete=complete_places,
)
"""The argument of commands that take files and folders, and optionally a claim."""


@attrs.frozen(kw_only=True)
class Chosen:
    """A dossier, and the part of it that was requested.

    Attributes:
        dossier: the dossier, or the part of it to examine.
        whole: the dossier as it was read.
        claims: the claims, in order.
        examination: the result of validation.
        is_one_of_several: whether it is in one of several files.
    """

    dossier: Dossier
    whole: Dossier
    claims: tuple[Claim, ...]
    examination: Examination
    is_one_of_several: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings about it, which are not errors."""
        return self.examination.findings

    @property
    def file(self) -> str:
        """The name of its file."""
        return self.examination.layout.file or ""

    @property
    def lines(self) -> dict[str, int]:
        """For a sheet: claim id → line in which the claim begins."""
        layout = self.examination.layout
        if layout.spans is None:
            return {}
        return {
            str(each.id): layout.lines.location(layout.spans["records", index]).line
            or 1
            for index, each in enumerate(self.examination.records)
            if isinstance(each, Claim)
        }


def split_claim(places: Sequence[str]) -> tuple[tuple[Path, ...], str | None]:
    """Return the files and folders in the arguments, and the claim, if there is one.

    The last of several arguments is a claim, unless a file or folder has this name or
    it ends like the name of a dossier.

    Raises:
        click.BadParameter: if the name of a file is empty.
    """
    *before, last = places
    claim = None
    if before and not _is_place(last):
        claim, places = last, before
    context = click.get_current_context()
    files = (FILE.convert(each, None, context) for each in places)
    return tuple(Path(os.fsdecode(each)) for each in files), claim


def _is_place(name: str) -> bool:
    return (
        name == "-"
        or name.lower().endswith(ENDINGS)
        or (name != "" and exists(Path(name)))
    )


def read_sound(
    files: Sequence[Path], style: str
) -> Iterator[tuple[Dossier, Examination]]:
    """Yield each dossier of files and folders, with the result of validation.

    If one has errors, they are reported as by `check`, and the command ends.

    Args:
        files: the files and folders, or "-".
        style: the format in which errors are reported.
    """
    paths = find_inputs(files)
    for path in progress(paths, len(paths)):
        for examination in examine_input(path):
            try:
                dossier = Dossier.from_examination(examination)
            except InvalidDossier as error:
                echo_findings(style, error.findings, [examination])
                sys.exit(1)
            yield dossier, examination


def choose_claims(
    files: Sequence[Path],
    claim: str | None,
    style: str,
    of: Callable[[Dossier], Dossier] = lambda whole: whole,
) -> Iterator[Chosen]:
    """Yield the dossiers of files with all their claims, or those with a given claim.

    Args:
        files: the files and folders, or "-".
        claim: id of the requested claim; None for all.
        style: the format in which errors are reported.
        of: returns the part of a dossier to examine.

    Raises:
        UnusableInput: if no dossier has the claim; raised after all were yielded.
    """
    others: list[str] = []
    is_there = claim is None
    for whole, examination in read_sound(files, style):
        dossier = of(whole)
        ids = [each.id for each in dossier.claims]
        others += ids
        if claim is None or claim in ids:
            claims = [each for each in dossier.claims if claim in (None, each.id)]
            yield Chosen(
                dossier=dossier,
                whole=whole,
                claims=tuple(claims),
                examination=examination,
                is_one_of_several=len(files) > 1 or any(map(Path.is_dir, files)),
            )
            is_there = True
    if claim is not None and not is_there:
        raise not_there("claim", claim, others)


def not_there(noun: str, key: str, others: Iterable[str]) -> UnusableInput:
    """Return the error for an id that is in no dossier of the files."""
    near = suggest(key, others)
    hint = f" Did you mean {quote(near)}?" if near else ""
    message = f"there is no {noun} {quote(key)} in this dossier.{hint}"
    return UnusableInput(message)
