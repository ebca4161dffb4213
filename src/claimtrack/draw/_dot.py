"""Pictures in DOT, the language of Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimtrack.draw._picture import number_boxes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.draw._picture import Arrow, ArrowKind, Box, Picture, Shape

__all__ = ["write_dot"]

_SHAPES: Final[dict[Shape, str]] = {
    "person": "shape=ellipse",
    "organization": "shape=box",
    "outlet": "shape=box, peripheries=2",
    "group": "shape=hexagon",
    "crowd": "shape=trapezium",
    "platform": "shape=cylinder",
    "unnamed": "shape=parallelogram",
    "unresolved": "shape=cds",
    "unsettled": "shape=diamond",
    "document": "shape=note",
    "words": "shape=plaintext, fillcolor=none",
}
"""The shape of each kind of box.

Source: https://graphviz.org/doc/info/shapes.html.
"""

_ARROWS: Final[dict[ArrowKind, tuple[str, ...]]] = {
    "said-by": ("dir=none",),
    "cites": (),
    "denies": ("arrowhead=tee",),
    "tells-of": ("style=dashed",),
    "may-be": ("style=dashed", "arrowhead=odot"),
    "rests-on": ("arrowhead=empty",),
    "beside": ("style=invis",),
}

_ASIDE: Final = ("style=dotted", 'color="#555555"')
"""The look of an arrow that no supporting chain takes."""

_HEAD: Final = """\
digraph claimtrack {
  graph [rankdir=LR, fontname="sans-serif", fontsize=13, labeljust=l, nodesep=0.3];
  node [fontname="sans-serif", fontsize=12, style=filled, fillcolor=white];
  edge [fontname="sans-serif", fontsize=10];"""


def write_dot(pictures: Iterable[Picture]) -> str:
    r"""Return pictures as one graph in DOT, with a cluster for each.

    Labels are quoted strings, never HTML. Backslashes, quotes and ampersands in them
    are escaped, so that no name is read as an escape sequence or an entity.

    Source: https://graphviz.org/doc/info/lang.html and
    https://graphviz.org/docs/attr-types/escString/.
    """
    lines = [_HEAD]
    for number, (picture, first) in enumerate(number_boxes(pictures), 1):
        lines.append(f"  subgraph cluster_{number} {{")
        lines.append(f"    label={_label((picture.title,))};")
        lines += (f"    {_box(n, each)}" for n, each in enumerate(picture.boxes, first))
        lines += (f"    {_arrow(first, each)}" for each in picture.arrows)
        lines.append("  }")
    return "\n".join([*lines, "}"]) + "\n"


def _box(index: int, box: Box) -> str:
    fields = [f"label={_label(box.lines)}", _SHAPES[box.shape]]
    if box.is_holder:
        fields.append('style="filled,dashed"')
    if box.is_single:
        fields += ["penwidth=3", 'fillcolor="#fff1c9"']
    return f"n{index} [{', '.join(fields)}];"


def _arrow(first: int, arrow: Arrow) -> str:
    fields = [f"label={_label(arrow.lines)}"] if arrow.lines else []
    kind = _ARROWS[arrow.kind]
    if not arrow.is_counted and arrow.kind != "beside":
        kind = (*(each for each in kind if each != "style=dashed"), *_ASIDE)
    shown = ", ".join([*fields, *kind])
    steps = f"n{first + arrow.outer} -> n{first + arrow.inner}"
    return f"{steps} [{shown}];" if shown else f"{steps};"


def _label(lines: tuple[str, ...]) -> str:
    return '"' + r"\n".join(map(_escape, lines)) + '"'


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
