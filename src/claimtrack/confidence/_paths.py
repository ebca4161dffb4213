"""Paths from publishers inward, and how much of a source's word arrives on the best."""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

import attrs

from claimtrack.lineage import voices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimtrack.records import Chain

__all__ = ["Paths", "Reach", "way_to"]

_CERTAIN = 1.0


@attrs.frozen
class Reach:
    """How much of what a source says arrives, and along which path.

    Attributes:
        share: in [0, 1]; it is 1 for a publisher, which is read directly.
        before: the source that cites it on the best path; None for a publisher.
    """

    share: float
    before: str | None


@attrs.frozen
class Paths:
    """The voices of some chains of one claim: who cites whom.

    A speaker who is not settled cannot be judged, so no path leads through one.

    Attributes:
        heads: the sources that begin a chain, which are read directly.
        after: for each source, the sources that it cites.
        before: for each source, the sources that cite it.
        neutral: the steps, as pairs of the citing and the cited source, that at least
            one chain takes without distancing itself.
    """

    heads: frozenset[str]
    after: Mapping[str, AbstractSet[str]]
    before: Mapping[str, AbstractSet[str]]
    neutral: AbstractSet[tuple[str, str]]

    @classmethod
    def of_chains(cls, chains: Iterable[Chain], who: Callable[[str], str]) -> Paths:
        """Return who cites whom in these chains; linear in their links.

        Args:
            chains: the chains.
            who: returns the least id of a source.
        """
        heads: set[str] = set()
        after: dict[str, set[str]] = {}
        before: dict[str, set[str]] = {}
        neutral: set[tuple[str, str]] = set()
        for chain in chains:
            last: str | None = None
            for place, link in enumerate(voices(chain)):
                key = None if link.source is None else who(link.source)
                if key is not None and place == 0:
                    heads.add(key)
                # Neighbouring links of one source count as one.
                if key is not None and last is not None and key != last:
                    after.setdefault(last, set()).add(key)
                    before.setdefault(key, set()).add(last)
                    if link.stance != "distances":
                        neutral.add((last, key))
                last = key
        return cls(frozenset(heads), after, before, neutral)

    def reaches(self, share_of: Callable[[str], float | None]) -> dict[str, Reach]:
        """Return how much arrives from each source along the best path to it.

        That is the product of what each relay on the path passes on. It is found with
        Dijkstra's algorithm, taking the greatest product first. No product is above
        one, so circles add nothing. Sources that can only be reached through relays
        without a rating are left out.

        Args:
            share_of: returns how much arrives through a relay; None if it is not rated.
        """
        found = {key: Reach(_CERTAIN, None) for key in sorted(self.heads)}
        heap = [(-_CERTAIN, key) for key in found]
        done: set[str] = set()
        while heap:
            lost, key = heapq.heappop(heap)
            if key in done:
                continue
            done.add(key)
            passed_on = share_of(key)
            if passed_on is None:
                continue
            share = -lost * passed_on
            for each in self.after.get(key, ()):
                if each not in found or share > found[each].share:
                    found[each] = Reach(share, key)
                    heapq.heappush(heap, (-share, each))
        return found

    def attestations(
        self,
        reaches: Mapping[str, Reach],
        share_of: Callable[[str], float | None],
    ) -> dict[str, float]:
        """Return how certain it is that each source said what is ascribed to it.

        The source only did not say so if everybody who cites it is wrong about that,
        each on the best path to them (a noisy-or). This says nothing about whether the
        source is right.
        """
        found: dict[str, float] = {}
        for key, citing in self.before.items():
            wrong: list[float] = []
            for each in citing:
                passed_on = share_of(each)
                if each in reaches and passed_on is not None:
                    wrong.append(1 - reaches[each].share * passed_on)
            if wrong:
                found[key] = 1 - math.prod(sorted(wrong))
        return found | dict.fromkeys(self.heads, _CERTAIN)

    def shortest(self, key: str) -> tuple[str, ...]:
        """Return the shortest path from a publisher to a source, both included.

        Empty if no path leads there.
        """
        come_from: dict[str, str | None] = dict.fromkeys(sorted(self.heads))
        todo = list(come_from)
        for node in todo:
            if node == key:
                return _back(key, come_from.get)
            for each in sorted(self.after.get(node, ())):
                if each not in come_from:
                    come_from[each] = node
                    todo.append(each)
        return ()


def way_to(key: str, reaches: Mapping[str, Reach]) -> tuple[str, ...]:
    """Return the best path from a publisher to a source, both included."""
    return _back(key, lambda each: reaches[each].before)


def _back(key: str, before: Callable[[str], str | None]) -> tuple[str, ...]:
    path = [key]
    while (earlier := before(path[-1])) is not None:
        path.append(earlier)
    return tuple(reversed(path))
