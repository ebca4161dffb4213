"""Two dossiers into one: what agrees is one record, what does not is a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.findings import Finding, clip, quote
from claimtrack.records import Assessment, Claim, FrozenMapping, Head, Record, to_id
from claimtrack.schema import (
    JsonValue,
    find_references,
    is_newer,
    read_record,
    write_record,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from claimtrack.schema import Path

__all__ = [
    "global_id",
    "local_id",
    "merge_heads",
    "merge_records",
    "renamed",
    "with_lang",
]


_SLUG: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
"""An id that is no IRI."""


def global_id(key: str, base: str | None) -> str | None:
    """Return an id as an IRI: a slug after the base, anything else as it is.

    >>> global_id("c1", "https://example.org/d/")
    'https://example.org/d/c1'
    """
    if ":" in key:
        return key
    return None if base is None else base + key


def local_id(key: str, old: str | None, new: str | None) -> str:
    """Return an id of a dossier of one base as a dossier of another has it.

    A slug of another base becomes global; what is global in the new base, a slug.

    >>> local_id("c1", "ex:a/", "ex:b/"), local_id("ex:b/c1", "ex:b/", "ex:b/")
    ('ex:a/c1', 'c1')
    """
    if ":" not in key:
        return key if old is None or old == new else old + key
    short = key.removeprefix(new) if new is not None else key
    return short if _SLUG.fullmatch(short) else key


def renamed(
    record: Record, old: str | None, new: str | None, held: Container[str]
) -> Record:
    """Return a record with its ids as a dossier of another base has them.

    An IRI that may lead out of the dossier becomes a slug only where that leads to a
    record.

    Args:
        record: the record.
        old: the base of the dossier that it comes from.
        new: the base of the dossier that it comes into.
        held: the ids of the records in there.
    """
    data = write_record(record)
    changes: list[tuple[Path, str, str]] = [
        (("id",), to_id(record), local_id(to_id(record), old, new))
    ]
    for each in find_references(data):
        name = local_id(each.id, old, new)
        leads_out = each.external and ":" in each.id and name not in held
        changes.append((each.path, each.id, each.id if leads_out else name))
    if all(key == name for _, key, name in changes):
        return record
    for path, _, key in changes:
        owner: JsonValue = data
        for step in path[:-1]:
            owner = owner[step]
        owner[path[-1]] = key
    made, problems = read_record(data)
    if made is None:
        raise problems[0].error
    return made


def with_lang(record: Record, lang: str | None) -> Record:
    """Return a record that says itself in which language its text is."""
    if isinstance(record, (Claim, Assessment)) and record.lang is None and lang:
        return attrs.evolve(record, lang=lang)
    return record


def merge_heads(ours: Head, theirs: Head) -> tuple[Head, list[Finding]]:
    """Return the head of both: ours, with what only theirs says.

    Two titles are a finding, and so is a base beside none: what is global here and
    what is local there become one. Two languages are none: each text says its own.
    """
    findings: list[Finding] = []
    if ours.base is not None and theirs.base is None:
        said = f"the other has no base; its slugs are read after {quote(ours.base)}"
        found = Finding.of("CT700", said, pointer="/base", field="dossier.base")
        findings.append(found)
    if ours.title and theirs.title and ours.title != theirs.title:
        said = f"both have a title, and {quote(ours.title)} is kept"
        found = Finding.of("CT700", said, pointer="/title", field="dossier.title")
        findings.append(found)
    return (
        Head(
            title=ours.title or theirs.title,
            base=ours.base,
            lang=ours.lang if ours.lang == theirs.lang else None,
            version=_newest(ours.version, theirs.version),
            later=FrozenMapping({**theirs.later, **ours.later}),
        ),
        findings,
    )


def _newest(*versions: str | None) -> str | None:
    newer = [each for each in versions if each is not None and is_newer(each)]
    return max(newer, key=lambda each: int(each.partition(".")[2]), default=None)


def merge_records(
    records: Iterable[Record],
) -> tuple[list[Record], list[Finding]]:
    """Return the records without the second of an id, and a finding where it differs.

    Equal records are one. Of two that differ, the first is kept.
    """
    kept: dict[str, Record] = {}
    findings: list[Finding] = []
    for record in records:
        key = to_id(record)
        mine = kept.setdefault(key, record)
        if mine != record:
            findings.append(_conflict(key, mine, record))
    return list(kept.values()), findings


def _conflict(key: str, mine: Record, other: Record) -> Finding:
    if mine.type != other.type:
        said = f"{clip(key)} is a {mine.type} here and a {other.type} there"
        return Finding.of("CT700", said, record=key, field=mine.type)
    differing = [
        field.name
        for field in attrs.fields(type(mine))
        if getattr(mine, field.name) != getattr(other, field.name)
    ]
    said = f"{clip(key)} differs in {', '.join(differing)}; the first is kept"
    return Finding.of("CT700", said, record=key, field=f"{mine.type}.{differing[0]}")
