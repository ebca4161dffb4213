"""Which records stay when others are withheld, and what they say then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Notice,
    Relation,
    Source,
)
from claimtrack.schema import find_references, write_record
from claimtrack.view import closure, group_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from claimtrack.records import Record

__all__ = ["staying"]

_ABOUT: Final[dict[type, tuple[str, ...]]] = {
    Assessment: ("subject",),
    Notice: ("target",),
    Relation: ("subject", "object"),
}
"""Judgement → the fields that say what it is about. It stays while they do."""

_NO_LEADS: Final[dict[type, tuple[str, ...]]] = {**_ABOUT, Claim: ("about",)}
"""Record → the fields that keep nothing in a public dossier by naming it."""

_THINGS: Final = (Source, Document, Claim)
"""What records are made of. The rest says something of these."""


def staying(
    records: Mapping[str, Record],
    withheld: AbstractSet[str],
    global_id: Callable[[str], str | None],
) -> list[Record]:
    """Return the records that stay, in their order.

    Attributions off the record are withheld. So is what they alone lead to, for a claim
    that nobody makes on the record gives away what was said off it; and so are
    judgements about any of this, with what they alone lead to: a published review, say.
    What something else leads to stays.

    Args:
        records: records without their private fields.
        withheld: ids of others that do not stay; what they lead to does.
        global_id: returns an id as others can use it, None where it has no such form.
    """
    off = {key for key, each in records.items() if _is_off_record(each)}
    gone = off | withheld
    kept = {key: each for key, each in records.items() if key not in gone}
    leads = _leads(records) if off else {}
    doubtful = closure(_all_of(off, leads), leads)
    about = {key: _about(each) for key, each in kept.items()}
    # So is what was brought in by a judgement about these: a review, who wrote it.
    reached = 0
    while reached < len(doubtful):
        reached = len(doubtful)
        judging = _touched(about, off | doubtful)
        doubtful |= closure(_all_of(judging, leads), leads)
    waiting = _touched(about, gone | doubtful)
    stay = set(kept) - doubtful - waiting
    stay |= closure(_all_of(stay, leads), leads)
    while arrived := {key for key in waiting if stay.issuperset(about[key])}:
        waiting -= arrived
        stay |= arrived | closure(_all_of(arrived, leads), leads)
    lost = gone | (set(kept) - stay)
    spelled = {global_id(key) for key in lost} - {None}

    def is_lost(key: str) -> bool:
        return key in lost or global_id(key) in spelled

    return [_without_lost(each, is_lost) for key, each in kept.items() if key in stay]


def _is_off_record(record: Record) -> bool:
    return isinstance(record, Attribution) and any(
        link.ground_rules == "off-record" for link in record.chain
    )


def _all_of(keys: Iterable[str], leads: Mapping[str, list[str]]) -> Iterator[str]:
    return (lead for key in keys for lead in leads.get(key, ()))


def _leads(records: Mapping[str, Record]) -> dict[str, list[str]]:
    """Return the things that each record refers to, but for what it is about."""
    things = {key for key, each in records.items() if isinstance(each, _THINGS)}
    return {
        key: [
            each.id
            for each in find_references(write_record(record))
            if each.id in things and each.path[0] not in _NO_LEADS.get(type(record), ())
        ]
        for key, record in records.items()
    }


def _about(record: Record) -> list[str]:
    return [getattr(record, name) for name in _ABOUT.get(type(record), ())]


def _touched(about: Mapping[str, list[str]], start: AbstractSet[str]) -> set[str]:
    """Return the judgements that are about any of these, or about one that is."""
    pairs = ((each, key) for key, targets in about.items() for each in targets)
    return closure(start, group_pairs(pairs)) - start


def _without_lost(record: Record, is_lost: Callable[[str], bool]) -> Record:
    """Return a record that names nothing that is lost: a claim may, as its subject."""
    if not isinstance(record, Claim) or not any(map(is_lost, record.about)):
        return record
    kept = [each for each in record.about if not is_lost(each)]
    return attrs.evolve(record, about=kept)
