"""`claimtrack impact`: show what falls if somebody retracts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import click

from claimtrack.cli._answer import STYLE, Answer, echo_answers
from claimtrack.cli._chosen import choose_claims, not_there
from claimtrack.cli._completion import complete_retractable
from claimtrack.cli._inputs import FILE, UnusableInput
from claimtrack.draw import draw_impact, impact_data
from claimtrack.findings import quote, with_article
from claimtrack.lineage import impact as find_impact

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimtrack.dossier import Dossier

__all__ = ["impact"]

_RETRACTABLE: Final = ("source", "document", "attribution", "claim")
"""Types of record that can be retracted."""


@click.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option(
    "--retract",
    metavar="ID",
    multiple=True,
    shell_complete=complete_retractable,
    help="What is retracted: a source, document, attribution or claim. Repeatable.",
)
@click.option(
    "--as-recorded",
    is_flag=True,
    help="Also retract what the retraction notices in FILES name.",
)
@STYLE
def impact(
    files: tuple[Path, ...], retract: tuple[str, ...], style: str, *, as_recorded: bool
) -> None:
    """Say which claims of FILES fall, are weakened or stand if something is retracted.

    A claim falls if it loses its recorded support. That does not make it false.
    FILES are dossiers, folders of dossiers, or - for standard input.
    """
    if not retract and not as_recorded:
        message = "say what is retracted: --retract ID, or --as-recorded"
        raise click.UsageError(message)
    answers: list[Answer] = []
    others: list[str] = []
    for each in choose_claims(files, None, style):
        dossier, lines = each.dossier, each.lines
        known = _known(dossier, retract)
        others += dossier
        if known or as_recorded:
            found = find_impact(dossier, retract=known, as_recorded=as_recorded)
            text = partial(draw_impact, dossier, found, lines=lines)
            data = partial(impact_data, dossier, found, lines=lines)
            answers.append(Answer(each, text, data))
    there = set(others)
    for key in retract:
        if key not in there:
            raise not_there("record", key, others)
    echo_answers(answers, style)


def _known(dossier: Dossier, retract: Sequence[str]) -> list[str]:
    """Return those of the ids that a dossier has.

    Raises:
        UnusableInput: if one belongs to a record that nobody can retract.
    """
    known = [key for key in retract if key in dossier]
    for key in known:
        record = dossier[key]
        if record.type not in _RETRACTABLE:
            message = (
                f"{quote(key)} is {with_article(record.type)}: only a source, a "
                "document, an attribution or a claim can be retracted"
            )
            raise UnusableInput(message)
    return known
