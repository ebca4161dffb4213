"""Attributions in which a claim drifts, for the rules that report drift."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit
from claimtrack.records import Attribution
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lineage import Drift, DriftKind
    from claimtrack.lint._case import Case

__all__ = ["drifts_of", "hit"]


def drifts_of(
    case: Case, *kinds: DriftKind, are_headlines: bool | None = None
) -> Iterator[tuple[Attribution, tuple[Drift, ...]]]:
    """Yield the attributions with drifts of these kinds, each with all its drifts.

    Args:
        case: the case.
        kinds: the kinds of drift.
        are_headlines: True for headlines only, False for all others, None for both.
    """
    found = group_pairs(
        (each.attribution, each) for each in case.drifts if each.kind in kinds
    )
    for key, drifts in found.items():
        attribution = case.view.get(key, Attribution)
        if attribution is not None and are_headlines in (
            None,
            attribution.placement == "headline",
        ):
            yield attribution, drifts


def hit(
    attribution: Attribution,
    drifts: tuple[Drift, ...],
    message: str,
    *field: str | int,
) -> Hit:
    related = tuple(other for each in drifts for other in each.related)
    return Hit(str(attribution.id), message, related, field=field)
