"""`claimtrack conflicts`: show which claims contradict each other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from claimtrack.cli._answer import STYLE, Answer, echo_answers
from claimtrack.cli._chosen import choose_claims
from claimtrack.cli._inputs import FILE
from claimtrack.draw import conflicts_data, draw_conflicts

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["conflicts"]


@click.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@STYLE
def conflicts(files: tuple[Path, ...], style: str) -> None:
    """Show which claims of FILES contradict each other, and who says what.

    Claims that somebody in a chain denies are shown too.
    """
    answers = (
        Answer(
            each,
            partial(draw_conflicts, each.dossier),
            partial(conflicts_data, each.dossier),
        )
        for each in choose_claims(files, None, style)
    )
    echo_answers(answers, style)
