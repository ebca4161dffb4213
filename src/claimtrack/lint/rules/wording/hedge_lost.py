"""No relay is surer than its source.

Why: A "probably" that gets lost on the way turns a guess into news.

Fires: The factuality recorded on a link is surer than the one composed from the links
    inside it: more certain, or committed to the other polarity. Or an attribution goes
    through a document, and is surer than all of its class and last source that were
    read there, or has a stronger attitude (desire, intention, belief, assertion,
    knowledge). Related are these.

Fix: Pass the claim on as sure as its source is of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._drifts import drifts_of, hit
from claimtrack.lint._rule import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["hedge_lost"]


@rule(code="CT508", severity="warning", unit="attribution")
def hedge_lost(case: Case) -> Iterator[Hit]:
    """Yield CT508: hedge lost."""
    for attribution, drifts in drifts_of(case, "factuality", "attitude"):
        first = drifts[0]
        message = f"“{case.chain(attribution)}” turns {first.was} into {first.now}"
        yield hit(attribution, drifts, message, "chain", first.link)
