"""The commands and their options."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import click

from claimtrack._version import __version__
from claimtrack.cli._drawing import draw
from claimtrack.cli._explaining import explanation_of
from claimtrack.cli._files import (
    FILE,
    UnusableInput,
    examine_input,
    find_inputs,
)
from claimtrack.cli._judging import judge
from claimtrack.cli._reporting import FORMATS, echo_findings, echo_utf_8
from claimtrack.cli._retracting import impact
from claimtrack.cli._selection import Selection
from claimtrack.cli._tracing import show
from claimtrack.errors import UnknownSchema
from claimtrack.findings import CODES, SEVERITIES, quote, suggest
from claimtrack.schema import NAMES, bundle_schema, schema_text
from claimtrack.validation import ENGINES

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.findings import Finding
    from claimtrack.validation import EngineName, Examination

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimtrack")
def main() -> None:
    """Who says what, on whose word: show and check dossiers of claims."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows a substitute, not a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


main.add_command(draw)
main.add_command(impact)
main.add_command(show)


@main.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, for programs, as annotations, or for code scanners.",
)
@click.option("--select", multiple=True, help="Only these codes: CT0,CT701.")
@click.option("--ignore", multiple=True, help="None of these codes.")
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="What checks: fast where it is installed. The findings are the same.",
)
def check(
    files: tuple[Path, ...],
    style: str,
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: str,
    engine: EngineName,
) -> None:
    """Check dossiers: syntax, shape, meaning, references, confidential sources.

    Whether the records fit together, and whether one says who an unnamed source is.


    FILES are dossiers, folders of *.claims.json and *.claims.ndjson, or - for
    standard input. They may be compressed with gzip.
    """
    selection = Selection.of(select, ignore)
    found: list[Finding] = []
    examinations: list[Examination] = []
    for file in find_inputs(files):
        for examination in examine_input(file, engine):
            taken = [each for each in judge(examination) if selection.takes(each)]
            found += taken
            # Of a million sound dossiers nothing is kept.
            if taken:
                examinations.append(examination)
    echo_findings(style, found, examinations)
    threshold = SEVERITIES.index(severity)
    if any(SEVERITIES.index(each.severity) <= threshold for each in found):
        sys.exit(1)


@main.command()
@click.argument("name", required=False)
@click.option("--bundle", is_flag=True, help="With all that it refers to, as one file.")
def schema(name: str | None, *, bundle: bool) -> None:
    """Print the JSON Schema NAME, or the names there are."""
    if name is None:
        click.echo("\n".join(NAMES))
        return
    try:
        text = schema_text(name)
        if bundle:
            text = json.dumps(bundle_schema(name), indent=2, ensure_ascii=False) + "\n"
        echo_utf_8(text)
    except UnknownSchema as error:
        raise UnusableInput(str(error)) from error


@main.command()
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Say what the finding CODE means and what to do, or list the codes there are."""
    if code is None:
        width = max(len(each.name) for each in CODES.values())
        for each in CODES.values():
            click.echo(f"{each.code}  {each.name:{width}}  {each.severity}")
        return
    names = {each.name: each for each in CODES.values()}
    known = CODES.get(code.upper()) or names.get(code.lower())
    if known is None:
        near = suggest(code, [*CODES, *names])
        hint = f" Did you mean {quote(near)}?" if near else ""
        message = f"there is no code {quote(code)}.{hint}"
        raise UnusableInput(message)
    click.echo(explanation_of(known))
