"""What is taken down leaves a note.

Why: A page that is gone without a word looks like one that never was.

Fires: A notice of kind removal has no document.

Fix: Leave a note where it stood, and record it as the notice's "document".

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
    """Yield CT605: removal without note."""
    for each in case.view.all(Notice):
        if each.kind == "removal" and each.document is None:
            yield Hit(str(each.id), "what was removed left no note")
