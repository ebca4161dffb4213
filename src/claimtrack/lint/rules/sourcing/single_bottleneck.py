"""Several outlets are not several confirmations.

Why: If all of them rely on one source and it is wrong, all of them are wrong.

Fires: A claim has two or more publishers and a bottleneck. One finding for each
    bottleneck. Related: the claims.

Fix: Find a chain that does not pass through this source, or say that everything rests
    on it.

Authority: WPs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["single_bottleneck"]


@rule(code="CT202", severity="warning", unit="source")
def single_bottleneck(case: Case) -> Iterator[Hit]:
    """Find bottlenecks of claims that several publishers carry."""
    pairs = (
        (source, key)
        for key, chains in case.supporting.items()
        if len(chains.graph.heads) > 1
        for source in chains.bottlenecks
    )
    for source, claims in group_pairs(pairs).items():
        name = case.name(source)
        message = f"several outlets report this, but all of it comes through {name}"
        yield Hit(source, message, claims)
