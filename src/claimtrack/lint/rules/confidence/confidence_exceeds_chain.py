"""Nothing is confirmed without independent origins.

Why: "Confirmed" means confirmed by other, independent sources. The top of any other
    scale also says more than a single origin can support.

Fires: A claim, or an attribution of one, is given credibility 1, but its independence
    is not established; or it is given the top band of another scale, but its
    independence is none or single.

Fix: Record the chains of the sources that confirm it and who calls them independent, or
    give it a lower grade.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Assessment, Attribution, Claim
from claimtrack.scales import SCALES, is_top

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lineage import Independence
    from claimtrack.lint._case import Case
    from claimtrack.scales import Confidence, ScaleKind

__all__ = ["confidence_exceeds_chain"]


_TOO_LITTLE: Final[dict[ScaleKind, tuple[Independence, ...]]] = {
    "credibility": ("none", "single", "unestablished"),
    "probability": ("none", "single"),
    "analytic-confidence": ("none", "single"),
}
"""Which values of independence are too weak for the top of each kind of scale."""

_BEHIND: Final[dict[Independence, str]] = {
    "none": "no origin is on record",
    "single": "only one origin is on record",
    "unestablished": "nobody else calls two of its origins independent",
}
"""What a message says about each of these."""


@rule(code="CT403", severity="warning", unit="assessment")
def confidence_exceeds_chain(case: Case) -> Iterator[Hit]:
    """Find top grades for claims that lack independent origins."""
    for each in case.view.all(Assessment):
        claim_ = _claim_of(each.subject, case)
        if claim_ is None:
            continue
        independence, _ = case.supporting[claim_].independence
        for place, confidence in enumerate(each.confidence):
            kind = SCALES[confidence.scale].kind
            if independence in _TOO_LITTLE.get(kind, ()) and is_top(confidence):
                yield Hit(
                    str(each.id),
                    f"{_called(confidence)}, but {_BEHIND[independence]}",
                    field=("confidence", place, "value"),
                    related=tuple(dict.fromkeys((claim_, each.subject))),
                )
                break


def _claim_of(subject: str, case: Case) -> str | None:
    """Return the claim that is judged, by itself or in an attribution."""
    attribution = case.view.get(subject, Attribution)
    key = subject if attribution is None else attribution.claim
    return None if case.view.get(key, Claim) is None else key


def _called(confidence: Confidence) -> str:
    term = confidence.term
    if term is None:
        return f"{confidence.value:g} on the scale {confidence.scale}"
    return f'"{term.label}" on the scale {confidence.scale}'
