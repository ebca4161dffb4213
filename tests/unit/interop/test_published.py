"""Judgements as ClaimReview: what is said, what is lost, and what a profile misses."""

from __future__ import annotations

import json
from typing import Any

import pytest

import claimtrack as ct
from claimtrack import Dossier, UnreviewedDraft
from claimtrack.errors import DanglingReference
from claimtrack.interop import claimreview, factcheck_api
from claimtrack.records import (
    Alias,
    Assessment,
    Candidate,
    Chain,
    Document,
    Link,
    Normalized,
    Rating,
    Recorded,
    Source,
)

PAGE = "https://check.example/1"


def desk(**more: Any) -> tuple[Dossier, Assessment]:  # noqa: ANN401  any field
    """Return a dossier with a judgement on a claim."""
    d = Dossier(title="Ferry")
    checker = d.outlet("Harbour Check", url="https://check.example")
    page = d.document(
        "article", "No free ferry", url=PAGE, publisher=checker, published="2025-06-06"
    )
    claim = d.claim("The ferry is free.")
    fields: dict[str, Any] = {"by": checker, "document": page, "verdict": "False"}
    return d, d.assess(claim, **{**fields, **more})


def written(dossier: Dossier, profile: claimreview.Profile = "plain") -> Any:  # noqa: ANN401
    """Return a dossier as a document."""
    return claimreview.write(dossier, profile=profile).document


def lost(dossier: Dossier, profile: claimreview.Profile = "plain") -> list[str]:
    """Return what is lost: record and field."""
    made = claimreview.write(dossier, profile=profile)
    return [f"{each.record}.{each.field}" for each in made.losses]


def test_a_judgement_becomes_a_claim_review() -> None:
    """With its page, its publisher and who made the claim."""
    d, verdict = desk(
        rating=Rating(value=1, best=5, worst=1), rationale="It costs five."
    )
    mayor = d.person(
        "Ines Moreau",
        role="Mayor",
        aka=[Alias(text="I. Moreau", lang="fr")],
        same_as=["https://x.example/ines"],
    )
    post = d.document("post", "Free!", url="https://post.example/1", image=["ex:1"])
    head = ct.link(mayor, at="2025-06-05", occasion="A rally")
    d.attribute(verdict.subject, head, document=post)
    assert written(d) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": PAGE,
        "name": "No free ferry",
        "datePublished": "2025-06-06",
        "author": {
            "@type": "Organization",
            "name": "Harbour Check",
            "url": "https://check.example",
        },
        "claimReviewed": "The ferry is free.",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "False",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "ratingExplanation": "It costs five.",
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {
                "@type": "Person",
                "name": "Ines Moreau",
                "alternateName": "I. Moreau",
                "sameAs": ["https://x.example/ines"],
                "jobTitle": "Mayor",
            },
            "name": "A rally",
            "datePublished": "2025-06-05",
            "appearance": [
                {
                    "@type": "SocialMediaPosting",
                    "url": "https://post.example/1",
                    "name": "Free!",
                    "image": "ex:1",
                }
            ],
        },
    }
    assert lost(d) == [f"{mayor.id}.aka"]
    narrow = written(d, "duke")
    assert narrow["reviewRating"]["ratingValue"] == "1"
    assert "name" not in narrow
    assert narrow["itemReviewed"]["author"]["sameAs"] == ["https://x.example/ines"]


def test_a_source_says_its_kind_where_its_name_says_another() -> None:
    """Others read a name; ours is an additional type, and comes back."""
    d, verdict = desk()
    for kind in ("crowd", "platform", "group", "unresolved", "person"):
        source = d.add(Source(id=f"s-{kind}", kind=kind, name=f"Hall of {kind}"))
        d.attribute(verdict.subject, source)
    d.attribute(verdict.subject, d.crowd("Social media users"))
    made = written(d)["itemReviewed"]["author"]
    assert [each.get("additionalType") for each in made] == [
        "urn:claimtrack:v1:crowd",
        "urn:claimtrack:v1:platform",
        "urn:claimtrack:v1:group",
        None,
        None,
        None,
    ]
    read = claimreview.read(written(d)).dossier
    assert [each.kind for each in read.sources][1:] == [
        "crowd",
        "platform",
        "group",
        "unresolved",
        "person",
        "crowd",
    ]


def test_with_an_address_a_claimant_would_be_two_things_for_duke() -> None:
    """So the address is one where it is the same."""
    d, verdict = desk()
    d.attribute(verdict.subject, d.outlet("Post", url="https://post.example"))
    made = written(d, "duke")["itemReviewed"]["author"]
    assert made == {
        "@type": "NewsMediaOrganization",
        "name": "Post",
        "sameAs": ["https://post.example"],
    }


def test_a_crowd_is_an_organization_for_duke() -> None:
    """Its schema needs a type; a body has no role there."""
    d, verdict = desk(url="https://check.example/other")
    d.attribute(verdict.subject, d.crowd("Social media users", role="Voters"))
    made = written(d, "duke")["itemReviewed"]["author"]
    assert made == {"@type": "Organization", "name": "Social media users"}
    fields = {each.partition(".")[2] for each in lost(d, "duke")}
    assert {"url", "role"} <= fields


def test_a_review_has_one_body_among_its_authors() -> None:
    """A second one is lost; so is the kind of document that schema.org lacks."""
    d, verdict = desk()
    authors = [d.outlet("Post"), d.outlet("Radio"), d.person("Ada")]
    page = d.document("speech", "Tea", authors=authors)
    d.attribute(verdict.subject, d.person("Bo"), document=page)
    d.assess(d.claim("Tea."), document=page, verdict="False")
    made = claimreview.write(d, assessment=d.assessments[1])
    assert made.document["author"]["name"] == "Ada"
    assert made.document["publisher"]["name"] == "Post"
    first = claimreview.write(d, assessment=verdict)
    kinds = [each.message for each in first.losses if each.field == "kind"]
    assert kinds == ["schema.org has no type for speech"]


def test_chains_say_who_spoke_last() -> None:
    """And nobody who denies it, publishes the review, or is not settled."""
    d, verdict = desk()
    d.attribute(verdict.subject, "Post < Radio < ??dockers")
    d.attribute(verdict.subject, ct.link(d.person("Ada"), factuality="CT-"))
    d.attribute(verdict.subject, d.outlet("Harbour Check"))
    two = [Candidate(source=each.id) for each in d.sources[:2]]
    d.attribute(verdict.subject, Chain(links=[Link(candidates=two)]))
    assert written(d)["itemReviewed"] == {
        "@type": "Claim",
        "author": {"name": "dockers"},
    }
    messages = [str(each) for each in claimreview.write(d).losses]
    assert [each.rpartition(" ")[2] for each in messages] == [
        "speaker",
        "unnamed",
        "it",
        "claim",
        "claimant",
        "claim",
    ]
    deep = ct.link(d.unnamed("a very close aide"), ground_rules="deep-background")
    d.attribute(verdict.subject, d.outlet("Post").citing(deep))
    assert "withheld" not in json.dumps(written(d))
    assert "a very close aide" not in json.dumps(written(d))


def test_an_occasion_that_cannot_be_said_is_lost() -> None:
    """Where it is the claim itself, or in a review of a medium."""
    d, verdict = desk()
    said = ct.link(d.person("Ada"), occasion="The ferry is free.")
    d.attribute(verdict.subject, said)
    assert "name" not in written(d)["itemReviewed"]
    assert lost(d) == [f"{verdict.subject}.text"]


CATEGORY = "https://schema.org/mediaAuthenticityCategory"


def picture(d: Dossier) -> Document:
    """Return a picture of a dossier."""
    return d.document(
        "image",
        "A ferry",
        url="https://post.example/2.png",
        archived=["https://archive.example/2", "https://archive.example/3"],
    )


def test_a_judgement_on_a_picture_becomes_a_media_review() -> None:
    """With the category that was given, or that our code means."""
    d, _ = desk()
    code = Normalized(scheme="ours", axis="authenticity", code="miscaptioned")
    d.assess(picture(d), verdict="Old picture", normalized=[code], url=PAGE)
    made = claimreview.write(d, assessment=d.assessments[1])
    assert made.document["@type"] == "MediaReview"
    assert made.document["mediaAuthenticityCategory"] == "DecontextualizedContent"
    assert made.document["itemReviewed"]["@type"] == "ImageObject"
    assert made.document["reviewRating"]["alternateName"] == "Old picture"
    narrow = claimreview.write(d, assessment=d.assessments[1], profile="duke")
    assert narrow.document["itemReviewed"]["mediaItemAppearance"] == [
        {
            "@type": "ImageObject",
            "accessedOnUrl": "https://post.example/2.png",
            "description": "A ferry",
            "archivedAt": "https://archive.example/2",
        }
    ]


def test_a_category_is_verdict_enough() -> None:
    """There is no rating then."""
    d, _ = desk()
    code = Normalized(scheme=CATEGORY, axis="authenticity", code="StagedContent")
    own = d.assess(picture(d), verdict="StagedContent", normalized=[code], url=PAGE)
    made = claimreview.write(d, assessment=own, profile="duke").document
    assert made["mediaAuthenticityCategory"] == "StagedContent"
    assert "originalMediaContextDescription" not in made


def test_a_claim_in_a_picture_becomes_a_media_review() -> None:
    """Where the judgement has a category of media."""
    code = Normalized(scheme=CATEGORY, axis="authenticity", code="StagedContent")
    odd = Normalized(scheme=CATEGORY, axis="authenticity", code="a/b")
    d, verdict = desk(verdict="StagedContent", normalized=[code, odd], rationale="Why")
    d.attribute(verdict.subject, d.person("Ada"), document=picture(d))
    d.attribute(verdict.subject, d.person("Bo"), document=picture(d))
    made = written(d)
    assert made["@type"] == "MediaReview"
    assert "claimReviewed" not in made
    assert made["reviewRating"] == {"@type": "Rating", "ratingExplanation": "Why"}
    assert made["itemReviewed"]["interpretedAsClaim"] == {
        "@type": "Claim",
        "description": "The ferry is free.",
    }
    narrow = written(d, "duke")
    assert narrow["originalMediaContextDescription"] == "Why"
    assert narrow["itemReviewed"]["mediaItemAppearance"] == [
        {
            "@type": "ImageObject",
            "accessedOnUrl": "https://post.example/2.png",
            "description": "A ferry",
            "archivedAt": "https://archive.example/2",
        }
    ]
    codes = [each.code for each in claimreview.write(d, profile="duke").findings]
    assert codes == ["CT710"]


def test_what_no_review_can_say_is_refused_or_lost() -> None:
    """A judgement on a source, on a page, without words, or without a category."""
    d, _ = desk()
    source = d.assess(d.outlet("Post"), verdict="Reliable")
    page = d.assess(d.documents[0], verdict="Good")
    sure = ct.Confidence(scale="percent", value=50)
    bare = d.assess(d.claims[0], confidence=[sure])
    own = picture(d)
    itself = d.assess(own, verdict="Staged", url=own.url)
    numbers = d.assess(own, rating=Rating(value=1))
    small = d.assess(d.claims[0], rating=Rating(value=0.123456789012345678))
    for each in (source, page, bare, itself):
        with pytest.raises(ValueError, match="cannot be published as a review"):
            claimreview.write(d, assessment=each)
    plain = d.assess(d.claims[0], rating=Rating(value=1))
    narrow = claimreview.write(d, assessment=plain, profile="duke").document
    assert narrow["reviewRating"] == {"@type": "Rating", "ratingValue": "1"}
    for each in (numbers, small):
        assert claimreview.write(d, assessment=each).document["reviewRating"]
        with pytest.raises(ValueError, match="cannot be published as a review"):
            claimreview.write(d, assessment=each, profile="duke")
    assert [len([*claimreview.write_all(d, profile=p)]) for p in ("plain", "duke")] == [
        4,
        2,
    ]
    refused = {f"{each.id}.verdict" for each in (source, page, bare, itself)}
    assert refused <= set(lost(d))
    gone = Dossier()
    gone.add(Assessment(subject="nothing", verdict="False"))
    assert written(gone) == {"@context": "https://schema.org", "@graph": []}
    assert written(gone, "duke") == []
    with pytest.raises(DanglingReference):
        claimreview.write(d, assessment="nobody")


def test_google_asks_for_much_at_once() -> None:
    """Errors for what it requires, warnings for what it recommends."""
    d = Dossier()
    d.assess(d.claim("x" * 76), rating=Rating(value=0, best=0, worst=0))
    other = d.outlet("Harbour Check", url="https://check.example")
    page = d.document("article", url="https://other.example/1")
    d.assess(d.claim("Tea."), by=other, document=page, rating=Rating(value=1))
    made = claimreview.write(d, profile="google")
    found = [(each.code, each.pointer, each.record) for each in made.findings]
    first, second = d.assessments
    assert found == [
        ("CT710", "/@graph/0/reviewRating/alternateName", first.id),
        ("CT710", "/@graph/0/url", first.id),
        ("CT711", "/@graph/0/author", first.id),
        ("CT711", "/@graph/0/datePublished", first.id),
        ("CT711", "/@graph/0/itemReviewed/appearance", first.id),
        ("CT711", "/@graph/0/claimReviewed", first.id),
        ("CT711", "/@graph/0/reviewRating/worstRating", first.id),
        ("CT711", "/@graph/0/reviewRating/bestRating", first.id),
        ("CT710", "/@graph/1/reviewRating/alternateName", second.id),
        ("CT711", "/@graph/1/datePublished", second.id),
        ("CT711", "/@graph/1/itemReviewed/appearance", second.id),
        ("CT711", "/@graph/1/reviewRating", second.id),
        ("CT711", "/@graph/1/url", second.id),
    ]


def test_duke_takes_one_author_and_no_times() -> None:
    """A list in which each review stands by itself; what is left out is lost."""
    d, verdict = desk()
    people = [d.person("Ada"), d.person("Bo")]
    at = "2025-06-05T10:00:00Z"
    page = d.document(
        "article", "Tea", url="http://check.example/2", authors=people, published=at
    )
    said = ct.link(d.person("Cy"), at="2025-06")
    d.attribute(verdict.subject, said)
    d.attribute(verdict.subject, d.person("Di"))
    tea = d.assess(d.claim("Tea is free."), document=page, verdict="False")
    tiny = Rating(value=0.123456789012345678)
    toast = "https://check.example/3"
    d.assess(d.claim("Toast is free."), verdict="False", rating=tiny, url=toast)
    made = claimreview.write(d, profile="duke")
    first, second, third = made.document
    assert second["author"] == {"@type": "Person", "name": "Ada"}
    assert second["datePublished"] == "2025-06-05"
    assert first["itemReviewed"] == {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Cy"},
    }
    assert third["reviewRating"] == {"@type": "Rating", "alternateName": "False"}
    assert [(e.code, e.pointer, e.record) for e in made.findings] == [
        ("CT711", "/1/url", tea.id),
        ("CT710", "/2/author", d.assessments[2].id),
    ]
    fields = {each.field for each in made.losses}
    assert {"author", "published", "chain", "text", "rating"} <= fields


def test_reviews_that_others_take_for_one_say_the_same() -> None:
    """One page has one title, whichever record of it was written first."""
    d, _ = desk()
    twin = d.document("article", "Another title", url="http://www.check.example/1/")
    again = d.assess(d.claim("Tea is free."), document=twin, verdict="False")
    made = claimreview.write(d)
    assert [each["name"] for each in made.document["@graph"]] == ["No free ferry"] * 2
    assert [each.record for each in made.losses][-1] == again.id
    same = d.assess(d.claims[0], by=d.sources[0], document=twin, verdict="False")
    assert same.id != d.assessments[0].id
    assert len(claimreview.write(d).document["@graph"]) == 2


def test_two_equal_reviews_are_one() -> None:
    """What others could not tell apart is said once."""
    d, _ = desk()
    d.assess(d.claims[0], by=d.sources[0], document=d.documents[0], verdict="False")
    assert written(d)["@type"] == "ClaimReview"


def test_a_draft_is_refused_and_says_what_it_is() -> None:
    """In each profile and format."""
    d, verdict = desk()
    tool = Recorded(method="tool")
    d.attribute(verdict.subject, d.person("Ada"), recorded=tool)
    for write in (claimreview.write, factcheck_api.write):
        with pytest.raises(UnreviewedDraft):
            write(d)
    with pytest.raises(UnreviewedDraft):
        next(claimreview.write_all(d))
    said = "drafted by a tool, reviewed by nobody"
    made = claimreview.write(d, unreviewed=True)
    assert made.document["creativeWorkStatus"] == said
    narrow = claimreview.write(d, unreviewed=True, profile="duke")
    assert said in [each.message for each in narrow.losses]
    answer = factcheck_api.write(d, unreviewed=True).document
    assert answer["urn:claimtrack:v1:status"] == said


def test_what_is_asked_for_has_to_make_sense() -> None:
    """Profiles, and what goes with lossless."""
    d, verdict = desk()
    with pytest.raises(ValueError, match='Did you mean "google"'):
        claimreview.write(d, profile="gogle")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="expected plain, google, duke"):
        next(claimreview.write_all(d, profile="x"))  # type: ignore[arg-type]
    for write in (claimreview.write, factcheck_api.write):
        with pytest.raises(ValueError, match="lossless needs include_private"):
            write(d, lossless=True)
    with pytest.raises(ValueError, match="no place"):
        claimreview.write(d, lossless=True, include_private=True, profile="duke")
    with pytest.raises(ValueError, match="leave out the assessment"):
        claimreview.write(d, assessment=verdict, lossless=True, include_private=True)
