"""`claimtrack draw`: draw pictures for others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

import click

from claimtrack.cli._chosen import choose_claims
from claimtrack.cli._completion import complete_claim
from claimtrack.cli._inputs import FILE, TARGET, UNREVIEWED, UnusableInput, write_output
from claimtrack.cli._output import echo_utf_8
from claimtrack.cli._pages import PageChoice, report_text, write_site
from claimtrack.disclosure import public
from claimtrack.draw import draw_dot, draw_mermaid, draw_svg
from claimtrack.errors import UnreviewedDraft
from claimtrack.findings import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.records import Claim

__all__ = ["draw"]


class _Picture(Protocol):
    """Draws claims of a dossier."""

    def __call__(
        self,
        dossier: Dossier,
        claims: Sequence[Claim],
        *,
        include_private: bool,
        unreviewed: bool,
    ) -> str: ...


def _draw_one(
    dossier: Dossier,
    claims: Sequence[Claim],
    *,
    include_private: bool,
    unreviewed: bool,
) -> str:
    """Return the picture of the first of these claims, without its sentence."""
    return draw_svg(
        dossier, claims[0], include_private=include_private, unreviewed=unreviewed
    )


def _draw_all(
    dossier: Dossier,
    claims: Sequence[Claim],  # noqa: ARG001  # they are all that it has
    *,
    include_private: bool,
    unreviewed: bool,
) -> str:
    """Return the pictures of all claims, each under its sentence."""
    return draw_svg(dossier, include_private=include_private, unreviewed=unreviewed)


_PICTURES: Final[dict[str, _Picture]] = {
    "mermaid": draw_mermaid,
    "dot": draw_dot,
    "svg": _draw_all,
}
"""Format of a picture → function that draws it."""

_OF_ONE: Final[dict[str, _Picture]] = {"svg": _draw_one}
"""The same for a single claim, if that makes a difference."""

_HTML: Final = "html"
"""The format of a report, which covers a whole dossier."""

_ENDINGS: Final = {".mmd": "mermaid", ".dot": "dot", ".svg": "svg", ".html": _HTML}
"""Suffix of a picture's file → its format."""

_WHOLE: Final = "a report covers a whole dossier: leave out CLAIM, or draw a picture"

_NO_PICTURE: Final = "there is no claim in this dossier that others may see"
_SEVERAL: Final = (
    "the file holds several dossiers, but a picture shows one: name a claim that only "
    "one of them has"
)


@click.command()
@click.argument("file", type=FILE)
@click.argument("claim", required=False, shell_complete=complete_claim)
@click.option(
    "-o",
    "--output",
    "target",
    type=TARGET,
    help="Where to write it: NAME.svg (a picture), NAME.html (a report), NAME.mmd "
    "(Mermaid) or NAME.dot (Graphviz); or FOLDER/ for a report of each dossier, and an "
    "index.",
)
@click.option(
    "--format",
    "style",
    type=click.Choice([*_PICTURES, _HTML]),
    help="Format for standard output.  [default: mermaid]",
)
@click.option(
    "--include-private",
    is_flag=True,
    help="Also draw what is not for others: sources on deep background, chains off "
    "the record.",
)
@UNREVIEWED
def draw(
    file: Path,
    claim: str | None,
    target: str | None,
    style: str | None,
    *,
    include_private: bool,
    unreviewed: bool,
) -> None:
    """Draw a picture of what the claims of FILE rest on, or CLAIM alone.

    NAME.html is a report of the dossier for a browser: who says what on whose word,
    what it all hangs on, and what falls if somebody retracts. For a folder of dossiers,
    write to a folder.

    Without -o, the picture is printed. It is made for others to see: what is
    private is left out, and tool drafts that nobody has reviewed are refused.
    """
    # Wrong usage is reported before any file is read.
    output = None if target in (None, "-") else Path(str(target))
    is_folder = output is not None and str(target).endswith(("/", os.sep))
    kind = _HTML if is_folder else _picture_format(output, style)
    if kind == _HTML and claim is not None:
        raise click.UsageError(_WHOLE)
    choice = PageChoice(include_private, unreviewed)
    if is_folder and output is not None:
        write_site(file, output, choice)
    elif kind == _HTML:
        _write(output, report_text(file, choice))
    else:
        _write(output, _drawn(file, claim, kind, choice))


def _drawn(file: Path, claim: str | None, kind: str, choice: PageChoice) -> str:
    """Return the picture of the claims of a file, or of one claim.

    Raises:
        UnusableInput: if there is no dossier, or there are several; for a draft that
            nobody has reviewed.
    """
    picture = _PICTURES[kind] if claim is None else {**_PICTURES, **_OF_ONE}[kind]
    seen = _whole if choice.include_private else public
    chosen = [
        each for each in choose_claims([file], claim, "text", seen) if each.claims
    ]
    if len(chosen) != 1:
        raise UnusableInput(_NO_PICTURE if not chosen else _SEVERAL)
    try:
        return picture(
            chosen[0].whole,
            chosen[0].claims,
            include_private=choice.include_private,
            unreviewed=choice.unreviewed,
        )
    except UnreviewedDraft as error:
        raise UnusableInput(str(error)) from error


def _write(output: Path | None, text: str) -> None:
    if output is None:
        echo_utf_8(text)
    else:
        write_output(output, text)


def _picture_format(output: Path | None, style: str | None) -> str:
    """Return the format of a picture, from the name of its file or the option.

    Raises:
        click.UsageError: if the name gives no format, or a different one.
    """
    if output is None:
        return style or "mermaid"
    by_name = _ENDINGS.get(output.suffix.lower())
    if by_name is None:
        *most, last = _ENDINGS
        endings = f"{', '.join(most)} or {last}"
        message = f"the name of a picture ends in {endings}; got {quote(str(output))}"
        raise click.UsageError(message)
    if style not in (None, by_name):
        message = f"{quote(output.name)} is written as {by_name}, not as {style}"
        raise click.UsageError(message)
    return by_name


def _whole(dossier: Dossier) -> Dossier:
    return dossier
