"""Claims as pictures: in Mermaid, and in DOT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.draw._dot import write_dot
from claimtrack.draw._drawn_claim import read_claims
from claimtrack.draw._legend import sketch_legend
from claimtrack.draw._mermaid import write_mermaid
from claimtrack.draw._sketch import sketch_claim

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.dossier import Dossier
    from claimtrack.draw._picture import Picture
    from claimtrack.records import Claim

__all__ = ["draw_dot", "draw_mermaid"]


def draw_mermaid(dossier: Dossier, claims: Sequence[Claim]) -> str:
    """Return a Mermaid flowchart of what stands behind each of these claims.

    Each claim has a frame of its own. The shape of a box says what kind of source it
    is, a diamond and a thick line that no path is left without it, and a legend how
    to read the rest.

    Args:
        dossier: where the claims are; what others may see of it is
            `claimtrack.disclosure.public`.
        claims: the claims.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN").citing(d.person("Ann")))
    >>> print(draw_mermaid(d, d.claims).splitlines()[0])
    flowchart LR
    """
    return write_mermaid(_pictures(dossier, claims))


def draw_dot(dossier: Dossier, claims: Sequence[Claim]) -> str:
    """Return a graph in DOT, for Graphviz, of what stands behind each of these claims.

    It shows what `draw_mermaid` shows.

    Args:
        dossier: where the claims are; what others may see of it is
            `claimtrack.disclosure.public`.
        claims: the claims.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN").citing(d.person("Ann")))
    >>> print(draw_dot(d, d.claims).splitlines()[0])
    digraph claimtrack {
    """
    return write_dot(_pictures(dossier, claims))


def _pictures(dossier: Dossier, claims: Sequence[Claim]) -> list[Picture]:
    drawn = [sketch_claim(each) for each in read_claims(dossier, claims)]
    # Where arrows lead to the right, frames pile up from below: the last one stands
    # on top.
    return [sketch_legend(drawn), *reversed(drawn)]
