"""No claim may rest on a retracted report alone.

Why: The first to report it no longer stands by it, but readers have not been told.

Fires: Retractions leave a claim without its recorded support (it falls), and the claim
    is attributed in a published document, other than the one retracted, whose publisher
    has no notice on the document, the claim or the attribution. One finding for each
    retraction. Related: the claims.

Fix: Find another origin, or tell the readers and record the notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lineage import dependence, impact
from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._steps import is_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.lint._case import Case

__all__ = ["retracted_upstream"]


@rule(code="CT601", severity="error", unit="notice", scope="several")
def retracted_upstream(case: Case) -> Iterator[Hit]:
    """Find retractions that leave published claims without support."""
    given = [each for each in case.every_notice() if each.kind == "retraction"]
    if not given:
        return
    targets = {each.target for each in given}
    falls = frozenset(impact(case.dossier, retract=targets).falls)
    # If two retractions together make a claim fall, each of them has weakened it.
    touched: dict[str, set[str]] = {}
    for row in dependence(case.dossier):
        for key in targets.intersection(row.taken_by):
            touched.setdefault(key, set()).update(falls.intersection(row.claims))
    untold = _untold_stories(case, falls)
    for each in given:
        claims = tuple(
            key
            for key in sorted(touched.get(each.target, ()))
            if untold[key] - {each.target}
        )
        if claims:
            message = "these claims rest only on what was retracted"
            yield Hit(str(each.id), message, claims)


def _untold_stories(case: Case, claims: Iterable[str]) -> Mapping[str, set[str]]:
    """Return the documents that still carry each claim without a notice."""
    found: dict[str, set[str]] = {key: set() for key in claims}
    told = {
        (each.target, each.by and case.sources.least_of(each.by))
        for each in case.every_notice()
    }
    noticed = {target for target, _ in told}
    for each in case.view.on_record:
        story = case.document_of(each)
        if each.claim in found and story is not None and is_out(story):
            # Skip it if its publisher has, or may have, published a notice.
            publisher = case.publisher_of(story.id)
            keys = noticed.intersection((story.id, each.claim, str(each.id)))
            said = {(key, by) for key in keys for by in (None, publisher)}
            if not keys or (publisher is not None and told.isdisjoint(said)):
                found[each.claim].add(story.id)
    return found
