"""Read and write dossiers as JSON: ``*.claims.json``."""

from __future__ import annotations

import itertools
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack._file_names import is_file
from claimtrack.dossier._collection import History, with_id
from claimtrack.dossier._json_layout import lay_out
from claimtrack.dossier._json_line import line_encoder
from claimtrack.errors import InvalidDossier, UnsafeReplacement
from claimtrack.findings import Finding
from claimtrack.notation import EMPTY_SHEET, open_sheet, write_sheet
from claimtrack.records import Head, Record, to_id
from claimtrack.schema import (
    FORMAT,
    JsonValue,
    Part,
    free_id,
    ids_of,
    is_object,
    part_of,
    parts_of,
    put_back,
    thaw,
    write_record,
)
from claimtrack.validation import check_integrity, referenced_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence
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


_URN: Final = '"urn:uuid:'
"""Beginning of a derived id in the written text."""


_Write: TypeAlias = "Callable[[Content, Container[str | None]], Iterable[str]]"
"""Returns a text without certain ids."""


@attrs.frozen
class Content:
    """The contents of a dossier.

    Attributes:
        head: its head.
        records: its records in order, each with its id unless nobody has accessed them.
        derived: ids that were derived. They are only written if something refers to
            them, or if reading would not derive them again.
        history: what happened to the records since they were read.
    """

    head: Head
    records: tuple[Record, ...]
    derived: frozenset[str]
    history: History

    def seen(self) -> Content:
        """Return the same contents with an id for each record."""
        keys = ids_of(self.records)
        derived = frozenset(keys) - {each.id for each in self.records}
        records = tuple(
            with_id(each, key) if key in derived else each
            for each, key in zip(self.records, keys, strict=True)
        )
        return Content(self.head, records, derived, "read")


def only_one(examinations: Iterable[Examination]) -> Examination:
    """Return the only dossier of an input.

    Raises:
        InvalidDossier: if there are several, or none.
    """
    found = list(itertools.islice(examinations, 2))
    if len(found) == 1:
        return found[0]
    message = "it is empty"
    if found:
        message = (
            "it is a sequence of several dossiers; claimtrack.read_dossiers reads them "
            "one by one"
        )
    raise InvalidDossier((Finding.of("CT009", message),))


def read_dossier(examination: Examination) -> tuple[Head, tuple[Record, ...]]:
    """Return the head and the records of a dossier that validation has examined.

    Raises:
        InvalidDossier: with every finding, if it did not pass.
    """
    root = examination.value
    if not examination.is_valid:
        raise InvalidDossier(examination.findings)
    if not is_object(root) or "records" not in root:
        message = "it is a single record, not a dossier"
        fix = 'Put it in the "records" of a dossier.'
        raise InvalidDossier((Finding.of("CT009", message, fix=fix),))
    return examination.head or Head(), examination.records


def write_dossier(content: Content) -> str:
    """Return the JSON text of a dossier, with one record per line where it fits.

    It ends with a newline. The same records in the same order give the same text.

    Raises:
        InvalidDossier: if it could not be read again because ids do not resolve.
    """
    return _checked(content, _whole)


def write_lines(content: Content) -> str:
    """Return the lines of a dossier in a sequence: its head, then its records.

    Raises:
        InvalidDossier: if it could not be read again because ids do not resolve.
    """
    return _checked(content, _lines)


def write_text(head: Head, records: Iterable[Record]) -> str:
    """Return the dossier as a sheet.

    Raises:
        InvalidDossier: if it could not be read again.
    """
    kept = list(records)
    _check(head, kept, [write_record(record) for record in kept])
    return write_sheet(head, kept) or EMPTY_SHEET


def refuse_to_replace(path: Path) -> None:
    """Refuse to overwrite a sheet whose contents a dossier cannot hold.

    Raises:
        OSError: when the file exists and cannot be read.
        UnsafeReplacement: if it has comments, doubts or dropped claims.
    """
    if is_file(path) and open_sheet(path).holds_more:
        raise UnsafeReplacement(str(path))


def _check(
    head: Head, records: Sequence[Record], written: list[dict[str, JsonValue]]
) -> None:
    name = head.base or head.title or ""
    findings = check_integrity(records, dossier=name, written=written)
    if any(finding.severity == "error" for finding in findings):
        raise InvalidDossier(findings)


def _checked(content: Content, write: _Write) -> str:
    """Return a text without the derived ids that reading derives again."""
    if content.history == "unseen":
        text = "".join(write(content, ()))
        if _URN not in text:
            return text
        content = content.seen()
    written: list[dict[str, JsonValue]] = []
    if content.history != "read":
        written = [write_record(each) for each in content.records]
        _check(content.head, content.records, written)
    if content.history != "changed":
        text = "".join(write(content, content.derived))
        if not content.derived or _URN not in text:
            return text
    written = written or [write_record(each) for each in content.records]
    return "".join(write(content, frozenset(_left_out(content, written))))


def _whole(content: Content, left_out: Container[str | None]) -> Iterator[str]:
    """Yield the text of one dossier, without certain ids, piece by piece."""
    return lay_out(_said(content.head), _all_parts(content, left_out))


def _lines(content: Content, left_out: Container[str | None]) -> Iterator[str]:
    """Yield the lines of a dossier, without certain ids."""
    encode = line_encoder(has_known_fields=content.head.version is None)
    yield f"{encode({'type': 'dossier', **_said(content.head)})}\n"
    for each in content.records:
        yield f"{encode(_data(content.head, each, left_out))}\n"


def _said(head: Head) -> dict[str, JsonValue]:
    """Return a head as JSON."""
    named = {
        "$schema": head.schema,
        "claimtrack": head.version or FORMAT,
        "title": head.title,
        "base": head.base,
        "lang": head.lang,
    }
    given = {name: value for name, value in named.items() if value is not None}
    return {**given, **thaw(head.later)}


def _data(
    head: Head, record: Record, left_out: Container[str | None]
) -> dict[str, JsonValue]:
    """Return a record as JSON, with fields of another version in their old places."""
    data = write_record(record)
    if record.id in left_out:
        del data["id"]
    if head.version is not None:
        put_back(data)
    return data


def _all_parts(
    content: Content, left_out: Container[str | None]
) -> Iterator[list[Part]]:
    """Yield the parts of all records in the same form."""
    for each in content.records:
        if content.head.version is None:
            parts = parts_of(each)
            if each.id in left_out:
                # The id comes after the type.
                del parts[1]
            yield parts
        else:
            data = _data(content.head, each, left_out)
            yield [part_of(e, f"{encode_basestring(key)}: ") for key, e in data.items()]


def _left_out(content: Content, written: list[dict[str, JsonValue]]) -> Iterator[str]:
    """Yield the derived ids that reading derives again."""
    keys = [to_id(record) for record in content.records]
    free = content.derived.intersection(keys) - referenced_ids(written)
    taken = set(keys) - free
    twins: dict[str, int] = {}
    for key, record in zip(keys, content.records, strict=True):
        if key in free:
            if content.history != "changed" or free_id(record, taken, twins) == key:
                yield key
            taken.add(key)
