"""Nothing can be cited before it exists.

Why: Either one of the dates is wrong, or the citation is.

Fires: A document is older than the publication of a document in its chains, a link's
    `at`, or the object of its copied-from. What counts is its modified date, or its
    published date if modified is missing or is before published. Related: the
    attributions.

Fix: Correct the date that is wrong; leave out the parts that are not known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint.rules.time._order import is_before
from claimtrack.records import (
    Document,
)
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Chain
    from claimtrack.when import When

__all__ = ["impossible_order"]


@rule(code="CT303", severity="error", unit="document")
def impossible_order(case: Case) -> Iterator[Hit]:
    """Find documents that are older than what they cite."""
    copied_from = case.view.related(Document, "copied-from")
    models = group_pairs((each.subject, each.object) for each in copied_from)
    for story in case.view.all(Document):
        last = _last_change(story)
        if last is None:
            continue
        early = tuple(
            str(each.id)
            for each in case.chains_in(story.id)
            if _has_later(each.chain, last, case)
        )
        copied = any(
            is_before(last, model.published)
            for key in models.get(story.id, ())
            for model in [case.view.get(key, Document)]
            if model is not None
        )
        if early or copied:
            message = f"{case.title(story.id)} ({last}) is older than what it cites"
            yield Hit(story.id, message, early)


def _has_later(chain: Chain, last: When, case: Case) -> bool:
    """Return whether something was said, or came out in a document, after a date."""
    for link in chain.links:
        if link.at is not None and last.before(link.at):
            return True
        read = link.document and case.view.get(link.document, Document)
        if read and is_before(last, read.published):
            return True
    return False


def _last_change(story: Document) -> When | None:
    """Return when a document last changed, which is not before it came out (CT041)."""
    published, modified = story.published, story.modified
    if modified is None or is_before(modified, published):
        return published
    return modified
