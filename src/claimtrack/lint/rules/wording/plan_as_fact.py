"""A plan or hope is not a fact.

Why: What somebody plans or hopes for may never happen.

Fires: A claim of kind fact has an attribution whose last link has the attitude
    intention or desire. Related: the attributions.

Fix: Make the claim a prediction; the link already says that it is planned or hoped for.
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
    """Find facts that are plans or hopes."""
    planned = group_pairs(
        (each.claim, str(each.id))
        for each in case.view.on_record
        if each.chain.last.attitude in ("intention", "desire")
    )
    for key, attributions in sorted(planned.items()):
        planned_claim = case.view.get(key, Claim)
        if planned_claim is not None and planned_claim.kind == "fact":
            message = "a plan or a hope is recorded as a fact"
            yield Hit(key, message, attributions)
