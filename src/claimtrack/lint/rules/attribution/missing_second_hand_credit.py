"""Credit the outlet that gathered the news.

Why: Readers assume that copied reporting is the desk's own.

Fires: A document is copied-from another publisher's document; it has attributions, and
    none of their chains names that publisher.

Fix: Name the outlet that it was copied from in a chain of the document.

Authority: APc
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Document
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["missing_second_hand_credit"]


@rule(code="CT103", severity="warning", unit="document")
def missing_second_hand_credit(case: Case) -> Iterator[Hit]:
    """Find copied documents whose chains do not name the original publisher."""
    for copy, models in group_pairs(
        (each.subject, each.object)
        for each in case.view.related(Document, "copied-from")
    ).items():
        chains = [a for a in case.chains_in(copy) if not a.chain.is_nobody]
        named = {
            key for a in chains for link in a.chain for key in case.sources_in(link)
        }
        publisher = case.publisher_of(copy)
        owners = {case.publisher_of(each) for each in models} - {None, publisher}
        missing = sorted(str(each) for each in owners - named)
        if chains and publisher is not None and missing:
            message = (
                f"{case.title(copy)} was copied, but no chain names "
                f"{', '.join(case.name(each) for each in missing)}"
            )
            yield Hit(copy, message)
