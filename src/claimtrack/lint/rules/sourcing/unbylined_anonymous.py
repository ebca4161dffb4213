"""A story with unnamed sources carries a byline.

Why: Readers trust an unnamed source as far as they trust whoever vouches for it.

Fires: A document without authors has an own unnamed voice. Related: the sources.

Fix: Record the "authors" of the document.

Authority: APs
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.lint.rules.sourcing._own_voices import own_voices
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["unbylined_anonymous"]


@rule(code="CT215", severity="warning", unit="document", needs_desk=True)
def unbylined_anonymous(case: Case) -> Iterator[Hit]:
    """Find documents without authors that use own unnamed sources."""
    pairs: list[tuple[str, str]] = []
    for each in own_voices(case):
        story = case.document_of(each.attribution)
        if story is not None and not story.authors:
            pairs.append((story.id, each.source))
    for key, sources in group_pairs(pairs).items():
        message = f"{case.title(key)} uses unnamed sources, but no author is recorded"
        yield Hit(key, message, sources)
