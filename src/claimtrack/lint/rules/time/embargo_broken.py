"""Nothing runs before its embargo lifts.

Why: A source that gave something early will not do so again.

Fires: A published document came out before a link's embargo_until. Related: the
    attributions.

Fix: Hold the document until then, or correct the time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._steps import is_out
from claimtrack.lint.rules.time._order import is_before
from claimtrack.records import (
    Document,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Chain
    from claimtrack.when import When

__all__ = ["embargo_broken"]


@rule(code="CT306", severity="error", unit="document")
def embargo_broken(case: Case) -> Iterator[Hit]:
    """Find documents that came out before an embargo lifted."""
    for story in case.view.all(Document):
        if story.published is None or not is_out(story):
            continue
        early = tuple(
            str(each.id)
            for each in case.chains_in(story.id)
            if _ran_early(each.chain, story.published)
        )
        if early:
            message = f"{case.title(story.id)} ran before an embargo was lifted"
            yield Hit(story.id, message, early)


def _ran_early(chain: Chain, published: When) -> bool:
    until = [link.embargo_until for link in chain.links if link.embargo_until]
    return any(is_before(published, each) for each in until)
