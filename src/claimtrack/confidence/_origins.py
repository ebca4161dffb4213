"""The origins that speak for a claim, and those that speak against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.confidence._echo import Heard
from claimtrack.confidence._index import Index
from claimtrack.confidence._paths import Paths
from claimtrack.lineage import EndKind, chain_end, voices
from claimtrack.records import Attribution, Chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.lineage import Lineage
    from claimtrack.records import Factuality

__all__ = ["Side", "Statement", "Testimony", "against", "in_favour"]

Side: TypeAlias = Literal["for", "against"]
"""What an origin's word does to the claim."""

_STRENGTH: Final[Mapping[Factuality, float]] = {
    "CT+": 1.0,
    "CT-": 1.0,
    "PR+": 2 / 3,
    "PR-": 2 / 3,
    "PS+": 1 / 3,
    "PS-": 1 / 3,
}
"""How much of a source's evidence its word is, by how certain it presents it.

What it calls possible is some evidence, and none of the contrary. The numbers are ours.
"""


@attrs.frozen
class Statement:
    """What an origin says, over the chains that end with it.

    Attributes:
        origin: its id: a source, or a document.
        kind: what kind of end it is.
        source: the source at which it was read: the origin itself, or whoever has it
            from the document.
        strength: how much of its evidence that is, in [0, 1].
    """

    origin: str
    kind: EndKind
    source: str
    strength: float


@attrs.frozen
class Testimony:
    """Chains of one claim, read together.

    Attributes:
        side: what they do to the claim that is looked at.
        claim: id of the claim that they are about.
        paths: who cites whom.
        statements: what the origins say, sorted by origin and source.
        open_ends: sources at which a chain stops without an origin.
        heard: where each origin was heard.
    """

    side: Side
    claim: str
    paths: Paths
    statements: tuple[Statement, ...]
    open_ends: tuple[str, ...]
    heard: Mapping[str, Heard]


def in_favour(
    lineage: Lineage, index: Index, accept_open: frozenset[str], *, side: Side = "for"
) -> Testimony:
    """Return what the supporting chains of a claim come to.

    Args:
        lineage: of the claim.
        index: where it is.
        accept_open: ids of outlets whose word is taken as it stands.
        side: "against" for a claim that contradicts the one that is looked at.
    """
    found = [index.attribution(key) for key in lineage.supported_by]
    read = [_Read(each, each.chain, index) for each in found]
    strengths: dict[str, float] = {}
    for each in read:
        if each.last is not None:
            known = strengths.get(each.last, 0.0)
            strengths[each.last] = max(known, each.strength)
    statements = [
        Statement(origin, end.kind, end.source, strengths.get(end.source, 1.0))
        for end in lineage.ends
        if end.source is not None
        for origin in _origins_of(end.source, end.kind, end.origins, accept_open)
    ]
    spoken_for = {each.source for each in statements}
    open_ends = {
        end.source
        for end in lineage.ends
        if end.source is not None and end.source not in spoken_for
    }
    return _testimony(
        lineage.claim,
        index,
        read,
        side=side,
        statements=statements,
        open_ends=open_ends,
    )


def against(lineage: Lineage, index: Index, accept_open: frozenset[str]) -> Testimony:
    """Return what the opposing chains of a claim come to.

    Who opposes is the last voice where it says that it is not so, and where somebody
    denies what they pass on, that somebody.
    """
    found = [index.attribution(key) for key in lineage.opposed_by]
    read = [_Read(each, _up_to_denial(each.chain), index) for each in found]
    statements: dict[tuple[str, str], Statement] = {}
    open_ends: set[str] = set()
    for each in read:
        if each.last is None:
            continue
        end = chain_end(each.chain, index.view)
        papers = voices(each.chain)[-1].evidence if end.kind == "document" else ()
        own = () if end.kind == "open" else papers or (each.last,)
        origins = _origins_of(each.last, end.kind, own, accept_open)
        if not origins:
            open_ends.add(each.last)
        for origin in origins:
            key = (origin, each.last)
            known = statements.get(key)
            strength = max(each.strength, known.strength if known else 0.0)
            statements[key] = Statement(origin, end.kind, each.last, strength)
    return _testimony(
        lineage.claim,
        index,
        read,
        side="against",
        statements=statements.values(),
        open_ends=open_ends,
    )


@attrs.frozen
class _Read:
    """One chain as it is read: up to the voice that stands for something.

    Attributes:
        attribution: where it is from.
        chain: its part that counts.
        index: where its sources are.
    """

    attribution: Attribution
    chain: Chain
    index: Index

    @property
    def last(self) -> str | None:
        """The id that the last voice goes by; None where it is not settled."""
        source = voices(self.chain)[-1].source
        return None if source is None else self.index.who(source)

    @property
    def strength(self) -> float:
        """How certain it is presented: what is denied without more is denied."""
        return _STRENGTH.get(self.chain.last.own_factuality, 1.0)


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
    """Return the origins at an end, an outlet whose word is accepted among them."""
    return (source,) if kind == "open" and source in accept_open else origins


def _testimony(
    claim: str,
    index: Index,
    read: Iterable[_Read],
    *,
    side: Side,
    statements: Iterable[Statement],
    open_ends: Iterable[str],
) -> Testimony:
    every = tuple(read)
    known = sorted(statements, key=lambda each: (each.origin, each.source, each.kind))
    paths = Paths.of_chains((each.chain for each in every), index.who)
    return Testimony(
        side=side,
        claim=claim,
        paths=paths,
        statements=tuple(known),
        open_ends=tuple(sorted(open_ends)),
        heard=dict(_heard(known, every, paths)),
    )


def _heard(
    statements: Iterable[Statement], read: Iterable[_Read], paths: Paths
) -> Iterator[tuple[str, Heard]]:
    documents: dict[str, set[str]] = {}
    for each in read:
        if each.last is not None and each.attribution.document is not None:
            documents.setdefault(each.last, set()).add(each.attribution.document)
    for statement in statements:
        yield (
            statement.origin,
            Heard(
                documents=frozenset(documents.get(statement.source, ())),
                dealers=frozenset(paths.before.get(statement.source, ())),
            ),
        )
