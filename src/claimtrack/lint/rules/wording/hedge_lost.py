"""A relay must not sound surer than its source.

Why: A "probably" that gets lost on the way turns a guess into news.

Fires: The factuality recorded on a link is surer than the one composed from the links
    inside it: more certain, or committed to the other polarity. Or an attribution goes
    through a document and is surer than every attribution of its class and last source
    that was read there, or has a stronger attitude than these (in rising order: desire,
    intention, belief, assertion, knowledge). Related: these attributions.

Fix: Pass the claim on with no more certainty than its source has.
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
    """Find attributions that are surer than their source."""
    for attribution, drifts in drifts_of(case, "factuality", "attitude"):
        first = drifts[0]
        message = f"“{case.chain(attribution)}” turns {first.was} into {first.now}"
        yield hit(attribution, drifts, message, "chain", first.link)
