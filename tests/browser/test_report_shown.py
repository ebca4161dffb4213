"""The report in a browser: what it works out, where it leads, what it never does."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final

import pytest
from pypdf import PdfReader

from claimtrack import Dossier, disclosure
from claimtrack.draw import index, report
from claimtrack.lineage import impact
from lineage_oracle import tricky
from page_cases import awkward, crossing, hostile, right_to_left

if TYPE_CHECKING:
    from visits import Visit, Visitor

pytestmark = pytest.mark.browser

pytest_plugins = ["visits"]

EXAMPLE: Final = (
    Path(__file__).resolve().parents[2] / "examples" / "us-air-cover.claims.json"
)

AXE: Final = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"

PAIRS: Final = 200

TIMED: Final = (
    "() => { const start = performance.now(); %s; document.body.offsetHeight; "
    "return performance.now() - start; }"
)
"""Runs something in the page, layout included, and returns how long that took."""

REFERENCE: Final = """const box = document.createElement("div");
for (let i = 0; i < 20000; i++) {
  const line = document.createElement("p");
  line.textContent = "Line " + i;
  box.append(line);
}
document.body.append(box); document.body.offsetHeight; box.remove()"""
"""Work of the browser that has nothing to do with a report."""

USUAL: Final = 300
"""Milliseconds that it takes on a machine that shows the report in about a second."""

VERDICTS: Final = ("falls", "weakened", "stands", "unsupported")

TAKABLE: Final = ("source", "document", "claim", "attribution")


@pytest.fixture(scope="module")
def example() -> Dossier:
    """Return the dossier of the examples."""
    return Dossier.load(EXAMPLE)


def takable(dossier: Dossier) -> list[str]:
    """Return what can be retracted."""
    return [key for key, record in dossier.items() if record.type in TAKABLE]


def answers(visit: Visit, asked: list[list[str]]) -> list[dict[str, list[str]]]:
    """Return what the page answers to each set of retractions."""
    call = "(sets) => sets.map((ids) => window.claimtrack.impact(ids))"
    found: list[dict[str, list[str]]] = visit.page.evaluate(call, asked)
    return found


def expected(dossier: Dossier, ids: list[str]) -> dict[str, list[str]]:
    """Return what lineage answers."""
    found = impact(dossier, retract=ids)
    return {each: [*getattr(found, each)] for each in VERDICTS}


def test_what_if_is_impact_on_the_example(visit: Visitor, example: Dossier) -> None:
    """For everything that can be retracted alone, and for 200 random pairs."""
    shown = disclosure.public(example)
    keys = takable(shown)
    pairs = [*itertools.combinations(keys, 2)]
    chance = Random(18)  # noqa: S311  # nothing secret
    asked = [[key] for key in keys]
    asked += [[*pair] for pair in chance.sample(pairs, PAIRS)]
    opened = visit(report(example))
    assert answers(opened, asked) == [expected(shown, ids) for ids in asked]
    opened.assert_calm()


def test_what_if_is_impact_where_chains_cross(visit: Visitor) -> None:
    """In dossiers with merged claims, copies, candidates, denials and circles."""
    lost = 0
    for seed in range(25):
        chance = Random(seed)  # noqa: S311  # nothing secret
        dossier = tricky(chance)
        shown = disclosure.public(dossier)
        keys = takable(shown)
        asked = [[key] for key in keys]
        asked += [chance.sample(keys, min(len(keys), 3)) for _ in range(8)]
        opened = visit(report(dossier))
        wanted = [expected(shown, ids) for ids in asked]
        assert answers(opened, asked) == wanted
        lost += sum(bool(each["falls"]) + bool(each["weakened"]) for each in wanted)
        opened.assert_calm()
        opened.page.close()
    assert lost > 100


def test_what_to_look_at_again_is_what_impact_says(
    visit: Visitor, example: Dossier
) -> None:
    """The list, the chips and the bar say what lineage says."""
    opened = visit(report(example))
    opened.go("#without:bloomberg")
    found = impact(disclosure.public(example), retract=["bloomberg"])
    page = opened.page
    lists = {
        kind: page.locator(f".fate-title.{kind} + .fates a").all_text_contents()
        for kind in ("falls", "look", "lost")
    }
    assert lists["falls"] == [*found.falls]
    assert lists["look"] == [*found.in_question]
    lost = [e for e in found.outcomes if e.lost_opposing or e.lost_uncommitted]
    assert {each.claim for each in lost} >= {*lists["lost"]}
    assert page.locator("details .chip.falls").count() == len(found.falls)
    text = page.locator("#ct\\:verdict").text_content()
    assert text == "Without Bloomberg: 28 claims fall, 0 are weakened, 3 stand."
    page.locator("#c23 > summary").click()
    assert page.locator("#c23 .node.retracted").count() == 1
    assert page.locator("#c23 .node.lost").count() == 3
    page.locator("#ct\\:clear").click()
    assert page.locator(".chip.falls, .node.retracted, .node.lost").count() == 0
    assert page.locator("#ct\\:bottom").is_hidden()
    opened.assert_calm()


def test_a_tick_is_in_the_address(visit: Visitor, example: Dossier) -> None:
    """So that it can be sent to somebody."""
    opened = visit(report(example))
    page = opened.page
    page.locator("input[data-id=bloomberg]").check()
    page.locator("input[data-id=unn]").check()
    assert page.url.endswith("#without:bloomberg,unn")
    opened.go("#without:unn,bloomberg")
    ticked = page.locator("input[data-id]:checked")
    assert ticked.evaluate_all("(all) => all.map((each) => each.dataset.id)") == [
        "bloomberg",
        "unn",
    ]
    page.locator("#ct\\:find").fill("starmer")
    shown = page.locator("label.tick:visible .tick-name bdi").all_text_contents()
    assert shown == ["Bloomberg", "Keir Starmer", "UNN"]


@pytest.mark.parametrize(
    ("name", "value", "claims"),
    [
        ("kind", "norm", ["c13", "c14"]),
        ("origins", "single", None),
        ("through", "ushakov", ["c34", "c35", "c36"]),
        ("problems", "error", ["c01", "c14"]),
        ("problems", "contradicted", ["c13", "c15", "c23"]),
    ],
)
def test_each_filter_leaves_what_it_says(
    visit: Visitor, example: Dossier, name: str, value: str, claims: list[str] | None
) -> None:
    """Each leaves what it says, and its number is read aloud."""
    opened = visit(report(example))
    page = opened.page
    page.locator(f"#ct\\:{name}").select_option(value)
    shown = page.locator("details.card:visible .card-id").all_text_contents()
    assert claims is None or shown == claims
    assert 0 < len(shown) < 36
    count = page.locator("#ct\\:count")
    assert count.get_attribute("role") == "status"
    assert count.text_content() == f"{len(shown)} of 36 claims shown"
    page.locator("#ct\\:all").click()
    assert page.locator("details.card:visible").count() == 36
    opened.assert_calm()


def test_words_find_claims_and_nothing_is_said_of_none(
    visit: Visitor, example: Dossier
) -> None:
    """All words have to be there; where no claim has them, one click shows all."""
    opened = visit(report(example))
    page = opened.page
    page.locator("#ct\\:words").fill("  AIRFIELDS Ukraine ")
    assert page.locator("details.card:visible").count() == 2
    page.locator("#ct\\:words").fill("zeppelin")
    assert page.locator("#ct\\:none").is_visible()
    page.locator("#ct\\:all-2").click()
    assert page.locator("details.card:visible").count() == 36


def test_a_figure_leads_to_its_claims(visit: Visitor, example: Dossier) -> None:
    """The number is the number of the claims that are left."""
    opened = visit(report(example))
    page = opened.page
    for link in page.locator(".figures .what a[data-show]").all():
        number = link.locator("xpath=ancestor::li").locator(".number").text_content()
        is_pair = link.text_content() == "contradictions"
        link.click()
        shown = page.locator("details.card:visible").count()
        assert shown == (3 if is_pair else int(str(number)))
    opened.assert_calm()


def test_deep_links_open_what_they_name(visit: Visitor, example: Dossier) -> None:
    """Even where a filter hides it: the claim is open, shown, and has the focus."""
    opened = visit(report(example))
    page = opened.page
    opened.go("#c23")
    assert page.locator("#c23").evaluate("(each) => each.open")
    focused = "() => document.activeElement.parentElement.id"
    assert page.evaluate(focused) == "c23"
    page.locator("#ct\\:kind").select_option("norm")
    assert page.locator("#c23").is_hidden()
    page.evaluate("() => { location.hash = '#c24'; }")
    page.wait_for_function("() => document.getElementById('c24').open")
    assert page.locator("#c24").is_visible()
    assert page.evaluate(focused) == "c24"
    page.locator("#c24").get_by_role("link", name="Bloomberg").first.click()
    assert page.evaluate("() => location.hash") == "#bloomberg"
    assert page.locator("#bloomberg").is_visible()
    opened.assert_calm()


@pytest.mark.parametrize("named", ["c1", "c290", "outlet-3", "report-2", "findings"])
def test_deep_links_of_a_long_page_end_where_they_lead(
    visit: Visitor, named: str
) -> None:
    """Though what is not in view has no height yet, and only a guess stands for it."""
    opened = visit(report(crossing(300)))
    page = opened.page
    shown = f"document.getElementById('{named}').getBoundingClientRect().top"
    is_there = f"{shown} >= 0 && {shown} < 500"
    opened.go(f"#{named}")
    opened.until(is_there)
    page.wait_for_timeout(500)
    assert 0 <= (page.locator(f"#{named}").bounding_box() or {"y": -1})["y"] < 500
    opened.go()
    page.evaluate("(id) => { location.hash = '#' + id; }", named)
    opened.until(is_there)
    page.wait_for_timeout(500)
    assert 0 <= (page.locator(f"#{named}").bounding_box() or {"y": -1})["y"] < 500
    opened.assert_calm()


def test_keys_move_between_claims(visit: Visitor, example: Dossier) -> None:
    """While one has the focus, and only then; hidden ones are passed over."""
    opened = visit(report(example))
    page = opened.page
    here = "() => document.activeElement.parentElement.id"
    page.locator("#c01 > summary").focus()
    seen = []
    for key in ("ArrowDown", "j", "k", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        seen.append(page.evaluate(here))
    assert seen == ["c02", "c03", "c02", "c01", "c01"]
    page.locator("#ct\\:problems").select_option("error")
    page.locator("#c01 > summary").focus()
    page.keyboard.press("j")
    assert page.evaluate(here) == "c14"
    page.keyboard.press("Enter")
    assert page.locator("#c14").evaluate("(each) => each.open")
    page.locator("#ct\\:words").focus()
    page.keyboard.press("j")
    assert page.locator("#ct\\:words").input_value() == "j"


def test_without_a_script_all_is_there(visit: Visitor, example: Dossier) -> None:
    """All sentences, and none of the controls that would do nothing."""
    opened = visit(report(example), has_script=False)
    page = opened.page
    assert page.locator("details.card").count() == 36
    assert page.locator("form:visible, #ct\\:bottom:visible").count() == 0
    assert page.locator("button:visible").count() == 0
    assert page.get_by_text("needs a script").is_visible()
    page.locator("#c23 > summary").click()
    assert page.locator("#c23 .figure svg").is_visible()


@pytest.mark.parametrize("has_script", [True, False])
def test_print_has_every_sentence(
    visit: Visitor, example: Dossier, *, has_script: bool
) -> None:
    """Claims are open on paper, and what only works on a screen is not there."""
    opened = visit(report(example), has_script=has_script)
    page = opened.page
    page.emulate_media(media="print")
    if has_script:
        page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    for selector in ("nav", "form", "#ct\\:bottom", "#what-if"):
        assert page.locator(f"{selector}:visible").count() == 0
    for claim in disclosure.public(example).claims:
        card = page.locator(f"details[data-id='{claim.id}']")
        assert card.locator("h3").is_visible()
        assert card.locator("dl").bounding_box() is not None
        assert (card.locator("dl").bounding_box() or {"height": 0})["height"] > 40
    assert len(page.pdf(format="A4")) > 100_000
    if has_script:
        page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
        assert page.locator("details.card[open]").count() == 1


@pytest.mark.parametrize("made", [None, "crossing", hostile])
def test_paper_is_as_wide_as_what_is_on_it(
    visit: Visitor, example: Dossier, made: object
) -> None:
    """Else a browser makes all of it smaller; and it is so with and without script."""
    many = crossing(40) if made == "crossing" else example
    text = report(made() if callable(made) else many)
    pages = []
    for has_script in (True, False):
        page = visit(text, has_script=has_script, width=660).page
        paper = page.pdf(format="A4", margin={"left": "14mm", "right": "14mm"})
        pages.append(len(re.findall(rb"/Type\s*/Page\b", paper)))
        page.emulate_media(media="print")
        table = page.locator("#matrix table").bounding_box() or {"width": 1_000}
        assert table["width"] < 660
    assert abs(pages[0] - pages[1]) <= 1 + pages[1] // 20
    assert pages[1] > 5


def test_each_printed_page_says_that_it_is_not_for_others(
    visit: Visitor, example: Dossier, tmp_path: Path
) -> None:
    """The last one too."""
    paper = tmp_path / "paper.pdf"
    for is_private in (True, False):
        opened = visit(report(example, include_private=is_private))
        opened.page.pdf(path=paper, format="A4", prefer_css_page_size=True)
        pages = [each.extract_text() for each in PdfReader(paper).pages]
        assert len(pages) > 5
        assert {"Not for others" in each for each in pages} == {is_private}


def test_print_leaves_out_what_the_filter_hides(
    visit: Visitor, example: Dossier
) -> None:
    """What is ticked is on paper too, with what it means."""
    opened = visit(report(example))
    page = opened.page
    opened.go("#without:bloomberg")
    page.locator("#ct\\:fate").select_option("falls")
    page.emulate_media(media="print")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.card:visible").count() == 28
    assert page.locator("#ct\\:verdict").is_visible()


@pytest.mark.parametrize("made", [hostile, awkward, right_to_left])
@pytest.mark.parametrize("width", [1_280, 390])
def test_nothing_breaks_out(visit: Visitor, made: object, width: int) -> None:
    """Nothing runs, nothing is fetched, no id is double, and no link leads nowhere."""
    assert callable(made)
    opened = visit(report(made()), width=width)
    page = opened.page
    page.locator("#ct\\:open").click()
    page.locator("input[data-id]").first.check()
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))
    dead = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].filter((a) => "
        "!document.getElementById(decodeURIComponent(a.hash.slice(1)))).length"
    )
    assert dead == 0
    attributes = page.evaluate(
        "[...document.querySelectorAll('*')].flatMap((e) => "
        "[...e.attributes].map((a) => a.name))"
    )
    assert not [each for each in attributes if each.startswith("on") or each == "style"]
    schemes = page.evaluate(
        "[...new Set([...document.links].map((a) => a.protocol))].sort()"
    )
    assert {*schemes} <= {"file:", "http:", "https:", "mailto:"}
    assert page.evaluate("document.scripts.length") == 2
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    opened.assert_calm()


def test_awkward_ids_lead_to_their_claims(visit: Visitor) -> None:
    """A claim called as a section, or as the data of the page, breaks neither."""
    dossier = awkward()
    opened = visit(report(dossier))
    shown = disclosure.public(dossier)
    asked = [[key] for key in takable(shown)]
    assert answers(opened, asked) == [expected(shown, ids) for ids in asked]
    for fragment, claim in (
        ("#r%3Act%3Adata", "ct:data"),
        ("#r%3Awhat-if", "what-if"),
        ("#r%3Awithout%3Ax", "without:x"),
        ("#x", "x"),
        ("#ex%3Aa%2Fb%3Fc%3D1%23d'", "ex:a/b?c=1#d'"),
    ):
        opened.go(fragment)
        call = "() => document.activeElement.parentElement.dataset.id"
        assert opened.page.evaluate(call) == claim
    opened.go("#findings")
    assert opened.page.locator("section#findings h2").is_visible()
    opened.assert_calm()


def test_an_arabic_name_turns_no_sentence_around(visit: Visitor) -> None:
    """In "X, citing Y" the first name stands at the left, whatever its script."""
    page = visit(report(right_to_left())).page
    line = page.locator("details.card", has_text="said so").locator(".aloud bdi")
    places = [box["x"] for box in (e.bounding_box() for e in line.all()) if box]
    assert len(places) == 3
    assert places == sorted(places)
    heading = page.locator("h3[lang=ar]")
    assert heading.evaluate("(each) => getComputedStyle(each).direction") == "rtl"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("made", [None, hostile, right_to_left, "crossing", "index"])
def test_axe_finds_nothing(
    visit: Visitor, example: Dossier, scheme: str, made: object
) -> None:
    """Neither closed nor open, in no light."""
    if made == "index":
        text = index([example, hostile(), right_to_left()])
    elif made == "crossing":
        text = report(crossing(12))
    else:
        text = report(made() if callable(made) else example)
    opened = visit(text, scheme="dark" if scheme == "dark" else "light")
    page = opened.page
    if made != "index":
        page.locator("#ct\\:open").click()
        page.locator("input[data-id]").first.check()
    page.evaluate(AXE.read_text(encoding="utf-8") + "; null")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    told = [
        (each["id"], [node["html"][:200] for node in each["nodes"][:3]])
        for each in found["violations"]
    ]
    assert told == []


def test_the_index_leads_to_the_pages(visit: Visitor, example: Dossier) -> None:
    """By relative addresses, and it asks for nothing either."""
    opened = visit(index([example, right_to_left()], pages=["one.html", "two.html"]))
    links = opened.page.locator("tbody th a")
    assert links.evaluate_all("(a) => a.map((e) => e.getAttribute('href'))") == [
        "one.html",
        "two.html",
    ]
    opened.assert_calm()


@pytest.mark.parametrize("width", [1_280, 390])
def test_no_word_of_a_table_is_torn(
    visit: Visitor, example: Dossier, width: int
) -> None:
    """Whatever a name takes: heads are as narrow as their longest word, not more."""
    opened = visit(index([example, hostile()]), width=width)
    torn = opened.page.evaluate(
        """[...document.querySelectorAll(".shelf thead th")].filter((head) => {
          const words = head.textContent.split(" ").length;
          const range = document.createRange();
          range.selectNodeContents(head);
          return range.getClientRects().length > words;
        }).map((head) => head.textContent)"""
    )
    assert torn == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_thousand_claims_are_shown_in_time(visit: Visitor) -> None:
    """First paint, use, and an answer, each in its time; and no more than its size.

    Until it can be used counts as the processor takes it: others may be at work here.
    On a machine that is slower in other work too, the limits grow as that work does.
    """
    text = report(crossing(2_000))
    assert len(text.encode()) < 2_000 * 7_000
    opened = visit(text, timeout=120_000)
    page = opened.page
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    best: dict[str, float] = {}
    for _ in range(3):
        opened.go()
        times = page.evaluate(
            """() => new Promise((done) => requestAnimationFrame(() => {
              const paint = performance.getEntriesByName("first-contentful-paint")[0];
              const [visit] = performance.getEntriesByType("navigation");
              done({paint: paint ? paint.startTime : visit.responseEnd,
                    usable: visit.domContentLoadedEventEnd});
            }))"""
        )
        taken = meter.send("Performance.getMetrics")["metrics"]
        (times["processor"],) = (
            1_000 * each["value"] for each in taken if each["name"] == "TaskDuration"
        )
        times["answer"] = page.evaluate(
            TIMED % "document.querySelector('input[data-id]').click()"
        )
        times["filter"] = page.evaluate(
            TIMED % "const box = document.getElementById('ct:words'); "
            "box.value = 'Claim 7'; box.dispatchEvent(new Event('input'))"
        )
        times["reference"] = page.evaluate(TIMED % REFERENCE)
        for key, value in times.items():
            best[key] = min(value, best.get(key, value))
    print(json.dumps(best))  # noqa: T201  # how near the limits are
    slower = max(1, best["reference"] / USUAL)
    assert best["paint"] < 300 * slower
    assert best["processor"] < 2_000 * slower
    assert best["answer"] < 200 * slower
    page.locator("#ct\\:all").click()
    opened_all = page.evaluate(TIMED % "document.getElementById('ct:open').click()")
    assert opened_all < 5_000 * slower
    assert page.locator("details.card[open]").count() == 2_000
    opened.assert_calm()


WIDER: Final = """[...document.querySelectorAll(".figure .node")].filter((node) => {
  const box = node.querySelector("rect, path:not(.way)");
  if (!box) return false;
  const wide = box.getBBox().width;
  return [...node.querySelectorAll("text:not(.point):not(.q)")].some(
    (text) => text.textContent !== "basis not recorded"
      && text.getBBox().width > wide + 1);
}).map((node) => node.textContent)"""
"""The names that do not fit their boxes."""


@pytest.mark.parametrize("made", [hostile, "crossing", None])
@pytest.mark.parametrize("family", ["", "monospace"])
def test_a_wide_font_stays_in_its_boxes(
    visit: Visitor, example: Dossier, made: object, family: str
) -> None:
    """A name wider than its box is drawn narrower, where its picture is seen."""
    many = crossing(12) if made == "crossing" else example
    text = report(made() if callable(made) else many)
    opened = visit(in_font(text, family) if family else text, height=30_000)
    page = opened.page
    page.locator("#ct\\:open").click()
    if family and made is None:
        # How soon it is done depends on the machine.
        drawn = "document.querySelectorAll('text[textLength]').length > 10"
        opened.until(drawn)
    opened.until(f"{WIDER}.length === 0")
    opened.assert_calm()


def in_font(text: str, family: str) -> str:
    """Return a page in a font of its own, which its policy allows."""
    style = text.split("<style>")[1].split("</style>", maxsplit=1)[0]
    forced = f"{style} svg text {{ font-family: {family} !important; }}"
    was, now = (
        base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()
        for each in (style, forced)
    )
    return text.replace(style, forced).replace(was, now)


def test_long_lists_are_shown_in_parts(visit: Visitor) -> None:
    """Fifty claims that fall, and fifty more at a click, until all are there."""
    dossier = crossing(300)
    takes = [each.id for each in disclosure.public(dossier).documents][:5]
    falls = impact(disclosure.public(dossier), retract=takes).falls
    assert 50 < len(falls) < 100
    opened = visit(report(dossier))
    opened.go("#without:" + ",".join(takes))
    entries = opened.page.locator(".fate-title.falls + .fates li")
    more = opened.page.locator(".fate-title.falls + .fates + button")
    assert entries.count() == 50
    assert more.text_content() == f"Show {len(falls) - 50} more"
    more.click()
    assert entries.locator("a").all_text_contents() == [*falls]
    assert more.is_hidden()
    opened.assert_calm()
