"""Read a review of a claim or a medium into records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import attrs

from claimtrack.interop._addresses import canonical_url, mend_address
from claimtrack.interop._leaves import Node
from claimtrack.interop._people import Staff, read_claimants, read_staff, types_of
from claimtrack.interop._rating import read_rating
from claimtrack.interop._shelf import fits, foreign_id
from claimtrack.records import Assessment, Attribution, Chain, Claim, Document, Link
from claimtrack.schema import is_object

if TYPE_CHECKING:
    from claimtrack.interop._filler import Dated, Reading
    from claimtrack.interop._verdicts import VerdictMaps
    from claimtrack.records import DocumentKind
    from claimtrack.when import When

__all__ = ["read_review"]

_KINDS: Final[dict[str, DocumentKind]] = {
    "Article": "article",
    "AudioObject": "audio",
    "AudioObjectSnapshot": "audio",
    "BlogPosting": "article",
    "Dataset": "dataset",
    "ImageObject": "image",
    "ImageObjectSnapshot": "image",
    "LiveBlogPosting": "live-blog",
    "NewsArticle": "article",
    "Photograph": "image",
    "Report": "report",
    "SocialMediaPosting": "post",
    "VideoObject": "video",
    "VideoObjectSnapshot": "video",
}
"""Type of schema.org → kind of document."""

_CLAIM_TEXTS: Final = ("text", "name", "description", "headline")
"""Keys with the text of a claim if `claimReviewed` is missing, the best first."""


def read_review(reading: Reading, review: Node, maps: VerdictMaps) -> str | None:
    """Read a review; return the id of the record that keeps its remaining leaves."""
    staff = read_staff(reading, review)
    page = _page(reading, review, staff)
    item = reading.first(reading.resolve(review.child("itemReviewed")))
    media = _media(reading, item)
    claim = _claim(reading, review, item)
    first = _spread(reading, item, claim, media=media, staff=staff, page=page)
    subject = claim and _settle_claim(reading, claim, first)
    judged = subject or next(iter(media), None)
    if subject:
        reading.chain(subject, review.child("chain"))
    made = judged and _assessment(
        reading, review, judged, staff=staff, page=page, maps=maps
    )
    return made or page or subject or judged or staff.by


def _page(reading: Reading, review: Node, staff: Staff) -> str | None:
    """Return the id of the published review."""
    shelf = reading.shelf
    key = _document(reading, review, "article", ("name", "headline"))
    if key is None:
        return None
    if staff.publisher is not None:
        shelf.fill(key, "publisher", staff.publisher)
    for author in staff.authors:
        shelf.append(key, "authors", author)
    reading.language(key, review.child("inLanguage"))
    reading.date(key, "modified", review.child("dateModified"))
    reading.text(key, "license", review.child("license"))
    reading.text(key, "version", review.child("version"))
    return key


def _document(
    reading: Reading, node: Node, kind: DocumentKind, titles: tuple[str, ...]
) -> str | None:
    """Return the id of a document, with the properties that any document may have."""
    url = next(iter(reading.addresses(node)), None)
    title = next((t for t in titles if _text_of(node, t)), None)
    words = _text_of(node, title) if title else None
    if url is None and words is None:
        return None
    # The address comes first, because titles change.
    key = foreign_id("document", url and canonical_url(url), None if url else words)
    named = {"url": url} if url else {"title": words}
    reading.shelf.begin(Document, key, kind=kind, **named)
    reading.address(key, "url", node if isinstance(node.value, str) else _at(node))
    if isinstance(node.value, str):
        return key
    if title is not None:
        reading.text(key, "title", node.child(title))
    reading.date(key, "published", node.child("datePublished"))
    reading.address(key, "archived", node.child("archivedAt"), is_list=True)
    for field in ("image", "thumbnailUrl"):
        reading.address(key, "image", node.child(field), is_list=True)
    page = node.child("mainEntityOfPage")
    for each in (page, page.child("@id"), page.child("url")):
        if isinstance(each.value, str) and mend_address(each.value) == url:
            reading.leaves.take(each, key, "url", is_exact=each.value == url)
    return key


_PLACES: Final = ("url", "accessedOnUrl", "contentUrl", "embedUrl", "@id")


def _at(node: Node) -> Node:
    """Return the node with a document's address."""
    places = [node.child(each) for each in _PLACES]
    return next((each for each in places if each.value not in (None, "")), places[0])


def _text_of(node: Node, key: str) -> str | None:
    """Return a text that could be a title, without marking it as taken."""
    for each in node.child(key).items():
        if isinstance(each.value, str) and fits(Document, "title", each.value):
            return each.value
    return None


def _media(reading: Reading, item: Node | None) -> list[str]:
    """Return the ids of the reviewed media."""
    if item is None:
        return []
    found: list[str] = []
    nodes = reading.objects(item.child("mediaItemAppearance"))
    for node in [*nodes, *([item] if _is_medium(item) else [])]:
        key = _appearance(reading, node)
        if key is not None:
            found.append(key)
    return found


def _is_medium(item: Node) -> bool:
    return any(each in _KINDS for each in types_of(item))


def _appearance(
    reading: Reading, node: Node, kind: DocumentKind = "page"
) -> str | None:
    """Return the id of a document in which a claim was made."""
    kinds: list[DocumentKind] = [
        _KINDS[each] for each in types_of(node) if each in _KINDS
    ]
    titles = ("name", "headline", "description", "caption")
    return _document(reading, node, kinds[0] if kinds else kind, titles)


@attrs.frozen
class Words:
    """The text of a claim, and its place."""

    text: str
    place: Node


def _claim(reading: Reading, review: Node, item: Node | None) -> Words | None:
    """Return the claim in words."""
    places = [review.child("claimReviewed")]
    if item is not None and not _is_medium(item):
        inner = reading.first(item.child("interpretedAsClaim"))
        for each in [inner, item]:
            if each is not None and is_object(each.value):
                places += [each.child(key) for key in _CLAIM_TEXTS]
        if isinstance(item.value, str):
            places.append(item)
    for place in places:
        found = reading.plain_text(place) if place.value is not None else None
        if found is not None and fits(Claim, "text", found[0]):
            if place is not places[0] and "MediaReview" not in types_of(review):
                message = (
                    "claimReviewed is missing; its text comes from the item reviewed"
                )
                reading.note("CT723", review, message)
            return Words(*found)
    reading.note("CT723", review, "the text of the claim is missing")
    return None


@attrs.frozen
class Saying:
    """Who first made a claim, and in which document.

    Attributes:
        claimant: id of the source.
        document: id of the document.
        attributions: chains with their documents, which still need the claim's id.
    """

    claimant: str | None
    document: str | None
    attributions: tuple[tuple[Chain, str | None], ...]


def _spread(
    reading: Reading,
    item: Node | None,
    claim: Words | None,
    *,
    media: list[str],
    staff: Staff,
    page: str | None,
) -> Saying:
    """Return who made a claim, when and where."""
    if item is None or not is_object(item.value):
        return Saying(None, None, ())
    claimants: list[str] = []
    for role in ("author", "creator"):
        claimants += read_claimants(reading, item.child(role), staff)
    documents = [*_appearances(reading, item), *media]
    documents = [each for each in dict.fromkeys(documents) if each != page]
    dated = reading.when(item.child("datePublished")) or reading.when(
        item.child("dateCreated")
    )
    if dated is not None:
        _compare(reading, dated, page)
    if claim is None or not (claimants or documents or dated):
        return Saying(next(iter(claimants), None), next(iter(documents), None), ())
    who, where = next(iter(claimants), None), next(iter(documents), None)
    key = _claim_key(claim, who, where)
    at = reading.take_date(dated, key, "chain/at") if dated else None
    occasion = _occasion(reading, item, claim, key) if claimants else None
    pairs = _pairs(claimants, documents, at, occasion)
    return Saying(who, where, tuple(pairs))


def _appearances(reading: Reading, item: Node) -> list[str]:
    """Return the ids of the documents in which a claim appeared, earliest first."""
    found: list[str | None] = []
    for key in ("firstAppearance", "appearance"):
        found += [_appearance(reading, e) for e in reading.objects(item.child(key))]
    if not _is_medium(item) and isinstance(_at(item).value, str):
        found.append(_document(reading, _only_address(item), "page", ()))
    return [each for each in found if each is not None]


def _only_address(item: Node) -> Node:
    return attrs.evolve(item, value={"url": _at(item)})


def _claim_key(claim: Words, who: str | None, where: str | None) -> str:
    """Return the id of a claim: from its text, its first claimant and first document.

    Args:
        claim: its text.
        who: id of the source that first made it.
        where: id of the document in which it first appeared.
    """
    return foreign_id("claim", claim.text, who, where)


def _occasion(reading: Reading, item: Node, claim: Words, key: str) -> str | None:
    """Return the name of the item: if there is a claim, the name is its occasion."""
    place = item.child("name")
    text = place.value
    if text == claim.text or place == claim.place or not _is_line(text):
        return None
    reading.leaves.take(place, key, "chain/occasion")
    return str(text)


def _is_line(text: object) -> bool:
    """Return whether a value is a single-line text of limited length."""
    return isinstance(text, str) and fits(Document, "title", text)


def _pairs(
    claimants: list[str],
    documents: list[str],
    at: When | None,
    occasion: str | None,
) -> list[tuple[Chain, str | None]]:
    """Return every chain with the document that it was read in.

    Date and occasion are only stated for the first; for the others they are unknown.
    """
    found: list[tuple[Chain, str | None]] = []
    for number, (claimant, document) in enumerate(
        (who, where)
        for who in (*claimants,) or (None,)
        for where in (*documents,) or (None,)
    ):
        is_first = number == 0
        link = Link(
            source=claimant,
            at=at if is_first else None,
            occasion=occasion if is_first else None,
        )
        found.append((Chain(links=[link]), document))
    return found


def _compare(reading: Reading, dated: Dated, page: str | None) -> None:
    """Note contradictions between the dates of a claim and of its review."""
    published: When | None = reading.shelf.field(page, "published") if page else None
    if published is None or published.edtf is None:
        return
    if published == dated.when and published.precision == "second":
        message = f"the claim and its review have the same time, {published}"
        reading.note("CT725", dated.place, message)
    elif published.before(dated.when):
        message = f"the review, of {published}, is older than the claim, {dated.when}"
        reading.note("CT726", dated.place, message)


def _settle_claim(reading: Reading, claim: Words, first: Saying) -> str:
    """Return the id of the claim, together with who made it."""
    key = _claim_key(claim, first.claimant, first.document)
    reading.shelf.begin(Claim, key, text=claim.text)
    is_text = isinstance(claim.place.value, str)
    reading.leaves.take(claim.place, key, "text", is_exact=is_text)
    for chain, document in first.attributions:
        said = Attribution(claim=key, chain=chain, document=document)
        reading.shelf.attributions[said] = None
    return key


def _assessment(
    reading: Reading,
    review: Node,
    subject: str,
    *,
    staff: Staff,
    page: str | None,
    maps: VerdictMaps,
) -> str | None:
    """Return the id of the judgement; None if a review has none."""
    rating = read_rating(reading, review, staff, maps)
    if rating is None:
        message = "the review has no verdict, no number and no category"
        reading.note("CT749", review, message)
        return None
    key = _free_key(reading, page, subject, staff, rating.fields)
    shelf = reading.shelf
    shelf.begin(Assessment, key, subject=subject, **rating.fields)
    for place, field, is_exact in rating.places:
        reading.leaves.take(place, key, field, is_exact=is_exact)
    if staff.by is not None:
        shelf.fill(key, "by", staff.by)
    if page is not None:
        shelf.fill(key, "document", page)
    else:
        reading.date(key, "at", review.child("datePublished"))
    for field, place in (
        ("rationale", _rationale(review)),
        ("license", review.child("sdLicense")),
    ):
        reading.text(key, field, place)
    if page is not None:
        badge = reading.first(review.child("reviewRating"))
        if badge is not None:
            reading.address(page, "image", badge.child("image"), is_list=True)
    return key


def _rationale(review: Node) -> Node:
    """Return the node with the reasons, the shortest first."""
    rating = next(iter(review.child("reviewRating").items()), None)
    places = [
        *([rating.child("ratingExplanation")] if rating is not None else []),
        review.child("originalMediaContextDescription"),
        review.child("reviewBody"),
        review.child("description"),
    ]
    return next((each for each in places if each.value not in (None, "")), places[-1])


def _free_key(
    reading: Reading,
    page: str | None,
    subject: str,
    staff: Staff,
    fields: dict[str, object],
) -> str:
    """Return the id of a judgement; another on the same claim and page gets its own."""
    twin = 1
    while True:
        number = () if twin == 1 else (str(twin),)
        key = foreign_id("assessment", page, subject, staff.by, *number)
        there = reading.shelf.records.get(key)
        if there is None or all(there[1].get(k) == v for k, v in fields.items()):
            return key
        twin += 1
