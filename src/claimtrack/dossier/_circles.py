"""Break cycles in orders that only arise when two dossiers are merged."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.findings import Finding, clip
from claimtrack.records import (
    ORDERED,
    Claim,
    Notice,
    Record,
    Relation,
    Waiver,
    to_id,
)
from claimtrack.view import closure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

__all__ = ["without_circles"]

Node: TypeAlias = tuple[str, str]
"""A kind of relation, and the id of a record that it orders."""

_FIX: Final = "Decide which relation is right, and remove or reverse another."


def without_circles(
    records: Sequence[Record],
) -> tuple[list[Record], list[Finding]]:
    """Return the records without the relations that close a cycle.

    In each cycle, the relation that came last closes it. Notices and waivers about a
    removed relation are removed too, and claims no longer refer to it. Each removal is
    an error-level CT700. Linear if there is no cycle.
    """
    relations = [each for each in records if isinstance(each, Relation)]
    gone = {
        to_id(each): _error(
            each,
            f"{clip(to_id(each))} is left out, because {clip(each.subject)} "
            f"{each.kind} {clip(each.object)} would close a circle",
            (each.subject, each.object),
        )
        for each in _closing([each for each in relations if each.kind in ORDERED])
    }
    if not gone:
        return list(records), []
    gone |= _remarks_on(gone, records)
    kept: list[Record] = []
    findings = list(gone.values())
    for record in records:
        # An IRI may refer to something outside the dossier.
        about = record.about if isinstance(record, Claim) else ()
        lost = [each for each in about if each in gone and ":" not in each]
        if isinstance(record, Claim) and lost:
            left = [each for each in about if each not in lost]
            kept.append(attrs.evolve(record, about=left))
            message = f"{clip(record.id)} is no longer about {clip(lost[0])}"
            findings.append(_error(record, f"{message}, which is left out", lost))
        elif to_id(record) not in gone:
            kept.append(record)
    return kept, findings


def _remarks_on(
    gone: Iterable[str], records: Iterable[Record]
) -> Mapping[str, Finding]:
    """Return a finding for each notice and waiver about a removed record.

    Notices and waivers about those are included.
    """
    remarks: dict[str, list[Notice | Waiver]] = {}
    for record in records:
        if isinstance(record, (Notice, Waiver)):
            remarks.setdefault(record.target, []).append(record)
    found: dict[str, Finding] = {}
    todo = list(gone)
    while todo:
        target = todo.pop()
        for each in remarks.pop(target, ()):
            message = (
                f"{clip(to_id(each))} is left out, because its target {clip(target)} is"
            )
            found[to_id(each)] = _error(each, message, (target,))
            todo.append(to_id(each))
    return found


def _error(record: Record, message: str, related: Iterable[str]) -> Finding:
    found = Finding.of(
        "CT700",
        message,
        fix=_FIX,
        record=to_id(record),
        field=record.type,
        related=tuple(sorted(related)),
    )
    return attrs.evolve(found, severity="error")


def _closing(relations: Sequence[Relation]) -> Iterator[Relation]:
    """Yield each relation that closes a cycle with earlier relations."""
    sorter = TopologicalSorter[Node]()
    for each in relations:
        sorter.add(*_ends(each))
    try:
        sorter.prepare()
    except CycleError:
        pass
    else:
        return
    # Relations that can still be sorted are not part of a cycle.
    free: set[Node] = set()
    while ready := sorter.get_ready():
        free.update(ready)
        sorter.done(*ready)
    leads: dict[Node, list[Node]] = {}
    for each in relations:
        start, end = _ends(each)
        if start in free or end in free:
            continue
        if start in closure([end], leads):
            yield each
        else:
            leads.setdefault(start, []).append(end)


def _ends(relation: Relation) -> tuple[Node, Node]:
    return (relation.kind, relation.subject), (relation.kind, relation.object)
