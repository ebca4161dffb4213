"""What each profile of ClaimReview allows, and what it requires."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.findings import Finding, clip
from claimtrack.interop._addresses import host_of
from claimtrack.interop._leaves import Steps, to_pointer
from claimtrack.interop._published_sources import put
from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.interop._published_sources import Draft
    from claimtrack.records import Assessment
    from claimtrack.schema import JsonValue

__all__ = ["PROFILES", "Profile", "narrowed", "shortcomings"]

Profile: TypeAlias = Literal["plain", "google", "duke"]
"""plain: all that schema.org can say. google: the same, checked against Google's
requirements. duke: limited to the schemas of the Duke Reporters' Lab."""

PROFILES: Final[tuple[Profile, ...]] = ("plain", "google", "duke")

_LONGEST: Final = 75
"""Maximum characters of a claim that Google asks for."""


@attrs.frozen
class _Asked:
    """A value that a profile requires or recommends.

    Attributes:
        way: the path to the value.
        what: the name of the value in words.
        is_required: whether a review is useless without it.
        types: the types of review that need it.
    """

    way: Steps
    what: str
    is_required: bool = True
    types: tuple[str, ...] = ("ClaimReview",)


_BOTH: Final = ("ClaimReview", "MediaReview")
_MEDIA: Final = ("MediaReview",)

_ASKED: Final[dict[Profile, tuple[_Asked, ...]]] = {
    "plain": (),
    "google": (
        _Asked(("reviewRating", "alternateName"), "a verdict in words"),
        _Asked(("url",), "the address of the review", types=_BOTH),
        _Asked(("author",), "who made the review", is_required=False, types=_BOTH),
        _Asked(("datePublished",), "when the review was published", is_required=False),
        _Asked(
            ("itemReviewed", "appearance"),
            "where the claim appeared",
            is_required=False,
        ),
    ),
    "duke": (
        _Asked(("claimReviewed",), "the claim"),
        _Asked(("reviewRating", "alternateName"), "a verdict in words"),
        _Asked(("author",), "who made the review", types=_BOTH),
        _Asked(("url",), "the address of the review", types=_BOTH),
        _Asked(("datePublished",), "the day of the review", types=_MEDIA),
        _Asked(("mediaAuthenticityCategory",), "a category", types=_MEDIA),
        _Asked(("originalMediaLink",), "where the original is", types=_MEDIA),
        _Asked(("itemReviewed", "creator"), "who made the medium", types=_MEDIA),
        _Asked(
            ("itemReviewed", "interpretedAsClaim"), "what the medium says", types=_MEDIA
        ),
        _Asked(
            ("itemReviewed", "mediaItemAppearance"), "where it appeared", types=_MEDIA
        ),
    ),
}
"""Profile → the values it asks for.

Source: Google Search Central, "Fact Check (ClaimReview) structured data"; Duke
Reporters' Lab, JSON Schemas of ClaimReview and MediaReview.
"""

_TAKEN: Final = {
    "ClaimReview": (
        "@type",
        "datePublished",
        "url",
        "author",
        "claimReviewed",
        "reviewRating",
        "itemReviewed",
    ),
    "MediaReview": (
        "@type",
        "originalMediaContextDescription",
        "datePublished",
        "url",
        "author",
        "mediaAuthenticityCategory",
        "itemReviewed",
        "originalMediaLink",
    ),
}
"""Type → the keys that Duke's schema allows."""

_TAKEN_OF_MEDIA: Final = (
    "@type",
    "creator",
    "interpretedAsClaim",
    "mediaItemAppearance",
)


def narrowed(
    draft: Draft, assessment: Assessment, review: dict[str, JsonValue]
) -> dict[str, JsonValue]:
    """Return a review without anything that Duke's schemas do not allow."""
    made = {**review}
    for key in ("author", "mediaAuthenticityCategory"):
        if is_array(made.get(key)):
            draft.lose(assessment, key, "the profile has a place for only one of them")
            made[key] = made[key][0]
    if review["@type"] == "MediaReview":
        _narrow_media(made)
    taken = _TAKEN[review["@type"]]
    for key in made:
        if key not in taken:
            draft.lose(assessment, key, "the profile has no place for it")
    return {key: value for key, value in made.items() if key in taken}


def _narrow_media(made: dict[str, JsonValue]) -> None:
    """Give a media review the structure of the schema."""
    rating = made.get("reviewRating")
    item = made["itemReviewed"]
    if is_object(rating):
        put(made, "originalMediaContextDescription", rating.get("ratingExplanation"))
    if item["@type"] != "MediaReviewItem":
        item = {"@type": "MediaReviewItem", "mediaItemAppearance": [item]}
    made["itemReviewed"] = {k: v for k, v in item.items() if k in _TAKEN_OF_MEDIA}


def shortcomings(
    review: dict[str, JsonValue], profile: Profile, steps: Steps, record: str
) -> Iterator[Finding]:
    """Yield everything in which a review does not meet its profile.

    Args:
        review: the review as published.
        profile: the profile to check against.
        steps: the path to it in the document.
        record: id of the judgement.
    """
    for asked in _ASKED[profile]:
        if review["@type"] in asked.types and _value(review, asked.way) is None:
            code = "CT710" if asked.is_required else "CT711"
            wish = "requires" if asked.is_required else "recommends"
            message = f"{asked.what} is missing, which the profile {profile} {wish}"
            pointer = to_pointer((*steps, *asked.way))
            yield Finding.of(code, message, pointer=pointer, record=record)
    url = str(review.get("url", "https:"))
    if profile == "duke" and not url.lower().startswith("https:"):
        message = "the profile duke expects an address that begins with https"
        pointer = to_pointer((*steps, "url"))
        yield Finding.of("CT711", message, pointer=pointer, record=record)
    if profile == "google":
        for way, message in _of_google(review):
            pointer = to_pointer((*steps, *way))
            yield Finding.of("CT711", message, pointer=pointer, record=record)


def _of_google(review: dict[str, JsonValue]) -> Iterator[tuple[Steps, str]]:
    """Yield everything that Google wants differently."""
    claim = review.get("claimReviewed", "")
    if len(claim) > _LONGEST:
        message = f"{clip(claim)} has {len(claim)} characters; Google shows {_LONGEST}"
        yield ("claimReviewed",), message
    rating = review.get("reviewRating", {})
    best, worst = rating.get("bestRating"), rating.get("worstRating")
    if "ratingValue" in rating and (best is None or worst is None):
        yield ("reviewRating",), "the number has no scale; Google takes it from 1 to 5"
    if worst is not None and worst < 1:
        message = f"worstRating is {worst:g}; Google expects 1 or more"
        yield ("reviewRating", "worstRating"), message
    if best is not None and worst is not None and best <= worst:
        message = f"bestRating is {best:g}; Google expects more than {worst:g}"
        yield ("reviewRating", "bestRating"), message
    hosts = {host_of(str(_value(review, (key, "url")) or "")) for key in _PUBLISHERS}
    host = host_of(str(review.get("url", "")))
    if host and hosts - {""} and not any(_is_inside(host, each) for each in hosts):
        yield ("url",), f"the page is on {host}; Google expects the publisher's own"


_PUBLISHERS: Final = ("author", "publisher")


def _is_inside(host: str, site: str) -> bool:
    """Return whether a host equals a site or is below it."""
    return host == site or host.endswith(f".{site}")


def _value(review: JsonValue, way: Steps) -> JsonValue:
    """Return the value at a path in a review, with first items of lists; or None."""
    value = review
    for step in way:
        first = value[0] if is_array(value) and value else value
        value = first.get(step) if is_object(first) else None
    return value
