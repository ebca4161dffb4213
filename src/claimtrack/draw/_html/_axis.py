"""The timeline: bars on an axis, a list of them, and the events without a place."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.draw._html._facts import counted
from claimtrack.draw._html._spans import Words, said
from claimtrack.findings import natural_key
from claimtrack.lineage import Event, timeline
from claimtrack.records import Document

if TYPE_CHECKING:
    from claimtrack.draw._html._facts import Facts
    from claimtrack.when import When

__all__ = ["Axis", "Happening", "find_axis"]

BARS: Final = 40
"""Most events that have a bar; the list has all events."""

WIDTH: Final = 1_000
"""The length of an axis in units, from its first day to its last."""

THIN: Final = 4
"""The least length of a bar in units, so that it is visible."""


@attrs.frozen
class Happening:
    """Something that happened, possibly to several claims at once.

    Attributes:
        when: the date, or the words, as recorded.
        words: what happened.
        claims: the claims that it is about.
        left: where its bar begins, in units; None if it has no place on the axis.
        width: the length of its bar, in units.
        is_rough: whether the date is approximate or uncertain.
        why: why it has no place; empty if it has one.
    """

    when: str
    words: Words
    claims: Words
    left: int | None = None
    width: int = 0
    is_rough: bool = False
    why: str = ""


@attrs.frozen
class Axis:
    """What happened, and when, as exactly as it is recorded.

    Attributes:
        first: the day on which the axis begins; empty if nothing has a place on it.
        last: the day on which it ends.
        bars: the events with a bar: the first ones of `placed`.
        placed: the events with a place on the axis, the earliest first.
        apart: the events without one.
        undated: how many documents have no date, in words; empty for none.
    """

    first: str
    last: str
    bars: tuple[Happening, ...]
    placed: tuple[Happening, ...]
    apart: tuple[Happening, ...]
    undated: str


def find_axis(facts: Facts) -> Axis:
    """Return the timeline of a dossier, without private events."""
    found: dict[tuple[str, str], list[Event]] = {}
    for each in timeline(facts.dossier):
        if not each.is_private:
            found.setdefault((str(each.when), each.text), []).append(each)
    spans = {key: _span(events[0].when) for key, events in found.items()}
    days = [day for span in spans.values() if span for day in span]
    first, last = (min(days), max(days)) if days else (0, 0)
    placed: list[Happening] = []
    apart: list[Happening] = []
    for key, events in found.items():
        made = _happening(events, facts)
        span = spans[key]
        if span is None:
            apart.append(attrs.evolve(made, why=_why(events[0].when)))
        else:
            placed.append(_placed(made, span, first, last))
    papers = sum(each.published is None for each in facts.view.all(Document))
    return Axis(
        first=date.fromordinal(first).isoformat() if days else "",
        last=date.fromordinal(last).isoformat() if days else "",
        bars=tuple(placed[:BARS]),
        placed=tuple(placed),
        apart=tuple(apart),
        undated=f"{counted(papers, 'document')} without a date" if papers else "",
    )


def _span(when: When) -> tuple[int, int] | None:
    """Return the first and the last possible day; None if either is unknown."""
    if when.earliest is None or when.latest is None:
        return None
    return _day(when.earliest), _day(when.latest)


def _day(bound: date | datetime) -> int:
    return bound.toordinal()


def _happening(events: list[Event], facts: Facts) -> Happening:
    when = events[0].when
    claims = {
        claim
        for each in events
        for claim in facts.claims_of.get(each.record, ())
        or ((each.record,) if each.record in facts.supports else ())
    }
    text = events[0].text
    return Happening(
        when=when.text or str(when),
        words=said(text[:1].upper() + text[1:]),
        claims=facts.named(sorted(claims, key=natural_key)),
        is_rough=when.approximate or when.uncertain,
    )


def _placed(made: Happening, span: tuple[int, int], first: int, last: int) -> Happening:
    """Return a happening with its bar."""
    length = max(last - first, 1)
    left = (span[0] - first) * WIDTH // length
    width = max((span[1] - span[0]) * WIDTH // length, THIN)
    return attrs.evolve(
        made, left=min(left, WIDTH - THIN), width=min(width, WIDTH - left) or THIN
    )


def _why(when: When) -> str:
    """Return why a date has no place on the axis."""
    if when.edtf is None:
        return "in words alone"
    if when.earliest is None and when.latest is None:
        return f"recorded as {when.edtf}, which has no year"
    missing = "beginning" if when.earliest is None else "end"
    return f"recorded as {when.edtf}, which has no {missing}"
