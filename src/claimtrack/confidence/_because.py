"""Explain why support is at its level, as one would to a colleague across the desk."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.confidence._enumeration import counted, listed
from claimtrack.confidence._index import HELD
from claimtrack.confidence._level import HIGH, Level
from claimtrack.confidence._opinion import Opinion
from claimtrack.confidence._worth import Judging, SideTotal
from claimtrack.lineage import Lineage
from claimtrack.records import ClaimKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimtrack.confidence._result import OriginSupport

__all__ = ["Found"]

_SHARED: Final = 2
"""Origins that a relay must pass on before it is named as shared."""

_CAUSES: Final = {
    "common-owner": "they have a common owner",
    "may-be-one": "they may be the same person",
    "may-be-one-elsewhere": "they may be the same person",
    "given": "they count as dependent",
}
"""Why two origins count as less than two; by default, nobody calls them independent."""


@attrs.frozen(kw_only=True)
class Found:
    """The findings on a claim's support, and the words for them.

    Attributes:
        kind: the kind of the claim.
        lineage: the lineage of the claim, without what is taken out.
        pro: the origins that speak for it.
        con: the origins that speak against it.
        opinion: their combined opinion; None if it cannot be judged.
        level: the level of that opinion.
        open_ends: the sources at which supporting chains stop without an origin.
        open_against: the sources at which only opposing chains do.
        taken_out: why some statements do not count.
        judging: the names of the sources, and how far each is relied on.
    """

    kind: ClaimKind
    lineage: Lineage
    pro: SideTotal
    con: SideTotal
    opinion: Opinion | None
    level: Level
    open_ends: tuple[str, ...]
    open_against: tuple[str, ...]
    taken_out: tuple[str, ...]
    judging: Judging

    @property
    def because(self) -> str:
        """The reason why support is at its level."""
        if self.level == "none":
            return self._nothing()
        if self.level == "not-rated":
            return self._unrated()
        if self.level == "contested":
            return "; ".join([self._voiced(self.pro), self._voiced(self.con)])
        if self.level == "spoken-against":
            parts = [self._voiced(self.con)]
            if self.pro.arriving:
                parts.append(f"for it only {self._phrase(self.speaking(self.pro)[0])}")
            return "; ".join(parts)
        return "; ".join(self._supported())

    @property
    def is_enough(self) -> bool:
        """Whether the belief is large enough for high support."""
        return self.opinion is not None and self.opinion.belief >= HIGH

    def rated(self, keys: Iterable[str]) -> str:
        """Return sources as part of a sentence, with how far each is relied on."""
        return listed([self.called(key) for key in keys])

    def named(self, keys: Iterable[str]) -> str:
        """Return the names of sources as part of a sentence."""
        return listed([self.judging.index.name(key) for key in keys])

    def called(self, key: str) -> str:
        """Return the name of a source, with how far it is relied on."""
        if key in self.judging.grounds:
            return f"{self.judging.index.name(key)} (as given by the caller)"
        said = self.judging.reliability.said(key)
        return f"{self.judging.index.name(key)} ({said})"

    def _nothing(self) -> str:
        if self.kind in HELD:
            return HELD[self.kind]
        if self.taken_out:
            return self.taken_out[0]
        for cycle in self.lineage.cycles:
            if set(self.open_ends) <= set(cycle):
                return f"{self.named(cycle)} only cite each other"
        if self.open_ends:
            return f"the chains stop at {self.named(self.open_ends)}"
        if self.lineage.supported_by:
            return "the chains stop at a speaker who is not settled"
        return "no chain on record speaks for it"

    def _unrated(self) -> str:
        parts = [_numbered(self.pro.origins, "")] if self.pro.origins else []
        if self.con.origins:
            parts.append(_numbered(self.con.origins, " against it"))
        relays = {
            each.relays[0] if each.relays else None
            for each in (*self.pro.origins, *self.con.origins)
        }
        through = ""
        if len(relays) == 1 and None not in relays:
            through = f" through {self.named(map(str, relays))} alone"
        return f"{listed(parts)}{through}"

    def speaking(self, side: SideTotal) -> list[OriginSupport]:
        """Return the origins of a side whose word arrives at all, the best first."""
        name = self.judging.index.name
        return sorted(
            side.arriving,
            key=lambda each: (-each.arriving.belief, name(each.origin)),
        )

    def _supported(self) -> Iterator[str]:
        """Yield who speaks for the claim, through whom, and what that depends on."""
        speaking = self.speaking(self.pro)
        judged = [each for each in self.pro.origins if each.is_judged]
        if not speaking:
            way = self.rated(judged[0].path) if judged else "anybody"
            yield f"nothing arrives through {way}"
        elif len(speaking) == 1:
            yield self._phrase(speaking[0], is_said=self.level == "high")
        else:
            yield from self._listed(speaking)
        if self.level != "low":
            yield "one origin" if len(speaking) == 1 else self._together()
        unrated = len(self.pro.origins) - len(judged)
        if unrated:
            yield f"{counted(unrated, 'other origin')} not rated"
        yield from self._capped()
        if self.con.arriving:
            yield f"against it {self._phrase(self.speaking(self.con)[0])}"

    def _listed(self, origins: Sequence[OriginSupport]) -> Iterator[str]:
        """Yield both origins with how their word arrived, or the first of several.

        Then yield how many of them came through the relay that most came through.
        """
        more = counted(len(origins) - 1, "more origin")
        first, second = origins[0], origins[1]
        is_pair = len(origins) == _SHARED
        if all(each.relays == first.relays and not each.distanced for each in origins):
            other = self.called(second.origin) if is_pair else more
            every = "both" if is_pair else "all"
            through = (
                f", {every} through {self.rated(first.relays)}" if first.relays else ""
            )
            yield f"{self.called(first.origin)} and {other}{through}"
            return
        yield f"{self._phrase(first)} and {self._phrase(second) if is_pair else more}"
        counts = Counter(key for each in origins for key in set(each.relays))
        shared = max(counts.values(), default=0)
        if shared >= _SHARED:
            relays = [self.called(key) for key in counts if counts[key] == shared]
            yield f"{shared} of {len(origins)} through {min(relays)}"

    def _together(self) -> str:
        """Return whether the origins are known to be independent."""
        if self.pro.independent:
            return "somebody else calls at least two of them independent"
        causes = {each.dependence.cause for each in self.pro.echoes}
        cause = causes.pop() if len(causes) == 1 else "undeclared"
        return _CAUSES.get(cause, "nobody calls them independent")

    def _capped(self) -> Iterator[str]:
        """Yield why support is only moderate although the belief is high."""
        if self.level != "moderate" or not self.is_enough:
            return
        if self.kind == "prediction":
            yield "support for a prediction is moderate at most"
        elif all(each.is_unnamed for each in self.pro.arriving):
            yield "nobody who speaks for it is named"

    def _voiced(self, side: SideTotal) -> str:
        """Return who speaks on a side, with a verb, and how many others do."""
        speaking = self.speaking(side)
        more = len(speaking) - 1
        said = self._phrase(speaking[0], is_said=True)
        return f"{said} and {counted(more, 'more origin')}" if more else said

    def _phrase(self, origin: OriginSupport, *, is_said: bool = False) -> str:
        """Return an origin and how its word arrived; with a verb if it published."""
        said = self.called(origin.origin)
        has_verb = is_said or not origin.relays
        if has_verb:
            said = f"{said} {self._verb(origin)}"
        if origin.relays:
            comma = "," if has_verb else ""
            said = f"{said}{comma} through {self.rated(origin.relays)}"
        if origin.distanced:
            said = f"{said}, with {self.named(origin.distanced)} keeping a distance"
        return said

    def _verb(self, origin: OriginSupport) -> str:
        if origin.side == "against":
            is_it = origin.claim == self.lineage.claim
            return "denies it" if is_it else "says otherwise"
        return "saw it" if origin.kind == "witnessed" else "says so"


def _numbered(origins: Sequence[OriginSupport], after: str) -> str:
    """Return how many origins there are, and how many of them are unnamed."""
    unnamed = sum(each.is_unnamed for each in origins)
    if unnamed == len(origins):
        return f"{counted(unnamed, 'unnamed origin')}{after}"
    said = counted(len(origins), "origin")
    return f"{said}{after}, {unnamed} unnamed" if unnamed else f"{said}{after}"
