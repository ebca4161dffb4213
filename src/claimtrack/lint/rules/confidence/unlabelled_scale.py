"""Say what the best and the worst possible rating are.

Why: Some scales run upwards and some downwards, so a number alone says neither how good
    nor how bad it is.

Fires: The rating of an assessment has a value, but lacks best or worst.

Fix: Record best and worst as they were published.
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
    """Find ratings that lack the best or the worst value."""
    for each in case.view.all(Assessment):
        if each.rating is None or each.rating.value is None:
            continue
        ends = {"best": each.rating.best, "worst": each.rating.worst}
        missing = [name for name, end in ends.items() if end is None]
        if missing:
            yield Hit(
                str(each.id),
                f"the rating has a value, but no {' and no '.join(missing)}",
                field=("rating",),
            )
