"""Read tables of fact-checks as dossiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import Finding, quote, suggest
from claimtrack.interop._duplicates import Seen
from claimtrack.interop._foreign_document import Part, Terms, import_reviews
from claimtrack.interop._leaves import Node
from claimtrack.interop._verdicts import load_verdict_maps
from claimtrack.interop.table._columns import MAPS, Columns, load_columns
from claimtrack.interop.table._table_rows import Rows, read_rows
from claimtrack.schema import is_object

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from claimtrack.interop._documents_in import Input
    from claimtrack.interop._imported import Imported
    from claimtrack.schema import JsonValue

__all__ = ["read", "read_all"]

NAME = "table"


def read(
    table: Input,
    *,
    columns: Columns,
    strict: bool = False,
    verdict_maps: Iterable[Path] = (),
) -> Imported:
    r"""Return the rows of a table as one dossier, with the findings.

    Args:
        table: CSV or TSV as text or bytes, rows of JSON (a list of objects), or a file
            of these or of a spreadsheet.
        columns: schema.org path → name of the column, the name of a map (desk,
            schema-org), or a TOML file of one. The path ``chain`` is for a column in
            chain notation.
        strict: raise once, with all departures from the format.
        verdict_maps: files of your own maps of verdicts.

    >>> made = read(
    ...     "Claim,Verdict,Chain\nThe ferry is free.,False,Post < ??dockers\n",
    ...     columns="desk",
    ... )
    >>> [made.dossier.format_chain(each) for each in made.dossier.attributions]
    ['Post < ??dockers']

    Raises:
        InvalidDossier: with `strict`, if something departs from the format; the
            findings list all departures.
        ValueError: if the map is unknown or not valid.
        OSError: when a file cannot be read.
        MissingExtra: for a spreadsheet, if the extra `xlsx` is not installed.
    """
    return _read(table, columns, strict=strict, maps=tuple(verdict_maps))


def read_all(
    tables: Iterable[Input],
    *,
    columns: Columns,
    strict: bool = False,
    verdict_maps: Iterable[Path] = (),
) -> Iterator[Imported]:
    """Yield one table after the other as a dossier.

    A row is left out with a finding if its page, claim, publisher and all other values
    are the same as in an earlier one.

    Args:
        tables: as `read` accepts them.
        columns: as for `read`.
        strict: as for `read`.
        verdict_maps: as for `read`.

    >>> rows = [{"Claim": "Tea is free.", "Verdict": "False"}]
    >>> [len(each.dossier.claims) for each in read_all([rows, rows], columns="desk")]
    [1, 0]

    Raises:
        InvalidDossier: with `strict`, at the first table that departs from the format.
        ValueError: if the map is unknown or not valid.
        OSError: when a file cannot be read.
        MissingExtra: for a spreadsheet, if the extra `xlsx` is not installed.
    """
    seen, maps = Seen(), tuple(verdict_maps)
    for each in tables:
        yield _read(each, columns, strict=strict, maps=maps, seen=seen)


def _read(
    table: Input,
    given: Columns,
    *,
    strict: bool,
    maps: tuple[Path, ...],
    seen: Seen | None = None,
) -> Imported:
    found = read_rows(table)
    columns = load_columns(given)
    # A table need not have every column of a built-in map.
    needed = ("claimReviewed",) if given in MAPS else columns
    findings = [*found.findings, *_missing(found, columns, needed)]
    terms = Terms(
        name=NAME,
        maps=load_verdict_maps(*maps),
        strict=strict,
        has_chains=True,
        seen=seen,
    )
    parts = [
        Part((str(number),), _as_schema_org(Node(row, (str(number),)), columns))
        for number, row in enumerate(found.rows)
        if is_object(row)
    ]
    value = list(found.rows)
    return import_reviews(value, parts, terms, findings=findings)


def _missing(
    found: Rows, columns: dict[str, str], needed: Container[str]
) -> Iterator[Finding]:
    """Yield a finding for each column of a map that the table does not have."""
    there = sorted(found.columns)
    for path, name in columns.items():
        if name not in found.columns and path in needed:
            near = suggest(name, there)
            hint = f". Did you mean {quote(near)}?" if near else ""
            message = f"the table has no column {quote(name)} for {path}{hint}"
            yield Finding.of("CT744", message)


def _as_schema_org(row: Node, columns: dict[str, str]) -> Node:
    """Return a row as a review in the terms of schema.org."""
    made: dict[str, JsonValue] = {}
    for path, name in columns.items():
        cell = row.child(name)
        if cell.value in (None, ""):
            continue
        inner = made
        *outer, last = path.split(".")
        for step in outer:
            inner = inner.setdefault(step, Node({}, row.steps)).value
        inner[last] = cell
    return Node(made, row.steps)
