"""Check the ids of a dossier's records and the references to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.findings import quote, suggest, with_article
from claimtrack.records import RECORD_TYPES, name_key
from claimtrack.schema import (
    JsonValue,
    Path,
    Reference,
    find_references,
    is_array,
    is_object,
)
from claimtrack.validation._fault import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

__all__ = ["find_integrity_faults"]


ANY: Final = "record"
"""What messages call a record of unknown type."""

_NAMED: Final = ("source", "document", "claim")
"""Types of record that must have an id."""

HINTED: Final = 100
"""Maximum number of missing ids for which a similar id is searched for. In a file
without its sources, searching for all would cost far more than everything else."""

_Types: TypeAlias = dict[str, dict[str, None]]
"""Id → types of the records that have it, without repeats, in order of appearance."""


@attrs.define
class _Missing:
    """An id that no record has, and all references to it.

    Attributes:
        id: the id.
        private: whether the references, and so the id in them, are private.
        paths: paths of the references.
        types: record types that the references may lead to.
    """

    id: str
    private: bool
    paths: list[Path]
    types: tuple[str, ...]


def find_integrity_faults(
    records: Sequence[JsonValue],
    is_private: Callable[[Path], bool],
    refused: Collection[Path] = (),
) -> Iterator[Fault]:
    """Yield duplicate ids, and references that lead nowhere or to a wrong type.

    Records with a wrong shape count with whatever can be read of them, so that one
    misspelt field does not make every reference to the record look wrong. For the same
    reason, references that may be meant for a record without an id are not reported.

    Args:
        records: the records as JSON.
        is_private: returns whether the value at a path is private.
        refused: paths already known to be wrong.
    """
    types: _Types = {}
    firsts: dict[str, JsonValue] = {}
    nameless = _nameless(records, refused)
    for index, record in enumerate(records):
        key = record.get("id") if is_object(record) else None
        if isinstance(key, str):
            kind = _type_of(record)
            if key in types:
                yield _duplicate(index, key, next(iter(types[key])))
                # An exact copy did not lose an id of its own; a changed record may
                # have.
                if record != firsts[key]:
                    nameless.append({kind, *types[key]})
            types.setdefault(key, {})[kind] = None
            firsts.setdefault(key, record)
    # Public and private references are reported separately, so that the public ones do
    # not point to the private ones.
    missing: dict[tuple[str, bool], _Missing] = {}
    for path, reference in _all_references(records):
        found = types.get(reference.id)
        if found is None:
            if not (reference.external and ":" in reference.id):
                private = is_private(path)
                none_yet = _Missing(reference.id, private, [], reference.types)
                entry = missing.setdefault((reference.id, private), none_yet)
                entry.paths.append(path)
        elif not {ANY, *reference.types} & found.keys():
            shown = "the id" if is_private(path) else quote(reference.id)
            yield _mistyped(path, shown, next(iter(found)), reference.types)
    unexplained = list(_unexplained(list(missing.values()), nameless))
    called = _called(records) if unexplained else {}
    yield from _all_dangling(unexplained, types, called)


def _called(records: Sequence[JsonValue]) -> dict[str, str]:
    """Return the ids of named sources by name and alias, and by words of their names.

    A name shared by two sources is left out.
    """
    ids: dict[str, set[str]] = {}
    for record in records:
        if not is_object(record) or record.get("kind") == "unnamed":
            continue
        key, name, aka = record.get("id"), record.get("name"), record.get("aka")
        if name is None and aka is None:
            continue
        others = aka if is_array(aka) else []
        aliases = [each.get("text") if is_object(each) else each for each in others]
        texts = [each for each in (name, *aliases) if isinstance(each, str)]
        if isinstance(key, str):
            words = [word for each in texts[:1] for word in each.split()]
            for text in (*texts, *words):
                ids.setdefault(name_key(text), set()).add(key)
    return {
        text: min(found) for text, found in ids.items() if len(found) == 1 and text[1:]
    }


def _all_dangling(
    entries: Iterable[_Missing], types: _Types, called: dict[str, str]
) -> Iterator[Fault]:
    """Yield a fault for each missing id; the first ones with a suggestion."""
    fitting: dict[tuple[str, ...], list[str]] = {}
    for number, entry in enumerate(entries):
        near = None
        if number < HINTED and not entry.private:
            if entry.types not in fitting:
                fitting[entry.types] = _ids_of(entry.types, types)
            named = called.get(name_key(entry.id)) if "source" in entry.types else None
            near = named or suggest(entry.id, fitting[entry.types])
        yield _dangling(entry, near)


def _ids_of(wanted: tuple[str, ...], types: _Types) -> list[str]:
    """Return the ids of records of these types."""
    return [key for key, found in types.items() if next(iter(found)) in wanted]


def _nameless(
    records: Sequence[JsonValue], refused: Collection[Path]
) -> list[set[str]]:
    """Return the types, as far as known, of records without a sound id."""
    marred = {path[1] for path in refused if len(path) == len(("records", 0, "key"))}
    found: list[set[str]] = []
    for index, record in enumerate(records):
        if not is_object(record):
            found.append(set(RECORD_TYPES))
        elif ("records", index, "id") in refused or (
            "id" not in record and (index in marred or _type_of(record) in _NAMED)
        ):
            kind = _type_of(record)
            found.append(set(RECORD_TYPES) if kind == ANY else {kind})
    return found


def _unexplained(
    missing: list[_Missing], nameless: list[set[str]]
) -> Iterator[_Missing]:
    """Yield the missing ids that cannot be explained by records that lost their id.

    If there are more missing ids than such records, nobody can tell which is which, and
    all are reported.
    """
    lost = set[str]().union(*nameless)
    sought = {entry.id for entry in missing if lost & set(entry.types)}
    explained = sought if len(sought) <= len(nameless) else set[str]()
    yield from (entry for entry in missing if entry.id not in explained)


def _all_references(records: Sequence[JsonValue]) -> Iterator[tuple[Path, Reference]]:
    for index, record in enumerate(records):
        if is_object(record):
            for reference in find_references(record):
                yield ("records", index, *reference.path), reference


def _type_of(record: dict[str, JsonValue]) -> str:
    """Return the type of a record, or `ANY` if the type is unknown."""
    kind = record.get("type")
    return kind if isinstance(kind, str) and kind in RECORD_TYPES else ANY


def _duplicate(index: int, key: str, taken: str) -> Fault:
    return Fault(
        path=("records", index, "id"),
        code="CT702",
        message=f"the id {quote(key)} already belongs to an earlier {taken}",
    )


def _mistyped(path: Path, shown: str, found: str, types: tuple[str, ...]) -> Fault:
    wanted = " or ".join(with_article(each) for each in types)
    return Fault(
        path=path,
        code="CT709",
        message=f"{shown} is {with_article(found)}, but this field needs {wanted}",
        fix=f"Use the id of {wanted}.",
    )


def _dangling(entry: _Missing, near: str | None) -> Fault:
    hint = f". Did you mean {quote(near)}?" if near else ""
    more = len(entry.paths) - 1
    others = f", for {more} more {'place' if more == 1 else 'places'} too"
    wanted = " or ".join(entry.types) if len(entry.types) < len(RECORD_TYPES) else ANY
    shown = "with this id" if entry.private else quote(entry.id)
    return Fault(
        path=entry.paths[0],
        code="CT701",
        message=(
            f"there is no {wanted} {shown} in this dossier"
            f"{others if more else ''}{hint}"
        ),
        fix=f"Correct the id, or add the {wanted} that it names.",
        related=tuple(entry.paths[1:]),
    )
