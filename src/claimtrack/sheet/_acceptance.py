"""The part of a dossier that somebody has accepted: all but a tool's drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.dossier import Dossier
from claimtrack.notation import split_sheet
from claimtrack.records import Attribution, Claim
from claimtrack.schema import find_references, write_record

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from claimtrack.records import Record

__all__ = ["accepted", "drafted_in"]

_LOOSE: Final = ("about", "condition", "quantity", "chain")
"""Fields that can lose a reference while their record stays."""


def drafted_in(text: str) -> frozenset[str]:
    r"""Return the ids of the claims that a sheet marks with a tilde.

    >>> sorted(drafted_in("~ [c1] It closes.\n- [c2] It pays."))
    ['c1']
    """
    return frozenset(each.key for each in split_sheet(text) if each.bullet == "~")


def accepted(dossier: Dossier, *, drafted: AbstractSet[str] = frozenset()) -> Dossier:
    """Return a dossier without drafts of a tool that nobody has reviewed.

    Attributions recorded by a tool are left out, and so are claims that have no others,
    and judgements and relations about any of these. Other records that refer to them
    stay, without the reference.

    Args:
        dossier: the dossier; it does not change.
        drafted: ids of further claims that are drafts, as marked in a sheet.

    >>> from claimtrack.records import Recorded
    >>> d = Dossier()
    >>> tool = Recorded(method="tool")
    >>> c = d.claim("The port will close")
    >>> a = d.attribute(c, d.outlet("UNN"), recorded=tool)
    >>> [each.id for each in accepted(d).values()]
    ['unn']
    """
    gone = {str(each.id) for each in dossier.attributions if _is_drafted(each)}
    attributed = {each.claim for each in dossier.attributions}
    kept = {each.claim for each in dossier.attributions if str(each.id) not in gone}
    gone |= (attributed - kept) | drafted
    while further := {
        key
        for key, each in dossier.items()
        if key not in gone and _is_about(each, gone)
    }:
        gone |= further
    made = Dossier()
    made.head = dossier.head
    for key, record in dossier.items():
        if key not in gone:
            made.add(_without(record, gone))
    return made


def _is_drafted(record: Attribution) -> bool:
    return record.recorded is not None and record.recorded.method == "tool"


def _is_about(record: Record, gone: AbstractSet[str]) -> bool:
    return any(
        each.id in gone and each.path[0] not in _LOOSE
        for each in find_references(write_record(record))
    )


def _without(record: Record, gone: AbstractSet[str]) -> Record:
    """Return a record without references to these ids."""
    if isinstance(record, Claim):
        condition, quantity = record.condition, record.quantity
        if condition is not None and condition.claim in gone:
            bare = condition.text
            condition = None if bare is None else attrs.evolve(condition, claim=None)
        if quantity is not None and quantity.of in gone:
            quantity = attrs.evolve(quantity, of=None)
        about = [each for each in record.about if each not in gone]
        return attrs.evolve(record, about=about, condition=condition, quantity=quantity)
    if isinstance(record, Attribution):
        links = [
            attrs.evolve(each, utterance=None) if each.utterance in gone else each
            for each in record.chain
        ]
        return attrs.evolve(record, chain=attrs.evolve(record.chain, links=links))
    return record
