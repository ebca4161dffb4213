"""Say between what ends a rating lies.

Why: Some scales run upwards and some downwards; a number alone says neither how good it
    is nor how bad.

Fires: The rating of an assessment has a value, and lacks best or worst.

Fix: Give best and worst as they were published.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Assessment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["unlabelled_scale"]


@rule(code="CT404", severity="warning", unit="assessment", scope="record")
def unlabelled_scale(case: Case) -> Iterator[Hit]:
    """Yield CT404: unlabelled scale."""
    for each in case.view.all(Assessment):
        if each.rating is None or each.rating.value is None:
            continue
        ends = {"best": each.rating.best, "worst": each.rating.worst}
        missing = [name for name, end in ends.items() if end is None]
        if missing:
            yield Hit(
                str(each.id),
                f"its rating has a value, and no {' and no '.join(missing)}",
                field=("rating",),
            )
