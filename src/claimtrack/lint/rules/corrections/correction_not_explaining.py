"""Say what was wrong, what is right, and when it was corrected.

Why: If a correction does not say what was wrong, readers keep remembering the mistake.

Fires: A notice of kind correction lacks was, now or at.

Fix: Record "was", "now" and "at".

Authority: WPc, Rc
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["correction_not_explaining"]


@rule(code="CT603", severity="warning", unit="notice", scope="record")
def correction_not_explaining(case: Case) -> Iterator[Hit]:
    """Find corrections without was, now or at."""
    for each in case.view.all(Notice):
        given = {"was": each.was, "now": each.now, "at": each.at}
        missing = [name for name, value in given.items() if value is None]
        if each.kind == "correction" and missing:
            message = f"the correction lacks {', '.join(missing)}"
            yield Hit(str(each.id), message)
