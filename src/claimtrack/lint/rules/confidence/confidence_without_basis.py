"""Say what a grade is based on.

Why: Nobody can check, understand or update a grade without a basis.

Fires: An assessment has a confidence, but neither rationale nor evidence.

Fix: Give a rationale, or list the documents in evidence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Assessment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["confidence_without_basis"]


@rule(code="CT402", severity="warning", unit="assessment", scope="record")
def confidence_without_basis(case: Case) -> Iterator[Hit]:
    """Find assessments with a confidence but no basis."""
    for each in case.view.all(Assessment):
        if each.confidence and each.rationale is None and not each.evidence:
            yield Hit(
                str(each.id),
                "the assessment has a confidence, but neither rationale nor evidence",
                field=("confidence",),
            )
