"""The lineage of a claim in words, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._phrases import end_mark, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimtrack.lineage import End, Lineage
    from claimtrack.records import Record

__all__ = ["NOTHING", "claim_rows", "end_text"]

NOTHING: Final = "none"
"""The text of a row without anybody to name."""

NAMED: Final = 20
"""Most names in a row; the others are counted."""


def claim_rows(
    found: Lineage, records: Mapping[str, Record]
) -> tuple[tuple[str, str], ...]:
    """Return the lineage of a claim as rows: the name and the text of each.

    Sources are given by name, documents by title. The rows are the same for all claims.

    Args:
        found: the result of `claimtrack.lineage.trace`.
        records: the records with the sources.
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
    """Return who or what an end is, and its kind."""
    mark = end_mark(end.source, end.kind, records)
    return mark if end.source is None else f"{name_of(end.source, records)} {mark}"


def _names(keys: Iterable[str], records: Mapping[str, Record]) -> str:
    return _joined(name_of(each, records) for each in keys)


def _joined(words: Iterable[str]) -> str:
    shown = [*words]
    if len(shown) > NAMED:
        shown[NAMED:] = [f"and {len(shown) - NAMED} more"]
    return ", ".join(shown) or NOTHING
