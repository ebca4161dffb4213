"""A plan or hope is not a fact.

Why: What somebody means to do may never be done.

Fires: A claim of kind fact whose last link has the attitude intention or desire.
    Related are the attributions.

Fix: Make the claim a prediction; that it is planned or hoped stands on the link.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Claim
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["plan_as_fact"]


@rule(code="CT507", severity="warning", unit="claim")
def plan_as_fact(case: Case) -> Iterator[Hit]:
    """Yield CT507: plan as fact."""
    planned = group_pairs(
        (each.claim, str(each.id))
        for each in case.view.on_record
        if each.chain.last.attitude in ("intention", "desire")
    )
    for key, attributions in sorted(planned.items()):
        planned_claim = case.view.get(key, Claim)
        if planned_claim is not None and planned_claim.kind == "fact":
            message = "what is planned or hoped is recorded as a fact"
            yield Hit(key, message, attributions)
