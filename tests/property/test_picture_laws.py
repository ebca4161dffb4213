"""Pictures in SVG: nothing meets, nothing leaves its box, nothing is obeyed."""

from __future__ import annotations

import functools
import importlib.util
import itertools
import runpy
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import attrs
import pytest
from hypothesis import given, settings

from branching import NAMES, make_branching
from claimtrack import Dossier, Link
from claimtrack.draw import draw_svg
from claimtrack.draw._svg._advance import measure
from claimtrack.testing import dossiers
from cpu_time import least_seconds, times_as_long
from picture_boxes import Box, read_pictures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from picture_boxes import Drawn, DrawnNode, Label

    Measure = Callable[[str, float], float]

ADVANCES: Final[dict[str, Any]] = runpy.run_path(
    str(Path(__file__).parents[2] / "scripts/advances.py")
)

SEEDS: Final = 200
"""Random dossiers that branch, of which a default run takes the first few."""

UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
"""Unicode categories of what could hide or turn something."""


def font(path: Path) -> Measure:
    """Return what measures text as a font has it."""
    advances: dict[int, int] = ADVANCES["read_advances"](path)

    @functools.cache
    def advance(char: str) -> float:
        if unicodedata.category(char) in ("Mn", "Me", "Cf"):
            return 0
        if ord(char) in advances:
            return advances[ord(char)] / 1000
        return 1.36 if unicodedata.category(char) == "So" else 1.0

    return lambda text, size: size * sum(map(advance, text))


def fonts() -> dict[str, Measure]:
    """Return what measures text: a wide font, one of equal widths, what is here."""
    spec = importlib.util.find_spec("matplotlib")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "mpl-data/fonts/ttf"
    paths = {
        **ADVANCES["find_fonts"](ADVANCES["FOLDER"]),
        **{each: folder / f"{each}.ttf" for each in ("DejaVuSans", "DejaVuSansMono")},
    }
    return {"the table": measure, **{name: font(path) for name, path in paths.items()}}


FONTS: Final = fonts()


def faults(picture: Drawn, measured: Measure) -> Iterator[str]:
    """Yield what is wrong with a picture where letters are as wide as this says."""
    extents = [each.extent(measured) for each in picture.nodes]
    words = [each.box(measured) for each in picture.words]
    for one, other in itertools.combinations([*extents, *words], 2):
        if one.meets(other):
            yield f"{one} meets {other}"
    for each in (*extents, *words):
        if not picture.view.holds(each):
            yield f"{each} leaves the picture"
    for node in picture.nodes:
        for label in inside(node):
            assert node.outline is not None
            if not node.outline.holds(label.box(measured)):
                yield f"{label} leaves its box {node.outline}"


def inside(node: DrawnNode) -> list[Label]:
    """Return the lines of text that stand in the box of a node."""
    box = node.outline
    return [e for e in node.labels if box is not None and box.top < e.y < box.bottom]


def crossings(picture: Drawn) -> Iterator[str]:
    """Yield where an arrow goes through a box or through its words."""
    taken = [
        Box(each.left + 1, each.top + 1, each.right - 1, each.bottom - 1)
        for node in picture.nodes
        for each in (*node.shapes, *(label.box(measure) for label in node.labels))
        if each.right - each.left > 2
    ]
    for line in picture.lines:
        for (x, y), (to_x, to_y) in itertools.pairwise(line):
            part = Box(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))
            if not picture.view.holds(part):
                yield f"{part} leaves the picture"
            yield from (f"{part} crosses {box}" for box in taken if box.meets(part))


def check(seed: int, measured: Measure) -> None:
    """Check the pictures of a dossier that branches."""
    drawn = draw_svg(make_branching(seed))
    pictures, sentences = read_pictures(drawn)
    assert len(pictures) == 2
    for each in pictures:
        assert [*faults(each, measured)] == []
    width = float(drawn.partition(' width="')[2].partition('"')[0])
    assert all(each.box(measured).right <= width for each in sentences)


@pytest.mark.parametrize("name", FONTS)
def test_no_label_leaves_its_box_and_no_two_boxes_meet(name: str) -> None:
    """Rings, words and ends are part of a box; no word of an arrow is over one."""
    for seed in range(6):
        check(seed, FONTS[name])


@pytest.mark.long
@pytest.mark.parametrize("name", FONTS)
def test_the_same_on_many_dossiers(name: str) -> None:
    """With each font that is here."""
    for seed in range(SEEDS):
        check(seed, FONTS[name])


@pytest.mark.long
def test_no_arrow_goes_through_a_box() -> None:
    """Nor through the words above and below one, on as many dossiers."""
    for seed in range(SEEDS):
        for picture in read_pictures(draw_svg(make_branching(seed)))[0]:
            assert [*crossings(picture)] == []


def test_arrows_go_between_boxes() -> None:
    """The same on a few."""
    for seed in range(4):
        for picture in read_pictures(draw_svg(make_branching(seed)))[0]:
            assert picture.lines
            assert [*crossings(picture)] == []


def test_the_dossiers_branch() -> None:
    """Else the laws above would say little."""
    pictures = [
        p for s in range(20) for p in read_pictures(draw_svg(make_branching(s)))[0]
    ]
    assert max(len(each.nodes) for each in pictures) > 15
    assert sum(len(each.lines) for each in pictures) > 300
    kinds = {kind for each in pictures for node in each.nodes for kind in node.kinds}
    assert {"unsettled", "repeaters", "document", "unnamed", "crowd"} <= kinds
    words = {label.text for each in pictures for label in each.words}
    assert {"denies", "opposes", "uncommitted"} <= words


@settings(max_examples=settings().max_examples // 2)
@given(dossiers(max_judgements=0))
def test_any_dossier_is_drawn_so_that_nothing_meets(dossier: Dossier) -> None:
    """Same-as sources, odd ids and documents among them; and the same each time."""
    drawn = draw_svg(dossier, include_private=True, unreviewed=True)
    for each in read_pictures(drawn)[0]:
        assert [*faults(each, measure)] == []
    again = Dossier.loads(dossier.dumps())
    assert draw_svg(again, include_private=True, unreviewed=True) == drawn


def hostile() -> Dossier:
    """Return a dossier in which each name could do something."""
    d = Dossier(title="</title><script>alert(1)</script>")
    odd = ("</text><script>", "]]>", "javascript:alert(1)", "${x}{{y}}", "a\ufffeb")
    for name in (*NAMES, *odd):
        claim = d.claim(f"{name} & {name}"[:900])
        d.attribute(claim, d.outlet(name).citing(d.person(f"{name} jr"[:900])))
    return d


def test_no_name_is_obeyed_and_none_hides_anything() -> None:
    """Markup is text, and what turns or hides is shown by its number."""
    drawn = draw_svg(hostile())
    root = ET.fromstring(drawn)  # noqa: S314  # we wrote it
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert tags <= {
        "svg",
        "title",
        "desc",
        "style",
        "g",
        "rect",
        "path",
        "circle",
        "text",
        "tspan",
    }
    names = {name for each in root.iter() for name in each.attrib}
    assert not {each for each in names if each.startswith(("on", "style", "href"))}
    assert "⟨U+202E⟩" in drawn
    assert "⟨U+FFFE⟩" in drawn
    hidden = {char for char in drawn if unicodedata.category(char) in UNSEEN}
    assert hidden == {"\n", "\N{ZERO WIDTH JOINER}"}


def test_the_whole_of_a_long_name_comes_up() -> None:
    """It is cut in its box, and is there for who looks for it."""
    word = "W" * 900
    d = Dossier()
    d.attribute(d.claim("T" * 10_000), d.outlet(word).citing(d.person("Ann")))
    drawn = draw_svg(d)
    ((picture,), sentences) = read_pictures(drawn)
    assert [each.title for each in picture.nodes] == [word, ""]
    assert [len(each.labels) for each in picture.nodes] == [4, 3]
    assert sentences[-1].text.endswith("…")
    assert f"<title>{'c1: ' + 'T' * 10_000}</title>" in drawn
    for measured in FONTS.values():
        assert [*faults(picture, measured)] == []


def test_what_is_private_changes_nothing() -> None:
    """Two dossiers that differ in private fields alone have one picture."""
    one, other = make_branching(3), make_branching(3)
    for each in [*other.values()]:
        changed: Any = attrs.evolve(each, note="secret")
        other.replace(changed)
    assert draw_svg(one) == draw_svg(other)
    assert "secret" not in draw_svg(other, include_private=True)


@pytest.mark.long
def test_time_and_size_grow_with_the_claims() -> None:
    """Four times as many claims take four times as long, to 2,000 of them."""
    small, large = (make_branching(5, claims=count) for count in (500, 2_000))
    assert len(draw_svg(large)) < 5 * len(draw_svg(small))
    drawn = functools.partial(draw_svg, large), functools.partial(draw_svg, small)
    assert times_as_long(*drawn, runs=2) < 7


@pytest.mark.long
def test_long_chains_and_many_chains_are_drawn() -> None:
    """A chain of 10,000 links that is taken up everywhere; 3,000 chains on a claim."""
    d = Dossier()
    long = [Link(source=d.outlet(f"Outlet {n}").id) for n in range(5_000)]
    claim = d.claim("It rains.")
    d.attribute(claim, long + long)
    for n in range(3_000):
        d.attribute(claim, [Link(source=d.outlet(f"Other {n}").id), long[n], long[0]])
    assert least_seconds(functools.partial(draw_svg, d), 1) < 60
