"""Publish a judgement of a dossier as a review in the terms of schema.org."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from claimtrack import lineage
from claimtrack.disclosure import WITHHELD
from claimtrack.findings import with_article
from claimtrack.interop._filler import Reading
from claimtrack.interop._leaves import Leaves, Node
from claimtrack.interop._people import is_staff, read_staff
from claimtrack.interop._published_sources import (
    Draft,
    document_key,
    is_person,
    one_or_all,
    put,
)
from claimtrack.interop._rating import CATEGORIES, number_of
from claimtrack.interop._shelf import fits
from claimtrack.records import Claim, Document, name_key
from claimtrack.schema import JsonValue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Assessment, Attribution, Source
    from claimtrack.when import When

__all__ = ["refusal_of", "review_of"]

_MEDIA: Final = ("image", "video", "audio")
"""Kinds of documents that a MediaReview judges."""

_AUTHENTICITY: Final = {
    "altered": "EditedOrCroppedContent",
    "miscaptioned": "DecontextualizedContent",
    "original": "OriginalMediaContent",
    "satire": "SatireOrParodyContent",
    "staged": "StagedContent",
}
"""Code of claimtrack → category of schema.org."""

_NEGATIVE: Final = ("CT-", "PR-", "PS-")
"""Factuality of a holder who says that the claim is not the case."""


def refusal_of(draft: Draft, assessment: Assessment) -> str | None:
    """Return why a judgement cannot be published as a review; None if it can."""
    subject = draft.dossier.get(assessment.subject)
    is_medium = isinstance(subject, Document) and subject.kind in _MEDIA
    if not isinstance(subject, Claim) and not is_medium:
        kind = "nothing" if subject is None else with_article(subject.type)
        return f"it judges {kind}; a review judges a claim, or a picture or recording"
    if isinstance(subject, Document) and _is_page_of(draft, assessment, subject):
        return "it judges the page that it is on"
    if assessment.verdict is None and assessment.rating is None:
        return "it has no verdict and no rating"
    rating = assessment.rating
    if draft.is_narrow and assessment.verdict is None and not is_medium:
        numbers = (rating.value, rating.best, rating.worst) if rating else ()
        if all(_digits(each) is None for each in numbers):
            return "it has no verdict, and no number that the profile allows"
    if draft.is_narrow and is_medium and not _categories(assessment, subject):
        return "it has no category, which the profile needs for its verdict"
    return None


def _is_page_of(draft: Draft, assessment: Assessment, medium: Document) -> bool:
    """Return whether readers would take a medium for the page of its review."""
    page = draft.dossier.get(assessment.document) if assessment.document else None
    title = page.title if isinstance(page, Document) else None
    url = page.url if isinstance(page, Document) else None
    known = document_key(url or assessment.url, title)
    return document_key(medium.url, medium.title) == known


def review_of(draft: Draft, assessment: Assessment) -> dict[str, JsonValue]:
    """Return a judgement as a ClaimReview or a MediaReview.

    Args:
        draft: the document being built; losses are noted there.
        assessment: a judgement that can be published.
    """
    subject = draft.dossier[assessment.subject]
    categories = _categories(assessment, subject)
    is_media = isinstance(subject, Document) or bool(categories)
    made: dict[str, JsonValue] = {
        "@type": "MediaReview" if is_media else "ClaimReview",
        **_page(draft, assessment),
    }
    if isinstance(subject, Claim) and not is_media:
        made["claimReviewed"] = subject.text
    put(made, "mediaAuthenticityCategory", one_or_all(categories))
    put(made, "reviewRating", _rating(draft, assessment, categories))
    put(made, "sdLicense", assessment.license)
    if isinstance(subject, Document):
        as_document = draft.medium if draft.is_narrow else draft.document
        made["itemReviewed"] = as_document(subject)
    else:
        claim = cast("Claim", subject)
        item = _item(draft, claim, made)
        put(made, "itemReviewed", _as_medium(claim, item) if is_media else item)
        fields = ("about", "holds", "quantity", "condition", "response")
        draft.lose_fields(claim, fields)
    draft.lose_fields(assessment, ("confidence", "evidence"))
    if any(each.scheme != CATEGORIES for each in assessment.normalized):
        message = "the format does not say what the verdict means"
        draft.lose(assessment, "normalized", message)
    return made


def _categories(assessment: Assessment, subject: object) -> list[str]:
    """Return what a judgement says about a medium, in the terms of schema.org."""
    given = [
        each.code
        for each in assessment.normalized
        if each.scheme == CATEGORIES and _is_category(each.code)
    ]
    if not given and isinstance(subject, Document):
        codes = [_AUTHENTICITY.get(each.code) for each in assessment.normalized]
        given = [each for each in codes if each is not None]
    return [*dict.fromkeys(given)]


def _is_category(code: str) -> bool:
    """Return whether a code is read back unchanged: addresses end in one."""
    return code == code.strip() and "/" not in code and fits(Document, "title", code)


def _page(draft: Draft, assessment: Assessment) -> dict[str, JsonValue]:
    """Return what a review says about itself: its address, date and staff."""
    made: dict[str, JsonValue] = {}
    page = draft.dossier.get(assessment.document) if assessment.document else None
    dated = draft.date(assessment, "at")
    if not isinstance(page, Document):
        put(made, "url", assessment.url)
        put(made, "inLanguage", assessment.lang if assessment.url else None)
        put(made, "datePublished", dated)
        return {**made, **_staff(draft, assessment, None)}
    put(made, "url", page.url or assessment.url)
    put(made, "name", page.title)
    put(made, "inLanguage", page.lang or assessment.lang)
    put(made, "datePublished", draft.date(page, "published") or dated)
    put(made, "dateModified", draft.date(page, "modified"))
    put(made, "archivedAt", one_or_all(page.archived))
    put(made, "image", one_or_all(page.image))
    put(made, "version", page.version)
    put(made, "license", page.license)
    if assessment.url not in (None, made.get("url")):
        draft.lose(assessment, "url", "a review has only one address")
    draft.lose_fields(page, ("retrieved", "status", "sha256"))
    return {**made, **_staff(draft, assessment, page)}


def _staff(
    draft: Draft, assessment: Assessment, page: Document | None
) -> dict[str, JsonValue]:
    """Return who judges and who publishes.

    Readers take the first organization for the judge, and people for its authors.
    """
    authors = [draft.source(each) for each in page.authors] if page else []
    judges = [draft.source(assessment.by), *authors]
    people = _distinct(each for each in judges if each and is_person(each))
    bodies = _distinct(each for each in judges if each and not is_person(each))
    publisher = draft.source(page.publisher) if page else None
    publisher = publisher or next(iter(bodies), None)
    for each in bodies[1:]:
        draft.lose(each, "name", "a review has only one organization among its authors")
    if publisher is not None and not people:
        bodies = bodies or [publisher]
    if bodies and publisher and _is_one(publisher, bodies[0]):
        bodies, publisher = ([], bodies[0]) if people else (bodies, None)
    made: dict[str, JsonValue] = {}
    listed = [draft.checker(each) for each in (*bodies[:1], *people)]
    put(made, "author", one_or_all(listed))
    if publisher is not None:
        made["publisher"] = draft.checker(publisher, has_role=False)
    return made


def _is_one(one: Source, other: Source) -> bool:
    """Return whether readers cannot distinguish two fact-checkers."""
    return name_key(one.label) == name_key(other.label)


def _distinct(sources: Iterable[Source]) -> list[Source]:
    """Return sources that readers can distinguish."""
    found: dict[str, Source] = {}
    for each in sources:
        found.setdefault(name_key(each.label), each)
    return [*found.values()]


def _rating(
    draft: Draft, assessment: Assessment, categories: list[str]
) -> dict[str, JsonValue]:
    """Return a judgement in words and numbers, with its reasons."""
    made: dict[str, JsonValue] = {}
    if assessment.verdict not in categories:
        put(made, "alternateName", assessment.verdict)
    rating = assessment.rating
    numbers = (
        []
        if rating is None
        else [
            ("ratingValue", rating.value),
            ("bestRating", rating.best),
            ("worstRating", rating.worst),
        ]
    )
    for key, value in numbers:
        if value is not None:
            made[key] = _number(draft, assessment, value)
    put(made, "ratingExplanation", assessment.rationale)
    made = {key: value for key, value in made.items() if value is not None}
    return {"@type": "Rating", **made} if made else {}


def _number(draft: Draft, assessment: Assessment, value: float) -> JsonValue:
    """Return a number; in Duke's profile as text, if text can hold it."""
    if not draft.is_narrow:
        return value
    if _digits(value) is None:
        draft.lose(
            assessment, "rating", f"the profile cannot express the number {value}"
        )
    return _digits(value)


def _digits(value: float | None) -> str | None:
    """Return a number in digits; None if readers would not read the same number."""
    if value is None:
        return None
    text = f"{Decimal(repr(value)).normalize():f}"
    return text if number_of(text) == value else None


@attrs.define
class _Sayings:
    """Who made a claim, when, where and on what occasion.

    Attributes:
        claimants: those who made it.
        documents: the documents in which it appeared.
        at: when it was first made.
        occasion: on what occasion.
    """

    claimants: list[dict[str, JsonValue]] = attrs.Factory(list[Any])
    documents: list[Document] = attrs.Factory(list[Document])
    at: str | None = None
    occasion: str | None = None


def _item(
    draft: Draft, claim: Claim, review: dict[str, JsonValue]
) -> dict[str, JsonValue]:
    """Return the claim as the reviewed item: with who made it, when and where."""
    said = _sayings(draft, claim, review)
    is_narrow, is_media = draft.is_narrow, "claimReviewed" not in review
    people, occasion = said.claimants, said.occasion
    if is_narrow and len(people) > 1:
        draft.lose(claim, "text", "the profile names only one who made the claim")
        people = people[:1]
    if occasion is not None and (occasion == claim.text or not people or is_media):
        draft.lose(claim, "text", "the format has no place for the occasion")
        occasion = None
    as_document = draft.medium if is_narrow and is_media else draft.document
    made: dict[str, JsonValue] = {}
    put(made, "author", one_or_all(people))
    put(made, "name", occasion)
    put(made, "datePublished", said.at)
    put(made, "appearance", [as_document(each) for each in said.documents])
    return {"@type": "Claim", **made} if made else {}


def _as_medium(claim: Claim, item: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Return a claim as the content of a medium."""
    made: dict[str, JsonValue] = {
        "@type": "MediaReviewItem",
        "interpretedAsClaim": {"@type": "Claim", "description": claim.text},
    }
    put(made, "creator", item.get("author"))
    put(made, "datePublished", item.get("datePublished"))
    put(made, "mediaItemAppearance", item.get("appearance"))
    return made


def _sayings(draft: Draft, claim: Claim, review: dict[str, JsonValue]) -> _Sayings:
    """Return how a claim was made according to the last voice of each chain.

    The publisher of the review is left out: readers would take it for a mistake.
    """
    staff = read_staff(Reading(Leaves({})), Node(review))
    made = _Sayings()
    seen = {document_key(review.get("url"), review.get("name"))}
    names: set[tuple[str, str]] = set()
    for each in draft.dossier.attributions:
        if each.claim != claim.id:
            continue
        link = lineage.voices(each.chain)[-1]
        source = draft.source(link.source)
        _lose_chain(draft, each)
        if lineage.factuality(each)[-1] in _NEGATIVE:
            draft.lose(each, "chain", "the format has no place for who denies a claim")
            continue
        if source is not None and is_staff(source.label, staff):
            message = "the publisher of a review cannot be named as the claimant"
            draft.lose(each, "chain", message)
        elif source is not None and source.description == WITHHELD:
            draft.lose(each, "chain", "the description of its source is withheld")
        elif source is not None and (source.kind, source.label) not in names:
            names.add((source.kind, source.label))
            made.claimants.append(draft.claimant(source))
        made.at = made.at or _when(draft, each, link.at)
        made.occasion = made.occasion or _line(link.occasion)
        for key in (each.document, link.document):
            document = draft.dossier.get(key) if key else None
            if isinstance(document, Document):
                known = document_key(document.url, document.title)
                if known not in seen:
                    seen.add(known)
                    made.documents.append(document)
    return made


def _when(draft: Draft, attribution: Attribution, at: When | None) -> str | None:
    return draft.moment(attribution, "chain", at) if at is not None else None


def _line(text: str | None) -> str | None:
    """Return a text if it can be read as the name of something."""
    return text if text is not None and fits(Document, "title", text) else None


def _lose_chain(draft: Draft, attribution: Attribution) -> None:
    """Note the parts of an attribution that schema.org cannot express."""
    if len(attribution.chain) > 1:
        shown = draft.dossier.format_chain(attribution.chain)
        message = f"of {shown}, the format keeps only the last speaker"
        draft.lose(attribution, "chain", message)
    elif attribution.chain.head.candidates:
        draft.lose(attribution, "chain", "it is not settled who made the claim")
    draft.lose_fields(attribution, ("placement", "excerpts", "presupposed"))
