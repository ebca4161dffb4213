"""Outlets that cite each other do not confirm a claim.

Why: When outlets cite each other in a circle, perhaps none of them has another source.

Fires: Sources of a claim cite each other in a circle. Closed: the circle has neither a
    way out nor an end of its own; open: any other circle. It does not fire if a source
    of the circle is cited for one document and cites the next source in another. One
    finding for each circle, about its source with the least id. Related: the claims.

Fix: Find out who had it first and how, or cite nobody in the circle for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Grades, Hit, rule
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Attribution

__all__ = ["circular_reporting"]

_KINDS: Final[Grades] = (("closed", "error"), ("open", "warning"))


@rule(code="CT211", severity="error", grades=_KINDS, unit="source")
def circular_reporting(case: Case) -> Iterator[Hit]:
    """Find sources that cite each other in a circle."""
    found = (
        ((cycle, "closed" if cycle[0] in closed else "open"), key)
        for key, chains in case.supporting.items()
        for closed in [{e.source for e in chains.ends if e.kind == "circular"}]
        for cycle in chains.cycles
        if not _is_told_apart(cycle, case.view.on_record_of(key), case)
    )
    for ((source, *_), grade), claims in group_pairs(found).items():
        message = f"the citations lead in a circle back to {case.name(source)}"
        yield Hit(source, message, claims, grade=grade)


def _is_told_apart(
    cycle: tuple[str, ...], chains: tuple[Attribution, ...], case: Case
) -> bool:
    """Return whether a source of it is cited for one report and cites in another."""
    cited: dict[str, set[str]] = {}
    citing: dict[str, set[str]] = {}
    for each in chains:
        last = len(each.chain) - 1
        for index, link in enumerate(each.chain):
            key = "" if link.source is None else case.sources.least_of(link.source)
            story = link.document or (each.document if index == 0 else None)
            if key in cycle and story is not None:
                if index:
                    cited.setdefault(key, set()).add(story)
                if index < last:
                    citing.setdefault(key, set()).add(story)
    return any(
        citing.get(key) and stories.isdisjoint(citing[key])
        for key, stories in cited.items()
    )
