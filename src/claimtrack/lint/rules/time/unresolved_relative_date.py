"""\"In April" needs a year or a document to count from.

Why: Next year, nobody will be able to tell which April was meant.

Fires: The date of a publication, statement or event (published, modified, at) has no
    year, and has no `relative_to` or is relative to a document without `published`.
    Related: the claims.

Fix: Give the year, or name the dated document that it counts from in "relative_to".
"""  # noqa: D301  it begins with a quote

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import (
    Assessment,
    Attribution,
    Claim,
    Document,
    Notice,
    Relation,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.when import When

__all__ = ["unresolved_relative_date"]

_YEARLESS: Final = re.compile(r"(?<!\d)XXXX")
"""A year without any known digit, in EDTF."""


@rule(code="CT301", severity="warning", unit="record")
def unresolved_relative_date(case: Case) -> Iterator[Hit]:
    """Find dates without a year and without a dated document to count from."""
    for story in case.view.all(Document):
        for name, when in (
            ("published", story.published),
            ("modified", story.modified),
        ):
            if _is_loose(when, case):
                claims = _read_in(story.id, case)
                yield Hit(story.id, _loose(when), claims, field=(name,))
                break
    for each in case.view.all(Attribution):
        loose = [
            index
            for index, link in enumerate(each.chain.links)
            if link.at is not None and _is_loose(link.at, case)
        ]
        if loose:
            # When an unnamed source spoke is private, so no date is shown.
            message = (
                "the date of the statement has no year and no dated document to count "
                "from"
            )
            field = ("chain", loose[0], "at")
            yield Hit(str(each.id), message, (each.claim,), field=field)
    for event, ends in _events(case):
        if _is_loose(event.at, case):
            claims = tuple(key for key in ends if case.view.get(key, Claim) is not None)
            yield Hit(str(event.id), _loose(event.at), claims, field=("at",))


def _read_in(document: str, case: Case) -> tuple[str, ...]:
    """Return the claims with a chain that was read in a document or goes through it."""
    read = (*case.chains_in(document), *case.spoken_in(document))
    return tuple(each.claim for each in read)


def _events(
    case: Case,
) -> Iterator[tuple[Notice | Assessment | Relation, tuple[str, ...]]]:
    """Yield notices, assessments and relations, each with the ids of its records."""
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
    return f"the date {when} has no year and no dated document to count from"
