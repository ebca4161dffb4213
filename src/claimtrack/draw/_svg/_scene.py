"""A picture without places: its nodes and steps, with all their words."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from claimtrack.records import SourceKind

__all__ = ["Node", "NodeShape", "Scene", "Step", "StepKind"]

NodeShape: TypeAlias = (
    SourceKind | Literal["document", "repeaters", "unsettled", "nobody"]
)
"""What a node shows: a kind of source, a document, several outlets that repeat one
chain, a speaker who is not settled, or nobody."""

StepKind: TypeAlias = Literal["cites", "tells-of", "denies", "aside", "rests-on"]
"""What a step means: the outer source cites the inner one, speaks about a holder,
denies what the inner one says, or cites it only in chains that do not support the
claim; or an outlet has it from a document."""


@attrs.frozen(kw_only=True)
class Node:
    """A source at its place in the chains, or a document.

    Attributes:
        shape: what it shows.
        ids: the ids of the records that it shows; several if outlets repeat one chain.
        name: its full name.
        words: its kind, and other facts in a word or two.
        names: the candidates listed under its name, each with whether it is retracted.
        above: the word for what depends on it, if anything does.
        below: the words for an open end, if it is one.
        is_holder: whether it is a holder, who did not speak.
        is_several: whether it is known to be more than one person.
        is_retracted: whether what it shows is retracted.
        is_lost: whether no chain through it is left.
        chains: the numbers of the chains through it.
    """

    shape: NodeShape
    ids: tuple[str, ...]
    name: str
    words: tuple[str, ...]
    names: tuple[tuple[str, bool], ...] = ()
    above: str = ""
    below: str = ""
    is_holder: bool = False
    is_several: bool = False
    is_retracted: bool = False
    is_lost: bool = False
    chains: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class Step:
    """An arrow from one node to another.

    Attributes:
        outer: the index of the node where it begins.
        inner: the index of the node where it ends.
        kind: what it means.
        word: the word on it.
        is_lost: whether no chain that takes it is left.
        chains: the numbers of the chains that take it.
    """

    outer: int
    inner: int
    kind: StepKind
    word: str = ""
    is_lost: bool = False
    chains: tuple[int, ...] = ()


@attrs.frozen
class Scene:
    """The chains behind a claim.

    Attributes:
        nodes: the nodes that they go through, publishers first.
        steps: the steps between the nodes.
        chains: the attributions, in the order of their numbers.
    """

    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]
    chains: tuple[str, ...]
