"""Have a person review what a tool drafted.

Why: A tool only reads the words. A person has to decide whether they say what the claim
    says.

Fires: An attribution has the recorded method tool. There is one finding for each
    document that such attributions were read in, and one for each attribution without a
    document. Related: the attributions.

Fix: Review each claim, and change the recorded method to human.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Attribution
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["unreviewed_draft"]


@rule(code="CT111", severity="warning", unit="document", reads_private=True)
def unreviewed_draft(case: Case) -> Iterator[Hit]:
    """Find attributions that a tool drafted and nobody reviewed."""
    pairs: list[tuple[str, str]] = []
    for attribution in case.view.all(Attribution):
        recorded = attribution.recorded
        if recorded is not None and recorded.method == "tool":
            key = str(attribution.id)
            pairs.append((attribution.document or key, key))
    for unit, attributions in group_pairs(pairs).items():
        related = tuple(each for each in attributions if each != unit)
        yield Hit(unit, "drafted by a tool, reviewed by nobody", related)
