"""Off the record stays out, deep background unattributed.

Why: A promise to a source is broken, and the next one will not talk.

Fires: An attribution of a document that is out has a link off-record, or one on
    deep-background with a cue or mention.

Fix: Take it out, or agree other ground rules with the source and record these.

Authority: APt
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._steps import is_out
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Link

__all__ = ["ground_rules_broken"]


@rule(code="CT213", severity="error", unit="attribution")
def ground_rules_broken(case: Case) -> Iterator[Hit]:
    """Yield CT213: ground rules broken."""
    for each in case.view.all(Attribution):
        broken = [link.ground_rules for link in each.chain.links if _is_broken(link)]
        if broken and is_out(case.document_of(each)):
            story = case.title(str(each.document))
            message = f"what was said {broken[0]} is attributed in {story}"
            yield Hit(str(each.id), message)


def _is_broken(link: Link) -> bool:
    if link.ground_rules == "deep-background":
        return link.cue is not None or link.mention is not None
    return link.ground_rules == "off-record"
