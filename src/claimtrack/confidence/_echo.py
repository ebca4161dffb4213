"""Dependence: how far two origins may be one voice, judging by the records."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final, Literal, TypeAlias

import attrs

from claimtrack.confidence._index import Index, Pair, pair

__all__ = ["Cause", "Dependence", "Dependent"]

Cause: TypeAlias = Literal[
    "given",
    "independent",
    "may-be-one-elsewhere",
    "may-be-one",
    "common-owner",
    "undeclared",
]
"""Why two origins count as dependent or not."""

_DEGREES: Final[Mapping[Cause, float]] = {
    "independent": 0.0,
    "may-be-one-elsewhere": 1.0,
    "may-be-one": 0.5,
    "common-owner": 0.5,
    "undeclared": 0.5,
}
"""How dependent two origins are, from 0 to 1. The numbers are our choice: half unless
somebody else calls the two independent, and fully if two outlets that name nobody may
have the same source."""


@attrs.frozen
class Dependent:
    """How far two origins depend on each other.

    Attributes:
        degree: from 0, not at all, to 1, one and the same.
        cause: the reason.
    """

    degree: float
    cause: Cause


@attrs.frozen
class Dependence:
    """How far the origins of a claim depend on each other.

    Attributes:
        index: the index of the dossier.
        given: the degrees that the caller gives; they override the records.
        dealers: for each origin, who cites it in any chain.
    """

    index: Index
    given: Mapping[Pair, float]
    dealers: Mapping[str, AbstractSet[str]]

    def between(self, one: str, other: str) -> Dependent:
        """Return how far two origins depend on each other, in either order."""
        both = pair(one, other)
        if both in self.given:
            return Dependent(self.given[both], "given")
        cause = self._cause(one, other)
        return Dependent(_DEGREES[cause], cause)

    def is_established(self, one: str, other: str) -> bool:
        """Return whether somebody else calls two origins independent, on record."""
        return pair(one, other) in self.index.established

    def _cause(self, one: str, other: str) -> Cause:
        if self.is_established(one, other):
            return "independent"
        sources = self.index.view.sources
        unnamed = [each for each in (one, other) if sources.is_unnamed(each)]
        if unnamed and other not in sources.apart_from(one):
            is_heard_apart = self.dealers[one].isdisjoint(self.dealers[other])
            is_elsewhere = unnamed == [one, other] and is_heard_apart
            return "may-be-one-elsewhere" if is_elsewhere else "may-be-one"
        return "common-owner" if self._have_owner(one, other) else "undeclared"

    def _have_owner(self, one: str, other: str) -> bool:
        """Return whether two share an owner; a document has its publisher's owners."""
        owners = [self.index.publisher(each) or each for each in (one, other)]
        return self.index.view.sources.have_common_owner(*owners)
