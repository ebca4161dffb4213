"""Keep a copy of posts and live pages, because they vanish.

Why: Once a page is deleted or rewritten, nobody can show what it said.

Fires: A document of kind post or live-blog has a url, but neither archived nor sha256.
    One finding for each publisher. Related: the documents.

Fix: Archive it, and record the copy in "archived".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Document
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["unarchived_volatile"]


@rule(code="CT307", severity="info", unit="source")
def unarchived_volatile(case: Case) -> Iterator[Hit]:
    """Find publishers of posts and live blogs that nobody archived."""
    pairs = (
        (case.publisher_of(each.id) or each.id, each.id)
        for each in case.view.all(Document)
        if each.kind in ("post", "live-blog")
        and each.url
        and not each.archived
        and each.sha256 is None
    )
    for publisher, documents in group_pairs(pairs).items():
        yield Hit(publisher, "no copy is kept of a page that can vanish", documents)
