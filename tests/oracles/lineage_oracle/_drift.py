"""What grew on the way: where every reading of the definitions agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lineage_oracle._chains import composed, factuality, has_nobody, voices_of
from lineage_oracle._joining import Joined

if TYPE_CHECKING:
    from claimtrack import Attribution, Dossier

__all__ = ["surer_links", "uncovered_headlines"]

SURE = {"CT": 3, "PR": 2, "PS": 1}
"""How sure a value is; CTu and Uu are not."""


def how_sure(value: str) -> int:
    """Return how sure a value is, whichever way it goes."""
    return 0 if value.endswith("u") else SURE[value[:2]]


def surer_links(attribution: Attribution) -> frozenset[int]:
    """Return the links that record more certainty than comes from further in."""
    values = factuality(attribution)
    found: set[int] = set()
    for at, link in enumerate(attribution.chain[:-1]):
        inner = composed(attribution.chain[at + 1].stance, values[at + 1])
        if link.factuality is not None and how_sure(link.factuality) > how_sure(inner):
            found.add(at)
    return frozenset(found)


def uncovered_headlines(dossier: Dossier) -> frozenset[str]:
    """Return the headlines that end with somebody with whom no body chain ends."""
    joined = Joined(dossier)
    return frozenset(
        str(each.id)
        for each in dossier.attributions
        if each.placement == "headline"
        and not has_nobody(each)
        and _is_uncovered(joined, each)
    )


def _is_uncovered(joined: Joined, headline: Attribution) -> bool:
    own = joined.claims(headline.claim)
    about = set(own)
    for each in joined.dossier.relations:
        if each.kind in ("stronger-than", "inferred-from") and each.subject in own:
            about |= joined.claims(each.object)
    ends = {
        voices_of(each, joined)[-1].node
        for each in joined.dossier.attributions
        if each.placement == "body" and each.claim in about and not has_nobody(each)
    }
    return voices_of(headline, joined)[-1].node not in ends
