"""The picture of a claim in its card, and the picture that explains the shapes."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from claimtrack.dossier import Dossier
from claimtrack.draw._drawn_claim import read_claims
from claimtrack.draw._html._spans import Html
from claimtrack.draw._svg import claim_panel
from claimtrack.lineage import Retraction
from claimtrack.view import View

if TYPE_CHECKING:
    from claimtrack.draw._drawn_claim import Reading

__all__ = ["draw_inset", "draw_legend"]

WIDE: Final = 460
"""Most pixels of a picture next to the text; a wider picture is above the text."""

_NOTHING: Final = Retraction(frozenset(), frozenset(), frozenset(), frozenset())


def draw_inset(read: Reading, number: int) -> Html:
    """Return the picture of a claim for its card.

    Args:
        read: the claim.
        number: a number that makes its element ids unique on the page.
    """
    panel = claim_panel(read, _NOTHING, f"ct:p{number}")
    broad = " broad" if panel.width > WIDE else ""
    return Html(f'<div class="figure{broad}">{panel.element()}</div>')


@functools.cache
def draw_legend() -> Html:
    """Return a picture with the common shapes."""
    d = Dossier()
    outlet, group = d.outlet("An outlet"), d.group("A group")
    person, body = d.person("A person"), d.organization("An organization")
    unnamed = d.unnamed("people whom the text does not name", count="2+")
    claim = d.claim("A claim")
    d.attribute(claim, outlet.citing(person))
    d.attribute(claim, outlet.citing(body))
    d.attribute(claim, outlet.citing(unnamed).citing(group, attitude="belief"))
    d.attribute(claim, outlet.citing(d.outlet("Another outlet")))
    read = next(read_claims(d, [claim]))
    panel = claim_panel(read, Retraction.of((), View.of(d)), "ct:legend")
    return Html(f'<div class="figure broad">{panel.element()}</div>')
