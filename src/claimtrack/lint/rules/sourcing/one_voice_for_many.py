"""One person does not speak for governments.

Why: What one person says about many is still the word of one person.

Fires: The last link is a holder of kind group or organization, and the last voice is
    unnamed and has a maximum count of 1.

Fix: Say whose word it is, or find somebody who may speak for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint.rules.sourcing._descriptions import is_one_person
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["one_voice_for_many"]


@rule(code="CT216", severity="info", unit="source")
def one_voice_for_many(case: Case) -> Iterator[Hit]:
    """Find single unnamed people who speak for groups or organizations."""
    pairs: list[tuple[str, str]] = []
    for attribution, link in case.last_voices:
        voice, last = link.source, attribution.chain.last
        if (
            last.is_ascribed
            and len(attribution.chain.links) > 1
            and case.kind_of(last) in ("group", "organization")
            and voice is not None
            and case.sources.is_unnamed(voice)
            and is_one_person(voice, case)
        ):
            pairs.append((case.sources.least_of(voice), attribution.claim))
    for source, claims in group_pairs(pairs).items():
        yield Hit(source, f"{case.name(source)} alone speaks for many", claims)
