"""Read answers of the Fact Check Tools API as dossiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.interop._documents_in import each_input, open_input
from claimtrack.interop._duplicates import Seen
from claimtrack.interop._extension import read_whole
from claimtrack.interop._foreign_document import Part, Terms, import_reviews
from claimtrack.interop._leaves import Node
from claimtrack.interop._verdicts import load_verdict_maps
from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.interop._documents_in import Input
    from claimtrack.interop._imported import Imported

__all__ = ["read", "read_all"]

NAME = "factcheck-api"


def read(
    document: Input, *, strict: bool = False, verdict_maps: Iterable[Path] = ()
) -> Imported:
    """Return the claims of an answer as a dossier, with the findings.

    In this format a claimant is a plain string: a host becomes a platform, words for
    many people become a crowd, and a name stays unresolved. Nothing is lost, as in
    `claimtrack.interop.claimreview.read`.

    Args:
        document: an answer (``{"claims": […]}``), a list of claims or a claim, as a
            value, text, bytes or file.
        strict: raise once, with all departures from the format.
        verdict_maps: files of your own maps.

    >>> made = read({"claims": [{"text": "The ferry is free.", "claimant": "x.com",
    ...     "claimReview": [{"publisher": {"name": "Harbour Check"},
    ...         "url": "https://check.example/1", "textualRating": "False"}]}]})
    >>> [each.kind for each in made.dossier.sources]
    ['outlet', 'platform']

    Raises:
        InvalidDossier: with `strict`, if it departs from the format; the findings list
            all departures.
        OSError: when a file cannot be read.
    """
    return _read(document, strict=strict, maps=tuple(verdict_maps))


def read_all(
    documents: Iterable[Input],
    *,
    strict: bool = False,
    verdict_maps: Iterable[Path] = (),
) -> Iterator[Imported]:
    """Yield one answer after the other as a dossier.

    A review that came before in the run, as happens if pages overlap, is left out with
    a finding.

    Args:
        documents: as `read` accepts them; a file of ``.jsonl`` or ``.ndjson`` has one
            on each line.
        strict: as for `read`.
        verdict_maps: as for `read`.

    >>> claim = {"text": "Tea is free.", "claimReview": [{"textualRating": "False"}]}
    >>> [len(each.dossier.claims) for each in read_all([claim, claim])]
    [1, 0]

    Raises:
        InvalidDossier: with `strict`, at the first answer that departs from the format.
        OSError: when a file cannot be read.
    """
    seen, maps = Seen(), tuple(verdict_maps)
    for each in each_input(documents):
        yield _read(each, strict=strict, maps=maps, seen=seen)


def _read(
    document: Input, *, strict: bool, maps: tuple[Path, ...], seen: Seen | None = None
) -> Imported:
    given = open_input(document)
    whole, found = read_whole(given.value)
    if whole is not None:
        return whole
    terms = Terms(name=NAME, maps=load_verdict_maps(*maps), strict=strict, seen=seen)
    root = Node(given.value)
    is_answer = is_object(given.value) and "claims" in given.value
    listed = root.child("claims") if is_answer else root
    parts = [
        part
        for claim in listed.items()
        if is_object(claim.value)
        for part in _reviews(claim)
        if "text" in claim.value or "claimReview" in claim.value
    ]
    return import_reviews(given.value, parts, terms, findings=(*given.findings, *found))


def _reviews(claim: Node) -> Iterator[Part]:
    """Yield each review of a claim in the terms of schema.org.

    The data of the claim itself belong to the first review.
    """
    listed = claim.child("claimReview")
    reviews = [each for each in listed.items() if is_object(each.value)]
    yield Part(claim.steps, _as_schema_org(claim, (reviews or [Node(None)])[0]))
    for review in reviews[1:]:
        yield Part(review.steps, _as_schema_org(claim, review), is_another=True)


def _as_schema_org(claim: Node, review: Node) -> Node:
    publisher = review.child("publisher")
    if is_object(publisher.value) or is_array(publisher.value):
        publisher = Node(
            {key: publisher.child(key) for key in ("name", "site")}, publisher.steps
        )
    return Node(
        {
            "claimReviewed": claim.child("text"),
            "author": publisher,
            "url": review.child("url"),
            "name": review.child("title"),
            "datePublished": review.child("reviewDate"),
            "inLanguage": review.child("languageCode"),
            "reviewRating": Node(
                {"alternateName": review.child("textualRating")}, review.steps
            ),
            "itemReviewed": Node(
                {
                    "author": claim.child("claimant"),
                    "datePublished": claim.child("claimDate"),
                },
                claim.steps,
            ),
        },
        review.steps,
    )
