"""An outlet's earlier report is not a second origin.

Why: An outlet that cites itself makes the chain longer, but adds nobody who knows.

Fires: Two neighbouring links of a chain have the same outlet as their source. One
    finding for each outlet.

Fix: Keep one link, or name the source between the two.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Attribution
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["self_citation"]


@rule(code="CT109", severity="info", unit="source", scope="record")
def self_citation(case: Case) -> Iterator[Hit]:
    """Find outlets that cite themselves."""
    least_of, outlets = case.sources.least_of, case.sources.of_kind("outlet")
    pairs = (
        (least_of(str(after.source)), str(attribution.id))
        for attribution in case.view.all(Attribution)
        for link, after in itertools.pairwise(attribution.chain.links)
        if link.source in outlets
        and after.source in outlets
        and least_of(str(link.source)) == least_of(str(after.source))
    )
    for source, attributions in group_pairs(pairs).items():
        message = f"{case.name(source)} cites itself"
        yield Hit(source, message, attributions)
