"""Do not present old statements as new.

Why: What held when it was said may no longer hold.

Fires: A link's `at`, or without one the publication of the link's document, is more
    than `stale_days` before the publication of the document that the attribution was
    read in.

Fix: Say when it was said, or ask again.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint.rules.time._order import said_and_read
from claimtrack.records import (
    Attribution,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.when import When

__all__ = ["stale_sourcing"]


@rule(code="CT304", severity="info", unit="attribution", scope="preview")
def stale_sourcing(case: Case) -> Iterator[Hit]:
    """Find attributions that rest on statements older than the limit."""
    limit = case.settings.stale_days
    if limit is None:
        return
    for each in case.view.all(Attribution):
        story = case.document_of(each)
        published = None if story is None else story.published
        said = (said_and_read(link, case) for link in each.chain)
        ages = (_days_between(at or read, published) for at, read in said)
        if any(age is not None and age > limit for age in ages):
            message = f"it rests on a statement made more than {limit} days earlier"
            yield Hit(str(each.id), message)


def _days_between(first: When | None, last: When | None) -> float | None:
    """Return how many days lie between two dates at least; None if not known."""
    if first is None or last is None or not first.latest or not last.earliest:
        return None
    start, end = first.latest, last.earliest
    if isinstance(start, datetime) and isinstance(end, datetime):
        return (end - start) / timedelta(days=1)
    days = (_day(end) - _day(start)).days
    # An instant may fall on another day in the time zone of the other date.
    return (
        days if isinstance(start, datetime) == isinstance(end, datetime) else days - 1
    )


def _day(when: date | datetime) -> date:
    return when.date() if isinstance(when, datetime) else when
