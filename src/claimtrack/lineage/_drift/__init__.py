"""Drift: where a claim grew on the way, or lost something.

Each kind of drift is defined in its own module and nowhere else. The rules about drift
(CT104, CT501, CT502, CT508, CT509) report what is found here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lineage._drift._bodies import find_headlines
from claimtrack.lineage._drift._dropped_anonymity import find_dropped_anonymity
from claimtrack.lineage._drift._kind import Drift, DriftKind
from claimtrack.lineage._drift._looser_rules import find_looser_rules
from claimtrack.lineage._drift._relays import find_relays
from claimtrack.lineage._drift._stronger_attitude import find_stronger_attitudes
from claimtrack.lineage._drift._stronger_wording import (
    find_stronger_headlines,
    find_stronger_relays,
)
from claimtrack.lineage._drift._surer_value import find_surer_links, find_surer_relays
from claimtrack.lineage._drift._unsupported_headline import (
    find_surer_headlines,
    find_unattributed_headlines,
)
from claimtrack.records import words
from claimtrack.view import View

if TYPE_CHECKING:
    from claimtrack.dossier import Dossier

__all__ = ["Drift", "DriftKind", "drift"]

_KINDS: Final = words(DriftKind)


def drift(dossier: Dossier | View) -> tuple[Drift, ...]:
    """Return the places at which claims grew on the way, or lost something.

    A chain goes through a document if a link spoke in it and the chain was not read in
    it. The chain is then compared with every chain of the same claim and last source
    that was read in that document.

    - *factuality*: the value recorded on a link is surer than its inner links support,
      or a chain is surer than every chain in the document that it goes through. Surer
      means more certain, or committed to the opposite.
    - *attitude*, *ground rules*: stronger, or looser, than in all of those chains.
    - *wording*: a stronger claim than the one that the document on the way has from
      that source, or a headline with a stronger claim than its body.
    - *anonymity*: a report is cited without the unnamed people it relied on.
    - *headline*: nothing in the body is attributed to the source of the headline, or
      the headline is surer than the body.

    Everything that is not in a headline is in the body. Chains without a document count
    as read in one document. Linear in the records and links; for each claim, the claims
    that it is stronger than are searched.

    Args:
        dossier: the dossier, or its view.

    Returns:
        The places, sorted by attribution, kind and link.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> rain, unn = d.claim("It rains"), d.outlet("UNN")
    >>> a = d.attribute(rain, unn.citing(d.person("Keir")), placement="headline")
    >>> b = d.attribute(rain, unn.citing(d.outlet("Bloomberg")), placement="body")
    >>> print(*drift(d))
    a1: the headline quotes Keir, but nothing in the body is attributed to them
    """
    view = dossier if isinstance(dossier, View) else View.of(dossier)
    relays, headlines = tuple(find_relays(view)), tuple(find_headlines(view))
    found = [
        *find_surer_links(view),
        *find_surer_relays(relays, view),
        *find_stronger_attitudes(relays, view),
        *find_looser_rules(relays, view),
        *find_stronger_relays(relays, view),
        *find_dropped_anonymity(view),
        *find_stronger_headlines(headlines, view),
        *find_unattributed_headlines(headlines, view),
        *find_surer_headlines(headlines),
    ]
    return tuple(
        sorted(
            found,
            key=lambda e: (e.attribution, _KINDS.index(e.kind), e.link, e.related),
        )
    )
