"""Where the voices of chains stop, and what kinds of end these are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

import attrs

from claimtrack.lineage._voices import last_run
from claimtrack.records import Basis, words
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.records import Chain, Link, Record, SourceKind

__all__ = [
    "ChainEnd",
    "End",
    "EndKind",
    "chain_end",
    "ends_at",
    "heard_from_others",
    "origins_alone",
]

EndKind: TypeAlias = Literal[
    "stated", "unnamed", "witnessed", "document", "open", "circular"
]

_OF_KIND: Final[dict[SourceKind, EndKind]] = {
    "person": "stated",
    "organization": "stated",
    "group": "stated",
    "unnamed": "unnamed",
    "outlet": "open",
    "crowd": "open",
    "platform": "open",
    "unresolved": "open",
}
"""What kind of end a source is that does not say how it knows."""

_OF_OUTLETS: Final[dict[Basis, EndKind]] = {
    "witnessed": "witnessed",
    "participant": "witnessed",
    "document": "document",
}
"""What kind of end an outlet is that says how it knows."""

_BASES: Final = cast("tuple[Basis, ...]", words(Basis))
"""Of several bases of one end, the first of these is reported."""

_FIRSTHAND: Final[tuple[EndKind, ...]] = ("witnessed", "document")
"""Ends that remain where their source also cites on."""


@attrs.frozen
class End:
    """Where voices stop, over all supporting chains of a claim.

    Attributes:
        source: the id that its source goes by, in a circle the least; None where the
            speaker is not settled.
        kind: stated, unnamed, witnessed, document, open, or circular.
        basis: how the source can know; of several, the first in the order of the
            vocabulary.
        documents: of a document end, the ids of what it rests on, sorted; copies and
            translations under their original.
    """

    source: str | None
    kind: EndKind
    basis: Basis = "unknown"
    documents: tuple[str, ...] = ()

    @property
    def origins(self) -> tuple[str, ...]:
        """The ids of what speaks for itself here: documents, or the source.

        Empty for an open or circular end.
        """
        if self.source is None or self.kind in ("open", "circular"):
            return ()
        return self.documents or (self.source,)


@attrs.frozen
class ChainEnd:
    """Where the voices of one chain stop.

    Attributes:
        source: id of the last voice's source; None where the speaker is not settled.
        kind: stated, unnamed, witnessed, document or open.
    """

    source: str | None
    kind: EndKind


def chain_end(chain: Chain, records: Mapping[str, Record] | View) -> ChainEnd:
    """Return where the voices of a chain stop, for this one chain alone.

    A chain that nobody is on record for is open too, and gives its claim no end.

    Args:
        chain: the chain.
        records: where its sources are, or their view, which saves time where many
            chains are looked at. A source that is not there is open.

    >>> from claimtrack.records import Chain, Source
    >>> unn = Source(id="unn", kind="outlet", name="UNN")
    >>> chain_end(Chain(links=["unn"]), {"unn": unn}).kind
    'open'
    """
    run = last_run(chain, str)
    key = run[0].source
    if key is None:
        return ChainEnd(None, "open")
    view = records if isinstance(records, View) else View.of(records)
    ends = ends_at(key, view.sources.kind(key), run, str, cites_on=False)
    # Only an outlet can be two: it witnessed it, and has it from a document besides.
    end = next((each for each in ends if each.kind == "witnessed"), ends[0])
    return ChainEnd(key, end.kind)


def origins_alone(
    chain: Chain, view: View, heard: AbstractSet[str] = frozenset()
) -> set[str]:
    """Return the origins that a chain ends in, with no other chain beside it.

    Args:
        chain: the chain.
        view: where its sources are.
        heard: sources that are known to have it from hearsay: a chain that does not
            say how one of these knows adds nothing to that.
    """
    run = last_run(chain, view.sources.least_of)
    if run[0].source is None:
        return set()
    key = view.sources.least_of(run[0].source)
    if key in heard and all(each.basis == "unknown" for each in run):
        return set()
    kind = view.sources.kind(key)
    ends = ends_at(key, kind, run, view.documents.original_of, cites_on=False)
    return {origin for end in ends for origin in end.origins}


def heard_from_others(chains: Iterable[Chain], view: View) -> set[str]:
    """Return the sources of which a chain that ends there says: from hearsay alone."""
    of = view.sources.least_of
    return {
        of(run[0].source)
        for run in (last_run(each, of) for each in chains)
        if run[0].source is not None
        and {each.basis for each in run} - {"unknown"} == {"hearsay"}
    }


def ends_at(
    source: str | None,
    kind: SourceKind,
    links: Sequence[Link],
    original_of: Callable[[str], str],
    *,
    cites_on: bool,
) -> tuple[End, ...]:
    """Return what ends a source is, one of each kind.

    A link without a basis adds nothing beside one with, nor an open end beside one of
    another kind. Where the source cites on, the chains run on through it: only what
    it witnessed itself or has from a document remains an end.

    Args:
        source: the id that the source goes by; None where it is not settled.
        kind: its kind.
        links: the last links of the chains that end at it; at least one.
        original_of: returns the document that one is a copy or a translation of.
        cites_on: whether it cites somebody in any of the supporting chains.
    """
    if len(links) == 1:
        only = _kind_of(kind, links[0].basis)
        is_end = only in _FIRSTHAND or not cites_on
        return (_end(source, only, links, original_of),) if is_end else ()
    known = [each for each in links if each.basis != "unknown"] or links
    by_kind: dict[EndKind, list[Link]] = {}
    for each in known:
        by_kind.setdefault(_kind_of(kind, each.basis), []).append(each)
    if cites_on:
        by_kind = {key: by_kind[key] for key in by_kind if key in _FIRSTHAND}
    elif len(by_kind) > 1:
        by_kind.pop("open", None)
    return tuple(
        [_end(source, key, found, original_of) for key, found in by_kind.items()]
    )


def _kind_of(kind: SourceKind, basis: Basis) -> EndKind:
    if basis == "hearsay":
        return "open"
    return _OF_OUTLETS.get(basis, "open") if kind == "outlet" else _OF_KIND[kind]


def _end(
    source: str | None,
    kind: EndKind,
    links: Iterable[Link],
    original_of: Callable[[str], str],
) -> End:
    bases: set[Basis] = {each.basis for each in links}
    first: Basis = bases.pop() if len(bases) == 1 else min(bases, key=_BASES.index)
    if kind != "document":
        return End(source, kind, first)
    papers = {original_of(paper) for each in links for paper in each.evidence}
    return End(source, kind, first, tuple(sorted(papers)))
