"""How commands print what was found, for people and for programs."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING, Final

import click

from claimtrack.validation import (
    render_github,
    render_json,
    render_ndjson,
    render_sarif,
    render_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimtrack.findings import Finding
    from claimtrack.validation import Examination

__all__ = ["FORMATS", "echo_findings", "echo_utf_8"]

_FOR_PROGRAMS: Final[dict[str, Callable[[Sequence[Finding]], str]]] = {
    "json": render_json,
    "ndjson": render_ndjson,
    "github": render_github,
    "sarif": render_sarif,
}
"""Name of a format → what writes it."""

FORMATS: Final = ("text", *_FOR_PROGRAMS)
"""Names of the formats that findings are printed in."""


def echo_findings(
    style: str, findings: Sequence[Finding], examinations: Sequence[Examination]
) -> None:
    """Print findings in one of the formats.

    Args:
        style: one of `FORMATS`.
        findings: what to print, in this order.
        examinations: where they come from, for the source lines of "text".
    """
    if style == "text":
        click.echo(render_text(findings, examinations))
        return
    text = _FOR_PROGRAMS[style](findings)
    # A format of lines without findings has no line, not an empty one.
    echo_utf_8(f"{text}\n" if text else "")


def echo_utf_8(text: str) -> None:
    """Print text in UTF-8, whatever the terminal speaks: a program reads it.

    Half a surrogate pair, as of a file's name that is not UTF-8, becomes an escape.
    """
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    click.echo(text, nl=False)
