"""Claims as pictures: in Mermaid, and in DOT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.disclosure import for_others
from claimtrack.draw._dot import write_dot
from claimtrack.draw._draft_notice import sketch_notice
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


def draw_mermaid(
    dossier: Dossier,
    claims: Sequence[Claim],
    *,
    include_private: bool = False,
    unreviewed: bool = False,
) -> str:
    """Return a Mermaid flowchart of what stands behind each of these claims.

    Each claim has a frame of its own. The shape of a box says what kind of source it
    is, a diamond and a thick line that no path is left without it, and a legend how
    to read the rest.

    Args:
        dossier: where the claims are; drawn is what others may have of it.
        claims: the claims; those that others may not have are left out.
        include_private: whether to draw also what is not for others.
        unreviewed: whether to draw what a tool drafted and nobody reviewed; the
            picture then says so.

    Raises:
        DanglingReference: for a claim that is not in the dossier.
        UnreviewedDraft: where others may have such drafts, in these claims or elsewhere
            in the dossier.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN").citing(d.person("Ann")))
    >>> print(draw_mermaid(d, d.claims).splitlines()[0])
    flowchart LR
    """
    return write_mermaid(
        _pictures(
            dossier, claims, include_private=include_private, unreviewed=unreviewed
        )
    )


def draw_dot(
    dossier: Dossier,
    claims: Sequence[Claim],
    *,
    include_private: bool = False,
    unreviewed: bool = False,
) -> str:
    """Return a graph in DOT, for Graphviz, of what stands behind each of these claims.

    It shows what `draw_mermaid` shows.

    Args:
        dossier: where the claims are; drawn is what others may have of it.
        claims: the claims; those that others may not have are left out.
        include_private: whether to draw also what is not for others.
        unreviewed: whether to draw what a tool drafted and nobody reviewed; the
            picture then says so.

    Raises:
        DanglingReference: for a claim that is not in the dossier.
        UnreviewedDraft: where others may have such drafts, in these claims or elsewhere
            in the dossier.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN").citing(d.person("Ann")))
    >>> print(draw_dot(d, d.claims).splitlines()[0])
    digraph claimtrack {
    """
    return write_dot(
        _pictures(
            dossier, claims, include_private=include_private, unreviewed=unreviewed
        )
    )


def _pictures(
    dossier: Dossier,
    claims: Sequence[Claim],
    *,
    include_private: bool,
    unreviewed: bool,
) -> list[Picture]:
    seen = for_others(dossier, include_private=include_private, unreviewed=unreviewed)
    # Left out is only what others may not have; what is nowhere is a mistake.
    keys = [each.id for each in claims if each.id in seen or each.id not in dossier]
    known = seen.claims
    shown = [known[key] for key in keys]
    drawn = [sketch_claim(each) for each in read_claims(seen, shown)]
    # Where arrows lead to the right, frames pile up from below: the last one stands
    # on top.
    return [sketch_legend(drawn), *reversed(drawn), *sketch_notice(dossier, seen)]
