"""Read documents with ClaimReview as dossiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.interop._documents_in import each_input, open_input
from claimtrack.interop._duplicates import Seen
from claimtrack.interop._extension import read_whole
from claimtrack.interop._foreign_document import Part, Terms, import_reviews
from claimtrack.interop._leaves import Node
from claimtrack.interop._people import types_of
from claimtrack.interop._verdicts import load_verdict_maps
from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.interop._documents_in import Input
    from claimtrack.interop._imported import Imported
    from claimtrack.schema import JsonValue

__all__ = ["read", "read_all"]

NAME = "claimreview"

REVIEWS = frozenset({"ClaimReview", "MediaReview"})
"""Types that are read."""


def read(
    document: Input,
    *,
    strict: bool = False,
    base: str = "",
    verdict_maps: Iterable[Path] = (),
) -> Imported:
    """Return the reviews of a document as a dossier, with the findings.

    No data are lost: values that fit no field are kept in `ext`. Ids are derived from
    the data, so importing twice gives the same records.

    Args:
        document: JSON-LD as a value, text, bytes or file (one object, a list, a graph,
            a feed), or an HTML page with it or with microdata.
        strict: raise once, with all departures from the format.
        base: the address of the document, which relative ones are resolved against.
        verdict_maps: files of your own maps; see "load ten thousand fact-checks".

    >>> made = read({
    ...     "@type": "ClaimReview",
    ...     "url": "https://check.example/ferry",
    ...     "claimReviewed": "The ferry is free.",
    ...     "author": {"@type": "Organization", "name": "Harbour Check"},
    ...     "itemReviewed": {"author": {"name": "Social media users"}},
    ...     "reviewRating": {"@type": "Rating", "alternateName": "False"},
    ... })
    >>> (verdict,) = made.dossier.assessments
    >>> verdict.verdict, [each.code for each in verdict.normalized]
    ('False', ['false'])
    >>> made.findings
    ()

    Raises:
        InvalidDossier: with `strict`, if it departs from the format; the findings list
            all departures.
        OSError: when a file cannot be read.
        MissingExtra: for an HTML page, if the extra `html` is not installed.
    """
    return _read(document, strict=strict, base=base, maps=tuple(verdict_maps))


def read_all(
    documents: Iterable[Input],
    *,
    strict: bool = False,
    verdict_maps: Iterable[Path] = (),
) -> Iterator[Imported]:
    """Yield one document after the other as a dossier.

    A review that came before in the run is left out, with a finding, if the page,
    claim, publisher and all other values are the same.

    Args:
        documents: as `read` accepts them; a file of ``.jsonl`` or ``.ndjson`` has one
            on each line.
        strict: as for `read`.
        verdict_maps: as for `read`.

    >>> review = {"@type": "ClaimReview", "claimReviewed": "Tea is free."}
    >>> [len(each.dossier.claims) for each in read_all([review, review])]
    [1, 0]

    Raises:
        InvalidDossier: with `strict`, at the first document that departs from the
            format.
        OSError: when a file cannot be read.
        MissingExtra: for an HTML page, if the extra `html` is not installed.
    """
    seen, maps = Seen(), tuple(verdict_maps)
    for each in each_input(documents):
        yield _read(each, strict=strict, base="", maps=maps, seen=seen)


def _read(
    document: Input,
    *,
    strict: bool,
    base: str,
    maps: tuple[Path, ...],
    seen: Seen | None = None,
) -> Imported:
    given = open_input(document, base=base)
    whole, found = read_whole(given.value)
    if whole is not None:
        return whole
    terms = Terms(
        name=NAME,
        maps=load_verdict_maps(*maps),
        base=base,
        strict=strict,
        seen=seen,
    )
    parts, named = _find(given.value)
    return import_reviews(
        given.value, parts, terms, named=named, findings=(*given.findings, *found)
    )


def _find(value: JsonValue) -> tuple[list[Part], dict[str, Node]]:
    """Return the reviews of a document, and its objects that can be referred to."""
    parts: list[Part] = []
    named: dict[str, Node] = {}
    waiting = [Node(value)]
    while waiting:
        node = waiting.pop()
        if is_object(node.value):
            key = node.value.get("@id")
            # A reference has only the id; its target has more.
            if isinstance(key, str) and not set(node.value) <= {"@id", "@type"}:
                named.setdefault(key, node)
            if REVIEWS.intersection(types_of(node)) or "claimReviewed" in node.value:
                parts.append(Part(node.steps, node))
            waiting += reversed([node.child(each) for each in node.value])
        elif is_array(node.value):
            waiting += reversed(
                [Node(v, (*node.steps, str(n))) for n, v in enumerate(node.value)]
            )
    return parts, named
