"""The commands and their options."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import click

from claimtrack._version import __version__
from claimtrack.cli._drawing import draw
from claimtrack.cli._explaining import explanation_of, explanation_of_rule
from claimtrack.cli._files import (
    FILE,
    UnusableInput,
    examine_input,
    find_inputs,
    this_day,
)
from claimtrack.cli._importing import import_
from claimtrack.cli._known import open_baseline
from claimtrack.cli._linting import Choice, gather_notices, load_rules, read_choice
from claimtrack.cli._output import Outermost, echo, echo_utf_8
from claimtrack.cli._reporting import FORMATS, MOST_IN_TEXT, Report
from claimtrack.cli._retracting import impact
from claimtrack.cli._tracing import show
from claimtrack.errors import UnknownSchema
from claimtrack.findings import SEVERITIES, quote, suggest
from claimtrack.lint import PRESETS, check_examination
from claimtrack.schema import NAMES, bundle_schema, schema_text
from claimtrack.validation import ENGINES

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.validation import EngineName

__all__ = ["main"]


@click.group(cls=Outermost, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="claimtrack")
def main() -> None:
    """Who says what, on whose word: show and check dossiers of claims."""


main.add_command(draw)
main.add_command(impact)
main.add_command(import_)
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
    "--preset",
    type=click.Choice(PRESETS),
    help="Whose rules to go by.",
)
@click.option(
    "--config",
    "settings",
    type=FILE,
    help="The file of settings; otherwise the nearest pyproject.toml that has some.",
)
@click.option(
    "--rules",
    "modules",
    multiple=True,
    help="A module of rules of your own, or the path of its file. Its code is run.",
)
@click.option(
    "--baseline",
    type=FILE,
    help="Known findings, which are not reported again.",
)
@click.option(
    "--write-baseline", "is_writing", is_flag=True, help="Write the baseline anew."
)
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="The least severity that makes the exit status 1.",
)
@click.option(
    "--max-findings",
    "most",
    type=click.IntRange(min=0),
    metavar="N",
    help="How many findings of each code are shown: 1,000 as text, otherwise all. "
    "What is not shown is counted.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="What checks: fast where it is installed. The findings are the same.",
)
def check(
    *,
    files: tuple[Path, ...],
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    preset: str | None,
    settings: Path | None,
    modules: tuple[str, ...],
    baseline: Path | None,
    severity: str,
    most: int | None,
    engine: EngineName,
    is_writing: bool,
) -> None:
    """Check dossiers: shape, meaning, whether records fit together, newsroom rules.

    FILES are dossiers, folders of *.claims.json and *.claims.ndjson, or - for
    standard input. They may be compressed with gzip.
    """
    choice = Choice(
        modules=modules, file=settings, preset=preset, select=select, ignore=ignore
    )
    rules = load_rules(choice.modules)
    read = read_choice(choice, rules)
    known = open_baseline(baseline, is_written=is_writing)
    paths = find_inputs(files)
    if most is None and style == "text":
        most = MOST_IN_TEXT
    report = Report(style, rules.codes(), most)
    report.add(read.findings)
    notices, today = gather_notices(paths), this_day()
    for path in paths:
        for examination in examine_input(path, engine):
            found = check_examination(
                examination,
                rules=rules,
                config=read.config,
                notices=notices,
                today=today,
            )
            report.add(known.new_among(found), [examination])
        known.checked(str(path))
    report.close()
    known.close(read.config.selection)
    threshold = SEVERITIES.index(severity)
    if any(report.counts[each] for each in SEVERITIES[: threshold + 1]):
        sys.exit(1)


@main.command()
@click.argument("name", required=False)
@click.option("--bundle", is_flag=True, help="With all that it refers to, as one file.")
def schema(name: str | None, *, bundle: bool) -> None:
    """Print the JSON Schema NAME, or the names there are."""
    if name is None:
        echo("\n".join(NAMES))
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
@click.option(
    "--rules",
    "modules",
    multiple=True,
    help="A module of rules of your own, or the path of its file. Its code is run.",
)
def explain(code: str | None, modules: tuple[str, ...]) -> None:
    """Say what the finding CODE means and what to do, or list the codes there are."""
    rules = load_rules(modules)
    codes = rules.codes()
    if code is None:
        width = max(len(each.name) for each in codes.values())
        for each in codes.values():
            echo(f"{each.code}  {each.name:{width}}  {each.severity}")
        return
    names = {each.name: each for each in codes.values()}
    known = codes.get(code.upper()) or names.get(code.lower())
    if known is None:
        near = suggest(code, [*codes, *names])
        hint = f" Did you mean {quote(near)}?" if near else ""
        message = f"there is no code {quote(code)}.{hint}"
        raise UnusableInput(message)
    rule = rules.get(known.code)
    echo(explanation_of(known) if rule is None else explanation_of_rule(rule))
