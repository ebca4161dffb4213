"""DOT: every label can be read back, and none is anything but a label."""

from __future__ import annotations

import re
from typing import Final, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.draw._dot import write_dot
from claimtrack.draw._picture import Arrow, ArrowKind, Box, Picture, Shape
from claimtrack.records import SourceKind

SHAPES: Final[tuple[Shape, ...]] = (
    *get_args(SourceKind),
    "unsettled",
    "document",
    "words",
)
ARROWS: Final[tuple[ArrowKind, ...]] = get_args(ArrowKind)

QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
"""A quoted string: the whole of DOT's rule for where one ends."""

LINES: Final = tuple(
    re.compile(each)
    for each in (
        r"digraph claimtrack \{",
        r"  (?:graph|node|edge) \[[a-z]+=[\w.]+(?:, [a-z]+=[\w.]+)*\];",
        r"  subgraph cluster_\d+ \{",
        r"    label=Q;",
        r"    n\d+ \[label=Q(?:, [a-z]+=[\w.]+)*\];",
        r"    n\d+ -> n\d+(?: \[[a-z]+=[\w.]+(?:, [a-z]+=[\w.]+)*\])?;",
        r"  \}",
        r"\}",
    )
)
"""Every line that may be written; Q stands for what is in quotes."""

# Control characters never get into a picture: what is clipped has none.
plain = st.text(st.characters(exclude_categories=("Cc", "Cs")))
texts = st.lists(plain, max_size=3).map(tuple)
boxes = st.builds(
    Box,
    shape=st.sampled_from(SHAPES),
    lines=texts,
    is_holder=st.booleans(),
    is_single=st.booleans(),
)


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    """Return a picture of anything that text can hold."""
    drawn = tuple(draw(st.lists(boxes, min_size=1, max_size=4)))
    places = st.integers(0, len(drawn) - 1)
    arrow = st.builds(
        Arrow,
        outer=places,
        inner=places,
        kind=st.sampled_from(ARROWS),
        lines=texts,
        is_counted=st.booleans(),
    )
    arrows = tuple(draw(st.lists(arrow, max_size=4)))
    return Picture(title=draw(plain), boxes=drawn, arrows=arrows)


def decoded(label: str) -> str:
    """Return what Graphviz shows for what stands between the quotes.

    A backslash and the character after it are one; an ampersand begins an entity.
    """
    signs = {r"\n": "\n", r"\"": '"', r"\\": "\\"}
    shown = re.sub(r"\\.", lambda match: signs[match[0]], label)
    return re.sub(r"&(amp;)?", lambda match: {"&amp;": "&"}[match[0]], shown)


@given(st.lists(pictures(), max_size=3))
def test_no_text_is_read_as_anything_but_text(drawn: list[Picture]) -> None:
    """Every line is one of ours, and the labels hold what they were given."""
    written = write_dot(drawn)
    lines = QUOTED.sub("Q", written).split("\n")
    assert lines.pop() == ""
    assert [x for x in lines if not any(each.fullmatch(x) for each in LINES)] == []
    found = [decoded(each) for each in re.findall(f"label={QUOTED.pattern}", written)]
    expected = [
        "\n".join(each)
        for picture in drawn
        for each in (
            (picture.title,),
            *(box.lines for box in picture.boxes),
            *(arrow.lines for arrow in picture.arrows if arrow.lines),
        )
    ]
    assert found == expected


@pytest.mark.parametrize("shape", SHAPES)
def test_every_kind_of_box_has_a_look_of_its_own(shape: Shape) -> None:
    """Whatever the colour."""
    looks = {
        each: write_dot([Picture("", (Box(each, ("x",)),), ())]) for each in SHAPES
    }
    assert [each for each in SHAPES if looks[each] == looks[shape]] == [shape]


@pytest.mark.parametrize("is_counted", [True, False])
def test_every_kind_of_arrow_has_a_look_of_its_own(*, is_counted: bool) -> None:
    """Also where it does not count; there an arrow to a holder is dotted as any."""
    box = Box("outlet", ("x",))
    kinds: list[ArrowKind] = [*ARROWS]
    if not is_counted:
        kinds.remove("tells-of")
    looks = {
        write_dot([Picture("", (box,), (Arrow(0, 0, each, (), is_counted),))])
        for each in kinds
    }
    assert len(looks) == len(kinds)
