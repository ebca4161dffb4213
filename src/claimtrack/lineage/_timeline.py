"""Timeline: what happened to a claim and when, as far as it is recorded."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.findings import clip
from claimtrack.lineage._impact._retraction import papers_of
from claimtrack.records import (
    Assessment,
    Document,
    Notice,
    Relation,
    to_id,
    words,
)
from claimtrack.view import View
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.dossier import Dossier
    from claimtrack.records import Attribution, Identified

__all__ = ["Event", "EventKind", "timeline"]

EventKind: TypeAlias = Literal[
    "said", "published", "modified", "assessed", "related", "notice"
]
"""What happened: somebody said so, a document came out or changed, somebody judged the
claim or joined it to another, a notice was given."""

_ORDER: Final = words(EventKind)


@attrs.frozen(kw_only=True)
class Event:
    """Something that happened to a claim, with its recorded date.

    Attributes:
        kind: said, published, modified, assessed, related or notice.
        record: the id of the record that has the date.
        link: the index of the link, from 0, if something was said.
        when: the date as recorded. It is never part of the repr.
        is_private: whether the date is private, because an unnamed source spoke then.
            If so, no text shows it either.
        text: what happened, without a full stop.
    """

    kind: EventKind
    record: str
    link: int | None = None
    when: When = attrs.field(repr=False)
    is_private: bool = False
    text: str

    def __str__(self) -> str:
        """Return what happened, after its date unless the date is private."""
        shown = "(not shown)" if self.is_private else clip(str(self.when))
        return f"{shown}  {self.text}"


def timeline(
    dossier: Dossier, claim: str | Identified | None = None
) -> tuple[Event, ...]:
    """Return what happened to a claim, or to all claims, in chronological order.

    The events are: a source said so; a document came out or changed, if the chains go
    through it or it published a judgement on the claim; the claim was judged, joined to
    another claim, corrected or retracted. Notices about anything that the chains depend
    on count too: about every source, including holders, and about the originals of
    their documents.

    Events without a date are left out; nothing is invented. An event that certainly
    came before another one is listed before it. If that is not known, the earliest
    possible date decides, and dates that are only words come last.

    Args:
        dossier: the dossier with the claim.
        claim: the claim, or its id; claims merged with it are included. If left out,
            the result has the events of all claims, each event once.

    Raises:
        DanglingReference: if the dossier has no claim with this id.

    >>> from claimtrack import Dossier, link
    >>> d = Dossier()
    >>> told = link(d.outlet("UNN"), at="2025-06")
    >>> rain = d.claim("It rains")
    >>> a = d.attribute(rain, told.citing(d.person("Keir"), at="2025-05"))
    >>> for each in timeline(d, rain):
    ...     print(each)
    2025-05  Keir said so
    2025-06  UNN said so
    """
    view = View.of(dossier)
    claims: Iterable[str]
    attributions: Iterable[Attribution]
    if claim is None:
        claims = [each.id for each in dossier.claims]
        classes = {view.claims.least_of(each) for each in claims}
        attributions = [one for each in classes for one in view.attributions_of(each)]
    else:
        key = to_id(view.claim(claim))
        claims, attributions = view.claims.members_of(key), view.attributions_of(key)
    papers = {each for told in attributions for each in papers_of(told)}
    ids = [str(each.id) for each in attributions]
    touched = {*claims, *ids, *papers}
    reviews = {
        each.document
        for each in view.all(Assessment)
        if each.document is not None and each.subject in touched
    }
    touched |= reviews
    noticed = touched.union(
        view.documents.with_originals(papers),
        map(view.documents.original_of, papers),
        *(
            view.sources.members_of(link.source)
            for each in attributions
            for link in each.chain
            if link.source is not None
        ),
    )
    found = [
        *(event for each in attributions for event in _said(each, view)),
        *(event for each in sorted(papers | reviews) for event in _issued(each, view)),
        *_happened(dossier, touched, noticed, view),
    ]
    return tuple(sorted(found, key=_place))


def _said(attribution: Attribution, view: View) -> Iterator[Event]:
    for place, link in enumerate(attribution.chain):
        if link.at is None:
            continue
        if link.is_nobody:
            # With nobody on record, there is no source to protect.
            text = "the claim was made (nobody on record)"
            yield Event(kind="said", record=to_id(attribution), when=link.at, text=text)
            continue
        key = None if link.source is None else view.sources.least_of(link.source)
        verb = "was spoken for" if link.is_ascribed and place else "said so"
        yield Event(
            kind="said",
            record=to_id(attribution),
            link=place,
            when=link.at,
            is_private=key is None or view.sources.kind(key) == "unnamed",
            text=f"{view.named_link(link)} {verb}",
        )


def _issued(paper: str, view: View) -> Iterator[Event]:
    document = view.records.get(paper)
    if not isinstance(document, Document):
        return
    name = view.named(paper)
    if document.published is not None:
        yield Event(
            kind="published",
            record=paper,
            when=document.published,
            text=f"{name} was published",
        )
    if document.modified is not None:
        yield Event(
            kind="modified",
            record=paper,
            when=document.modified,
            text=f"{name} was changed",
        )


def _happened(
    dossier: Dossier, touched: set[str], noticed: set[str], view: View
) -> Iterator[Event]:
    """Yield the assessments, relations and notices about the claim and its chains."""
    by_record: Iterable[Assessment | Relation | Notice] = (
        *dossier.assessments,
        *dossier.relations,
        *dossier.notices,
    )
    for each in by_record:
        if each.at is None:
            continue
        by = "" if each.by is None else f" by {view.named(each.by)}"
        key = to_id(each)
        if isinstance(each, Assessment):
            if each.subject in touched:
                text = f"{view.named(each.subject)} was judged{by}"
                yield Event(kind="assessed", record=key, when=each.at, text=text)
        elif isinstance(each, Notice):
            if each.target in noticed:
                text = f"{each.kind} of {view.named(each.target)}{by}"
                yield Event(kind="notice", record=key, when=each.at, text=text)
        elif touched & {each.subject, each.object}:
            text = (
                f"{view.named(each.subject)} {each.kind} "
                f"{view.named(each.object)}: judged so{by}"
            )
            yield Event(kind="related", record=key, when=each.at, text=text)


def _place(event: Event) -> tuple[bool, float, float, int, int, str, str]:
    """Return the sort key of an event: its beginning, then its end, then its kind.

    If these are equal, the outer link and then the text decide, so that ids matter
    last.
    """
    first, last = event.when.earliest, event.when.latest
    start = last if first is None else first
    end = first if last is None else last
    return (
        start is None,
        0.0 if start is None else _seconds(start),
        0.0 if end is None else _seconds(end),
        _ORDER.index(event.kind),
        event.link or 0,
        event.text,
        event.record,
    )


def _seconds(bound: date | datetime) -> float:
    """Return a bound as seconds since 1970; a day begins at midnight."""
    if not isinstance(bound, datetime):
        bound = datetime.combine(bound, time(), UTC)
    return bound.timestamp()
