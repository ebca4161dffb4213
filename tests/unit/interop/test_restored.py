"""Imported documents, given back: as they came, and with what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

import claimtrack as ct
from claimtrack import Dossier
from claimtrack.interop import claimreview, factcheck_api
from claimtrack.interop._extension import BLOCK
from claimtrack.records import Alias
from dirty_documents import ANSWER, MEDIA, REVIEW

if TYPE_CHECKING:
    from claimtrack.schema import JsonValue


def back(dossier: Dossier, form: Any = claimreview) -> Any:  # noqa: ANN401  JSON
    """Return a dossier as it is written without loss."""
    return form.write(dossier, lossless=True, include_private=True).document


def without(document: JsonValue, *way: str) -> JsonValue:
    """Return a document without one of its values."""
    first, *rest = way
    if rest:
        return {**document, first: without(document[first], *rest)}
    return {key: each for key, each in document.items() if key != first}


def test_what_is_gone_from_a_record_is_gone_from_the_document() -> None:
    """And an empty list or object goes with it."""
    d = claimreview.read(REVIEW).dossier
    checker = next(each for each in d.sources if each.name == "Harbour Check")
    d.replace(attrs.evolve(checker, same_as=[]))
    # The rest of it is as it was: only a leaf went.
    assert back(d) == without(REVIEW, "author", "sameAs")
    d.replace(attrs.evolve(checker, url=None))
    assert back(d) == without(REVIEW, "author", "url")


def test_when_a_claim_was_made_is_a_leaf_of_its_chains() -> None:
    """Gone where no chain of the claim says it any more."""
    d = claimreview.read(REVIEW).dossier
    for each in d.attributions:
        link = attrs.evolve(each.chain.head, at=None)
        d.replace(attrs.evolve(each, chain=ct.Chain(links=[link])))
    assert back(d) == without(REVIEW, "itemReviewed", "datePublished")
    d.remove(*d.attributions)
    made = back(d)
    assert "name" not in made["itemReviewed"]


def test_an_item_of_a_list_that_is_gone_leaves_no_hole() -> None:
    """The items after it move up."""
    review = {
        "@type": "ClaimReview",
        "claimReviewed": "Tea.",
        "author": {"name": "Check", "alternateName": ["A", "B", "C"]},
    }
    d = claimreview.read(review).dossier
    (source,) = d.sources
    d.replace(attrs.evolve(source, aka=[Alias(text="A"), Alias(text="C")]))
    assert back(d)["author"]["alternateName"] == ["A", "C"]
    gone = claimreview.read({"@type": "ClaimReview", "claimReviewed": "Tea."}).dossier
    gone.remove(*gone.claims)
    assert back(gone) != review


def test_what_the_document_has_no_place_for_goes_into_a_block() -> None:
    """The document stands before it, with what it can show."""
    d = claimreview.read(REVIEW).dossier
    d.replace(attrs.evolve(d.claims[0], text="Tea is free.", kind="prediction"))
    first, last = back(d)
    assert first == {**REVIEW, "claimReviewed": "Tea is free."}
    assert last["@graph"] == []
    assert claimreview.read([first, last]).dossier == d
    changed = [{**first, "name": "Another"}, last]
    read = claimreview.read(changed)
    assert [each.code for each in read.findings][-1] == "CT750"
    assert read.dossier != d
    assert back(read.dossier) == changed


def test_a_verdict_with_other_words_means_something_else() -> None:
    """What it means in our terms is worked out again, and shows nowhere."""
    d = claimreview.read(REVIEW).dossier
    verdict = attrs.evolve(d.assessments[0], verdict="True", normalized=[])
    d.replace(verdict)
    rating = {**REVIEW["reviewRating"], "alternateName": "True"}
    assert back(d) == {**REVIEW, "reviewRating": rating}
    d.replace(attrs.evolve(verdict, verdict="False"))
    assert BLOCK in back(d)[1]


@pytest.mark.parametrize(
    "block",
    [
        5,
        {"@value": 5},
        {"@value": {"beside": "x", "dossier": {}}},
        {"@value": {"beside": None}},
    ],
)
def test_a_block_that_is_none_is_kept_as_anything_else_is(block: JsonValue) -> None:
    """With a finding."""
    document = {**REVIEW, BLOCK: block}
    read = claimreview.read(document)
    assert [each.code for each in read.findings][-1] == "CT750"
    assert back(read.dossier) == document


def test_a_block_with_what_is_no_dossier_is_kept_too() -> None:
    """Though its digest is right."""
    d = Dossier(title="Ferry")
    document = back(d)
    value = document[BLOCK]["@value"]
    value["dossier"] = {"claimtrack": "1.0", "records": [{"type": "claim"}]}
    read = claimreview.read(document)
    assert [each.code for each in read.findings] == ["CT720", "CT750"]
    assert factcheck_api.read([{"claims": []}, document]).dossier != d
    assert claimreview.read([]).dossier != d


def test_several_imports_come_back_as_several_documents() -> None:
    """In the order of their records."""
    d = claimreview.read(REVIEW).dossier
    merged = d.merge(claimreview.read(MEDIA["itemReviewed"]).dossier).dossier
    for record in claimreview.read({"claimReviewed": "Tea."}).dossier.values():
        merged.add(record)
    documents = back(merged)
    assert REVIEW in documents
    assert {"claimReviewed": "Tea."} in documents
    assert len(documents) == 3


def test_what_others_have_put_into_ext_does_no_harm() -> None:
    """Whatever it is."""
    odd: list[JsonValue] = [5, [5], [{}], [{"around": 5}], [{"place": 5}]]
    for kept in odd:
        d = Dossier()
        d.add(ct.Claim(id="c1", text="Tea.", ext={"claimreview": kept}))
        assert claimreview.read(back(d)).dossier == d


def test_a_number_in_place_of_text_stays_text() -> None:
    """As the document had it."""
    d = claimreview.read(REVIEW).dossier
    (verdict,) = d.assessments
    rating = attrs.evolve(verdict.rating, value=4) if verdict.rating else None
    d.replace(attrs.evolve(verdict, rating=rating))
    changed = {**REVIEW["reviewRating"], "ratingValue": "4"}
    assert back(d) == {**REVIEW, "reviewRating": changed}


def test_an_answer_says_what_the_api_would() -> None:
    """A claim with its reviews; what the API has no word for is lost."""
    d = Dossier()
    checker = d.outlet("Harbour Check", url="https://check.example")
    paper = d.outlet("Post")
    claim = d.claim("The ferry is free.")
    page = d.document(
        "article",
        "No free ferry",
        url="https://check.example/1",
        lang="en",
        published="2025-06-06",
        publisher=paper,
    )
    post = d.document("post", url="https://post.example/1")
    said = ct.link(d.person("Ada"), at="2025-06-05")
    d.attribute(claim, said, document=post)
    d.attribute(claim, d.person("Bo"))
    d.assess(claim, by=checker, document=page, verdict="False", rationale="Why")
    d.assess(claim, by=paper, verdict="Half true")
    d.assess(checker, verdict="Good")
    d.assess(d.document("image", "A ferry"), verdict="Staged")
    made = factcheck_api.write(d)
    assert made.document == {
        "claims": [
            {
                "text": "The ferry is free.",
                "claimant": "Ada",
                "claimDate": "2025-06-05",
                "claimReview": [
                    {
                        "publisher": {"name": "Post"},
                        "url": "https://check.example/1",
                        "title": "No free ferry",
                        "reviewDate": "2025-06-06",
                        "languageCode": "en",
                        "textualRating": "False",
                    },
                    {"publisher": {"name": "Post"}, "textualRating": "Half true"},
                ],
            }
        ]
    }
    fields = [each.field for each in made.losses]
    assert fields.count("verdict") == 2
    assert {"subject", "by", "rationale"} <= {*fields}
    anonymous = Dossier()
    anonymous.assess(anonymous.claim("Tea."), verdict="False")
    review = {"textualRating": "False"}
    assert factcheck_api.write(anonymous).document == {
        "claims": [{"text": "Tea.", "claimReview": [review]}]
    }


def test_an_answer_comes_back_with_its_change() -> None:
    """And a dossier of one's own in a block."""
    d = factcheck_api.read(ANSWER).dossier
    d.replace(attrs.evolve(d.assessments[1], verdict="True"))
    claim = ANSWER["claims"][0]
    first, second = claim["claimReview"]
    changed = [first, {**second, "textualRating": "True"}]
    assert back(d, factcheck_api) == {
        **ANSWER,
        "claims": [{**claim, "claimReview": changed}],
    }
    assert factcheck_api.read(ANSWER).dossier != d


def test_what_no_record_can_hold_comes_back_too() -> None:
    """Numbers that are too long, half a character, keys that look like numbers."""
    review: JsonValue = {
        "@type": "ClaimReview",
        "claimReviewed": "Tea.",
        "0": {"0": "a", "1": ["\ud800", 10**5000, -(10**400), float("inf")]},
        "\ud800": {"~/": {}, "": []},
    }
    assert back(claimreview.read(review).dossier) == review
    feed: JsonValue = {"0": [review, {"00": review}]}
    assert back(claimreview.read(feed).dossier) == feed
    assert back(claimreview.read("no JSON").dossier) == "no JSON"


def test_a_dossier_of_ones_own_comes_back_out_of_a_block() -> None:
    """Of an answer, too."""
    d = Dossier(title="Ferry")
    d.attribute(d.claim("Tea."), "Post < ??dockers")
    d.assess(d.claims[0], verdict="False")
    for form in (claimreview, factcheck_api):
        assert form.read(back(d, form)).dossier == d


def test_a_leaf_of_a_record_that_is_gone_is_gone() -> None:
    """Here the page, which somebody has taken out."""
    d = claimreview.read(REVIEW).dossier
    page = next(each for each in d.documents if each.kind == "article")
    d.replace(attrs.evolve(d.assessments[0], document=None))
    d.remove(page)
    first, _ = back(d)
    assert "datePublished" not in first
    assert first["claimReviewed"] == REVIEW["claimReviewed"]


def test_a_date_without_a_page_is_that_of_the_judgement() -> None:
    """And comes back, and shows its change."""
    review = {"textualRating": "False", "reviewDate": "2025-06-05"}
    answer = {"text": "Tea.", "claimReview": [review]}
    d = factcheck_api.read(answer).dossier
    assert back(d, factcheck_api) == answer
    d.replace(attrs.evolve(d.assessments[0], at="2025-06-06"))
    changed = {**review, "reviewDate": "2025-06-06"}
    assert back(d, factcheck_api) == {**answer, "claimReview": [changed]}
