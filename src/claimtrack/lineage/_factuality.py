"""How certain a claim is presented, link by link, and what a chain makes of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from claimtrack._arguments import require
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.records import Chain, Factuality, Link, Stance

__all__ = ["Standing", "compose", "factuality", "standing", "who_stands_so"]

Standing: TypeAlias = Literal["supports", "opposes", "uncommitted"]
"""What a chain makes of the claim."""

_STANDING: Final[dict[Factuality, Standing]] = {
    "CT+": "supports",
    "PR+": "supports",
    "PS+": "supports",
    "CT-": "opposes",
    "PR-": "opposes",
    "PS-": "opposes",
    "CTu": "uncommitted",
    "Uu": "uncommitted",
}

_FLIPPED: Final[dict[Factuality, Factuality]] = {
    "CT+": "CT-",
    "PR+": "PR-",
    "PS+": "PS-",
    "CT-": "CT+",
    "PR-": "PR+",
    "PS-": "PS+",
    "CTu": "CTu",
    "Uu": "Uu",
}
"""The same certainty, of the opposite."""

_KEPT: Final[dict[Factuality, Factuality]] = {each: each for each in _FLIPPED}
_LOST: Final[dict[Factuality, Factuality]] = dict.fromkeys(_FLIPPED, "Uu")

_STEPS: Final[dict[Stance, Mapping[Factuality, Factuality]]] = {
    "neutral": _LOST,
    "distances": _LOST,
    "endorses": _KEPT,
    "denies": _FLIPPED,
}
"""What a link presents by taking up an inner value so, unless it is recorded."""


def compose(stance: Stance, inner: Factuality) -> Factuality:
    """Return what a link presents that takes up `inner` with this stance.

    Certainty is never gained: PR and PS stay, turn round, or are lost.

    >>> compose("denies", "PR+"), compose("neutral", "PR+")
    ('PR-', 'Uu')

    Source: Saurí & Pustejovsky 2009, "FactBank": values are relative to nested
    sources, and a source that reports neutrally commits to nothing (Uu).
    """
    return _STEPS[stance][inner]


def factuality(attribution: Attribution) -> tuple[Factuality, ...]:
    """Return how certain each link of a chain presents the claim, outermost first.

    The last link has its recorded value, or what its attitude implies. Each link
    outside it has its recorded value, or the one composed from the step it takes:
    neutral and distancing make it Uu, endorsing keeps it, denying turns it round.

    Args:
        attribution: the attribution; only its chain is looked at.

    Returns:
        One value for each link as it is recorded.

    Raises:
        InvalidRecord: for what is no attribution.

    >>> from claimtrack.records import Attribution, Link
    >>> probable = Link(source="officials", stance="endorses", factuality="PR+")
    >>> factuality(Attribution(claim="c1", chain=["unn", "bloomberg", probable]))
    ('Uu', 'PR+', 'PR+')
    """
    fix = "Give an Attribution of a dossier."
    what = "an attribution"
    require(attribution, Attribution, place="attribution", what=what, fix=fix)
    links = attribution.chain.links
    values: list[Factuality] = [attribution.chain.last.own_factuality]
    for outer, inner in zip(links[-2::-1], links[:0:-1], strict=True):
        values.append(outer.factuality or compose(inner.stance, values[-1]))
    return tuple(reversed(values))


def standing(chain: Chain) -> Standing:
    """Return what a chain makes of the claim: supports, opposes, or uncommitted.

    A step that denies opposes. Else the factuality of the last link decides; how the
    links outside present it is no matter. A head has nobody before it to deny it. Where
    nobody is on record, nobody commits to anything, whatever factuality is recorded.

    >>> from claimtrack.records import Chain, Link
    >>> standing(Chain(links=["unn", Link(source="us", attitude="intention")]))
    'uncommitted'
    """
    if chain.is_nobody:
        return "uncommitted"
    links = chain.links
    if "denies" in [each.stance for each in links[1:]]:
        return "opposes"
    return _STANDING[links[-1].own_factuality]


def who_stands_so(chain: Chain) -> tuple[Link, ...]:
    """Return the links whose sources make of the claim what their chain does.

    Whoever denies what the next link says; where nobody does, the last link.

    >>> from claimtrack.records import Chain, Link
    >>> chain = Chain(links=["unn", "bloomberg", Link(source="us", stance="denies")])
    >>> [link.source for link in who_stands_so(chain)]
    ['bloomberg']
    """
    links = chain.links
    denying = tuple(one for one, next_ in pairwise(links) if next_.stance == "denies")
    return denying or links[-1:]
