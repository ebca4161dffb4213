"""Announce every change to a published text.

Why: People who read the first version never learn of the change.

Fires: A version-of relation joins two published documents whose sha256 differ, and
    there is no notice on either, or on a claim or an attribution read in them. The
    finding is about the newer document.

Fix: Publish a notice of the change, and record it.

Authority: Rc
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._steps import is_out
from claimtrack.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["silent_change"]


@rule(code="CT604", severity="warning", unit="document")
def silent_change(case: Case) -> Iterator[Hit]:
    """Find published documents that changed without a notice."""
    for key in sorted(
        {
            key
            for each in case.view.related(Document, "version-of")
            for key in _pair(each.subject, each.object, case)
        }
    ):
        yield Hit(key, f"{case.title(key)} changed, but no notice says so")


def _pair(subject: str, end: str, case: Case) -> tuple[str, ...]:
    """Return the newer of two versions if no notice is about the change."""
    version, model = case.view.get(subject, Document), case.view.get(end, Document)
    if version is None or model is None or not (is_out(version) and is_out(model)):
        return ()
    if version.sha256 is None or model.sha256 is None or version.sha256 == model.sha256:
        return ()
    if case.has_read_notice(subject) or case.has_read_notice(end):
        return ()
    first, last = version.published, model.published
    is_turned = first is not None and last is not None and first.before(last) is True
    return (end if is_turned else subject,)
