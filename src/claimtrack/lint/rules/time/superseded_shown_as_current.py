"""Do not present a superseded claim as current.

Why: Readers will think that people still hold a view that they have given up.

Fires: A claim whose class is the object of supersedes is attributed in a document that
    was published after the first document of the superseding claim and does not
    attribute that claim; there is no notice on the claim, the attribution or the
    document. Related: the documents.

Fix: Report the newer claim as well, or say that this one was replaced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimtrack.lint._extremes import ending_first
from claimtrack.lint._rule import Hit, rule
from claimtrack.view import group_pairs
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.records import Attribution

__all__ = ["superseded_shown_as_current"]

_Current: TypeAlias = tuple[frozenset[str | None], tuple[When, ...]]
"""The documents that attribute a claim, and the first dates on which one came out."""


@rule(code="CT309", severity="warning", unit="claim")
def superseded_shown_as_current(case: Case) -> Iterator[Hit]:
    """Find superseded claims that later documents still present as current."""
    newer = group_pairs(
        (old, new)
        for new, olds in case.view.leading("supersedes").items()
        for old in olds
    )
    pairs: list[tuple[str, str]] = []
    current = {new: _current(new, case) for news in newer.values() for new in news}
    for old, claims in newer.items():
        for each in case.view.on_record_of(old):
            told = case.notices_on(each.claim, each.id, each.document)
            if not told and any(_is_late(each, current[new], case) for new in claims):
                pairs.append((each.claim, str(each.document)))
    for key, documents in group_pairs(pairs).items():
        message = "the claim was superseded, but is still presented as current"
        yield Hit(key, message, documents)


def _current(claim_: str, case: Case) -> _Current:
    chains = case.view.on_record_of(claim_)
    stories = (case.document_of(each) for each in chains)
    dates = ending_first(each.published for each in stories if each is not None)
    return frozenset(each.document for each in chains), dates


def _is_late(old: Attribution, current: _Current, case: Case) -> bool:
    documents, firsts = current
    story = case.document_of(old)
    if story is None or story.published is None or story.id in documents:
        return False
    return any(story.published.after(first) is True for first in firsts)
