"""ClaimReview as it is published: every quirk that was seen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack import Document
from claimtrack.errors import InvalidDossier
from claimtrack.interop import _documents_in, claimreview
from claimtrack.schema import write_record
from claimtrack.validation import Limits

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack import Assessment, Source
    from claimtrack.interop import Imported

PAGE = "https://check.example/1"


def review(**more: Any) -> dict[str, Any]:  # noqa: ANN401  JSON
    """Return a review of a claim."""
    return {
        "@type": "ClaimReview",
        "url": PAGE,
        "claimReviewed": "The ferry is free.",
        "author": {
            "@type": "Organization",
            "name": "Check",
            "url": "https://check.example",
        },
        "reviewRating": {"alternateName": "False"},
        **more,
    }


def codes(made: Imported) -> list[str]:
    """Return the codes of all findings."""
    return [each.code for each in made.findings]


def judged(made: Imported) -> Assessment:
    """Return the only judgement."""
    (verdict,) = made.dossier.assessments
    return verdict


def page_of(made: Imported) -> Document:
    """Return the published review."""
    document = made.dossier[str(judged(made).document)]
    assert isinstance(document, Document)
    return document


def named(made: Imported, name: str) -> Source:
    """Return the source of a name."""
    (found,) = [each for each in made.dossier.sources if each.name == name]
    return found


@pytest.mark.parametrize(
    "document",
    [
        [review()],
        {"@graph": [review()]},
        {"@type": "DataFeed", "dataFeedElement": [{"item": [review()]}]},
        {"@type": "WebPage", "mainEntity": {"review": review()}},
        review(**{"@type": ["Review", "ClaimReview "]}),
        review(**{"@type": "https://schema.org/ClaimReview"}),
        json.dumps(review()),
        ("\ufeff" + json.dumps(review())).encode(),
        f'<script type="application/ld+json">{json.dumps(review())}</script>',
    ],
)
def test_a_review_is_found_wherever_it_is(document: Any) -> None:  # noqa: ANN401
    """With the same ids."""
    made, plain = claimreview.read(document), claimreview.read(review())
    assert set(made.dossier) == set(plain.dossier)
    assert codes(made) == []


def test_microdata_of_a_page_are_read_too() -> None:
    """As they are in pages without a script."""
    page = """<div itemscope itemtype="http://schema.org/ClaimReview">
    <p itemprop="claimReviewed">The ferry is free.</p>
    <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
    <b itemprop="alternateName">False</b></div></div>"""
    made = claimreview.read(page, base=PAGE)
    assert judged(made).verdict == "False"
    assert made.dossier.claims[0].text == "The ferry is free."


def test_references_inside_a_page_are_resolved() -> None:
    """By their "@id"; one that leads nowhere is a finding, and an address at least."""
    graph = [
        review(author={"@id": "#us"}),
        {"@id": "#us", "@type": "NewsMediaOrganization", "name": "Harbour Check"},
    ]
    made = claimreview.read({"@graph": graph})
    assert named(made, "Harbour Check").id == judged(made).by
    lost = claimreview.read(review(author={"@id": "https://x.example/#us"}))
    assert codes(lost) == ["CT737"]
    odd = claimreview.read(review(author={"@id": 5}))
    assert codes(odd) == ["CT722"]


def test_text_is_taken_out_of_lists_and_objects() -> None:
    """The first counts, and the rest is kept."""
    made = claimreview.read(
        review(claimReviewed=[{"@value": "Tea is free."}, "Toast too."])
    )
    assert made.dossier.claims[0].text == "Tea is free."
    assert codes(made) == ["CT722", "CT722"]
    (part,) = write_record(judged(made))["ext"]["claimreview"]
    assert part["kept"]["/claimReviewed/1"] == "Toast too."
    number = claimreview.read(review(claimReviewed=7))
    assert number.dossier.claims[0].text == "7"
    wrong = claimreview.read(review(claimReviewed=True, name={"name": True}))
    assert wrong.dossier.claims == ()
    assert codes(wrong) == ["CT723", "CT722"]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"text": "Tea", "name": "Name"}, "Tea"),
        ({"name": "Name", "description": "Tea"}, "Name"),
        ({"description": "Tea"}, "Tea"),
        ("Tea", "Tea"),
    ],
)
def test_the_item_has_the_text_where_the_review_has_none(
    item: object, text: str
) -> None:
    """In this order."""
    given = review(itemReviewed=item)
    del given["claimReviewed"]
    made = claimreview.read(given)
    assert [each.text for each in made.dossier.claims] == [text]
    assert codes(made) == ["CT723"]


def test_without_a_claim_the_medium_is_judged() -> None:
    """As in a review of a picture by itself."""
    given = {
        "@type": "MediaReview",
        "url": PAGE,
        "mediaAuthenticityCategory": ["TransformedContent", 5, "  ", "x" * 1001],
        "itemReviewed": {
            "@type": "ImageObject",
            "contentUrl": "https://p.example/i.png",
        },
    }
    made = claimreview.read(given)
    picture = made.dossier[judged(made).subject]
    assert picture.type == "document"
    assert [(each.scheme[:5], each.code) for each in judged(made).normalized] == [
        ("https", "TransformedContent"),
        ("urn:c", "altered"),
    ]


def test_without_anything_to_judge_the_page_stays() -> None:
    """And keeps what the verdict said; without a page, the checker does."""
    given = review()
    del given["claimReviewed"]
    made = claimreview.read(given)
    assert made.dossier.assessments == ()
    assert len(made.dossier.documents) == 1
    del given["url"]
    assert claimreview.read(given).dossier.sources[0].ext
    assert len(claimreview.read({"@type": "ClaimReview"}).dossier) == 1


def test_nothing_at_all_is_kept_in_a_document() -> None:
    """What is no review, too: nothing is lost."""
    made = claimreview.read({"@type": "Article", "name": "Ferry"})
    (kept,) = made.dossier.documents
    assert codes(made) == ["CT720"]
    assert kept.ext["claimreview"]
    assert claimreview.read([]).dossier.documents


def test_claimants_get_an_attribution_each() -> None:
    """The date and the occasion are said once, of the first."""
    item = {
        "name": "Harbour Hall",
        "author": [
            {
                "@type": "Person",
                "name": "Ines Moreau",
                "jobTitle": "Mayor",
                "affiliation": {"name": "Harbour Party"},
                "sameAs": "https://p.example/i",
            },
            {"@type": "Person", "name": "Facebook posts"},
            {"@type": "Person"},
        ],
        "datePublished": "2025-06",
        "firstAppearance": "https://post.example/0",
        "appearance": [
            {"@type": "SocialMediaPosting", "url": "https://post.example/1"}
        ],
        "url": "https://post.example/0",
    }
    made = claimreview.read(review(itemReviewed=item))
    assert [each.kind for each in made.dossier.sources] == [
        "outlet", "person", "organization", "crowd",
    ]  # fmt: skip
    first, *others = made.dossier.attributions
    assert (first.chain.head.occasion, str(first.chain.head.at)) == (
        "Harbour Hall",
        "2025-06",
    )
    assert len(others) == 3
    assert {each.chain.head.at for each in others} == {None}
    assert codes(made) == ["CT722"]
    kinds = {each.url: each.kind for each in made.dossier.documents}
    assert kinds["https://post.example/1"] == "post"


def test_a_claim_of_nobody_keeps_its_date() -> None:
    """Where no claimant is given."""
    made = claimreview.read(review(itemReviewed={"dateCreated": "2025-06"}))
    (attribution,) = made.dossier.attributions
    assert attribution.chain.is_nobody
    assert str(attribution.chain.head.at) == "2025-06"


def test_a_reporter_in_the_place_of_the_claimant_becomes_the_author() -> None:
    """Their address tells who they are; they made no claim."""
    given = review(
        publisher={"name": "Check"},
        author={"url": "https://check.example/staff/ines-moreau/"},
        itemReviewed={"author": "Ines Moreau"},
    )
    made = claimreview.read(given)
    assert codes(made) == ["CT731"]
    assert made.dossier.attributions == ()
    assert page_of(made).authors == (named(made, "Ines Moreau").id,)
    assert named(made, "Ines Moreau").kind == "person"


def test_a_checker_in_the_place_of_the_claimant_is_none() -> None:
    """However its name is spelled."""
    made = claimreview.read(review(itemReviewed={"author": {"name": "CHECK"}}))
    assert codes(made) == ["CT731"]
    assert made.dossier.attributions == ()
    joint = review(publisher={"name": "Check"}, author="A B,C D")
    assert named(claimreview.read(joint), "A B,C D").kind == "unresolved"


def test_who_judges_is_the_organization_that_is_an_author() -> None:
    """The publisher publishes, and persons write."""
    given = review(
        publisher={"name": "Post", "site": "post.example"},
        author=[
            {"@type": "Person", "name": ["Ines", 5, {"@value": "Moreau"}]},
            {"@type": "Organization", "name": "Check"},
        ],
        creator="https://check.example/staff/x",
    )
    made = claimreview.read(given)
    assert judged(made).by == named(made, "Check").id
    assert page_of(made).publisher == named(made, "Post").id
    assert len(page_of(made).authors) == 2
    assert named(made, "Post").url == "https://post.example"
    assert [each.text for each in named(made, "Ines").aka] == ["Moreau"]
    alone = claimreview.read(review(author="https:www.check.example"))
    assert alone.dossier.sources[0].url == "https://www.check.example"
    person = claimreview.read(review(author={"@type": "Person", "name": "Ines"}))
    assert judged(person).by == named(person, "Ines").id


def test_dates_stay_as_they_were_written() -> None:
    """Words stay words, and what is no text is kept beside the record."""
    for given, edtf in (
        ("2025-6-5", "2025-06-05"),
        ("2025-06-05 20:02", "2025-06-05"),
        ("last week", None),
        ({"@value": "2025"}, "2025"),
    ):
        found = page_of(claimreview.read(review(datePublished=given))).published
        assert found is not None
        assert found.edtf == edtf
    for bad in (20250605, " ", "x" * 1001, "\u200b", "\0"):
        made = claimreview.read(review(datePublished=bad))
        assert page_of(made).published is None
    undated = review(datePublished="2025")
    del undated["url"]
    assert str(judged(claimreview.read(undated)).at) == "2025"


def test_addresses_are_mended_where_that_is_sure() -> None:
    """And kept where it is not."""
    made = claimreview.read(
        review(
            url=" check.example/a b#x", image=[{"url": "/i.png"}, 5, ["//c.example/j"]]
        ),
        base=PAGE,
    )
    assert page_of(made).url == "https://check.example/a%20b#x"
    assert page_of(made).image == ("https://check.example/i.png", "https://c.example/j")
    bad = claimreview.read(
        review(url="http://[", author={"name": "C", "url": "http://["})
    )
    assert "CT728" in codes(bad)


def test_languages_are_tags_or_kept() -> None:
    """With what was probably meant."""
    for given, lang, count in (
        ("pt_BR", "pt-BR", 0),
        ({"name": "en"}, "en", 1),
        ("ua", None, 1),
        ("English", None, 1),
        (5, None, 0),
        (["en", "de"], "en", 1),
    ):
        made = claimreview.read(review(inLanguage=given))
        assert page_of(made).lang == lang
        assert len(made.findings) == count
    two = [review(inLanguage="en"), review(inLanguage="de", claimReviewed="Tea")]
    assert codes(claimreview.read(two)) == ["CT742"]


def test_several_reviews_of_a_page_stay_apart() -> None:
    """Several claims of one address, and several judgements of one claim."""
    other = review(reviewRating={"alternateName": "Misleading"})
    made = claimreview.read([review(), other, review(claimReviewed="Tea is free.")])
    assert len(made.dossier.documents) == 1
    assert len(made.dossier.claims) == 2
    assert [each.verdict for each in made.dossier.assessments] == [
        "False", "Misleading", "False",
    ]  # fmt: skip


def test_strict_lists_everything_at_once() -> None:
    """And lets pass what is no more than a remark."""
    bad = review(datePublished="last week", itemReviewed={"author": "Check"})
    with pytest.raises(InvalidDossier) as raised:
        claimreview.read(bad, strict=True)
    assert {each.code for each in raised.value.findings} == {"CT724", "CT731"}
    assert claimreview.read(review(url="check.example/1"), strict=True).findings


def test_a_text_that_cannot_be_read_is_kept() -> None:
    """With what is wrong, whatever it is."""
    for data in (b"{", b"[" * 100_000, b"\xff\xfe", b"\xff{"):
        made = claimreview.read(data)
        assert "CT721" in codes(made)
        assert made.dossier.documents[0].ext
    long = claimreview.read(f'{{"@type": "ClaimReview", "identifier": {"9" * 5000}}}')
    assert long.dossier
    page = claimreview.read('<script type="application/ld+json">{</script>')
    assert [each.pointer for each in page.findings if each.code == "CT721"] == ["/0"]


def test_both_of_two_equal_keys_are_kept() -> None:
    """As many as there are."""
    made = claimreview.read('{"@type": "ClaimReview", "id": 1, "id": 2, "id": 3}')
    assert codes(made).count("CT743") == 1
    kept = json.dumps(write_record(made.dossier.documents[0])["ext"])
    assert "/id#3" in kept


def test_files_are_read_line_by_line_or_as_a_whole(
    tmp_path: Path,
) -> None:
    """And one that is larger than a dossier may be is not read."""
    lines, whole = tmp_path / "r.jsonl", tmp_path / "r.json"
    lines.write_text(
        f"{json.dumps(review())}\n\n{json.dumps(review(url=PAGE + '2'))}\n"
    )
    whole.write_text(json.dumps(review()))
    made = list(claimreview.read_all([lines, whole]))
    assert [len(each.dossier.assessments) for each in made] == [1, 1, 0]
    assert codes(made[2]) == ["CT740"]
    given = _documents_in.open_input(whole, limits=Limits(dossier=10))
    assert [each.code for each in given.findings] == ["CT721"]


def test_odd_values_in_every_place_are_kept() -> None:
    """What no field takes is kept with the record that it is about."""
    huge = 10**5000
    given = review(
        claimReviewed=huge,
        mainEntityOfPage={"@id": PAGE, "url": "https://other.example"},
        author={
            "@type": "Organization",
            "name": ["Check", {"@value": 5}, "\0", "Check"],
            "site": "http://[",
            "url": {"@id": "https://check.example"},
            "sameAs": [
                {"url": 5, "@id": "https://s.example/1"},
                "",
                "https://s.example/1",
            ],
            "memberOf": [{"name": "Web"}, {"@type": "Organization"}, {"name": "Net"}],
            "logo": ["relative.png", True, 0],
        },
        reviewRating={"ratingValue": huge, "alternateName": "False"},
        itemReviewed={"author": ["", 7], "mediaItemAppearance": [{}, {"height": 5}]},
    )
    made = claimreview.read(given)
    assert made.dossier.claims == ()
    kept = json.dumps([write_record(each) for each in made.dossier.values()])
    assert hex(huge) in kept
    assert "relative.png" in kept
    assert named(made, "Check").same_as == ("https://s.example/1",)
    assert len(named(made, "Check").affiliations) == 2
    assert made.dossier == type(made.dossier).loads(made.dossier.dumps())


def test_two_dates_and_two_addresses_of_one_page_are_said() -> None:
    """The first stays."""
    made = claimreview.read(
        [
            review(datePublished="2025-06-05"),
            review(datePublished="2025-06-06", claimReviewed="Tea", url=PAGE + "/"),
            review(claimReviewed="Jam", url="https://check.example/1#top"),
        ]
    )
    assert codes(made) == ["CT742"] * 3
    (page,) = made.dossier.documents
    assert (str(page.published), page.url) == ("2025-06-05", PAGE)


def test_categories_that_are_said_twice_count_once() -> None:
    """A picture can be in several."""
    given = {
        "@type": "MediaReview",
        "mediaAuthenticityCategory": [
            "A",
            "A",
            "https://schema.org/SatireOrParodyContent",
        ],
        "itemReviewed": {"@type": "VideoObject", "name": "Ferry"},
    }
    verdict = judged(claimreview.read(given))
    codes_ = [each.code for each in verdict.normalized]
    assert codes_ == ["A", "SatireOrParodyContent", "satire"]


def test_a_label_in_a_text_counts_where_it_may() -> None:
    """One that only stands by itself says nothing inside a text."""
    words = {"alternateName": "Our outdated and misleading legend about tea"}
    verdict = judged(claimreview.read(review(reviewRating=words)))
    assert [each.code for each in verdict.normalized] == ["misleading"]


def test_a_base_that_is_none_changes_nothing() -> None:
    """Relative addresses stay as they are."""
    made = claimreview.read(review(url="/a"), base="http://[")
    assert made.dossier.documents == ()


def test_a_body_is_no_member_of_itself() -> None:
    """And a name may be in an object."""
    body = {"@type": "Organization", "name": {"@value": "Net"}, "memberOf": "Net"}
    made = claimreview.read(review(itemReviewed={"author": body}))
    assert named(made, "Net").affiliations == ()
    given = review(author={"name": "  "}, itemReviewed={"author": {"name": None}})
    assert codes(claimreview.read(given)) == ["CT722", "CT722"]


def test_a_list_is_no_longer_than_a_record_may_have() -> None:
    """The rest is kept beside it."""
    many = [f"https://p.example/{number}" for number in range(1002)]
    made = claimreview.read(review(image=many))
    assert len(page_of(made).image) == 1000
    assert codes(made) == ["CT728"] * 2


def test_a_reporter_without_a_publisher_is_taken_for_who_judges() -> None:
    """Nobody else is there."""
    ines = {"@type": "Person", "name": "Ines Moreau", "url": 5}
    given = review(author=ines, itemReviewed={"author": "INES MOREAU"})
    del given["url"]
    made = claimreview.read(given)
    assert codes(made) == ["CT722", "CT731"]
    (again,) = claimreview.read_all([review(author={"name": [5]}, url=[5])])
    assert "CT722" in codes(again)
    assert [each.code for each in claimreview.read(review(author=[[], {}, 5])).findings]
