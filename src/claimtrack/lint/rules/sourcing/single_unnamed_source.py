"""One unnamed individual is not enough.

Why: One unnamed person can be wrong, or can be using the desk.

Fires: All origins of a claim are unnamed, and fewer than `min_unnamed` individuals are
    known to be behind them. Own: the desk dealt with one of the origins. One finding
    for each set of origins, about the one with the least id. Related: the claims.

Fix: Find a second origin, or one that can be named. If the desk knows that two unnamed
    sources are different people, record it with distinct-from.

Authority: APs, B3
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._steps import unnamed_links
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lineage import SupportingChains
    from claimtrack.lint._case import Case

__all__ = ["single_unnamed_source"]


@rule(
    code="CT201",
    severity="error",
    grades=(("own", "error"), ("relayed", "warning")),
    unit="source",
)
def single_unnamed_source(case: Case) -> Iterator[Hit]:
    """Find claims with too few unnamed people as their only origins."""
    found = (
        ((origins, _grade(origins, key, case)), key)
        for key, chains in case.supporting.items()
        if (origins := _unnamed_origins(chains))
        and chains.individuals.interval.lo < case.settings.min_unnamed
    )
    for ((source, *_), grade), claims in group_pairs(found).items():
        message = f"only {case.name(source)} is known to be behind this"
        yield Hit(source, message, claims, grade=grade)


def _unnamed_origins(chains: SupportingChains) -> tuple[str, ...]:
    """Return the sorted origins if all of them are unnamed, otherwise nothing."""
    kinds = [end.kind for end in chains.ends]
    if "unnamed" not in kinds or any(e.kind != "unnamed" for e in chains.origins):
        return ()
    return tuple(sorted(str(end.source) for end in chains.origins))


def _grade(origins: tuple[str, ...], claim: str, case: Case) -> str:
    """Return whether the desk dealt with one of the sources itself."""
    is_own = any(
        link.is_own and link.source in origins
        for each in case.view.on_record_of(claim)
        for link in unnamed_links(each, case)
    )
    return "own" if is_own else "relayed"
