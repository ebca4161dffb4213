"""Decide what belongs into the picture of a claim: its sources, steps and marks."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.draw._drawn_claim import Reading, Standing
from claimtrack.draw._phrases import (
    LINE,
    NOBODY,
    SINGLE,
    end_mark,
    link_details,
    name_of,
)
from claimtrack.draw._picture import Arrow, ArrowKind, Box, Picture, Shape
from claimtrack.findings import clip
from claimtrack.lineage import voices
from claimtrack.records import Candidate, Source

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.records import Attribution, Link

__all__ = ["sketch_claim"]

BOX: Final = 26
"""Most characters of a line in a box or next to an arrow."""

SAID: Final = 3
"""Most details of a step that are written next to its arrow."""

_Role: TypeAlias = Literal["claim", "voice", "holder", "document"]
_Key: TypeAlias = tuple[_Role, str | None, tuple[Candidate, ...] | None]
"""What is drawn as one box: the role, and the id or the candidates."""


@attrs.define
class _Draft:
    """An unfinished box, to which marks may be added."""

    shape: Shape
    label: str
    marks: dict[str, None] = attrs.Factory(dict[str, None])
    is_single: bool = False


@attrs.define
class _Step:
    """An unfinished arrow."""

    is_counted: bool = False
    said: dict[str, None] = attrs.Factory(dict[str, None])


@attrs.frozen
class _Sketch:
    """The boxes and arrows of a claim, to which chains are added one by one."""

    read: Reading
    boxes: dict[_Key, _Draft] = attrs.Factory(dict[_Key, _Draft])
    steps: dict[tuple[_Key, _Key, ArrowKind], _Step] = attrs.Factory(
        dict[tuple[_Key, _Key, ArrowKind], _Step]
    )


def sketch_claim(read: Reading) -> Picture:
    """Return the picture of a claim, with each source of its chains once."""
    sketch = _Sketch(read)
    root: _Key = ("claim", read.claim.id, None)
    sketch.boxes[root] = _Draft("words", clip(read.claim.text, LINE))
    for attribution, standing in read.chains:
        _put_in(sketch, attribution, standing, root)
    if not read.chains:
        sketch.boxes[root].marks["[nobody is on record for it]"] = None
    _put_in_ends(sketch)
    return _finished(clip(read.claim.id), sketch)


def _put_in(
    sketch: _Sketch, attribution: Attribution, standing: Standing, root: _Key
) -> None:
    """Add a chain to the sketch."""
    supports = standing == "supports"
    chain = attribution.chain
    spoken = len(voices(chain))
    outer = root
    for index, link in enumerate(chain):
        here = _box_of(sketch, link, is_holder=index >= spoken)
        # A source that cites itself gets no arrow.
        if outer != here:
            _take_step(sketch, outer, here, link, is_counted=supports)
        if index == spoken - 1 and link.source is None and supports:
            sketch.boxes[here].marks[end_mark(None, "open", sketch.read.dossier)] = None
        outer = here
    if not supports:
        sketch.boxes[outer].marks[f"[{standing}]"] = None


def _box_of(sketch: _Sketch, link: Link, *, is_holder: bool) -> _Key:
    """Return the key of a link's box, and add the box if it is new."""
    role: _Role = "holder" if is_holder else "voice"
    if link.source is not None:
        return _source_box(sketch, link.source, role)
    key: _Key = (role, None, link.candidates)
    if key not in sketch.boxes:
        draft = _Draft("unsettled", "(…)" if is_holder else "…")
        sketch.boxes[key] = _Draft("words", NOBODY) if link.is_nobody else draft
        for each in link.candidates or ():
            _perhaps(sketch, key, each)
    return key


def _perhaps(sketch: _Sketch, key: _Key, candidate: Candidate) -> None:
    """Add an arrow from a speaker who is not settled to one of the candidates."""
    maybe = _source_box(sketch, candidate.source, key[0])
    step = sketch.steps.setdefault((key, maybe, "may-be"), _Step(is_counted=True))
    weight = "" if candidate.weight is None else f" {candidate.weight:g}"
    step.said[f"perhaps{weight}"] = None


def _source_box(sketch: _Sketch, source: str, role: _Role) -> _Key:
    """Return the key of a source's box, and add the box if it is new."""
    one = sketch.read.one(source)
    key: _Key = (role, one, None)
    if key not in sketch.boxes:
        record = sketch.read.dossier.get(one)
        shape = record.kind if isinstance(record, Source) else "unresolved"
        name = name_of(one, sketch.read.dossier)
        sketch.boxes[key] = _Draft(shape, f"({name})" if role == "holder" else name)
    return key


def _take_step(
    sketch: _Sketch, outer: _Key, inner: _Key, link: Link, *, is_counted: bool
) -> None:
    """Add an arrow, or add what this chain says about the step to an existing one."""
    kind: ArrowKind = "said-by" if outer[0] == "claim" else "cites"
    if inner[0] == "holder":
        kind = "tells-of"
    if link.stance == "denies" and not link.is_nobody:
        kind = "denies"
    step = sketch.steps.setdefault((outer, inner, kind), _Step())
    step.is_counted = step.is_counted or is_counted
    step.said.update(dict.fromkeys(link_details(link, sketch.read.dossier)))


def _put_in_ends(sketch: _Sketch) -> None:
    """Mark single points and ends, and add the documents that ends rest on."""
    records = sketch.read.dossier
    for (role, source, _), draft in sketch.boxes.items():
        if role != "voice" or source is None:
            continue
        marks = [
            end_mark(source, e.kind, records) for e in sketch.read.ends.get(source, ())
        ]
        if source in sketch.read.points:
            draft.is_single = True
            marks.insert(0, sketch.read.points[source])
        draft.marks = {**dict.fromkeys(marks), **draft.marks}
    for end in sketch.read.found.ends:
        key: _Key = ("voice", end.source, None)
        for each in end.documents:
            paper: _Key = ("document", each, None)
            sketch.boxes.setdefault(paper, _Draft("document", name_of(each, records)))
            step = _Step(is_counted=True, said={"rests on": None})
            sketch.steps[key, paper, "rests-on"] = step


def _finished(title: str, sketch: _Sketch) -> Picture:
    place = {key: index for index, key in enumerate(sketch.boxes)}
    boxes = tuple(_box(key[0], draft) for key, draft in sketch.boxes.items())
    arrows = tuple(
        Arrow(place[outer], place[inner], kind, _beside(step.said), step.is_counted)
        for (outer, inner, kind), step in sketch.steps.items()
    )
    return Picture(title, boxes, arrows)


def _box(role: _Role, draft: _Draft) -> Box:
    first, *others = _wrapped([draft.label, *draft.marks])
    # The sign is always on the line of the name, however long that is.
    lines = (f"{SINGLE} {first}" if draft.is_single else first, *others)
    return Box(draft.shape, lines, role == "holder", draft.is_single)


def _beside(said: Iterable[str]) -> tuple[str, ...]:
    every = [*said]
    more = len(every) - SAID
    shown = [*every[:SAID], *([f"and {more} more"] if more > 0 else [])]
    return _wrapped(shown)


def _wrapped(parts: Iterable[str]) -> tuple[str, ...]:
    """Return the parts in short lines, each part beginning on a new line."""
    return tuple(line for part in parts for line in textwrap.wrap(part, BOX))
