"""Do not let a source say one thing on the record and the opposite off it.

Why: Readers see only one of the two, and it misleads them.

Fires: One source is the last voice of two attributions that support claims joined by
    contradicts, or that support and oppose one class. Its ground rules are on-record in
    one, and background, deep-background or not-for-attribution in the other. Related:
    both attributions.

Fix: Put the contradiction to the source, or use neither.

Authority: Rs
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._steps import polarity
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Attribution

__all__ = ["two_faced_source"]

_COVERED: Final = frozenset({"background", "deep-background", "not-for-attribution"})


_Side: TypeAlias = tuple[str, int]
"""A class of claims, and its polarity: 1 if supported, -1 if opposed."""


@rule(code="CT210", severity="warning", unit="source")
def two_faced_source(case: Case) -> Iterator[Hit]:
    """Find sources that contradict on background what they say on the record."""
    voiced = group_pairs(
        (case.sources.least_of(str(link.source)), (each, link.ground_rules))
        for each, link in case.last_voices
        if link.source is not None and link.ground_rules != "unknown"
    )
    for source, said in voiced.items():
        opened = _sides(case, [each for each, rules in said if rules == "on-record"])
        covered = _sides(case, [each for each, rules in said if rules in _COVERED])
        clash = {
            key
            for side, ids in opened.items()
            for other in _opposites(side, case)
            if other in covered
            for key in (*ids, *covered[other])
        }
        if clash:
            name = case.name(source)
            message = f"{name} says one thing on the record and the opposite off it"
            yield Hit(source, message, tuple(clash))


def _sides(case: Case, said: list[Attribution]) -> dict[_Side, tuple[str, ...]]:
    """Return the attributions by what they say."""
    return group_pairs(
        ((case.claims.least_of(each.claim), polarity(each)), str(each.id))
        for each in said
    )


def _opposites(side: _Side, case: Case) -> Iterator[_Side]:
    """Yield the sides that are opposite to supporting or opposing a class."""
    key, value = side
    if value:
        yield key, -value
    if value == 1:
        for other in case.claims.contradicting_with(key):
            yield other, 1
