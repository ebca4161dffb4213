"""`claimtrack timeline`: show what happened to claims, and when."""

from __future__ import annotations

from functools import partial

import click

from claimtrack.cli._answer import STYLE, Answer, echo_answers
from claimtrack.cli._chosen import PLACES, choose_claims, split_claim
from claimtrack.draw import draw_timeline, timeline_data

__all__ = ["timeline"]


@click.command()
@PLACES
@STYLE
def timeline(file: tuple[str, ...], style: str) -> None:
    """Show what happened to each claim of FILE, or to CLAIM alone, and when.

    Who said it when, when documents came out or changed, and when somebody judged,
    corrected or retracted something. What has no date is left out.
    """
    files, claim = split_claim(file)
    answers = (
        Answer(
            each,
            partial(draw_timeline, each.dossier, each.claims),
            partial(timeline_data, each.dossier, each.claims),
        )
        for each in choose_claims(files, claim, style)
    )
    echo_answers(answers, style)
