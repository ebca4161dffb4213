"""Call a correction a correction.

Why: Readers who see an update do not learn that the earlier version was wrong.

Fires: A notice of kind update, refile or editors-note has the significance substantive.

Fix: Make it a correction; if nothing was wrong, set its significance to "minor".

Authority: Rc, APw
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["correction_unlabelled"]


@rule(code="CT602", severity="warning", unit="notice", scope="record")
def correction_unlabelled(case: Case) -> Iterator[Hit]:
    """Find substantive changes that are not labelled as corrections."""
    for each in case.view.all(Notice):
        quiet = each.kind in ("update", "refile", "editors-note")
        if quiet and each.significance == "substantive":
            message = f"a substantive change is labelled {each.kind}"
            yield Hit(str(each.id), message, field=("kind",))
