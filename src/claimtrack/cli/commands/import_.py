"""`claimtrack import`: import foreign formats."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from claimtrack.cli._inputs import FILE, UnusableInput, shown, unreadable
from claimtrack.cli._output import echo, echo_utf_8
from claimtrack.dossier import dump_dossiers, write_dossiers
from claimtrack.errors import InvalidDossier, MissingExtra
from claimtrack.findings import SEVERITIES
from claimtrack.interop import claimreview, factcheck_api, table
from claimtrack.validation import to_plain_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.findings import Finding
    from claimtrack.interop import Imported

__all__ = ["import_"]

FORMATS: Final = ("claimreview", "factcheck-api", "table")
"""Names of the formats."""

STEP: Final = 100
"""Number of documents after which the progress is updated."""

WIDTH: Final = 24
"""Maximum columns of the progress."""

OF_EACH: Final = 5
"""Findings of each code that are shown; the others are counted."""

_ONE: Final = (".json", ".json.gz")
"""Suffixes of files that hold one dossier."""


@click.command("import")
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=FILE,
    required=True,
    help="Where to write: NAME.claims.ndjson, NAME.claims.json for one dossier, or - "
    "for standard output.",
)
@click.option(
    "--columns",
    help="For a table: which column holds what. A built-in map (desk, schema-org), or "
    "a TOML file.",
)
@click.option(
    "--verdicts",
    multiple=True,
    type=FILE,
    help="A TOML file that says what other verdicts mean.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Write nothing if a document departs from its format.",
)
@click.option(
    "--max-findings",
    "most",
    type=click.IntRange(min=0),
    default=OF_EACH,
    show_default=True,
    metavar="N",
    help="How many findings of each code to show. All are counted.",
)
def import_(
    form: str,
    *,
    files: tuple[Path, ...],
    output: Path,
    columns: str | None,
    verdicts: tuple[Path, ...],
    most: int,
    strict: bool,
) -> None:
    """Import fact-checks of a foreign FORMAT from FILES, as dossiers.

    FORMAT is claimreview (JSON-LD or pages of HTML), factcheck-api (answers of the Fact
    Check Tools API) or table (CSV, TSV, spreadsheets, rows of JSON). A .jsonl file has
    one document on each line. A review that was imported before is left out.

    Nothing is lost: what fits no field is kept in "ext". Findings go to standard
    error.
    """
    if (form == "table") != (columns is not None):
        message = "a table needs --columns, and no other format takes it"
        raise click.UsageError(message)
    tally = _Tally(most)
    try:
        dossiers = _tell(
            _open(form, files, columns, strict=strict, verdicts=verdicts), tally
        )
        # With --strict, nothing is written if a later document departs from its format.
        _write(iter([*dossiers]) if strict else dossiers, output)
    except InvalidDossier as error:
        tally.add(error.findings)
        tally.close(None)
        sys.exit(1)
    except OSError as error:
        raise unreadable(output, error) from error
    except (MissingExtra, ValueError) as error:
        raise UnusableInput(str(error)) from error
    tally.close(output)
    if tally.severities["error"]:
        sys.exit(1)


def _open(
    form: str,
    files: tuple[Path, ...],
    columns: str | None,
    *,
    strict: bool,
    verdicts: tuple[Path, ...],
) -> Iterator[Imported]:
    """Return the documents of all files as dossiers, one after the other."""
    inputs = [sys.stdin.buffer.read() if str(f) == "-" else f for f in files]
    if form == "claimreview":
        return claimreview.read_all(inputs, strict=strict, verdict_maps=verdicts)
    if form == "factcheck-api":
        return factcheck_api.read_all(inputs, strict=strict, verdict_maps=verdicts)
    chosen = str(columns)
    where = chosen if chosen in table.MAPS else Path(chosen)
    return table.read_all(inputs, columns=where, strict=strict, verdict_maps=verdicts)


def _tell(documents: Iterator[Imported], tally: _Tally) -> Iterator[Dossier]:
    """Yield the dossiers that have records, and show the progress."""
    has_progress, number = has_terminal(), 0
    for number, each in enumerate(documents, 1):
        tally.add(each.findings)
        if has_progress and number % STEP == 0:
            click.echo(f"\r{number:,} documents", err=True, nl=False)
        if each.dossier:
            tally.dossiers += 1
            tally.reviews += len(each.dossier.assessments)
            yield each.dossier
    if has_progress and number >= STEP:
        click.echo(f"\r{'':{WIDTH}}\r", err=True, nl=False)


def has_terminal() -> bool:
    """Return whether standard error is a terminal."""
    return sys.stderr.isatty()


def _write(dossiers: Iterator[Dossier], output: Path) -> None:
    """Write dossiers one by one, or the only one.

    Raises:
        UnusableInput: if there are several, but the file is for one.
    """
    if str(output) == "-":
        for each in dossiers:
            for line in dump_dossiers([each]).removesuffix("\n").split("\n"):
                echo_utf_8(f"{to_plain_json(json.loads(line))}\n")
        return
    if not output.name.lower().endswith(_ONE):
        write_dossiers(dossiers, output)
        return
    made = list(dossiers)
    if len(made) != 1:
        message = (
            f"{shown(output)} holds one dossier, but there are {len(made)}; "
            "write them to a file that ends in .claims.ndjson"
        )
        raise UnusableInput(message)
    made[0].save(output)


class _Tally:
    """Counts of imported documents and of findings."""

    def __init__(self, most: int) -> None:
        """Start with all counts at zero."""
        self.most = most
        self.dossiers = 0
        self.reviews = 0
        self.codes: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()

    def add(self, findings: tuple[Finding, ...]) -> None:
        """Count findings, and print the first ones of each code."""
        for each in findings:
            self.codes[each.code] += 1
            self.severities[each.severity] += 1
            if self.codes[each.code] <= self.most:
                echo(str(each), err=True)

    def close(self, output: Path | None) -> None:
        """Print all counts."""
        if output is not None:
            echo(
                f"{_counted(self.reviews, 'review')} in "
                f"{_counted(self.dossiers, 'dossier')}: {shown(output)}",
                err=True,
            )
        if self.codes:
            codes = ", ".join(f"{c} {n:,}" for c, n in sorted(self.codes.items()))
            named = (
                _counted(self.severities[each], each, "")
                if each == "info"
                else _counted(self.severities[each], each)
                for each in SEVERITIES
                if self.severities[each]
            )
            echo(f"{', '.join(named)}: {codes}", err=True)


def _counted(number: int, noun: str, ending: str = "s") -> str:
    return f"{number:,} {noun}{'' if number == 1 else ending}"
