"""Write dossiers as tables."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from claimtrack import disclosure
from claimtrack.draw import ClaimRow, claim_table
from claimtrack.errors import MissingExtra
from claimtrack.findings import escape
from claimtrack.interop._exported import Exported, Loss
from claimtrack.interop._published_review import refusal_of, review_of
from claimtrack.interop._published_sources import Draft
from claimtrack.interop.table._cells import inert
from claimtrack.interop.table._columns import CHAIN, Columns, load_columns
from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.records import Assessment
    from claimtrack.schema import JsonValue

__all__ = ["FORMS", "ROWS", "Form", "Rows", "write", "write_all"]

Form: TypeAlias = Literal["csv", "tsv", "xlsx"]
"""Text separated by commas or tabs, or a spreadsheet."""

FORMS: Final[tuple[Form, ...]] = ("csv", "tsv", "xlsx")

Rows: TypeAlias = Literal["assessments", "claims"]
"""What each row of a table is about."""

ROWS: Final[tuple[Rows, ...]] = ("assessments", "claims")

Row: TypeAlias = "Mapping[str, object]"

STATUS: Final = "status"
"""Column of tables with drafts; no other table has it."""

_ADDRESS: Final = ("url", "name")
"""What represents an object in a cell: its address, or else its name."""


def write(
    dossier: Dossier,
    *,
    columns: Columns = "desk",
    rows: Rows = "assessments",
    form: Form = "csv",
    include_private: bool = False,
    unreviewed: bool = False,
) -> Exported:
    r"""Return a dossier as a table, with the losses.

    A spreadsheet would run a cell that begins with =, +, -, @, a tab or a carriage
    return. In text, such a cell gets a leading apostrophe, which `read` removes; in a
    spreadsheet, it is marked as text. Numbers stay as they are.

    Args:
        dossier: the dossier.
        columns: for judgements, schema.org path → name of the column, the name of a map
            (desk, schema-org), or a TOML file of one: the maps of `read`.
        rows: one row for each judgement on a claim or a medium ("assessments"), or for
            each claim with its lineage ("claims"); the latter is
            `claimtrack.draw.claim_table`, which has its own column names.
        form: csv, tsv or xlsx, which needs the extra `xlsx` and gives bytes.
        include_private: write private values too.
        unreviewed: write drafts of a tool that nobody has reviewed.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> claim = d.claim("The ferry is free.")
    >>> verdict = d.assess(claim, verdict="=False")
    >>> told = d.attribute(claim, "Post < ??dockers")
    >>> columns = {"claimReviewed": "Claim", "reviewRating.alternateName": "Verdict"}
    >>> print(write(d, columns={**columns, "chain": "Chain"}).document)
    Claim,Verdict,Chain
    The ferry is free.,'=False,Post < ??dockers
    <BLANKLINE>

    Raises:
        UnreviewedDraft: if the dossier is a draft that nobody has reviewed.
        ValueError: if the map, rows or form are unknown.
        OSError: when the file of a map cannot be read.
        MissingExtra: for a spreadsheet, if the extra `xlsx` is not installed.
    """
    return write_all(
        [dossier],
        columns=columns,
        rows=rows,
        form=form,
        include_private=include_private,
        unreviewed=unreviewed,
    )


def write_all(
    dossiers: Iterable[Dossier],
    *,
    columns: Columns = "desk",
    rows: Rows = "assessments",
    form: Form = "csv",
    include_private: bool = False,
    unreviewed: bool = False,
) -> Exported:
    """Return several dossiers as one table, with the losses.

    Args:
        dossiers: the dossiers.
        columns: as for `write`.
        rows: as for `write`.
        form: as for `write`.
        include_private: as for `write`.
        unreviewed: as for `write`.

    >>> from claimtrack import Dossier
    >>> one, other = Dossier(title="Ferry"), Dossier(title="Tea")
    >>> claims = one.claim("It is free."), other.claim("It is dear.")
    >>> text = write_all([one, other], rows="claims").document
    >>> [line.split(",")[:3] for line in text.splitlines()[1:]]
    [['Ferry', 'c1', 'It is free.'], ['Tea', 'c1', 'It is dear.']]

    Raises:
        UnreviewedDraft: if one is a draft that nobody has reviewed.
        ValueError: if the map, rows or form are unknown.
        OSError: when the file of a map cannot be read.
        MissingExtra: for a spreadsheet, if the extra `xlsx` is not installed.
    """
    for name, value, known in (("rows", rows, ROWS), ("form", form, FORMS)):
        if value not in known:
            message = f"{name} is {value!r}; expected {' or '.join(known)}"
            raise ValueError(message)
    is_by_claim = rows == "claims"
    paths = {} if is_by_claim else load_columns(columns)
    names = [
        *(ClaimRow.__annotations__ if is_by_claim else dict.fromkeys(paths.values()))
    ]
    listed: list[Row] = []
    losses: list[Loss] = []
    for dossier in dossiers:
        given = disclosure.for_others(
            dossier, include_private=include_private, unreviewed=unreviewed
        )
        made: list[Row] = [{**e} for e in claim_table(given)] if is_by_claim else []
        if not is_by_claim:
            made, lost = _judgements(given, paths)
            losses += lost
        if any(each in given for each in disclosure.unreviewed(dossier)):
            made = [{**each, STATUS: disclosure.DRAFTED} for each in made]
        listed += made
    if any(STATUS in each for each in listed) and STATUS not in names:
        names.append(STATUS)
    table = (
        _spreadsheet(names, listed) if form == "xlsx" else _text(names, listed, form)
    )
    return Exported(table, tuple(losses))


def _judgements(
    dossier: Dossier, paths: Mapping[str, str]
) -> tuple[list[Row], tuple[Loss, ...]]:
    """Return a row for each judgement, and the losses."""
    draft = Draft(dossier)
    made: list[Row] = []
    for each in dossier.assessments:
        refusal = refusal_of(draft, each)
        if refusal is not None:
            draft.lose(each, "verdict", refusal)
            continue
        review = _with_columns(draft, each)
        row: dict[str, object] = {}
        shown: set[str] = set()
        for path, name in paths.items():
            cell, more = _cell(review, path)
            if more:
                draft.lose(each, path, "the column has only the first of several")
            if cell is not None and name not in row:
                row[name] = cell
                shown.add(path.partition(".")[0])
        for key in review:
            if key not in (*shown, "@type"):
                draft.lose(each, key, "the table has no column for it")
        made.append(row)
    return made, tuple(dict.fromkeys(draft.losses))


def _with_columns(draft: Draft, assessment: Assessment) -> dict[str, JsonValue]:
    """Return a review in the terms used by maps of columns."""
    review = review_of(draft, assessment)
    item = review.get("itemReviewed", {})
    inner = item.get("interpretedAsClaim")
    if inner is not None:
        review["claimReviewed"] = inner["description"]
    if assessment.rationale is not None:
        review["reviewBody"] = assessment.rationale
    chains = [
        draft.dossier.format_chain(each.chain)
        for each in draft.dossier.attributions
        if each.claim == assessment.subject and len(each.chain) > 1
    ]
    if chains:
        review[CHAIN] = chains
    return review


def _cell(review: JsonValue, path: str) -> tuple[JsonValue, bool]:
    """Return the value at a path, and whether it is more than fits into a cell."""
    value, more = _first(review)
    for step in path.split("."):
        value, is_one_of = _first(value.get(step) if is_object(value) else None)
        more = more or is_one_of
    if is_object(value):
        value = next((value[key] for key in _ADDRESS if key in value), None)
    return value, more and value is not None


def _first(value: JsonValue) -> tuple[JsonValue, bool]:
    """Return the first item of a possible list, and whether there are more."""
    if not is_array(value):
        return value, False
    return next(iter(value), None), len(value) > 1


def _text(names: Sequence[str], rows: Iterable[Row], form: str) -> str:
    """Return rows as text, separated by commas or tabs."""
    lines = [names, *([row.get(each) for each in names] for row in rows)]
    return "".join(_line(each, "\t" if form == "tsv" else ",") for each in lines)


def _line(cells: Sequence[object], delimiter: str) -> str:
    """Return a line; carriage returns are quoted like line feeds."""
    written = io.StringIO(newline="")
    plain = [inert(each) if isinstance(each, str) else each for each in cells]
    csv.writer(written, delimiter=delimiter, lineterminator="\r\n").writerow(plain)
    return written.getvalue().removesuffix("\r\n") + "\n"


def _spreadsheet(names: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Return rows as the sheet of a spreadsheet.

    Characters that spreadsheets do not allow are spelled out.

    Raises:
        MissingExtra: if the extra `xlsx` is not installed.
    """
    try:
        import openpyxl  # noqa: PLC0415  at first use
        from openpyxl.utils.exceptions import (  # noqa: PLC0415
            IllegalCharacterError,
        )
    except ImportError as error:
        raise MissingExtra("xlsx", ("openpyxl",)) from error
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for line, row in enumerate([{each: each for each in names}, *rows], 1):
        for number, name in enumerate(names, 1):
            value = row.get(name)
            cell = sheet.cell(line, number)
            try:
                cell.value = value
            except IllegalCharacterError:
                cell.value = escape(str(value))
            if isinstance(value, str):
                # Whatever it begins with, it is not a formula or an error.
                cell.data_type = "s"
                cell.quotePrefix = True
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
