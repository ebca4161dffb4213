"""Decide which records stay if others are withheld, and with which contents."""

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
"""Judgement → the fields that say what it is about. It stays only if their targets
do."""

_NO_LEADS: Final[dict[type, tuple[str, ...]]] = {**_ABOUT, Claim: ("about",)}
"""Record → fields whose references do not keep their targets in a public dossier."""

_THINGS: Final = (Source, Document, Claim)
"""Records with content of their own. All others say something about these."""


def staying(
    records: Mapping[str, Record],
    withheld: AbstractSet[str],
    global_id: Callable[[str], str | None],
) -> list[Record]:
    """Return the records that stay, in order.

    Off-the-record attributions are withheld. Anything that only they lead to is
    withheld too, because a claim that nobody makes on the record reveals what was said
    off it. The same holds for judgements about any of this, and for what only those
    lead to, such as a published review. Records that something else leads to stay.

    Args:
        records: records without their private fields.
        withheld: ids of other records that do not stay; what they lead to does.
        global_id: returns the IRI of an id, or None if it has none.
    """
    off = {key for key, each in records.items() if _is_off_record(each)}
    gone = off | withheld
    kept = {key: each for key, each in records.items() if key not in gone}
    leads = _leads(records) if off else {}
    doubtful = closure(_all_of(off, leads), leads)
    about = {key: _about(each) for key, each in kept.items()}
    # The same holds for what judgements about these brought in: a review, its author.
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
    """Return the records that each record refers to, except those it is about."""
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
    """Return the judgements about any of these, directly or indirectly."""
    pairs = ((each, key) for key, targets in about.items() for each in targets)
    return closure(start, group_pairs(pairs)) - start


def _without_lost(record: Record, is_lost: Callable[[str], bool]) -> Record:
    """Return a record without references to lost records, as in "about"."""
    if not isinstance(record, Claim) or not any(map(is_lost, record.about)):
        return record
    kept = [each for each in record.about if not is_lost(each)]
    return attrs.evolve(record, about=kept)
