"""A manager approves anonymity before use.

Why: Not to name a source is a decision, and somebody has to answer for it.

Fires: An own unnamed voice in a document that is ready or out has no
    anonymity.approved_by. Related are the documents.

Fix: Have it approved, and record by whom in "anonymity.approved_by".

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
    """Yield CT208: unapproved anonymity."""
    for source, documents in sorted(find_unapproved(case).items()):
        bare = not recorded(source, case)
        if not (bare and "CT206" in case.enabled):
            message = f"nobody is recorded to have approved {case.name(source)}"
            yield Hit(source, message, documents, fix=ALL_THREE if bare else "")
