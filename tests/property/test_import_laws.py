"""Laws of imports: any document comes in, nothing of it is lost, nothing is invented.

The documents are those that fact-checkers publish, with every mistake that was seen in
them, several at once, and random JSON in any place.
"""

from __future__ import annotations

import copy
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimtrack import Dossier
from claimtrack.interop import claimreview, factcheck_api, table
from claimtrack.interop._leaves import find_leaves, to_pointer
from claimtrack.schema import is_array, is_object, write_record
from claimtrack.when import When

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.interop import Imported
    from claimtrack.schema import JsonValue

laws = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

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


def kept_in(dossier: Dossier) -> list[tuple[str, str, Any]]:
    """Return what `ext` keeps: section, pointer and value."""
    found: list[tuple[str, str, Any]] = []
    for record in dossier.values():
        written = write_record(record)
        for parts in written.get("ext", {}).values():
            for part in parts:
                for section, leaves in part.get("around", part).items():
                    found += [(section, k, v) for k, v in leaves.items()]
    return found


def exactly(value: Any) -> tuple[str, str]:  # noqa: ANN401  JSON
    """Return what only the same JSON value is equal to."""
    try:
        return type(value).__name__, json.dumps(value)
    except ValueError:
        return type(value).__name__, hex(value)


def held_in(dossier: Dossier) -> Counter[tuple[str, str]]:
    """Return the leaves of all fields, as often as they are there."""
    return Counter(
        exactly(leaf)
        for record in dossier.values()
        for steps, leaf in find_leaves(write_record(record)).items()
        if steps[:1] != ("ext",)
    )


def hold(made: Imported, again: Imported, document: JsonValue) -> None:
    """Assert all laws of an import."""
    d = made.dossier
    # It can be saved, loads equal, and importing twice gives the same.
    assert not [each for each in d.validate() if each.severity == "error"]
    assert Dossier.loads(d.dumps()) == d
    assert again.dossier == d
    assert again.findings == made.findings
    # Each leaf is in a field as it is, or in ext, as often as it was given.
    kept, held = kept_in(d), held_in(d)
    held.update(exactly(value) for section, _, value in kept if section != "json")
    as_text = Counter(text for section, _, text in kept if section == "json")
    given = Counter(map(exactly, leaves_of(document)))
    lost = given - held
    assert Counter(text for _, text in lost.elements()) <= as_text
    given_dates = {leaf for leaf in leaves_of(document) if isinstance(leaf, str)}
    # No date has a component that nobody gave.
    for record in d.values():
        for steps, leaf in find_leaves(write_record(record)).items():
            if steps[-1:] == ("edtf",) or steps[-1:] in (("published",), ("at",)):
                source = {
                    str(When.from_text(g).edtf)
                    for g in given_dates & {*DATES}
                    if reads(g)
                }
                assert leaf in source | given_dates, leaf


def reads(text: str) -> bool:
    """Return whether a text can be read as a date."""
    try:
        When.from_text(text)
    except ValueError:
        return False
    return True


def leaves_of(document: JsonValue) -> list[Any]:
    """Return the leaves that are not empty."""
    return [
        leaf
        for leaf in find_leaves(document).values()
        if leaf is not None and leaf not in ("", [], {})
    ]


@given(document=dirty(REVIEW) | dirty(MEDIA) | junk)
@example(
    document={"@type": "ClaimReview", "reviewRating": {"ratingValue": -(10**5000)}}
)
@example(document=[REVIEW, {**REVIEW, "name": "Another", "inLanguage": "fr"}])
@laws
def test_any_linked_data_come_in(document: JsonValue) -> None:
    """ClaimReview and MediaReview, however they are wrapped."""
    if not isinstance(document, str):
        hold(claimreview.read(document), claimreview.read(document), document)


@given(document=dirty(ANSWER) | junk)
@laws
def test_any_answer_comes_in(document: JsonValue) -> None:
    """Of the Fact Check Tools API."""
    if not isinstance(document, str):
        hold(factcheck_api.read(document), factcheck_api.read(document), document)


@given(document=dirty(ROWS))
@laws
def test_any_rows_come_in(document: JsonValue) -> None:
    """With the columns of a desk."""
    if not isinstance(document, str):
        made = table.read(document, columns="desk")
        hold(made, table.read(document, columns="desk"), document)


@given(document=dirty(REVIEW))
@laws
def test_the_text_gives_what_the_value_gives(document: JsonValue) -> None:
    """JSON in bytes is read as its value is."""
    if isinstance(document, str):
        return
    try:
        data = json.dumps(document).encode()
    except ValueError:
        return
    read = claimreview.read(data).dossier
    assert not [each for each in read.validate() if each.severity == "error"]
    assert len(read) == len(claimreview.read(json.loads(data)).dossier)


@given(
    parts=st.lists(
        st.text(max_size=20)
        | st.sampled_from(
            [
                '<script type="application/ld+json">',
                "</script>",
                json.dumps(REVIEW),
                '<div itemscope itemtype="https://schema.org/ClaimReview" id="a">',
                '<b itemprop="claimReviewed" itemref="a" itemscope>',
                "</div>",
                "<!--",
                "\0",
                "&#0;",
                "\ud800",
            ]
        ),
        max_size=12,
    )
)
@laws
def test_any_page_comes_in(parts: list[str]) -> None:
    """However broken its markup is."""
    made = claimreview.read("<" + "".join(parts)).dossier
    assert Dossier.loads(made.dumps()) == made


def test_the_clean_documents_are_clean() -> None:
    """What the mistakes are made in has none of its own."""
    assert claimreview.read(REVIEW).findings == ()
    assert len(claimreview.read(MEDIA).dossier.assessments) == 2
    assert to_pointer(("a",)) == "/a"
