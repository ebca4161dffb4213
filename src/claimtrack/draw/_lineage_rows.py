"""What lineage knows of a claim, row by row, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._phrases import end_mark, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.lineage import End, Lineage
    from claimtrack.records import Record

__all__ = ["NOTHING", "claim_rows", "end_text"]

NOTHING: Final = "none"
"""Stands where there is nobody to name."""

NAMED: Final = 20
"""How many are named in a row; the others are counted."""


def claim_rows(
    found: Lineage, records: Mapping[str, Record]
) -> tuple[tuple[str, str], ...]:
    """Return what lineage knows of a claim: the name of each row, and what it says.

    Sources are named, documents have their titles. The rows are always the same ones.

    Args:
        found: what `claimtrack.lineage.trace` returned.
        records: where the sources are.
    """
    return (
        ("ends", _joined(end_text(each, records) for each in found.ends)),
        ("holders", _names(found.holders, records)),
        ("origins", _names(found.origin_ids, records)),
        ("individuals", str(found.individuals)),
        ("independence", found.independence),
        ("bottlenecks", _names(found.bottlenecks, records)),
        ("single points", _names(found.single_points, records)),
    )


def end_text(end: End, records: Mapping[str, Record]) -> str:
    """Return who an end is, and of what kind."""
    mark = end_mark(end.source, end.kind, records)
    return mark if end.source is None else f"{name_of(end.source, records)} {mark}"


def _names(keys: Iterable[str], records: Mapping[str, Record]) -> str:
    return _joined(name_of(each, records) for each in keys)


def _joined(words: Iterable[str]) -> str:
    shown = [*words]
    if len(shown) > NAMED:
        shown[NAMED:] = [f"and {len(shown) - NAMED} more"]
    return ", ".join(shown) or NOTHING
