"""A whole foreign document: its reviews, and everything around them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Final, cast

import attrs

from claimtrack.errors import InvalidDossier
from claimtrack.findings import Finding, quote, sort_findings
from claimtrack.interop._duplicates import Seen, review_key
from claimtrack.interop._filler import Reading
from claimtrack.interop._imported import Imported
from claimtrack.interop._leaves import (
    HELD,
    Leaves,
    Node,
    Steps,
    find_leaves,
    find_objects,
    outermost,
    to_pointer,
)
from claimtrack.interop._people import find_host
from claimtrack.interop._review import read_review
from claimtrack.interop._shelf import foreign_id
from claimtrack.interop._verdicts import VerdictMaps
from claimtrack.interop._whereabouts import (
    Finder,
    digest_of,
    digest_of_saying,
    digests_of,
)
from claimtrack.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.schema import JsonValue

__all__ = ["Part", "Terms", "import_reviews"]

_LOUD: Final = frozenset({"error", "warning"})
"""Severities that make a strict import fail."""


@attrs.frozen
class Part:
    """A review in a document.

    Attributes:
        root: the place of everything that belongs to it.
        review: the review in the terms of schema.org.
        is_another: whether it is another review of the same claim as the part before.
    """

    root: Steps
    review: Node
    is_another: bool = False


@attrs.frozen(kw_only=True)
class Terms:
    """How a document is to be read.

    Attributes:
        name: name of the format, under which data are kept in `ext`.
        maps: the meanings of verdicts.
        base: the address of the document.
        strict: whether to raise if the document departs from the format.
        has_chains: whether a review may have a chain, in chain notation.
        seen: the reviews of the run so far.
    """

    name: str
    maps: VerdictMaps
    base: str = ""
    strict: bool = False
    has_chains: bool = False
    seen: Seen | None = None


def import_reviews(
    value: JsonValue,
    parts: Sequence[Part],
    terms: Terms,
    *,
    named: dict[str, Node] | None = None,
    findings: Sequence[Finding] = (),
) -> Imported:
    """Return the reviews of a document as a dossier.

    Args:
        value: the document.
        parts: its reviews.
        terms: how it is to be read.
        named: objects that can be referred to inside it.
        findings: findings about it so far.

    Raises:
        InvalidDossier: with a strict import, if it departs from its format.
    """
    reading = Reading(
        Leaves(find_leaves(value), find_objects(value)),
        base=terms.base,
        named=named or {},
        has_chains=terms.has_chains,
    )
    reading.findings += findings
    owners: dict[Steps, str] = {}
    gone: set[Steps] = set()
    for part in parts:
        if not part.is_another:
            reading.scope = find_host(part.review)
        if _is_repeated(reading, part, terms.seen):
            gone.add(part.root)
            continue
        owner = read_review(reading, part.review, terms.maps)
        if owner is not None:
            owners.setdefault(part.root, owner)
    if not parts:
        reading.note("CT720", Node(value), "there is no review in the document")
    _keep_rest(reading, owners, gone, terms)
    for steps in reading.leaves.as_text:
        leaf = Node(reading.leaves.all[steps], steps)
        message = f"no record can hold {quote(leaf.value)}; it is kept as JSON text"
        reading.note("CT739", leaf, message)
    dossier = reading.to_dossier()
    found = sort_findings(reading.findings)
    if terms.strict and any(each.severity in _LOUD for each in found):
        raise InvalidDossier(found)
    return Imported(dossier, found)


def _is_repeated(reading: Reading, part: Part, seen: Seen | None) -> bool:
    """Return whether a review was already imported in this run, and note it."""
    if seen is None:
        return False
    repeated = seen.meet(review_key(reading, part.review), part.review)
    if repeated == "equal":
        reading.note("CT740", part.review, "this review was imported before")
    elif repeated == "other":
        message = "a review of this claim on this page was imported with other values"
        reading.note("CT741", part.review, message)
    return repeated == "equal"


def _keep_rest(
    reading: Reading, owners: dict[Steps, str], gone: set[Steps], terms: Terms
) -> None:
    """Keep the leaves that are in no field: a review's with it, others with the first.

    With them are kept the data that an export needs to restore the document: where each
    leaf is, and digests of everything else in the records.
    """
    roots = frozenset({*owners, *gone})
    shelf = reading.shelf
    finder = Finder(lambda key: shelf.records[key][1])
    rests = reading.leaves.rests(roots, finder.find)
    rests = {r: part for r, part in rests.items() if r in owners or r not in gone}
    if not rests:
        return
    first = next(iter(owners.values()), None) or _envelope(reading, rests, terms)
    document = digest_of([[*map(list, pair)] for pair in sorted(_shown(reading))])
    made = _digests(reading, rests, terms.name)
    for root, part in rests.items():
        start = to_pointer(outermost(root, roots))
        place: dict[str, object] = {"document": document, "root": start}
        kept: dict[str, object] = {**part, "place": place, **made}
        made = {}
        if root in owners:
            shelf.keep(owners[root], terms.name, kept)
        else:
            shelf.keep(first, terms.name, {"around": kept})


def _shown(reading: Reading) -> Iterator[tuple[Steps, tuple[str, str]]]:
    """Yield the document's fingerprint: each leaf with its place."""
    for steps, leaf in reading.leaves.all.items():
        shown = hex(leaf) if isinstance(leaf, int) else repr(leaf)
        yield steps, (type(leaf).__name__, shown)


def _digests(
    reading: Reading, rests: dict[Steps, dict[str, dict[str, object]]], name: str
) -> dict[str, dict[str, object]]:
    """Return digests that later show whether a record says more than the document."""
    paths: dict[str, set[str]] = {}
    for part in rests.values():
        for key, held in part.get(HELD, {}).items():
            places = cast("dict[str, str | tuple[str, JsonValue]]", held).values()
            paths[key] = paths.get(key, set()) | {
                each if isinstance(each, str) else each[0] for each in places
            }
    shelf = reading.shelf
    made: dict[str, object] = {
        key: digests_of(kind(**fields), paths.get(key, ()), name)
        for key, (kind, fields) in shelf.records.items()
    }
    said = {digest_of_saying(each, name): True for each in shelf.attributions}
    return {"made": made, **({"said": {**said}} if said else {})}


def _envelope(
    reading: Reading, rests: dict[Steps, dict[str, dict[str, object]]], terms: Terms
) -> str:
    """Return the id of a document that keeps the leaves if there is no review."""
    text = json.dumps([*rests.values()], sort_keys=True)
    digest = hashlib.sha256(text.encode()).hexdigest()
    key = foreign_id("document", terms.base or None, digest)
    title = "An imported document without a review"
    return reading.shelf.begin(Document, key, kind="page", title=title)
