"""Say which version of a live blog you read.

Why: A live blog changes all day, and may no longer say what it said then.

Fires: An attribution was read in, or cites, a document of kind live-blog that has
    neither version nor retrieved.

Fix: Record "retrieved" or "version".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case

__all__ = ["live_blog_unversioned"]


@rule(code="CT308", severity="info", unit="document", scope="record")
def live_blog_unversioned(case: Case) -> Iterator[Hit]:
    """Find live blogs without a version or a time of retrieval."""
    for each in case.view.all(Document):
        is_told = each.version is not None or each.retrieved is not None
        if (
            each.kind == "live-blog"
            and not is_told
            and (case.chains_in(each.id) or case.spoken_in(each.id))
        ):
            title = case.title(each.id)
            yield Hit(each.id, f"no record of which version of {title} was read")
