"""Drift: where a claim grew on the way, or lost what it came with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lineage._anonymity import find_dropped_anonymity
from claimtrack.lineage._drifting import Drift, DriftKind
from claimtrack.lineage._factuality import compose, factuality
from claimtrack.lineage._headlines import find_headline_drift
from claimtrack.lineage._passing_on import find_passed_on
from claimtrack.records import Attribution, words
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Factuality

__all__ = ["drift"]

_CERTAINTY: Final[dict[Factuality, int]] = {
    "CT+": 3,
    "CT-": 3,
    "PR+": 2,
    "PR-": 2,
    "PS+": 1,
    "PS-": 1,
    "CTu": 0,
    "Uu": 0,
}
"""How sure a value is, whichever way; CTu and Uu commit to neither."""


def drift(dossier: Dossier) -> tuple[Drift, ...]:
    """Return where claims grew on the way, or lost what they came with.

    - A factuality that is recorded on a link is surer than the one composed from the
      links inside it.
    - One source's word is passed on with a stronger attitude (intention, belief,
      assertion) than in the document that it was taken from, without its ground
      rules, or as another claim, which is stronger.
    - A report is passed on, and that its outlet relied on unnamed people is not.
    - From headline to body: the headline's claim is stronger than those of the body;
      or its end is the end of no body chain of its claim, or of the claims that this
      is stronger than or inferred from. Whatever is no headline is body. Chains
      without a document count as read in one.

    Linear in the records and links, and in what is stronger than what.

    Args:
        dossier: the dossier.

    Returns:
        What drifts, sorted by attribution, kind and link.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> rain, unn, wet = d.claim("It rains"), d.outlet("UNN"), d.claim("It is wet")
    >>> a = d.attribute(rain, unn.citing(d.person("Keir")), placement="headline")
    >>> b = d.attribute(rain, unn.citing(d.outlet("Bloomberg")), placement="body")
    >>> [(each.kind, each.attribution) for each in drift(d)]
    [('headline', 'a1')]
    """
    view = View.of(dossier)
    found = [
        *_surer_than_composed(view),
        *find_passed_on(view),
        *find_dropped_anonymity(view),
        *find_headline_drift(view),
    ]
    order = words(DriftKind)
    return tuple(
        sorted(
            found,
            key=lambda each: (each.attribution, order.index(each.kind), each.link),
        )
    )


def _surer_than_composed(view: View) -> Iterator[Drift]:
    """Yield links that are recorded as surer than the links inside make them."""
    for attribution in view.all(Attribution):
        links = attribution.chain.links
        values = factuality(attribution)
        for place, link in enumerate(links[:-1]):
            composed = compose(links[place + 1].stance, values[place + 1])
            value = values[place]
            if _CERTAINTY[value] <= _CERTAINTY[composed]:
                continue
            who = view.named_link(link)
            yield Drift(
                kind="factuality",
                attribution=str(attribution.id),
                link=place,
                related=(),
                was=composed,
                now=value,
                text=f"{who} is recorded with {value}, and what it takes up makes it "
                f"{composed}",
            )
