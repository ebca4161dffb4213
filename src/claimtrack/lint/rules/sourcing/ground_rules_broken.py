"""Do not publish what is off the record, and do not attribute deep background.

Why: Once a promise to a source is broken, the next source will not talk.

Fires: An attribution in a published document has an off-record link, or a
    deep-background link with a cue or a mention.

Fix: Take it out, or agree other ground rules with the source and record them.

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
    """Find published attributions that break their ground rules."""
    for each in case.view.all(Attribution):
        broken = [link.ground_rules for link in each.chain.links if _is_broken(link)]
        if broken and is_out(case.document_of(each)):
            story = case.title(str(each.document))
            message = (
                f"{story} attributes a statement whose ground rules are {broken[0]}"
            )
            yield Hit(str(each.id), message)


def _is_broken(link: Link) -> bool:
    if link.ground_rules == "deep-background":
        return link.cue is not None or link.mention is not None
    return link.ground_rules == "off-record"
