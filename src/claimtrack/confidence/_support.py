"""Support: how far the record speaks for a claim, with each origin counted once."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from claimtrack.confidence._because import Found
from claimtrack.confidence._enumeration import counted
from claimtrack.confidence._gains import what_would_raise
from claimtrack.confidence._index import HELD, Index, pair
from claimtrack.confidence._level import Level, find_level
from claimtrack.confidence._opinion import Opinion, check_number, refused
from claimtrack.confidence._origins import against, in_favour
from claimtrack.confidence._reliability import GRADES, Grades, Reliability, Reliance
from claimtrack.confidence._result import Support
from claimtrack.confidence._taken_out import find_retracted, said_both_ways, without
from claimtrack.confidence._verdicts_on_claim import judged_by_people
from claimtrack.confidence._why_supported import why_supported
from claimtrack.confidence._worth import Judging
from claimtrack.dossier import Dossier
from claimtrack.findings import quote
from claimtrack.lineage import Reason, trace, trace_all
from claimtrack.records import name_key, to_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimtrack.confidence._origins import Testimony
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
    """Return how far the evidence on record speaks for a claim.

    Chains are reduced to their origins, and each origin counts once, as far as its word
    arrives along the best path; that is the product of what each relay passes on. So
    another outlet that repeats an origin changes nothing, and nothing is surer than
    hearing the origin directly. Further origins add evidence as far as they do not
    depend on each other: half of it, unless somebody else calls two independent. All of
    one side together is never surer than the best path on which any of it came, nor,
    without two independent origins, than the best of its origins. Origins of opposing
    chains and of contradicting claims speak against the claim. What is retracted does
    not count. If an origin says this and the opposite, only what it certainly said last
    counts.

    How far sources are relied on comes from the assessments in the dossier: the latest
    of each assessor, and the mean over several assessors. A source without a rating, or
    one that cannot be judged ("F"), passes nothing on. Norms and evaluations have no
    support, because they are views that are neither so nor not so.

    Args:
        dossier: the dossier with the claim.
        claim: the claim, or its id.
        reliability: how far sources are relied on, by id; this overrides the record.
            More than the best grade counts as the best grade.
        grounds: what hearing an origin directly would be worth, by id, instead of what
            follows from its reliability and the certainty of its statement.
        dependence: how far two origins depend on each other, from 0 to 1, by their ids;
            this overrides the record.
        grades: how far a source with a grade is believed; `GRADES` by default.
        accept_open: outlets, by id or name, whose word is accepted although their own
            basis is not recorded.
        base_rate: how likely a claim is without any evidence.

    Returns:
        The level with its reasons, the opinion and its parts; the opinion is None if no
        origin can be judged.

    Raises:
        DanglingReference: if the dossier has no claim with this id.
        InvalidRecord: if a number is outside [0, 1], or a ground leaves no doubt at
            all.

    Source: opinions are discounted as in Jøsang 2016, "Subjective Logic", and
    dependent sources count for less as in Dong, Berti-Equille & Srivastava 2009,
    "Integrating conflicting data: the role of source dependence". The ceilings are our
    choice. Linear in the records and their paths, except for the pairs of origins and
    the order of up to 15 of them.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> unn, mayor = d.outlet("UNN"), d.person("Ines Moreau")
    >>> closed = d.claim("The bridge is closed")
    >>> a = d.attribute(closed, unn.citing(mayor))
    >>> support(d, closed).level
    'not-rated'
    >>> found = support(d, closed, reliability={unn.id: 0.8, mayor.id: 0.9})
    >>> print(f"{found.level}: {found.because}")
    moderate: Ines Moreau (90 %) through UNN (80 %); one origin
    >>> round(found.opinion.belief, 2)
    0.72
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
    composing = _Composing.of(judging)
    return composing.compose(
        to_id(judging.index.view.claim(claim)),
        functools.partial(trace, composing.dossier),
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
    """Return the support of every claim, by id, sorted.

    The results and the arguments are those of `support`, but the dossier is only read
    once.

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
    composing = _Composing.of(judging)
    lineages = trace_all(composing.dossier)
    return {key: composing.compose(key, lineages.__getitem__) for key in lineages}


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
    """Return what the caller says, by the least ids of the sources."""
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
        grounds={index.one(key): each for key, each in (grounds or {}).items()},
        dependence={
            pair(index.one(one), index.one(other)): degree
            for (one, other), degree in degrees.items()
        },
        accept_open=_called(index, accept_open),
        base_rate=base_rate,
    )


def _called(index: Index, names: Iterable[str]) -> frozenset[str]:
    """Return the ids of the sources that have these ids, names or aliases."""
    wanted = frozenset(map(name_key, names))
    return frozenset(
        index.one(each.id)
        for each in index.dossier.sources
        for name in (each.id, each.label, *(alias.text for alias in each.aka))
        if wanted and name_key(name) in wanted
    )


@attrs.frozen
class _Composing:
    """A dossier without what is retracted, whose claims are judged one by one.

    Attributes:
        judging: how far its sources are relied on.
        retracted: the ids of the attributions that are retracted.
        dossier: the dossier without them.
    """

    judging: Judging
    retracted: frozenset[str]
    dossier: Dossier

    @classmethod
    def of(cls, judging: Judging) -> _Composing:
        """Return the dossier without what is retracted."""
        dossier = judging.index.dossier
        gone = find_retracted(judging.index)
        return cls(judging, gone, without(dossier, gone) if gone else dossier)

    def compose(self, key: str, lineage_of: Callable[[str], Lineage]) -> Support:
        """Return the support of a claim, from its chains and from contradicting claims.

        Args:
            key: the id of the claim.
            lineage_of: returns the lineage of a claim, without what is retracted.
        """
        index, judging = self.judging.index, self.judging
        claim = index.view.claim(key)
        others = () if claim.kind in HELD else index.contradictions(key)
        reasons = [*self._of_retracted((key, *others))]
        testimonies = self._read(key, others, lineage_of)
        gone: set[str] = set()
        # Taking attributions out may change where chains end.
        while out := [*said_both_ways(testimonies, index)]:
            gone = gone.union(*(each.attributions for each in out))
            reasons += [each.reason for each in out]
            left = without(self.dossier, gone, self._classes((key, *others)))
            lineage_of = functools.partial(trace, left)
            testimonies = self._read(key, others, lineage_of)
        is_held = claim.kind in HELD
        pro = judging.one_side([] if is_held else testimonies[:1])
        con = judging.one_side([] if is_held else testimonies[1:])
        opinion = judging.together(pro, con)
        speaking, *opposing = [
            () if is_held else each.open_ends for each in testimonies
        ]
        has_origins = bool(pro.origins or con.origins)
        level: Level = "not-rated" if has_origins else "none"
        if opinion is not None:
            level = find_level(opinion, pro, claim.kind)
        found = Found(
            kind=claim.kind,
            lineage=lineage_of(key),
            pro=pro,
            con=con,
            opinion=opinion,
            level=level,
            open_ends=speaking,
            open_against=tuple(
                sorted({key for keys in opposing for key in keys}.difference(speaking))
            ),
            taken_out=tuple(each.text for each in reasons),
            judging=judging,
        )
        return Support(
            claim=key,
            text=claim.text,
            level=level,
            because=found.because,
            to_raise=what_would_raise(found),
            desk=judged_by_people(key, index),
            opinion=opinion,
            by_origin=(*pro.origins, *con.origins),
            attestation=judging.attested(testimonies[0]),
            why=(*why_supported(found), *reasons),
        )

    def _read(
        self, key: str, others: Iterable[str], lineage_of: Callable[[str], Lineage]
    ) -> list[Testimony]:
        """Return the testimony for a claim, followed by all testimonies against it."""
        index, accepted = self.judging.index, self.judging.accept_open
        lineage = lineage_of(key)
        return [
            in_favour(lineage, index, accepted),
            against(lineage, index, accepted),
            *(
                in_favour(lineage_of(each), index, accepted, side="against")
                for each in others
            ),
        ]

    def _classes(self, keys: Iterable[str]) -> frozenset[str]:
        claims = self.judging.index.view.claims
        return frozenset(each for key in keys for each in claims.members_of(key))

    def _of_retracted(self, keys: Iterable[str]) -> Iterator[Reason]:
        """Yield the reason why retracted attributions of these claims do not count."""
        view = self.judging.index.view
        ids = {str(each.id) for key in keys for each in view.attributions_of(key)}
        gone = sorted(ids & self.retracted)
        if gone:
            chains = counted(len(gone), "chain")
            text = f"{chains} taken back by a retraction on record"
            yield Reason("retracted", tuple(gone), text)
