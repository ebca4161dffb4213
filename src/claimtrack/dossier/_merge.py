"""Merge two dossiers: equal records become one, differences become findings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier._apart import kept_apart, settle
from claimtrack.dossier._circles import without_circles
from claimtrack.findings import Finding, clip, quote
from claimtrack.records import (
    Assessment,
    Claim,
    FrozenMapping,
    Head,
    Record,
    Source,
    name_key,
    to_id,
)
from claimtrack.schema import (
    JsonValue,
    find_references,
    is_newer,
    read_record,
    write_record,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from claimtrack.schema import Path

__all__ = ["global_id", "merge_heads", "merge_records"]


_SLUG: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
"""An id that is not an IRI."""


def global_id(key: str, base: str | None) -> str | None:
    """Return an id as an IRI: a slug is appended to the base; others are unchanged.

    >>> global_id("c1", "https://example.org/d/")
    'https://example.org/d/c1'
    """
    if ":" in key:
        return key
    return None if base is None else base + key


def local_id(key: str, old: str | None, new: str | None) -> str:
    """Return an id of a dossier with one base as written in a dossier with another.

    A slug of another base becomes global; an id that is global under the new base
    becomes a slug.

    >>> local_id("c1", "ex:a/", "ex:b/"), local_id("ex:b/c1", "ex:b/", "ex:b/")
    ('ex:a/c1', 'c1')
    """
    if ":" not in key:
        return key if old is None or old == new else old + key
    short = key.removeprefix(new) if new is not None else key
    return short if _SLUG.fullmatch(short) else key


def renamed(
    record: Record,
    names: Mapping[str, str],
    bases: tuple[str | None, str | None],
    held: Container[str],
) -> Record:
    """Return a record with its ids as in a merged dossier.

    An IRI that may refer to something outside the dossier becomes a slug only if a
    record has that slug.

    Args:
        record: the record.
        names: id of each record in its dossier → id in the merged dossier.
        bases: the base of the old dossier, and that of the new one.
        held: the ids of the records in the new one.
    """
    data = write_record(record)
    key = to_id(record)
    changes: list[tuple[Path, str, str]] = [(("id",), key, names[key])]
    for each in find_references(data):
        name = names.get(each.id) or local_id(each.id, *bases)
        leads_out = each.external and ":" in each.id and name not in held
        leads_out = leads_out and each.id not in names
        changes.append((each.path, each.id, each.id if leads_out else name))
    if all(key == name for _, key, name in changes):
        return record
    for path, _, name in changes:
        owner: JsonValue = data
        for step in path[:-1]:
            owner = owner[step]
        owner[path[-1]] = name
    made, problems = read_record(data)
    if made is None:
        raise problems[0].error
    return made


def with_lang(record: Record, lang: str | None) -> Record:
    """Return a record that states the language of its own text."""
    if isinstance(record, (Claim, Assessment)) and record.lang is None and lang:
        return attrs.evolve(record, lang=lang)
    return record


def merge_heads(ours: Head, theirs: Head) -> tuple[Head, list[Finding]]:
    """Return the head of both: this side's fields, and others that only theirs has.

    Two different titles give a finding, and so does a base on one side only, because
    global and local ids are then joined. Two different languages give none, because
    each text then states its own.
    """
    findings: list[Finding] = []
    if ours.base is not None and theirs.base is None:
        said = f"the other has no base; its slugs now belong to {quote(ours.base)}"
        found = Finding.of("CT700", said, pointer="/base", field="dossier.base")
        findings.append(found)
    if ours.title and theirs.title and ours.title != theirs.title:
        said = f"both have a title; {quote(ours.title)} is kept"
        found = Finding.of("CT700", said, pointer="/title", field="dossier.title")
        findings.append(found)
    return (
        Head(
            title=ours.title or theirs.title,
            base=ours.base,
            lang=ours.lang if ours.lang == theirs.lang else None,
            schema=ours.schema or theirs.schema,
            version=_newest(ours.version, theirs.version),
            later=FrozenMapping({**theirs.later, **ours.later}),
        ),
        findings,
    )


def _newest(*versions: str | None) -> str | None:
    newer = [each for each in versions if each is not None and is_newer(each)]
    return max(newer, key=lambda each: int(each.partition(".")[2]), default=None)


def merge_records(
    sides: Iterable[tuple[Mapping[str, Record], Head]], head: Head
) -> tuple[list[Record], list[Finding]]:
    """Return the records of both sides as one dossier has them, and the differences.

    Two records with one id become one if they are equal except for the spelling of
    names. If they differ, the first is kept. If they cannot be the same, the second
    gets another id, and the references in its own dossier are adapted.

    Args:
        sides: records and head of each dossier, this one's first.
        head: the head of the merged dossier.
    """
    listed = [
        (
            records,
            side,
            {each: local_id(each, side.base, head.base) for each in records},
        )
        for records, side in sides
    ]
    held = {key for _, _, ids in listed for key in ids.values()}
    is_one_base = None not in (bases := {side.base for _, side, _ in listed}) and (
        len(bases) == 1
    )
    kept: dict[str, Record] = {}
    findings: list[Finding] = []
    for records, side, ids in listed:
        names = settle(records, ids, kept, is_one_base=is_one_base)
        for key, record in records.items():
            said = record if head.lang else with_lang(record, side.lang)
            made = renamed(said, names, (side.base, head.base), held)
            if names[key] != ids[key]:
                findings.append(kept_apart(kept[ids[key]], made))
            mine = kept.setdefault(names[key], made)
            findings.extend(_conflicts(names[key], mine, made))
    whole, circles = without_circles(list(kept.values()))
    return whole, [*findings, *circles]


def _conflicts(key: str, mine: Record, other: Record) -> Iterator[Finding]:
    differing = [
        field.name
        for field in attrs.fields(type(mine))
        if _compared(mine, field.name) != _compared(other, field.name)
    ]
    if differing:
        said = f"{clip(key)} differs in {', '.join(differing)}; the first is kept"
        field = f"{mine.type}.{differing[0]}"
        yield Finding.of("CT700", said, record=key, field=field)


def _compared(record: Record, field: str) -> object:
    """Return a field in the form used for comparison: names ignore spelling."""
    if isinstance(record, Source) and field == "name" and record.name is not None:
        return name_key(record.name)
    if isinstance(record, Source) and field == "aka":
        return [(name_key(alias.text), alias.lang) for alias in record.aka]
    return getattr(record, field)
