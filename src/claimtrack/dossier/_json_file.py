"""Dossiers as JSON: ``*.claims.json``."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Final

from claimtrack.dossier._json_layout import lay_out
from claimtrack.errors import InvalidDossier, UnsafeReplacement
from claimtrack.findings import Finding
from claimtrack.notation import open_sheet, write_sheet
from claimtrack.records import Head, to_id
from claimtrack.schema import (
    FORMAT,
    JsonValue,
    free_id,
    is_object,
    put_back,
    thaw,
    write_record,
)
from claimtrack.validation import check_integrity, referenced_ids

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from claimtrack.records import Record
    from claimtrack.validation import Examination

__all__ = [
    "only_one",
    "read_dossier",
    "refuse_to_replace",
    "write_dossier",
    "write_lines",
    "write_text",
]


_ON_A_LINE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def only_one(examinations: Iterable[Examination]) -> Examination:
    """Return the one dossier of an input.

    Raises:
        InvalidDossier: when there are several, or none.
    """
    found = list(itertools.islice(examinations, 2))
    if len(found) == 1:
        return found[0]
    message = "it is empty"
    if found:
        message = (
            "it is a sequence of several dossiers, which claimtrack.read_dossiers "
            "reads one by one"
        )
    raise InvalidDossier((Finding.of("CT009", message),))


def read_dossier(examination: Examination) -> tuple[Head, tuple[Record, ...]]:
    """Return head and records of a dossier that validation has examined.

    Raises:
        InvalidDossier: with every finding, when it did not pass.
    """
    root = examination.value
    if not examination.is_valid:
        raise InvalidDossier(examination.findings)
    if not is_object(root) or "records" not in root:
        message = "it is a single record, not a dossier"
        fix = 'Put it into the "records" of a dossier.'
        raise InvalidDossier((Finding.of("CT009", message, fix=fix),))
    return examination.head or Head(), examination.records


def write_dossier(
    head: Head, records: Iterable[Record], derived: Container[str]
) -> Iterator[str]:
    """Yield the JSON text of a dossier: a record a line where it fits, a last newline.

    The same records in the same order give the same text.

    Args:
        head: of the dossier.
        records: of the dossier.
        derived: ids that nobody gave. They are written only where something refers to
            them, or where reading would not derive them again.

    Raises:
        InvalidDossier: when it could not be read again, because ids lead nowhere.
    """
    said, written = _written(head, records, derived)
    yield from lay_out({**said, "records": written})


def write_lines(
    head: Head, records: Iterable[Record], derived: Container[str]
) -> Iterator[str]:
    """Yield the lines of a dossier in a sequence: its head, then its records.

    Args:
        head: of the dossier.
        records: of the dossier.
        derived: as for `write_dossier`.

    Raises:
        InvalidDossier: when it could not be read again, because ids lead nowhere.
    """
    said, written = _written(head, records, derived)
    for each in ({"type": "dossier", **said}, *written):
        yield f"{_ON_A_LINE(each)}\n"


def write_text(head: Head, records: Iterable[Record]) -> str:
    """Return the dossier as a sheet.

    Raises:
        InvalidDossier: when it could not be read again.
    """
    kept = list(records)
    _check(head, kept, [write_record(record) for record in kept])
    return write_sheet(head, kept)


def refuse_to_replace(path: Path) -> None:
    """Refuse to write over a sheet that holds what no dossier does.

    Raises:
        OSError: when the file is there and cannot be read.
        UnsafeReplacement: where it has comments, doubts or dropped claims.
    """
    if path.is_file() and open_sheet(path).holds_more:
        raise UnsafeReplacement(str(path))


def _check(
    head: Head, records: list[Record], written: list[dict[str, JsonValue]]
) -> None:
    name = head.base or head.title or ""
    findings = check_integrity(records, dossier=name, written=written)
    if any(finding.severity == "error" for finding in findings):
        raise InvalidDossier(findings)


def _written(
    head: Head, records: Iterable[Record], derived: Container[str]
) -> tuple[dict[str, JsonValue], list[dict[str, JsonValue]]]:
    """Return head and records as JSON, checked."""
    kept = list(records)
    written = [write_record(record) for record in kept]
    _check(head, kept, written)
    _leave_out_ids(kept, written, derived)
    named = {
        "$schema": head.schema,
        "claimtrack": head.version or FORMAT,
        "title": head.title,
        "base": head.base,
        "lang": head.lang,
    }
    said: dict[str, JsonValue] = {
        **{name: value for name, value in named.items() if value is not None},
        **thaw(head.later),
    }
    if head.version is not None:
        for each in written:
            put_back(each)
    return said, written


def _leave_out_ids(
    records: list[Record],
    written: list[dict[str, JsonValue]],
    derived: Container[str],
) -> None:
    """Take out the ids that nobody gave, and that reading derives again."""
    free = {key for record in records if (key := to_id(record)) in derived}
    if free:
        free -= referenced_ids(written)
    if not free:
        return
    taken = {key for record in records if (key := to_id(record)) not in free}
    for record, data in zip(records, written, strict=True):
        key = to_id(record)
        if key in free:
            if free_id(record, taken, data) == key:
                del data["id"]
            taken.add(key)
