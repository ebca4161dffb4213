"""Dropped anonymity: a report is passed on, and not that its people were unnamed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from claimtrack.lineage._drifting import Drift
from claimtrack.lineage._voices import voices
from claimtrack.records import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.records import Link
    from claimtrack.view import View

__all__ = ["find_dropped_anonymity"]

_ENOUGH: Final = 2
"""Of reports alike but for where they were read: one is read elsewhere, surely."""


@attrs.frozen
class _Reliance:
    """A chain in which an outlet relies on somebody unnamed.

    Attributes:
        attribution: id of the attribution.
        read_in: the document that it was read in.
        source: id of whom the outlet relies on.
    """

    attribution: str
    read_in: str
    source: str


_Key: TypeAlias = tuple[str, str, str | None]
"""A class of claims, an outlet, and the document in which it said so, if recorded."""

_ANYWHERE: Final = ""
"""Stands for all documents, recorded or not; no document has this id."""


def find_dropped_anonymity(view: View) -> Iterator[Drift]:
    """Yield chains that stop at an outlet which elsewhere relies on unnamed people.

    Elsewhere is another attribution of the same claim, read in another document, in
    which the next voice after this outlet is unnamed. Where both name the document in
    which the outlet said so, it has to be the same.

    Source: Washington Post, guidelines on sourcing: who quotes a report that relies
    on unnamed people says so.
    """
    found = _reliances(view)
    for each in view.all(Attribution):
        spoken = voices(each.chain)
        outlet = _outlet(spoken[-1], view)
        if outlet is None or each.document is None:
            continue
        said_in = spoken[-1].document
        claim = view.claims.least_of(each.claim)
        which = (_ANYWHERE,) if said_in is None else (said_in, None)
        elsewhere = sorted(
            (
                reliance
                for document in which
                for reliance in found.get((claim, outlet, document), ())
                if reliance.read_in != each.document
            ),
            key=lambda reliance: reliance.attribution,
        )
        if elsewhere:
            yield _dropped(each, len(spoken) - 1, outlet, elsewhere[0], view)


def _reliances(view: View) -> dict[_Key, list[_Reliance]]:
    """Return where an outlet relies on somebody unnamed, as far as one has to look."""
    found: dict[_Key, list[_Reliance]] = {}
    for each in view.all(Attribution):
        if each.document is None:
            continue
        for link, inner in pairwise(voices(each.chain)):
            outlet = _outlet(link, view)
            if outlet is None or inner.source is None:
                continue
            source = view.sources.least_of(inner.source)
            if view.sources.kind(source) != "unnamed":
                continue
            reliance = _Reliance(str(each.id), each.document, source)
            claim = view.claims.least_of(each.claim)
            for document in (link.document, _ANYWHERE):
                there = found.setdefault((claim, outlet, document), [])
                if len(there) < _ENOUGH and each.document not in {
                    other.read_in for other in there
                }:
                    there.append(reliance)
    return found


def _outlet(link: Link, view: View) -> str | None:
    """Return the id that the source of a link goes by, if it is an outlet."""
    if link.source is None:
        return None
    key = view.sources.least_of(link.source)
    return key if view.sources.kind(key) == "outlet" else None


def _dropped(
    attribution: Attribution,
    place: int,
    outlet: str,
    elsewhere: _Reliance,
    view: View,
) -> Drift:
    return Drift(
        kind="anonymity",
        attribution=str(attribution.id),
        link=place,
        related=(elsewhere.attribution,),
        was=elsewhere.source,
        now=None,
        text=f"{view.named(outlet)} is passed on without those it relied on: "
        f"{view.named(elsewhere.source)}",
    )
