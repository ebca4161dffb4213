"""The report as text: what it says, what is in it once, and what never is."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

import attrs
import pytest
from hypothesis import given, settings

from claimtrack import (
    Dossier,
    MissingExtra,
    UnreviewedDraft,
    disclosure,
    lineage,
    link,
    nobody,
)
from claimtrack.draw import index, report, site
from claimtrack.draw._html import _templates
from claimtrack.draw._html._element_ids import element_id, fragment
from claimtrack.draw._html._report_page import PUBLIC_RULES
from claimtrack.draw._html._spans import Span, inline, visible
from claimtrack.lint import RULES, Config, check
from claimtrack.records import (
    ALWAYS_PRIVATE,
    Anonymity,
    Assessment,
    Attribution,
    Candidate,
    Claim,
    Condition,
    Count,
    Link,
    Quantity,
    Rating,
    Recorded,
    Response,
    Source,
)
from claimtrack.scales import Confidence
from claimtrack.testing import dossiers
from claimtrack.when import When
from page_cases import BREAKERS, awkward, crossing, hostile, right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

EXAMPLE: Final = (
    Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"
)

VOID: Final = ("meta", "input", "br", "path", "rect", "circle")


INLINE: Final = ("a", "b", "bdi", "code", "i", "span", "strong")

TIDY: Final = re.compile(r" ([,.;:)])")


class Reader(HTMLParser):
    """Reads a page: its text by the elements that are open, and its attributes."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element."""
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(str(value))
            if name == "href":
                self.links.append(str(value))
        if tag not in INLINE:
            self.text.append((tag, " "))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take note of text."""
        self.text.append((self.open[-1] if self.open else "", data))


def read(page: str) -> Reader:
    """Return what a page has, where each element that is open is closed."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def words(page: str) -> str:
    """Return what a reader sees of a page, with single spaces."""
    found = (d for where, d in read(page).text if where not in ("style", "script"))
    return " ".join("".join(found).split())


@pytest.fixture(scope="module")
def example() -> Dossier:
    """Return the dossier of the examples."""
    return Dossier.load(EXAMPLE)


def full() -> Dossier:
    """Return a dossier in which something of each kind is."""
    d = Dossier(title="Night ferry", lang="en")
    post = d.outlet("Post", url="https://example.org/", country="GB")
    wire = d.add(
        Source(
            id="wire",
            kind="outlet",
            name="Wire",
            aka=["The Wire", "W"],
            same_as=["https://example.org/wire"],
        )
    )
    twin = d.outlet("Wire", id="wire-2")
    d.relate(wire, "same-as", twin)
    mayor = d.person("Mayor", role="mayor of the port", affiliations=[post])
    crowd = d.add(Source(id="crowd", kind="crowd", name="people at the quay"))
    lost = d.add(Source(id="lost", kind="unresolved", name="somebody"))
    aide = d.unnamed("an aide", count=Count(min=1, max=1))
    crews = d.unnamed("crews", count="2+")
    owners = d.add(Source(id="owners", kind="group", name="the owners"))
    paper = d.document(
        "report",
        "Log of the harbour",
        published="2024-05-01",
        publisher=post,
        authors=[mayor],
        url="https://example.org/log",
    )
    plan = d.document("article", "Plan", published="2024~", status="draft")
    old = d.document("article", "Undated")
    stops = d.claim("The ferry stops in May.", lang="en", about=[post, "ex:ferry"])
    runs = d.claim("The ferry runs on.")
    more = d.add(
        Claim(
            id="more",
            text="T" * 600,
            kind="allegation",
            quantity=Quantity(min=3, max=3, unit="ferries"),
            condition=Condition(text="the weather holds", claim=runs.id),
            holds=When.parse("2024-06"),
            response=Response(outcome="declined"),
        )
    )
    least = d.add(Claim(id="least", text="Few came.", quantity=Quantity(min=3)))
    most = d.add(Claim(id="most", text="Many came.", quantity=Quantity(max=4)))
    some = d.add(Claim(id="some", text="Some came.", quantity=Quantity(min=3, max=4)))
    unsaid = d.claim("Nobody says so.")
    d.attribute(unsaid, nobody(at="2024-03"))
    d.relate(stops, "contradicts", runs)
    d.relate(stops, "supersedes", runs)
    d.relate(more, "inferred-from", stops)
    d.relate(more, "presupposes", runs)
    said = d.attribute(
        stops,
        link(post, at="2024-05-02")
        .citing(wire, cue="reports", mode="direct", document=paper)
        .citing(mayor, cue="said", basis="witnessed", at="2024-05"),
        document=plan,
        placement="headline",
    )
    d.attribute(stops, link(post).citing(aide, at="2024-04-30"), document=paper)
    d.attribute(
        stops,
        link(wire, basis="document", evidence=[paper, old]),
        document=old,
        presupposed=True,
    )
    d.attribute(runs, link(post).citing(mayor, stance="denies"))
    d.attribute(
        runs,
        link(post, at=When(text="last spring"))
        .citing(crews, ground_rules="background")
        .citing(owners, attitude="belief")
        .citing(lost, attitude="desire"),
    )
    d.attribute(
        more,
        link(post).citing(
            Link(candidates=[Candidate(source="wire"), Candidate(source=mayor.id)])
        ),
    )
    d.attribute(more, link(post).citing(Link(candidates=[])))
    d.attribute(more, link(post).citing(mayor, factuality="CT-"))
    d.attribute(more, link(post).citing(mayor, negated=True, hypothetical=True))
    for number in range(4):
        told = d.outlet(f"Copy {number}")
        d.attribute(least, link(told).citing(wire).citing(crowd), document=plan)
    d.attribute(most, link(post).citing(wire))
    d.attribute(most, link(wire).citing(post))
    d.attribute(some, link(post).citing(mayor, attitude="knowledge", ascribed=False))
    d.attribute(some, link(wire).citing(aide))
    d.attribute(some, link(wire).citing(crews))
    judge(d, stops, said)
    return d


def judge(d: Dossier, stops: Claim, said: Attribution) -> None:
    """Add judgements and notices."""
    d.assess("wire", by="post", confidence=[Confidence("admiralty-reliability", "B")])
    d.assess("post", confidence=[Confidence("admiralty-reliability", "A")])
    d.assess("mayor", confidence=[Confidence("admiralty-reliability", "B")])
    d.add(
        Assessment(
            id="verdict-1",
            subject=stops.id,
            verdict="Half true",
            rating=Rating(value=2, best=5, worst=1),
            by="post",
            at=When.parse("2024-07"),
            url="https://example.org/check",
        )
    )
    d.add(Assessment(id="verdict-2", subject=stops.id, rating=Rating(best=5, worst=1)))
    d.notice("correction", stops, by="post", at="2024-08", was="June", now="May")
    d.notice("retraction", said)
    d.notice("update", "wire", at="2024-09/..")
    d.notice("update", "plan", at="XXXX-10")


def test_it_says_what_is_known() -> None:
    """One sentence of each kind is there."""
    text = words(report(full()))
    told = (
        "Post, citing Wire, citing Mayor",
        "4 outlets (Copy 0, Copy 1, Copy 2 and 1 more), citing Wire",
        "Post, denying Mayor",
        "a speaker who is not settled: Wire, Mayor",
        "nobody on record",
        "Nobody on record says so",
        "said”, was there: as certain",
        "an aide: unnamed, 1 person",
        "crews: unnamed, 2 or more people",
        "does not say how it knows",
        "rests on a document: Log of the harbour, Undated",
        "cites in a circle",
        "No origin on record",
        "Independence not established",
        "(bottleneck)",
        "Read in the headline of Plan.",
        "The text takes it for granted.",
        "This chain opposes the claim.",
        "This chain commits to nothing.",
        "said to believe it, did not speak",
        "is said not to have said so",
        "To raise it:",
        "The desk:",
        "(this one supersedes it)",
        "(supersedes this one)",
        "(concluded from it)",
        "(taken for granted)",
        "(only if this holds)",
        "3 ferries",
        "at least 3",
        "at most 4",
        "3 to 4",
        "the time 2024-06",
        "on the condition: the weather holds",
        "those concerned were asked: declined",
        "correction (2024-08) by Post, was “June”, now “May”",
        "“Half true”, rated 2, by Post, 2024-07, where it stands",
        "rated no value, by nobody on record",
        "Admiralty code, reliability of the source: B, usually reliable, by Post",
        "also called The Wire, W",
        "not published: draft",
        "last spring",
        "in words alone",
        "which has no year",
        "which has no end",
        "2024~ (about)",
        "1 document without a date.",
        "The desk's waivers are not part of this view.",
        "not identified",
    )
    assert [each for each in told if each not in text] == []
    assert "2024-04-30" not in text
    # Figures and lists read as sentences do.
    for each in (
        "▼ 2 of 7 fall, ◐ 2 weakened",
        "▼ 1 of 7 falls",
        "◐ 2 of 7 weakened",
        "▼ 2 claims fall, ◐ 2 weakened without it",
        "◐ 2 claims are weakened without it",
        "nothing falls without it",
        "The document “Plan” was published (c1, least)",
        "Post said so (c2): in words alone",
        "country: GB",
        "Asked for by: AP",
        "Rule: headline-speaker-not-in-body",
    ):
        assert each in text
    # When an unnamed source spoke is nobody's business, not even in a private view.
    assert "2024-04-30" not in report(full(), include_private=True)


def test_what_is_weakened_is_hatched() -> None:
    """In bars, as what is uncertain is on the axis: colour is never alone."""
    page = report(full())
    bars = page.split('class="bars"')[1].split("</ul>")[0]
    assert bars.count('class="weakened" x="28.57%" width="28.57%"') == 2
    for each in ("ct:weak", "ct:hatch"):
        assert page.count(f'<pattern id="{each}"') == 1
        assert f'fill: url("#{each}")' in page
    assert "<title>2024~: The document “Plan” was published</title></rect>" in page


def test_ids_are_in_the_order_of_their_numbers() -> None:
    """The second comes before the tenth, in figures as in findings."""
    text = words(report(crossing(500)))
    assert "Outlet 0, Outlet 1, Outlet 2, Outlet 3, Outlet 4 and 7 more" in text
    assert "25 contradictions c16 against c286, c34 against c57, c123" in text
    listed = text.partition("attribution ends at Outlet 0, which does not say how")[2]
    first = re.findall(r"c(\d+),", listed[:200])
    assert len(first) > 20
    assert first == sorted(first, key=int)


def test_the_example_answers_its_questions(example: Dossier) -> None:
    """The head, the seven figures, the bars, and the two that have one name."""
    text = words(report(example))
    assert "28 of 36 claims fall if Bloomberg retracts." in text
    assert "25 claims have no origin on record" in text
    assert "0 claims rest on independent origins" in text
    assert "1 claim grew on the way" in text
    assert "2 contradictions c13 against c23, c15 against c23" in text
    assert "European officials unnamed-1" in text
    assert "15 claims c03, c07" in text
    assert "Bloomberg (bottleneck), one source (single point)" in text


def test_an_empty_dossier_says_so() -> None:
    """Each section has its sentence."""
    text = words(report(Dossier()))
    for sentence in (
        "A dossier without a title",
        "0 claims.",
        "No single source takes a claim with it.",
        "Tick a source",
        "This dossier has no claims yet.",
        "This dossier has no sources yet.",
        "No event has a date.",
        "No findings.",
    ):
        assert sentence in text
    assert "Matrix" not in text
    assert "There are no dossiers yet." in words(index([]))
    assert "No chain has a source yet." in words(index([Dossier()]))


@pytest.mark.parametrize("made", [full, hostile, awkward, right_to_left])
def test_a_page_is_sound(made: Callable[[], Dossier]) -> None:
    """Each element is closed, no id is double, and each link leads somewhere."""
    found = read(report(made()))
    assert len(found.ids) == len(set(found.ids))
    inner = {each for each in found.links if each.startswith("#")}
    assert {unquote(each[1:]) for each in inner} <= set(found.ids)
    others = [each for each in found.links if not each.startswith("#")]
    assert all(each.startswith(("https://", "mailto:")) for each in others)
    assert "style" not in found.attributes
    assert not [each for each in found.attributes if each.startswith("on")]


def test_nothing_of_a_hostile_text_becomes_markup() -> None:
    """All of it is text, and what cannot be seen is written out."""
    page = report(hostile())
    found = read(page)
    seen = "".join(data for _, data in found.text)
    for text in BREAKERS:
        assert visible(text) in seen
    assert not re.search(r"[\u202e\u2066\u200f\u00ad\u0007\u2028]", page)
    assert page.count("<script") == 2
    assert page.count("</script>") == 2
    json.loads(page.split('id="ct:data">')[1].split("</script>")[0])


def test_the_policy_names_the_style_and_the_script_by_their_bytes() -> None:
    """And forbids all else."""
    page = report(Dossier())
    policy = page.split('content="', 1)[1].split('">', 1)[0]
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        inside = page.rsplit(f"<{tag}>", 1)[1].split(f"</{tag}>", 1)[0]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{rule} 'sha256-{digest}';" in policy
    for rule in ("default-src 'none'", "base-uri 'none'", "form-action 'none'"):
        assert rule in policy
    assert "require-trusted-types-for 'script'; trusted-types 'none'" in policy
    assert page.index("charset") < page.index(policy) < page.index("<style>")


@settings(max_examples=settings().max_examples // 2)
@given(dossiers())
def test_any_dossier_has_a_page(dossier: Dossier) -> None:
    """The same one each time, whose data say what dependence says."""
    page = report(dossier, unreviewed=True)
    assert page == report(dossier, unreviewed=True)
    read(page)
    shown = disclosure.public(dossier)
    data = json.loads(page.split('id="ct:data">')[1].split("</script>")[0])
    ids = data["ids"]
    rows = {
        ids[row[0]]: (
            {ids[each] for each in [row[0], *row[2], *claims]},
            {ids[each] for each in row[3]},
        )
        for claims, each_row in data["classes"]
        for row in each_row
        if row[1] == 1
    }
    assert rows == {
        each.attribution: ({*each.taken_by}, {*each.carries})
        for each in lineage.dependence(shown)
    }
    assert ids[: data["claims"]] == sorted(each.id for each in shown.claims)


def test_what_is_private_changes_no_byte() -> None:
    """Notes, waivers, anonymity: the public page is the same with and without."""
    plain, secret = full(), full()
    for made in (plain, secret):
        made.add(Source(id="deep", kind="unnamed", description="a hand", count="1"))
        claim = made.claim("It rains.", id="rain")
        made.attribute(claim, "Post < deep")
    told = secret["deep"]
    assert isinstance(told, Source)
    anonymity = Anonymity(reason="fears for the job", known_to=["editor"])
    secret.replace(attrs.evolve(told, note="Call at six", anonymity=anonymity))
    secret.waive("CT201", "deep", reason="agreed", by="the desk")
    assert report(plain) == report(secret)
    assert index([plain]) == index([secret])


def test_a_private_page_has_the_waivers_and_says_what_it_is() -> None:
    """Waived findings are gone; each printed page says that it is not for others."""
    d = Dossier(title="Ferry")
    aide = d.unnamed("an aide", count="1")
    d.attribute(d.claim("It stops."), link(d.outlet("Post")).citing(aide))
    found = {each.code for each in check(d)}
    assert "CT201" in found
    d.waive("CT201", aide, reason="agreed with the editor", by="the desk")
    assert "CT201" in words(report(d))
    whole = report(d, include_private=True)
    assert "CT201" not in words(whole)
    assert "Do not pass it on." in words(whole)
    assert 'class="private-page"' in whole
    assert 'class="private-page"' not in report(d)
    assert "Do not pass it on." in words(index([d], include_private=True))


def test_rules_that_read_what_is_private_are_left_out_of_public_pages() -> None:
    """They would find that it is missing, where it is only not shown."""
    private = {"CT111", "CT204", "CT205", "CT206", "CT208"}
    assert {*RULES} - {*PUBLIC_RULES} == private


def without(dossier: Dossier, fields: Collection[str]) -> Dossier:
    """Return a dossier without these fields of its records."""
    data = json.loads(dossier.dumps())
    data["records"] = [
        {name: value for name, value in record.items() if name not in fields}
        for record in data["records"]
    ]
    return Dossier.loads(json.dumps(data))


@settings(max_examples=settings().max_examples // 2)
@given(dossiers())
def test_the_other_rules_find_the_same_without_private_fields(dossier: Dossier) -> None:
    """Whatever notes, reasons for anonymity and foreign data there are."""
    plain = without(dossier, ())
    bare = without(dossier, ALWAYS_PRIVATE)
    codes = {*PUBLIC_RULES}

    def found(made: Dossier) -> list[tuple[str, str | None, str]]:
        every = check(made, rules=PUBLIC_RULES)
        return [(e.code, e.record, e.message) for e in every if e.code in codes]

    assert found(plain) == found(bare)


def test_a_draft_is_refused_unless_asked_for_and_says_what_it_is() -> None:
    """A page of it says so at its top; so does an index."""
    d = Dossier(title="Ferry")
    tool = Recorded(method="tool")
    d.attribute(d.claim("It stops."), "Post < Ann", recorded=tool, id="a1")
    with pytest.raises(UnreviewedDraft):
        report(d)
    with pytest.raises(UnreviewedDraft):
        index([d])
    with pytest.raises(UnreviewedDraft):
        next(site([d]))
    text = words(report(d, unreviewed=True))
    assert "Drafted by a tool, reviewed by nobody" in text
    assert text.index("Drafted by a tool") < text.index("Overview")
    assert "Partly drafted by a tool, reviewed by nobody" in words(
        index([d], unreviewed=True)
    )


def test_settings_and_the_day_are_given() -> None:
    """What the config leaves out is not shown; waivers end on the day that is given."""
    d = Dossier(title="Ferry")
    aide = d.unnamed("an aide", count="1")
    d.attribute(d.claim("It stops."), link(d.outlet("Post")).citing(aide))
    d.waive("CT201", aide, reason="agreed", by="the desk", until="2024-01-01")
    config = Config().with_choice(ignore=("CT201",))
    assert "CT201" not in words(report(d, config=config))
    early, late = date(2023, 1, 1), date(2025, 1, 1)
    assert "CT201" not in words(report(d, include_private=True, today=early))
    assert "CT201" in words(report(d, include_private=True, today=late))


def test_the_index_has_the_worst_first_and_sources_over_all() -> None:
    """One source by its id; another by its name alone, which is said."""
    one = Dossier(title="One", base="https://example.org/d/")
    two = Dossier(title="Two", base="https://example.org/d/")
    three = Dossier(title="Three")
    for made, wire in ((one, "Wire"), (two, "The Wire"), (three, "Wire")):
        made.add(Source(id="wire", kind="outlet", name=wire))
        made.add(Source(id="post", kind="outlet", name="Post"))
        aide = made.unnamed("an aide", count="2+")
        made.attribute(
            made.claim(f"It stops in {made.title}."), link("post").citing("wire")
        )
        made.attribute(made.claim("It goes."), link("post").citing(aide))
    for number in range(6):
        two.attribute(
            two.claim(f"C{number}"), link("post").citing("wire"), placement="headline"
        )
        two.attribute(two.claim(f"D{number}"), link("post").citing("wire"))
    page = index([one, two, three])
    text = words(page)
    assert "Wire one by name alone outlet 15 0 One, Three, Two" in text
    assert "Post one by name alone outlet 18 0" in text
    # Under one base an id says that it is one source, named or not.
    assert "an aide unnamed 2 0 One, Two" in text
    assert "an aide unnamed 1 0 Three" in text
    assert [e for e in read(page).links if e.endswith(".html")][:3] == sorted(
        {"One.html", "Two.html", "Three.html"},
        key=lambda name: text.index(name.removesuffix(".html")),
    )
    names = [name for name, _ in site([one, two], labels=["a/b", "A-b"])]
    assert names == ["a-b.html", "A-b-2.html", "index.html"]
    assert 'href="index.html"' in dict(site([one]))["One.html"]


def test_an_index_counts_what_it_does_not_name() -> None:
    """The sources after the first 200, and the dossiers of a source after five."""
    shelf: list[Dossier] = []
    for number in range(7):
        made = Dossier(title=f"D{number}")
        post = made.outlet("Post")
        for person in range(40):
            named = made.person(f"P{number}-{person}")
            made.attribute(made.claim(f"C{person}"), link(post).citing(named))
        shelf.append(made)
    text = words(index(shelf))
    assert "D0, D1, D2, D3, D4 and 2 more" in text
    assert "and 81 more" in text


def test_many_claims_are_counted_where_they_cannot_all_be_named() -> None:
    """Lists end somewhere; the page is linear in its claims."""
    small, large = (report(crossing(number)) for number in (60, 210))
    assert len(large) / 210 < 1.15 * len(small) / 60
    assert len(large) / 210 < 7_000
    text = words(large)
    assert "more claims have rarer patterns" in text
    assert '<body class="many">' in large
    assert "and 1 more chain" in words(report(crossing(60)))


def test_a_timeline_is_as_long_as_it_has_events() -> None:
    """The first forty have a bar; all are in the list."""
    d = Dossier(title="Days")
    post = d.outlet("Post")
    claim = d.claim("It rains.")
    for day in range(1, 29):
        for month in ("01", "02"):
            paper = d.document(
                "article", f"P{month}-{day}", published=f"2024-{month}-{day:02}"
            )
            d.attribute(claim, link(post), document=paper)
    page = report(d)
    assert "The first 40 of 56 events have a bar." in words(page)
    assert page.count('class="exact"') == 40


def test_one_day_is_wide_enough_to_be_seen() -> None:
    """Where all happened on one day, too."""
    d = Dossier(title="Day")
    paper = d.document("article", "P", published="2024-01-01")
    d.attribute(d.claim("It rains."), link(d.outlet("Post")), document=paper)
    assert 'x="0" y="3" width="4"' in report(d)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the line that installs it."""
    _templates.environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtra, match=r'pip install "claimtrack\[report\]"'):
        report(Dossier())
    monkeypatch.undo()
    assert report(Dossier()).startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("record", "element"),
    [
        ("c1", "c1"),
        ("findings", "r:findings"),
        ("ct:data", "r:ct:data"),
        ("r:x", "r:r:x"),
        ("without:x", "r:without:x"),
        ("Findings", "Findings"),
    ],
)
def test_a_record_has_its_own_id_in_the_page(record: str, element: str) -> None:
    """A record has its own id, unless the page needs that."""
    assert element_id(record) == element
    assert fragment(record).startswith("#")


@pytest.mark.parametrize(
    ("address", "is_link"),
    [
        ("https://example.org/", True),
        ("HTTP://example.org", True),
        ("mailto:desk@example.org", True),
        ("http:///no-host", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/ x", False),
        ("https://example.org/\u202ex", False),
        ("ftp://example.org/", False),
        ("//example.org/", False),
        ("#c1", True),
        ("Night-ferry.html", True),
    ],
)
def test_only_harmless_addresses_become_links(address: str, *, is_link: bool) -> None:
    """Only what a browser may open without harm becomes one."""
    assert ("<a " in inline([Span("x", "name", address)])) is is_link
