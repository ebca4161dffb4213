"""Review a verdict when its claim is corrected.

Why: The verdict is about words that nobody stands by any more.

Fires: An assessment is older than a correction, retraction or substantive update of its
    subject's class, and the same source has made no later assessment.

Fix: Look at the claim again, and record a new assessment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._extremes import beginning_last
from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Assessment, Notice
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimtrack.lint._case import Case
    from claimtrack.when import When

__all__ = ["review_stale"]


@rule(code="CT608", severity="info", unit="assessment")
def review_stale(case: Case) -> Iterator[Hit]:
    """Find assessments that are older than a correction of their subject."""
    least_of = case.claims.least_of
    judged = group_pairs(
        (least_of(each.subject), (each, each.at))
        for each in case.view.all(Assessment)
        if each.at is not None
    )
    for subject, assessments in judged.items():
        notices = case.notices_on(*case.claims.members_of(subject))
        corrected = beginning_last(each.at for each in notices if _corrects(each))
        if not corrected:
            continue
        again = _judged_last(assessments, case)
        for each, at in assessments:
            by = None if each.by is None else case.sources.least_of(each.by)
            if any(at.before(date) for date in corrected) and not any(
                at.before(date) for date in again[by]
            ):
                message = "the subject has been corrected since this assessment"
                yield Hit(str(each.id), message)


def _judged_last(
    assessments: Iterable[tuple[Assessment, When]], case: Case
) -> Mapping[str | None, tuple[When, ...]]:
    """Return the last dates of each source's assessments; under None, those of all.

    Those that do not say whose they are count for every source.
    """
    dates = group_pairs(
        (None if each.by is None else case.sources.least_of(each.by), at)
        for each, at in assessments
    )
    unsigned = dates.get(None, ())
    return {
        None: beginning_last(at for _, at in assessments),
        **{
            by: beginning_last((*found, *unsigned))
            for by, found in dates.items()
            if by is not None
        },
    }


def _corrects(notice_: Notice) -> bool:
    is_update = notice_.kind == "update" and notice_.significance == "substantive"
    return is_update or notice_.kind in ("correction", "retraction")
