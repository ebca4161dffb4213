"""`claimtrack convert`: a dossier in another form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs
import click

from claimtrack import disclosure, sheet
from claimtrack._writer import COMPRESSED
from claimtrack.cli._chosen import read_sound
from claimtrack.cli._inputs import (
    FILE,
    OUTPUT,
    UNREVIEWED,
    UnusableInput,
    read_words,
    shown,
)
from claimtrack.dossier import write_dossiers
from claimtrack.errors import InvalidDossier, UnreviewedDraft, UnsafeReplacement
from claimtrack.notation import is_sheet
from claimtrack.validation import SEQUENCE

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.dossier import Dossier

__all__ = ["convert"]

_TITLE: Final = 900
"""Characters kept of a title to which something is added."""


@click.command()
@click.argument("file", type=FILE)
@OUTPUT
@click.option(
    "--public", "is_public", is_flag=True, help="Write only what may leave the desk."
)
@UNREVIEWED
@click.option(
    "--accepted",
    "is_accepted",
    is_flag=True,
    help="Leave out tool drafts that nobody has reviewed.",
)
def convert(
    *,
    file: Path,
    output: Path,
    is_public: bool,
    unreviewed: bool,
    is_accepted: bool,
) -> None:
    """Write the dossier in FILE in another format, chosen by the output's ending.

    The output ends in .claims.json, .claims.ndjson or .claims.txt (a sheet). A sheet
    with comments, doubts or dropped claims is not overwritten. --accepted leaves out
    drafts marked with a tilde, and judgements and relations about them. --public
    refuses tool drafts that nobody has reviewed; if --unreviewed allows them, the title
    of the dossier says so.
    """
    dossiers = [dossier for dossier, _ in read_sound([file], "text")]
    if is_accepted:
        drafted = frozenset[str]()
        if is_sheet(file.name):
            drafted = sheet.drafted_in(read_words(file))
        dossiers = [sheet.accepted(each, drafted=drafted) for each in dossiers]
    if is_public:
        dossiers = [_for_others(each, unreviewed=unreviewed) for each in dossiers]
    try:
        if output.name.lower().removesuffix(COMPRESSED).endswith(SEQUENCE):
            write_dossiers(dossiers, output)
        elif len(dossiers) == 1:
            dossiers[0].save(output)
        else:
            message = (
                f"{shown(file)} holds {len(dossiers)} dossiers; write to a .ndjson"
            )
            raise UnusableInput(message)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        raise UnusableInput(f"cannot write {shown(output)}: {reason}") from error
    except (InvalidDossier, UnsafeReplacement) as error:
        raise UnusableInput(str(error)) from error


def _for_others(dossier: Dossier, *, unreviewed: bool) -> Dossier:
    """Return the part of a dossier for others; the title says if it is a draft."""
    try:
        made = disclosure.for_others(dossier, unreviewed=unreviewed)
    except UnreviewedDraft as error:
        raise UnusableInput(str(error)) from error
    if any(each in made for each in disclosure.unreviewed(dossier)):
        title = disclosure.DRAFTED
        if made.head.title is not None:
            title = f"{made.head.title[:_TITLE]} ({title})"
        made.head = attrs.evolve(made.head, title=title)
    return made
