"""Judge what the word of each origin adds, and all origins of one side together."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from claimtrack.confidence._composition import Evidence, Weight, weighed
from claimtrack.confidence._echo import Dependence, Dependent
from claimtrack.confidence._index import Index, Pair
from claimtrack.confidence._opinion import Opinion
from claimtrack.confidence._paths import way_to
from claimtrack.confidence._reliability import Reliability
from claimtrack.confidence._result import Attestation, OriginSupport, discounted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.confidence._origins import Statement, Testimony
    from claimtrack.confidence._paths import Reach

__all__ = ["Echo", "Judging", "SideTotal"]


@attrs.frozen
class Echo:
    """An origin that may be the voice of another one, so that it counts for less.

    Attributes:
        first: the id of the origin that counts first.
        second: the id of the origin that counts for less.
        dependence: how far they depend on each other, and why.
    """

    first: str
    second: str
    dependence: Dependent


@attrs.frozen
class SideTotal:
    """All origins of one side, with their combined opinion.

    Attributes:
        origins: each origin once, sorted.
        echoes: the origins that may be the voice of another one.
        opinion: their combined opinion on their own word, with the ceilings applied;
            None if none can be judged.
        independent: whether two of them are established as independent.
        ceiling: the limit to which the belief was lowered; None if it was not.
    """

    origins: tuple[OriginSupport, ...]
    echoes: tuple[Echo, ...]
    opinion: Opinion | None
    independent: bool
    ceiling: float | None = None

    @property
    def arriving(self) -> list[OriginSupport]:
        """The origins whose word arrives at all."""
        return [each for each in self.origins if each.arriving.belief > 0]

    @property
    def best_way(self) -> float:
        """How much arrives along the best path of any origin."""
        return max((each.share or 0.0 for each in self.arriving), default=0.0)


@attrs.frozen
class Judging:
    """A dossier, and how far its sources are relied on.

    Attributes:
        index: the index of the dossier.
        reliability: the reliability of its sources.
        grounds: what hearing an origin directly is worth, if the caller says so.
        dependence: how far two origins depend on each other, if the caller says so.
        accept_open: the outlets whose word is accepted without a basis.
        base_rate: how likely a claim is without any evidence.
    """

    index: Index
    reliability: Reliability
    grounds: Mapping[str, Opinion]
    dependence: Mapping[Pair, float]
    accept_open: frozenset[str]
    base_rate: float

    def one_side(self, testimonies: Iterable[Testimony]) -> SideTotal:
        """Return the origins of one side, each counted once, with their joint opinion.

        If an origin has several statements, the one of which most arrives counts.
        """
        best: dict[str, OriginSupport] = {}
        dealers: dict[str, AbstractSet[str]] = {}
        greatest = 0.0
        for each in testimonies:
            for origin, citing in each.dealers.items():
                dealers[origin] = dealers.get(origin, frozenset()) | citing
            for found in self._judged(each):
                if found.arriving.belief > 0:
                    greatest = max(greatest, found.share or 0.0)
                known = best.get(found.origin)
                if known is None or _rank(found) > _rank(known):
                    best[found.origin] = found
        dependence = Dependence(self.index, self.dependence, dealers)
        weights = weighed(
            [Evidence(e.origin, *e.evidence) for e in best.values() if e.is_judged],
            lambda one, other: dependence.between(one, other).degree,
        )
        origins = tuple(
            _times(best[origin], weights.get(origin, Weight(1.0)).share)
            for origin in sorted(best)
        )
        echoes = tuple(
            Echo(each.echo_of, origin, dependence.between(each.echo_of, origin))
            for origin, each in sorted(weights.items())
            if each.echo_of is not None
        )
        arriving = [each for each in origins if each.arriving.belief > 0]
        is_independent = any(
            dependence.is_established(one.origin, other.origin)
            for place, one in enumerate(arriving)
            for other in arriving[:place]
        )
        own = max((each.ground.belief for each in arriving if each.ground), default=0.0)
        most = greatest if is_independent else min(greatest, own)
        total = _total(origins)
        if total is None or total.belief <= most:
            return SideTotal(origins, echoes, total, is_independent)
        # Scale the whole opinion down to the ceiling, as a relay would.
        below = discounted(total, most / total.belief)
        return SideTotal(origins, echoes, below, is_independent, most)

    def together(self, pro: SideTotal, con: SideTotal) -> Opinion | None:
        """Return the combined opinion of both sides; None if neither can be judged."""
        opinions = [(pro.opinion, 1), (con.opinion, -1)]
        pairs = [each.evidence[::way] for each, way in opinions if each is not None]
        if not pairs:
            return None
        return Opinion.from_evidence(
            math.fsum(positive for positive, _ in pairs),
            math.fsum(negative for _, negative in pairs),
            self.base_rate,
        )

    def attested(self, testimony: Testimony) -> tuple[Attestation, ...]:
        """Return how certain it is that each source said what is ascribed to it."""
        share = self.reliability.share
        reaches = testimony.paths.reaches(share)
        found = testimony.paths.attestations(reaches, share)
        return tuple(Attestation(key, found[key]) for key in sorted(found))

    def _judged(self, testimony: Testimony) -> Iterator[OriginSupport]:
        reaches = testimony.paths.reaches(self.reliability.share)
        for each in testimony.statements:
            yield self._origin_support(each, testimony, reaches)

    def _origin_support(
        self, statement: Statement, testimony: Testimony, reaches: Mapping[str, Reach]
    ) -> OriginSupport:
        ground, strength = self._ground(statement)
        share = self._share(statement, reaches)
        paths = testimony.paths
        path = (
            way_to(statement.source, reaches)
            if statement.source in reaches
            else paths.shortest(statement.source)
        )
        relays = path[:-1] if statement.origin == statement.source else path
        unjudged = [e for e in relays if self.reliability.share(e) is None]
        unjudged += [statement.origin] if ground is None else []
        steps = itertools.pairwise(path)
        found = OriginSupport(
            origin=statement.origin,
            kind=statement.kind,
            side=testimony.side,
            claim=testimony.claim,
            path=path,
            share=share,
            ground=ground,
            strength=strength,
            weight=1.0,
            evidence=(0.0, 0.0),
            unjudged=tuple(dict.fromkeys(unjudged)),
            distanced=tuple(
                one for one, other in steps if (one, other) not in paths.neutral
            ),
            is_firsthand=statement.is_firsthand,
            is_unnamed=self.index.view.sources.is_unnamed(statement.origin),
        )
        return attrs.evolve(found, evidence=found.arriving.evidence)

    def _share(
        self, statement: Statement, reaches: Mapping[str, Reach]
    ) -> float | None:
        """Return how much of an origin's word arrives; None if it cannot be judged."""
        reach = reaches.get(statement.source)
        if reach is None or statement.origin == statement.source:
            return None if reach is None else reach.share
        # A source that has it from a document is another relay.
        passed_on = self.reliability.share(statement.source)
        return None if passed_on is None else reach.share * passed_on

    def _ground(self, statement: Statement) -> tuple[Opinion | None, float]:
        """Return what hearing an origin is worth, and how certain its statement is.

        A statement is believed as far as its origin is believed. The rest is not
        disbelief, because a source that is often wrong is not always wrong.

        Source: Jøsang, Hayward & Pope 2006, "Trust network analysis with subjective
        logic", uncertainty-favouring discount of a flat statement (1, 0, 0).
        """
        if statement.origin in self.grounds:
            return self.grounds[statement.origin], 1.0
        share = self.reliability.share(statement.origin)
        if share is None:
            return None, statement.strength
        return Opinion(share, 0, 1 - share), statement.strength


def _total(origins: Iterable[OriginSupport]) -> Opinion | None:
    """Return the opinion from the evidence of all origins; None if none is judged."""
    evidence = [each.evidence for each in origins if each.is_judged]
    if not evidence:
        return None
    return Opinion.from_evidence(
        math.fsum(positive for positive, _ in evidence),
        math.fsum(negative for _, negative in evidence),
    )


def _rank(support: OriginSupport) -> tuple[bool, float, str, tuple[str, ...]]:
    """Return a sort key for statements of one origin: how much of each arrives."""
    return (
        support.is_judged,
        math.fsum(support.evidence),
        support.claim,
        support.path,
    )


def _times(support: OriginSupport, weight: float) -> OriginSupport:
    positive, negative = support.evidence
    return attrs.evolve(
        support, weight=weight, evidence=(weight * positive, weight * negative)
    )
