"""From faults to findings: where each stands, and in which record."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from claimtrack.findings import CODES, Finding, Location, sort_findings
from claimtrack.schema import Path, ids_of, is_array, is_object
from claimtrack.validation._fault import (
    Fault,
    authority,
    field_name,
    is_dossier,
    record_at,
    record_id,
    record_index,
    value_at,
)
from claimtrack.validation._judgement import Built, build
from claimtrack.validation._scan import (
    Lines,
    Place,
    Wanted,
    pick,
    pick_lines,
    scan,
    scan_lines,
    to_pointer,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from claimtrack.schema import JsonValue

__all__ = [
    "NOWHERE",
    "Form",
    "Layout",
    "locate",
    "locate_spans",
    "locations_of",
    "to_findings",
]

Form: TypeAlias = Literal["whole", "headed", "headless"]
"""One JSON value; a head line and a record on each further line; records alone."""

START: Final = Place((), None, (0, 1))
"""Where something stands whose own line cannot be read."""


def _put_together(text: str | Callable[[], bytes] | None) -> str | None:
    return text().decode() if callable(text) else text


@attrs.frozen(kw_only=True)
class Layout:
    """How an input is written down.

    Attributes:
        text: the text, or what puts its bytes together when somebody asks for it; None
            for a value in memory.
        file: the name it was read under.
        first_line: the number of its first line in that file, from 1.
        form: whether it is one value or a line for each record.
        unread: indices of the records whose lines cannot be read; -1 for the head.
        spans: where each of its values stands, for text that is not JSON.
    """

    _text: str | Callable[[], bytes] | None = attrs.field(
        alias="text", default=None, repr=False, eq=_put_together
    )
    file: str | None = None
    first_line: int = 1
    form: Form = "whole"
    unread: frozenset[int] = frozenset()
    spans: Mapping[Path, tuple[int, int]] | None = attrs.field(default=None, repr=False)

    @property
    def raw(self) -> str | bytes | None:
        """The text as it is at hand; None for a value in memory."""
        return self._text() if callable(self._text) else self._text

    @functools.cached_property
    def text(self) -> str | None:
        """The text; None for a value in memory."""
        return _put_together(self._text)

    @functools.cached_property
    def lines(self) -> Lines:
        """Its lines, numbered as in the file."""
        return Lines(self.text or "", self.file, self.first_line)

    def places(self, lines: Container[int] | None = None) -> Iterator[Place]:
        """Yield where each of its values stands. Only for text that parses.

        Args:
            lines: the numbers of those that are of interest; all if None. Others may be
                passed over.
        """

        def is_asked(number: int) -> bool:
            return lines is None or number + self.first_line in lines

        if self.spans is not None:
            for path, span in self.spans.items():
                yield Place(path, None, span)
        elif self.form == "whole":
            yield from scan(self.text or "")
        else:
            yield from scan_lines(self.text or "", self._first, self.unread, is_asked)

    def pick(self, wanted: Wanted) -> Iterator[Place]:
        """Yield where values that are asked for stand, and others where it is known."""
        if self.spans is not None:
            yield from self.places()
        elif self.form == "whole":
            yield from pick(self.text or "", wanted)
        else:
            yield from pick_lines(self.text or "", self._first, self.unread, wanted)

    @property
    def _first(self) -> int:
        """Which record its first line holds; -1 for the head."""
        return -1 if self.form == "headed" else 0


NOWHERE = Layout()
"""Of a value in memory."""


def to_findings(
    faults: list[Fault],
    root: JsonValue,
    layout: Layout,
    records: Built = (),
    dossier: str = "",
) -> list[Finding]:
    """Return the findings that faults of an input are.

    A record without an id is known by the one that a dossier derives for it.

    Args:
        faults: what is wrong.
        root: the input as JSON.
        layout: how it is written down.
        records: those that could be built; of less than all, no ids are derived.
        dossier: what the findings call the dossier.
    """
    ids = _derived_ids(faults, root, records)
    asked = [
        (each.path if each.spot is None else each.spot, each.at_key) for each in faults
    ]

    def known_as(path: Path) -> str | None:
        return record_id(record_at(root, path)[0]) or ids.get(path[:2])

    made: list[Finding] = []
    for fault, place in zip(faults, locations_of(asked, layout), strict=True):
        entry = CODES[fault.code]
        record, inside = record_at(root, fault.path)
        made.append(
            Finding(
                code=fault.code,
                message=fault.message,
                severity=entry.severity,
                why=entry.why,
                fix=fault.fix or entry.fix,
                record=record_id(record) or ids.get(fault.path[:2]),
                pointer=to_pointer(fault.path),
                field=field_name(root, record, inside),
                location=place,
                rule=fault.rule or authority(fault.code),
                related=_sorted_ids(map(known_as, fault.related)),
                dossier=dossier,
            )
        )
    return made


def locate(
    findings: Iterable[Finding], root: JsonValue, layout: Layout
) -> tuple[Finding, ...]:
    """Return findings about a dossier with where they stand in its file, sorted.

    Of a discreet finding the key is the place: the end of its value would tell how
    long that is.

    Args:
        findings: with pointers into the dossier that was built.
        root: the input as JSON: a dossier, or a record by itself.
        layout: how it is written down.
    """
    listed = list(findings)
    if is_object(root) and not is_dossier(root):
        # A record by itself was checked as the only one of a dossier.
        listed = [
            attrs.evolve(each, pointer=each.pointer.removeprefix("/records/0"))
            for each in listed
        ]
    asked = [(_to_path(each.pointer, root), each.is_discreet) for each in listed]
    places = locations_of(asked, layout)
    return sort_findings(
        [
            attrs.evolve(each, location=place)
            for each, place in zip(listed, places, strict=True)
        ]
    )


def _to_path(pointer: str, root: JsonValue) -> Path:
    """Return the path that a JSON Pointer stands for in `root`."""
    path: list[str | int] = []
    value = root
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        path.append(int(name) if is_array(value) and name.isdigit() else name)
        value = value_at(value, (path[-1],))
    return tuple(path)


def locations_of(
    asked: Sequence[tuple[Path | slice, bool]], layout: Layout
) -> list[Location | None]:
    """Return where values stand, None where there is no text.

    Args:
        asked: the path to each or its offsets, and whether its key is meant.
        layout: how the input is written down.
    """
    text = layout.text if asked else None
    if text is None:
        return [None] * len(asked)
    lines = layout.lines
    paths = {spot for spot, _ in asked if isinstance(spot, tuple)}
    places = _places_at(paths, layout) if paths else {}
    # Many findings are about one value.
    known: dict[tuple[Path, bool], Location] = {}
    found: list[Location | None] = []
    for spot, at_key in asked:
        if isinstance(spot, slice):
            found.append(lines.location((spot.start, spot.stop)))
            continue
        location = known.get((spot, at_key))
        if location is None:
            place = places[spot]
            span = place.value
            if layout.spans is None:
                span = _first_of(span, text)
            if at_key and place.key is not None:
                span = place.key
            location = known[spot, at_key] = lines.location(span)
        found.append(location)
    return found


def _places_at(paths: Iterable[Path], layout: Layout) -> dict[Path, Place]:
    """Return where values stand.

    What was made of several values stands at none of its own: at what holds it.
    """
    wanted: Wanted = {}
    for path in paths:
        inside = wanted
        for step in path:
            inside = inside.setdefault(step, {})
    places = {each.path: each for each in layout.pick(wanted)}
    for path in paths:
        if path not in places:
            around = (path[:end] for end in range(len(path) - 1, -1, -1))
            near = (places[each] for each in around if each in places)
            places[path] = next(near, START)
    return places


def _first_of(span: tuple[int, int], text: str) -> tuple[int, int]:
    """Return the span to show: of an object or array, its opening bracket."""
    start, end = span
    return (start, start + 1) if text[start] in "[{" else (start, end)


def _sorted_ids(ids: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({each for each in ids if each is not None}))


def _derived_ids(
    faults: list[Fault], root: JsonValue, records: Built
) -> dict[Path, str]:
    """Return the ids that are derived for the records of a dossier, by their paths."""
    listed = root.get("records") if is_object(root) else None
    if not is_array(listed):
        return {}
    paths = (path for each in faults for path in (each.path, *each.related))
    indices = {index for index in map(record_index, paths) if index is not None}
    about = [each for each in map(listed.__getitem__, indices) if is_object(each)]
    if all("id" in each for each in about):
        return {}
    built = build(records)
    if len(built) != len(listed):
        return {}
    derived = enumerate(zip(built, ids_of(built), strict=True))
    return {("records", n): key for n, (record, key) in derived if record.id is None}


def locate_spans(
    text: str, file: str | None, spans: Iterable[tuple[int, int]]
) -> list[Location]:
    """Return where parts of a text stand, as lines and columns.

    Args:
        text: the text.
        file: its name.
        spans: the offset of each part's first character, and the one after its last.
    """
    lines = Layout(text=text, file=file).lines
    return [lines.location(span) for span in spans]
