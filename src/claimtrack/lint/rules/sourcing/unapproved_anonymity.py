"""Get a manager's approval before you use an unnamed source.

Why: Not naming a source is a decision that somebody has to answer for.

Fires: An own unnamed voice in a document that is ready or published has no
    anonymity.approved_by. Related: the documents.

Fix: Have the anonymity approved, and record who approved it in "anonymity.approved_by".

Authority: APs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint.rules.sourcing._own_voices import (
    ALL_THREE,
    find_unapproved,
    recorded,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["unapproved_anonymity"]


@rule(
    code="CT208", severity="warning", unit="source", needs_desk=True, reads_private=True
)
def unapproved_anonymity(case: Case) -> Iterator[Hit]:
    """Find own unnamed sources that nobody approved."""
    for source, documents in sorted(find_unapproved(case).items()):
        bare = not recorded(source, case)
        if not (bare and "CT206" in case.enabled):
            message = f"no approval is recorded for not naming {case.name(source)}"
            yield Hit(source, message, documents, fix=ALL_THREE if bare else "")
