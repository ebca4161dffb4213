"""Every quote needs a speaker.

Why: Words in quotation marks belong to somebody, and readers cannot tell to whom.

Fires: The last voice has mode direct or mixed, and has candidates (unsettled) or a
    source of kind platform or unresolved (unjudged). Chains of one document with the
    same sources, candidates and modes are one finding. Related: the other attributions.

Fix: Settle who speaks, or report the content without quoting it.

Authority: Rs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Attribution, Link

__all__ = ["quote_without_speaker"]


@rule(
    code="CT503",
    severity="error",
    grades=(("unsettled", "error"), ("unjudged", "warning")),
    unit="attribution",
)
def quote_without_speaker(case: Case) -> Iterator[Hit]:
    """Find quotes whose speaker is not settled."""
    found = group_pairs(
        ((each.document, _shape(each, case), grade), str(each.id))
        for each, voice in case.last_voices
        if voice.mode in ("direct", "mixed") and not each.chain.is_nobody
        for grade in [_grade(voice, case)]
        if grade
    )
    for (_, _, grade), (first, *others) in found.items():
        message = f"“{case.chain_of(first)}” quotes somebody, but it is not settled who"
        yield Hit(first, message, tuple(others), grade=grade)


def _grade(voice: Link, case: Case) -> str:
    if voice.source is None:
        return "unsettled"
    is_judged = case.sources.kind(voice.source) not in ("platform", "unresolved")
    return "" if is_judged else "unjudged"


def _shape(attribution: Attribution, case: Case) -> tuple[object, ...]:
    return tuple(
        (link.source is None, case.sources_in(link), link.mode)
        for link in attribution.chain
    )
