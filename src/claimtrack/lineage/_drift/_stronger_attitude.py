"""Attitude: a plan that is passed on as an announcement, a belief as knowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lineage._drift._kind import Drift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.lineage._drift._relays import Relays
    from claimtrack.records import Attitude
    from claimtrack.view import View

__all__ = ["find_stronger_attitudes"]

_STRENGTH: Final[dict[Attitude, int]] = {
    "desire": 0,
    "intention": 1,
    "belief": 2,
    "assertion": 3,
    "knowledge": 4,
}

_PHRASES: Final[dict[Attitude, str]] = {
    "desire": "a desire",
    "intention": "an intention",
    "belief": "a belief",
    "assertion": "an assertion",
    "knowledge": "knowledge",
}


def find_stronger_attitudes(
    all_relays: Iterable[Relays], view: View
) -> Iterator[Drift]:
    """Yield chains with a stronger attitude than in a document that they go through."""
    for relays in all_relays:
        attitudes: set[Attitude] = {
            each.chain.last.attitude for each in relays.read_there
        }
        if not attitudes:
            continue
        was = max(attitudes, key=_STRENGTH.__getitem__)
        related = tuple(str(each.id) for each in relays.read_there)
        source, document = view.named(relays.source), view.named(relays.document)
        for passage in relays.passages:
            now = passage.attribution.chain.last.attitude
            if _STRENGTH[now] > _STRENGTH[was]:
                yield Drift(
                    kind="attitude",
                    attribution=str(passage.attribution.id),
                    link=len(passage.attribution.chain) - 1,
                    related=related,
                    was=was,
                    now=now,
                    text=f"what is attributed to {source} is passed on as "
                    f"{_PHRASES[now]}, but it is {_PHRASES[was]} in {document}",
                )
