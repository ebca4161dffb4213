"""Dossiers as JSON: ``*.claims.json``."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING

from claimtrack.errors import InvalidDossier
from claimtrack.findings import Finding
from claimtrack.records import Head
from claimtrack.schema import (
    FORMAT,
    JsonValue,
    is_object,
    put_back,
    thaw,
    write_record,
)
from claimtrack.validation import check_integrity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.records import Record
    from claimtrack.validation import Examination

__all__ = [
    "only_one",
    "read_dossier",
    "write_dossier",
    "write_lines",
]


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


def write_dossier(head: Head, records: Iterable[Record]) -> str:
    """Return the JSON text of a dossier: two-space indents, a last newline.

    The same records in the same order give the same text.

    Raises:
        InvalidDossier: when it could not be read again, because ids lead nowhere.
    """
    said, written = _written(head, records)
    document = {**said, "records": written}
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def write_lines(head: Head, records: Iterable[Record]) -> Iterator[str]:
    """Yield the lines of a dossier in a sequence: its head, then its records.

    Raises:
        InvalidDossier: when it could not be read again, because ids lead nowhere.
    """
    said, written = _written(head, records)
    for each in ({"type": "dossier", **said}, *written):
        yield json.dumps(each, ensure_ascii=False) + "\n"


def _written(
    head: Head, records: Iterable[Record]
) -> tuple[dict[str, JsonValue], list[dict[str, JsonValue]]]:
    """Return head and records as JSON, checked."""
    kept = list(records)
    findings = check_integrity(kept, dossier=head.base or head.title or "")
    if any(finding.severity == "error" for finding in findings):
        raise InvalidDossier(findings)
    written = [write_record(record) for record in kept]
    named = {"title": head.title, "base": head.base, "lang": head.lang}
    said: dict[str, JsonValue] = {
        "claimtrack": head.version or FORMAT,
        **{name: value for name, value in named.items() if value is not None},
        **thaw(head.later),
    }
    if head.version is not None:
        for each in written:
            put_back(each)
    return said, written
