"""Foreign documents as they are published, and with every mistake that was seen.

What is in a place of a clean document becomes something else: several at once, and
random JSON in any place.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from claimtrack.schema import is_array, is_object

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.schema import JsonValue

__all__ = ["ANSWER", "DATES", "MEDIA", "REVIEW", "ROWS", "dirty", "junk"]

DATES: Final = (
    "2025-06-05",
    "2025-06-05T10:00:00Z",
    "2025-06-05T10:00:00.123456789Z",
    "2025-6-5",
    "2025-06-05 20:02",
    "2025-06-05T10:00+3:00",
    "Mon, 09 Nov 2020 18:42:22 UTC +00:00",
    "Sat, 07 Nov 2020",
    "2020",
    "June",
    "05/06/2025",
    "yesterday",
    " 2025-06-05 ",
    "0000-00-00",
    "2025-02-30",
)

TEXTS: Final = (
    "The ferry is free.",
    "<p>The ferry&nbsp;is free</p>",
    "می\u200cشود",
    "a\r\nb\u00a0",
    "cafÃ©",
    "\0",
    "\ud800",
    "\u200b",
    "x" * 1001,
    "x" * 20_001,
    "",
    " ",
    "True but misleading",
    "Falso.\r",
    "https://check.example/1",
    "check.example/a b",
    "https:www.check.example",
    "/relative",
    "x.com",
    "Social media users",
    "A – B",
    "UNN < ?one",
    "5",
    "-1",
    "1e400",
    "٣",
    "#us",
)

NUMBERS: Final = (-1, 0, 1, 5, 1.0, 2**53 + 1, -(10**400), 1e300, float("inf"))

scalars = (
    st.sampled_from([None, True, False, *NUMBERS])
    | st.sampled_from(TEXTS)
    | st.sampled_from(DATES)
    | st.text(max_size=5)
    | st.floats()
)

KEYS: Final = (
    "@id",
    "@type",
    "@value",
    "name",
    "url",
    "author",
    "publisher",
    "claimReviewed",
    "itemReviewed",
    "reviewRating",
    "alternateName",
    "ratingValue",
    "bestRating",
    "worstRating",
    "datePublished",
    "sameAs",
    "image",
    "appearance",
    "firstAppearance",
    "inLanguage",
    "mediaAuthenticityCategory",
    "mediaItemAppearance",
    "interpretedAsClaim",
    "text",
    "claimant",
    "claimReview",
    "site",
    "a/b~c",
    "\ud800",
    "",
)

junk = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=8,
)

REVIEW: Final[dict[str, Any]] = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "url": "https://check.example/1",
    "claimReviewed": "The ferry is free.",
    "datePublished": "2025-06-06",
    "inLanguage": "en",
    "name": "No free ferry",
    "author": {
        "@type": "Organization",
        "@id": "#us",
        "name": "Harbour Check",
        "url": "https://check.example",
        "sameAs": ["https://social.example/check"],
        "logo": {"@type": "ImageObject", "url": "https://check.example/l.png"},
    },
    "itemReviewed": {
        "@type": "Claim",
        "name": "Harbour Hall",
        "author": {"@type": "Person", "name": "Ines Moreau", "jobTitle": "Mayor"},
        "datePublished": "2025-06-05",
        "appearance": [{"@type": "CreativeWork", "url": "https://post.example/1"}],
        "firstAppearance": {"url": "https://post.example/0"},
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": "1",
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "False",
        "ratingExplanation": "It costs five.",
    },
    "sdLicense": "CC BY 4.0",
    "ownKey": {"color": "#f00"},
}

MEDIA: Final[dict[str, Any]] = {
    "@type": " MediaReview",
    "url": "https://check.example/2",
    "author": {"@id": "#us"},
    "mediaAuthenticityCategory": ["TransformedContent", "DecontextualizedContent"],
    "originalMediaContextDescription": "The picture shows another ferry.",
    "itemReviewed": {
        "@type": "MediaReviewItem",
        "creator": {"@type": "Person", "name": "Viral image"},
        "interpretedAsClaim": {"@type": "Claim", "description": "The ferry burns."},
        "mediaItemAppearance": [
            {"@type": "ImageObject", "accessedOnUrl": "https://post.example/2"}
        ],
    },
    "associatedClaimReview": REVIEW,
}

ANSWER: Final[dict[str, Any]] = {
    "claims": [
        {
            "text": "The ferry is free.",
            "claimant": "x.com",
            "claimDate": "2025-06-05T10:00:00.123456789Z",
            "claimReview": [
                {
                    "publisher": {"name": "Harbour Check", "site": "check.example"},
                    "url": "https://check.example/1",
                    "title": "No free ferry",
                    "reviewDate": "2025-06-05T10:00:00Z",
                    "textualRating": "False",
                    "languageCode": "en",
                },
                {"textualRating": "Misleading", "publisher": {"site": "b.example"}},
            ],
        }
    ],
    "nextPageToken": "abc",
}

ROWS: Final[list[Any]] = [
    {
        "Claim": "The ferry is free.",
        "Claimant": "Ines Moreau",
        "Verdict": "False",
        "Rating": "1",
        "Best": "5",
        "Chain": "Post < ??dockers",
        "Own": "kept",
    },
    {"Claim": "Tea is free.", "Chain": "Post < Radio", "Seen at": "a.example/1"},
]


def places(value: JsonValue, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value inside another, and to the value itself."""
    yield way
    inner: Any = ()
    if is_object(value):
        inner = value.items()
    elif is_array(value):
        inner = enumerate(value)
    for key, each in inner:
        yield from places(each, (*way, key))


def replaced(value: JsonValue, way: tuple[Any, ...], new: JsonValue) -> JsonValue:
    """Return a value with another in one of its places."""
    if not way:
        return new
    made = copy.copy(value)
    made[way[0]] = replaced(value[way[0]], way[1:], new)
    return made


@st.composite
def dirty(draw: st.DrawFn, clean: JsonValue) -> JsonValue:
    """Draw a document with several mistakes: what is in a place is something else."""
    value = clean
    for _ in range(draw(st.integers(0, 5))):
        way = draw(st.sampled_from(list(places(value))))
        old: JsonValue = value
        for step in way:
            old = old[step]
        others: list[JsonValue] = [None, "", {}, []]
        change = draw(
            junk
            | st.just([old])
            | st.just([old, old])
            | st.just({"@value": old})
            | st.just({"name": old})
            | st.sampled_from(others)
        )
        value = replaced(value, way, change)
    return draw(
        st.sampled_from(
            [
                value,
                [value, clean],
                {"@graph": [value, {"@id": "#us", "name": "Harbour Check"}]},
                {"dataFeedElement": [{"item": [value]}]},
                {"mainEntity": {"review": value}},
            ]
        )
    )
