"""Somebody besides the reporter knows who an unnamed source is.

Why: A source that only one person knows may not exist.

Fires: The anonymity.known_to of an own unnamed voice does not contain `must_know`.

Fix: Tell an editor, and record in "anonymity.known_to" that an editor knows.

Authority: Nh, APs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint.rules.sourcing._own_voices import ALL_THREE, own_voices, recorded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["editor_does_not_know"]


@rule(
    code="CT206", severity="error", unit="source", needs_desk=True, reads_private=True
)
def editor_does_not_know(case: Case) -> Iterator[Hit]:
    """Find own unnamed sources whom no editor knows."""
    for source in sorted({each.source for each in own_voices(case)}):
        if _lacks_editor(source, case):
            who = case.settings.must_know
            message = (
                f"there is no record that the {who} knows who {case.name(source)} is"
            )
            fix = ALL_THREE if not recorded(source, case) else ""
            yield Hit(source, message, fix=fix)


def _lacks_editor(source: str, case: Case) -> bool:
    wanted = case.settings.must_know
    return not any(wanted in each.known_to for each in recorded(source, case))
