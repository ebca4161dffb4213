"""What belongs into a picture: every source once, every step, every mark."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given, settings

from claimtrack import Attribution, Candidate, Dossier, Link, link
from claimtrack.draw import draw_dot, draw_mermaid
from claimtrack.draw._drawn_claim import read_claims
from claimtrack.draw._legend import sketch_legend
from claimtrack.draw._sketch import BOX, SAID, sketch_claim
from claimtrack.lineage import trace, voices
from claimtrack.testing import dossiers
from claimtrack.view import View

if TYPE_CHECKING:
    from claimtrack import Chain
    from claimtrack.draw._picture import Box, Picture

EXAMPLE: Final = (
    Path(__file__).resolve().parents[3] / "examples/us-air-cover.claims.json"
)

UNSAFE: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories that could move, hide or break what is shown."""

some_dossiers = dossiers(
    max_sources=6, max_documents=1, max_claims=2, max_attributions=6, max_relations=1
)


def sketches(dossier: Dossier) -> list[Picture]:
    """Return the picture of each claim of a dossier."""
    return [sketch_claim(each) for each in read_claims(dossier, dossier.claims)]


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_every_source_is_one_box_where_it_speaks_and_one_where_it_does_not(
    dossier: Dossier,
) -> None:
    """However many chains go through it; and no other boxes but the documents read."""
    same = View.of(dossier).sources.classes.least
    for claim, picture in zip(dossier.claims, sketches(dossier), strict=True):
        found = trace(dossier, claim)
        ids = {*found.supported_by, *found.opposed_by, *found.uncommitted}
        chains = [each.chain for each in dossier.attributions if each.id in ids]
        expected = {
            (same.get(source, source), index >= len(voices(chain)))
            for chain in chains
            for index, each in enumerate(chain)
            for source in [each.source, *(c.source for c in each.candidates or ())]
            if source is not None
        }
        papers = {paper for end in found.ends for paper in end.documents}
        drawn = [
            each for each in picture.boxes if each.shape not in ("words", "unsettled")
        ]
        assert len(drawn) == len(expected) + len(papers)
        assert sum(each.is_holder for each in drawn) == sum(h for _, h in expected)


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_what_all_hangs_on_is_marked_by_more_than_colour(dossier: Dossier) -> None:
    """By a sign before its name and a word below it."""
    for claim, picture in zip(dossier.claims, sketches(dossier), strict=True):
        single = [each for each in picture.boxes if each.is_single]
        assert len(single) == len(trace(dossier, claim).single_points)
        for each in picture.boxes:
            words = {*each.lines} & {"bottleneck", "single point"}
            assert each.lines[0].startswith("◆ ") == bool(words) == each.is_single


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_nothing_in_a_picture_could_hide_something(dossier: Dossier) -> None:
    """No control character and nothing that turns the direction of writing round."""
    for text in (
        draw(dossier, dossier.claims, include_private=True, unreviewed=True)
        for draw in (draw_mermaid, draw_dot)
    ):
        raw = {unicodedata.category(char) for char in text.replace("\n", "")}
        assert not raw & UNSAFE


@settings(max_examples=15, deadline=None)
@given(some_dossiers)
def test_the_same_is_drawn_the_same(dossier: Dossier) -> None:
    """Also when it comes from a file."""
    again = Dossier.loads(dossier.dumps())
    assert sketches(again) == sketches(dossier)


@pytest.fixture
def told() -> Dossier:
    """Return a dossier of a few sources and one claim."""
    dossier = Dossier()
    dossier.outlet("UNN")
    dossier.outlet("Bloomberg")
    dossier.person("Keir Starmer", id="starmer")
    dossier.group("allies")
    dossier.claim("T")
    return dossier


def sketched(dossier: Dossier, *chains: Chain | Link | str) -> Picture:
    """Return the picture of these chains."""
    for chain in chains:
        dossier.attribute("c1", chain)
    (picture,) = sketches(dossier)
    return picture


def steps(picture: Picture) -> list[tuple[str, str, str, tuple[str, ...], bool]]:
    """Return the arrows by the first line of the boxes that they join."""
    return [
        (
            picture.boxes[each.outer].lines[0],
            each.kind,
            picture.boxes[each.inner].lines[0],
            each.lines,
            each.is_counted,
        )
        for each in picture.arrows
    ]


def box(picture: Picture, first: str) -> Box:
    """Return the box that begins with a line."""
    (found,) = [each for each in picture.boxes if each.lines[0] == first]
    return found


def test_arrows_lead_from_the_claim_to_its_ends(told: Dossier) -> None:
    """By way of whoever said so, with the words that show each step."""
    holder = Link(source="allies", attitude="belief", cue="believe")
    chain = link("unn", cue="writes").citing("bloomberg", cue="told").citing(holder)
    assert steps(sketched(told, chain)) == [
        ("T", "said-by", "UNN", ("“writes”",), True),
        ("UNN", "cites", "◆ Bloomberg", ("“told”",), True),
        ("◆ Bloomberg", "tells-of", "(allies)", ("“believe”", "belief"), True),
    ]


def test_chains_that_do_not_support_are_drawn_apart(told: Dossier) -> None:
    """And say what they do; a step that a supporting chain takes too counts."""
    picture = sketched(
        told,
        link("unn").citing("bloomberg"),
        link("unn").citing("bloomberg").citing("starmer", stance="denies"),
        link("unn").citing("bloomberg").citing("allies", attitude="desire"),
    )
    assert steps(picture) == [
        ("T", "said-by", "UNN", (), True),
        ("UNN", "cites", "◆ Bloomberg", (), True),
        ("◆ Bloomberg", "denies", "Keir Starmer", ("denies",), False),
        ("◆ Bloomberg", "tells-of", "(allies)", ("desire",), False),
    ]
    assert box(picture, "Keir Starmer").lines[1:] == ("[opposes]",)
    assert box(picture, "(allies)").lines[1:] == ("[uncommitted]",)


def test_the_sign_stands_beside_the_longest_name(told: Dossier) -> None:
    """And not in a line of its own."""
    long = told.person("n" * 60)
    drawn = [
        each
        for each in sketched(told, link("unn").citing(long)).boxes
        if each.is_single
    ]
    assert [each.lines[0] for each in drawn] == [f"◆ {'n' * BOX}"]


def test_a_source_that_cites_itself_takes_no_step(told: Dossier) -> None:
    """It is one voice."""
    picture = sketched(told, link("unn").citing("unn").citing("bloomberg"))
    assert [each[:3] for each in steps(picture)] == [
        ("T", "said-by", "UNN"),
        ("UNN", "cites", "◆ Bloomberg"),
    ]


def test_a_speaker_who_is_not_settled_leads_to_who_it_may_be(told: Dossier) -> None:
    """With how much speaks for each."""
    candidates = [Candidate(source="starmer", weight=0.7), Candidate(source="allies")]
    picture = sketched(told, link("unn").citing(Link(candidates=candidates)))
    assert steps(picture) == [
        ("T", "said-by", "UNN", (), True),
        ("…", "may-be", "Keir Starmer", ("perhaps 0.7",), True),
        ("…", "may-be", "allies", ("perhaps",), True),
        ("UNN", "cites", "…", (), True),
    ]
    marked = " ".join(box(picture, "…").lines)
    assert marked == "… [open: speaker not settled]"
    again = sketched(told, link("unn").citing(Link(candidates=candidates)))
    assert again == picture


def test_a_holder_who_is_not_settled_stands_in_brackets(told: Dossier) -> None:
    """And is no end."""
    holder = Link(candidates=[], attitude="belief")
    picture = sketched(told, link("unn").citing(holder))
    assert box(picture, "(…)").lines == ("(…)",)
    assert box(picture, "(…)").is_holder


def test_outlets_that_read_one_document_lead_to_it(told: Dossier) -> None:
    """It is the one origin of both."""
    paper = told.document("report", "Accounts")
    chains = [
        link(each, basis="document", evidence=[paper]) for each in ("unn", "bloomberg")
    ]
    picture = sketched(told, *chains)
    assert [each for each in steps(picture) if each[1] == "rests-on"] == [
        ("Bloomberg", "rests-on", "Accounts", ("rests on",), True),
        ("UNN", "rests-on", "Accounts", ("rests on",), True),
    ]
    assert box(picture, "Accounts").shape == "document"


def test_a_document_without_a_title_goes_by_its_id(told: Dossier) -> None:
    """Its address may be long, and of a leak it is private."""
    paper = told.document("page", url="https://example.org/a", id="page-1")
    picture = sketched(told, link("unn", basis="document", evidence=[paper]))
    assert box(picture, "page-1").shape == "document"


def test_much_that_is_said_of_a_step_is_counted(told: Dossier) -> None:
    """An arrow has room for a few words."""
    chains = [link("unn").citing("bloomberg", cue=f"cue {n}") for n in range(9)]
    (_, (*_, said, _)) = steps(sketched(told, *chains))
    assert said == ("“cue 0”", "“cue 1”", "“cue 2”", f"and {9 - SAID} more")


def test_sources_that_are_one_are_one_box(told: Dossier) -> None:
    """Under the name of the one whose id is reported."""
    other = told.outlet("Bloomberg News")
    told.relate(other, "same-as", "bloomberg")
    picture = sketched(told, link("unn").citing("bloomberg"), link("unn").citing(other))
    assert [each.lines[0] for each in picture.boxes] == ["T", "UNN", "◆ Bloomberg"]


def test_a_claim_that_nobody_is_on_record_for_says_so(told: Dossier) -> None:
    """In place of an empty frame."""
    (only,) = sketched(told).boxes
    assert " ".join(only.lines) == "T [nobody is on record for it]"


def test_a_source_that_is_not_there_is_drawn_as_not_judged(told: Dossier) -> None:
    """A dossier at work may lack it still."""
    told.add(Attribution(claim="c1", chain=["unn", "x"]))
    assert box(sketched(told), "◆ x").shape == "unresolved"


def test_the_legend_has_what_occurs_and_no_more(told: Dossier) -> None:
    """Nobody has to look for a shape that is not there."""
    plain = sketch_legend([sketched(told, link("unn"))])
    assert [each.lines for each in plain.boxes] == [
        ("◆ and a thick line: without it no path to an end is left.",),
        ("outlet",),
    ]
    assert plain.title == "How to read it"
    full = sketch_legend(sketches(Dossier.load(EXAMPLE)))
    assert {each.shape for each in full.boxes} == {
        "words",
        "outlet",
        "person",
        "organization",
        "group",
        "unnamed",
        "unsettled",
    }
    assert len(full.boxes[0].lines) == 5
    assert {each.kind for each in full.arrows} == {"beside"}


def test_the_legend_of_nothing_is_empty() -> None:
    """A dossier without claims has an empty picture."""
    assert sketch_legend([]).boxes == ()
