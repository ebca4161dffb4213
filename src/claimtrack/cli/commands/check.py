"""`claimtrack check`: find everything that is wrong with dossiers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from claimtrack.cli._completion import (
    complete_codes,
)
from claimtrack.cli._desk_note import Desk
from claimtrack.cli._given_texts import TEXT, TextOwners, read_texts
from claimtrack.cli._inputs import (
    FILE,
    examine_input,
    find_inputs,
    hold_standard_input,
    this_day,
)
from claimtrack.cli._known import open_baseline
from claimtrack.cli._progress import progress
from claimtrack.cli._report import FORMATS, MOST_IN_TEXT, Report
from claimtrack.cli._rule_choice import Choice, gather_notices, load_rules, read_choice
from claimtrack.findings import SEVERITIES
from claimtrack.lint import PRESETS, check_examination
from claimtrack.validation import ENGINES

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.validation import EngineName

__all__ = ["check"]


@click.command()
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Output format: text for people, json or ndjson for programs, github for "
    "annotations, sarif for code scanners.",
)
@click.option(
    "--select",
    multiple=True,
    shell_complete=complete_codes,
    help="Report only codes that begin with these: CT0,CT701.",
)
@click.option(
    "--ignore",
    multiple=True,
    shell_complete=complete_codes,
    help="Do not report codes that begin with these.",
)
@click.option(
    "--preset",
    type=click.Choice(PRESETS),
    help="The newsroom whose rules to apply.",
)
@click.option(
    "--desk",
    multiple=True,
    metavar="NAME",
    help="The outlet whose own unnamed sources are checked: a name, alias, id or "
    "address. Repeatable.",
)
@click.option(
    "--config",
    "settings",
    type=FILE,
    help="The settings file; by default the nearest pyproject.toml that has settings.",
)
@click.option(
    "--rules",
    "modules",
    multiple=True,
    help="A module with your own rules, or the path of its file. Its code is run.",
)
@TEXT
@click.option(
    "--baseline",
    type=FILE,
    help="A file of known findings, which are not reported again.",
)
@click.option(
    "--write-baseline",
    "is_writing",
    is_flag=True,
    help="Write all current findings to the --baseline file.",
)
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="The lowest severity that makes the exit status 1.",
)
@click.option(
    "--max-findings",
    "most",
    type=click.IntRange(min=0),
    metavar="N",
    help="How many findings of each code to show: by default 1,000 as text, otherwise "
    "all. The rest are counted.",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="The validator: auto uses fast if it is installed. The findings are the same.",
)
def check(
    *,
    files: tuple[Path, ...],
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    preset: str | None,
    desk: tuple[str, ...],
    settings: Path | None,
    modules: tuple[str, ...],
    articles: tuple[str, ...],
    baseline: Path | None,
    severity: str,
    most: int | None,
    engine: EngineName,
    is_writing: bool,
) -> None:
    """Check dossiers: shape, meaning, whether records fit together, newsroom rules.

    FILES are dossiers, folders of *.claims.json, *.claims.ndjson and
    *.claims.txt, or - for standard input. They may be compressed with gzip. With
    --text, quotes are looked up in the article.
    """
    choice = Choice(
        modules=modules,
        file=settings,
        preset=preset,
        select=select,
        ignore=ignore,
        desk=desk,
    )
    rules = load_rules(choice.modules)
    read = read_choice(choice, rules)
    known = open_baseline(baseline, is_written=is_writing)
    paths = find_inputs(files)
    given = read_texts(articles)
    held = hold_standard_input(paths) if given else None
    owners = TextOwners.of(given, paths, held)
    if most is None and style == "text":
        most = MOST_IN_TEXT
    report = Report(style, rules.codes(), most)
    report.add(read.findings)
    seen = Desk.of(read.config.settings.desk)
    # Only rules need the notices of other dossiers.
    is_ruled = any(map(read.config.runs, rules.rules))
    notices, today = gather_notices(paths if is_ruled else ()), this_day()
    for path in progress(paths, len(paths)):
        texts = owners.of_dossier(path)
        for examination in examine_input(path, engine, held=held, texts=texts):
            found = check_examination(
                examination,
                rules=rules,
                config=read.config,
                notices=notices,
                today=today,
                texts=owners.of_dossier(path, examination.number),
            )
            seen.look_in(examination)
            report.add(known.new_among(found), [examination])
        known.checked(str(path))
    report.close(seen.note(rules, read.config))
    known.close(read.config.selection)
    threshold = SEVERITIES.index(severity)
    if any(report.counts[each] for each in SEVERITIES[: threshold + 1]):
        sys.exit(1)
