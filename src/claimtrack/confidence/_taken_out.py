"""What does not count towards support: what is retracted, or said both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from claimtrack.dossier import Dossier
from claimtrack.lineage import Reason, Retraction
from claimtrack.records import Attribution, Claim, Document, Notice, Relation, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from claimtrack.confidence._index import Index
    from claimtrack.confidence._origins import Side, Testimony
    from claimtrack.when import When

__all__ = ["TakenOut", "find_retracted", "said_both_ways", "without"]


@attrs.frozen
class TakenOut:
    """Attributions that do not count, and the reason.

    Attributes:
        attributions: the ids of the attributions.
        reason: why they do not count, written to be read aloud.
    """

    attributions: frozenset[str]
    reason: Reason


def find_retracted(index: Index) -> frozenset[str]:
    """Return the ids of the attributions that retraction notices take away."""
    records = index.view.records
    targets = {
        each.target
        for each in index.view.all(Notice)
        if each.kind == "retraction" and each.target in records
    }
    if not targets:
        return frozenset()
    retraction = Retraction.of(targets, index.view)
    return frozenset(
        str(each.id)
        for each in index.view.all(Attribution)
        if retraction.takes_away(each, index.view)
    )


def said_both_ways(
    testimonies: Iterable[Testimony], index: Index
) -> Iterator[TakenOut]:
    """Yield what does not count because its origin also says the opposite.

    That is what the origin certainly said before it said the opposite, or everything if
    no date decides between the two.
    """
    by_origin: dict[str, set[tuple[Side, str, When | None]]] = {}
    for testimony in testimonies:
        for each in testimony.statements:
            by_origin.setdefault(each.origin, set()).update(
                (testimony.side, key, when) for key, when in each.said
            )
    for origin, said in sorted(by_origin.items()):
        if len({side for side, _, _ in said}) <= 1:
            continue
        later = [one for one in said if not any(_is_newer(e, one) for e in said)]
        has_changed = len({side for side, _, _ in later}) == 1
        gone = said.difference(later) if has_changed else said
        code, text = (
            (
                "changed-its-word",
                "has said this and the opposite; only the later statement counts",
            )
            if has_changed
            else (
                "says-both",
                "says this and the opposite, and no date decides; neither counts",
            )
        )
        ids = frozenset(key for _, key, _ in gone)
        reason = Reason(code, (origin, *sorted(ids)), f"{index.name(origin)} {text}")
        yield TakenOut(ids, reason)


def _is_newer(
    one: tuple[Side, str, When | None], other: tuple[Side, str, When | None]
) -> bool:
    """Return whether a statement was certainly made after one of the opposite."""
    is_opposite = one[0] != other[0]
    return (
        is_opposite
        and one[2] is not None
        and other[2] is not None
        and one[2].after(other[2]) is True
    )


def without(
    dossier: Dossier, gone: AbstractSet[str], claims: AbstractSet[str] | None = None
) -> Dossier:
    """Return the part of a dossier that lineage reads, without some attributions.

    Args:
        dossier: the dossier.
        gone: the ids of the attributions to leave out.
        claims: the ids of the claims whose attributions are kept; None for all claims.
    """
    made = Dossier()
    for key, record in dossier.items():
        if isinstance(record, Attribution):
            is_kept = key not in gone and (claims is None or record.claim in claims)
        else:
            is_kept = isinstance(record, (Source, Document, Claim, Relation))
        if is_kept:
            made.add(record)
    return made
