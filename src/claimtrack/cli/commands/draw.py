"""The command that draws pictures for others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

import click

from claimtrack.cli._chosen import choose_claims
from claimtrack.cli._completion import complete_claim
from claimtrack.cli._inputs import FILE, UNREVIEWED, UnusableInput, write_output
from claimtrack.cli._output import echo_utf_8
from claimtrack.disclosure import public
from claimtrack.draw import draw_dot, draw_mermaid, draw_svg
from claimtrack.errors import UnreviewedDraft
from claimtrack.findings import quote

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimtrack.dossier import Dossier
    from claimtrack.records import Claim

__all__ = ["draw"]


class _Picture(Protocol):
    """What draws claims of a dossier."""

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
"""Format of a picture → what draws it."""

_OF_ONE: Final[dict[str, _Picture]] = {"svg": _draw_one}
"""The same where a claim is named, if that makes a difference."""

_ENDINGS: Final = {".mmd": "mermaid", ".dot": "dot", ".svg": "svg"}
"""What the name of a picture ends in → its format."""

_NO_PICTURE: Final = "there is no claim in this dossier that others may see"
_SEVERAL: Final = (
    "the file holds several dossiers, and a picture is of one: name a claim that only "
    "one of them has"
)


@click.command()
@click.argument("file", type=FILE)
@click.argument("claim", required=False, shell_complete=complete_claim)
@click.option(
    "-o",
    "--output",
    type=FILE,
    help="Where to write it: NAME.svg (a picture), NAME.mmd (Mermaid) or NAME.dot "
    "(Graphviz).",
)
@click.option(
    "--format",
    "style",
    type=click.Choice([*_PICTURES]),
    help="For standard output.  [default: mermaid]",
)
@click.option(
    "--include-private",
    is_flag=True,
    help="Draw also what is not for others: sources on deep background, chains off "
    "the record.",
)
@UNREVIEWED
def draw(
    file: Path,
    claim: str | None,
    output: Path | None,
    style: str | None,
    *,
    include_private: bool,
    unreviewed: bool,
) -> None:
    """Draw a picture of what stands behind the claims of FILE, or behind CLAIM alone.

    Without -o it is printed. Others may see it: what is private is left out, and what
    a tool drafted and nobody reviewed is refused.
    """
    # Usage that is wrong is said before a file is read.
    name = _picture_format(output, style)
    picture = _PICTURES[name] if claim is None else {**_PICTURES, **_OF_ONE}[name]
    seen = _whole if include_private else public
    chosen = [
        each for each in choose_claims([file], claim, "text", seen) if each.claims
    ]
    if len(chosen) != 1:
        raise UnusableInput(_NO_PICTURE if not chosen else _SEVERAL)
    try:
        text = picture(
            chosen[0].whole,
            chosen[0].claims,
            include_private=include_private,
            unreviewed=unreviewed,
        )
    except UnreviewedDraft as error:
        raise UnusableInput(str(error)) from error
    if output is None or str(output) == "-":
        echo_utf_8(text)
    else:
        write_output(output, text)


def _picture_format(output: Path | None, style: str | None) -> str:
    """Return the format of a picture, by the name of its file or as it is asked for.

    Raises:
        click.UsageError: where the name says none, or another.
    """
    if output is None or str(output) == "-":
        return style or "mermaid"
    by_name = _ENDINGS.get(output.suffix.lower())
    if by_name is None:
        *most, last = _ENDINGS
        endings = f"{', '.join(most)} or {last}"
        message = (
            f"the name of a picture ends in {endings}, not as {quote(str(output))}"
        )
        raise click.UsageError(message)
    if style not in (None, by_name):
        message = f"{quote(output.name)} is written as {by_name}, not as {style}"
        raise click.UsageError(message)
    return by_name


def _whole(dossier: Dossier) -> Dossier:
    return dossier
