"""Claims as pictures, in Mermaid and in DOT."""

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
    """Return a Mermaid flowchart of the chains behind each of these claims.

    Each claim has its own frame. The shape of a box shows the kind of source. A diamond
    and a thick line mark a source without which no path is left. A legend explains the
    rest.

    Args:
        dossier: the dossier with the claims; only its public part is drawn by default.
        claims: the claims; private ones are left out by default.
        include_private: whether to draw also what is not for others.
        unreviewed: whether to draw what a tool drafted and nobody reviewed; the
            picture then says so.

    Raises:
        DanglingReference: if a claim is not in the dossier.
        UnreviewedDraft: if the public part of the dossier has such drafts, in these
            claims or elsewhere.

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
    """Return a graph in DOT, for Graphviz, of the chains behind each of these claims.

    It has the same content as `draw_mermaid`.

    Args:
        dossier: the dossier with the claims; only its public part is drawn by default.
        claims: the claims; private ones are left out by default.
        include_private: whether to draw also what is not for others.
        unreviewed: whether to draw what a tool drafted and nobody reviewed; the
            picture then says so.

    Raises:
        DanglingReference: if a claim is not in the dossier.
        UnreviewedDraft: if the public part of the dossier has such drafts, in these
            claims or elsewhere.

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
    # Leave out private claims, but not unknown ones: these are a mistake.
    keys = [each.id for each in claims if each.id in seen or each.id not in dossier]
    known = seen.claims
    shown = [known[key] for key in keys]
    drawn = [sketch_claim(each) for each in read_claims(seen, shown)]
    # With arrows that lead to the right, frames pile up from below and the last is on
    # top.
    return [sketch_legend(drawn), *reversed(drawn), *sketch_notice(dossier, seen)]
