"""Trace a claim: find everything that its chains say together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.lineage._factuality import standing
from claimtrack.lineage._trace._independence import independent_pairs
from claimtrack.lineage._trace._lineage import Lineage
from claimtrack.lineage._trace._supporting_chains import SupportingChains
from claimtrack.lineage._trace._why_traced import Told, why_traced
from claimtrack.lineage._voices import told_about
from claimtrack.records import Claim, to_id
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.dossier import Dossier
    from claimtrack.lineage._factuality import Standing
    from claimtrack.records import Attribution, Identified

__all__ = ["by_standing", "supporting_chains", "trace", "trace_all", "trace_in"]


def trace(dossier: Dossier, claim: str | Identified) -> Lineage:
    """Return the lineage of a claim: what its chains say together.

    Linear in the records of the dossier, except for the cut, which takes at most the
    number of steps times the square root of the number of sources of this claim.

    Args:
        dossier: the dossier with the claim.
        claim: the claim, or its id.

    Raises:
        DanglingReference: if the dossier has no claim with this id.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> unn, bloomberg = d.outlet("UNN"), d.outlet("Bloomberg")
    >>> officials = d.unnamed("officials", count="2+")
    >>> a = d.attribute(d.claim("It rains"), unn.citing(bloomberg).citing(officials))
    >>> found = trace(d, "c1")
    >>> found.bottlenecks, found.origin_ids == (officials.id,)
    (('bloomberg',), True)
    >>> print(found.individuals, found.independence)
    2 or more single
    """
    view = View.of(dossier)
    return trace_in(view, to_id(view.claim(claim)))


def trace_all(dossier: Dossier | View) -> dict[str, Lineage]:
    """Return the lineage of every claim, by id, sorted.

    The results are those of `trace`, but the dossier is only read once, and so are the
    chains of claims that are merged.

    Args:
        dossier: the dossier, or its view.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> claim = d.claim("It rains")
    >>> trace_all(d)["c1"] == trace(d, claim)
    True
    """
    view = dossier if isinstance(dossier, View) else View.of(dossier)
    found: dict[str, Lineage] = {}
    for claim in view.all(Claim):
        first = found.get(view.claims.members_of(claim.id)[0])
        found[claim.id] = (
            trace_in(view, claim.id)
            if first is None
            else attrs.evolve(first, claim=claim.id, text=claim.text)
        )
    return found


def trace_in(view: View, claim: str) -> Lineage:
    """Return the lineage of a claim, in a dossier that has a view already.

    Args:
        view: the view of the dossier.
        claim: the id of a claim of the dossier.
    """
    attributions = view.attributions_of(claim)
    sorted_out = by_standing(attributions)
    supporting = sorted_out["supports"]
    chains = [each.chain for each in supporting]
    support = SupportingChains.of_chains(chains, view)
    independence, independent = support.independence
    of = view.sources.least_of
    lineage = Lineage(
        claim=claim,
        text=view.claim(claim).text,
        publishers=support.publishers,
        outlets=tuple(
            each
            for each in sorted(support.graph.ids)
            if view.sources.kind(each) == "outlet"
        ),
        holders=tuple(
            sorted(
                {
                    key
                    for each in (*supporting, *sorted_out["uncommitted"])
                    for key in told_about(each.chain, of)
                }
            )
        ),
        ends=support.ends,
        origins=support.origins,
        individuals=support.individuals.interval,
        independence=independence,
        bottlenecks=support.bottlenecks,
        single_points=support.single_points,
        cut=support.cut(),
        cycles=support.cycles,
        supported_by=_ids(supporting),
        opposed_by=_ids(sorted_out["opposes"]),
        uncommitted=_ids(sorted_out["uncommitted"]),
        depth=max((len(each.chain) for each in attributions), default=0),
        why=(),
    )
    told = Told(
        lineage=lineage,
        supporting=chains,
        opposing=[each.chain for each in sorted_out["opposes"]],
        uncommitted=[each.chain for each in sorted_out["uncommitted"]],
        different=support.individuals.different,
        independent=independent,
        is_disputed=bool(independent_pairs(support.origin_ids, view)),
        view=view,
    )
    return attrs.evolve(lineage, why=tuple(why_traced(told)))


def supporting_chains(view: View) -> dict[str, SupportingChains]:
    """Return the supporting chains of each claim, by the claim's id, sorted.

    They are read once for all merged claims, and every result about them is only
    computed when it is used.

    Args:
        view: the view of a dossier.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> a = d.attribute(d.claim("It rains"), d.outlet("UNN").citing(d.person("Keir")))
    >>> supporting_chains(View.of(d))["c1"].independence
    ('single', ())
    """
    of_class: dict[str, SupportingChains] = {}
    found: dict[str, SupportingChains] = {}
    for claim in view.all(Claim):
        key = view.claims.least_of(claim.id)
        if key not in of_class:
            supporting = by_standing(view.attributions_of(key))["supports"]
            chains = [each.chain for each in supporting]
            of_class[key] = SupportingChains.of_chains(chains, view)
        found[claim.id] = of_class[key]
    return found


def by_standing(
    attributions: Iterable[Attribution],
) -> dict[Standing, list[Attribution]]:
    """Return the attributions, grouped by what their chains make of the claim."""
    found: dict[Standing, list[Attribution]] = {
        "supports": [],
        "opposes": [],
        "uncommitted": [],
    }
    for each in attributions:
        found[standing(each.chain)].append(each)
    return found


def _ids(attributions: Iterable[Attribution]) -> tuple[str, ...]:
    return tuple(map(to_id, attributions))
