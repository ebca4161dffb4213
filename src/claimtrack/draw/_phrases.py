"""The words for links, ends and numbers that trees and pictures share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.dossier import format_link, format_source
from claimtrack.findings import clip
from claimtrack.records import Document, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.lineage import EndKind
    from claimtrack.records import Count, Link, Record

__all__ = [
    "LINE",
    "NOBODY",
    "SINGLE",
    "end_mark",
    "link_details",
    "link_label",
    "name_of",
]

LINE: Final = 200
"""Most characters of a name, a text or a cue that are shown."""

NOBODY: Final = "nobody on record"
"""The speaker of a claim that nobody is recorded to have made."""

SINGLE: Final = "◆"
"""Marks a source without which no path is left."""


def name_of(key: str, records: Mapping[str, Record]) -> str:
    """Return the name of a source, a document or any other record, clipped."""
    record = records.get(key)
    if isinstance(record, Document):
        return clip(record.title or key, LINE)
    return clip(format_source(key, records), LINE)


def link_label(link: Link, records: Mapping[str, Record], *, is_holder: bool) -> str:
    """Return a link in notation, its candidates, or words for nobody on record."""
    if link.is_nobody:
        return NOBODY
    if not link.candidates:
        return clip(format_link(link, records, is_holder=is_holder), LINE)
    shown = " or ".join(
        format_source(each.source, records)
        + ("" if each.weight is None else f" {each.weight:g}")
        for each in link.candidates
    )
    return clip(f"({shown})" if is_holder else f"one of: {shown}", LINE)


def link_details(link: Link, records: Mapping[str, Record]) -> Iterator[str]:
    """Yield what is recorded about a link, in words."""
    if link.is_nobody:
        return
    if link.cue is not None:
        yield f"“{clip(link.cue, LINE)}”"
    if link.cue_basis not in (None, "explicit"):
        yield f"cue: {link.cue_basis}"
    if link.mode in ("direct", "mixed"):
        yield f"{link.mode} quote"
    if link.stance != "neutral":
        yield link.stance
    if link.attitude != "assertion":
        yield link.attitude
    if link.factuality is not None:
        yield link.factuality
    if link.addressee is not None and not _is_unnamed(link, records):
        yield f"to {name_of(link.addressee, records)}"


def _is_unnamed(link: Link, records: Mapping[str, Record]) -> bool:
    """Return whether a link has no named source, so that its addressee is private."""
    source = None if link.source is None else records.get(link.source)
    return not isinstance(source, Source) or source.kind == "unnamed"


def end_mark(source: str | None, kind: EndKind, records: Mapping[str, Record]) -> str:
    """Return the mark at an end, where the voices stop: ``[unnamed: 1 person]``."""
    if source is None:
        return "[open: speaker not settled]"
    record = records.get(source)
    count = record.count if isinstance(record, Source) else None
    if kind == "unnamed" and count is not None:
        return f"[unnamed: {_people(count)}]"
    return f"[{kind}]"


def _people(count: Count) -> str:
    if count.max is None:
        return f"{count.min} or more"
    if count.min == count.max:
        return "1 person" if count.min == 1 else f"{count.min} people"
    return f"{count.min} to {count.max} people"
