"""Timeline: when what happened to a claim, as far as it is recorded."""

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
    """Something that happened to a claim, at a time that is known more or less.

    Attributes:
        kind: said, published, modified, assessed, related or notice.
        record: id of the record that has the date.
        link: of what was said, the index of the link, from 0.
        when: the date as it is recorded. No repr shows it.
        is_private: whether when it was is nobody's business: an unnamed source said
            so. Then no text shows it either.
        text: what happened, without a full stop.
    """

    kind: EventKind
    record: str
    link: int | None = None
    when: When = attrs.field(repr=False)
    is_private: bool = False
    text: str

    def __str__(self) -> str:
        """Return the date, unless it is private, and what happened."""
        shown = "(not shown)" if self.is_private else clip(str(self.when))
        return f"{shown}  {self.text}"


def timeline(
    dossier: Dossier, claim: str | Identified | None = None
) -> tuple[Event, ...]:
    """Return what happened to a claim, or to all, in the order of its beginning.

    Who said so when, when the documents came out or changed that the chains go
    through or that published a judgement on it, and when it was judged, joined to other
    claims, corrected or retracted. Notices on what the chains hang on count too: on
    each source, be it a holder, and on what their documents were copied or translated
    from.
    What has no date is left out; nothing is invented. What surely came before another
    stands before it; where that is not known, the earliest it may have been decides,
    and dates in words alone stand last.

    Args:
        dossier: where the claim is.
        claim: the claim, or its id; it counts with all that are one with it. Without
            one, what happened to all claims of the dossier, each event once.

    Raises:
        DanglingReference: where the dossier has no claim of this id.

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
            # There is no source to protect.
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
    """Yield what was judged, joined or announced about the claim and its chains."""
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
    """Return where an event stands: by its beginning, then its end, then its kind.

    Where these are the same, the outer link and then the text decide, so that ids
    matter last.
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
    """Return a bound as seconds from the year 1970; a day counts from its midnight."""
    if not isinstance(bound, datetime):
        bound = datetime.combine(bound, time(), UTC)
    return bound.timestamp()
