"""Unnamed sources that the desk dealt with itself, and what is recorded of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.lint._steps import is_out, unnamed_links
from claimtrack.records import Attribution
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.lint._steps import Unnamed
    from claimtrack.records import Anonymity

__all__ = ["ALL_THREE", "find_unapproved", "lacks_approval", "own_voices", "recorded"]

ALL_THREE: Final = (
    'Record in "anonymity" why the source is not named, who knows who it is, and who '
    "approved this."
)


def own_voices(case: Case) -> Iterator[Unnamed]:
    for attribution in case.view.all(Attribution):
        for each in unnamed_links(attribution, case):
            if each.is_own and each.is_voice:
                yield each


def recorded(source: str, case: Case) -> tuple[Anonymity, ...]:
    """Return the anonymity records of a source; none if it has no anonymity."""
    records = case.sources.records_of(source)
    return tuple(each.anonymity for each in records if each.anonymity)


def lacks_approval(source: str, case: Case) -> bool:
    return not any(each.approved_by for each in recorded(source, case))


def find_unapproved(case: Case) -> dict[str, tuple[str, ...]]:
    """Return the documents that use each source that nobody approved."""
    pairs: list[tuple[str, str]] = []
    for each in own_voices(case):
        story = case.document_of(each.attribution)
        if story is None or not (story.status == "ready" or is_out(story)):
            continue
        if lacks_approval(each.source, case):
            pairs.append((each.source, story.id))
    return group_pairs(pairs)
