"""Headlines, and the claims of the same document below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.lineage import Drift
    from claimtrack.lint._case import Case

__all__ = ["claims_of"]


def claims_of(drifts: Iterable[Drift], case: Case) -> tuple[str, ...]:
    """Return the claims of the attributions that drifts are about."""
    related = (
        case.view.get(key, Attribution) for each in drifts for key in each.related
    )
    return tuple(each.claim for each in related if each is not None)
