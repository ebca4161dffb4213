"""Mermaid: every label can be read back, and none is anything but a label."""

from __future__ import annotations

import re
from typing import Final, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.draw._mermaid import JOINER, write_mermaid
from claimtrack.draw._picture import Arrow, ArrowKind, Box, Picture, Shape
from claimtrack.records import SourceKind

SHAPES: Final[tuple[Shape, ...]] = (
    *get_args(SourceKind),
    "unsettled",
    "document",
    "words",
)
ARROWS: Final[tuple[ArrowKind, ...]] = get_args(ArrowKind)

LABEL: Final = r'"(?:[^\W_]|[ ,?!()“”…◆·]|(?<=[^\W\d_])[.\'-]|#\d+;|<br/>)*"'
"""What stands in quotes: no quote, no markup, no syntax but our own line break."""

LINES: Final = tuple(
    re.compile(each)
    for each in (
        r"flowchart LR",
        rf"  subgraph g\d+\[{LABEL}\]",
        r"    direction LR",
        rf"    n\d+[\[\](){{}}/\\>]+{LABEL}[\[\](){{}}/\\]+",
        rf"    n\d+ (?:---|-->|--x|~~~|-\.->|-\.-x|-\.-o)(?:\|{LABEL}\|)? n\d+",
        r"  end",
        r"  classDef [a-z]+ [a-z0-9:,#\- ]+",
        r"  class [ng]\d+(?:,[ng]\d+)* [a-z]+",
        r"  linkStyle \d+(?:,\d+)* [a-z0-9.:,#\- ]+",
    )
)
"""Every line that may be written."""

texts = st.lists(st.text(), max_size=3).map(tuple)
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
    return Picture(title=draw(st.text()), boxes=drawn, arrows=arrows)


def decoded(label: str) -> tuple[str, ...]:
    """Return the lines that Mermaid shows for what stands between the quotes."""
    if not label:
        return ()
    return tuple(
        re.sub(r"#(\d+);", lambda match: chr(int(match[1])), line).replace(JOINER, "")
        for line in label.split("<br/>")
    )


@given(st.lists(pictures(), max_size=3))
def test_no_text_is_read_as_anything_but_text(drawn: list[Picture]) -> None:
    """Every line is one of ours, and the labels hold what they were given."""
    lines = write_mermaid(drawn).split("\n")
    assert lines.pop() == ""
    assert all(any(each.fullmatch(line) for each in LINES) for line in lines)
    found = [decoded(each) for line in lines for each in re.findall('"([^"]*)"', line)]
    expected = [
        each
        for picture in drawn
        for each in (
            (picture.title,),
            *(box.lines for box in picture.boxes),
            *(arrow.lines for arrow in picture.arrows if arrow.lines),
        )
    ]
    assert found == [each if any(each) or len(each) > 1 else () for each in expected]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_kind_of_box_has_a_look_of_its_own(shape: Shape) -> None:
    """Whatever the colour."""
    looks = {
        each: write_mermaid([Picture("", (Box(each, ("x",)),), ())]) for each in SHAPES
    }
    assert [each for each in SHAPES if looks[each] == looks[shape]] == [shape]


READ_ANYWAY: Final = {
    "a formula": "$$x^2$$",
    "a line break": r"North\nSouth",
    "an icon": "fa:fa-ban",
    "an entity": "ﬂ°60¶ß",
}
"""What Mermaid finds even where each character is written as an entity."""


@pytest.mark.parametrize("text", READ_ANYWAY.values(), ids=READ_ANYWAY)
def test_what_mermaid_reads_even_in_entities_is_kept_apart(text: str) -> None:
    """By a character that takes no room."""
    written = write_mermaid([Picture("", (Box("outlet", (text,)),), ())])
    (shown,) = re.findall(r'n1\[\["([^"]*)"', written)
    assert JOINER in re.sub(r"#(\d+);", lambda match: chr(int(match[1])), shown)
    assert decoded(shown) == (text,)


def test_ordinary_names_stay_readable_in_the_file() -> None:
    """A desk compares two versions of a picture line by line."""
    name = "Jean-Luc O'Neil, U.S. envoy (retired)"
    written = write_mermaid([Picture("c1", (Box("person", (name,)),), ())])
    assert f'n1(["{name}"])' in written


def test_arrows_are_counted_over_the_whole_file() -> None:
    """As Mermaid does, to tell which ones are thin."""
    box = Box("outlet", ("x",))
    aside = Arrow(0, 0, "cites", is_counted=False)
    one = Picture("", (box,), (Arrow(0, 0, "cites"), aside))
    written = write_mermaid([one, one])
    assert "  linkStyle 1,3 " in written
    assert "linkStyle" not in write_mermaid([Picture("", (box,), ())])
