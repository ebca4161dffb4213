"""Ground rules: a source's word under looser rules than it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lineage._drift._kind import Drift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.lineage._drift._relays import Relays
    from claimtrack.records import GroundRules
    from claimtrack.view import View

__all__ = ["find_looser_rules"]

_LOOSENESS: Final[dict[GroundRules, int]] = {
    "off-record": 0,
    "deep-background": 1,
    "not-for-attribution": 2,
    "background": 3,
    "on-record": 4,
    "unknown": 4,
}
"""Ground rules → how loose they are. Readers take unknown ones as on the record."""

_PHRASES: Final[dict[GroundRules, str]] = {
    "off-record": "off the record",
    "deep-background": "on deep background",
    "not-for-attribution": "not for attribution",
    "background": "on background",
    "on-record": "on the record",
    "unknown": "without ground rules",
}


def find_looser_rules(all_relays: Iterable[Relays], view: View) -> Iterator[Drift]:
    """Yield chains with looser ground rules than in a document that they go through."""
    for relays in all_relays:
        rules: set[GroundRules] = {
            each.chain.last.ground_rules for each in relays.read_there
        }
        if not rules:
            continue
        was = max(rules, key=_LOOSENESS.__getitem__)
        related = tuple(str(each.id) for each in relays.read_there)
        source, document = view.named(relays.source), view.named(relays.document)
        for passage in relays.passages:
            now = passage.attribution.chain.last.ground_rules
            if _LOOSENESS[now] > _LOOSENESS[was]:
                yield Drift(
                    kind="ground-rules",
                    attribution=str(passage.attribution.id),
                    link=len(passage.attribution.chain) - 1,
                    related=related,
                    was=was,
                    now=None if now == "unknown" else now,
                    text=f"what is attributed to {source} is passed on "
                    f"{_PHRASES[now]}, but it is {_PHRASES[was]} in {document}",
                )
