"""Nothing is confirmed by one origin.

Why: The highest grade says that others confirm it, and the chains on record lead to
    nobody else.

Fires: A claim, or an attribution of one, is given credibility 1 or the top band of a
    scale, and its independence is none or single.

Fix: Record the chains of whoever confirms it, or grade it lower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Assessment, Attribution, Claim
from claimtrack.scales import SCALES, is_top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.scales import Confidence

__all__ = ["confidence_exceeds_chain"]


@rule(code="CT403", severity="warning", unit="assessment")
def confidence_exceeds_chain(case: Case) -> Iterator[Hit]:
    """Yield CT403: confidence exceeds chain."""
    for each in case.view.all(Assessment):
        claim_ = _claim_of(each.subject, case)
        if claim_ is None:
            continue
        independence = case.lineages[claim_].independence
        if independence not in ("none", "single"):
            continue
        behind = "a single origin" if independence == "single" else "no origin"
        for place, confidence in enumerate(each.confidence):
            if _is_highest(confidence):
                yield Hit(
                    str(each.id),
                    f"{_called(confidence)}, and {behind} stands behind",
                    field=("confidence", place, "value"),
                    related=tuple({claim_, each.subject}),
                )
                break


def _claim_of(subject: str, case: Case) -> str | None:
    """Return the claim that is judged, by itself or in an attribution."""
    attribution = case.view.get(subject, Attribution)
    key = subject if attribution is None else attribution.claim
    return None if case.view.get(key, Claim) is None else key


def _is_highest(confidence: Confidence) -> bool:
    return SCALES[confidence.scale].kind != "reliability" and is_top(confidence)


def _called(confidence: Confidence) -> str:
    term = confidence.term
    if term is None:
        return f"{confidence.value:g} on the scale {confidence.scale}"
    return f'"{term.label}" on the scale {confidence.scale}'
