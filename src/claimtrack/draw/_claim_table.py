"""Claims as flat rows, for data frames and spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final, TypedDict

from claimtrack.draw._lineage_rows import end_text
from claimtrack.draw._phrases import name_of
from claimtrack.findings import escape
from claimtrack.lineage import trace_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.dossier import Dossier
    from claimtrack.findings import Finding
    from claimtrack.lineage import Independence
    from claimtrack.records import ClaimKind

__all__ = ["ClaimRow", "claim_table", "to_csv"]

_AND: Final = "; "
"""The separator of several names in one cell."""


_FORMULA: Final = ("=", "+", "-", "@")
"""The first characters of formulas."""


class ClaimRow(TypedDict):
    """The lineage of a claim as one row, in cells that are text or numbers.

    Several names in a cell are separated by semicolons; a cell is empty if there is
    nobody to name. `individuals_max` is None if there is no upper bound.
    """

    dossier: str
    claim: str
    text: str
    kind: ClaimKind
    publishers: str
    ends: str
    individuals: str
    individuals_min: int
    individuals_max: int | None
    independence: Independence
    single_points: str
    findings: str


def claim_table(
    dossier: Dossier, *, findings: Iterable[Finding] = ()
) -> list[ClaimRow]:
    """Return a row for each claim of a dossier, in the order of the claims.

    The rows are suitable for `pandas.DataFrame`, `polars.DataFrame`, `csv.DictWriter`
    and JSON.

    Args:
        dossier: the dossier.
        findings: the findings of `claimtrack.check`. A row has the codes of those that
            are about its claim or about an attribution of the claim.

    >>> from claimtrack import Dossier
    >>> d = Dossier(title="Night ferry")
    >>> told = d.attribute(d.claim("It stops."), "UNN < ??European officials")
    >>> row = claim_table(d)[0]
    >>> row["publishers"], row["ends"], row["individuals_min"], row["individuals_max"]
    ('UNN', '??European officials [unnamed: 2 or more]', 2, None)
    """
    codes = _codes_by_claim(dossier, findings)
    traced = trace_all(dossier)
    rows: list[ClaimRow] = []
    for claim in dossier.claims:
        found = traced[claim.id]
        rows.append(
            ClaimRow(
                dossier=dossier.title or "",
                claim=claim.id,
                text=claim.text,
                kind=claim.kind,
                publishers=_names(found.publishers, dossier),
                ends=_AND.join(end_text(each, dossier) for each in found.ends),
                individuals=str(found.individuals),
                individuals_min=found.individuals.lo,
                individuals_max=found.individuals.hi,
                independence=found.independence,
                single_points=_names(found.single_points, dossier),
                findings=_AND.join(sorted(codes.get(claim.id, ()))),
            )
        )
    return rows


def to_csv(rows: Iterable[ClaimRow]) -> str:
    r"""Return rows as comma-separated values, with a header line.

    Invisible characters are escaped. A cell that a spreadsheet would run as a formula
    gets an apostrophe in front.

    Source: OWASP, "CSV Injection".

    >>> to_csv([]).partition(",")[0]
    'dossier'
    """
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, [*ClaimRow.__annotations__], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        cells = row.items()
        writer.writerow({k: _inert(v) if isinstance(v, str) else v for k, v in cells})
    return written.getvalue()


def _inert(text: str) -> str:
    shown = escape(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def _names(keys: Iterable[str], dossier: Dossier) -> str:
    return _AND.join(name_of(each, dossier) for each in keys)


def _codes_by_claim(
    dossier: Dossier, findings: Iterable[Finding]
) -> dict[str, set[str]]:
    claims = {each.id: each.claim for each in dossier.attributions}
    found: dict[str, set[str]] = {}
    for each in findings:
        if each.record is not None:
            claim = claims.get(each.record, each.record)
            found.setdefault(claim, set()).add(each.code)
    return found
