"""Seek a response to an allegation.

Why: Whoever is accused has a right to answer, and may know better.

Fires: An allegation about a person, an organization or a group has no response, and
    none of the accused is a voice for a claim that contradicts it.

Fix: Ask them, and record the outcome in "response".

Authority: Ba, SPJ
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lineage import voices
from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["no_right_of_reply"]


@rule(code="CT214", severity="warning", unit="claim")
def no_right_of_reply(case: Case) -> Iterator[Hit]:
    """Find allegations without a response from the accused."""
    for each in case.view.all(Claim):
        accused = _accused_by(each, case)
        if each.response is not None or not accused:
            continue
        heard = {
            key
            for claim_ in case.claims.contradicting_with(each.id)
            for attribution in case.view.on_record_of(claim_)
            for link in voices(attribution.chain)
            if link.source is not None
            for key in [case.sources.least_of(link.source)]
        }
        if accused.isdisjoint(heard):
            names = ", ".join(case.name(key) for key in sorted(accused))
            yield Hit(each.id, f"no response from {names} is recorded")


def _accused_by(claim_: Claim, case: Case) -> frozenset[str]:
    if claim_.kind != "allegation":
        return frozenset()
    return frozenset(
        case.sources.least_of(key)
        for key in claim_.about
        if case.sources.kind(key) in ("person", "organization", "group")
    )
