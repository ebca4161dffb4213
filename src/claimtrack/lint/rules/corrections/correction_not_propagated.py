"""A correction must reach everybody who carried the mistake.

Why: Readers of the relay still believe what its source has taken back.

Fires: A notice of kind correction or clarification is on a document, or on a claim read
    in a document of whoever gave the notice. A document of another publisher was
    published before the notice and goes through that document (document of a link,
    copied-from, translation-of), and there is no other notice on it, its claim or its
    attribution. Related: the documents that go through it.

Fix: Correct the relay too, and record the notice.

Authority: Rc, WPc
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.lint._rule import Hit, rule
from claimtrack.records import Attribution, Claim, Document, Notice
from claimtrack.view import group_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimtrack.lint._case import Case

__all__ = ["correction_not_propagated"]


@rule(code="CT606", severity="warning", unit="notice", scope="several")
def correction_not_propagated(case: Case) -> Iterator[Hit]:
    """Find corrections that did not reach the documents that relay them."""
    stories: dict[str, Mapping[str | None, tuple[str, ...]]] = {}
    for each in case.every_notice():
        if each.kind in ("correction", "clarification"):
            late = sorted(
                {
                    relay
                    for corrected in _corrected(each, stories, case)
                    for relay in _relays(corrected, each, case)
                }
            )
            if late:
                message = "relays still carry what was corrected"
                yield Hit(str(each.id), message, tuple(late))


def _corrected(
    given: Notice,
    stories: dict[str, Mapping[str | None, tuple[str, ...]]],
    case: Case,
) -> tuple[str, ...]:
    """Return the documents that a notice corrects.

    Args:
        given: the notice.
        stories: of each claim, the documents that attribute it, by their publishers;
            filled as they are asked for.
        case: the case.
    """
    if case.view.get(given.target, Document) is not None:
        return (given.target,)
    if case.view.get(given.target, Claim) is None or given.by is None:
        return ()
    key = case.claims.least_of(given.target)
    if key not in stories:
        chains = case.view.on_record_of(key)
        read = {each.document: case.publisher_of(each.document) for each in chains}
        stories[key] = group_pairs((by, doc) for doc, by in read.items() if doc)
    return stories[key].get(case.sources.least_of(given.by), ())


def _relays(corrected: str, given: Notice, case: Case) -> Iterator[str]:
    """Yield the documents of other publishers that carried it and have no notice."""
    publisher = case.publisher_of(corrected)
    for key, chains in case.going_through(corrected).items():
        story, owner = case.view.get(key, Document), case.publisher_of(key)
        if (
            story is not None
            and None not in (owner, publisher)
            and owner != publisher
            and story.published is not None
            and given.at is not None
            and story.published.before(given.at) is True
            and not _is_noticed(story, chains, given, case)
        ):
            yield key


def _is_noticed(
    story: Document, chains: tuple[Attribution, ...], given: Notice, case: Case
) -> bool:
    """Return whether a notice tells the readers of a relay.

    What the publisher of the original says about the claim they do not read.
    """
    own = case.notices_on(story.id, *(each.id for each in chains))
    others = case.notices_on(*(each.claim for each in chains))
    told = [*own, *(e for e in others if e.by is None or e.by != given.by)]
    return any(each.id != given.id for each in told)
