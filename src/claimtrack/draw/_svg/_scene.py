"""A picture before it has places: its nodes and steps, with all their words."""

from __future__ import annotations

from typing import Literal, TypeAlias

import attrs

from claimtrack.records import SourceKind

__all__ = ["Node", "NodeShape", "Scene", "Step", "StepKind"]

NodeShape: TypeAlias = (
    SourceKind | Literal["document", "repeaters", "unsettled", "nobody"]
)
"""What a node is: a kind of source, a document, several outlets that repeat one chain,
a speaker who is not settled, or nobody."""

StepKind: TypeAlias = Literal["cites", "tells-of", "denies", "aside", "rests-on"]
"""What a step does: the outer one cites the inner one, tells of a holder, denies what
the inner one says, or cites it in chains alone that do not support the claim; or an
outlet has it from a document."""


@attrs.frozen(kw_only=True)
class Node:
    """A source at its place in the chains, or a document.

    Attributes:
        shape: what it is.
        ids: the records that it shows; several where outlets repeat one chain.
        name: what it is called, whole.
        words: its kind, and what else is said of it in a word or two.
        names: under its name, others who may be meant, each with whether that one is
            retracted.
        above: the word for what hangs on it, if anything does.
        below: the words for an end that is open, if it is one.
        is_holder: told about, did not speak.
        is_several: known to be more than one person.
        is_retracted: what it shows is taken back.
        is_lost: no chain through it is left.
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
        outer: index of the node that it leaves.
        inner: index of the node that it leads to.
        kind: what it stands for.
        word: what stands on it.
        is_lost: no chain that takes it is left.
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
        nodes: what they go through, publishers first.
        steps: how they go.
        chains: the attributions, in the order of their numbers.
    """

    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]
    chains: tuple[str, ...]
