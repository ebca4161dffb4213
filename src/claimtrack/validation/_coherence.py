"""Check whether sound records fit together: names, cycles, publishers, waivers."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from claimtrack.findings import CODES, clip, quote
from claimtrack.records import (
    Attribution,
    Document,
    Relation,
    Source,
    Waiver,
    name_key,
    to_id,
)
from claimtrack.schema import find_references
from claimtrack.validation._fault import Fault
from claimtrack.validation._soundness import are_reached, grouped, references_of
from claimtrack.view import IDENTIFIED, Classes, View, closure, group_pairs
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from claimtrack.records import Record
    from claimtrack.schema import JsonValue, Path
    from claimtrack.view import Sources

__all__ = ["IDENTIFYING", "OURS", "find_coherence_faults"]

IDENTIFYING: Final = IDENTIFIED | {"platform"}
"""Kinds of source whose name is supposed to identify the source."""

_ORDERED: Final = ("supersedes", "version-of")
"""Kinds of relation that put records in an order, so a cycle is a contradiction."""

OURS: Final = ("CT0", "CT7")
"""Prefixes of the codes that validation itself reports."""

_SHOWN: Final = 5
"""Maximum number of ids that one message lists."""


def find_coherence_faults(
    records: Sequence[Record],
    written: Sequence[JsonValue],
    today: date | None = None,
) -> Iterator[Fault]:
    """Yield faults where records that are each sound do not fit together.

    Linear in the records and their references.

    Args:
        records: in file order; every reference resolves.
        written: the same records as JSON.
        today: the date on which waivers must still be in force; not checked if None.
    """
    places = {to_id(record): index for index, record in enumerate(records)}
    # The position in the list replaces a missing id; no id begins with "#".
    by_id = {record.id or f"#{index}": record for index, record in enumerate(records)}
    sources = View.of(by_id).sources
    yield from _shared_names(records, places, sources)
    groups = grouped(written)
    if groups is None or not are_reached(groups, references_of(groups)):
        yield from _unreachable(records, written)
    for kind in _ORDERED:
        yield from _circles(records, places, kind)
    yield from _foreign_heads(records, places, sources)
    yield from _idle_waivers(records, today)
    yield from _clashes(places, sources)


def _relations(records: Iterable[Record], *kinds: str) -> list[Relation]:
    return [r for r in records if isinstance(r, Relation) and r.kind in kinds]


def _shared_names(
    records: Sequence[Record], places: dict[str, int], sources: Sources
) -> Iterator[Fault]:
    """Yield CT703: a name shared by two identified sources, without an explanation."""
    apart = {
        frozenset((r.subject, r.object)) for r in _relations(records, "distinct-from")
    }
    owners: dict[str, str] = {}
    told: set[frozenset[str]] = set()
    for index, record in enumerate(records):
        if not isinstance(record, Source) or record.kind not in IDENTIFYING:
            continue
        names: list[tuple[Path, str]] = [(("name",), record.label)]
        names += [(("aka", n), alias.text) for n, alias in enumerate(record.aka)]
        for steps, name in names:
            owner = owners.setdefault(name_key(name), record.id)
            if owner == record.id:
                continue
            pair = frozenset((owner, record.id))
            if pair in apart or pair in told:
                continue
            if sources.least_of(owner) == sources.least_of(record.id):
                continue
            told.add(pair)
            yield Fault(
                path=("records", index, *steps),
                code="CT703",
                message=f"{quote(name)} is also a name of the source {clip(owner)}",
                related=(("records", places[owner]),),
            )


def _unreachable(
    records: Sequence[Record], written: Sequence[JsonValue]
) -> Iterator[Fault]:
    """Yield CT705: sources and documents that cannot be reached from other records."""
    links = {
        to_id(record): [each.id for each in find_references(data)]
        for record, data in zip(records, written, strict=True)
    }
    passive = (Source, Document)
    # A waiver does not lead anywhere, or it would remove the finding that it waives.
    todo = [to_id(e) for e in records if not isinstance(e, (*passive, Waiver))]
    reached = closure(todo, links)
    for index, record in enumerate(records):
        if isinstance(record, passive) and record.id not in reached:
            yield Fault(
                path=("records", index),
                code="CT705",
                message=f"nothing refers to the {record.type} {clip(record.id)}",
            )


def _circles(
    records: Sequence[Record], places: dict[str, int], kind: str
) -> Iterator[Fault]:
    """Yield CT706: one fault for each group of records that form a cycle."""
    relations = _relations(records, kind)
    # The remaining edges contain every cycle and the paths between cycles.
    first = _unled({(each.subject, each.object) for each in relations})
    last = _unled({(end, start) for start, end in first})
    edges = [each for each in relations if (each.object, each.subject) in last]
    classes = Classes.of((each.subject, each.object) for each in edges)
    circles = group_pairs((classes.least_of(each.subject), each) for each in edges)
    for members in circles.values():
        ids = sorted({key for each in members for key in (each.subject, each.object)})
        yield Fault(
            path=("records", places[to_id(members[0])]),
            code="CT706",
            message=f"{kind} relations form a circle: {_listed(ids)}",
            related=tuple(("records", places[key]) for key in ids),
        )


def _unled(edges: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the edges that could be part of a cycle or lie between cycles.

    Repeatedly drops edges whose start is not the end of another remaining edge.
    """
    counts = Counter([end for _, end in edges])
    gone = {start for start, _ in edges} - counts.keys()
    if not gone:
        return edges
    leading, todo = group_pairs(edges), list(gone)
    while todo:
        for end in leading.get(todo.pop(), ()):
            counts[end] -= 1
            if not counts[end]:
                gone.add(end)
                todo.append(end)
    return {edge for edge in edges if edge[0] not in gone}


def _foreign_heads(
    records: Sequence[Record], places: dict[str, int], sources: Sources
) -> Iterator[Fault]:
    """Yield CT708: chains that do not begin with the publisher of their document."""
    for index, record in enumerate(records):
        if not isinstance(record, Attribution) or record.document is None:
            continue
        document = records[places[record.document]]
        publisher = document.publisher if isinstance(document, Document) else None
        head = record.chain.head.source
        if (
            head is None
            or publisher is None
            or sources.least_of(head) == sources.least_of(publisher)
        ):
            continue
        yield Fault(
            path=("records", index, "chain", 0),
            code="CT708",
            message=(
                f"the chain begins with {clip(head)}, but {clip(publisher)} published "
                f"{clip(record.document)}"
            ),
            related=(("records", places[record.document]),),
        )


def _idle_waivers(records: Sequence[Record], today: date | None) -> Iterator[Fault]:
    """Yield CT707: waivers of codes that cannot be waived here, and expired waivers.

    Only the rules know whether a waiver names an existing rule and takes effect.
    """
    now = None if today is None else When.parse(today.isoformat())
    for index, record in enumerate(records):
        if not isinstance(record, Waiver):
            continue
        if record.rule.startswith(OURS) and record.rule not in CODES:
            yield Fault(
                path=("records", index, "rule"),
                code="CT707",
                message=f"there is no rule {record.rule}",
            )
        elif now is not None and record.until is not None and record.until.before(now):
            yield Fault(
                path=("records", index, "until"),
                code="CT707",
                message=f"the waiver expired; it ran until {clip(str(record.until))}",
            )


def _clashes(places: dict[str, int], sources: Sources) -> Iterator[Fault]:
    """Yield CT043 and CT044: joined sources whose kinds or counts conflict."""
    for least in sources.classes.members:
        records = sources.records_of(least)
        if sources.kinds_clash(least):
            kinds = " and ".join(sorted(sources.kinds(least)))
            message = f"same-as joins sources of different kinds, {kinds}"
            yield _clash("CT043", "kind", message, records, places)
        if sources.counts_clash(least):
            counted = [each for each in records if each.count]
            message = "same-as joins sources whose counts contradict each other"
            yield _clash("CT044", "count", message, counted, places)


def _clash(
    code: str,
    field: str,
    message: str,
    records: Sequence[Source],
    places: dict[str, int],
) -> Fault:
    """Return a fault at the first of these records, with the others as related."""
    keys = [each.id for each in records]
    first, *others = (("records", places[key]) for key in keys)
    return Fault(
        path=(*first, field),
        code=code,
        message=f"{message}: {_listed(keys)}",
        related=tuple(others),
    )


def _listed(keys: Sequence[str]) -> str:
    shown = ", ".join(clip(key) for key in keys[:_SHOWN])
    return f"{shown} and {len(keys) - _SHOWN} more" if len(keys) > _SHOWN else shown
