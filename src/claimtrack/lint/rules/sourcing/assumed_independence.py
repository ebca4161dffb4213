"""Show that sources are independent; do not assume it.

Why: Two sources count as two only if neither relies on the other.

Fires: An independent-of relation has no `by`, or one that is one of the two sources; or
    it has no `method`; or the two have a common owner (owned-by) or a common
    affiliation; or one is among the other's members or affiliations.

Fix: Record who found that they are independent, and how; or remove the relation.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Relation

__all__ = ["assumed_independence"]


@rule(code="CT212", severity="warning", unit="relation")
def assumed_independence(case: Case) -> Iterator[Hit]:
    """Find sources that count as independent without good grounds."""
    circle = functools.cache(case.sources.circle)
    for each in case.view.related(Source, "independent-of"):
        reason = _presumed(each, circle, case)
        if reason:
            pair = f"{case.name(each.subject)} and {case.name(each.object)}"
            yield Hit(str(each.id), f"{pair} count as independent, but {reason}")


def _presumed(
    relation: Relation, circle: Callable[[str], frozenset[str]], case: Case
) -> str:
    sources = case.sources
    one, other = map(sources.least_of, (relation.subject, relation.object))
    if relation.by is None:
        return "it is not recorded who found this"
    if not sources.is_judged_by_others(relation):
        return "one of the two says so itself"
    if relation.method is None:
        return "it is not recorded how this was found"
    if sources.have_common_owner(one, other):
        return "they have an owner in common"
    if sources.affiliations(one) & sources.affiliations(other):
        return "they have an affiliation in common"
    inside = one in circle(other) or other in circle(one)
    return "one belongs to the other" if inside else ""
