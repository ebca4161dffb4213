"""Print an answer for each dossier: under its title, or as one JSON value."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import attrs
import click

from claimtrack.cli._chosen import Chosen
from claimtrack.cli._output import echo, echo_utf_8
from claimtrack.draw import to_json
from claimtrack.findings import clip
from claimtrack.schema import JsonValue
from claimtrack.validation import render_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.findings import Finding

__all__ = [
    "STYLE",
    "Answer",
    "echo_answers",
    "echo_data",
    "echo_findings_briefly",
    "echo_title",
    "with_names",
]

STYLE: Final = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Output format: text for people, json for programs.",
)
"""The option of commands that can answer in both forms."""

_TITLE: Final = 200
"""Maximum number of characters shown of a title."""


@attrs.frozen
class Answer:
    """A command's answer for one dossier.

    Attributes:
        chosen: the dossier.
        text: returns the answer for people.
        data: returns the answer for programs.
    """

    chosen: Chosen
    text: Callable[[], str]
    data: Callable[[], Mapping[str, JsonValue]]


def echo_answers(answers: Iterable[Answer], style: str) -> None:
    """Print the answer for each dossier, and the findings about it.

    Args:
        answers: the dossiers with their answers.
        style: "text" or "json".
    """
    found: list[Finding] = []
    dossiers: list[JsonValue] = []
    for number, each in enumerate(answers):
        found += each.chosen.findings
        if style == "json":
            dossiers.append(with_names(each.chosen, each.data()))
            continue
        if number:
            echo()
        echo_title(each.chosen)
        echo(each.text())
    if style == "json":
        echo_data(dossiers, found)
    else:
        echo_findings_briefly(found)


def with_names(chosen: Chosen, data: Mapping[str, JsonValue]) -> JsonValue:
    """Return an answer for programs with the title and the file of its dossier."""
    return {"title": chosen.dossier.title, **data, "file": chosen.file}


def echo_data(dossiers: list[JsonValue], found: Sequence[Finding]) -> None:
    """Print answers for programs, with the findings."""
    data = {"dossiers": dossiers, **json.loads(render_json(found))}
    echo_utf_8(to_json(data) + "\n")


def echo_title(chosen: Chosen) -> None:
    """Print the title of a dossier, and its file if there are several."""
    parts = [chosen.file] if chosen.is_one_of_several else []
    parts += [chosen.dossier.title] if chosen.dossier.title is not None else []
    if parts:
        echo(": ".join(clip(each, _TITLE) for each in parts) + "\n")


def echo_findings_briefly(found: Iterable[Finding]) -> None:
    """Print findings below an answer, one per line."""
    lines = [*map(str, found)]
    if lines:
        echo("\n" + "\n".join(lines))
