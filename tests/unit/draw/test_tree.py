"""Trees for the terminal: every link of every chain, and nothing that steers it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs
import pytest
from hypothesis import given, settings

from claimtrack import Attribution, Candidate, Chain, Dossier, Link, link
from claimtrack.dossier import format_source
from claimtrack.draw import LEGEND, claim_rows, draw_claim, draw_claims
from claimtrack.draw._lineage_rows import NAMED
from claimtrack.findings import clip
from claimtrack.lineage import Lineage, trace, voices
from claimtrack.records import FrozenMapping, Record, Source, limits
from claimtrack.testing import dossiers
from claimtrack.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "us-air-cover.claims.json"

Step: TypeAlias = tuple[str | None, tuple[Candidate, ...] | None, bool]
"""What chains must share to be drawn as one: source, candidates, whether a holder."""

UNSAFE: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories that could move, hide or break what a terminal shows."""

BRANCH: Final = re.compile(r"    (?:(?P<indent>(?:│  |   )*)[├└]─ )?(?P<shown>.*)")
LONGEST: Final = 200

some_dossiers = dossiers(
    max_sources=6, max_documents=1, max_claims=2, max_attributions=6, max_relations=1
)


def steps(attribution: Attribution) -> tuple[Step, ...]:
    """Return the steps of a chain."""
    spoken = len(voices(attribution.chain))
    return tuple(
        (each.source, each.candidates, index >= spoken)
        for index, each in enumerate(attribution.chain)
    )


def prefixes(chains: Iterable[tuple[Step, ...]]) -> list[tuple[Step, ...]]:
    """Return the beginnings of all chains once, each before what it goes on to."""
    inner: dict[Step, list[tuple[Step, ...]]] = {}
    for first, *rest in chains:
        inner.setdefault(first, []).extend([tuple(rest)] if rest else [])
    return [
        (first, *deeper)
        for first, rest in inner.items()
        for deeper in [(), *prefixes(rest)]
    ]


def drawn(dossier: Dossier) -> Iterator[tuple[Lineage, list[Attribution], list[str]]]:
    """Yield the lineage of each claim, its attributions, and the lines of its tree."""
    for claim in dossier.claims:
        found = trace(dossier, claim)
        ids = {*found.supported_by, *found.opposed_by, *found.uncommitted}
        mine = [each for each in dossier.attributions if each.id in ids]
        # Without chains there is no tree, and other rows follow.
        yield found, mine, branches(draw_claim(dossier, claim)) if mine else []


ROWS = ("    ends  ",)
"""With what the rows below a tree begin."""


def branches(text: str) -> list[str]:
    """Return the lines of the tree in a drawing: between its head and the rows."""
    lines = text.split("\n")[2:]
    rows = [n for n, line in enumerate(lines) if line.startswith(ROWS)]
    return lines[: rows[0]] if rows else lines


def named(step: Step, dossier: Dossier) -> str:
    """Return what the line of a link begins with."""
    source, candidates, is_holder = step
    shown = "…" if source is None else format_source(source, dossier)
    if candidates:
        shown = "" if is_holder else "one of: "
        shown += format_source(candidates[0].source, dossier)
    return clip(f"({shown}"[: LONGEST - 1] if is_holder else shown, LONGEST)[:-1]


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_every_link_is_shown_once_where_it_stands(dossier: Dossier) -> None:
    """A line for every beginning of a chain, indented by its place in the chain."""
    for _, mine, lines in drawn(dossier):
        expected = prefixes(steps(each) for each in mine)
        for path, line in zip(expected, lines, strict=True):
            match = BRANCH.fullmatch(line)
            assert match is not None
            indent = match["indent"]
            assert (0 if indent is None else len(indent) // 3 + 1) == len(path) - 1
            assert match["shown"].startswith(named(path[-1], dossier))


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_brackets_are_for_holders_and_for_ends(dossier: Dossier) -> None:
    """Round ones for who did not speak, square ones where the voices stop.

    And after a chain that does not support the claim, what it does.
    """
    same = View.of(dossier).sources.classes.least
    for found, mine, lines in drawn(dossier):
        shown = [BRANCH.sub(r"\g<shown>", line) for line in lines]
        at = {path: shown[n] for n, path in enumerate(prefixes(map(steps, mine)))}
        assert all(line.startswith("(") == path[-1][2] for path, line in at.items())
        for each in mine:
            spoken = steps(each)[: len(voices(each.chain))]
            if each.id in found.supported_by:
                key = same.get(str(spoken[-1][0]), spoken[-1][0])
                kinds = [end.kind for end in found.ends if end.source == key]
                marks = [f"  [{kind}" for kind in kinds] or [
                    "  [circular",
                    "  [goes on",
                ]
                assert any(mark in at[spoken] for mark in marks)
            else:
                word = "opposes" if each.id in found.opposed_by else "uncommitted"
                assert f"  [{word}]" in at[steps(each)]


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_a_mark_stands_at_each_source_that_all_hangs_on(dossier: Dossier) -> None:
    """Where it speaks, and nowhere else; it says whether it only passes on."""
    same = View.of(dossier).sources.classes.least
    for found, mine, lines in drawn(dossier):
        for path, line in zip(prefixes(map(steps, mine)), lines, strict=True):
            key = same.get(str(path[-1][0]), path[-1][0])
            is_marked = key in found.single_points and not path[-1][2]
            word = "bottleneck" if key in found.bottlenecks else "single point"
            assert (f"  ◆ {word}" in line) == is_marked


@settings(max_examples=20, deadline=None)
@given(some_dossiers)
def test_nothing_steers_the_terminal(dossier: Dossier) -> None:
    """Control and bidirectional characters are escapes, and no line is endless."""
    for claim in dossier.claims:
        lines = draw_claim(dossier, claim).split("\n")
        mine = dossier.attributions
        raw = {unicodedata.category(char) for line in lines for char in line}
        assert not raw & UNSAFE
        # An escaped character takes ten columns at most; a shared line adds up.
        assert all(len(line) < 10 * 4 * LONGEST * (len(mine) + 1) for line in lines)


@settings(max_examples=15, deadline=None)
@given(some_dossiers)
def test_the_same_is_drawn_the_same(dossier: Dossier) -> None:
    """Also when it comes from a file, and whatever the order of the other records."""
    turned = Dossier()
    for record in reversed(list(dossier.values())):
        if not isinstance(record, Attribution):
            turned.add(record)
    for attribution in dossier.attributions:
        turned.add(attribution)
    again = Dossier.loads(dossier.dumps())
    for claim in dossier.claims:
        expected = draw_claim(dossier, claim)
        assert draw_claim(dossier, claim) == expected
        assert draw_claim(turned, claim) == expected
        assert draw_claim(again, claim) == expected


def without_private(record: Record) -> Record:
    """Return a record without what no output may carry."""
    bare: Record = attrs.evolve(record, note=None, ext=FrozenMapping())
    if isinstance(bare, Source):
        return attrs.evolve(bare, anonymity=None)
    if not isinstance(bare, Attribution):
        return bare
    links = [
        attrs.evolve(each, at=None, occasion=None, embargo_until=None)
        for each in bare.chain
    ]
    return attrs.evolve(bare, recorded=None, chain=Chain(links=links))


@settings(max_examples=15, deadline=None)
@given(some_dossiers)
def test_what_is_private_changes_nothing(dossier: Dossier) -> None:
    """Notes, foreign data, reasons for anonymity, who recorded it, when it was said."""
    public = Dossier()
    for record in dossier.values():
        public.add(without_private(record))
    for claim in dossier.claims:
        assert draw_claim(public, claim) == draw_claim(dossier, claim)


@pytest.fixture
def told() -> Dossier:
    """Return a dossier of a few sources and one claim."""
    dossier = Dossier()
    dossier.outlet("UNN")
    dossier.outlet("Bloomberg")
    dossier.person("Keir Starmer", id="starmer")
    dossier.group("allies")
    dossier.unnamed("official", count="1")
    dossier.claim("T")
    return dossier


def tree(dossier: Dossier, *chains: Chain | Link | str) -> list[str]:
    """Return the lines of the tree of these chains."""
    for chain in chains:
        dossier.attribute("c1", chain)
    lines = branches(draw_claim(dossier, dossier.claims[0]))
    return [line.removeprefix("    ") for line in lines]


def test_chains_share_their_beginning_and_no_more(told: Dossier) -> None:
    """Links are one as long as everything outside them is one."""
    both = link("unn").citing("bloomberg")
    holder = Link(source="allies", attitude="belief")
    chains = [
        both.citing("starmer"),
        both.citing("unnamed-1").citing(holder),
        both.citing("unnamed-1"),
        link("unn").citing("starmer"),
        link("bloomberg").citing("starmer"),
        both.citing("allies"),
        both.citing(holder),
    ]
    assert tree(told, *chains) == [
        "UNN",
        "├─ Bloomberg  [goes on in another chain]",
        "│  ├─ Keir Starmer  [stated]",
        "│  ├─ ?official  [unnamed: 1 person]",
        "│  │  └─ (allies)  belief",
        "│  ├─ allies  [stated]",
        "│  └─ (allies)  belief",
        "└─ Keir Starmer  [stated]",
        "Bloomberg",
        "└─ Keir Starmer  [stated]",
    ]


def test_unnamed_sources_that_are_described_alike_remain_two(told: Dossier) -> None:
    """They may be two people."""
    other = told.unnamed("official", count="1")
    expected = ["UNN", *["├─ ?official  [unnamed: 1 person]"] * 2]
    expected[-1] = expected[-1].replace("├", "└")
    chains = [link("unn").citing("unnamed-1"), link("unn").citing(other)]
    assert tree(told, *chains) == expected


STATED: Final = "  ◆ single point  [stated]"

DETAILS: dict[str, tuple[Link, str, str]] = {
    "nothing": (Link(source="starmer"), "", STATED),
    "cue": (Link(source="starmer", cue="insisted"), "  “insisted”", STATED),
    "direct": (Link(source="starmer", mode="direct"), "  direct quote", STATED),
    "mixed": (Link(source="starmer", mode="mixed"), "  mixed quote", STATED),
    "indirect": (Link(source="starmer", mode="indirect"), "", STATED),
    "stance": (Link(source="starmer", stance="denies"), "  denies", "  [opposes]"),
    "attitude": (
        Link(source="starmer", attitude="desire", ascribed=False),
        "  desire",
        "  [uncommitted]",
    ),
    "factuality": (
        Link(source="starmer", factuality="PS-"),
        "  PS-",
        "  [opposes]",
    ),
    "addressee": (
        Link(source="starmer", addressee="bloomberg"),
        "  to Bloomberg",
        STATED,
    ),
    "addressee who is unnamed": (
        Link(source="starmer", addressee="unnamed-1"),
        "  to ?official",
        STATED,
    ),
    "everything": (
        Link(
            source="starmer",
            cue="said",
            mode="direct",
            stance="endorses",
            attitude="belief",
            ascribed=False,
            factuality="PR+",
            addressee="unn",
        ),
        "  “said”, direct quote, endorses, belief, PR+, to UNN",
        STATED,
    ),
}
"""Name → a link, what is shown of it beside its source, and the marks after it."""


@pytest.mark.parametrize("name", DETAILS)
def test_what_is_recorded_of_a_link_stands_beside_it(told: Dossier, name: str) -> None:
    """In words, and only what says more than the default."""
    recorded, shown, marks = DETAILS[name]
    expected = ["UNN", f"└─ Keir Starmer{shown}{marks}"]
    assert tree(told, link("unn").citing(recorded)) == expected


@pytest.mark.parametrize(
    "hidden",
    [
        Link(source="unnamed-1", addressee="bloomberg"),
        Link(candidates=[Candidate(source="starmer")], addressee="bloomberg"),
        Link(candidates=[], addressee="bloomberg"),
    ],
)
def test_to_whom_an_unnamed_source_spoke_is_not_shown(
    told: Dossier, hidden: Link
) -> None:
    """It would narrow down who that is."""
    shown = tree(told, link("unn").citing(hidden))
    assert "Bloomberg" not in "".join(shown)
    bare = attrs.evolve(hidden, addressee=None)
    again = Dossier.loads(told.dumps())
    assert tree(again, link("unn").citing(bare)) == shown


def test_what_several_chains_say_of_a_link_is_added_up(told: Dossier) -> None:
    """Once each, in their order."""
    chains = [
        link("unn").citing("starmer", cue="said"),
        link("unn").citing("starmer", cue="said", factuality="PR+"),
        link("unn").citing("starmer", cue="insisted", factuality="PR+"),
    ]
    expected = ["UNN", f"└─ Keir Starmer  “said”, PR+, “insisted”{STATED}"]
    assert tree(told, *chains) == expected


def test_ends_of_two_kinds_in_one_place_are_both_shown(told: Dossier) -> None:
    """One outlet was there for one of the chains, and read it for another.

    That a third does not say how it knows adds nothing.
    """
    chains = [link("unn", basis=each) for each in ("witnessed", "document", "unknown")]
    assert tree(told, *chains) == ["UNN  ◆ single point  [document]  [witnessed]"]


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (None, "?people  ◆ single point  [unnamed]"),
        ("1", "?people  ◆ single point  [unnamed: 1 person]"),
        ("3", "??people  ◆ single point  [unnamed: 3 people]"),
        ("2+", "??people  ◆ single point  [unnamed: 2 or more]"),
        ("1+", "?people  ◆ single point  [unnamed: 1 or more]"),
        ("2-5", "??people  ◆ single point  [unnamed: 2 to 5 people]"),
    ],
)
def test_an_unnamed_end_says_how_many_people(count: str | None, shown: str) -> None:
    """As far as it is recorded."""
    dossier = Dossier()
    dossier.claim("T")
    assert tree(dossier, link(dossier.unnamed("people", count=count))) == [shown]


@pytest.mark.parametrize(
    ("candidates", "shown"),
    [
        ([], "…"),
        ([Candidate(source="starmer")], "one of: Keir Starmer"),
        (
            [Candidate(source="starmer", weight=0.7), Candidate(source="unnamed-1")],
            "one of: Keir Starmer 0.7 or ?official",
        ),
    ],
)
def test_a_speaker_who_is_not_settled_is_an_open_end(
    told: Dossier, candidates: list[Candidate], shown: str
) -> None:
    """With those that it may be; as a holder in brackets, and no end."""
    speaker = Link(candidates=candidates)
    holder = Link(candidates=candidates, attitude="belief")
    inside = shown.removeprefix("one of: ")
    assert tree(told, link("unn").citing(speaker), link("unn").citing(holder)) == [
        "UNN  [goes on in another chain]",
        f"├─ {shown}  [open: speaker not settled]",
        f"└─ ({inside})  belief",
    ]


def test_speakers_who_may_be_different_people_remain_two(told: Dossier) -> None:
    """Two quotes that are not settled are not one because both are not."""
    chains = [
        link("unn").citing(Link(candidates=[Candidate(source=each)]))
        for each in ("starmer", "allies", "starmer")
    ]
    assert tree(told, *chains) == [
        "UNN",
        "├─ one of: Keir Starmer  [open: speaker not settled]",
        "└─ one of: allies  [open: speaker not settled]",
    ]


def test_long_texts_are_clipped() -> None:
    """Whatever their place: names, cues, addressees, candidates, the claim itself."""
    dossier = Dossier()
    key = "k" * limits.ID
    long = dossier.outlet("n" * limits.LINE)
    claim = dossier.claim("t" * limits.TEXT, id=key)
    said = Link(source=long, cue="c" * limits.LINE, addressee=long)
    several = Link(candidates=[Candidate(source=key)] * 100)
    for chain in (Chain(links=[long, said, "x" * limits.ID]), link(several)):
        dossier.add(Attribution(id=None, claim=key, chain=chain))
    text = draw_claim(dossier, claim)
    head = text.split("\n")[0]
    shown = "\n".join([head, *branches(text)])
    assert max(len(line) for line in text.split("\n")) < 8 * LONGEST
    runs = [len(match[0]) for match in re.finditer(r"(\w)\1{50,}", shown)]
    assert max(runs) < LONGEST
    assert min(runs) > LONGEST - 30
    assert len(runs) == 8


def test_a_source_that_is_not_there_is_shown_by_its_id(told: Dossier) -> None:
    """A dossier at work may lack it still: drawing says nothing of that."""
    told.add(Attribution(claim="c1", chain=["unn", Link(source="x", addressee="unn")]))
    assert tree(told) == ["UNN", "└─ x  ◆ bottleneck  [open]"]


BARE = Attribution(claim="c1", chain="unn")
LEAD = Attribution(claim="c1", chain="unn", placement="lead")
BODY = Attribution(claim="c1", chain="unn", placement="body")
GIVEN = Attribution(claim="c1", chain="unn", presupposed=True)


@pytest.mark.parametrize(
    ("attributions", "shown"),
    [
        ((), "fact · no chain: nobody is on record for it"),
        ((BARE,), "fact · 1 chain"),
        ((LEAD, BARE), "fact · 2 chains · lead"),
        ((LEAD, BODY, LEAD), "fact · 3 chains · body · lead"),
        ((GIVEN,), "fact · 1 chain · taken for granted"),
        ((GIVEN, BARE), "fact · 2 chains"),
    ],
)
def test_a_line_says_what_is_known_of_the_claim(
    told: Dossier, attributions: tuple[Attribution, ...], shown: str
) -> None:
    """Its kind, how many chains, where they stand, whether it is taken for granted."""
    for number, each in enumerate(attributions):
        told.add(attrs.evolve(each, id=f"x{number}"))
    text = draw_claim(told, told.claims[0])
    assert text.split("\n")[:2] == ["c1  T", f"    {shown}"]


def test_a_chain_of_ten_thousand_links_is_drawn() -> None:
    """Indented up to fifty levels, then numbered; its size stays linear."""
    dossier = Dossier()
    links = [link(dossier.outlet(f"O{n}")) for n in range(3)]
    dossier.claim("T")
    chain = Chain(links=[links[n % 3] for n in range(10_000)])
    dossier.add(Attribution(id="a", claim="c1", chain=chain))
    lines = tree(dossier)
    assert len(lines) == 10_000
    assert lines[1] == "└─ O1"
    assert lines[49] == f"{'   ' * 48}└─ O1"
    assert lines[50] == f"{'   ' * 48}└─ 51: O2"
    assert lines[-1] == f"{'   ' * 48}└─ 10000: O0  ◆ bottleneck  [circular]"


def test_the_example_is_drawn_with_every_source_of_its_chains() -> None:
    """Each claim's tree names every source of its chains, the publisher first."""
    dossier = Dossier.load(EXAMPLE)
    for _, mine, (first, *rest) in drawn(dossier):
        assert first.startswith("    UNN")
        shown = [BRANCH.sub(r"\g<shown>", line) for line in [first, *rest]]
        for each in mine:
            links = [named(step, dossier) for step in steps(each)]
            pairs = zip(shown, links, strict=True)
            assert all(line.startswith(name) for line, name in pairs)


def test_the_legend_explains_every_sign() -> None:
    """In one line."""
    assert "\n" not in LEGEND
    assert all(sign in LEGEND for sign in ("?x", "??x", "(x)", "◆"))


def test_what_the_chains_say_together_follows_the_tree(told: Dossier) -> None:
    """Row by row, always the same rows, then the reasons one below the other."""
    holder = Link(source="allies", attitude="belief")
    for inner in ("starmer", "unnamed-1"):
        chain = link("unn").citing("bloomberg").citing(inner)
        told.attribute("c1", chain.citing(holder) if inner == "unnamed-1" else chain)
    text = draw_claim(told, told.claims[0])
    assert text.partition("    ends  ")[2].split("\n")[:7] == [
        "         Keir Starmer [stated], ?official [unnamed: 1 person]",
        "    holders        allies",
        "    origins        Keir Starmer, ?official",
        "    individuals    1 to 2",
        "    independence   unestablished",
        "    bottlenecks    Bloomberg",
        "    single points  Bloomberg",
    ]
    why = [str(each) for each in trace(told, "c1").why]
    assert [line.strip() for line in text.split("\n")[-len(why) + 1 :]] == why[1:]


def test_rows_say_none_where_there_is_nobody(told: Dossier) -> None:
    """So that each row can be found in a pipe."""
    told.attribute("c1", link("unn", attitude="desire", ascribed=False))
    rows = dict(claim_rows(trace(told, "c1"), told))
    assert rows == {
        "ends": "none",
        "holders": "none",
        "origins": "none",
        "individuals": "0",
        "independence": "none",
        "bottlenecks": "none",
        "single points": "none",
    }


def test_of_many_names_some_are_counted(told: Dossier) -> None:
    """A row is read by people."""
    for number in range(NAMED + 5):
        who = told.person(f"P{number:02}")
        told.attribute("c1", link("unn").citing(who))
    rows = dict(claim_rows(trace(told, "c1"), told))
    assert rows["origins"].split(", ")[NAMED - 1 :] == ["P19", "and 5 more"]


def test_chains_of_claims_that_are_one_are_drawn_together(told: Dossier) -> None:
    """And it says which claims these are."""
    other = told.claim("U")
    told.relate("c1", "same-as", other)
    told.attribute("c1", "unn")
    told.attribute(other, "bloomberg")
    first, second = draw_claims(told, told.claims)
    assert first.split("\n")[1] == "    fact · 2 chains · counted with c2"
    assert second.split("\n")[1] == "    fact · 2 chains · counted with c1"
    assert branches(first) == branches(second)
    assert first == draw_claim(told, told.claims[0])


def test_sources_that_are_one_are_marked_under_each_name(told: Dossier) -> None:
    """A tree has the names that the chains have."""
    told.relate("bloomberg", "same-as", told.outlet("Bloomberg News"))
    chains = [link("unn").citing("bloomberg"), link("unn").citing("bloomberg-news")]
    assert tree(told, *chains) == [
        "UNN",
        "├─ Bloomberg  ◆ bottleneck  [open]",
        "└─ Bloomberg News  ◆ bottleneck  [open]",
    ]


def test_a_circle_and_a_way_out_of_one_are_told_apart(told: Dossier) -> None:
    """Who goes by each other has no origin, until one of them says from whom."""
    circle = [link("unn").citing("bloomberg"), link("bloomberg").citing("unn")]
    assert tree(told, *circle) == [
        "UNN",
        "└─ Bloomberg  [circular]",
        "Bloomberg",
        "└─ UNN  [circular]",
    ]
    assert tree(told, link("bloomberg").citing("starmer")) == [
        "UNN",
        "└─ Bloomberg  ◆ bottleneck  [goes on in another chain]",
        "Bloomberg  ◆ bottleneck",
        "├─ UNN  [goes on in another chain]",
        "└─ Keir Starmer  ◆ single point  [stated]",
    ]
