"""Reliability is of sources, credibility of what they say.

Why: A reliable source can be wrong, and an unreliable one right; one grade for both
    hides which of the two is meant.

Fires: The subject of an assessment is a claim and its confidence has a scale of
    reliability, or a source and a scale of credibility.

Fix: Grade the source on a scale of reliability, the claim or the attribution on one of
    credibility.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Assessment, Claim, Source
from claimtrack.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Record
    from claimtrack.scales import ScaleKind

__all__ = ["axis_mixup"]

_MISPLACED: Final[dict[type[Record], ScaleKind]] = {
    Claim: "reliability",
    Source: "credibility",
}
"""What is no question about a record of this type."""


@rule(code="CT401", severity="error", unit="assessment")
def axis_mixup(case: Case) -> Iterator[Hit]:
    """Yield CT401: axis mix-up."""
    for each in case.view.all(Assessment):
        subject = case.dossier.get(each.subject)
        misplaced = None if subject is None else _MISPLACED.get(type(subject))
        for place, confidence in enumerate(each.confidence):
            kind = SCALES[confidence.scale].kind
            if kind == misplaced:
                what = "claim" if isinstance(subject, Claim) else "source"
                yield Hit(
                    str(each.id),
                    f"{confidence.scale} measures {kind}, and its subject is a {what}",
                    field=("confidence", place, "scale"),
                    related=(each.subject,),
                )
                break
