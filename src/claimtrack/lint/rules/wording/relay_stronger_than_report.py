"""What is passed on says no more than what was taken.

Why: A claim that grows a little with each relay ends as another story.

Fires: An attribution outside headlines goes through a document that has none of its
    class from its last source, and has a claim from that source that its own is
    stronger-than, at any remove. Related are the nearest of these.

Fix: Pass on the claim that the report has, or cite where the source said more.
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
    """Yield CT509: relay stronger than report."""
    for attribution, drifts in drifts_of(case, "wording", are_headlines=False):
        message = (
            f"“{case.chain(attribution)}” passes on a stronger claim than the report "
            "that it cites"
        )
        yield hit(attribution, drifts, message, "chain", drifts[0].link)
