"""What people have said about a claim itself, in addition to its chains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.findings import clip
from claimtrack.scales import SCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.confidence._index import Index
    from claimtrack.records import Assessment
    from claimtrack.scales import Confidence

__all__ = ["judged_by_people"]


def judged_by_people(claim: str, index: Index) -> str:
    """Return the latest judgement of each assessor on a claim itself; "" if none.

    For example "improbable (5), 2026-03-01": the value in its own words, when, and by
    whom if that is recorded.

    Args:
        claim: the id of the claim; claims merged with it are included.
        index: the index of the dossier.
    """
    found = index.latest(claim, lambda each: bool(each.confidence or each.verdict))
    said = {_said(each, index) for every in found.values() for each in every}
    return "; ".join(sorted(said))


def _said(assessment: Assessment, index: Index) -> str:
    values = [_value(each) for each in assessment.confidence]
    if not values:
        values = [f"“{clip(assessment.verdict or '')}”"]
    return ", ".join([", ".join(values), *_signature(assessment, index)])


def _signature(assessment: Assessment, index: Index) -> Iterator[str]:
    if assessment.by is not None:
        yield f"by {index.name(assessment.by)}"
    if assessment.at is not None:
        yield clip(str(assessment.at))


def _value(confidence: Confidence) -> str:
    """Return a value in words, with its code if that says more."""
    term, scale = confidence.term, SCALES[confidence.scale]
    if term is None:
        unit = " %" if scale.id == "percent" else f" ({scale.title})"
        return f"{confidence.value:g}{unit}"
    has_code = scale.kind in ("reliability", "credibility")
    return f"{term.label} ({confidence.value})" if has_code else term.label
