"""Judging: what the word of each origin comes to, as far as anybody can tell."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from claimtrack.confidence._composition import Evidence, Weight, weighed
from claimtrack.confidence._echo import Dependence, Dependent, Heard
from claimtrack.confidence._index import Index, Pair
from claimtrack.confidence._opinion import Opinion
from claimtrack.confidence._paths import way_to
from claimtrack.confidence._reliability import Reliability
from claimtrack.confidence._result import Attestation, OriginSupport

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.confidence._origins import Statement, Testimony
    from claimtrack.confidence._paths import Reach

__all__ = ["Echo", "Judging"]


@attrs.frozen
class Echo:
    """An origin that may be another's voice, so that it counts for less.

    Attributes:
        first: id of the one with more evidence.
        second: id of the other.
        dependence: how far they hang on each other, and why.
    """

    first: str
    second: str
    dependence: Dependent


@attrs.frozen
class Judging:
    """A dossier, and how far its sources are relied on.

    Attributes:
        index: the dossier.
        reliability: of its sources.
        grounds: what hearing an origin directly is worth, where a caller says so.
        dependence: how far two origins hang on each other, where a caller says so.
        accept_open: outlets whose word is taken as it stands.
        base_rate: how likely a claim is without evidence.
    """

    index: Index
    reliability: Reliability
    grounds: Mapping[str, Opinion]
    dependence: Mapping[Pair, float]
    accept_open: frozenset[str]
    base_rate: float

    def one_side(
        self, testimonies: Iterable[Testimony]
    ) -> tuple[list[OriginSupport], list[Echo]]:
        """Return each origin of one side once, and which of them hang on each other.

        An origin of several statements counts by the one of which most arrives.
        """
        best: dict[str, OriginSupport] = {}
        heard: dict[str, Heard] = {}
        for each in testimonies:
            for origin, where in each.heard.items():
                heard[origin] = heard.get(origin, Heard()).beside(where)
            for found in self._judged(each):
                known = best.get(found.origin)
                if known is None or _rank(found) > _rank(known):
                    best[found.origin] = found
        dependence = Dependence.of(self.index, self.dependence, heard)
        weights = weighed(
            [
                Evidence(each.origin, *each.evidence)
                for each in sorted(best.values(), key=self._by_name)
                if each.is_judged
            ],
            lambda one, other: dependence.between(one, other).degree,
        )
        supports = [
            _times(best[origin], weights.get(origin, Weight(1.0)).share)
            for origin in sorted(best)
        ]
        echoes = [
            Echo(each.echo_of, origin, dependence.between(each.echo_of, origin))
            for origin, each in sorted(weights.items())
            if each.echo_of is not None
        ]
        return supports, echoes

    def _by_name(self, found: OriginSupport) -> tuple[str, str]:
        return self.index.name(found.origin), found.origin

    def total(self, supports: Iterable[OriginSupport]) -> Opinion | None:
        """Return the opinion that all evidence comes to; None if none is judged."""
        judged = [each for each in supports if each.is_judged]
        if not judged:
            return None
        pairs = [
            each.evidence if each.side == "for" else each.evidence[::-1]
            for each in judged
        ]
        return Opinion.from_evidence(
            math.fsum(positive for positive, _ in pairs),
            math.fsum(negative for _, negative in pairs),
            self.base_rate,
        )

    def attested(self, testimony: Testimony) -> tuple[Attestation, ...]:
        """Return how sure it is that each source said what is ascribed to it."""
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
        is_reached = statement.source in reaches
        path = (
            way_to(statement.source, reaches)
            if is_reached
            else testimony.paths.shortest(statement.source)
        )
        evidence = (0.0, 0.0)
        if share is not None and ground is not None:
            positive, negative = ground.evidence
            evidence = (share * strength * positive, share * strength * negative)
        relays = path[:-1] if statement.origin == statement.source else path
        unjudged = [e for e in relays if self.reliability.share(e) is None]
        unjudged += [statement.origin] if ground is None else []
        return OriginSupport(
            origin=statement.origin,
            kind=statement.kind,
            side=testimony.side,
            claim=testimony.claim,
            path=path,
            share=share,
            ground=ground,
            strength=strength,
            weight=1.0,
            evidence=evidence,
            unjudged=tuple(dict.fromkeys(unjudged)),
        )

    def _share(
        self, statement: Statement, reaches: Mapping[str, Reach]
    ) -> float | None:
        """Return how much of an origin's word arrives; None if that is not judged."""
        reach = reaches.get(statement.source)
        if reach is None or statement.origin == statement.source:
            return None if reach is None else reach.share
        # Whoever has it from a document is one more relay.
        passed_on = self.reliability.share(statement.source)
        return None if passed_on is None else reach.share * passed_on

    def _ground(self, statement: Statement) -> tuple[Opinion | None, float]:
        """Return what hearing an origin is worth, and how certain it says it.

        What it says is believed as far as the origin is; the rest is not disbelief,
        because whoever is often wrong is not always wrong.

        Source: Jøsang, Hayward & Pope 2006, "Trust network analysis with subjective
        logic", uncertainty-favouring discount of a flat statement (1, 0, 0).
        """
        if statement.origin in self.grounds:
            return self.grounds[statement.origin], 1.0
        share = self.reliability.share(statement.origin)
        if share is None:
            return None, statement.strength
        return Opinion(share, 0, 1 - share), statement.strength


def _rank(support: OriginSupport) -> tuple[bool, float, str, tuple[str, ...]]:
    """Order statements of one origin by how much of each arrives."""
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
