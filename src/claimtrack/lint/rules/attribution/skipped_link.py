"""Name the outlet you read it in.

Why: The outlet in between may have changed what was said.

Fires: A link after the head has a document whose publisher is an outlet that is not a
    source of the chain. One finding for each outlet that is skipped.

Fix: Add the outlet to the chain, before the source that it quotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["skipped_link"]


@rule(code="CT105", severity="warning", unit="source")
def skipped_link(case: Case) -> Iterator[Hit]:
    """Find outlets that published what a chain cites, but are not in it."""
    pairs: list[tuple[str, str]] = []
    for attribution, index, document in case.view.cited:
        publisher = case.publisher_of(document) if index else None
        if publisher is not None and case.sources.kind(publisher) == "outlet":
            named = (case.sources_in(link) for link in attribution.chain.links)
            if not any(publisher in each for each in named):
                pairs.append((publisher, str(attribution.id)))
    for publisher, attributions in group_pairs(pairs).items():
        message = f"no link names {case.name(publisher)}, which published what is cited"
        yield Hit(publisher, message, attributions)
