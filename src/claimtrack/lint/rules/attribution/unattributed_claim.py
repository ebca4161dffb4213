"""Attribute every claim to a source.

Why: A claim without a source is the desk's own word, and readers cannot weigh it.

Fires: A claim's class has neither an attribution nor an assessment, and the claim is
    not the claim of a condition, an utterance, or the object of a context-of or
    presupposes relation. Attributions to nobody on record do not count.

Fix: Attribute the claim to a chain, or remove it.

Authority: Rs, APb
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Assessment, Attribution, Claim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from claimtrack.lint._case import Case

__all__ = ["unattributed_claim"]


@rule(code="CT101", severity="warning", unit="claim")
def unattributed_claim(case: Case) -> Iterator[Hit]:
    """Find claims that nobody is on record for."""
    judged = {case.claims.least_of(each.subject) for each in case.view.all(Assessment)}
    bare = [
        each.id
        for each in case.view.all(Claim)
        if not case.view.on_record_of(each.id)
        and case.claims.least_of(each.id) not in judged
    ]
    excused = _excused(case) if bare else frozenset[str]()
    for key in bare:
        if key not in excused:
            yield Hit(key, "nobody is on record for the claim")


def _excused(case: Case) -> AbstractSet[str]:
    """Return the claims that do not need anybody on record."""
    related = case.view.related(Claim, "context-of", "presupposes")
    excused = {each.object for each in related}
    for each in case.view.all(Claim):
        if each.condition is not None and each.condition.claim is not None:
            excused.add(each.condition.claim)
    for attribution in case.view.all(Attribution):
        excused.update(link.utterance for link in attribution.chain if link.utterance)
    return excused
