"""How certain each link presents a claim to be, and what a chain makes of the claim."""

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
"""Whether a chain supports its claim, opposes it, or is uncommitted."""

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
"""Factuality → the same certainty that the opposite is so."""

_KEPT: Final[dict[Factuality, Factuality]] = {each: each for each in _FLIPPED}
_LOST: Final[dict[Factuality, Factuality]] = dict.fromkeys(_FLIPPED, "Uu")

_STEPS: Final[dict[Stance, Mapping[Factuality, Factuality]]] = {
    "neutral": _LOST,
    "distances": _LOST,
    "endorses": _KEPT,
    "denies": _FLIPPED,
}
"""Stance → what a link then presents, by the inner link's value, unless recorded."""


def compose(stance: Stance, inner: Factuality) -> Factuality:
    """Return what a link presents if it takes up `inner` with this stance.

    Certainty never grows: PR and PS are kept, reversed or lost.

    >>> compose("denies", "PR+"), compose("neutral", "PR+")
    ('PR-', 'Uu')

    Source: Saurí & Pustejovsky 2009, "FactBank": values are relative to nested
    sources, and a source that reports neutrally commits to nothing (Uu).
    """
    return _STEPS[stance][inner]


def factuality(attribution: Attribution) -> tuple[Factuality, ...]:
    """Return how certain each link presents the claim to be, the outermost link first.

    The last link has its recorded value, or the value that its attitude implies. Every
    link before it has its recorded value, or the inner value changed by its stance:
    neutral and distancing turn it into Uu, endorsing keeps it, denying reverses it.

    Args:
        attribution: the attribution; only its chain is used.

    Returns:
        One value for each recorded link.

    Raises:
        InvalidRecord: if it is not an attribution.

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

    A chain in which a step denies the claim opposes it. Otherwise the factuality of the
    last link decides, and that of the links before it does not matter. The stance of
    the head is ignored, because no link comes before it. A chain with nobody on record
    is uncommitted, whatever factuality is recorded.

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
    """Return the links whose sources make of the claim what the chain does.

    These are the links that deny what the next link says. If none does, it is the last
    link.

    >>> from claimtrack.records import Chain, Link
    >>> chain = Chain(links=["unn", "bloomberg", Link(source="us", stance="denies")])
    >>> [link.source for link in who_stands_so(chain)]
    ['bloomberg']
    """
    links = chain.links
    denying = tuple(one for one, next_ in pairwise(links) if next_.stance == "denies")
    return denying or links[-1:]
