"""The picture of a claim as SVG: every shape, every word, and what falls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import attrs
import pytest

from claimtrack import Candidate, Dossier, Link
from claimtrack.draw import draw_svg
from claimtrack.draw._drawn_claim import read_claims
from claimtrack.draw._svg import STYLE, claim_panel
from claimtrack.draw._svg._advance import measure
from claimtrack.draw._svg._box_shapes import DASHES
from claimtrack.draw._svg._contents import KINDS
from claimtrack.draw._svg._ink import DARK, LIGHT, TEXT
from claimtrack.draw._svg._text_lines import pack, wrap
from claimtrack.errors import DanglingReference, UnreviewedDraft
from claimtrack.lineage import Retraction
from claimtrack.records import Recorded
from claimtrack.view import View
from picture_boxes import read_pictures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack import Chain
    from picture_boxes import Drawn, DrawnNode

NAMED: Final = ("person", "organization", "outlet", "group", "crowd", "platform")


def drawn(
    dossier: Dossier,
    *chains: Chain | Link | str | list[Link],
    retract: Iterable[str] = (),
) -> Drawn:
    """Return the picture of these chains, for one claim."""
    claim = dossier.claim("It rains.")
    for each in chains:
        dossier.attribute(claim, each)
    ((picture,), _) = read_pictures(draw_svg(dossier, claim, retract=retract))
    return picture


def node(picture: Drawn, name: str) -> DrawnNode:
    """Return the node that shows a name, not in brackets where it is in both."""
    return next(each for each in picture.nodes if name in said(each))


def said(node: DrawnNode) -> list[str]:
    """Return the lines of text of a node."""
    return [each.text for each in node.labels]


def rows(picture: Drawn) -> list[str]:
    """Return the names of nodes from top to bottom."""
    named = [
        (label.y, label.text)
        for each in picture.nodes
        for label in each.labels
        if label.kind == "name"
    ]
    return [text for _, text in sorted(named)]


@pytest.mark.parametrize("kind", NAMED)
def test_every_kind_of_source_has_a_word_and_a_shape(kind: str) -> None:
    """Neither colour nor shape alone says what it is."""
    d = Dossier()
    source = getattr(d, kind)("Ann")
    picture = drawn(d, [Link(source=d.outlet("Post")), Link(source=source)])
    shown = node(picture, "Ann")
    assert kind in " ".join(said(shown))
    assert kind in shown.kinds


def test_kinds_without_a_name_have_words_too() -> None:
    """An unnamed source with how many people it is; a name that nobody has judged."""
    d = Dossier()
    picture = drawn(
        d,
        d.outlet("UNN").citing(d.unnamed("officials", count="2+")),
        d.outlet("Post").citing(d.unnamed("one source", count="1")),
        d.outlet("Times").citing(d.unnamed("somebody")),
        d.outlet("Mail").citing(d.source("unresolved", "J. Doe")),
    )
    assert "unnamed, 2 or more people" in " · ".join(said(node(picture, "officials")))
    assert "unnamed, 1 person" in " · ".join(said(node(picture, "one source")))
    assert said(node(picture, "somebody"))[:3] == ["?", "somebody", "unnamed · origin"]
    assert "not identified" in said(node(picture, "J. Doe"))
    # A second outline shows behind more than one.
    assert len(node(picture, "officials").shapes) == 3
    assert len(node(picture, "one source").shapes) == 2


def test_no_two_kinds_are_drawn_and_called_alike() -> None:
    """Some share a dotted outline, and have a word each."""
    assert len(set(KINDS.values())) == len(KINDS)
    assert {"unnamed", "crowd", "platform", "unresolved", "unsettled"} == {*DASHES}


def test_rows_lead_from_the_publisher_to_the_origin() -> None:
    """Over what all hangs on, which has a ring and a word."""
    d = Dossier()
    picture = drawn(
        d, d.outlet("UNN").citing(d.outlet("Bloomberg")).citing(d.person("Ann"))
    )
    assert rows(picture) == ["UNN", "Bloomberg", "Ann"]
    assert said(node(picture, "UNN")) == ["UNN", "outlet · publisher"]
    assert said(node(picture, "Bloomberg")) == ["bottleneck", "Bloomberg", "outlet"]
    assert said(node(picture, "Ann")) == ["single point", "Ann", "person · origin"]
    assert picture.title == "UNN < Bloomberg < Ann"
    assert 130 < picture.view.right < 200


def test_an_open_end_is_broken_off() -> None:
    """A broken line and words; at the side of an arrow that goes on."""
    d = Dossier()
    holder = Link(source=d.group("allies"), attitude="belief")
    picture = drawn(
        d,
        [Link(source=d.outlet("UNN"))],
        [Link(source="unn"), holder],
        [Link(source=d.outlet("Post")), Link(source=d.person("Ann"), basis="hearsay")],
    )
    assert said(node(picture, "UNN"))[-1] == "basis not recorded"
    assert said(node(picture, "Ann"))[-1] == "from hearsay"
    assert node(picture, "UNN").labels[-1].kind == "from"
    assert node(picture, "Ann").labels[-1].kind == ""


def test_ends_say_how_they_know() -> None:
    """Who was there, what rests on a document, and the document."""
    d = Dossier()
    paper = d.document("report", "Minutes").id
    picture = drawn(
        d,
        [Link(source=d.outlet("A"), basis="witnessed")],
        [Link(source=d.outlet("B"), basis="document")],
        [Link(source=d.outlet("C"), basis="document", evidence=[paper])],
    )
    assert "was there · origin" in " · ".join(said(node(picture, "A")))
    assert "rests on a document" in " · ".join(said(node(picture, "B")))
    assert said(node(picture, "C")) == ["C", "outlet · publisher"]
    assert said(node(picture, "Minutes")) == ["Minutes", "document · origin"]
    assert rows(picture)[-1] == "Minutes"


def test_holders_stand_in_brackets_beside_their_voice() -> None:
    """With their kind, and how they are said to hold it."""
    d = Dossier()
    chain = [
        Link(source=d.outlet("UNN")),
        Link(source=d.group("allies"), attitude="belief"),
    ]
    picture = drawn(d, chain, [chain[0], attrs.evolve(chain[1], attitude="desire")])
    assert said(node(picture, "allies")) == [
        "allies",
        "group · said to believe it",
        "said to want it",
    ]
    assert len([each for each in picture.nodes if "UNN" in said(each)]) == 1


def test_a_speaker_who_is_not_settled_has_candidates() -> None:
    """Three are named and the others counted; what is retracted is struck through."""
    d = Dossier()
    people = [d.person(name).id for name in ("Ann", "Ben", "Cid", "Dee")]
    weights = (0.6, None, None, None)
    some = [Candidate(source=p, weight=w) for p, w in zip(people, weights, strict=True)]
    picture = drawn(
        d, [Link(source=d.outlet("UNN")), Link(candidates=some)], retract=["ann"]
    )
    shown = node(picture, "and 1 more")
    assert [e.text for e in shown.labels][:2] == ["speaker not", "settled"]
    assert said(shown)[2:] == ["Ann 0.6", "Ben", "Cid", "and 1 more", "open end"]
    assert [each.text for each in shown.labels if each.kind == "gone"] == ["Ann 0.6"]
    assert shown.ids == "ann ben cid dee"


def test_words_stand_on_the_steps_of_chains_that_do_not_support() -> None:
    """A denial where it is; the others where they end."""
    d = Dossier()
    picture = drawn(
        d,
        [Link(source=d.outlet("A")), Link(source=d.person("X"), stance="denies")],
        [Link(source=d.outlet("B")), Link(source=d.person("Y"), factuality="CT-")],
        [Link(source=d.outlet("C")), Link(source=d.person("Z"), factuality="Uu")],
        [Link(source=d.outlet("D"), factuality="Uu")],
        [Link(source=d.outlet("E"), factuality="CT-")],
    )
    assert sorted(each.text for each in picture.words) == [
        "denies",
        "opposes",
        "uncommitted",
    ]
    assert "uncommitted" in " · ".join(said(node(picture, "D")))
    assert "opposes" in " · ".join(said(node(picture, "E")))


def test_an_arrow_is_drawn_once_for_all_chains_that_take_it() -> None:
    """Also where one of them does not support the claim."""
    d = Dossier()
    to_ann = d.outlet("UNN").citing(d.outlet("AP"))
    picture = drawn(
        d,
        to_ann.citing(d.person("Ann")),
        [*to_ann, Link(source="ann", factuality="Uu")],
    )
    text = draw_svg(d, "c1")
    assert len(picture.lines) == 4
    assert text.count('<g class="step" data-chains="0 1">') == 1


def test_outlets_that_repeat_one_chain_are_one_node() -> None:
    """From three on, with their number; not where something else hangs on one."""
    d = Dossier()
    wire = d.outlet("AFP").citing(d.person("Ann"))
    names = [f"Outlet {n}" for n in range(12)]
    chains = [[Link(source=d.outlet(name)), *wire] for name in names]
    own = [Link(source="outlet-0"), Link(source=d.person("Ben"))]
    picture = drawn(d, *chains, own)
    shown = node(picture, "11 outlets")
    assert said(shown) == ["11 outlets", "repeat the same chain"]
    assert shown.ids.split() == [f"outlet-{n}" for n in range(1, 12)]
    assert "Outlet 0" in rows(picture)
    fewer = drawn(Dossier(), *(f"{name} < AFP < Ann" for name in names[:2]))
    assert "Outlet 1" in rows(fewer)


def test_publishers_that_repeat_a_chain_may_be_people() -> None:
    """They are not called outlets; one that is retracted stands by itself."""
    d = Dossier()
    wire = d.outlet("AFP").citing(d.person("Ann"))
    heads = [d.person(f"P{n}").id for n in range(4)]
    picture = drawn(d, *([Link(source=each), *wire] for each in heads), retract=["p0"])
    assert "3 publishers" in rows(picture)
    assert "retracted" in " · ".join(said(node(picture, "P0")))
    gone = draw_svg(d, "c1", retract=heads)
    assert "4 publishers" in gone
    assert 'class="node repeaters retracted"' in gone


def test_what_falls_is_grey_and_what_is_retracted_is_struck_through() -> None:
    """Both with a word; what another chain carries stays."""
    d = Dossier()
    paper = d.document("report", "Minutes").id
    picture = drawn(
        d,
        d.outlet("UNN").citing(d.outlet("Bloomberg")).citing(d.person("Ann")),
        [
            Link(source="unn"),
            Link(source=d.outlet("Post"), basis="document", evidence=[paper]),
        ],
        retract=["bloomberg", paper],
    )
    assert node(picture, "Bloomberg").kinds[-1] == "retracted"
    assert "retracted" in " · ".join(said(node(picture, "Minutes")))
    assert node(picture, "Ann").kinds[-1] == "lost"
    assert "lost" in " · ".join(said(node(picture, "Ann")))
    only = draw_svg(d, "c1", retract=["bloomberg"])
    ((picture,), _) = read_pictures(only)
    assert node(picture, "UNN").kinds[-1] == "outlet"
    assert only.count('<g class="step lost"') == 2
    with pytest.raises(DanglingReference):
        draw_svg(d, retract=["nobody"])


def test_retractions_on_record_are_shown_when_asked_for() -> None:
    """Those of the dossier's own notices."""
    d = Dossier()
    d.attribute(d.claim("It rains."), "UNN < AFP")
    d.notice("retraction", "afp")
    d.notice("update", "unn")
    assert 'class="node unresolved retracted"' not in draw_svg(d, "c1")
    ((picture,), _) = read_pictures(draw_svg(d, "c1", as_recorded=True))
    assert node(picture, "AFP").kinds[-1] == "retracted"
    assert node(picture, "UNN").kinds[-1] == "lost"


def test_a_circle_comes_back_at_the_side() -> None:
    """Its arrow ends at a box that is above; a long way down goes there, too."""
    d = Dossier()
    picture = drawn(d, "A < B < A", "A < C < A")
    assert "cites in a circle" in " · ".join(said(node(picture, "A")))
    assert max(x for line in picture.lines for x, _ in line) > max(
        label.box(measure).right for each in picture.nodes for label in each.labels
    )
    denied = drawn(
        Dossier(), "A < B", [Link(source="b"), Link(source="a", stance="denies")]
    )
    assert [each.text for each in denied.words] == ["denies"]
    long = Dossier()
    names = [long.outlet(f"O{n}").id for n in range(30)]
    far = drawn(
        long,
        [Link(source=n) for n in names],
        [Link(source=names[0]), Link(source=names[-1])],
    )
    assert len(far.lines) == 30


def test_nobody_on_record_is_said() -> None:
    """Where a claim has no chain, and where its chain has no speaker."""
    d = Dossier()
    assert [said(each) for each in drawn(d).nodes] == [
        ["nobody on record", "no chain on record"]
    ]
    picture = drawn(Dossier(), [Link()])
    assert rows(picture) == ["nobody on record"]
    assert "no chain on record" in draw_svg(d, "c1")


def test_all_claims_stand_below_each_other_under_their_sentences() -> None:
    """Each is a picture with a title of its own."""
    d = Dossier(title="Weather")
    d.attribute(d.claim("It rains."), "UNN < Ann")
    d.attribute(d.claim("It snows."), "UNN < Ben")
    text = draw_svg(d)
    pictures, sentences = read_pictures(text)
    assert [each.text for each in sentences] == ["c1: It rains.", "c2: It snows."]
    assert [each.title for each in pictures] == ["UNN < Ann", "UNN < Ben"]
    assert text.startswith(
        '<svg xmlns="http://www.w3.org/2000/svg" class="ct-picture" role="group"'
    )
    assert text.count('role="img"') == 2
    ids = re.findall(r' id="([^"]*)"', text)
    assert len(ids) == len(set(ids)) == 3
    assert "This dossier has no claims." in draw_svg(Dossier())


def test_a_long_list_of_chains_is_counted_in_the_title() -> None:
    """Four are written out."""
    picture = drawn(Dossier(), *(f"O{n} < P{n}" for n in range(6)))
    assert picture.title == "O0 < P0; O1 < P1; O2 < P2; O3 < P3; and 2 more"


def test_drafts_are_refused_or_said() -> None:
    """As in every picture."""
    d = Dossier()
    d.attribute(d.claim("It rains."), d.outlet("UNN"), recorded=Recorded(method="tool"))
    with pytest.raises(UnreviewedDraft):
        draw_svg(d, "c1")
    text = draw_svg(d, "c1", unreviewed=True)
    assert "drafted by a tool, reviewed by nobody: 1 of 1 attributions" in text
    assert len(read_pictures(text)[0]) == 1


def test_what_is_off_the_record_is_not_drawn_unless_asked_for() -> None:
    """As in every picture."""
    d = Dossier()
    hidden = Link(source=d.person("Ann"), ground_rules="off-record")
    d.attribute(d.claim("It rains."), [Link(source=d.outlet("UNN")), hidden])
    assert "Ann" not in draw_svg(d)
    assert "Ann" in draw_svg(d, include_private=True)


def test_a_notebook_shows_the_picture() -> None:
    """What is returned is text, and prints as what it draws."""
    d = Dossier()
    d.attribute(d.claim("It rains."), d.outlet("UNN"))
    picture = draw_svg(d, "c1")
    assert isinstance(picture, str)
    shown = picture._repr_svg_()  # type: ignore[attr-defined]  # what a notebook looks for
    assert shown == picture


def test_a_page_takes_the_picture_without_its_style() -> None:
    """It has one for all of them; numbers lead to attributions."""
    d = Dossier()
    a = d.attribute(d.claim("It rains."), "UNN < Ann")
    (read,) = read_claims(d, d.claims)
    panel = claim_panel(read, Retraction.of((), View.of(d)), "c1")
    assert panel.chains == (a.id,)
    element = panel.element()
    assert element.startswith(
        '<svg class="ct-picture" role="img" aria-labelledby="c1-title"'
    )
    assert "<style" not in element
    assert "style=" not in element
    assert 'data-ids="unn" data-chains="0"' in element
    assert len(element) < 1_400


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_everything_can_be_read_in_light_and_in_dark(colours: dict[str, str]) -> None:
    """Letters by WCAG 2.2, AA (4.5); lines that say something by 1.4.11 (3)."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    ground = colours["ground"]
    assert min(contrast(colours[name], ground) for name in TEXT) >= 4.5
    assert (
        min(
            contrast(colours[name], ground) for name in ("ink", "line", "ring", "faint")
        )
        >= 3
    )
    assert all(colour in STYLE for colour in colours.values())
    assert contrast(colours["line"], ground) >= 4.5


def test_text_is_wrapped_between_words_and_cut_at_its_end() -> None:
    """A word that is too long is broken, and never inside what is one character."""
    assert wrap("", 13, 132, 3).lines == ("",)
    assert wrap("European governments", 13, 132, 3).lines == ("European", "governments")
    cut = wrap("x" * 900, 13, 132, 3)
    assert (len(cut.lines), cut.is_whole) == (3, False)
    assert cut.lines[-1].endswith("…")
    assert all(measure(each, 13) <= 132 for each in cut.lines)
    shown = wrap("abcdefg\u202e" * 4, 13, 132, 9).lines
    assert all(each.count("⟨") == each.count("⟩") for each in shown)
    marked = wrap("e" + "\u0301" * 90, 13, 132, 3)
    assert (marked.lines, marked.is_whole) == (("e" + "\u0301" * 4,), False)
    family = "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
    assert all(
        not each.startswith("\u200d") for each in wrap(family * 9, 13, 132, 9).lines
    )
    assert wrap("\N{WOMAN}\u200d" * 40, 13, 132, 2).lines[0].startswith("\N{WOMAN}")
    assert pack(["a", "b"], 11, 168) == ("a · b",)


def test_letters_are_as_wide_as_the_widest_font_has_them() -> None:
    """By the table, and beyond it by class."""
    assert measure("Ш", 1000) > 1000
    assert measure("社", 10) == 10
    assert measure("\N{GRINNING FACE}", 100) >= 136
    assert measure("א", 100) == 85
    assert measure("\N{KANNADA LETTER A}", 100) == 100
    assert measure("\u0301", 10) == 0
    assert measure("3\N{VARIATION SELECTOR-16}", 100) >= 142
    assert measure("i" * 20, 13) == pytest.approx(20 * 0.605 * 13 - 16)


def test_a_sentence_from_right_to_left_is_not_turned_by_its_label() -> None:
    """Its full stop stands at its end, and its first word beside the label."""
    d = Dossier(lang="ar")
    d.claim("يغلق الجسر.")
    d.claim("The bridge closes.")
    picture = draw_svg(d)
    assert '>c1:&#160;<tspan unicode-bidi="plaintext">يغلق الجسر.</tspan><' in picture
    assert ">c2: The bridge closes.<" in picture
