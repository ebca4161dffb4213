"""`claimtrack drift`: show where claims grew on the way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from claimtrack.cli._answer import STYLE, Answer, echo_answers
from claimtrack.cli._chosen import choose_claims
from claimtrack.cli._inputs import FILE
from claimtrack.draw import draw_drift, drift_data

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["drift"]


@click.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@STYLE
def drift(files: tuple[Path, ...], style: str) -> None:
    """Show where the claims of FILES grew on the way from their sources.

    A headline that is stronger than its body, a hedge that got lost between two
    reports, an unnamed source that is no longer mentioned.
    """
    answers = (
        Answer(
            each,
            partial(draw_drift, each.dossier),
            partial(drift_data, each.dossier),
        )
        for each in choose_claims(files, None, style)
    )
    echo_answers(answers, style)
