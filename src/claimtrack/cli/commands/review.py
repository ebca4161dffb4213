"""`claimtrack review`: list drafts of a tool that nobody has reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from claimtrack.cli._chosen import read_sound
from claimtrack.cli._inputs import FILE
from claimtrack.cli._output import echo
from claimtrack.findings import clip

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["review"]

_SHOWN: Final = 80


@click.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.pass_context
def review(context: click.Context, files: tuple[Path, ...]) -> None:
    """List what a tool drafted in FILES and nobody has reviewed.

    The exit status is 1 if there is something left to review.
    """
    left = 0
    for dossier, _ in read_sound(files, "text"):
        for attribution in dossier.attributions:
            recorded = attribution.recorded
            if recorded is None or recorded.method != "tool":
                continue
            left += 1
            text = str(getattr(dossier[attribution.claim], "text", ""))
            chain = dossier.format_chain(attribution.chain)
            echo(f"{attribution.claim}  {clip(text, _SHOWN)}")
            echo(f"    {chain}")
    noun = "attribution" if left == 1 else "attributions"
    echo(f"{left} {noun} to review")
    context.exit(1 if left else 0)
