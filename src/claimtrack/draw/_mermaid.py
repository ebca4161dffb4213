"""Pictures in Mermaid, which many wikis and forges show within a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimtrack.draw._picture import number_boxes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.draw._picture import Arrow, ArrowKind, Box, Picture, Shape

__all__ = ["write_mermaid"]

_SHAPES: Final[dict[Shape, tuple[str, str]]] = {
    "person": ("([", "])"),
    "organization": ("[", "]"),
    "outlet": ("[[", "]]"),
    "group": ("{{", "}}"),
    "crowd": ("[/", "\\]"),
    "platform": ("[(", ")]"),
    "unnamed": ("[/", "/]"),
    "unresolved": (">", "]"),
    "unsettled": ("{", "}"),
    "document": ("[\\", "/]"),
    "words": ("[", "]"),
}
"""The brackets around the words of a box, which decide its shape.

Source: the node shapes of Mermaid's flowchart syntax that every version supports.
"""

_ARROWS: Final[dict[ArrowKind, str]] = {
    "said-by": "---",
    "cites": "-->",
    "denies": "--x",
    "tells-of": "-.->",
    "may-be": "-.-o",
    "rests-on": "-.->",
    "beside": "~~~",
}
"""The line of each kind of arrow, with its head."""

_CLASSES: Final = {
    "single": "fill:#fff1c9,stroke:#7a5200,stroke-width:4px,color:#000",
    "holder": "stroke-dasharray:6 4",
    "words": "fill:none,stroke:none",
    "frame": "fill:none,stroke:#999",
}
"""The look of a single point, of a holder, of words without a box, and of the frame of
a picture."""

_ASIDE: Final = "stroke:#777,stroke-width:1.5px,stroke-dasharray:2 5"
"""The look of an arrow that no supporting chain takes."""

_RISKY: Final = re.compile(r"(?!(?<=[^\W\d_])[.'-])[^\w ,?!()“”…◆·]|_")
"""Characters that may have a meaning for Mermaid inside quotes: all except letters,
digits, a few marks, and a full stop, apostrophe or hyphen right after a letter."""

_JOINED: Final = re.compile(
    r"(?<=\$)(?=\$)|(?<=\\)(?=n)|(?<=:)(?=fa-)|(?<=ﬂ)(?=°)|(?<=¶)(?=ß)"
)
"""Places in a text that Mermaid reads as a formula, a line break, an icon or an entity,
even if its characters are written as entities."""

JOINER: Final = "\u2060"
"""A character without width that keeps two others from being read together."""


def write_mermaid(pictures: Iterable[Picture]) -> str:
    """Return pictures as one Mermaid flowchart.

    Every character of a label that may have a meaning for Mermaid is written as a
    numeric entity, so that no name is read as syntax, HTML, Markdown or an icon.

    Source: https://mermaid.js.org/syntax/flowchart.html, "Entity codes to escape
    characters".
    """
    lines = ["flowchart LR"]
    marked: dict[str, list[str]] = {name: [] for name in _CLASSES}
    arrows: list[Arrow] = []
    for number, (picture, first) in enumerate(number_boxes(pictures), 1):
        marked["frame"].append(f"g{number}")
        lines.append(f"  subgraph g{number}[{_label((picture.title,))}]")
        lines.append("    direction LR")
        for index, box in enumerate(picture.boxes, first):
            lines.append(f"    {_box(index, box)}")
            for name in _classes(box):
                marked[name].append(f"n{index}")
        lines += (f"    {_arrow(first, each)}" for each in picture.arrows)
        lines.append("  end")
        arrows += picture.arrows
    return "\n".join([*lines, *_styles(marked, arrows)]) + "\n"


def _classes(box: Box) -> Iterator[str]:
    if box.shape == "words":
        yield "words"
    if box.is_holder:
        yield "holder"
    if box.is_single:
        yield "single"


def _styles(marked: dict[str, list[str]], arrows: list[Arrow]) -> Iterator[str]:
    for name, style in _CLASSES.items():
        if marked[name]:
            yield f"  classDef {name} {style}"
            yield f"  class {','.join(marked[name])} {name}"
    # Mermaid numbers the arrows of the whole file, from 0.
    aside = [str(n) for n, each in enumerate(arrows) if not each.is_counted]
    if aside:
        yield f"  linkStyle {','.join(aside)} {_ASIDE}"


def _box(index: int, box: Box) -> str:
    before, after = _SHAPES[box.shape]
    return f"n{index}{before}{_label(box.lines)}{after}"


def _arrow(first: int, arrow: Arrow) -> str:
    label = f"|{_label(arrow.lines)}|" if arrow.lines else ""
    line = _ARROWS[arrow.kind]
    return f"n{first + arrow.outer} {line}{label} n{first + arrow.inner}"


def _label(lines: tuple[str, ...]) -> str:
    return '"' + "<br/>".join(map(_escape, lines)) + '"'


def _escape(text: str) -> str:
    apart = _JOINED.sub(JOINER, text)
    return _RISKY.sub(lambda match: f"#{ord(match[0])};", apart)
