"""Judge a record or a dossier that passed the gate."""

from __future__ import annotations

import copy
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.errors import InvalidRecord
from claimtrack.records import FrozenMapping, Head, Record
from claimtrack.schema import (
    FORMAT,
    JsonValue,
    Path,
    is_array,
    is_newer,
    is_object,
    read_record,
    set_aside,
)
from claimtrack.validation._coherence import find_coherence_faults
from claimtrack.validation._contradictions import find_contradictions
from claimtrack.validation._fault import (
    Fault,
    is_dossier,
    record_index,
    up_to,
    value_at,
)
from claimtrack.validation._integrity import find_integrity_faults
from claimtrack.validation._judgement import Buildable, Judgement
from claimtrack.validation._private_values import privacy_of
from claimtrack.validation._shape import UNSHOWN, find_dossier_faults, find_shape_faults
from claimtrack.validation._soundness import (
    grouped,
    is_integral,
    references_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterator, Mapping

    from claimtrack.validation._engines import Engine
    from claimtrack.validation._terms import Terms

__all__ = ["judge"]

_MEANING: Final = frozenset(
    {"CT003", "CT022", "CT023", "CT024", "CT025", "CT026", "CT029"}
)
"""Codes that only records can detect. All other refusals show in the shape."""

_NONE: Final[Mapping[int, dict[str, JsonValue] | None]] = MappingProxyType({})


_Sound: TypeAlias = "Callable[[dict[str, JsonValue]], bool]"
"""Returns whether a record is known to be sound, so that it need not be checked."""


def _in_doubt(_record: dict[str, JsonValue]) -> bool:
    return False


def judge(
    root: dict[str, JsonValue],
    terms: Terms,
    unread: Mapping[int, dict[str, JsonValue] | None] = _NONE,
    is_sound: _Sound = _in_doubt,
) -> Judgement:
    """Return the faults of a record or dossier, and what could be built of it.

    Args:
        root: an object that passed the gate; it is not changed.
        terms: the engine and the date.
        unread: its records that did not pass the gate; they are left out.
        is_sound: returns whether a record need not be checked.
    """
    if unread:
        root = _without_unread(root, unread)
    is_private = privacy_of(root)
    if not is_dossier(root):
        found = find_shape_faults("record", root, is_private, terms.engine.refusals_of)
        shape = list(found)
        record, meaning = _read((), root, shape, is_private, is_sound)
        if record is None:
            return Judgement([*shape, *meaning], ())
        return Judgement([*meaning, *find_contradictions((), record)], (record,))
    known, warnings = _without_later(root, terms.engine, is_private)
    most = terms.limits.findings
    listed = known.get("records")
    items: list[JsonValue] = listed if is_array(listed) else []
    sound = {n for n, each in enumerate(items) if is_object(each) and is_sound(each)}
    passed_over = sound.union(unread)
    refusals_of = terms.engine.refusals_of
    found = find_dossier_faults(known, is_private, refusals_of, passed_over)
    shape = list(up_to(most, found))
    if len(shape) > most:
        return Judgement(shape, ())
    head, about_head = _head(root, known, shape)
    built, meaning = _read_all(items, sound, shape, is_private, is_sound)
    faults = [*shape, *about_head, *meaning]
    for index, each in built.exact.items():
        found = find_contradictions(("records", index), each)
        warnings.extend(up_to(most - len(warnings), found))
    groups = grouped(items) if faults and not shape else None
    if groups is not None and is_integral(groups, references_of(groups)):
        return Judgement([*faults, *warnings], built.build)
    refused = {fault.exact_path for fault in faults}
    between = (
        fault
        for fault in _integrity_faults(items, unread, is_private, refused)
        if fault.path not in refused
    )
    faults.extend(up_to(most - len(faults), between))
    if faults or unread:
        return Judgement([*faults, *warnings], built.build)
    faults = [*warnings, *find_coherence_faults(built.build(), items, terms.today)]
    return Judgement(faults, built.build, head)


def _without_unread(
    root: dict[str, JsonValue], unread: Container[int]
) -> dict[str, JsonValue]:
    """Return a dossier with None in the places of these records."""
    records = [
        None if index in unread else each for index, each in enumerate(root["records"])
    ]
    return {**root, "records": records}


def _integrity_faults(
    items: list[JsonValue],
    unread: Mapping[int, dict[str, JsonValue] | None],
    is_private: Callable[[Path], bool],
    refused: set[Path],
) -> Iterator[Fault]:
    """Yield the faults between the records, if all ids are known."""
    if items and None not in unread.values():
        known = [unread.get(index, item) for index, item in enumerate(items)]
        yield from find_integrity_faults(known, is_private, refused)


def _without_later(
    root: dict[str, JsonValue], engine: Engine, is_private: Callable[[Path], bool]
) -> tuple[dict[str, JsonValue], list[Fault]]:
    """Return a dossier without the fields that only a newer version defines.

    In a file of a newer minor version, an unknown field is not a mistake: it is kept in
    the ``ext`` of its record.
    """
    version = root.get("claimtrack")
    if not is_newer(version):
        return root, []
    unknown: dict[int, list[Path]] = {}
    count = 0
    refusals_of = engine.refusals_of
    for fault in find_dossier_faults(root, is_private, refusals_of):
        if fault.code == "CT012":
            count += 1
            index = record_index(fault.path)
            if index is not None:
                unknown.setdefault(index, []).append(fault.exact_path[2:])
    known = {key: value for key, value in root.items() if key in _HEAD_FIELDS}
    if unknown:
        records: list[JsonValue] = list(root["records"])
        for index, paths in unknown.items():
            records[index] = copy.deepcopy(records[index])
            set_aside(records[index], paths)
        known["records"] = records
    message = (
        f"the file has version {version}, newer than {FORMAT}; "
        f"unknown fields that are kept: {count}"
    )
    return known, [Fault(path=("claimtrack",), code="CT028", message=message)]


_HEAD_FIELDS: Final = frozenset(
    {"$schema", "claimtrack", "title", "base", "lang", "records"}
)
"""Fields of a dossier in this version of the format."""


def _head(
    root: dict[str, JsonValue], known: dict[str, JsonValue], shape: list[Fault]
) -> tuple[Head | None, list[Fault]]:
    """Return the head, and faults in its values that its shape does not reveal."""
    refused = {fault.path[0] for fault in shape if fault.path}
    sound = {key: each for key, each in known.items() if key not in refused}
    try:
        head = Head(
            title=sound.get("title"),
            base=sound.get("base"),
            lang=sound.get("lang"),
            schema=sound.get("$schema"),
            version=root["claimtrack"] if is_newer(sound.get("claimtrack")) else None,
            later=FrozenMapping({k: v for k, v in root.items() if k not in known}),
        )
    except InvalidRecord as error:
        return None, [_fault_of((error.field,), error)]
    return head, []


def _by_record(faults: list[Fault]) -> dict[int, list[Fault]]:
    found: dict[int, list[Fault]] = {}
    for fault in faults:
        index = record_index(fault.path)
        if index is not None:
            found.setdefault(index, []).append(fault)
    return found


def _read_all(
    items: list[JsonValue],
    sound: Collection[int],
    shape: list[Fault],
    is_private: Callable[[Path], bool],
    is_sound: _Sound,
) -> tuple[Buildable, list[Fault]]:
    """Return the records that could be built, and the faults of the others."""
    by_record = _by_record(shape)
    built = Buildable({index: items[index] for index in sound})
    faults: list[Fault] = []
    for index, item in enumerate(items):
        if index in sound:
            continue
        if is_object(item):
            about = by_record.get(index, [])
            path = ("records", index)
            record, meaning = _read(path, item, about, is_private, is_sound)
            faults.extend(meaning)
            if record is not None:
                built.exact[index] = record
    return built, faults


def _read(
    path: Path,
    data: dict[str, JsonValue],
    shape: list[Fault],
    is_private: Callable[[Path], bool],
    is_sound: _Sound,
) -> tuple[Record | None, list[Fault]]:
    """Return the record, and faults in its values that its shape does not reveal."""
    if shape:
        data = _without(data, [fault.exact_path[len(path) :] for fault in shape])
        if is_sound(data):
            return None, []
    record, problems = read_record(data)
    taken = {fault.exact_path for fault in shape}
    faults = [
        _meaning_fault((*path, *problem.path), problem.error, is_private)
        for problem in problems
        if not shape or problem.error.code in _MEANING
    ]
    left = [fault for fault in faults if fault.path not in taken]
    return None if shape else record, left


def _without(data: dict[str, JsonValue], paths: list[Path]) -> dict[str, JsonValue]:
    """Return a copy without the fields at these paths, so that the rest can be read.

    Only the enclosing values of these fields are copied.
    """
    kept = dict(data)
    for path in paths:
        owner: JsonValue = kept
        for step in path[:-1]:
            owner = _copied(owner, step)
        if path and is_object(owner):
            owner.pop(str(path[-1]), None)
    return kept


def _copied(owner: JsonValue, step: str | int) -> JsonValue:
    """Replace the value at a step with a copy, and return the copy."""
    inner = copy.copy(value_at(owner, (step,)))
    if is_object(inner) or is_array(inner):
        owner[step] = inner
    return inner


def _meaning_fault(
    path: Path, error: InvalidRecord, is_private: Callable[[Path], bool]
) -> Fault:
    if is_private(path):
        message = UNSHOWN.get(error.code, "the value makes no sense here")
        return Fault(path=path, code=error.code, message=message)
    return _fault_of(path, error)


def _fault_of(path: Path, error: InvalidRecord) -> Fault:
    return Fault(path=path, code=error.code, message=error.problem, fix=error.fix)
