"""Do not pass on more than the report says.

Why: A claim that grows a little with each relay ends up as a different story.

Fires: An attribution that is not a headline goes through a document that attributes
    nothing of its class to its last source, but does attribute to that source a claim
    that its own claim is stronger-than, directly or through other claims. Related: the
    nearest of these attributions.

Fix: Pass on the claim that the report makes, or cite where the source said more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._drifts import drifts_of, hit
from claimtrack.lint._rule import Hit, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["relay_stronger_than_report"]


@rule(code="CT509", severity="warning", unit="attribution")
def relay_stronger_than_report(case: Case) -> Iterator[Hit]:
    """Find attributions with a stronger claim than the report they cite."""
    for attribution, drifts in drifts_of(case, "wording", are_headlines=False):
        message = (
            f"“{case.chain(attribution)}” passes on a stronger claim than the report "
            "that it cites"
        )
        yield hit(attribution, drifts, message, "chain", drifts[0].link)
