"""The first dossier against the article and the annotation that it was made from."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

import claimtrack as ct
from claimtrack.schema import is_array, is_object

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT.parent / "shared" / "data" / "seed"
EXAMPLE = ROOT / "examples" / "us-air-cover.claims.json"

pytestmark = pytest.mark.skipif(
    not SEED.is_dir(), reason="../shared is not there, and the article with it"
)

LONGEST_RUN = 6
"""Words in a row that our own wording may share with the article."""

NAMES = {
    "bloomberg.prev": "bloomberg",
    "bloomberg.april": "bloomberg",
    "uk_fr": "uk-france",
    "eu_allies": "european-allies",
    "eu_governments": "european-governments",
    "eu_officials.some": "unnamed-2",
    "anon1": "unnamed-4",
    "anonN": "unnamed-5",
    "unknown_speaker": None,
}
"""The annotation's ids of sources → ours, where they differ."""

OFFICIALS = {"c13": "unnamed-1", "c26": "unnamed-3"}
"""We judged that these officials are not known to be the same."""

SHORTER = {"c34": 3}
"""Claims whose chain we judged to end earlier than annotated; see the docs page."""

BASES = {
    "document": None,
    "inherited_from_lead": "inherited",
    "carried_over": "carried-over",
    "carried_back": "carried-back",
}
"""The annotation's words for what shows a link → ours, where they differ."""

FROM_HEADLINE = {"c02", "c03"}
"""Claims of the standfirst: the headline names Bloomberg there, not yet the lead."""

APART = {("c13", "c15"), ("c16", "c17"), ("c27", "c28"), ("c34", "c35")}
"""Pairs that the annotation joins and our relations do not; see the docs page."""

CONDITIONS = {"c20", "c24", "c25", "c28"}
"""Claims that hold, or are said to hold, only if something else does."""

CUE = 4
"""Words of the article that a cue has at most."""


@pytest.fixture(scope="module")
def dossier() -> ct.Dossier:
    """Return the example."""
    return ct.Dossier.load(EXAMPLE)


@pytest.fixture(scope="module")
def article() -> str:
    """Return the article's text, as its offsets count."""
    return (SEED / "article.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def annotation() -> dict[str, Any]:
    """Return the annotation."""
    loaded: dict[str, Any] = json.loads((SEED / "annotation.json").read_text("utf-8"))
    return loaded


def _attribution(dossier: ct.Dossier, claim: str) -> ct.Attribution:
    (found,) = [each for each in dossier.attributions if each.claim == claim]
    return found


def test_claims_are_those_of_the_annotation(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """All 36, in its order, each with one attribution."""
    expected = [each["id"].lower() for each in annotation["claims"]]
    assert [each.id for each in dossier.claims] == expected
    assert sorted(each.claim for each in dossier.attributions) == sorted(expected)


def test_chains_have_the_annotated_sources(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """To their full depth, but for the cases that the docs page gives reasons for."""
    for each in annotation["claims"]:
        claim = each["id"].lower()
        expected = [
            OFFICIALS[claim]
            if link["source"] == "eu_officials"
            else NAMES.get(link["source"], link["source"])
            for link in each["chain"]
        ]
        chain = _attribution(dossier, claim).chain
        assert [link.source for link in chain] == expected[: SHORTER.get(claim)], claim


def test_reports_are_told_apart(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """Bloomberg's present, earlier and April reports are documents of their own."""
    documents = {
        "bloomberg": "bloomberg-report",
        "bloomberg.prev": "bloomberg-earlier",
        "bloomberg.april": "bloomberg-april",
    }
    for each in annotation["claims"]:
        chain = _attribution(dossier, each["id"].lower()).chain
        for link, annotated in zip(chain, each["chain"], strict=False):
            assert link.document == documents.get(annotated["source"])


def test_offsets_point_at_what_was_annotated(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """The content of each claim stands where the annotation says."""
    for each in annotation["claims"]:
        found = [
            (excerpt.start, excerpt.end)
            for excerpt in _attribution(dossier, each["id"].lower()).excerpts
            if excerpt.role == "content"
        ]
        assert found == [(span["start"], span["end"]) for span in each["content"]]


def test_cues_rest_on_what_was_annotated(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """What shows each step is judged alike, but for the standfirst's."""
    for each in annotation["claims"]:
        claim = each["id"].lower()
        chain = _attribution(dossier, claim).chain
        for link, annotated in list(zip(chain, each["chain"], strict=False))[1:]:
            basis = annotated["cue_basis"]
            expected = BASES.get(basis, basis)
            if claim in FROM_HEADLINE and link.source == "bloomberg":
                expected = "carried-over"
            assert link.cue_basis == expected, claim


def test_cues_are_a_few_words(dossier: ct.Dossier) -> None:
    """A cue shows the step and copies no sentence."""
    for attribution in dossier.attributions:
        for link in attribution.chain:
            assert len((link.cue or "").split()) <= CUE, attribution.id


def test_cues_are_verbatim(dossier: ct.Dossier, article: str) -> None:
    """Every cue stands in the article, at the offsets of an excerpt for its link."""
    for attribution in dossier.attributions:
        cues = {
            excerpt.link: article[excerpt.start : excerpt.end]
            for excerpt in attribution.excerpts
            if excerpt.role == "cue"
        }
        recorded = {i: link.cue for i, link in enumerate(attribution.chain) if link.cue}
        assert cues == recorded, attribution.id


def test_mentions_are_verbatim(dossier: ct.Dossier, article: str) -> None:
    """Every mention stands at the offsets of an excerpt for its link, but for case."""
    for attribution in dossier.attributions:
        sources = {
            excerpt.link: article[excerpt.start : excerpt.end].lower()
            for excerpt in attribution.excerpts
            if excerpt.role == "source"
        }
        for index, link in enumerate(attribution.chain):
            if link.mention is not None:
                assert sources[index] == link.mention.lower()


def test_hash_is_that_of_the_article(dossier: ct.Dossier, article: str) -> None:
    """The offsets count in the text whose hash the document carries."""
    (document,) = [each for each in dossier.documents if each.id == "unn-article"]
    assert document.sha256 == hashlib.sha256(article.encode("utf-8")).hexdigest()


def test_presuppositions_are_marked(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """What the article takes for granted is marked as such."""
    for each in annotation["claims"]:
        attribution = _attribution(dossier, each["id"].lower())
        assert attribution.presupposed == each["presupposed"]


def test_quantities_are_those_annotated(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """Numbers are those annotated; "only" (c15) counts nothing."""
    quantities = {each.id: each.quantity for each in dossier.claims}
    for each in annotation["claims"]:
        claim = each["id"].lower()
        annotated = [q for q in each["quantities"] if q["kind"] != "uniqueness"]
        quantity = quantities[claim]
        assert (quantity is None) == (not annotated), claim
        if quantity is not None:
            assert [(quantity.min, quantity.max)] == [
                (q["min"], q["max"]) for q in annotated
            ]


def test_factuality_is_that_of_the_wording(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """The annotated value holds for the positive event, ours for the claim's text."""
    negative = {"c01", "c02", "c04", "c08", "c21", "c34"}
    flipped = str.maketrans("+-", "-+")
    for each in annotation["claims"]:
        claim = each["id"].lower()
        value = _attribution(dossier, claim).chain.last.own_factuality
        annotated: str = each["innermost_value"]
        expected = annotated.translate(flipped) if claim in negative else annotated
        assert value == expected, claim


def test_chain_of_four(dossier: ct.Dossier) -> None:
    """One source tells Bloomberg, which UNN cites, what governments believe."""
    shown = dossier.format_chain(_attribution(dossier, "c23"))
    assert shown == "UNN < Bloomberg < ?one source < (European governments)"


def test_quote_keeps_its_candidates(dossier: ct.Dossier) -> None:
    """Both claims of the block quote have one unsettled speaker, and room for more."""
    first, second = (_attribution(dossier, each).chain.last for each in ("c14", "c15"))
    assert first == second
    assert first.source is None
    assert first.mode == "direct"
    candidates = first.candidates or ()
    assert [each.source for each in candidates] == ["starmer", "unnamed-1"]
    assert all(each.why for each in candidates)
    assert sum(each.weight or 0 for each in candidates) < 1


def test_trump_speaks_to_putin(dossier: ct.Dossier) -> None:
    """That he said so is a claim of its own, and rests on another's word."""
    link = _attribution(dossier, "c34").chain.last
    assert (link.source, link.addressee, link.utterance) == ("trump", "putin", "c35")
    assert _attribution(dossier, "c35").chain.last.source == "ushakov"


def test_dates_count_from_what_they_count_from(dossier: ct.Dossier) -> None:
    """April counts from the article; the end of the war counts from nothing."""
    times = {each.id: each.holds for each in dossier.claims if each.holds}
    april = {"c30": "XXXX-04?", "c31": "XXXX-04?", "c32": "XXXX-04"}
    for claim, edtf in april.items():
        assert times[claim] == ct.When(
            edtf=edtf, text="in April", relative_to="unn-article"
        )
    words = {claim: when for claim, when in times.items() if claim not in april}
    assert set(words) == {"c01", "c04", "c05", "c28"}
    for when in words.values():
        assert (when.edtf, when.relative_to) == (None, None)


def test_conditions_are_recorded(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """Those annotated, and that of the claim which another one states for it."""
    annotated = {
        each["id"].lower() for each in annotation["claims"] if each["condition"]
    }
    recorded = {each.id for each in dossier.claims if each.condition}
    assert recorded == CONDITIONS == annotated | {"c24"}


def test_annotated_pairs_are_joined(
    dossier: ct.Dossier, annotation: dict[str, Any]
) -> None:
    """By some relation, but for the cases that the docs page gives reasons for."""
    joined = {tuple(sorted((r.subject, r.object))) for r in dossier.relations}
    annotated = {
        tuple(sorted((each["id"].lower(), target.lower())))
        for each in annotation["claims"]
        for relation in each["relations"]
        for target in relation.get("targets") or [relation["target"]]
    }
    assert annotated - joined == APART


def test_relations_say_who_judged(dossier: ct.Dossier) -> None:
    """Each is the desk's, and none is recorded twice."""
    found = [(r.subject, r.kind, r.object) for r in dossier.relations]
    assert len(set(found)) == len(found)
    assert {each.by for each in dossier.relations} == {"desk"}


def test_what_is_presupposed_is_marked_so(dossier: ct.Dossier) -> None:
    """A claim that another takes for granted is taken for granted where it stands."""
    for relation in dossier.relations:
        if relation.kind == "presupposes":
            assert _attribution(dossier, relation.object).presupposed, relation.id


def test_newer_view_replaces_and_contradicts(dossier: ct.Dossier) -> None:
    """That some things are enough goes against that something else is needed."""
    found = {(r.kind, r.object) for r in dossier.relations if r.subject == "c23"}
    assert found == {
        ("supersedes", "c13"),
        ("contradicts", "c13"),
        ("contradicts", "c15"),
    }


def test_desk_judges_three_sources(dossier: ct.Dossier) -> None:
    """On the scale for sources, with one sentence of reason, by the article alone."""
    desk = dossier["desk"]
    assert isinstance(desk, ct.Source)
    assert desk.kind == "organization"
    judged = {each.subject: each for each in dossier.assessments}
    assert len(judged) == len(dossier.assessments)
    assert set(judged) == {"unn", "bloomberg", "unnamed-4"}
    for assessment in judged.values():
        (confidence,) = assessment.confidence
        assert confidence.scale == "admiralty-reliability"
        assert assessment.by == "desk"
        assert assessment.evidence == ("unn-article",)
        assert re.fullmatch(r"[A-Z][^.]+\.", assessment.rationale or "")


def test_what_was_not_read_is_not_judged(dossier: ct.Dossier) -> None:
    """Only the publisher has a grade: its text alone was read."""
    for assessment in dossier.assessments:
        (confidence,) = assessment.confidence
        assert confidence.term is not None
        assert confidence.term.is_judged == (assessment.subject == "unn")


def test_article_justifies_no_notice(dossier: ct.Dossier) -> None:
    """It reports changed views, and no correction; and no finding needs a waiver."""
    assert dossier.notices == ()
    assert dossier.waivers == ()


def test_everything_is_reached(dossier: ct.Dossier) -> None:
    """Nothing is found, and a source that nothing names would be."""
    text = dossier.dumps()
    assert ct.validate(text) == ()
    data = json.loads(text)
    idle = {"type": "source", "id": "idle", "kind": "person", "name": "I. Dle"}
    data["records"].append(idle)
    (finding,) = ct.validate(data)
    assert (finding.code, finding.record) == ("CT705", "idle")


def test_file_is_as_it_is_written(dossier: ct.Dossier) -> None:
    """Loading and saving changes no character of it."""
    assert EXAMPLE.read_text(encoding="utf-8") == dossier.dumps()


def test_unnamed_sources_carry_no_name(dossier: ct.Dossier) -> None:
    """Nothing that is recorded of one names a source that the dossier identifies."""
    identified = [each for each in dossier.sources if each.kind != "unnamed"]
    names = [each.name or "" for each in identified]
    names += [alias.text for each in identified for alias in each.aka]
    for record in json.loads(dossier.dumps())["records"]:
        if record.get("kind") == "unnamed":
            own = " ".join(_texts(record))
            for name in names:
                assert not re.search(rf"\b{re.escape(name)}\b", own), record["id"]


def test_nothing_of_the_article_is_copied(dossier: ct.Dossier, article: str) -> None:
    """No text of the dossier shares more than a few words in a row with it."""
    words = re.findall(r"\w+", article.lower())
    runs = {tuple(words[i : i + LONGEST_RUN]) for i in range(len(words))}
    listing = "Canada, Australia, Japan and New Zealand"  # four names are a fact
    for text in _texts(json.loads(dossier.dumps())):
        own = re.findall(r"\w+", text.replace(listing, "").lower())
        for index in range(len(own) - LONGEST_RUN + 1):
            assert tuple(own[index : index + LONGEST_RUN]) not in runs, text


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_object(value):
        return [text for each in value.values() for text in _texts(each)]
    if is_array(value):
        return [text for each in value for text in _texts(each)]
    return []
