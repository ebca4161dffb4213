"""Whether the records of a dossier hold together: ids and what refers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import quote, suggest
from claimtrack.records import RECORD_TYPES
from claimtrack.schema import JsonValue, Path, Reference, find_references, is_object
from claimtrack.validation._fault import Fault, with_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

__all__ = ["find_integrity_faults"]


ANY: Final = "record"
"""What a record is called whose type is not known."""

HINTED: Final = 100
"""Missing ids for which a near one is sought: in a file without its sources, looking
for each would cost far more than all the rest."""


@attrs.define
class _Missing:
    """An id that is in no record, and everything that names it.

    Attributes:
        id: the id.
        private: whether where it is named is private, and so the id there.
        paths: where it is named.
        types: the types of record that it is sought among.
    """

    id: str
    private: bool
    paths: list[Path]
    types: tuple[str, ...]


def find_integrity_faults(
    records: Sequence[JsonValue], is_private: Callable[[Path], bool]
) -> Iterator[Fault]:
    """Yield duplicate ids, and references that lead nowhere or to a wrong type.

    Records whose shape is wrong are taken for what can be read of them, so that one
    misspelt field does not make everything that refers to the record look wrong.

    Args:
        records: the records as JSON.
        is_private: tells of a path whether its value may be shown.
    """
    types: dict[str, str] = {}
    for index, record in enumerate(records):
        key = record.get("id") if is_object(record) else None
        if isinstance(key, str):
            if key in types:
                yield _duplicate(index, key, types[key])
            types.setdefault(key, _type_of(record))
    # What is named in public and in private is reported apart, so that the one does
    # not point at the other.
    missing: dict[tuple[str, bool], _Missing] = {}
    for path, reference in _all_references(records):
        private = is_private(path)
        found = types.get(reference.id)
        if found is None:
            if not (reference.external and ":" in reference.id):
                none_yet = _Missing(reference.id, private, [], reference.types)
                entry = missing.setdefault((reference.id, private), none_yet)
                entry.paths.append(path)
        elif found != ANY and found not in reference.types:
            shown = "the id" if private else quote(reference.id)
            yield _mistyped(path, shown, found, reference.types)
    for number, entry in enumerate(missing.values()):
        hinted = number < HINTED and not entry.private
        fitting = [key for key, found in types.items() if found in entry.types]
        yield _dangling(entry, suggest(entry.id, fitting) if hinted else None)


def _all_references(records: Sequence[JsonValue]) -> Iterator[tuple[Path, Reference]]:
    for index, record in enumerate(records):
        if is_object(record):
            for reference in find_references(record):
                yield ("records", index, *reference.path), reference


def _type_of(record: dict[str, JsonValue]) -> str:
    """Return the type of a record, `ANY` where it is none that we know."""
    kind = record.get("type")
    return kind if isinstance(kind, str) and kind in RECORD_TYPES else ANY


def _duplicate(index: int, key: str, taken: str) -> Fault:
    return Fault(
        path=("records", index, "id"),
        code="CT702",
        message=f"the id {quote(key)} belongs to an earlier {taken} already",
    )


def _mistyped(path: Path, shown: str, found: str, types: tuple[str, ...]) -> Fault:
    wanted = " or ".join(with_article(each) for each in types)
    return Fault(
        path=path,
        code="CT709",
        message=f"{shown} is {with_article(found)}, and this field needs {wanted}",
        fix=f"Give the id of {wanted}.",
    )


def _dangling(entry: _Missing, near: str | None) -> Fault:
    hint = f'. Did you mean "{near}"?' if near else ""
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
