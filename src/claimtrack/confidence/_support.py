"""Support: how far what is on record speaks for a claim, with every origin once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.confidence._index import Index, pair
from claimtrack.confidence._opinion import Opinion, check_number, refused
from claimtrack.confidence._origins import against, in_favour
from claimtrack.confidence._reliability import GRADES, Grades, Reliability, Reliance
from claimtrack.confidence._result import Support
from claimtrack.confidence._why_supported import Told, why_supported
from claimtrack.confidence._worth import Judging
from claimtrack.findings import quote
from claimtrack.lineage import trace, trace_all
from claimtrack.records import name_key, to_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.dossier import Dossier
    from claimtrack.lineage import Lineage
    from claimtrack.records import Identified

__all__ = ["support", "support_all"]


def support(
    dossier: Dossier,
    claim: str | Identified,
    *,
    reliability: Mapping[str, Reliance] | None = None,
    grounds: Mapping[str, Opinion] | None = None,
    dependence: Mapping[tuple[str, str], float] | None = None,
    grades: Grades | None = None,
    accept_open: Iterable[str] = (),
    base_rate: float = 0.5,
) -> Support:
    """Return how far what is on record speaks for a claim.

    Chains are collapsed to their origins, and each origin counts once, as far as its
    word arrives along the best path: what each relay on it passes on, multiplied. So
    one more outlet that repeats an origin changes nothing, nothing is surer than
    hearing the origin itself, and only further origins add evidence: as far as they
    do not hang on those that are there already. Origins of opposing chains and of
    claims that contradict this one add evidence against it.

    How far sources are relied on comes from the assessments in the dossier: of each
    assessor the latest, of several assessors the average. A source of whom nobody has
    said it, or of whom it cannot be judged ("F"), passes nothing on.

    Args:
        dossier: where the claim is.
        claim: the claim, or its id.
        reliability: how far sources are relied on, by their ids; goes before what is
            on record.
        grounds: what hearing an origin directly would be worth, by its id, in place of
            what follows from its reliability and from how certain it says it.
        dependence: how far two origins hang on each other, from 0 to 1, by their ids;
            goes before what is on record.
        grades: what grades of reliability are taken for; `GRADES` unless given.
        accept_open: outlets, by id or name, whose word is taken as it stands, though
            their own basis is not recorded.
        base_rate: how likely a claim is as long as there is no evidence.

    Returns:
        The opinion and its parts; without an opinion where no origin can be judged.

    Raises:
        DanglingReference: where the dossier has no claim of this id.
        InvalidRecord: for a number outside [0, 1], and where an origin is relied on
            without any doubt.

    Source: evidence is scaled as in Škorić, de Hoogh & Zannone 2016, "Flow-based
    reputation with uncertainty: evidence-based subjective logic"; dependent sources
    count for less as in Dong, Berti-Equille & Srivastava 2009, "Integrating
    conflicting data: the role of source dependence". Linear in the records and their
    paths, but for the pairs of origins.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> unn, mayor = d.outlet("UNN"), d.person("Ines Moreau")
    >>> closed = d.claim("The bridge is closed")
    >>> a = d.attribute(closed, unn.citing(mayor))
    >>> print(support(d, closed).opinion)
    None
    >>> found = support(d, closed, reliability={unn.id: 0.8, mayor.id: 0.9})
    >>> round(found.opinion.projection, 2)
    0.94
    """
    judging = _judging(
        dossier,
        reliability=reliability,
        grounds=grounds,
        dependence=dependence,
        grades=grades,
        accept_open=accept_open,
        base_rate=base_rate,
    )
    others = judging.index.contradictions(to_id(claim))
    return _compose(
        judging, trace(dossier, claim), [trace(dossier, each) for each in others]
    )


def support_all(
    dossier: Dossier,
    *,
    reliability: Mapping[str, Reliance] | None = None,
    grounds: Mapping[str, Opinion] | None = None,
    dependence: Mapping[tuple[str, str], float] | None = None,
    grades: Grades | None = None,
    accept_open: Iterable[str] = (),
    base_rate: float = 0.5,
) -> dict[str, Support]:
    """Return the support of every claim, by the claim's id, sorted.

    The same as `support` for each, but goes through the dossier once. The arguments
    are those of `support`.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> closed = d.claim("The bridge is closed")
    >>> support_all(d)["c1"] == support(d, closed)
    True
    """
    judging = _judging(
        dossier,
        reliability=reliability,
        grounds=grounds,
        dependence=dependence,
        grades=grades,
        accept_open=accept_open,
        base_rate=base_rate,
    )
    lineages = trace_all(dossier)
    return {
        key: _compose(
            judging,
            lineage,
            [lineages[each] for each in judging.index.contradictions(key)],
        )
        for key, lineage in lineages.items()
    }


def _judging(
    dossier: Dossier,
    *,
    reliability: Mapping[str, Reliance] | None,
    grounds: Mapping[str, Opinion] | None,
    dependence: Mapping[tuple[str, str], float] | None,
    grades: Grades | None,
    accept_open: Iterable[str],
    base_rate: float,
) -> Judging:
    """Return what a caller says, by the ids that sources go by."""
    index = Index.of(dossier)
    degrees = dependence or {}
    for degree in degrees.values():
        check_number(degree, "dependence")
        if not 0 <= degree <= 1:
            problem = f"dependence {quote(degree)} is not between 0 and 1"
            raise refused(problem, "Give 0 for none, 1 for one and the same.")
    return Judging(
        index=index,
        reliability=Reliability.of(index, reliability or {}, grades or GRADES),
        grounds={index.who(key): each for key, each in (grounds or {}).items()},
        dependence={
            pair(index.who(one), index.who(other)): degree
            for (one, other), degree in degrees.items()
        },
        accept_open=_called(index, accept_open),
        base_rate=base_rate,
    )


def _called(index: Index, names: Iterable[str]) -> frozenset[str]:
    """Return the ids that the sources of these ids, names or aliases go by."""
    wanted = frozenset(map(name_key, names))
    return frozenset(
        index.who(each.id)
        for each in index.dossier.sources
        for name in (each.id, each.label, *(alias.text for alias in each.aka))
        if wanted and name_key(name) in wanted
    )


def _compose(
    judging: Judging, lineage: Lineage, contradicting: Iterable[Lineage]
) -> Support:
    """Return the support of a claim, from its chains and those that contradict it."""
    index, accepted = judging.index, judging.accept_open
    favouring = in_favour(lineage, index, accepted)
    opposing = [
        against(lineage, index, accepted),
        *(in_favour(each, index, accepted, side="against") for each in contradicting),
    ]
    pros, pro_echoes = judging.one_side([favouring])
    cons, con_echoes = judging.one_side(opposing)
    found = Support(
        claim=lineage.claim,
        text=lineage.text,
        opinion=judging.total([*pros, *cons]),
        by_origin=(*pros, *cons),
        attestation=judging.attested(favouring),
        why=(),
    )
    told = Told(
        support=found,
        lineage=lineage,
        testimonies=[favouring, *opposing],
        echoes=[*pro_echoes, *con_echoes],
        reliability=judging.reliability,
        grounded=judging.grounds.keys(),
    )
    return attrs.evolve(found, why=tuple(why_supported(told)))
