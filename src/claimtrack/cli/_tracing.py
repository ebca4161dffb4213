"""The command that shows what chains say together."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

import click

from claimtrack.cli._choosing import choose_claims
from claimtrack.cli._files import FILE
from claimtrack.cli._output import echo, echo_utf_8
from claimtrack.draw import (
    LEGEND,
    SupportShown,
    claims_data,
    draw_claims,
    find_supports,
    support_note,
    to_json,
)
from claimtrack.findings import clip
from claimtrack.scales import SCALES
from claimtrack.validation import render_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from claimtrack.cli._choosing import Chosen
    from claimtrack.confidence import Support
    from claimtrack.dossier import Dossier
    from claimtrack.findings import Finding
    from claimtrack.scales import ScaleId
    from claimtrack.schema import JsonValue

__all__ = ["STYLE", "echo_findings_briefly", "echo_title", "show"]

STYLE: Final = click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
"""The option of a command that answers both."""

_SCALE: Final = click.option(
    "--scale",
    type=click.Choice(
        [each.id for each in SCALES.values() if each.kind == "probability"]
    ),
    help="Also give support as a likelihood in the terms of this scale.",
)

_NUMBERS: Final = click.option(
    "--numbers", is_flag=True, help="Also show the numbers behind support."
)

_WHY: Final = click.option(
    "--why", is_flag=True, help="Also show every reason for support."
)

_TITLE: Final = 200
"""Characters of a title that are shown at most."""


@click.command()
@click.argument("file", type=FILE)
@click.argument("claim", required=False)
@STYLE
@_SCALE
@_NUMBERS
@_WHY
def show(
    file: Path,
    claim: str | None,
    style: str,
    scale: ScaleId | None,
    *,
    numbers: bool,
    why: bool,
) -> None:
    """Draw the chains behind each claim of FILE, or behind CLAIM alone.

    Below each tree stands what its chains say together: where they end, who speaks
    from knowledge of their own, how many people that are, what it all hangs on, and
    why. How far the record supports the claim stands there where it can be judged by
    the grades of its sources, and what would raise that.
    """
    chosen = choose_claims(file, claim, style)
    if style == "json":
        _show_data(chosen, scale)
        return
    shown = SupportShown(scale, numbers, why, claim is not None)
    found: list[Finding] = []
    supports: list[tuple[Dossier, list[Support]]] = []
    for each in chosen:
        echo_title(each.dossier)
        known = find_supports(each.dossier, each.claims)
        for drawn in draw_claims(each.dossier, each.claims, known, shown=shown):
            echo(f"{drawn}\n")
        found += each.findings
        supports.append((each.dossier, [known[one.id] for one in each.claims]))
    is_drawn = any(each for _, each in supports)
    echo(LEGEND if is_drawn else "There is no claim in this dossier.")
    note = "" if shown.is_asked else support_note(supports)
    if note:
        echo(note)
    echo_findings_briefly(found)


def _show_data(chosen: Iterable[Chosen], scale: ScaleId | None) -> None:
    dossiers: list[JsonValue] = []
    found: list[Finding] = []
    for each in chosen:
        claims = claims_data(each.dossier, each.claims, scale=scale)
        dossiers.append({"title": each.dossier.title, "claims": claims})
        found += each.findings
    echo_utf_8(to_json({"dossiers": dossiers, **json.loads(render_json(found))}) + "\n")


def echo_title(dossier: Dossier) -> None:
    """Print what a dossier is about, if it says so."""
    if dossier.title is not None:
        echo(f"{clip(dossier.title, _TITLE)}\n")


def echo_findings_briefly(found: Sequence[Finding]) -> None:
    """Print findings below an answer, a line each."""
    if found:
        echo("\n" + "\n".join(map(str, found)))
