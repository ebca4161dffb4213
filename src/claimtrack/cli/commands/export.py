"""`claimtrack export`: export to foreign formats."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import attrs
import click

from claimtrack.cli._chosen import read_sound
from claimtrack.cli._inputs import (
    FILE,
    UNREVIEWED,
    UnusableInput,
    unreadable,
    write_output,
)
from claimtrack.cli._output import echo, echo_utf_8
from claimtrack.errors import DanglingReference, MissingExtra, UnreviewedDraft
from claimtrack.findings import escape
from claimtrack.interop import claimreview, factcheck_api, table
from claimtrack.interop.claimreview import PROFILES, Profile
from claimtrack.interop.table import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.interop import Exported, Loss
    from claimtrack.interop.table import Form

__all__ = ["export"]

FORMATS: Final = ("claimreview", "factcheck-api", "table")
"""Names of the formats."""

_ONLY: Final = {
    "profile": ("claimreview",),
    "ids": ("claimreview",),
    "is_html": ("claimreview",),
    "lossless": ("claimreview", "factcheck-api"),
    "columns": ("table",),
    "rows": ("table",),
}
"""Option → the formats that accept it."""

_SPELLED: Final = {"ids": "--id", "is_html": "--html"}
"""Parameter name → option name, if they differ."""


@attrs.frozen(kw_only=True)
class _Wishes:
    """The options that were given."""

    form: str
    profile: Profile | None
    ids: tuple[str, ...]
    is_html: bool
    lossless: bool
    include_private: bool
    unreviewed: bool
    columns: str | None
    rows: Rows | None


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("file", type=FILE)
@click.option(
    "-o",
    "--output",
    type=FILE,
    help="The file to write. For a table, it ends in .csv, .tsv or .xlsx.",
)
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    help="For claimreview: the profile to check against.  [default: plain]",
)
@click.option(
    "--id",
    "ids",
    multiple=True,
    metavar="ID",
    help="For claimreview: a judgement, in a document of its own. By default all.",
)
@click.option(
    "--html", "is_html", is_flag=True, help="Write the script element for a web page."
)
@click.option(
    "--lossless",
    is_flag=True,
    help="Write imported documents as they came, with everything else in a block.",
)
@click.option(
    "--include-private",
    is_flag=True,
    help="Also write what is not for others; --lossless needs it.",
)
@click.option(
    "--columns",
    help="For a table: a built-in map (desk, schema-org), or a TOML file.  "
    "[default: desk]",
)
@click.option(
    "--rows",
    type=click.Choice(table.ROWS),
    help="For a table: what each row is.  [default: assessments]",
)
@UNREVIEWED
def export(
    form: str,
    file: Path,
    *,
    output: Path | None,
    profile: Profile | None,
    ids: tuple[str, ...],
    is_html: bool,
    lossless: bool,
    include_private: bool,
    columns: str | None,
    rows: Rows | None,
    unreviewed: bool,
) -> None:
    """Export the judgements in FILE to a foreign FORMAT.

    FORMAT is claimreview (ClaimReview and MediaReview as JSON-LD), factcheck-api (an
    answer of the Fact Check Tools API) or table. Without -o, the result is printed:
    several documents have a line each, and a table has terminal controls spelled out.
    What is private is left out, and tool drafts that nobody has reviewed are refused.

    Standard error lists what the format cannot express, and what the profile asks for
    but the dossier does not have. If one of these is an error, the exit status is 1.
    """
    wishes = _Wishes(
        form=form,
        profile=profile,
        ids=ids,
        is_html=is_html,
        lossless=lossless,
        include_private=include_private,
        unreviewed=unreviewed,
        columns=columns,
        rows=rows,
    )
    _check(wishes)
    style = _table_form(output) if form == "table" else "csv"
    dossiers = [dossier for dossier, _ in read_sound([file], "text")]
    try:
        made = [*_export(dossiers, wishes, style)]
    except OSError as error:
        raise unreadable(Path(str(columns)), error) from error
    except DanglingReference as error:
        raise UnusableInput(f"there is no judgement {error}") from error
    except (MissingExtra, UnreviewedDraft, ValueError) as error:
        raise UnusableInput(str(error)) from error
    text = _text(made, wishes)
    if output is not None and str(output) != "-":
        write_output(output, text)
    else:
        printed = cast("str", text)
        echo_utf_8(_spelled(printed) if form == "table" else printed)
    _tell(made)


def _check(wishes: _Wishes) -> None:
    """Refuse options that the format does not accept."""
    for name, forms in _ONLY.items():
        if getattr(wishes, name) and wishes.form not in forms:
            option = _SPELLED.get(name, f"--{name}")
            message = f"{option} is only for {' and '.join(forms)}"
            raise click.UsageError(message)
    if wishes.lossless and not wishes.include_private:
        message = (
            "--lossless needs --include-private, because what an import keeps is "
            "private"
        )
        raise click.UsageError(message)


def _table_form(output: Path | None) -> Form:
    """Return the form of a table, from the name of its file."""
    if output is None or str(output) == "-":
        return "csv"
    ending = output.suffix.lower().removeprefix(".")
    for each in table.FORMS:
        if ending == each:
            return each
    message = "the name of a table ends in .csv, .tsv or .xlsx"
    raise click.UsageError(message)


def _export(
    dossiers: Sequence[Dossier], wishes: _Wishes, style: Form
) -> Iterator[Exported]:
    """Yield the documents."""
    if wishes.form == "table":
        columns = wishes.columns or "desk"
        yield table.write_all(
            dossiers,
            columns=columns if columns in table.MAPS else Path(columns),
            rows=wishes.rows or "assessments",
            form=style,
            include_private=wishes.include_private,
            unreviewed=wishes.unreviewed,
        )
        return
    for dossier in dossiers:
        if wishes.form == "factcheck-api":
            yield factcheck_api.write(
                dossier,
                lossless=wishes.lossless,
                include_private=wishes.include_private,
                unreviewed=wishes.unreviewed,
            )
            continue
        for key in wishes.ids or (None,):
            yield claimreview.write(
                dossier,
                assessment=key,
                profile=wishes.profile or "plain",
                lossless=wishes.lossless,
                include_private=wishes.include_private,
                unreviewed=wishes.unreviewed,
            )


def _text(made: Sequence[Exported], wishes: _Wishes) -> str | bytes:
    """Return documents in the form in which they are written."""
    if wishes.form == "table":
        return cast("str | bytes", made[0].document)
    if wishes.is_html:
        return "".join(f"{each.html}\n" for each in made)
    if len(made) == 1:
        return f"{made[0].to_json(indent=2)}\n"
    return "".join(f"{each.to_json()}\n" for each in made)


def _spelled(text: str) -> str:
    """Return a table with terminal control characters spelled out."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\n")
    for row in csv.reader(io.StringIO(text, newline="")):
        writer.writerow([escape(each) for each in row])
    return written.getvalue()


def _tell(made: Sequence[Exported]) -> None:
    """Print the losses, and the findings about the profile."""
    losses: dict[tuple[str, str], list[Loss]] = {}
    for each in made:
        for loss in each.losses:
            losses.setdefault((loss.field, loss.message), []).append(loss)
    for alike in losses.values():
        more = f" (and {len(alike) - 1:,} more like it)" if len(alike) > 1 else ""
        echo(f"lost: {alike[0]}{more}", err=True)
    findings = [finding for each in made for finding in each.findings]
    for finding in findings:
        echo(str(finding), err=True)
    if any(finding.severity == "error" for finding in findings):
        sys.exit(1)
