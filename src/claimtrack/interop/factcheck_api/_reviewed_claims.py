"""Write dossiers as answers of the Fact Check Tools API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack import disclosure
from claimtrack.interop._addresses import host_of
from claimtrack.interop._exported import Exported
from claimtrack.interop._extension import write_whole
from claimtrack.interop._published_review import refusal_of, review_of
from claimtrack.interop._published_sources import Draft, put
from claimtrack.records import Document
from claimtrack.schema import URN, is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.dossier import Dossier
    from claimtrack.records import Assessment
    from claimtrack.schema import JsonValue

__all__ = ["write"]

NAME: Final = "factcheck-api"

STATUS: Final = f"{URN}status"
"""Key that marks an answer with drafts, for which the format has none."""

_OF_REVIEWS: Final = {
    "url": "url",
    "title": "name",
    "reviewDate": "datePublished",
    "languageCode": "inLanguage",
}
"""Key of the API → key of schema.org."""


def write(
    dossier: Dossier,
    *,
    lossless: bool = False,
    include_private: bool = False,
    unreviewed: bool = False,
) -> Exported:
    """Return the judgements on claims as an answer of the API, with the losses.

    Args:
        dossier: the dossier.
        lossless: restore imported documents with later changes. Everything else in the
            dossier is added in a separate block, from which `read` gives equal records.
        include_private: write private values too; `lossless` needs it, because the data
            that an import keeps are private.
        unreviewed: write drafts of a tool that nobody has reviewed.

    >>> from claimtrack import Dossier
    >>> d = Dossier()
    >>> claim, desk = d.claim("The ferry is free."), d.outlet("Harbour Check")
    >>> verdict = d.assess(claim, by=desk, verdict="False")
    >>> write(d).document["claims"][0]["claimReview"]
    [{'publisher': {'name': 'Harbour Check'}, 'textualRating': 'False'}]

    Raises:
        UnreviewedDraft: if the dossier is a draft that nobody has reviewed.
        ValueError: with `lossless`, if `include_private` is missing.
    """
    if lossless and not include_private:
        message = (
            "lossless needs include_private, because what an import keeps is private"
        )
        raise ValueError(message)
    given = disclosure.for_others(
        dossier, include_private=include_private, unreviewed=unreviewed
    )
    has_drafts = any(each in given for each in disclosure.unreviewed(dossier))
    more = {STATUS: disclosure.DRAFTED} if has_drafts else {}
    if lossless:
        return write_whole(given, NAME, lambda some: _answer(given, some, more))
    return _answer(given, given.assessments, more)


def _answer(
    dossier: Dossier, assessments: Iterable[Assessment], more: dict[str, JsonValue]
) -> Exported:
    """Return an answer with the claim of each judgement."""
    draft = Draft(dossier)
    claims: dict[str, dict[str, JsonValue]] = {}
    for each in assessments:
        refusal = refusal_of(draft, each)
        if refusal is None and isinstance(dossier[each.subject], Document):
            refusal = "the API has only reviews of claims"
        if refusal is not None:
            draft.lose(each, "verdict", refusal)
            continue
        review = review_of(draft, each)
        claim = _claim(draft, each, review)
        there = claims.setdefault(each.subject, claim)
        there["claimReview"].append(_review(draft, each, review))
    losses = tuple(dict.fromkeys(draft.losses))
    return Exported({"claims": [*claims.values()], **more}, losses)


def _claim(
    draft: Draft, assessment: Assessment, review: dict[str, JsonValue]
) -> dict[str, JsonValue]:
    """Return a claim in the form of the API, in which the claimant is text."""
    item = review.get("itemReviewed", {})
    people = _listed(item.get("author", item.get("creator")))
    if len(people) > 1:
        draft.lose(assessment, "subject", "the API names only one who made the claim")
    if "appearance" in item or "mediaItemAppearance" in item:
        draft.lose(assessment, "subject", "the API does not say where it appeared")
    claim = draft.dossier[assessment.subject]
    made: dict[str, JsonValue] = {"text": getattr(claim, "text", "")}
    put(made, "claimant", people[0]["name"] if people else None)
    put(made, "claimDate", item.get("datePublished"))
    return {**made, "claimReview": []}


def _review(
    draft: Draft, assessment: Assessment, review: dict[str, JsonValue]
) -> dict[str, JsonValue]:
    """Return a review in the form of the API: one publisher, and a verdict in words."""
    made: dict[str, JsonValue] = {}
    people = _listed(review.get("publisher")) + _listed(review.get("author"))
    if people:
        publisher = {"name": people[0]["name"]}
        put(publisher, "site", host_of(people[0].get("url", "")))
        made["publisher"] = publisher
    for key, place in _OF_REVIEWS.items():
        put(made, key, review.get(place))
    put(made, "textualRating", assessment.verdict)
    draft.lose_fields(assessment, ("rating", "rationale", "license"))
    if len(people) > 1:
        draft.lose(assessment, "by", "the API names only one publisher")
    return made


def _listed(value: JsonValue) -> list[dict[str, JsonValue]]:
    """Return an object, or a list of objects, as a list."""
    items = value if is_array(value) else [value]
    return [each for each in items if is_object(each)]
