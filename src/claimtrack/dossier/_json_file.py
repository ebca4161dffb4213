"""Dossiers as JSON: ``*.claims.json``."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier._collection import History
from claimtrack.dossier._json_layout import lay_out
from claimtrack.errors import InvalidDossier, UnsafeReplacement
from claimtrack.findings import Finding
from claimtrack.notation import open_sheet, write_sheet
from claimtrack.records import Head, Record
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
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from claimtrack.validation import Examination

__all__ = [
    "Content",
    "only_one",
    "read_dossier",
    "refuse_to_replace",
    "write_dossier",
    "write_lines",
    "write_text",
]


_ON_A_LINE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@attrs.frozen
class Content:
    """What a dossier holds.

    Attributes:
        head: of the dossier.
        records: in their order, each with its id.
        derived: ids that nobody gave. They are written only where something refers to
            them, or where reading would not derive them again.
        history: what became of the records since they were read.
    """

    head: Head
    records: tuple[Record, ...]
    derived: frozenset[str]
    history: History


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


def write_dossier(content: Content) -> Iterator[str]:
    """Yield the JSON text of a dossier: a record a line where it fits, a last newline.

    The same records in the same order give the same text.

    Raises:
        InvalidDossier: when it could not be read again, because ids lead nowhere.
    """
    said, written = _written(content)
    yield from lay_out({**said, "records": written})


def write_lines(content: Content) -> Iterator[str]:
    """Yield the lines of a dossier in a sequence: its head, then its records.

    Raises:
        InvalidDossier: when it could not be read again, because ids lead nowhere.
    """
    said, written = _written(content)
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
    head: Head, records: Sequence[Record], written: list[dict[str, JsonValue]]
) -> None:
    name = head.base or head.title or ""
    findings = check_integrity(records, dossier=name, written=written)
    if any(finding.severity == "error" for finding in findings):
        raise InvalidDossier(findings)


def _written(
    content: Content,
) -> tuple[dict[str, JsonValue], list[dict[str, JsonValue]]]:
    """Return head and records as JSON, checked."""
    head, records = content.head, content.records
    written = [write_record(record) for record in records]
    if content.history != "read":
        _check(head, records, written)
    for index in _left_out(content, written):
        del written[index]["id"]
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


def _left_out(content: Content, written: list[dict[str, JsonValue]]) -> Iterator[int]:
    """Yield which records have ids that nobody gave, and that reading derives again."""
    keys = [record.id for record in content.records]
    free = content.derived.intersection(keys)
    if free:
        free -= referenced_ids(written)
    if not free:
        return
    taken = set(keys) - free
    for index, record in enumerate(content.records):
        key = keys[index]
        if key in free:
            if (
                content.history != "changed"
                or free_id(record, taken, written[index]) == key
            ):
                yield index
            taken.add(key)
