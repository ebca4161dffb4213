"""The command that says what falls if somebody retracts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import click

from claimtrack.cli._choosing import not_there, read_sound
from claimtrack.cli._files import FILE, UnusableInput
from claimtrack.cli._output import echo, echo_utf_8
from claimtrack.cli._tracing import STYLE, echo_findings_briefly, echo_title
from claimtrack.draw import draw_impact, impact_data, to_json
from claimtrack.findings import quote
from claimtrack.lineage import impact as find_impact
from claimtrack.validation import render_json

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimtrack.cli._choosing import Sound
    from claimtrack.dossier import Dossier
    from claimtrack.findings import Finding
    from claimtrack.lineage import Impact
    from claimtrack.schema import JsonValue

__all__ = ["impact"]

_RETRACTABLE: Final = ("source", "document", "attribution", "claim")
"""Types of record that can be taken back."""


@click.command()
@click.argument("file", type=FILE)
@click.option(
    "--retract",
    metavar="ID",
    multiple=True,
    help="What is taken back: a source, document, attribution or claim. Repeatable.",
)
@click.option(
    "--as-recorded",
    is_flag=True,
    help="Take back what the retraction notices of FILE name, too.",
)
@STYLE
def impact(
    file: Path, retract: tuple[str, ...], style: str, *, as_recorded: bool
) -> None:
    """Say which claims of FILE fall, are weakened or stand if something is retracted.

    A claim falls where it loses its recorded support. That does not make it false.
    """
    if not retract and not as_recorded:
        message = "say what is retracted: --retract ID, or --as-recorded"
        raise click.UsageError(message)
    answers: list[tuple[Sound, Impact]] = []
    found: list[Finding] = []
    others: list[str] = []
    for sound in read_sound(file, style):
        dossier = sound.dossier
        known = _known(dossier, retract)
        others += dossier
        if known or as_recorded:
            answer = find_impact(dossier, retract=known, as_recorded=as_recorded)
            answers.append((sound, answer))
            found += sound.findings
    there = set(others)
    for key in retract:
        if key not in there:
            raise not_there("record", key, others)
    _echo(answers, found, style)


def _known(dossier: Dossier, retract: Sequence[str]) -> list[str]:
    """Return those of the ids that a dossier has.

    Raises:
        UnusableInput: where one belongs to what nobody can take back.
    """
    known = [key for key in retract if key in dossier]
    for key in known:
        record = dossier[key]
        if record.type not in _RETRACTABLE:
            message = (
                f"{quote(key)} is a {record.type}: only a source, a document, an "
                "attribution or a claim can be retracted"
            )
            raise UnusableInput(message)
    return known


def _echo(
    answers: Sequence[tuple[Sound, Impact]], found: Sequence[Finding], style: str
) -> None:
    if style == "json":
        dossiers: list[JsonValue] = [
            impact_data(each.dossier, answer, lines=each.lines)
            for each, answer in answers
        ]
        data = {"dossiers": dossiers, **json.loads(render_json(found))}
        echo_utf_8(to_json(data) + "\n")
        return
    for number, (each, answer) in enumerate(answers):
        if number:
            echo()
        echo_title(each.dossier)
        echo(draw_impact(each.dossier, answer, lines=each.lines))
    echo_findings_briefly(found)
