"""What a picture in SVG takes up, read from its text: boxes, labels and lines."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Measure = Callable[[str, float], float]

__all__ = ["Box", "Drawn", "DrawnNode", "Label", "read_pictures"]

_SVG: Final = "{http://www.w3.org/2000/svg}"
_PART: Final = re.compile(r"([MHVCZmhvlqz])([^MHVCZmhvlqz]*)")
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")


@attrs.frozen
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Return whether two have a place in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Return whether the other is inside, to a tenth of a pixel."""
        return (
            self.left <= other.left + 0.1
            and self.top <= other.top + 0.1
            and self.right >= other.right - 0.1
            and self.bottom >= other.bottom - 0.1
        )


@attrs.frozen
class Label:
    """A line of text."""

    text: str
    size: int
    kind: str
    x: float
    y: float

    def box(self, measure: Measure) -> Box:
        """Return what it takes up where letters are as wide as this says."""
        width = measure(self.text, self.size)
        left = self.x - {"from": width, "sentence": 0}.get(self.kind, width / 2)
        # Letters reach a quarter of their size below the line, and not all of it above.
        top = self.y - 0.75 * self.size
        return Box(left, top, left + width, self.y + 0.25 * self.size)


@attrs.frozen
class DrawnNode:
    """A node."""

    kinds: tuple[str, ...]
    ids: str
    title: str
    outline: Box | None
    shapes: tuple[Box, ...]
    labels: tuple[Label, ...]

    def extent(self, measure: Measure) -> Box:
        """Return all that it takes up."""
        boxes = [*self.shapes, *(each.box(measure) for each in self.labels)]
        return Box(
            min(each.left for each in boxes),
            min(each.top for each in boxes),
            max(each.right for each in boxes),
            max(each.bottom for each in boxes),
        )


@attrs.frozen
class Drawn:
    """A picture of a claim."""

    title: str
    view: Box
    nodes: tuple[DrawnNode, ...]
    words: tuple[Label, ...]
    lines: tuple[tuple[tuple[float, float], ...], ...]


def read_pictures(text: str) -> tuple[list[Drawn], list[Label]]:
    """Return the pictures of a file, and the sentences above them."""
    root = ET.fromstring(text)  # noqa: S314  # we wrote it
    inner = root.findall(f"{_SVG}svg")
    sentences = [
        _label(each)
        for each in root.iter(f"{_SVG}text")
        if each.get("class") == "sentence"
    ]
    if root.get("role") == "img":
        return [_drawn(root)], sentences
    return [_drawn(each) for each in inner], sentences


def _drawn(root: ET.Element) -> Drawn:
    nodes: list[DrawnNode] = []
    words: list[Label] = []
    lines: list[tuple[tuple[float, float], ...]] = []
    for group in root.findall(f"{_SVG}g"):
        kinds = (group.get("class") or "").split()
        if "node" in kinds:
            nodes.append(_node(group, kinds))
        else:
            words += [_label(each) for each in group.findall(f"{_SVG}text")]
            for path in group.findall(f"{_SVG}path"):
                if "way" in (path.get("class") or ""):
                    lines += [tuple(each) for each in _points(path.get("d") or "")]
    title = root.find(f"{_SVG}title")
    _, _, width, height = map(float, (root.get("viewBox") or "").split())
    return Drawn(
        title="" if title is None else title.text or "",
        view=Box(0, 0, width, height),
        nodes=tuple(nodes),
        words=tuple(words),
        lines=tuple(lines),
    )


def _node(group: ET.Element, kinds: list[str]) -> DrawnNode:
    shapes: list[Box] = []
    outline: Box | None = None
    for each in group:
        box = _shape(each)
        if box is None:
            continue
        shapes.append(box)
        kind = each.get("class") or ""
        # The last box is in front; the ring and what is below are none.
        is_bar = box.top == box.bottom
        if (
            kind != "ring"
            and "stub" not in kind
            and not is_bar
            and each.tag != f"{_SVG}circle"
        ):
            outline = box
    title = group.find(f"{_SVG}title")
    return DrawnNode(
        kinds=tuple(kinds),
        ids=group.get("data-ids") or "",
        title="" if title is None else title.text or "",
        outline=outline,
        shapes=tuple(shapes),
        labels=tuple(_label(each) for each in group.findall(f"{_SVG}text")),
    )


def _label(element: ET.Element) -> Label:
    kind = element.get("class") or ""
    size = {"name": 13, "sentence": 15, "q": 12}.get(kind, 11)
    return Label(element.text or "", size, kind, _at(element, "x"), _at(element, "y"))


def _at(element: ET.Element, name: str) -> float:
    return float(element.get(name) or 0)


def _shape(element: ET.Element) -> Box | None:
    if element.tag == f"{_SVG}rect":
        left, top = _at(element, "x"), _at(element, "y")
        return Box(
            left, top, left + _at(element, "width"), top + _at(element, "height")
        )
    if element.tag == f"{_SVG}circle":
        x, y, r = (_at(element, each) for each in ("cx", "cy", "r"))
        return Box(x - r, y - r, x + r, y + r)
    if element.tag == f"{_SVG}path":
        points = [each for line in _points(element.get("d") or "") for each in line]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return Box(min(xs), min(ys), max(xs), max(ys))
    return None


def _points(path: str) -> Iterator[list[tuple[float, float]]]:
    """Yield points along each line of a path, those of curves close together."""
    x = y = 0.0
    line: list[tuple[float, float]] = []
    for command, text in _PART.findall(path):
        n = [float(each) for each in _NUMBER.findall(text)]
        if command in "Mm":
            if line:
                yield line
            x, y = (n[0], n[1]) if command == "M" else (x + n[0], y + n[1])
            line = [(x, y)]
            continue
        if command in "HVhvlC":
            before = (x, y)
            x = (
                {"H": n[0], "h": x + n[0], "l": x + n[0]}.get(command, x)
                if command != "C"
                else n[4]
            )
            if command in "Vvl":
                y = {"V": n[0], "v": y + n[0], "l": y + n[-1]}[command]
            if command == "C":
                y = n[5]
                ends = (before, (n[0], n[1]), (n[2], n[3]), (x, y))
                line += [_bend(ends, step / 16) for step in range(1, 16)]
        if command == "q":
            line.append((x + n[0], y + n[1]))
            x, y = x + n[2], y + n[3]
        line.append((x, y))
    yield line


def _bend(ends: tuple[tuple[float, float], ...], t: float) -> tuple[float, float]:
    """Return a point of a cubic curve."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x = sum(weight * end[0] for weight, end in zip(weights, ends, strict=True))
    y = sum(weight * end[1] for weight, end in zip(weights, ends, strict=True))
    return x, y
