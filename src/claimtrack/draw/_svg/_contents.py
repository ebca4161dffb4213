"""Decide what belongs into the picture of a claim: its sources, steps and words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._drawn_claim import Reading
from claimtrack.draw._phrases import NOBODY
from claimtrack.draw._svg._path import Key, Place, find_repeaters, lay_paths
from claimtrack.draw._svg._scene import Node, Scene, Step, StepKind
from claimtrack.lineage import Retraction
from claimtrack.records import Attitude, Candidate, Document
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from claimtrack.draw._svg._path import Path
    from claimtrack.lineage import End
    from claimtrack.records import SourceKind

__all__ = ["compose"]

CANDIDATES: Final = 3
"""Most candidates that are named; the others are counted."""

KINDS: Final[dict[SourceKind, str]] = {
    "person": "person",
    "organization": "organization",
    "outlet": "outlet",
    "group": "group",
    "crowd": "crowd",
    "platform": "platform",
    "unnamed": "unnamed",
    "unresolved": "not identified",
}
"""The word for each kind of source."""

_HELD: Final[dict[Attitude, str]] = {
    "assertion": "said to have said it",
    "belief": "said to believe it",
    "knowledge": "said to know it",
    "intention": "said to intend it",
    "desire": "said to want it",
}
"""The words for how a holder holds the claim."""

_STANDINGS: Final = {"opposes": "opposes", "uncommitted": "uncommitted"}
"""The word for a chain that does not support the claim."""


@attrs.define
class _Draft:
    """An unfinished node, to which more chains may be added."""

    places: list[Place] = attrs.Factory(list["Place"])
    chains: dict[int, None] = attrs.Factory(dict[int, None])
    sources: dict[str, None] = attrs.Factory(dict[str, None])
    marks: dict[str, None] = attrs.Factory(dict[str, None])
    is_end: bool = False


@attrs.define
class _Way:
    """An unfinished step."""

    chains: dict[int, None] = attrs.Factory(dict[int, None])
    words: dict[str, None] = attrs.Factory(dict[str, None])


@attrs.frozen
class _Composition:
    """An unfinished scene."""

    read: Reading
    view: View
    retraction: Retraction
    lost: frozenset[int]
    nodes: dict[Key, _Draft] = attrs.Factory(lambda: defaultdict(_Draft))
    ways: dict[tuple[Key, Key, StepKind], _Way] = attrs.Factory(
        lambda: defaultdict(_Way)
    )


def compose(read: Reading, retraction: Retraction) -> Scene:
    """Return the scene of a claim, with or without a retraction.

    Args:
        read: the claim.
        retraction: what is retracted; empty for nothing.
    """
    paths, view = lay_paths(read), read.view
    lost = frozenset(
        each.number for each in paths if retraction.takes_away(each.attribution, view)
    )
    made = _Composition(read, view, retraction, lost)
    instead = find_repeaters(read, paths, frozenset(retraction.sources))
    for each in paths:
        _put_in(made, each, instead)
    _put_in_documents(made, paths)
    if not paths:
        made.nodes["voice", None, None].marks["no chain on record"] = None
    return _finished(made)


def _put_in(made: _Composition, path: Path, instead: Mapping[Key, Key]) -> None:
    """Add a chain to the scene."""
    before: Key | None = None
    last = path.places[-1]
    for place in path.places:
        key = instead.get(place.key, place.key)
        draft = made.nodes[key]
        if not draft.places or key[0] == "holder":
            draft.places.append(place)
        draft.chains[path.number] = None
        if place.key[1] is not None:
            draft.sources[place.key[1]] = None
        if before is not None:
            kind = _step_kind(path, place)
            way = made.ways[before, key, kind]
            way.chains[path.number] = None
            if place.is_denied:
                way.words["denies"] = None
            elif place is last and path.standing in _STANDINGS:
                way.words[_STANDINGS[path.standing]] = None
        before = key
    if len(path.places) == 1 and path.standing in _STANDINGS:
        made.nodes[path.places[0].key].marks[_STANDINGS[path.standing]] = None
    made.nodes[instead.get(path.voice.key, path.voice.key)].is_end |= path.is_counted
    head = made.nodes[instead.get(path.places[0].key, path.places[0].key)]
    head.marks = {"publisher": None, **head.marks}


def _step_kind(path: Path, place: Place) -> StepKind:
    if place.is_denied:
        return "denies"
    if place.key[0] == "holder":
        return "tells-of"
    return "cites" if path.standing == "supports" else "aside"


def _put_in_documents(made: _Composition, paths: Iterable[Path]) -> None:
    """Add the documents that outlets rest on, each document once."""
    read_by: dict[str | None, dict[int, None]] = defaultdict(dict)
    for path in paths:
        if path.voice.link.basis == "document":
            read_by[path.voice.key[1]][path.number] = None
    for end in made.read.found.ends:
        for each in end.documents:
            key: Key = ("document", each, None)
            chains = read_by[end.source]
            made.nodes[key].chains.update(chains)
            made.ways[("voice", end.source, None), key, "rests-on"].chains |= chains


def _finished(made: _Composition) -> Scene:
    _join_ways(made)
    index = {key: number for number, key in enumerate(made.nodes)}
    steps = tuple(
        Step(
            outer=index[outer],
            inner=index[inner],
            kind=kind,
            word=", ".join(way.words),
            is_lost=_is_lost(made, way.chains),
            chains=tuple(way.chains),
        )
        for (outer, inner, kind), way in made.ways.items()
    )
    nodes = tuple(_node(made, key, draft) for key, draft in made.nodes.items())
    ids = (each.id or "" for each, _ in made.read.chains)
    return Scene(nodes, steps, tuple(ids))


def _join_ways(made: _Composition) -> None:
    """Let chains that do not support the claim share the arrow of those that do.

    A step that has its own word keeps its own arrow.
    """
    for (outer, inner, kind), way in [*made.ways.items()]:
        if kind == "aside" and not way.words and (outer, inner, "cites") in made.ways:
            made.ways[outer, inner, "cites"].chains |= way.chains
            del made.ways[outer, inner, kind]


def _is_lost(made: _Composition, chains: Collection[int]) -> bool:
    """Return whether something has chains and all of them are lost."""
    return bool(chains) and made.lost.issuperset(chains)


def _node(made: _Composition, key: Key, draft: _Draft) -> Node:
    role, one, candidates = key
    if role == "document":
        return _document(made, str(one), draft)
    if role == "repeaters":
        return _repeaters(made, draft)
    if one is None:
        return _unsettled(made, draft, candidates or (), is_holder=role == "holder")
    return _source(made, one, draft, is_holder=role == "holder")


def _source(made: _Composition, one: str, draft: _Draft, *, is_holder: bool) -> Node:
    sources = made.view.sources
    kind = sources.kind(one)
    is_retracted = one in made.retraction.sources
    ends = () if is_holder else made.read.ends.get(one, ())
    words = [_kind_word(made, one), *draft.marks]
    if is_holder:
        words += _held(draft.places)
    words += [word for end in ends for word in _end_words(end)]
    if one in made.read.circling and not is_holder:
        words.append("cites in a circle")
    is_lost = not is_retracted and _is_lost(made, draft.chains)
    return Node(
        shape=kind,
        ids=sources.members_of(one),
        name=sources.label(one),
        words=_with_state(
            dict.fromkeys(words), is_retracted=is_retracted, is_lost=is_lost
        ),
        above="" if is_holder else made.read.points.get(one, ""),
        below=next((_open_word(each) for each in ends if each.kind == "open"), ""),
        is_holder=is_holder,
        is_several=kind == "unnamed" and sources.count(one).lo > 1,
        is_retracted=is_retracted,
        is_lost=is_lost,
        chains=tuple(draft.chains),
    )


def _kind_word(made: _Composition, one: str) -> str:
    """Return the word for the kind of a source, with how many people it is."""
    sources = made.view.sources
    word = KINDS[sources.kind(one)]
    count = sources.count(one)
    is_counted = any(each.count for each in sources.records_of(one))
    if not is_counted or sources.kind(one) == "outlet":
        return word
    people = "1 person" if (count.lo, count.hi) == (1, 1) else f"{count} people"
    return f"{word}, {people}"


def _held(places: Iterable[Place]) -> list[str]:
    """Return in words how a holder holds the claim; chains may differ."""
    return [*dict.fromkeys(_HELD[each.link.attitude] for each in places)]


def _end_words(end: End) -> Iterator[str]:
    """Yield the words for an end that is an origin."""
    if end.kind == "witnessed":
        yield "was there"
    if end.kind == "document" and not end.documents:
        yield "rests on a document"
    if end.kind not in ("open", "circular") and not end.documents:
        yield "origin"


def _open_word(end: End) -> str:
    return "from hearsay" if end.basis == "hearsay" else "basis not recorded"


def _with_state(
    words: Iterable[str], *, is_retracted: bool = False, is_lost: bool = False
) -> tuple[str, ...]:
    """Return the words of a node, with what a retraction does to it."""
    return (*words, *["retracted"] * is_retracted, *["lost"] * is_lost)


def _unsettled(
    made: _Composition,
    draft: _Draft,
    candidates: Sequence[Candidate],
    *,
    is_holder: bool,
) -> Node:
    """Return a node for a speaker who is not settled, or for nobody on record."""
    sources, retracted = made.view.sources, made.retraction.sources
    names = [
        (
            sources.label(each.source)
            + ("" if each.weight is None else f" {each.weight:g}"),
            sources.least_of(each.source) in retracted,
        )
        for each in candidates
    ]
    if len(names) > CANDIDATES:
        names[CANDIDATES:] = [(f"and {len(names) - CANDIDATES} more", False)]
    is_lost = _is_lost(made, draft.chains)
    is_nobody = not candidates
    is_end = not is_nobody and not is_holder and draft.is_end
    return Node(
        shape="nobody" if is_nobody else "unsettled",
        ids=tuple(dict.fromkeys(sources.least_of(each.source) for each in candidates)),
        name=NOBODY if is_nobody else "speaker not settled",
        words=_with_state(draft.marks, is_lost=is_lost),
        names=tuple(names),
        below="open end" if is_end else "",
        is_holder=is_holder,
        is_lost=is_lost,
        chains=tuple(draft.chains),
    )


def _document(made: _Composition, key: str, draft: _Draft) -> Node:
    record = made.read.dossier.get(key)
    title = record.title if isinstance(record, Document) else None
    is_retracted = key in made.retraction.documents
    is_lost = not is_retracted and _is_lost(made, draft.chains)
    return Node(
        shape="document",
        ids=(key,),
        name=title or key,
        words=_with_state(
            ["document", "origin"], is_retracted=is_retracted, is_lost=is_lost
        ),
        is_retracted=is_retracted,
        is_lost=is_lost,
        chains=tuple(draft.chains),
    )


def _repeaters(made: _Composition, draft: _Draft) -> Node:
    sources = made.view.sources
    kinds = {sources.kind(each) for each in draft.sources}
    what = "outlets" if kinds == {"outlet"} else "publishers"
    is_retracted = made.retraction.sources >= draft.sources.keys()
    is_lost = not is_retracted and _is_lost(made, draft.chains)
    return Node(
        shape="repeaters",
        ids=tuple(draft.sources),
        name=f"{len(draft.sources)} {what}",
        words=_with_state(
            ["repeat the same chain"], is_retracted=is_retracted, is_lost=is_lost
        ),
        is_retracted=is_retracted,
        is_lost=is_lost,
        chains=tuple(draft.chains),
    )
