"""The origins that speak for a claim, and those that speak against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.confidence._index import Index
from claimtrack.confidence._paths import Paths
from claimtrack.lineage import EndKind, chain_end, voices
from claimtrack.records import Attribution, Chain, Document
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from claimtrack.lineage import Lineage
    from claimtrack.records import Basis, Factuality

__all__ = ["Side", "Statement", "Testimony", "against", "in_favour"]

Side: TypeAlias = Literal["for", "against"]
"""Whether an origin's word is for the claim or against it."""

_STRENGTH: Final[Mapping[Factuality, float]] = {
    "CT+": 1.0,
    "CT-": 1.0,
    "PR+": 2 / 3,
    "PR-": 2 / 3,
    "PS+": 1 / 3,
    "PS-": 1 / 3,
}
"""Factuality → how strong a source's statement is, from 0 to 1.

A statement that something is possible is some evidence for it, and none against it. The
numbers are our choice.
"""

_THERE: Final[AbstractSet[Basis]] = frozenset({"witnessed", "participant"})
"""The bases of a source that was there."""


@attrs.frozen
class Statement:
    """What an origin says, over all chains that end with it.

    Attributes:
        origin: the id of the origin: a source or a document.
        kind: the kind of end that it is.
        source: the source at which the chains end: the origin itself, or the source
            that has it from the document.
        strength: how certain the statement is, in [0, 1].
        is_firsthand: whether the origin was there, or is a document.
        said: the attributions of the statement, each with its date, or None if that is
            not recorded. Sorted by id.
    """

    origin: str
    kind: EndKind
    source: str
    strength: float
    is_firsthand: bool
    said: tuple[tuple[str, When | None], ...]


@attrs.frozen
class Testimony:
    """Chains of one claim, read together.

    Attributes:
        side: whether they are for or against the claim whose support is computed.
        claim: the id of the claim that they are about.
        paths: who cites whom.
        statements: what the origins say, sorted by origin, source and kind.
        open_ends: the sources at which a chain stops without an origin.
    """

    side: Side
    claim: str
    paths: Paths
    statements: tuple[Statement, ...]
    open_ends: tuple[str, ...]

    @property
    def dealers(self) -> Mapping[str, AbstractSet[str]]:
        """The sources that cite each origin."""
        found: dict[str, set[str]] = {}
        for each in self.statements:
            citing = self.paths.before.get(each.source, ())
            found.setdefault(each.origin, set()).update(citing)
        return found


def in_favour(
    lineage: Lineage, index: Index, accept_open: frozenset[str], *, side: Side = "for"
) -> Testimony:
    """Return the testimony of the supporting chains of a claim.

    Args:
        lineage: the lineage of the claim.
        index: the index of the dossier.
        accept_open: the ids of outlets whose word is accepted without a basis.
        side: "against" for a claim that contradicts the one whose support is computed.
    """
    found = [index.attribution(key) for key in lineage.supported_by]
    read = [_Read(each, each.chain, index) for each in found]
    ends: list[tuple[str, EndKind, tuple[str, ...]]] = [
        (
            end.source,
            end.kind,
            _origins_of(end.source, end.kind, end.origins, accept_open),
        )
        for end in lineage.ends
        if end.source is not None
    ]
    return _testimony(lineage.claim, index, read, side=side, ends=ends)


def against(lineage: Lineage, index: Index, accept_open: frozenset[str]) -> Testimony:
    """Return the testimony of the opposing chains of a claim.

    The opponent is the last voice if it says that the claim is not so. If somebody
    denies what they pass on, they are the opponent.
    """
    found = [index.attribution(key) for key in lineage.opposed_by]
    read = [_Read(each, _up_to_denial(each.chain), index) for each in found]
    ends: list[tuple[str, EndKind, tuple[str, ...]]] = []
    for each in read:
        if each.last is not None:
            kind = chain_end(each.chain, index.view).kind
            papers = each.papers if kind == "document" else ()
            own = () if kind == "open" else papers or (each.last,)
            origins = _origins_of(each.last, kind, own, accept_open)
            ends.append((each.last, kind, origins))
    return _testimony(lineage.claim, index, read, side="against", ends=ends)


@attrs.frozen
class _Read:
    """A chain, up to the voice whose statement counts.

    Attributes:
        attribution: the attribution with the chain.
        chain: the part of the chain that counts.
        index: the index of the dossier.
    """

    attribution: Attribution
    chain: Chain
    index: Index

    @property
    def last(self) -> str | None:
        """The id of the last voice; None if the speaker is not settled."""
        source = voices(self.chain)[-1].source
        return None if source is None else self.index.one(source)

    @property
    def strength(self) -> float:
        """How certain the statement is; a plain denial is certain."""
        return _STRENGTH.get(self.chain.last.own_factuality, 1.0)

    @property
    def papers(self) -> tuple[str, ...]:
        """The originals of the documents on which the last voice rests."""
        return tuple(map(self.index.one, voices(self.chain)[-1].evidence))

    @property
    def was_there(self) -> bool:
        """Whether the last voice is on record as having been there."""
        return voices(self.chain)[-1].basis in _THERE

    @property
    def said(self) -> tuple[str, When | None]:
        """The attribution, and when its last voice said so.

        If that is not recorded, this is when the document came out in which the voice
        spoke; a publisher spoke in the document that was read.
        """
        speaking = voices(self.chain)
        link = speaking[-1]
        paper = link.document
        if paper is None and len(speaking) == 1:
            paper = self.attribution.document
        document = self.index.view.get(paper, Document)
        published = None if document is None else document.published
        return str(self.attribution.id), link.at or published


def _up_to_denial(chain: Chain) -> Chain:
    """Return a chain up to the outermost source that denies what it passes on."""
    for place, link in enumerate(chain.links):
        if place > 0 and link.stance == "denies":
            return Chain(links=chain.links[:place])
    return chain


def _origins_of(
    source: str,
    kind: EndKind,
    origins: tuple[str, ...],
    accept_open: frozenset[str],
) -> tuple[str, ...]:
    """Return the origins at an end; an outlet whose word is accepted is one as well."""
    return (source,) if kind == "open" and source in accept_open else origins


def _testimony(
    claim: str,
    index: Index,
    read: Iterable[_Read],
    *,
    side: Side,
    ends: Iterable[tuple[str, EndKind, tuple[str, ...]]],
) -> Testimony:
    """Return the testimony of chains that are read together.

    Args:
        claim: the id of the claim that they are about.
        index: the index of the dossier.
        read: the chains.
        side: whether they are for or against the claim whose support is computed.
        ends: where their voices stop: the source, the kind of end, and its origins.
    """
    every = tuple(read)
    by_last: dict[str, list[_Read]] = {}
    for each in every:
        if each.last is not None:
            by_last.setdefault(each.last, []).append(each)
    statements: dict[tuple[str, str, EndKind], Statement] = {}
    sources: set[str] = set()
    speaking: set[str] = set()
    for source, kind, origins in ends:
        sources.add(source)
        for origin in map(index.one, origins):
            speaking.add(source)
            there = by_last.get(source, [])
            # A document speaks through the chains that name it, or through all if none
            # does.
            said_by = [e for e in there if origin == source or origin in e.papers]
            said_by = said_by or there
            statements[origin, source, kind] = Statement(
                origin=origin,
                kind=kind,
                source=source,
                strength=max((each.strength for each in there), default=1.0),
                is_firsthand=kind in ("witnessed", "document")
                or any(each.was_there for each in said_by),
                said=tuple(sorted((each.said for each in said_by), key=_by_id)),
            )
    return Testimony(
        side=side,
        claim=claim,
        paths=Paths.of_chains((each.chain for each in every), index.one),
        statements=tuple(statements[key] for key in sorted(statements)),
        open_ends=tuple(sorted(sources - speaking)),
    )


def _by_id(said: tuple[str, When | None]) -> str:
    return said[0]
