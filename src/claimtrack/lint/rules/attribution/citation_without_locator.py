"""Let readers find what you cite.

Why: A reader who cannot find the report cannot check it.

Fires: A link after the head whose source is an outlet has no document, or has one that
    is not a leak and has neither url nor archived. One finding for each outlet that is
    cited in this way.

Fix: Give the link its "document", with a url or an archived copy.

Authority: IFCN
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Attribution, Document
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["citation_without_locator"]


@rule(code="CT106", severity="info", unit="source")
def citation_without_locator(case: Case) -> Iterator[Hit]:
    """Find cited outlets without a url or an archived copy."""
    outlets = case.sources.of_kind("outlet")
    pairs = (
        (case.sources.least_of(str(link.source)), str(attribution.id))
        for attribution in case.view.all(Attribution)
        for link in attribution.chain.links[1:]
        if link.source in outlets
        and not _is_located(case.view.get(link.document, Document))
    )
    for source, attributions in group_pairs(pairs).items():
        message = f"{case.name(source)} is cited without a url or an archived copy"
        yield Hit(source, message, attributions)


def _is_located(document: Document | None) -> bool:
    if document is None:
        return False
    # The place of a leak is private, so readers cannot be sent there.
    return document.kind == "leak" or bool(document.url or document.archived)
