"""Say where or to whom a person said it.

Why: A statement made to the outlet and one taken from elsewhere do not carry the same
    weight.

Fires: The head is an outlet whose basis is neither witnessed nor participant, and the
    second source is a person who speaks, with no document, occasion, at or addressee.
    One finding for each person.

Fix: Record the occasion, the time, the document or the addressee.

Authority: Rs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lineage import voices
from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._steps import second_index
from claimtrack.records import Attribution
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["unstated_relay"]


@rule(code="CT107", severity="info", unit="source")
def unstated_relay(case: Case) -> Iterator[Hit]:
    """Find people whose statement has no place, time, document or addressee."""
    people = case.sources.of_kind("person")
    pairs = (
        (source, str(attribution.id))
        for attribution in case.view.all(Attribution)
        if not people.isdisjoint([link.source for link in attribution.chain.links])
        for source in _unstated(attribution, case)
    )
    for source, attributions in group_pairs(pairs).items():
        message = f"no record of where or to whom {case.name(source)} said this"
        yield Hit(source, message, attributions)


def _unstated(attribution: Attribution, case: Case) -> Iterator[str]:
    head = attribution.chain.head
    if case.kind_of(head) != "outlet":
        return
    second, spoken = second_index(attribution, case), voices(attribution.chain)
    if second is None or second >= len(spoken):
        return
    link = spoken[second]
    told = (link.document, link.occasion, link.at, link.addressee)
    if (
        head.basis not in ("witnessed", "participant")
        and link.source is not None
        and case.sources.kind(link.source) == "person"
        and not any(told)
    ):
        yield case.sources.least_of(link.source)
