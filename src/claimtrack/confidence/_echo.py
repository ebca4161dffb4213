"""Dependence: how far two origins may be one voice, from what is on record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias, cast, get_args

import attrs

from claimtrack.confidence._index import Index, Pair, pair

__all__ = ["Cause", "Dependence", "Dependent", "Heard"]

Cause: TypeAlias = Literal[
    "given",
    "independent",
    "may-be-one-elsewhere",
    "may-be-one",
    "one-outlet",
    "common-owner",
    "belongs",
    "none",
]
"""Why two origins count as dependent, or not."""

_DEGREES: Final[Mapping[Cause, float]] = {
    "may-be-one-elsewhere": 1.0,
    "may-be-one": 0.5,
    "one-outlet": 0.5,
    "common-owner": 0.5,
    "belongs": 0.5,
}
"""How dependent, from 0 to 1. The numbers are ours: half where something speaks for it,
all where two texts that do not name their sources may have the same ones."""


@attrs.frozen
class Heard:
    """Where an origin was heard.

    Attributes:
        documents: what its attributions were read in.
        dealers: who cites it.
    """

    documents: frozenset[str] = frozenset()
    dealers: frozenset[str] = frozenset()

    def beside(self, other: Heard) -> Heard:
        """Return the places of both."""
        return Heard(self.documents | other.documents, self.dealers | other.dealers)

    def meets(self, other: Heard) -> bool:
        """Return whether both were heard in one text, or from one source."""
        return not (
            self.documents.isdisjoint(other.documents)
            and self.dealers.isdisjoint(other.dealers)
        )


@attrs.frozen
class Dependent:
    """How far two origins hang on each other.

    Attributes:
        degree: 0 for not at all, 1 for one and the same.
        cause: why.
    """

    degree: float
    cause: Cause


@attrs.frozen
class _Profile:
    """An origin, as far as it decides what it hangs on.

    Attributes:
        is_unnamed: whether nothing names it.
        owners: itself and all who own it; of a paper, those of its publisher.
        near: itself and whoever it belongs to, or belongs to it.
        heard: where it was heard.
    """

    is_unnamed: bool
    owners: frozenset[str]
    near: frozenset[str]
    heard: Heard

    @classmethod
    def of(cls, key: str, index: Index, heard: Heard) -> _Profile:
        """Return the profile of an origin."""
        document = index.document(key)
        owner: str | None = key
        if document is not None:
            publisher = document.publisher
            owner = None if publisher is None else index.who(publisher)
        return cls(
            is_unnamed=index.is_unnamed(key),
            owners=frozenset() if owner is None else index.sources.owners(owner),
            near=index.near(key),
            heard=heard,
        )


@attrs.frozen
class Dependence:
    """How far the origins of a claim hang on each other.

    Attributes:
        index: the dossier.
        given: what a caller says, before what is on record.
        profiles: the origins, by their ids.
    """

    index: Index
    given: Mapping[Pair, float]
    profiles: Mapping[str, _Profile]

    @classmethod
    def of(
        cls, index: Index, given: Mapping[Pair, float], heard: Mapping[str, Heard]
    ) -> Dependence:
        """Return the dependence between origins that were heard in these places."""
        profiles = {key: _Profile.of(key, index, each) for key, each in heard.items()}
        return cls(index, given, profiles)

    def between(self, one: str, other: str) -> Dependent:
        """Return how far two origins hang on each other, in either order."""
        both = pair(one, other)
        if both in self.given:
            return Dependent(self.given[both], "given")
        return _BY_CAUSE[self._cause(both, self.profiles[one], self.profiles[other])]

    def _cause(self, both: Pair, one: _Profile, other: _Profile) -> Cause:
        has_owner = not one.owners.isdisjoint(other.owners)
        if not has_owner and both in self.index.independent:
            return "independent"
        are_unnamed = one.is_unnamed and other.is_unnamed
        if (one.is_unnamed or other.is_unnamed) and not self.index.are_distinct(both):
            is_elsewhere = are_unnamed and not one.heard.meets(other.heard)
            return "may-be-one-elsewhere" if is_elsewhere else "may-be-one"
        if are_unnamed and not one.heard.dealers.isdisjoint(other.heard.dealers):
            return "one-outlet"
        if has_owner:
            return "common-owner"
        return "none" if one.near.isdisjoint(other.near) else "belongs"


_BY_CAUSE: Final[Mapping[Cause, Dependent]] = {
    cause: Dependent(_DEGREES.get(cause, 0.0), cause)
    for cause in cast("tuple[Cause, ...]", get_args(Cause))
}
