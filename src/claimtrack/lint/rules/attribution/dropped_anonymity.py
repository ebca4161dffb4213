"""Tell readers when the outlet you cite relied on unnamed sources.

Why: Otherwise a claim by unnamed people reads as the outlet's own knowledge.

Fires: An attribution ends at an outlet that it cites, and in another attribution of its
    class, read in another document, the outlet's next voice is unnamed. It does not
    fire if the two are known to be different reports of the outlet, or if an
    attribution in the same document goes on to an unnamed source. Related: the other
    attributions.

Fix: Extend the chain to the unnamed source.

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
    """Find chains that leave out an outlet's unnamed source."""
    for attribution, drifts in drifts_of(case, "anonymity"):
        outlet_ = str(attribution.chain[drifts[0].link].source)
        message = (
            f"{case.name(outlet_)} relied on an unnamed source, but "
            f"“{case.chain(attribution)}” does not say so"
        )
        yield hit(attribution, drifts, message)
