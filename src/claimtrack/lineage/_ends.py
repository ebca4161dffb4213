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
"""Kind of source → kind of end, if the source does not say how it knows."""

_OF_OUTLETS: Final[dict[Basis, EndKind]] = {
    "witnessed": "witnessed",
    "participant": "witnessed",
    "document": "document",
}
"""Basis → kind of end, if the source is an outlet that says how it knows."""

_BASES: Final = cast("tuple[Basis, ...]", words(Basis))
"""If an end has several bases, the first of these is reported."""

_FIRSTHAND: Final[tuple[EndKind, ...]] = ("witnessed", "document")
"""Kinds of end that remain an end even if their source also cites somebody."""


@attrs.frozen
class End:
    """A place where voices stop, over all supporting chains of a claim.

    Attributes:
        source: the least id of the source, or of all sources in a circle; None if the
            speaker is not settled.
        kind: stated, unnamed, witnessed, document, open, or circular.
        basis: how the source can know; if there are several, the first one in the order
            of the vocabulary.
        documents: for a document end, the ids of the documents that it rests on,
            sorted; a copy or translation is listed as its original.
    """

    source: str | None
    kind: EndKind
    basis: Basis = "unknown"
    documents: tuple[str, ...] = ()

    @property
    def origins(self) -> tuple[str, ...]:
        """The ids of the origins at this end: the documents or the source.

        Empty for an open or circular end.
        """
        if self.source is None or self.kind in ("open", "circular"):
            return ()
        return self.documents or (self.source,)


@attrs.frozen
class ChainEnd:
    """The end of a single chain: where its voices stop.

    Attributes:
        source: the id of the last voice's source; None if the speaker is not settled.
        kind: stated, unnamed, witnessed, document or open.
    """

    source: str | None
    kind: EndKind


def chain_end(chain: Chain, records: Mapping[str, Record] | View) -> ChainEnd:
    """Return where the voices of a single chain stop, whatever other chains say.

    The end of a chain with nobody on record is open too, and such a chain does not
    give its claim an end.

    Args:
        chain: the chain.
        records: the records with its sources, or a view of them, which is faster for
            many chains. A source that is missing there is an open end.

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
    # Only an outlet can have two: it witnessed it, and also has it from a document.
    end = next((each for each in ends if each.kind == "witnessed"), ends[0])
    return ChainEnd(key, end.kind)


def origins_alone(
    chain: Chain, view: View, heard: AbstractSet[str] = frozenset()
) -> set[str]:
    """Return the origins at the end of a chain, whatever other chains end in.

    Args:
        chain: the chain.
        view: the view of the dossier.
        heard: sources that are known to have it from hearsay; a chain that ends at one
            of these and does not say how it knows has no origin.
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
    """Return the sources of which a chain ending there says that it is only hearsay."""
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
    """Return the ends at a source, at most one of each kind.

    A link without a basis is ignored if another one has a basis, and an open end is
    ignored if there is an end of another kind. If the source also cites somebody, the
    chains continue through it, and it is only an end for what it witnessed or has from
    a document.

    Args:
        source: the least id of the source; None if the speaker is not settled.
        kind: the kind of the source.
        links: the last links of the chains that end at it; at least one.
        original_of: returns the original of a document.
        cites_on: whether the source cites somebody in any of the supporting chains.
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
