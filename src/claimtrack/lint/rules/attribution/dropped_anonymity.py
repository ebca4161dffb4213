"""Pass on that the cited outlet relied on unnamed sources.

Why: Without it, a claim of unnamed people reads as the outlet's own knowledge.

Fires: An attribution stops at an outlet that it cites, and in another of its class,
    read in another document, the outlet's next voice is unnamed. Not where the two are
    known to be different reports of the outlet, nor where one in the same document goes
    on to somebody unnamed. Related are the others.

Fix: Let the chain go on to the unnamed source.

Authority: WPs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._drifts import drifts_of, hit
from claimtrack.lint._rule import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["dropped_anonymity"]


@rule(code="CT104", severity="warning", unit="attribution")
def dropped_anonymity(case: Case) -> Iterator[Hit]:
    """Yield CT104: dropped anonymity."""
    for attribution, drifts in drifts_of(case, "anonymity"):
        outlet_ = str(attribution.chain[drifts[0].link].source)
        message = (
            f"{case.name(outlet_)} relied on an unnamed source, and "
            f"“{case.chain(attribution)}” does not say so"
        )
        yield hit(attribution, drifts, message)
