"""Describe an unnamed source as more than "a source".

Why: Readers can weigh a source only by what they are told about it.

Fires: An unnamed source in a chain has neither role nor affiliations. The finding is
    about the source if it is own, and about its dealer if it is relayed. Related: the
    dealer's sources.

Fix: Record a role or an affiliation that the text gives, or ask for one.

Authority: APs, G
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Grades, Hit, rule
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["bare_source"]

_OWN: Final[Grades] = (("own", "warning"), ("relayed", "info"))


@rule(code="CT203", severity="warning", grades=_OWN, unit="source")
def bare_source(case: Case) -> Iterator[Hit]:
    """Find unnamed sources without a role or an affiliation."""
    bare = [each for each in case.unnamed_links if _is_bare(each.source, case)]
    own = {each.source for each in bare if each.is_own}
    for source in sorted(own):
        message = f"no role or affiliation is recorded for {case.name(source)}"
        yield Hit(source, message, grade="own")
    relayed = ((e.dealer(case), e.source) for e in bare if e.source not in own)
    for dealer, sources in group_pairs(relayed).items():
        message = (
            f"{case.name(dealer)} cites unnamed sources without a role or affiliation"
        )
        yield Hit(dealer, message, sources, grade="relayed")


def _is_bare(source: str, case: Case) -> bool:
    records = case.sources.records_of(source)
    return not any(each.role or each.affiliations for each in records)
