"""Record why the source is not named.

Why: Anyone who weighs the story later needs to know what the source risks or wants.

Fires: An own unnamed voice has no anonymity.reason. A source without any anonymity gets
    a single finding whose fix names all the fields, from CT206 or CT208 if they fire.

Fix: Record the reason in the source's "anonymity".

Authority: SPJ, APs, N04
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint.rules.sourcing._own_voices import (
    ALL_THREE,
    find_unapproved,
    own_voices,
    recorded,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["anonymity_reason_missing"]


@rule(
    code="CT204", severity="warning", unit="source", needs_desk=True, reads_private=True
)
def anonymity_reason_missing(case: Case) -> Iterator[Hit]:
    """Find own unnamed sources without a reason."""
    unapproved = find_unapproved(case) if "CT208" in case.enabled else {}
    for source in sorted({each.source for each in own_voices(case)}):
        bare = not recorded(source, case)
        told = "CT206" in case.enabled or source in unapproved
        if _lacks_reason(source, case) and not (bare and told):
            message = f"no reason is recorded for not naming {case.name(source)}"
            yield Hit(source, message, fix=ALL_THREE if bare else "")


def _lacks_reason(source: str, case: Case) -> bool:
    return not any(each.reason for each in recorded(source, case))
