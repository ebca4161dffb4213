"""CT301-CT306: dates that say something, in an order that can be."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._settings import Settings
from claimtrack.lint._sketch import (
    claim,
    document,
    dossier,
    outlet,
    person,
    says,
)
from claimtrack.lint._steps import is_out
from claimtrack.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Notice,
    Relation,
)
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Link
    from claimtrack.schema import JsonValue
    from claimtrack.when import When

__all__ = ["DATING"]

_YEARLESS: Final = re.compile(r"(?<!\d)XXXX")
"""A year of which no digit is known, in EDTF."""

_STOPS: Final = claim("c1", "The ferry stops running in May.")


def _april(*, first: str = "XXXX-04", **told: JsonValue) -> str:
    return dossier(
        outlet("post"),
        outlet("herald"),
        person("jane-roe"),
        document("post-story", "post", published="2025-05-02", authors=["jane-roe"]),
        document("herald-story", "herald", published={"edtf": first, **told}),
        _STOPS,
        says(
            "a1",
            "c1",
            "post",
            {"source": "herald", "document": "herald-story"},
            "jane-roe",
            document="post-story",
        ),
    )


@rule(
    code="CT301",
    name="unresolved-relative-date",
    severity="warning",
    unit="record",
    text='"In April" needs a year or a document to count from',
    why="Next year, nobody will be able to tell which April was meant.",
    fix='Give the year, or the dated document that it counts from in "relative_to".',
    fires=_april(),
    passes=_april(first="2025-04"),
    near=_april(relative_to="post-story"),
    form=(
        "A date of publication, saying or event (published, modified, at) whose year "
        "is unspecified, without `relative_to`, or relative to a document without "
        "`published`. Related are the claims."
    ),
)
def unresolved_relative_date(case: Case) -> Iterator[Hit]:
    """Yield CT301: unresolved relative date."""
    read = group_pairs(
        (key, each.claim)
        for each in case.view.all(Attribution)
        for key in {each.document, *(link.document for link in each.chain)}
        if key is not None
    )
    for story in case.view.all(Document):
        for name, when in (
            ("published", story.published),
            ("modified", story.modified),
        ):
            if _is_loose(when, case):
                claims = read.get(story.id, ())
                yield Hit(story.id, _loose(when), claims, field=(name,))
                break
    for each in case.view.all(Attribution):
        loose = [n for n, link in enumerate(each.chain) if _is_loose(link.at, case)]
        if loose:
            # When an unnamed source spoke is private, so no date is shown.
            message = "when it was said has no year and nothing dated to count from"
            field = ("chain", loose[0], "at")
            yield Hit(str(each.id), message, (each.claim,), field=field)
    for event, ends in _events(case):
        if _is_loose(event.at, case):
            claims = tuple(key for key in ends if case.view.get(key, Claim) is not None)
            yield Hit(str(event.id), _loose(event.at), claims, field=("at",))


def _events(
    case: Case,
) -> Iterator[tuple[Notice | Assessment | Relation, tuple[str, ...]]]:
    """Yield what happens to records, and to which."""
    for notice in case.view.all(Notice):
        yield notice, (notice.target,)
    for assessment in case.view.all(Assessment):
        yield assessment, (assessment.subject,)
    for each in case.view.all(Relation):
        yield each, (each.subject, each.object)


def _is_loose(when: When | None, case: Case) -> bool:
    if when is None or when.edtf is None or not _YEARLESS.search(when.edtf):
        return False
    base = case.view.get(when.relative_to, Document)
    return base is None or base.published is None


def _loose(when: When | None) -> str:
    return f"the date {when} has no year and nothing dated to count from"


def _cited(said: str, *, until: str | None = None, **story: JsonValue) -> str:
    told: dict[str, JsonValue] = {} if until is None else {"embargo_until": until}
    return dossier(
        outlet("post"),
        person("jane-roe"),
        document("post-story", "post", **story),
        _STOPS,
        says(
            "a1",
            "c1",
            "post",
            {"source": "jane-roe", "at": said, **told},
            document="post-story",
        ),
    )


@rule(
    code="CT303",
    name="impossible-order",
    severity="error",
    unit="document",
    text="Nothing is cited before it exists",
    why="One of the dates is wrong, or the citation is.",
    fix="Correct the date that is wrong; leave out the parts that are not known.",
    fires=_cited("2025-05", published="2025-04-30"),
    passes=_cited("2025-04", published="2025-04-30"),
    near=_cited("2025-05", published="2025-05"),
    form=(
        "A document (its modified, else its published, and that too where its modified "
        "is before it) is before the publication of a document in its chains, or "
        "before a link's `at`, or before the object of its copied-from. Related are "
        "the attributions."
    ),
)
def impossible_order(case: Case) -> Iterator[Hit]:
    """Yield CT303: impossible order."""
    copied_from = case.view.related(Document, "copied-from")
    models = group_pairs((each.subject, each.object) for each in copied_from)
    for story in case.view.all(Document):
        last = _last_change(story)
        if last is None:
            continue
        early = tuple(
            str(each.id)
            for each in case.chains_in(story.id)
            if any(
                _is_before(last, when)
                for link in each.chain
                for when in _said(link, case)
            )
        )
        copied = any(
            _is_before(last, model.published)
            for key in models.get(story.id, ())
            for model in [case.view.get(key, Document)]
            if model is not None
        )
        if early or copied:
            message = f"{case.title(story.id)} ({last}) is older than what it cites"
            yield Hit(story.id, message, early)


def _last_change(story: Document) -> When | None:
    """Return when a document last changed, which is not before it came out (CT041)."""
    published, modified = story.published, story.modified
    if modified is None or _is_before(modified, published):
        return published
    return modified


def _is_before(one: When, other: When | None) -> bool:
    return other is not None and one.before(other) is True


def _said(link: Link, case: Case) -> tuple[When | None, When | None]:
    read = case.view.get(link.document, Document)
    return link.at, None if read is None else read.published


@rule(
    code="CT304",
    name="stale-sourcing",
    severity="info",
    unit="attribution",
    scope="preview",
    text="Old words are not shown as new",
    why="What was so when it was said may not be so any more.",
    fix="Say when it was said, or ask again.",
    fires=_cited("2025-03-01", published="2025-04-01"),
    passes=_cited("2025-03", published="2025-04-01"),
    near=_cited("2025-03-02", published="2025-04-01"),
    sample=Settings(preview=True, stale_days=30),
    form=(
        "A link's `at`, else the publication of its document, is more than "
        "`stale_days` before the publication of the document that it was read in."
    ),
)
def stale_sourcing(case: Case) -> Iterator[Hit]:
    """Yield CT304: stale sourcing."""
    limit = case.settings.stale_days
    if limit is None:
        return
    for each in case.view.all(Attribution):
        story = case.document_of(each)
        published = None if story is None else story.published
        said = (_said(link, case) for link in each.chain)
        ages = (_days_between(at or read, published) for at, read in said)
        if any(age is not None and age > limit for age in ages):
            message = f"what it rests on was said more than {limit} days before"
            yield Hit(str(each.id), message)


def _days_between(first: When | None, last: When | None) -> float | None:
    """Return how many days lie between two dates at least; None if not known."""
    if first is None or last is None or not first.latest or not last.earliest:
        return None
    start, end = first.latest, last.earliest
    if isinstance(start, datetime) and isinstance(end, datetime):
        return (end - start) / timedelta(days=1)
    days = (_day(end) - _day(start)).days
    # The day of an instant may be another one, where the other date was written.
    return (
        days if isinstance(start, datetime) == isinstance(end, datetime) else days - 1
    )


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when


_TEN: Final = "2025-05-01T10:00:00+00:00"
_TEN_THERE: Final = "2025-05-01T12:00:00+02:00"


@rule(
    code="CT306",
    name="embargo-broken",
    severity="error",
    unit="document",
    text="Nothing runs before its embargo lifts",
    why="Whoever gave it early will not do so again.",
    fix="Hold it until then, or correct the time.",
    fires=_cited("2025-04-30", until=_TEN, published="2025-05-01T10:00:00+02:00"),
    passes=_cited("2025-04-30", published=_TEN),
    near=_cited("2025-04-30", until=_TEN, published=_TEN_THERE),
    form=(
        "A document that is out was published before a link's embargo_until. Related "
        "are the attributions."
    ),
)
def embargo_broken(case: Case) -> Iterator[Hit]:
    """Yield CT306: embargo broken."""
    for story in case.view.all(Document):
        if story.published is None or not is_out(story):
            continue
        early = tuple(
            str(each.id)
            for each in case.chains_in(story.id)
            if any(
                _is_before(story.published, link.embargo_until) for link in each.chain
            )
        )
        if early:
            message = f"{case.title(story.id)} ran before an embargo was lifted"
            yield Hit(story.id, message, early)


DATING: Final = (
    unresolved_relative_date,
    impossible_order,
    stale_sourcing,
    embargo_broken,
)
