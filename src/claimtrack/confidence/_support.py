"""Support: how far what is on record speaks for a claim, with every origin once."""

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
    """Return how far what is on record speaks for a claim.

    Chains are collapsed to their origins, and each origin counts once, as far as its
    word arrives along the best path: what each relay on it passes on, multiplied. So
    one more outlet that repeats an origin changes nothing, and nothing is surer than
    hearing the origin itself. Further origins add evidence as far as they do not
    depend on each other: half of it as long as nobody else calls two independent. All
    of one side together is no surer than the best way that any of it came, and,
    without two independent origins, than the best of them. Origins of opposing chains
    and of claims that contradict this one speak against it. What is retracted does
    not count, and of an origin that says both only what it surely said last.

    How far sources are relied on comes from the assessments in the dossier: of each
    assessor the latest, of several assessors the mean. A source without a rating, or
    one that cannot be judged ("F"), passes nothing on. Norms and evaluations have no
    support: they are held, and are neither so nor not so.

    Args:
        dossier: where the claim is.
        claim: the claim, or its id.
        reliability: how far sources are relied on, by their ids; goes before what is
            on record. More than the best grade counts as the best grade.
        grounds: what hearing an origin directly would be worth, by its id, in place of
            what follows from its reliability and from how certain it says it.
        dependence: how far two origins depend on each other, from 0 to 1, by their ids;
            goes before what is on record.
        grades: how far a source with a grade is believed; `GRADES` unless given.
        accept_open: outlets, by id or name, whose word is accepted as it is, though
            their own basis is not recorded.
        base_rate: how likely a claim is as long as there is no evidence.

    Returns:
        The level and why, the opinion and its parts; without an opinion where no
        origin can be judged.

    Raises:
        DanglingReference: where the dossier has no claim of this id.
        InvalidRecord: for a number outside [0, 1], and where hearing an origin is
            said to leave no doubt at all.

    Source: opinions are discounted as in Jøsang 2016, "Subjective Logic", and
    dependent sources count for less as in Dong, Berti-Equille & Srivastava 2009,
    "Integrating conflicting data: the role of source dependence". The ceilings are
    ours. Linear in the records and their paths, but for the pairs of origins and for
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
        retracted: ids of the attributions that are retracted.
        dossier: what is left.
    """

    judging: Judging
    retracted: frozenset[str]
    dossier: Dossier

    @classmethod
    def of(cls, judging: Judging) -> _Composing:
        """Return what is left without what is retracted."""
        dossier = judging.index.dossier
        gone = find_retracted(judging.index)
        return cls(judging, gone, without(dossier, gone) if gone else dossier)

    def compose(self, key: str, lineage_of: Callable[[str], Lineage]) -> Support:
        """Return the support of a claim, from its chains and those that contradict it.

        Args:
            key: id of the claim.
            lineage_of: returns the lineage of a claim, of what is left.
        """
        index, judging = self.judging.index, self.judging
        claim = index.view.claim(key)
        others = () if claim.kind in HELD else index.contradictions(key)
        reasons = [*self._of_retracted((key, *others))]
        testimonies = self._read(key, others, lineage_of)
        gone: set[str] = set()
        # Who ends a chain may change with what is taken out.
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
        """Return what speaks for a claim, and then all that speaks against it."""
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
        """Yield the reason for what is retracted of these claims."""
        view = self.judging.index.view
        ids = {str(each.id) for key in keys for each in view.attributions_of(key)}
        gone = sorted(ids & self.retracted)
        if gone:
            chains = counted(len(gone), "chain")
            text = f"{chains} taken back by a retraction on record"
            yield Reason("retracted", tuple(gone), text)
