"""A pipeline: read many dossiers, check them, and write a table of their claims.

Run it: ``python examples/pipeline.py claims.csv examples/us-air-cover.claims.json``.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import claimtrack as ct
from claimtrack.draw import ClaimRow, claim_table, to_csv

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def dossiers(paths: Iterable[Path], rejected: list[ct.Finding]) -> Iterator[ct.Dossier]:
    """Yield the dossiers of files; what is wrong with the others goes into a list."""
    for path in paths:
        yield from ct.read_dossiers(path, on_error=rejected.extend)


def rows(found: Iterable[ct.Dossier]) -> Iterator[ClaimRow]:
    """Yield a row for each claim, with the codes of the findings about it."""
    for dossier in found:
        yield from claim_table(dossier, findings=ct.check(dossier))


def hanging_on(dossier: ct.Dossier, name: str) -> tuple[str, ...]:
    """Return the texts of the claims that fall if a source retracts."""
    source = dossier.sources.named(name)
    impact = ct.lineage.impact(dossier, retract=[source])
    return tuple(dossier.claims[each].text for each in impact.falls)


def run(target: Path, paths: Iterable[Path]) -> Counter[str]:
    """Write the table of all claims, and return how often each code was found."""
    rejected: list[ct.Finding] = []
    table = list(rows(dossiers(paths, rejected)))
    target.write_text(to_csv(table), encoding="utf-8")
    counts = Counter(each.code for each in rejected)
    for row in table:
        counts.update(code for code in row["findings"].split("; ") if code)
    return counts


if __name__ == "__main__":
    for code, count in sorted(run(Path(sys.argv[1]), map(Path, sys.argv[2:])).items()):
        print(code, count)
