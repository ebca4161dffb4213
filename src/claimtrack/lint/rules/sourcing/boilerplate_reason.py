"""A stock phrase is not a reason.

Why: A phrase that fits every source says nothing about this one.

Fires: The anonymity.reason of an unnamed source matches the word list.

Fix: Say what this source risks.

Authority: N10
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._steps import unnamed_links
from claimtrack.lint._word_lists import is_boilerplate
from claimtrack.lint.rules.sourcing._own_voices import recorded
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["boilerplate_reason"]


@rule(code="CT205", severity="info", unit="source", scope="preview", reads_private=True)
def boilerplate_reason(case: Case) -> Iterator[Hit]:
    """Find reasons for anonymity that are stock phrases."""
    chains = case.view.all(Attribution)
    used = {each.source for chain in chains for each in unnamed_links(chain, case)}
    for source in sorted(used):
        reasons = (each.reason for each in recorded(source, case))
        if any(each and is_boilerplate(each, case.speaks(None)) for each in reasons):
            # The reason itself is private.
            name = case.name(source)
            yield Hit(source, f"the reason for not naming {name} is a stock phrase")
