"""CT307-CT309: copies kept, states told apart, and what has been replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from claimtrack.lint._extremes import ending_first
from claimtrack.lint._rule import Hit, rule
from claimtrack.lint._sketch import (
    claim,
    document,
    dossier,
    outlet,
    person,
    relation,
    says,
)
from claimtrack.records import Attribution, Document
from claimtrack.view import group_pairs
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.lint._case import Case
    from claimtrack.schema import JsonValue

__all__ = ["KEEPING"]

_STOPS: Final = claim("c1", "The ferry stops running in May.")


def _posted(**fields: JsonValue) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        document("her-post", "jane-roe", **fields),
        _STOPS,
        says("a1", "c1", "post", {"source": "jane-roe", "document": "her-post"}),
    )


@rule(
    code="CT307",
    name="unarchived-volatile",
    severity="info",
    unit="source",
    text="Posts and live pages vanish: keep a copy",
    why="What is deleted or rewritten can no longer be shown to have been there.",
    fix='Archive it, and record the copy in "archived".',
    fires=_posted(kind="post"),
    passes=_posted(kind="post", archived=["https://archive.example.org/1"]),
    near=_posted(kind="article"),
    form=(
        "A document of kind post or live-blog has a url, and neither archived nor "
        "sha256. One finding for each publisher; related are the documents."
    ),
)
def unarchived_volatile(case: Case) -> Iterator[Hit]:
    """Yield CT307: unarchived volatile."""
    pairs = (
        (case.publisher_of(each.id) or each.id, each.id)
        for each in case.view.all(Document)
        if each.kind in ("post", "live-blog")
        and each.url
        and not each.archived
        and each.sha256 is None
    )
    for publisher, documents in group_pairs(pairs).items():
        yield Hit(publisher, "no copy is kept of what can vanish", documents)


def _live(**fields: JsonValue) -> str:
    return _posted(
        kind="live-blog", archived=["https://archive.example.org/1"], **fields
    )


@rule(
    code="CT308",
    name="live-blog-unversioned",
    severity="info",
    unit="document",
    scope="record",
    text="Say which state of a live blog",
    why="It changes all day, and what it said then it may not say now.",
    fix='Record "retrieved" or "version".',
    fires=_live(),
    passes=_live(version="14:05"),
    near=_live(retrieved="2025-05-01T14:05:00+02:00"),
    form=(
        "A document of kind live-blog that an attribution was read in or cites has "
        "neither version nor retrieved."
    ),
)
def live_blog_unversioned(case: Case) -> Iterator[Hit]:
    """Yield CT308: live blog unversioned."""
    used = {
        key
        for each in case.view.all(Attribution)
        for key in (each.document, *(link.document for link in each.chain))
    }
    for each in case.view.all(Document):
        is_told = each.version is not None or each.retrieved is not None
        if each.kind == "live-blog" and each.id in used and not is_told:
            yield Hit(each.id, f"which state of {case.title(each.id)} is not told")


def _replaced(also: str) -> str:
    return dossier(
        outlet("post"),
        person("jane-roe"),
        document("first", "post", published="2025-05-01"),
        document("second", "post", published="2025-05-09"),
        _STOPS,
        claim("c2", "The ferry runs on after May."),
        relation("c2", "supersedes", "c1"),
        says("a1", "c2", "post", _SPOKE, document="first"),
        says("a2", "c1", "post", _SPOKE, document="second"),
        says("a3", "c2", "post", _SPOKE, document=also),
    )


_SPOKE: Final = {"source": "jane-roe", "occasion": "in parliament"}


@rule(
    code="CT309",
    name="superseded-shown-as-current",
    severity="warning",
    unit="claim",
    text="A replaced assessment is not current",
    why="Readers take for the present view what its holders have given up.",
    fix="Report the newer claim as well, or say that this one was replaced.",
    fires=_replaced("first"),
    passes=_posted(kind="article"),
    near=_replaced("second"),
    form=(
        "A claim whose class is the object of supersedes is attributed in a document "
        "that was published after the first document of the superseding claim and "
        "does not attribute that claim; no notice is about the claim, the attribution "
        "or the document. Related are the documents."
    ),
)
def superseded_shown_as_current(case: Case) -> Iterator[Hit]:
    """Yield CT309: superseded shown as current."""
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
        yield Hit(key, "the claim was replaced, and is shown as current", documents)


_Current: TypeAlias = tuple[frozenset[str | None], tuple[When, ...]]
"""The documents that attribute a claim, and the first dates on which one came out."""


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


KEEPING: Final = (
    unarchived_volatile,
    live_blog_unversioned,
    superseded_shown_as_current,
)
