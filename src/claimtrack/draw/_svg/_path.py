"""The path of each chain through a picture, and which publishers only repeat one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, TypeAlias

import attrs

from claimtrack.draw._drawn_claim import Standing
from claimtrack.lineage import voices
from claimtrack.records import Attribution, Candidate, Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.draw._drawn_claim import Reading

__all__ = ["Key", "Path", "Place", "Role", "find_repeaters", "lay_paths"]

Role: TypeAlias = Literal["voice", "holder", "document", "repeaters"]

Key: TypeAlias = tuple[Role, str | None, tuple[Candidate, ...] | None]
"""What is drawn as one node: the role, and the id or the candidates."""

REPEATERS = 3
"""The least number of publishers of one chain that are drawn as one."""


@attrs.frozen
class Place:
    """A link at its place in a path.

    Attributes:
        key: the key of its node.
        link: the link.
        is_denied: whether the link before it denies what it says.
    """

    key: Key
    link: Link
    is_denied: bool


@attrs.frozen
class Path:
    """The path of one chain through a picture.

    Attributes:
        number: the number of the chain.
        attribution: the attribution with the chain.
        standing: what the chain does to the claim.
        places: the places on its path, the outermost first.
    """

    number: int
    attribution: Attribution
    standing: Standing
    places: tuple[Place, ...]

    @property
    def is_counted(self) -> bool:
        """Whether the chain supports the claim."""
        return self.standing == "supports"

    @property
    def voice(self) -> Place:
        """The place where the voices of the chain stop."""
        return next(p for p in reversed(self.places) if p.key[0] != "holder")

    @property
    def tail(self) -> tuple[object, ...]:
        """The path after its publisher, which is the same for all who repeat it."""
        return (
            self.standing,
            *((each.key, each.is_denied) for each in self.places[1:]),
        )


def lay_paths(read: Reading) -> tuple[Path, ...]:
    """Return the path of each chain of a claim."""
    return tuple(
        Path(number, attribution, standing, tuple(_places(read, attribution)))
        for number, (attribution, standing) in enumerate(read.chains)
    )


def _places(read: Reading, attribution: Attribution) -> Iterator[Place]:
    """Yield the places of a chain; a source that cites itself has only one."""
    chain = attribution.chain
    spoken = len(voices(chain))
    before: Key | None = None
    for index, link in enumerate(chain):
        role: Role = "holder" if index >= spoken else "voice"
        one = None if link.source is None else read.one(link.source)
        key: Key = (role, one, link.candidates)
        if key != before:
            yield Place(key, link, link.stance == "denies" and not link.is_nobody)
        before = key


def find_repeaters(
    read: Reading, paths: Sequence[Path], apart: frozenset[str]
) -> Mapping[Key, Key]:
    """Return the nodes that replace publishers that only repeat one chain.

    Such publishers are only heads of chains, nothing depends on them, and all of their
    chains continue in the same way.

    Args:
        read: the claim.
        paths: the paths of its chains.
        apart: sources that may only be drawn together with each other.
    """
    tails: dict[Key, set[tuple[object, ...]]] = defaultdict(set)
    others: set[Key] = set()
    for each in paths:
        tails[each.places[0].key].add(each.tail)
        others.update(place.key for place in each.places[1:])
        if len(each.places) == 1:
            others.add(each.places[0].key)
    groups: dict[object, list[Key]] = defaultdict(list)
    for key, ways in tails.items():
        source = key[1]
        if source is None or key in others or source in read.points:
            continue
        groups[frozenset(ways), source in apart].append(key)
    return {
        key: ("repeaters", group[0][1], None)
        for group in groups.values()
        if len(group) >= REPEATERS
        for key in group
    }
