"""Grade sources for reliability, and what they say for credibility.

Why: A reliable source can be wrong, and an unreliable one right; one grade for both
    hides which of the two was meant.

Fires: An assessment of a claim or an attribution has a confidence on a scale of
    reliability, or an assessment of a source has one on a scale of credibility.

Fix: Grade the source on a scale of reliability, and the claim or the attribution on a
    scale of credibility.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Assessment, Attribution, Claim, Source
from claimtrack.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.scales import ScaleKind

__all__ = ["axis_mixup"]

_MISPLACED: Final[dict[type, tuple[ScaleKind, str]]] = {
    Claim: ("reliability", "a claim"),
    Attribution: ("reliability", "an attribution"),
    Source: ("credibility", "a source"),
}
"""The kind of scale that does not suit a type of record, and its name in messages."""


@rule(code="CT401", severity="error", unit="assessment")
def axis_mixup(case: Case) -> Iterator[Hit]:
    """Find assessments on a scale that does not suit their subject."""
    for each in case.view.all(Assessment):
        subject = case.view.records.get(each.subject)
        misplaced, what = _MISPLACED.get(type(subject), (None, ""))
        for place, confidence in enumerate(each.confidence):
            kind = SCALES[confidence.scale].kind
            if kind == misplaced:
                yield Hit(
                    str(each.id),
                    f"{confidence.scale} measures {kind}, but the subject is {what}",
                    field=("confidence", place, "scale"),
                    related=(each.subject,),
                )
                break
