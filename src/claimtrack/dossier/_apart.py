"""Choose the id of each record in a merged dossier: its own, or a separate one."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final, TypeAlias, TypeGuard

import attrs

from claimtrack.findings import Finding, clip
from claimtrack.records import ALWAYS_PRIVATE, PRIVATE_IN_CONTEXT, Record, Source, to_id

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

__all__ = ["kept_apart", "settle"]

Pair: TypeAlias = tuple[str, str]
"""The id of a source in its own dossier, and an id in the merged dossier."""

_SUFFIX: Final = "-other"

_COMPARED: Final = tuple(
    each.name
    for each in attrs.fields(Source)
    if each.name not in ALWAYS_PRIVATE | PRIVATE_IN_CONTEXT["unnamed"] | {"id"}
)
"""The public fields of an unnamed source."""

_FIX: Final = "Decide what the id means, and give the other record an id of its own."


def settle(
    records: Mapping[str, Record],
    ids: Mapping[str, str],
    kept: Mapping[str, Record],
    *,
    is_one_base: bool,
) -> dict[str, str]:
    """Return a mapping from each record's id to its id in a merged dossier.

    A record keeps the id that it would have on its own, unless something else has that
    id already: a record of another type, a named source if this one is unnamed or the
    reverse, or an unnamed source that differs in public fields, unless both have the
    same base. Such a record is kept apart under the same id with "-other" appended, or
    the first such id with a number that is free or belongs to what may be the same
    record. So merging the same dossier again gives the same ids. Linear.

    Args:
        records: the records of the dossier by id.
        ids: the id that each would have on its own.
        kept: the records that the merged dossier already holds.
        is_one_base: whether those come from a dossier with the same base.
    """
    own = frozenset(ids.values())
    there = dict(kept)
    names: dict[str, str] = {}
    doubtful: dict[str, Source] = {}
    for key, record in records.items():
        if _is_unnamed(record) and ids[key] in kept and not is_one_base:
            doubtful[key] = record
            continue
        names[key] = next(
            place
            for place in _places(ids[key], own)
            if place not in there or _may_be_one(there[place], record)
        )
        there.setdefault(names[key], record)
    same = _same_unnamed(doubtful, ids, kept, names)
    for key, record in doubtful.items():
        names[key] = next(
            place
            for place in _places(ids[key], own)
            if place not in there or (key, place) in same
        )
        there.setdefault(names[key], record)
    return names


def kept_apart(mine: Record, other: Record) -> Finding:
    """Return CT700 for a record that is kept under another id than `mine`."""
    key, new = to_id(mine), to_id(other)
    if mine.type != other.type:
        said = f"has type {mine.type} here and type {other.type} there"
    elif _is_unnamed(mine) and _is_unnamed(other):
        fields = [e for e in _COMPARED if getattr(mine, e) != getattr(other, e)]
        said = f"is an unnamed source in both, but differs in {', '.join(fields)}"
    elif _is_unnamed(mine):
        said = "is an unnamed source here and a named one there"
    else:
        said = "is a named source here and an unnamed one there"
    message = f"{clip(key)} {said}; the second is kept as {clip(new)}"
    found = Finding.of(
        "CT700", message, fix=_FIX, record=key, field=mine.type, related=(new,)
    )
    return attrs.evolve(found, severity="error")


def _places(key: str, own: Container[str]) -> Iterator[str]:
    """Yield the ids that a record may get, without those of records beside it."""
    numbered = (f"{key}{_SUFFIX}-{number}" for number in itertools.count(2))
    apart = itertools.chain([f"{key}{_SUFFIX}"], numbered)
    yield key
    yield from (place for place in apart if place not in own)


def _is_unnamed(record: Record) -> TypeGuard[Source]:
    return isinstance(record, Source) and record.kind == "unnamed"


def _may_be_one(mine: Record, other: Record) -> bool:
    return mine.type == other.type and _is_unnamed(mine) == _is_unnamed(other)


def _same_unnamed(
    sources: Mapping[str, Source],
    ids: Mapping[str, str],
    kept: Mapping[str, Record],
    names: Mapping[str, str],
) -> set[Pair]:
    """Return the pairs of unnamed sources whose public fields are equal.

    Affiliations are equal if they lead to the same source: one in `names`, or a pair of
    this kind. All pairs without a contradiction are returned.
    """
    own = frozenset(ids.values())
    needed: dict[Pair, list[Pair]] = {}
    for key, source in sources.items():
        places = itertools.takewhile(kept.__contains__, _places(ids[key], own))
        for place in places:
            mine = kept[place]
            if _is_unnamed(mine) and _public(mine) == _public(source):
                both = zip(source.affiliations, mine.affiliations, strict=True)
                needed[key, place] = list(both)
    waiting: dict[Pair, list[Pair]] = {}
    todo: list[Pair] = []
    for pair, ends in needed.items():
        for each in ends:
            waiting.setdefault(each, []).append(pair)
            if each not in needed and names.get(each[0]) != each[1]:
                todo.append(pair)
    while todo:
        pair = todo.pop()
        if needed.pop(pair, None) is not None:
            todo.extend(waiting.get(pair, ()))
    return set(needed)


def _public(source: Source) -> Iterable[object]:
    """Return the public fields of an unnamed source, with the count of affiliations."""
    values = {each: getattr(source, each) for each in _COMPARED}
    return {**values, "affiliations": len(source.affiliations)}.items()
