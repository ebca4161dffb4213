"""Leave a note when you take something down.

Why: A page that disappears without a word looks as if it had never existed.

Fires: A notice of kind removal has no document.

Fix: Publish a note in its place, and record it as the notice's "document".

Authority: WPm
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Notice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["removal_without_note"]


@rule(code="CT605", severity="warning", unit="notice", scope="record")
def removal_without_note(case: Case) -> Iterator[Hit]:
    """Find removals that left no note."""
    for each in case.view.all(Notice):
        if each.kind == "removal" and each.document is None:
            yield Hit(str(each.id), "no note is recorded in place of what was removed")
