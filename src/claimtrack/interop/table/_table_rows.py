"""Read rows of a table from text, from a spreadsheet, or from JSON."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs

from claimtrack._file_names import TEXT_READER, read_file
from claimtrack.errors import MissingExtra
from claimtrack.findings import Finding, quote
from claimtrack.interop._documents_in import open_input
from claimtrack.interop.table._cells import armed
from claimtrack.schema import JsonValue, is_array, is_object

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell

__all__ = ["Rows", "read_rows"]

ZIP: Final = b"PK\x03\x04"
"""First bytes of a spreadsheet."""

DELIMITERS: Final = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar"}
"""Possible delimiter between columns → its name in words."""

SPARE: Final = "#extra"
"""Column for values beyond the columns of a row."""


@attrs.frozen
class Rows:
    """Rows of a table.

    Attributes:
        rows: each row as column → value; a JSON item that is not a row stays as it is.
        columns: the columns.
        findings: findings about the table.
    """

    rows: Sequence[JsonValue]
    columns: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


def read_rows(table: JsonValue | str | bytes | Path) -> Rows:
    r"""Return the rows of a table in any accepted form.

    >>> read_rows("Claim;Verdict\nTea is free;False\n").rows
    [{'Claim': 'Tea is free', 'Verdict': 'False'}]

    Raises:
        OSError: when a file cannot be read.
        MissingExtra: for a spreadsheet, if the extra `xlsx` is not installed.
    """
    data = read_file(table, TEXT_READER) if isinstance(table, Path) else table
    if isinstance(data, bytes) and data.startswith(ZIP):
        return _of_spreadsheet(data)
    if not isinstance(data, (str, bytes)):
        return _of_json(data, ())
    start = data[:64] if isinstance(data, str) else data[:64].decode("latin-1")
    if start.lstrip("\ufeff\xef\xbb\xbf \t\r\n")[:1] in ("[", "{"):
        given = open_input(data)
        return _of_json(given.value, given.findings)
    return _of_text(data)


def _of_json(value: JsonValue, findings: Sequence[Finding]) -> Rows:
    rows = value if is_array(value) else [value]
    columns = frozenset(key for each in rows if is_object(each) for key in each)
    return Rows(rows, columns, tuple(findings))


def _of_text(data: str | bytes) -> Rows:
    """Return the rows of CSV or TSV, and note how it was read."""
    findings: list[Finding] = []
    text = data
    if isinstance(text, bytes):
        text, encoding = _decoded(text)
        if encoding != "utf-8":
            message = f"the table is not UTF-8; it is read as {encoding}"
            findings.append(Finding.of("CT736", message))
    if text.startswith("\ufeff"):
        text = text[1:]
        message = "the table begins with a byte order mark"
        findings.append(Finding.of("CT745", message))
    delimiter = _delimiter(text)
    message = f"columns are read as separated by {DELIMITERS[delimiter]}"
    if delimiter != ",":
        findings.append(Finding.of("CT745", message))
    csv.field_size_limit(2**31 - 1)
    records = csv.reader(
        io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter
    )
    listed = [[armed(cell) for cell in each] for each in records if any(each)]
    header: list[str] = listed[0] if listed else []
    uneven: list[Finding] = []
    names = _distinct(header)
    rows = [_row(names, each) for each in listed[1:]]
    for number, each in enumerate(listed[1:]):
        if len(each) != len(names):
            message = f"the row has {len(each)} values for {len(names)} columns"
            uneven.append(Finding.of("CT746", message, pointer=f"/{number}"))
    return Rows(rows, frozenset(names), (*findings, *uneven))


def _decoded(data: bytes) -> tuple[str, str]:
    for encoding in ("utf-8", "utf-16"):
        is_marked = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        if encoding == "utf-16" and not is_marked:
            continue
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    # Every byte is a Latin-1 character: nothing is lost, but some may be wrong.
    return data.decode("latin-1"), "latin-1"


def _delimiter(text: str) -> str:
    """Return the delimiter of the first line, ignoring quoted text."""
    line = text.lstrip().partition("\n")[0]
    outside = "".join(line.split('"')[::2])
    return max(DELIMITERS, key=outside.count)


def _distinct(header: Iterable[str]) -> list[str]:
    """Return the names of the columns; a duplicate gets a number."""
    found: list[str] = []
    for number, name in enumerate(header, 1):
        plain = name.strip() or f"#{number}"
        found.append(plain if plain not in found else f"{plain}#{number}")
    return found


def _row(names: Sequence[str], values: Sequence[str]) -> dict[str, JsonValue]:
    row: dict[str, JsonValue] = {
        name: value for name, value in zip(names, values, strict=False) if value
    }
    if len(values) > len(names):
        row[SPARE] = list(values[len(names) :])
    return row


def _of_spreadsheet(data: bytes) -> Rows:
    """Return the rows of the first sheet that has any.

    Raises:
        MissingExtra: if the extra `xlsx` is not installed.
    """
    try:
        import openpyxl  # noqa: PLC0415  the one place, at first use
    except ImportError as error:
        raise MissingExtra("xlsx", ("openpyxl",)) from error
    try:
        values = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(data), data_only=False)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        message = f"the spreadsheet cannot be opened: {error}"
        return Rows([], findings=(Finding.of("CT721", message),))
    findings: list[Finding] = []
    if len(values.sheetnames) > 1:
        message = f"of {len(values.sheetnames)} sheets, only the first is read"
        findings.append(Finding.of("CT745", message))
    sheet: Any = values.worksheets[0]
    lines: list[Any] = list(sheet.iter_rows())
    names = _distinct(str(_plain(each) or "") for each in lines[0]) if lines else []
    rows: list[JsonValue] = []
    written: Any = formulas.worksheets[0]
    for number, line in enumerate(lines[1:]):
        row = {
            name: _plain(cell)
            for name, cell in zip(names, line, strict=True)
            if cell.value is not None
        }
        for name, cell in zip(names, line, strict=True):
            formula = written[cell.coordinate].value
            if cell.value is None and formula is not None:
                message = f"the formula {quote(str(formula))} was never computed"
                place = f"/{number}/{name}"
                findings.append(Finding.of("CT747", message, pointer=place))
                row[name] = str(formula)
        if row:
            rows.append(row)
    return Rows(rows, frozenset(names), tuple(findings))


def _plain(cell: Cell) -> JsonValue:
    """Return what a cell shows: a date has no time unless its format has one."""
    value = cell.value
    if isinstance(value, datetime):
        has_time = "h" in str(cell.number_format).lower()
        return value.isoformat(" ") if has_time else value.date().isoformat()
    if isinstance(value, (bool, int, float)) or value is None:
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
