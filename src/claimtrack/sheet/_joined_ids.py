"""Ids of a second draft in the sheet that it is merged into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.notation import Mint
from claimtrack.records import Attribution, Document, Source
from claimtrack.schema import find_references, read_record, write_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimtrack.notation import Sheet
    from claimtrack.records import Record
    from claimtrack.schema import JsonValue

__all__ = ["joined_names", "needless_in", "with_names"]


def joined_names(
    sheet: Sheet, records: Sequence[Record], matched: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """Return new ids for some records of a second draft, by their old ids.

    The draft's document becomes the one that the sheet reads. An unnamed source of a
    claim that matches a claim of the sheet becomes the one at the same place of its
    chain if the words are the same; any other is a new source.

    Args:
        sheet: the parsed sheet.
        records: the records of the draft.
        matched: pairs of claim ids: of the sheet, and of the draft.
    """
    ours = {str(each.id): each for each in sheet.examination.records}
    theirs = {str(each.id): each for each in records}
    names: dict[str, str] = {}
    document = next((key for key, e in theirs.items() if isinstance(e, Document)), None)
    if document is not None and sheet.read is not None:
        names[document] = sheet.read
    for mine, other in matched:
        pairs = zip(
            _unnamed_of(mine, sheet.examination.records, ours),
            _unnamed_of(other, records, theirs),
            strict=False,
        )
        for key, wanted in pairs:
            if (
                wanted not in names
                and key not in names.values()
                and _is_alike(ours[key], theirs[wanted])
            ):
                names[wanted] = key
        said = zip(
            _attributions_of(mine, sheet.examination.records),
            _attributions_of(other, records),
            strict=False,
        )
        names.update((wanted, key) for key, wanted in said)
    mint, taken = Mint(), {*ours, *theirs, *names.values()}
    for key, each in theirs.items():
        stem = "a" if isinstance(each, Attribution) else "unnamed-"
        is_loose = stem == "a" or (isinstance(each, Source) and each.kind == "unnamed")
        if is_loose and key in ours and key not in names:
            names[key] = mint.numbered(stem, taken)
    return names


def with_names(record: Record, names: Mapping[str, str]) -> Record:
    """Return a record with new ids for itself and in its references."""
    data = write_record(record)
    places = [
        (("id",), str(record.id)),
        *((e.path, e.id) for e in find_references(data)),
    ]
    changes = [(path, names[key]) for path, key in places if names.get(key, key) != key]
    for path, name in changes:
        owner: JsonValue = data
        for step in path[:-1]:
            owner = owner[step]
        owner[path[-1]] = name
    made, _ = read_record(data)
    return made if changes and made is not None else record


def needless_in(records: Sequence[Record], claims: AbstractSet[str]) -> set[str]:
    """Return the ids of unnamed sources that are in no chain of these claims.

    Args:
        records: the records of the draft.
        claims: ids of the claims that are added to the sheet.
    """
    needed = {
        reference.id
        for each in records
        if isinstance(each, Attribution) and each.claim in claims
        for reference in find_references(write_record(each))
    }
    return {
        str(each.id)
        for each in records
        if isinstance(each, Source) and each.kind == "unnamed" and each.id not in needed
    }


def _attributions_of(claim: str, records: Iterable[Record]) -> list[str]:
    """Return the ids of those attributions of a claim that have one of their own."""
    return [
        each.id
        for each in records
        if isinstance(each, Attribution) and each.claim == claim and each.id is not None
    ]


def _unnamed_of(
    claim: str, records: Iterable[Record], by_id: Mapping[str, Record]
) -> list[str]:
    """Return the unnamed sources in the chains of a claim, in order."""
    return [
        key
        for each in records
        if isinstance(each, Attribution) and each.claim == claim
        for link in each.chain
        for key in (link.source, *(one.source for one in link.candidates or ()))
        if key is not None
        and isinstance(source := by_id.get(key), Source)
        and source.kind == "unnamed"
    ]


def _is_alike(one: Record, other: Record) -> bool:
    words = [e.description for e in (one, other) if isinstance(e, Source)]
    return words[0] == words[1]
